package ui_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The message about what began while the window was closed goes once each of its meetings was opened, closed or called off.
func TestTheMessageOfWhatWasMissedGoesWhenItIsSeenTo(t *testing.T) {
	const told = "Amina Yusuf, 14:00–14:45; Иван Петров, 18:00–18:45"
	for name, see := range map[string]func(h *uitest.House, m *planner.MeetingRow) error{
		"opened": func(h *uitest.House, m *planner.MeetingRow) error {
			h.Go(shell.Route{Screen: "meeting", ID: m.Meeting.ID})
			return nil
		},
		"closed": func(h *uitest.House, m *planner.MeetingRow) error {
			_, err := h.Planner.Meetings.Close(t.Context(), m.Meeting.ID, planner.Closing{})
			return err
		},
		"called off": func(h *uitest.House, m *planner.MeetingRow) error {
			return h.Planner.Meetings.Cancel(t.Context(), m.Meeting.ID, "")
		},
	} {
		clock := &watch{at: uitest.Now()}
		h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var both []planner.MeetingRow
		for _, row := range day.Week {
			if row.Meeting.Planned() && row.Meeting.Start.Date == day.Date {
				both = append(both, row)
			}
		}
		if len(both) != 2 {
			t.Fatalf("%d meetings today", len(both))
		}
		clock.add(6 * time.Hour)
		next := h.Again()
		next.Wants(told)
		next.Go(shell.Route{Screen: "meeting", ID: both[0].Meeting.ID})
		next.Wants(told) // the other is still to be seen to
		if err := see(next, &both[1]); err != nil {
			t.Fatal(name, err)
		}
		next.Settle()
		if next.Sees(told) {
			t.Errorf("%s: the message stays", name)
		}
	}
}

// Of a meeting that is on at a start it is said so, and not that it was missed, until it is opened or held; of those that are over
// another message tells.
func TestAMeetingThatIsOnAtAStartIsSaidToBe(t *testing.T) {
	const on, closed = "Amina Yusuf: on now since 14:00, until 14:45", "While Mentorbook was closed"
	for name, see := range map[string]func(h *uitest.House, m core.ID) error{
		"opened": func(h *uitest.House, m core.ID) error { h.Tap("Open"); return nil },
		"closed": func(h *uitest.House, m core.ID) error {
			_, err := h.Planner.Meetings.Close(t.Context(), m, planner.Closing{})
			return err
		},
	} {
		clock := &watch{at: uitest.Now()}
		h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		clock.add(50 * time.Minute) // 14:10
		next := h.Again()
		next.Wants(on)
		if next.Sees(closed) {
			t.Errorf("%s: what is on is said to be missed", name)
		}
		if err := see(next, day.Next.Meeting.ID); err != nil {
			t.Fatal(name, err)
		}
		next.Settle()
		if next.Sees(on) {
			t.Errorf("%s: the message stays", name)
		}
	}
	clock := &watch{at: uitest.Now()}
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
	clock.add(5 * time.Hour) // 18:20
	h.Again().Wants(closed+": Amina Yusuf, 14:00–14:45", "Иван Петров: on now since 18:00, until 18:45")
}

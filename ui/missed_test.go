package ui_test

import (
	"testing"
	"time"

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

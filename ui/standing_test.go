package ui_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A reminder that stands counts down, knows of what was changed meanwhile, and goes when its meeting is opened or called off.
func TestAReminderStaysTrue(t *testing.T) {
	for _, end := range []string{"open", "off"} {
		clock := &watch{at: uitest.Now()}
		h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) { p.Clock = clock }})
		pass := func(d time.Duration) {
			clock.add(d)
			h.Clock.Move(d)
			h.Settle()
		}
		pass(25 * time.Minute)
		h.Wants("Amina Yusuf in 15 min", "4 items")
		pass(time.Minute)
		h.Wants("Amina Yusuf in 14 min")
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		id := day.Next.Meeting.ID
		if _, err := h.Planner.Agendas.Add(t.Context(), id, core.AgendaItem{Text: "One more"}); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		h.Wants("5 items")
		if end == "open" {
			h.Go(shell.Route{Screen: "meeting", ID: id})
		} else if err := h.Planner.Meetings.Delete(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		h.Settle()
		h.Lacks("Remind in")
	}
}

// Moving one meeting of a series says that the others stay.
func TestMovingOneOfASeriesSaysSo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "calendar", Tab: "week"})
	g := gridOf(t, h)
	h.Canvas().Focus(g.Focusable())
	next := firstMeeting(t, h)
	m, err := h.Planner.Meetings.Get(t.Context(), next)
	if err != nil {
		t.Fatal(err)
	}
	if !g.Select("meeting:"+next.String()) || !g.Shift(0, 60, false) {
		t.Fatal("the meeting can't be moved")
	}
	h.Keys("Enter")
	if said := h.Sees("only this one in the series"); said == m.Series.IsZero() {
		t.Errorf("of a series: %v, said: %v", !m.Series.IsZero(), said)
	}
}

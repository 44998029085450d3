package calendar_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// The person whose free times are shown stays, although a meeting that was moved makes another person's the next.
func TestThePersonOfTheFreeTimesStays(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	h.Settle()
	before := find[*kit.Combo](t, h).Text()
	if before == "" {
		t.Fatal("the card shows nobody")
	}
	m := next(t, h)
	if err := h.Planner.Meetings.Change(t.Context(), m.ID, func(m *core.Meeting) error {
		m.Start, m.End = m.Start.AddMinutes(5*24*60), m.End.AddMinutes(5*24*60)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if now, err := h.Planner.NextMeeting(t.Context()); err != nil || now == nil || now.Relationship == m.Relationship {
		t.Fatalf("the next meeting is with the same person: %+v, %v", now, err)
	}
	h.Settle()
	if after := find[*kit.Combo](t, h).Text(); after != before {
		t.Errorf("%q turned to %q", before, after)
	}
}

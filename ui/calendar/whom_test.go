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

// Who goes to another meeting sees the times of those whom it is with, and the second clock is theirs, as are the quiet
// hours; what was chosen is there on the next visit.
func TestTheChosenMeetingSaysWhoseTimes(t *testing.T) {
	h := open(t, "week", uitest.Options{})
	h.Settle()
	tokyo := h.Person("Иван")
	if err := h.Planner.People.Change(t.Context(), tokyo.ID, func(p *core.Person) error {
		p.Zone, p.Quiet = "Asia/Tokyo", core.Hours{From: 22 * 60, To: 7 * 60}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	whose := func() string { return find[*kit.Combo](t, h).Text() }
	zones := func() []kit.GridZone { return find[*kit.TimeGrid](t, h).Spec().Zones }
	if whose() != "Amina Yusuf" || len(zones()) != 2 || zones()[1].Name != "Nairobi" {
		t.Fatalf("%q, %+v", whose(), zones())
	}
	h.Wants("The second clock shows Amina’s time: Nairobi")
	h.Keys("F6")
	find[*kit.TimeGrid](t, h).Select("")
	h.Canvas().Focus(find[*kit.TimeGrid](t, h).Focusable())
	for range 12 {
		if h.Keys("Down"); whose() == "Иван Петров" {
			break
		}
	}
	if whose() != "Иван Петров" || len(zones()) != 2 || zones()[1].Name != "Tokyo" {
		t.Fatalf("%q, %+v", whose(), zones())
	}
	h.Wants("The second clock shows Иван’s time: Tokyo", "quiet hours of Иван 22:00–07:00 (Tokyo)")
	h.Keys("Ctrl+1")
	h.Keys("Ctrl+3")
	h.Settle()
	if whose() != "Иван Петров" || zones()[1].Name != "Tokyo" {
		t.Errorf("the next visit shows %q, %+v", whose(), zones())
	}
}

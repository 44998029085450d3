package today_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/today"
	"mentorbook/ui/uitest"
)

// The next meeting says what it clashes with, as a row of the week does; while others look on, no more than they may know.
func TestTheNextMeetingSaysWhatItClashesWith(t *testing.T) {
	d := day()
	w := words(t, core.English)
	if n := today.NewModel(d, w, false).Next; n.Clash != "" {
		t.Errorf("of nothing it says %q", n.Clash)
	}
	d.Next.Clashes = []planner.MeetingClash{{Title: "Dentist"}}
	if n := today.NewModel(d, w, false).Next; n.Clash != "clashes with “Dentist”" {
		t.Errorf("%q", n.Clash)
	}
	d.Next.Clashes = append(d.Next.Clashes, planner.MeetingClash{Title: "Lunch"}, planner.MeetingClash{Title: "Call"})
	if n := today.NewModel(d, w, false).Next; n.Clash != "clashes with “Dentist”, and 2 more" {
		t.Errorf("of several: %q", n.Clash)
	}
	d.Next.Clashes = d.Next.Clashes[:1]
	if n := today.NewModel(d, w, true).Next; n.Clash == "" || n.Clash == "clashes with “Dentist”" {
		t.Errorf("while others look: %q", n.Clash)
	}
}

// Of two meetings that overlap both say so, also where one is the next.
func TestBothOfTwoMeetingsThatOverlapSaySo(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	day, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	next := day.Next.Meeting
	if _, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{
		Relationship: h.Relationship("Sara").ID, Title: "Coffee", Start: next.Start.AddMinutes(15), End: next.End.AddMinutes(15), Zone: next.Zone,
	}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants("clashes with “Coffee”", "clashes with “"+day.Next.Name+"”")
	h.Shot("next-clash")
	chips := 0
	for _, text := range kit.Texts(h.Root()) {
		if text == h.Words.T("chip.clash") {
			chips++
		}
	}
	if chips != 3 { // theirs, and that of the sample
		t.Errorf("%d meetings say that they clash", chips)
	}
}

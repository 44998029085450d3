package planning_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/planning"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Everybody of a group whose clock differs is told of, those of one hour in one line, and nobody's quiet hours are left out.
func TestEverybodysClockIsTold(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		if err := h.Planner.People.Change(t.Context(), h.Person("Kofi").ID, func(p *core.Person) error {
			p.Zone, p.Quiet = "Africa/Accra", core.Hours{From: 8 * 60, To: 10 * 60}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if err := h.Planner.People.Change(t.Context(), h.Person("Arun").ID, func(p *core.Person) error {
			p.Zone = h.Person("Mei").Zone
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		p, err := h.Planner.Meetings.Planning(t.Context(), core.ID{})
		if err != nil {
			t.Fatal(err)
		}
		m := planning.NewModel(p, h.Words)
		plan := m.New(h.Relationship("Mei").ID)
		plan.Start = 10 * 60
		got := strings.Join(m.Clocks(plan), "\n")
		together := h.Words.List([]string{"Arun", "Mei"})
		if !strings.Contains(got, together) || !strings.Contains(got, "Kofi: 09:00") || !strings.Contains(got, h.Words.T("plan.quiet")) {
			t.Errorf("%s:\n%s", lang, got)
		}
	}
}

// The dialog of a message tells what the time is for the others.
func TestAMessageTellsTheTimeOfTheOthers(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	m, err := h.Planner.NextMeeting(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: m.ID})
	h.Keys("Ctrl+Shift+I")
	h.Wants("Mon 23 Nov, 14:00–14:45 · 16:00 in Nairobi")
}

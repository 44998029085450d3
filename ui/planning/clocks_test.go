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

// Where many people have clocks of their own, those whom the hour suits share a line that says how far their clocks reach, and
// those whom it does not are named as ever.
func TestManyClocksShareALine(t *testing.T) {
	zones := []core.Zone{"America/Sao_Paulo", "Africa/Accra", "Europe/Athens", "Asia/Dubai", "Asia/Tokyo"}
	for lang, want := range map[core.Language]string{
		core.English: "4 more people: 08:00 in São Paulo … 20:00 in Tokyo",
		core.Russian: "ещё 4 человека: 08:00 (Сан-Паулу) … 20:00 (Токио)",
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		p, err := h.Planner.Meetings.Planning(t.Context(), core.ID{})
		if err != nil {
			t.Fatal(err)
		}
		m := planning.NewModel(p, h.Words)
		plan := m.New(h.Relationship("Mei").ID)
		rel, _ := m.Place(plan.Relationship)
		others := rel.Others(m.Owner)
		if len(others) != len(zones) {
			t.Fatalf("the circle has %d others", len(others))
		}
		for i, id := range others {
			m.Person(id).Zone, m.Person(id).Quiet = zones[i], core.Hours{From: 0, To: 1}
		}
		m.Person(others[2]).Quiet = core.Hours{From: 12 * 60, To: 14 * 60} // Athens
		plan.Start = 12 * 60
		got := m.Clocks(plan)
		if len(got) != 2 || !strings.Contains(got[0], h.Words.T("plan.quiet")) || got[1] != want {
			t.Errorf("%s: %q, not %q", lang, got, want)
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

// A series says for whom it comes in quiet hours or at night later in the year, when the clocks change on one side; a meeting alone
// does not.
func TestASeriesTellsOfLaterQuietHours(t *testing.T) {
	for lang, want := range map[core.Language]string{
		core.English: "From 30 March 2027, it is 07:30 for Amina (Nairobi) · night, assumed 22:00–08:00",
		core.Russian: "Amina: с 30 марта 2027 г. — в 07:30 (Найроби) · ночь, предположительно 22:00–08:00",
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		if err := h.Planner.People.Change(t.Context(), h.Person("Amina").ID, func(p *core.Person) error { p.Quiet = core.Hours{}; return nil }); err != nil {
			t.Fatal(err)
		}
		p, err := h.Planner.Meetings.Planning(t.Context(), core.ID{})
		if err != nil {
			t.Fatal(err)
		}
		m := planning.NewModel(p, h.Words)
		plan := m.New(h.Relationship("Amina").ID)
		plan.Start = 6*60 + 30
		if got := m.LaterQuiet(plan, planning.Repeat{}); len(got) > 0 {
			t.Errorf("what does not repeat: %q", got)
		}
		if got := m.LaterQuiet(plan, planning.Repeat{Rule: core.Rule{Freq: core.FreqWeekly}}); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

package uitest_test

import (
	"os"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
	"mentorbook/ui/uitest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// A step taken in the window is in the workspace when the window has settled, and Undo takes it back.
func TestAStepReachesTheWorkspace(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Wants("Monday", "Amina Yusuf")
	rel := h.Relationship("Amina Yusuf")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Wants("Growing")
	if err := h.Planner.Relationships.Enter(t.Context(), rel.ID, core.PhaseSeparation, core.NewDate(2026, 11, 20)); err != nil {
		t.Fatal(err)
	}
	h.Settle() // the window learns of a step that it did not take itself
	h.Keys("Ctrl+Z")
	got, err := h.Planner.Relationships.Get(t.Context(), rel.ID)
	if err != nil || got.Phase != core.PhaseCultivation {
		t.Errorf("%v, %v", got.Phase, err)
	}
}

func TestEmptyRussianAndLargeHouses(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true, Language: core.Russian, Before: func(p *planner.Planner) {
		if _, err := p.People.Add(t.Context(), core.Person{Name: "Анна Ким"}); err != nil {
			t.Fatal(err)
		}
	}})
	h.Person("Анна")
	h.Wants("Понедельник")
	h = uitest.Open(t, uitest.Options{Large: sample.Options{Relationships: 12, Meetings: 2, Actions: 1}})
	all, err := h.Planner.Relationships.All(t.Context())
	if err != nil || len(all) != 12 {
		t.Errorf("%d relationships, %v", len(all), err)
	}
}

// The window begins with the screen that was asked for, its sidebar filled, and with Today where that leads nowhere.
func TestTheFirstScreen(t *testing.T) {
	var ask shell.Route
	find := func(p *planner.Planner) {
		all, err := p.Relationships.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		ask = shell.Route{Screen: "relationship", ID: all[0].ID}
	}
	first := func(c *ui.Config) { c.First = ask }
	h := uitest.Open(t, uitest.Options{Before: find, Change: first})
	h.Wants("Amina Yusuf")
	if got := h.Shell.Router.Route(); got != ask || h.Shell.Router.CanBack() {
		t.Errorf("begins at %v", got)
	}
	ask = shell.Route{Screen: "nowhere"}
	h = uitest.Open(t, uitest.Options{Change: first})
	if got := h.Shell.Router.Route().Screen; got != "today" {
		t.Errorf("begins at %v", got)
	}
}

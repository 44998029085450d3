package ui_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// Read through a veil, everybody has another name but the owner and whom the page is about; what is kept stays as it is.
func TestAVeilNamesOnlyWhoIsOnShow(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	called := func(kind core.Kind, _ core.ID) string { return "some " + string(kind) }
	for _, c := range []struct {
		on            core.Ref
		amina, tomasz bool
	}{
		{core.Ref{}, false, false},
		{core.RefOf(h.Relationship("Amina")), true, false},
		{core.RefOf(h.Relationship("Tomasz")), false, true},
		{core.RefOf(h.Person("Tomasz")), false, true},
	} {
		ctx := planner.Veil{OnShow: c.on, Called: called}.Over(t.Context())
		plans, err := h.Planner.Plans(ctx)
		if err != nil {
			t.Fatal(err)
		}
		places, err := h.Planner.Places(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, p := range plans.People {
			names = append(names, p.Name)
		}
		for _, p := range places.Relationships {
			names = append(names, p.Name)
		}
		said := strings.Join(names, "\n")
		for name, want := range map[string]bool{"Maja": true, "Amina": c.amina, "Tomasz": c.tomasz} {
			if strings.Contains(said, name) != want {
				t.Errorf("%v: %s is named: %v: %q", c.on, name, !want, names)
			}
		}
	}
	if p := h.Person("Tomasz"); p.Name != "Tomasz Zieliński" {
		t.Errorf("%+v", p)
	}
}

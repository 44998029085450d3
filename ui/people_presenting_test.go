package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who comes to People while others look at the screen finds nobody on show whom they did not choose.
func TestPeopleShowsNobodyUnaskedWhilePresenting(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
			h := uitest.Open(t, uitest.Options{Language: lang, Role: role})
			h.Run("presenting")
			h.Go(shell.Route{Screen: "people"})
			h.Wants(h.Words.T("people.nobody"))
			all, err := h.Planner.People.All(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			owner, err := h.Planner.Workspace.Owner(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range all {
				if p.ID != owner.ID {
					h.Lacks(p.Name)
				}
			}
		}
	}
}

// The owner's own page tells with whom they work to nobody who looks, and one letter in the search puts nobody on show.
func TestPeopleNamesNobodyBesideTheOwner(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "people", ID: owner.ID})
	h.Wants("Leadership circle")
	h.Run("presenting")
	h.Wants(owner.Name)
	h.Lacks("Leadership circle", "Tomasz", "Chen Wei")
	h.Run("people.find")
	h.Type("to")
	h.Settle()
	h.Lacks("Tomasz")
	h.Type("m")
	h.Settle()
	h.Wants("Tomasz Zieliński")
}

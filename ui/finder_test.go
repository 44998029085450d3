package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

func TestThePaletteFindsWhatTheWorkspaceHolds(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		people, err := p.People.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Notes.Write(t.Context(), core.Note{About: core.RefOf(people[0]), Text: "Considers the Kilimanjaro"}); err != nil {
			t.Fatal(err)
		}
	}})
	look := func(query string) {
		h.Press("Ctrl+K")
		h.Type(query)
		h.Settle()
	}
	look("амин") // letters of another alphabet are other letters
	h.Wants("Nothing found")
	h.Press("Escape")
	look("promotion docum")
	h.Wants("Write the promotion document", "action · Amina Yusuf")
	h.Keys("Enter")
	if r := h.Shell.Router.Route(); r.Screen != "relationship" || r.ID != h.Relationship("Amina").ID {
		t.Errorf("at %v", r)
	}
	look("kilimanjaro")
	h.Wants("Considers the Kilimanjaro", "Private · ")
	h.Keys("Enter")
	if r := h.Shell.Router.Route(); r.Screen != "people" {
		t.Errorf("at %v", r)
	}
	h.Run("presenting")
	look("kilimanjaro")
	h.Lacks("Considers", "Private")
	h.Press("Escape")
	look("hanna")
	h.Keys("Enter")
	h.Wants("HR partner · Weiss Textiles")
}

// Goals, skills and checklists are found by their names, and Enter opens what was found, not only its page.
func TestThePaletteOpensWhatItFinds(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	for _, c := range []struct{ query, title, kind, open string }{
		{"external talks", "Give two external talks", "goal · ", "Why it matters"},
		{"system design", "System design", "skill · ", "Who says it"},
	} {
		h.Press("Ctrl+K")
		h.Type(c.query)
		h.Settle()
		h.Wants(c.title, c.kind)
		h.Keys("Enter")
		h.Wants(c.open)
		h.Keys("Escape")
	}
	h.Press("Ctrl+K")
	h.Type("preparing a talk")
	h.Settle()
	h.Wants("checklist in use · ")
	h.Keys("Enter")
	if r := h.Shell.Router.Route(); r.Screen != "checklists" || r.ID.IsZero() {
		t.Errorf("at %v", r)
	}
}

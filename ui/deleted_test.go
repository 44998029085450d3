package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// What was deleted some steps ago comes back by itself, from the list, and undo takes that back.
func TestADeletionComesBackAlone(t *testing.T) {
	var goal core.ID
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		ctx := t.Context()
		rels, err := p.Relationships.All(ctx)
		if err != nil {
			t.Fatal(err)
		}
		goals, err := p.Goals.Of(ctx, rels[len(rels)-1].ID)
		if err != nil {
			t.Fatal(err)
		}
		goal = goals[0].ID
		if err := p.Goals.Delete(ctx, goal); err != nil {
			t.Fatal(err)
		}
		for range 10 {
			if _, err := p.People.Add(ctx, core.Person{Name: "Sam Tarly"}); err != nil {
				t.Fatal(err)
			}
		}
	}})
	h.Run("deleted")
	h.Wants("Recently deleted", "Goal deleted: ", "90 days")
	h.Shot("deleted-en")
	h.Keys("Enter")
	if _, err := h.Planner.Goals.Get(t.Context(), goal); err != nil {
		t.Fatal(err)
	}
	h.Wants("Nothing has been deleted")
	h.Keys("Escape")
	h.Wants("Restored: ")
	h.Keys("Ctrl+Z")
	if _, err := h.Planner.Goals.Get(t.Context(), goal); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("undo left it there: %v", err)
	}
	h.Run("deleted")
	h.Wants("Goal deleted: ")
	h.Keys("Escape")
	h.Keys("Ctrl+K")
	h.Type("trash")
	h.Settle()
	h.Wants("Recently deleted…")
}

package ui_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func TestTypedWordsOfANoteAreADraft(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	hanna := h.Person("Hanna")
	h.Go(shell.Route{Screen: "people", ID: hanna.ID})
	h.Run("people.note")
	h.Type("Half a tho")
	h.Clock.Move(3 * time.Second)
	h.Settle()
	if unfinished(t, h) != 1 {
		t.Errorf("%d drafts while typing", unfinished(t, h))
	}
	h.Keys("Escape")
	if unfinished(t, h) != 0 {
		t.Errorf("%d unfinished texts of what was given up", unfinished(t, h))
	}
}

func TestADraftOfANoteIsOffered(t *testing.T) {
	for name, open := range map[string]func(*planner.Planner) core.Ref{
		"person": func(p *planner.Planner) core.Ref {
			people, err := p.People.All(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			return core.RefOf(people[2])
		},
		"relationship": func(p *planner.Planner) core.Ref {
			all, err := p.Relationships.All(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			return core.RefOf(all[0])
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
				if err := p.Drafts.Keep(t.Context(), planner.DraftKey(open(p), "note"), `{"text":"Half a thought"}`); err != nil {
					t.Fatal(err)
				}
			}})
			h.Go(shell.Route{Screen: "people"})
			h.Tap("Open")
			h.Wants("Half a thought", "unsaved text is back")
			h.Keys("Ctrl+Enter")
			h.Wants("Undo")
			all, err := h.Planner.Drafts.All(t.Context())
			if err != nil || len(all) != 0 {
				t.Errorf("%v, %v", all, err)
			}
		})
	}
}

// A note on the page of a person is deleted there, and comes back by undo.
func TestANoteIsDeletedWhereItStands(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	somebody, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Somebody New"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Planner.Notes.Write(t.Context(), core.Note{About: core.RefOf(somebody), Text: "To be deleted"}); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "people", ID: somebody.ID})
	h.Wants("To be deleted")
	h.Tap(h.Words.T("rel.drop_note"))
	h.Lacks("To be deleted")
	h.Keys("Ctrl+Z")
	h.Wants("To be deleted")
}

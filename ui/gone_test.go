package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// typesIntoAQuestion opens the form of a question that the owner of the window has just made, types on in it, and
// takes the question away behind its back.
func typesIntoAQuestion(t *testing.T, h *uitest.House, away func(id core.ID) error) *core.Question {
	t.Helper()
	rel := h.Relationship("Amina")
	waiting, err := h.Planner.Questions.Waiting(t.Context(), rel.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range waiting { // so that there is but one to be opened
		if err := h.Planner.Questions.Delete(t.Context(), q.ID); err != nil {
			t.Fatal(err)
		}
	}
	asked, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "How do I begin?", Relationship: rel.ID, Asker: rel.Mentees()[0]})
	if err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Tap(h.Words.T("rel.question_edit"))
	h.Type(" And when?")
	h.Lacks(h.Words.T("forms.gone"))
	if err := away(asked.ID); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants(h.Words.T("forms.gone"))
	return asked
}

// noted gives what notes say about a relationship.
func noted(t *testing.T, h *uitest.House, rel core.ID) (texts []string) {
	t.Helper()
	notes, err := h.Planner.Notes.About(t.Context(), rel)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		texts = append(texts, n.Text)
	}
	return texts
}

func TestAFormWhoseRecordGoesSaysSoAndBringsItBack(t *testing.T) {
	for name, away := range map[string]func(h *uitest.House) func(core.ID) error{
		"deleted": func(h *uitest.House) func(core.ID) error {
			return func(id core.ID) error { return h.Planner.Questions.Delete(t.Context(), id) }
		},
		"its making undone": func(h *uitest.House) func(core.ID) error {
			return func(core.ID) error { _, err := h.Planner.Undo(t.Context()); return err }
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{})
			asked := typesIntoAQuestion(t, h, away(h))
			h.Keys("Ctrl+Enter")
			h.Wants("And when?", h.Words.T("forms.gone"))
			if _, err := h.Planner.Record(t.Context(), core.RefOf(asked)); core.CodeOf(err) != core.CodeNotFound {
				t.Fatalf("the record is there: %v", err)
			}
			h.Tap(h.Words.T("forms.gone_back"))
			h.Lacks(h.Words.T("forms.gone"))
			h.Keys("Ctrl+Enter")
			rec, err := h.Planner.Record(t.Context(), core.RefOf(asked))
			if err != nil || rec.(*core.Question).Text != "How do I begin? And when?" {
				t.Fatalf("%+v, %v", rec, err)
			}
		})
	}
}

func TestWordsOfAFormWhoseRecordWentBecomeANote(t *testing.T) {
	for name, keep := range map[string]func(h *uitest.House){
		"from the form": func(h *uitest.House) { h.Tap(h.Words.T("forms.gone_note")) },
		"after it was closed": func(h *uitest.House) {
			h.Keys("Escape")
			h.Tap(h.Words.T("forms.bring_back"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Language: core.Russian})
			typesIntoAQuestion(t, h, func(id core.ID) error { return h.Planner.Questions.Delete(t.Context(), id) })
			h.Shot("form-gone-ru")
			keep(h)
			if h.Canvas().Overlays().Top() != nil {
				t.Error("the form is still open")
			}
			if texts := noted(t, h, h.Relationship("Amina").ID); !slices.Contains(texts, "How do I begin? And when?") {
				t.Errorf("the notes are %q", texts)
			}
			if len(h.Errors) != 0 {
				t.Errorf("logged: %v", h.Errors)
			}
		})
	}
}

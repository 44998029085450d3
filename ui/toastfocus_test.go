package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// onShow tells whether what has the focus is on what is on top.
func onShow(h *uitest.House) bool {
	o, ok := h.Canvas().Focused().(fyne.CanvasObject)
	return ok && kit.Contains(h.Root(), o)
}

// Whoever answers a message by key has the focus where it was before, and in what the message opens; it is never nowhere.
func TestTheFocusComesBackFromMessages(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	focusOn := func(tip string) {
		t.Helper()
		for _, f := range kit.Focusables(h.Root()) {
			if x, ok := f.(interface{ TipText() string }); ok && x.TipText() == tip {
				h.Canvas().Focus(f)
				return
			}
		}
		t.Fatalf("nothing is called %q", tip)
	}
	check := func(when string) {
		t.Helper()
		if !onShow(h) {
			t.Errorf("%s the focus is on %T", when, h.Canvas().Focused())
		}
	}
	edit, drop := h.Words.T("rel.question_edit"), h.Words.T("rel.drop_question")
	focusOn(edit)
	h.Keys("Enter")
	h.Type(" And when?")
	h.Keys("Escape")
	check("after Escape")
	h.Keys("F8", "Enter")
	h.Wants("And when?")
	check("in what came back")
	h.Type("!")
	h.Keys("Escape")
	check("after the second Escape")
	if x, ok := h.Canvas().Focused().(interface{ TipText() string }); !ok || x.TipText() != edit {
		t.Errorf("the focus is not where it was, but on %T", h.Canvas().Focused())
	}
	focusOn(drop)
	h.Keys("Enter")
	check("after a deletion")
	h.Keys("F8", "Enter")
	check("after Undo")
	if _, err := h.Planner.Questions.Waiting(t.Context(), rel.ID); err != nil {
		t.Fatal(err)
	}
}

// The list of what was deleted keeps the focus while things come back from it, and the window has it afterwards.
func TestTheFocusStaysInTheListOfDeletions(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	rel := h.Relationship("Amina")
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	asked, err := h.Planner.Questions.Waiting(t.Context(), rel.ID)
	if err != nil || len(asked) == 0 {
		t.Fatal(err)
	}
	if err := h.Planner.Questions.Delete(t.Context(), asked[0].ID); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Canvas().Focus(kit.FirstFocusable(h.Root()))
	h.Run("deleted")
	h.Keys("Enter")
	if !onShow(h) {
		t.Errorf("in the list the focus is on %T", h.Canvas().Focused())
	}
	h.Keys("Escape")
	if !onShow(h) {
		t.Errorf("after it the focus is on %T", h.Canvas().Focused())
	}
	h.Keys("F8", "Enter")
	if !onShow(h) {
		t.Errorf("after Undo the focus is on %T", h.Canvas().Focused())
	}
}

// A form whose record came back by its own button has the focus in its field again.
func TestTheFocusComesBackWithTheRecord(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	typesIntoAQuestion(t, h, func(id core.ID) error { return h.Planner.Questions.Delete(t.Context(), id) })
	for _, f := range kit.Focusables(h.Root()) {
		if b, ok := f.(*kit.Button); ok && b.Text() == h.Words.T("forms.gone_back") {
			h.Canvas().Focus(b)
		}
	}
	h.Keys("Enter")
	h.Lacks(h.Words.T("forms.gone"))
	if !onShow(h) {
		t.Errorf("the focus is on %T", h.Canvas().Focused())
	}
	h.Type("!")
	h.Wants("And when?!")
}

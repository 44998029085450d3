package ui_test

import (
	"testing"

	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Who asks for a form by the keyboard types on at once, before what it shows is read: nothing of it goes to the page below,
// where a letter leads elsewhere and a space presses a button, and all of it stands in the form.
func TestWhatIsTypedAheadOfAFormStandsInIt(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	for _, at := range []shell.Route{{Screen: "today"}, {Screen: "people"}, {Screen: "relationship", ID: h.Relationship("Amina").ID}} {
		h.Go(at)
		was := h.Canvas().Focused()
		h.Press("Ctrl+Shift+N")
		h.Type("c d")
		h.Press("Home")
		h.Type("X")
		h.Settle()
		if !holds(h, "Xc d") || h.Shell.Router.Route() != at {
			t.Errorf("on %v: the form does not hold what was typed; at %v", at, h.Shell.Router.Route())
		}
		h.Keys("Ctrl+A", "Delete", "Escape")
		if h.Canvas().Focused() != was {
			t.Errorf("on %v the focus is on %T, not on %T", at, h.Canvas().Focused(), was)
		}
	}
}

// One line after another is captured as fast as somebody types, also while the last is being written.
func TestLinesAreCapturedOneAfterAnother(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina").ID})
	before := questions(h)
	h.Press("Ctrl+Shift+N")
	for range 3 {
		h.Settle()
		h.Type("? what next")
		h.Press("Enter", "Ctrl+Shift+N") // the last is still being written: it comes when that has gone
	}
	h.Settle()
	h.Wants(h.Words.T("capture.title"))
	if holds(h, "what next") {
		t.Error("the last line stands in the next")
	}
	h.Keys("Escape")
	h.Lacks(h.Words.T("capture.title"))
	if now := questions(h); now != before+3 {
		t.Errorf("%d questions, %d before", now, before)
	}
}

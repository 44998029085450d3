package ui_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

func TestUndoAndRedoNameTheirSteps(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	if why := h.Shell.Commands.WhyNot("redo"); why != "there is nothing to do again" {
		t.Errorf("redo is off because %q", why)
	}
	if _, err := h.Planner.Questions.Ask(t.Context(), core.Question{Text: "How do I begin?"}); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	name := func(id string) string {
		c, _ := h.Shell.Commands.Find(id)
		return h.Shell.Commands.Title(c)
	}
	if got := name("undo"); got != "Undo: Question noted" {
		t.Errorf("undo is called %q", got)
	}
	h.Run("undo")
	h.Wants("Taken back: Question noted")
	if got := name("redo"); got != "Redo: Question noted" {
		t.Errorf("redo is called %q", got)
	}
	h.Run("redo")
	h.Wants("Done again: Question noted")
	for query, want := range map[string]bool{"question noted": false, "undo": true} {
		h.Shell.OpenPalette()
		h.Settle()
		h.Type(query)
		h.Settle()
		if got := h.Sees("Undo: Question noted"); got != want {
			t.Errorf("%q finds the undo command: %v, want %v", query, got, want)
		}
		h.Shell.OpenPalette()
	}
	if why := h.Shell.Commands.WhyNot("redo"); why == "" {
		t.Error("redo is on with nothing to do again")
	}
}

func TestPresentingIsSignedAndEndsByKey(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	const sign = "private texts are hidden"
	h.Lacks(sign)
	h.Keys("Ctrl+Shift+P")
	h.Wants(sign, "Ctrl+Shift+P")
	c, _ := h.Shell.Commands.Find("presenting")
	if got := h.Shell.Commands.Title(c); !strings.Contains(got, "show private again") {
		t.Errorf("the command is called %q", got)
	}
	h.Keys("Ctrl+Shift+P")
	h.Lacks(sign)
}

package ui_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// While a template is half written, the window's foot says that it is not saved yet, and which; it is, once it is saved, left or
// given up.
func TestAHalfWrittenTemplateIsNotCalledSaved(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		saved := h.Words.T("window.saved")
		waits := func(what string) {
			t.Helper()
			h.Wants(h.Words.T("forms.unkept", "text", what))
			h.Lacks(saved)
		}
		isSaved := func() {
			t.Helper()
			h.Clock.Move(time.Minute) // the message that lies on it goes
			h.Settle()
			h.Wants(saved)
			h.Lacks(h.Words.T("forms.unkept", "text", "First weeks"), h.Words.T("forms.unkept", "text", h.Words.T("checklists.new")))
		}
		h.Run("checklist.new")
		h.Wants(saved)
		h.Type("First weeks")
		waits("First weeks")
		h.Shot("template-typed-" + string(lang))
		h.Press("Ctrl+A", "Delete")
		waits(h.Words.T("checklists.new"))
		h.Type("First weeks")
		h.Keys("Ctrl+S") // which has no line yet
		waits("First weeks")
		h.Press("Tab", "Tab")
		h.Type("Say what you expect")
		h.Keys("Ctrl+S")
		isSaved()
		h.Type(" of each other")
		waits("First weeks")
		h.Go(shell.Route{Screen: "today"}) // leaving saves it
		isSaved()
		h.Run("checklist.new")
		h.Keys("Tab")
		h.Type("A purpose without a name")
		waits(h.Words.T("checklists.new"))
		h.Go(shell.Route{Screen: "today"}) // its words wait for the next time
		isSaved()
	}
}

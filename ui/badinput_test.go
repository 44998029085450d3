package ui_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// TestWhatIsWrongStandsWhereItWasTyped leaves every field of every dialog empty, and then fills each with what it can't
// hold: nothing is kept that should not be, nothing fails elsewhere than in the dialog, and no raw error is shown.
func TestWhatIsWrongStandsWhereItWasTyped(t *testing.T) {
	// where an empty form is a whole answer, or where any text is one
	mayBeEmpty := map[string]bool{"cancel": true, "noted": true, "text": true}
	mayBeLong := map[string]bool{"answer": true, "question": true, "note": true, "text": true, "cancel": true}
	h := uitest.Open(t, uitest.Options{Language: core.Russian})
	all := typedDialogs(t, h)
	for _, field := range h.UI.DialogFields() {
		d := all[field]
		if field == "template" || field == "reply" { // a page of its own, see TestATemplateAsItIsTyped; and any word will do
			continue
		}
		for _, text := range []string{"", strings.Repeat("ы", 1100)} {
			kind := "long"
			if text == "" {
				kind = "empty"
			}
			if d.open != nil {
				d.open(h)
			} else {
				name := field
				if !d.at.IsZero() {
					name += d.at.String()
				}
				h.UI.OpenDialog(d.of, name)
				h.Settle()
			}
			dialog := h.Root()
			if _, ok := dialog.(*shell.Open); !ok {
				t.Fatalf("%s: no dialog is open", field)
			}
			fill(h, text)
			h.Keys("Ctrl+Enter")
			fits := kind == "empty" && mayBeEmpty[field] || kind == "long" && mayBeLong[field]
			if still := h.Root() == dialog; still == fits {
				t.Errorf("%s, %s: the dialog is open: %v, %q", field, kind, still, kit.Texts(h.Root()))
			} else if still && faults(h) == 0 && !h.Sees(h.Words.T("checklists.give_whom")) { // there the button is off, and says why
				t.Errorf("%s, %s: nothing is said to be wrong, but there is %q", field, kind, kit.Texts(h.Root()))
			}
			if h.Root() == dialog {
				dialog.(*shell.Open).Close()
			} else if kind == "empty" {
				h.Run("undo")
			}
			h.Clock.Move(time.Minute)
			h.Go(shell.Route{Screen: "today"})
		}
	}
	if len(h.Errors) > 0 {
		for _, err := range h.Errors {
			if core.CodeOf(err) == core.CodeInternal {
				t.Error(err)
			}
		}
	}
}

// fill puts a text into all fields of what is on top.
func fill(h *uitest.House, text string) {
	var each []fyne.CanvasObject
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		switch o.(type) {
		case *kit.TextField, *kit.DateField, *kit.TimeField:
			each = append(each, o)
		}
		return true
	})
	for _, o := range each {
		o.(kit.Keeper).PutBack(text)
	}
}

// faults counts the fields on top that say what is wrong with them.
func faults(h *uitest.House) int {
	n := 0
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(interface{ Error() string }); ok && f.Error() != "" {
			n++
		}
		return true
	})
	return n
}

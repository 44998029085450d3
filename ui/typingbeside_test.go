package ui_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Of two texts that were typed while others looked each waits, which is not said to be from when the program closed; and the one that
// is given up last is there when its form is opened again, as is said.
func TestTheLastTextGivenUpIsThereAgain(t *testing.T) {
	const first, second = "Alpha words", "Beta words"
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, form := range []string{"person.new", "capture"} {
			h := uitest.Open(t, uitest.Options{Language: lang})
			h.Run("presenting")
			for _, text := range []string{first, second} {
				h.Run(form)
				h.Type(text)
				h.Clock.Move(time.Second)
				h.Settle()
				h.Keys("Escape")
			}
			h.Go(shell.Route{Screen: "people"}) // where nothing else says Open
			h.Run("presenting")
			if h.Sees(h.Words.T("drafts.offer_dialog", "count", 2, "name", h.Words.T("capture.title"))) {
				t.Errorf("%s: it says that the program closed", form)
			}
			for _, text := range []string{first, second} {
				h.Tap(h.Words.T("button.open"))
				if !holds(h, text) {
					t.Fatalf("%s: %q is not in %q", form, text, kit.Texts(h.Root()))
				}
				h.Keys("Escape")
			}
			if form == "capture" { // a line begins empty, and says so
				h.Wants(h.Words.T("forms.given_up_line"))
				h.Tap(h.Words.T("forms.bring_back"))
			} else {
				h.Wants(h.Words.T("forms.given_up"))
				h.Run(form)
			}
			if !holds(h, second) || holds(h, first) {
				t.Errorf("%s: %q", form, kit.Texts(h.Root()))
			}
		}
	}
}

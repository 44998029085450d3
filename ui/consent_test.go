package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// From the line that says that nobody has asked for somebody's consent a button leads to where it is noted, in the smallest
// window too.
func TestConsentIsNotedFromWhereItIsMissed(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
		who, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Nadia Brook"})
		if err != nil {
			t.Fatal(err)
		}
		h.Go(shell.Route{Screen: "people", ID: who.ID})
		h.Wants(h.Words.T("people.no_consent"))
		h.Shot("consent-" + string(lang))
		h.Tap(h.Words.T("people.note_consent"))
		if _, on := h.Canvas().Focused().(*kit.CheckBox); !on {
			t.Fatalf("%T has the focus", h.Canvas().Focused())
		}
		h.Shot("consent-form-" + string(lang))
		h.Keys("Space", "Ctrl+Enter")
		h.Wants(h.Words.T("people.consent_on", "date", h.Words.Date(core.NewDate(2026, 11, 23))))
		h.Lacks(h.Words.T("people.note_consent"))
		h.Run("undo")
		h.Wants(h.Words.T("people.note_consent"))
	}
}

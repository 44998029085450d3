package daysoff_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// Days that are turned round are complained of where they are typed, as soon as they are, and no meetings of other days
// stand below meanwhile; whichever of the two is mended, the complaint goes.
func TestDaysTurnedRoundAreSaidAtOnce(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		h.Keys("Ctrl+Shift+O")
		wrong := h.Words.FieldError(core.FailField(core.CodeEndNotAfter, "to"))
		h.Wants("Chen Wei")
		retype := func(text string) {
			h.Press("Ctrl+A")
			h.Type(text)
			h.Settle()
		}
		h.Lacks(wrong)
		h.Press("Tab")
		retype("24.11.2026")
		h.Wants(wrong)
		h.Lacks("Chen Wei")
		h.Press("Tab", "Shift+Tab") // it stays when the field is left
		h.Wants(wrong)
		h.Shot("daysoff-turned-" + string(lang))
		retype("08.12.2026")
		h.Lacks(wrong)
		h.Press("Shift+Tab")
		retype("20.12.2026")
		h.Wants(wrong)
		retype("02.12.2026")
		h.Lacks(wrong)
		h.Wants(h.Words.T("daysoff.later"), h.Words.T("daysoff.call_off"))
	}
}

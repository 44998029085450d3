package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// In a new relationship Down from the name goes to who is there already; a name that makes a new person says so for as long as it
// stands there.
func TestWhoIsNewInARelationshipIsSaid(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		fresh := h.Words.T("rel.form_fresh")
		h.Run("relationship.new")
		h.Tap(h.Words.T("rel.form_more_people"))
		h.Type("Amina")
		h.Wants(fresh) // among the proposals
		h.Keys("Down", "Enter")
		h.Wants("Amina Yusuf")
		h.Lacks(fresh)
		h.Press("Ctrl+A")
		h.Type("Amina")
		h.Keys("Down", "Down", "Enter")
		h.Wants(fresh)
		h.Shot("whoisnew-" + string(lang))
		h.Press("Tab")
		h.Wants(fresh)
		h.Press("Shift+Tab", "Ctrl+A")
		h.Type("Amina Y")
		h.Keys("Enter")
		h.Lacks(fresh)
		h.Press("Ctrl+A")
		h.Type("Amina")
		h.Press("Tab") // typed out and left, it is taken as it stands
		h.Wants(fresh)
	}
}

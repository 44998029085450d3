package ui_test

import (
	"testing"
	"time"

	"mentorbook/ui/uitest"
)

// What was typed into a form that was closed by a slip stands in it when it is opened again, long after the message has
// gone; begun anew, it is forgotten.
func TestAFormOpenedAgainOffersWhatWasDiscarded(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("person.new")
	h.Type(zebra)
	h.Keys("Escape")
	h.Clock.Move(30 * time.Second)
	h.Wants(h.Words.T("forms.bring_back"))
	h.Clock.Move(10 * time.Minute)
	h.Lacks(h.Words.T("forms.bring_back"))
	h.Run("person.new")
	if !holds(h, zebra) || !h.Sees(h.Words.T("forms.restored")) {
		t.Fatal("the words are lost")
	}
	h.Tap(h.Words.T("forms.anew"))
	h.Keys("Escape")
	h.Run("person.new")
	if holds(h, zebra) || drafts(t, h) != 0 {
		t.Error("what was begun anew is not")
	}
}

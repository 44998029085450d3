package ui_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/ui/kit"
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

// It stands there in a later window, too, whatever ended this one, and is not offered as unfinished: whoever closed the form was
// told where it waits.
func TestAFormThatWasClosedHasItsWordsInALaterWindow(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: core.Russian})
	for _, next := range []func(*uitest.House) *uitest.House{(*uitest.House).Later, (*uitest.House).Again} {
		h.Run("goal.new")
		h.Keys("Ctrl+A")
		h.Type(zebra)
		h.Keys("Escape")
		h = next(h)
		if unfinished(t, h) != 0 {
			t.Error("what was closed is offered as unfinished")
		}
		h.Run("goal.new")
		if !holds(h, zebra) || !h.Sees(h.Words.T("forms.restored")) {
			t.Fatalf("the words are lost: %q", kit.Texts(h.Root()))
		}
		h = h.Later() // left open, it is unfinished again
		if unfinished(t, h) != 1 {
			t.Error("what was left open is not unfinished")
		}
	}
}

// Nothing is left in the workspace of a form about somebody who was erased meanwhile.
func TestNothingIsSetAsideAboutWhoWasErased(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	hanna := h.Person("Hanna")
	h.UI.OpenDialog(core.RefOf(hanna), "note")
	h.Settle()
	h.Type(zebra)
	if err := h.Planner.People.Erase(t.Context(), hanna.ID); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Keys("Escape")
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts are left", n)
	}
}

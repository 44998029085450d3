package ui_test

import (
	"testing"

	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// What is found from within a dialog takes its place: what was typed there can be had back. Nothing chosen leaves it open.
func TestWhatIsFoundFromADialogTakesItsPlace(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Route: shell.Route{Screen: "people"}})
	h.Run("person.new")
	h.Type(zebra)
	h.Keys("Ctrl+K")
	h.Keys("Escape")
	if !holds(h, zebra) {
		t.Fatal("looking for something has closed it")
	}
	h.Keys("Ctrl+K")
	h.Type("calendar")
	h.Keys("Enter")
	if at := h.Shell.Router.Route().Screen; at != "calendar" || h.Canvas().Overlays().Top() != nil {
		t.Errorf("at %s, with %v over it", at, h.Canvas().Overlays().Top())
	}
	h.Wants(h.Words.T("forms.given_up"))
	h.Tap(h.Words.T("forms.bring_back"))
	if !holds(h, zebra) {
		t.Error("what was typed is gone")
	}
}

package ui_test

import (
	"testing"

	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A name leads to the relationship, and a word to the command that is called so before those that only speak of it.
func TestThePaletteLeadsToWhatIsMeant(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	find := func(query string) {
		h.Shell.OpenPalette()
		h.Settle()
		h.Type(query)
		h.Settle()
		h.Keys("Enter")
	}
	find("Amina Yusuf")
	if at := h.Shell.Router.Route(); at.Screen != "relationship" || at.ID != h.Relationship("Amina Yusuf").ID {
		t.Errorf("the name leads to %v", at)
	}
	find("Ivan") // who is written in the other letters, before what only names him
	if at := h.Shell.Router.Route(); at.Screen != "relationship" || at.ID != h.Relationship("Иван").ID {
		t.Errorf("the name in the other letters leads to %v", at)
	}
	day, err := h.Planner.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "meeting", ID: day.Next.Meeting.ID})
	find("close") // which can't be done yet, and says from when it can
	h.Wants("You can close it from")
}

// Free time in the calendar has a menu, which plans a meeting there.
func TestFreeTimeHasAMenu(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "calendar", Tab: "week"})
	h.Canvas().Focus(gridOf(t, h).Focusable())
	h.Keys("Up", "F10")
	h.Wants("Plan a meeting here")
	h.Keys("Enter")
	if h.Canvas().Overlays().Top() == nil {
		t.Error("nothing is planned")
	}
}

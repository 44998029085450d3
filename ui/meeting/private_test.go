package meeting_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// Tab leads from the shared notes to the private ones: they light up at once, and say while somebody types who reads them.
func TestNobodyTypesIntoPrivateNotesUnawares(t *testing.T) {
	h, id := at(t, "Amina Yusuf", true, uitest.Options{})
	lit := func() (on bool) {
		kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
			if c, ok := o.(*kit.Card); ok && c.Lit() {
				on = true
			}
			return true
		})
		return on
	}
	h.Keys("Alt+2")
	h.Type("Agreed")
	if lit() {
		t.Error("shared notes look like private ones")
	}
	h.Keys("Tab")
	if !lit() {
		t.Fatal("the private notes have the focus and do not show it")
	}
	h.Type("tired")
	h.Wants("Only you can read this")
	h.Shot("private-lit")
	if !lit() {
		t.Error("they are dark while somebody types in them")
	}
	h.Keys("Escape")
	if !lit() {
		t.Error("they are dark though the focus is there")
	}
	h.Keys("Tab")
	if lit() {
		t.Error("they are lit though the focus has gone")
	}
	h.Keys("Alt+2", "Escape")
	for _, n := range notes(h, id) {
		if private := n.Readers.Private(); private != (n.Text == "tired") {
			t.Errorf("%q is private: %v", n.Text, private)
		}
	}
}

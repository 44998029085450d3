package shell_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// The keys of a command do what they do also while a menu is open, which gives way.
func TestAMenuGivesWayToACommandsKeys(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	kit.ShowMenu(w.Canvas(), fyne.NewPos(50, 50), []kit.MenuEntry{{Text: "One", Run: func() { t.Error("the menu ran") }}})
	w.Press("Ctrl+K")
	if w.Canvas().Overlays().Top() == nil || w.Sees("One") || len(w.Canvas().Overlays().List()) != 1 {
		t.Fatalf("%q", kit.Texts(w.Root()))
	}
	w.Type("x")
	w.Press("Escape")
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the menu is there still")
	}
}

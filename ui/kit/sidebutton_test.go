package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Tab leads from a note that is typed to what is typed next, and the button below it works by pointer alone.
func TestTabGoesFromNoteToNote(t *testing.T) {
	ended := ""
	spec := NoteSpec{Hint: "Esc", Finish: "Done", Done: func(s string) { ended = s }}
	first, second := NewNoteField("", spec), NewNoteField("", spec)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 700), Stack(8, first, second))
	first.Edit("one", true)
	second.Edit("two", false)
	b.window.Canvas().FocusNext()
	if b.window.Canvas().Focused() != fyne.Focusable(second.entry) {
		t.Errorf("Tab leads to %T", b.window.Canvas().Focused())
	}
	b.window.Canvas().FocusPrevious()
	if b.window.Canvas().Focused() != fyne.Focusable(first.entry) {
		t.Errorf("Shift+Tab leads to %T", b.window.Canvas().Focused())
	}
	var done *SideButton
	Walk(first, func(o fyne.CanvasObject) bool {
		if s, ok := o.(*SideButton); ok {
			done = s
		}
		return true
	})
	if done == nil || done.Text() != "Done" {
		t.Fatal("there is no button")
	}
	done.MouseIn(nil)
	done.Tapped(&fyne.PointEvent{})
	done.MouseOut()
	if ended != "one" || first.Editing() {
		t.Errorf("it ended %q", ended)
	}
}

package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// The menu of a field of one line offers to take back what was typed while there is something to take back, and leaves
// the window's own steps alone; what is selected stays selected.
func TestTheMenuOfAField(t *testing.T) {
	f := NewTextField("Name", "", nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 200), f)
	e, window := f.entry.(*entry), 0
	b.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { window++ })
	overlays := b.window.Canvas().Overlays()
	offers := func() (texts []string, menu fyne.CanvasObject) {
		e.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(10, 10)})
		for _, o := range test.LaidOutObjects(overlays.Top()) {
			if t, ok := o.(*canvas.Text); ok {
				texts = append(texts, t.Text)
			}
		}
		return texts, overlays.Top()
	}
	check := func(when, want string) {
		t.Helper()
		got, menu := offers()
		if strings.Join(got, ", ") != want {
			t.Errorf("%s it offers %q, not %s", when, got, want)
		}
		overlays.Remove(menu)
	}
	press := func(label string) {
		t.Helper()
		_, menu := offers()
		defer overlays.Remove(menu)
		pressed := false
		Walk(menu, func(o fyne.CanvasObject) bool {
			if i, ok := o.(*menuItem); ok && strings.Contains(strings.Join(Texts(i), " "), label) {
				i.Tapped(nil)
				pressed = true
			}
			return !pressed
		})
		if !pressed {
			t.Errorf("nothing is called %s", label)
		}
	}
	check("at first", "Cut, Copy, Paste, Select all")
	f.SetText("given")
	check("with a text that nobody typed", "Cut, Copy, Paste, Select all")
	test.Type(e, "x")
	check("after typing", "Undo, Cut, Copy, Paste, Select all")
	e.selectAll()
	check("with everything selected", "Undo, Cut, Copy, Paste, Select all")
	if e.SelectedText() != f.Text() {
		t.Errorf("the menu leaves %q selected of %q", e.SelectedText(), f.Text())
	}
	typed := f.Text()
	press("Undo")
	if f.Text() != "given" || window != 0 {
		t.Errorf("Undo gives %q, and %d steps of the window", f.Text(), window)
	}
	check("after Undo", "Redo, Cut, Copy, Paste, Select all")
	press("Redo")
	if f.Text() != typed {
		t.Errorf("Redo gives %q", f.Text())
	}
	f.Disable()
	check("off", "Copy, Select all")
}

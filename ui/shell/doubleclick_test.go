package shell_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// middle gives the middle of what can be pressed and says a text.
func (w *world) middle(text string) fyne.Position {
	w.T.Helper()
	var found fyne.CanvasObject
	kit.Walk(w.Root(), func(o fyne.CanvasObject) bool {
		if _, ok := o.(fyne.Tappable); ok && o != w.Root() && slices.Contains(kit.Texts(o), text) {
			found = o
		}
		return true
	})
	if found == nil {
		w.T.Fatalf("nothing to press says %q", text)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(found)
	return at.AddXY(found.Size().Width/2, found.Size().Height/2)
}

func TestASecondClickDoesNotFallThrough(t *testing.T) {
	press := func(label string, tap func()) *kit.Button { return kit.NewButton(label, kit.Plain, tap) }
	pressed := func(w *world) func() { return func() { w.ran = append(w.ran, "stray") } }
	for _, c := range []struct {
		name string
		tap  func(w *world) // what the first press does
		want int            // how often the second press has done something, be it on the same thing or on what came
	}{
		{"a page", func(w *world) {
			w.Shell.Go(shell.Route{Screen: "people"})
			w.page().SetContent(kit.Stack(0, press("Delete", pressed(w))))
		}, 0},
		{"other content", func(w *world) { w.page().SetContent(kit.Stack(0, press("Delete", pressed(w)))) }, 0},
		{"the same button anew", func(w *world) { w.page().SetContent(kit.Stack(0, press("Open", pressed(w)))) }, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, fyne.NewSize(1280, 800))
			w.page().SetContent(kit.Stack(0, press("Open", func() { c.tap(w) })))
			at := w.middle("Open")
			test.TapCanvas(w.Canvas(), at)
			test.TapCanvas(w.Canvas(), at.AddXY(1, 1))
			if len(w.ran) != c.want {
				t.Fatalf("the second press did %q", w.ran)
			}
		})
	}
}

func TestALaterOrAnotherPressCounts(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	next := func(label string) fyne.CanvasObject {
		return kit.Stack(40, kit.NewButton(label, kit.Plain, func() { w.ran = append(w.ran, label) }), kit.NewButton("Elsewhere", kit.Plain, func() { w.ran = append(w.ran, "elsewhere") }))
	}
	w.page().SetContent(kit.Stack(0, kit.NewButton("Open", kit.Plain, func() { w.page().SetContent(next("Save")) })))
	at := w.middle("Open")
	test.TapCanvas(w.Canvas(), at)
	test.TapCanvas(w.Canvas(), w.middle("Elsewhere"))
	test.TapCanvas(w.Canvas(), at)
	w.page().SetContent(next("Send"))
	test.TapCanvas(w.Canvas(), at)
	w.Clock.Move(400 * time.Millisecond)
	test.TapCanvas(w.Canvas(), at)
	if !slices.Equal(w.ran, []string{"elsewhere", "Save", "Send"}) {
		t.Fatalf("the presses did %q", w.ran)
	}
}

func TestASecondClickAfterADialogDoesNotReachThePage(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	open := w.Shell.Dialogs.Show(shell.Dialog{Title: "Note", Content: kit.NewTextField("Text", "", nil), Confirm: "Save", OK: func() bool { return true }})
	at := w.middle("Save")
	w.page().SetContent(kit.NewButton("Delete", kit.Plain, func() { w.ran = append(w.ran, "stray") })) // all of the page
	test.TapCanvas(w.Canvas(), at)
	if !open.Closed() {
		t.Fatal("the dialog is open")
	}
	test.TapCanvas(w.Canvas(), at)
	if len(w.ran) != 0 {
		t.Fatalf("the second press did %q", w.ran)
	}
	w.Clock.Move(400 * time.Millisecond)
	test.TapCanvas(w.Canvas(), at)
	if len(w.ran) != 1 {
		t.Fatal("what lies there can't be pressed later either")
	}
}

// The palette stays open for somebody who clicks twice at the search.
func TestADoubleClickOpensThePaletteOnce(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	at := w.middle("search")
	test.TapCanvas(w.Canvas(), at)
	test.TapCanvas(w.Canvas(), at)
	if w.Canvas().Overlays().Top() == nil {
		t.Fatal("the second press has closed the palette")
	}
}

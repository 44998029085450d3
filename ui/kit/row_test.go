package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// A row that was given no menu offers what stands in it.
func TestARowWithoutAMenuOffersWhatItHolds(t *testing.T) {
	opened, pressed, ticked := 0, 0, 0
	off := NewButton("Off", Plain, nil)
	off.Disable()
	row := NewRow(RowSpec{
		Leading: NewCheckBox("", false, func(bool) { ticked++ }), Tick: "Done", Tap: func() { opened++ }, Open: "Open",
		Content: Line(4, NewText("words", Body()), NewIconButton("trash", Tip{Text: "Delete"}, func() { pressed++ })), Trailing: off,
	})
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), Rows(row))
	row.TappedSecondary(&fyne.PointEvent{})
	menu := b.window.Canvas().Overlays().Top()
	if menu == nil {
		t.Fatal("no menu")
	}
	var entries []string
	for _, e := range row.ownMenu() {
		entries = append(entries, e.Text)
		e.Run()
	}
	if strings.Join(entries, ",") != "Open,Done,Delete" || opened != 1 || ticked != 1 || pressed != 1 {
		t.Errorf("%v: opened %d, ticked %d, pressed %d", entries, opened, ticked, pressed)
	}
	NewRow(RowSpec{Content: NewText("words", Body())}).TappedSecondary(&fyne.PointEvent{})
}

// The toolkit gives a click to the last object under the pointer that can be clicked or have the focus: in a row that must
// be one that does what the row does, and the row's own button where the pointer is on that.
func TestAClickReachesTheRow(t *testing.T) {
	opened, pressed := 0, 0
	button := NewButton("Do", Plain, func() { pressed++ })
	row := NewRow(RowSpec{Content: NewText("words", Body()), Trailing: button, Tap: func() { opened++ }})
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 200), Rows(row))
	click := func(at fyne.Position) {
		var hit fyne.CanvasObject
		Walk(row, func(o fyne.CanvasObject) bool {
			_, tap := o.(fyne.Tappable)
			_, focus := o.(fyne.Focusable)
			p, s := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
			if (tap || focus) && at.X >= p.X && at.Y >= p.Y && at.X < p.X+s.Width && at.Y < p.Y+s.Height {
				hit = o
			}
			return true
		})
		if tappable, ok := hit.(fyne.Tappable); ok {
			tappable.Tapped(&fyne.PointEvent{})
		}
	}
	click(fyne.NewPos(20, row.Size().Height/2))
	click(fyne.CurrentApp().Driver().AbsolutePositionForObject(button).AddXY(4, 4))
	if opened != 1 || pressed != 1 {
		t.Errorf("the row was opened %d times, its button pressed %d times", opened, pressed)
	}
}

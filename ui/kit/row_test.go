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

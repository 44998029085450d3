package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Columns of rows made from the same cells stand in line, and those without room are gone until there is some.
func TestCellsStandInLine(t *testing.T) {
	cells := []Cell{{Width: 30}, {Weight: 2}, {Weight: 1, From: 400}, {Width: 80, From: 300}}
	row := func(texts ...string) *fyne.Container {
		var objects []fyne.CanvasObject
		for _, s := range texts {
			objects = append(objects, NewLine(s, Body()))
		}
		return Cells(10, cells, objects...)
	}
	a, b := row("1", "a name", "with", "5 May"), row("1000", "a far longer name than the other", "", "")
	newBench(t, Look{Mode: Light}, fyne.NewSize(500, 100), Stack(0, a, b))
	for i := range cells {
		if a.Objects[i].Position().X != b.Objects[i].Position().X || !a.Objects[i].Visible() {
			t.Errorf("column %d is at %v and %v", i, a.Objects[i].Position(), b.Objects[i].Position())
		}
	}
	a.Resize(fyne.NewSize(350, 40))
	if a.Objects[2].Visible() || !a.Objects[3].Visible() {
		t.Error("the wrong column is gone")
	}
	if end := a.Objects[3].Position().X + a.Objects[3].Size().Width; end > 350.5 {
		t.Errorf("the row ends at %g", end)
	}
	a.Resize(fyne.NewSize(250, 40))
	if a.Objects[3].Visible() {
		t.Error("there is no room for it")
	}
	a.Resize(fyne.NewSize(500, 40))
	if !a.Objects[2].Visible() || !a.Objects[3].Visible() {
		t.Error("they do not come back")
	}
}

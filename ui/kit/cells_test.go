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

// What is as wide as the widest lets what stands before it begin and end in line.
func TestEvenStandsInLine(t *testing.T) {
	texts := Even(NewLine("3 h", Body()), NewLine("1 h 30 min", Body()))
	bars := []*Bar{NewBar(1).Wide(110), NewBar(0.5).Wide(110)}
	var rows []fyne.CanvasObject
	for i, name := range []string{"Leadership circle", "Ivan"} {
		rows = append(rows, Line(10, Grow(NewLine(name, Body())), bars[i], texts[i]))
	}
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 100), Stack(0, rows...))
	if a, b := bars[0].Position().X, bars[1].Position().X; a != b || a == 0 {
		t.Errorf("bars begin at %g and %g", a, b)
	}
	if a, b := texts[0].Size().Width, texts[1].Size().Width; a != b {
		t.Errorf("%g and %g wide", a, b)
	}
}

// A field stands beside its name, and below it where it would have too little room.
func TestNamed(t *testing.T) {
	name, field := NewLine("Relationship", Body()), NewBar(0)
	box := Named(92, 140, name, field)
	newBench(t, Look{Mode: Light}, fyne.NewSize(300, 100), box)
	if name.Position().X != 0 || field.Position().X != 100 || field.Size().Width != 200 {
		t.Errorf("beside: %v, %v wide", field.Position(), field.Size().Width)
	}
	wide := HeightFor(box, 300)
	box.Resize(fyne.NewSize(188, HeightFor(box, 188)))
	if field.Position().X != 0 || field.Size().Width != 188 || field.Position().Y < name.Size().Height || HeightFor(box, 188) <= wide {
		t.Errorf("below: %v, %v", field.Position(), field.Size())
	}
}

// A column in which nobody has anything gives its room to the others, and one in which somebody has nothing to their name.
func TestCellsGiveRoomToWhatStandsInThem(t *testing.T) {
	none := false
	cells := []Cell{{Weight: 2, Over: true}, {Weight: 1, Off: func() bool { return none }}, {Width: 80}}
	row := func(texts ...string) *fyne.Container {
		var objects []fyne.CanvasObject
		for _, s := range texts {
			objects = append(objects, NewLine(s, Body()))
		}
		return Cells(10, cells, objects...)
	}
	full, gap, bare := row("a", "with", "5 May"), row("a", "", "5 May"), row("a", "", "")
	newBench(t, Look{Mode: Light}, fyne.NewSize(400, 100), Stack(0, full, gap, bare))
	width := func(c *fyne.Container, i int) float32 { return c.Objects[i].Size().Width }
	if width(full, 0) != 200 || width(gap, 0) != 310 || width(bare, 0) != 400 {
		t.Errorf("names are %g, %g and %g wide", width(full, 0), width(gap, 0), width(bare, 0))
	}
	if at := full.Objects[2].Position().X; at != gap.Objects[2].Position().X || at != bare.Objects[2].Position().X {
		t.Error("the last column does not stand in line")
	}
	none = true
	full.Refresh()
	if full.Objects[1].Visible() || width(full, 0) != 310 {
		t.Errorf("a column that is off is there, or its room is nobody's: %g", width(full, 0))
	}
}

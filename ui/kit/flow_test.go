package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// No button stands alone below several where another can go along.
func TestNoButtonStandsAloneBelow(t *testing.T) {
	newGrid(t) // a canvas, whose theme the sizes are of
	all := make([]fyne.CanvasObject, 4)
	for i := range all {
		all[i] = NewButton("Button", Plain, nil)
	}
	w := NaturalWidth(all[0])
	line := HeightFor(all[0], w)
	for _, c := range []struct {
		width float32 // in buttons
		last  int     // how many stand in the last line
		lines float32
	}{{5, 4, 1}, {3.5, 2, 2}, {2.5, 2, 2}, {1.5, 1, 4}} {
		row := Buttons(all...)
		row.Resize(fyne.NewSize(w*c.width, 400))
		bottom, last := all[3].Position().Y, 0
		for _, b := range all {
			if b.Position().Y == bottom {
				last++
			}
		}
		if last != c.last || bottom < line*(c.lines-1) || bottom > (line+Px(8))*(c.lines-1)+1 {
			t.Errorf("in the width of %v: %d in the last line, which is %v down", c.width, last, bottom)
		}
	}
}

package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Arrows go through what takes whole days as they go through the hours, and from its last line into those of the day.
func TestArrowsGoThroughWholeDays(t *testing.T) {
	g, _, b := newGrid(t)
	spec := weekLike()
	spec.WholeDay = []GridBlock{{Key: "a", Day: 1, Title: "A"}, {Key: "b", Day: 1, Title: "B"}, {Key: "c", Day: 4, Title: "C"}}
	g.Set(spec)
	c := b.window.Canvas()
	chip := func(day, i int) fyne.Focusable { return g.head.chips[day][i] }
	c.Focus(chip(1, 0))
	for _, step := range []struct {
		key  fyne.KeyName
		want fyne.Focusable
	}{
		{fyne.KeyUp, chip(1, 0)},
		{fyne.KeyDown, chip(1, 1)},
		{fyne.KeyRight, chip(4, 0)},
		{fyne.KeyRight, chip(4, 0)},
		{fyne.KeyLeft, chip(1, 0)},
		{fyne.KeyDown, chip(1, 1)},
		{fyne.KeyUp, chip(1, 0)},
		{fyne.KeyDown, chip(1, 1)},
		{fyne.KeyDown, g.body},
	} {
		c.Focused().TypedKey(&fyne.KeyEvent{Name: step.key})
		if c.Focused() != step.want {
			t.Fatalf("%s leads to %T, not %T", step.key, c.Focused(), step.want)
		}
	}
	if g.body.at.day != 1 {
		t.Errorf("it leads into day %d", g.body.at.day)
	}
}

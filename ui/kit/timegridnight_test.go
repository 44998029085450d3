package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// What goes on after midnight is moved as one, by either of its parts and by keys, and its end is that of the later part.
func TestABlockOverMidnightMovesAsOne(t *testing.T) {
	g, log, _ := newGrid(t)
	spec := weekLike()
	spec.Blocks = []GridBlock{
		{Key: "night", Day: 2, From: 22*60 + 30, To: 24 * 60, Over: 30, Length: 120, Title: "22:30 Night", Kind: Accent},
		{Key: "night", Day: 3, From: 0, To: 30, Length: 120, Title: "…–00:30 Night", Kind: Accent},
	}
	drag := func(from, to fyne.Position) string {
		g.Set(spec)
		g.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
		g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
		g.body.DragEnd()
		return log.take()
	}
	g.To(1e6)
	for name, c := range map[string]struct {
		from, to fyne.Position
		want     string
	}{
		"the first part earlier":   {g.point(2, 23*60), g.point(2, 21*60), "move night 2 1230-1350"},
		"the first part later":     {g.point(2, 22*60+45), g.point(2, 23*60+15), "move night 2 1380-1500"},
		"the first part, next day": {g.point(2, 23*60), g.point(4, 23*60), "move night 4 1350-1470"},
		"from its beginning":       {g.point(2, 22*60+31), g.point(2, 22*60+1), "move night 2 1320-1470"},
		"the bottom of a day":      {g.point(2, 24*60-2), g.point(2, 23*60-2), "move night 2 1290-1410"},
	} {
		if got := drag(c.from, c.to); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
	g.To(0) // and there it stays: what is held by its rest is not to run away below the pointer
	for name, c := range map[string]struct {
		from, to fyne.Position
		want     string
	}{
		"the later part, a day before":   {g.point(3, 10), g.point(2, 10), "move night 1 1350-1470"},
		"the later part, to the morning": {g.point(3, 10), g.point(3, 10+5*60), "move night 3 210-330"},
		"the end":                        {g.point(3, 28), g.point(3, 58), "move night 2 1350-1500"},
	} {
		if got := drag(c.from, c.to); got != c.want || g.At() != 0 {
			t.Errorf("%s: %q, not %q, and the grid is at %v", name, got, c.want, g.At())
		}
	}
	g.Set(spec)
	g.Select("night")
	g.chord(fyne.KeyModifierControl, fyne.KeyDown)
	g.chord(fyne.KeyModifierControl, fyne.KeyRight)
	g.key(fyne.KeyReturn)
	if got := log.take(); got != "move night 3 1365-1485" {
		t.Errorf("by keys: %s", got)
	}
	g.Set(spec)
	g.Select("night")
	for range 7 { // past midnight
		g.chord(fyne.KeyModifierControl, fyne.KeyDown)
	}
	g.key(fyne.KeyReturn)
	if got := log.take(); got != "move night 3 15-135" {
		t.Errorf("past midnight by keys: %s", got)
	}
	g.Set(spec)
	g.Select("night")
	g.chord(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyDown)
	g.key(fyne.KeyReturn)
	if got := log.take(); got != "move night 2 1350-1485" {
		t.Errorf("stretched by keys: %s", got)
	}
}

// A block that ends by midnight is stretched over it by keys, and no further than to the next one.
func TestKeysStretchABlockOverMidnight(t *testing.T) {
	g, log, _ := newGrid(t)
	spec := weekLike()
	spec.Blocks = []GridBlock{{Key: "late", Day: 2, From: 22 * 60, To: 23*60 + 45, Title: "22:00 Late", Kind: Accent}}
	for _, c := range []struct {
		downs, ups int
		want       string
	}{
		{1, 0, "move late 2 1320-1440"},
		{3, 0, "move late 2 1320-1470"},
		{3, 2, "move late 2 1320-1440"},
		{200, 0, "move late 2 1320-2880"},
	} {
		g.Set(spec)
		g.Select("late")
		for range c.downs {
			g.chord(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyDown)
		}
		for range c.ups {
			g.chord(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyUp)
		}
		g.key(fyne.KeyReturn)
		if got := log.take(); got != c.want {
			t.Errorf("%d longer, %d shorter: %q, not %q", c.downs, c.ups, got, c.want)
		}
	}
}

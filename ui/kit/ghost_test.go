package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// The label of a block that goes by keys names those that keep it and put it back; a drag ends by itself. To undo meanwhile
// puts the block back, and nothing of what was done before; the next time it is the window's again.
func TestUndoPutsBackABlockOnItsWay(t *testing.T) {
	g, log, b := newGrid(t)
	g.body.grid.acts.Hint = "Enter keeps it"
	window := 0
	b.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { window++ })
	key := ""
	for _, x := range g.spec.Blocks {
		if !x.Fixed && !x.Loose {
			key = x.Key
			break
		}
	}
	g.Select(key)
	g.chord(fyne.KeyModifierControl, fyne.KeyRight)
	if g.body.move == nil || !strings.HasSuffix(g.body.move.text, " · Enter keeps it") {
		t.Fatalf("on its way: %+v", g.body.move)
	}
	g.body.TypedShortcut(&fyne.ShortcutUndo{})
	if g.body.move != nil || window != 0 || len(log.lines) != 0 {
		t.Errorf("undo leaves %+v, runs the window's %d times, and does %v", g.body.move, window, log.lines)
	}
	g.body.TypedShortcut(&fyne.ShortcutUndo{})
	if window != 1 {
		t.Errorf("the second undo is the window's: %d", window)
	}
	x, _ := g.body.block(key)
	g.body.propose(gridMove{key: key, day: x.Day, from: x.From + 15, to: x.To + 15})
	if strings.Contains(g.body.move.text, "Enter") {
		t.Errorf("dragged: %q", g.body.move.text)
	}
}

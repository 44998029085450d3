package kit

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
)

func (g *MonthGrid) typed(keys ...fyne.KeyName) {
	for _, k := range keys {
		g.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (g *MonthGrid) ctrl(key fyne.KeyName) {
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
}

// Keys go among the entries of a day, also to one that has no room there, open one and its menu, and go back to the days.
func TestKeysGoAmongTheEntriesOfADay(t *testing.T) {
	g, log, b := newMonthGridBench(t)
	b.window.Canvas().Focus(g)
	d := core.NewDate(2026, time.November, 23)
	g.SetDate(d)
	g.typed(fyne.KeySpace)
	if g.Entry() != "a" {
		t.Errorf("the keys are at %q", g.Entry())
	}
	g.typed(fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	seen := false
	for _, e := range g.shown {
		seen = seen || e.day == d && e.block.Key == "e"
	}
	if g.Entry() != "e" || !seen || g.Shown(d) != 2 {
		t.Errorf("the keys are at %q; it is seen: %v; %d are", g.Entry(), seen, g.Shown(d))
	}
	g.typed(fyne.KeyReturn, fyne.KeyF10, fyne.KeyEscape, fyne.KeyReturn)
	if got := log.take(); got != "open e; menu e; day 2026-11-23" || g.Entry() != "" {
		t.Errorf("%s; the keys are at %q", got, g.Entry())
	}
	g.typed(fyne.KeySpace, fyne.KeyRight, fyne.KeySpace)
	if g.Entry() != "" || g.Date() != d.AddDays(1) {
		t.Errorf("the keys are at %q of %v", g.Entry(), g.Date())
	}
}

// Ctrl with arrows takes an entry along, and after it arrows alone: what is said of each day stands there with how to go on;
// Enter puts it down, and the keys stay at it; Escape, undo and whatever else has the focus put it back.
func TestAnEntryOfTheMonthIsMovedByKeys(t *testing.T) {
	g, log, b := newMonthGridBench(t)
	b.window.Canvas().Focus(g)
	g.acts.Hint = "Enter keeps it"
	g.acts.Say = func(key string, to core.Date) (string, bool) { return key + " to " + to.String(), to.Day == 25 }
	d := core.NewDate(2026, time.November, 23)
	g.SetDate(d)
	g.typed(fyne.KeySpace, fyne.KeyDown)
	g.ctrl(fyne.KeyRight)
	g.typed(fyne.KeyRight)
	if text := strings.Join(Texts(g), "|"); !strings.Contains(text, "b to 2026-11-25 · Enter keeps it") || !g.drag.clash {
		t.Errorf("it says %q", text)
	}
	b.shot("monthgrid-keys")
	g.typed(fyne.KeyEscape)
	if g.drag != nil || g.Entry() != "b" || log.take() != "" {
		t.Errorf("it is not put back: %q", g.Entry())
	}
	g.ctrl(fyne.KeyUp)
	g.TypedShortcut(&fyne.ShortcutUndo{})
	g.ctrl(fyne.KeyUp)
	g.FocusLost()
	g.FocusGained()
	g.ctrl(fyne.KeyLeft)
	g.typed(fyne.KeyRight, fyne.KeyReturn) // on its own day again
	if got := log.take(); got != "" {
		t.Error(got)
	}
	g.ctrl(fyne.KeyUp)
	g.typed(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn) // no farther than what is on show
	if got := log.take(); got != "move b 2026-10-26" || g.Date() != core.NewDate(2026, time.October, 26) {
		t.Errorf("%s; the keys are on %v", got, g.Date())
	}
	g.SetDate(core.NewDate(2026, time.November, 26))
	if g.ctrl(fyne.KeyRight); g.drag != nil || g.Movable() {
		t.Error("what is no meeting is taken along")
	}
	if g.SetDate(d); !g.Movable() || !g.CanMove("c") || g.CanMove("board") {
		t.Error("a day's first entry cannot be moved, or what is none can")
	}
	g.ctrl(fyne.KeyRight) // the day’s first, where none was chosen
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(d, 34)}})
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(d.AddDays(2), 34)}})
	g.DragEnd()
	if got := log.take(); !strings.HasSuffix(got, "2026-11-25") || g.drag != nil {
		t.Errorf("the pointer does not take over: %q", got)
	}
}

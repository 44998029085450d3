package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
)

// Escape while the button is down puts a drag back: nothing is moved or made when the button comes up, however the pointer
// goes on. The next drag works again.
func TestEscapeEndsADrag(t *testing.T) {
	g, log, b := newGrid(t)
	for name, from := range map[string]fyne.Position{"block": g.point(0, 14*60+20), "edge": g.point(2, 11*60+26), "free time": g.point(1, 11*60+2)} {
		b.window.Canvas().Unfocus()
		g.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
		g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(0, 60)}})
		if g.body.move == nil {
			t.Fatalf("%s: nothing is on its way", name)
		}
		if f := b.window.Canvas().Focused(); f == nil {
			t.Fatalf("%s: no key reaches the drag", name)
		}
		b.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(0, 80)}})
		if g.body.move != nil {
			t.Errorf("%s: it goes on after Escape", name)
		}
		g.body.DragEnd()
		if got := log.take(); got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
	g.drag(g.point(0, 14*60+20), g.point(0, 15*60+20))
	if got := log.take(); got != "move amina 0 900-945" {
		t.Errorf("the next drag: %q", got)
	}
}

// What comes down outside of the hours that are on show is put back.
func TestADragThatEndsOutsideIsPutBack(t *testing.T) {
	g, log, _ := newGrid(t)
	top, view := g.scroll.Offset.Y, g.scroll.Size()
	for name, to := range map[string]fyne.Position{
		"side": fyne.NewPos(-40, 100), "panel": fyne.NewPos(view.Width+40, 100), "head": fyne.NewPos(300, -20), "foot": fyne.NewPos(300, view.Height+20),
	} {
		for what, from := range map[string]fyne.Position{"block": g.point(0, 14*60+20), "free time": g.point(1, 11*60+2)} {
			g.To(top)
			g.body.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
			g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(0, 60)}})
			if g.body.move == nil {
				t.Fatalf("%s over the %s: nothing is on its way", what, name)
			}
			g.body.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to.AddXY(0, g.scroll.Offset.Y)}})
			g.body.DragEnd()
			if got := log.take(); got != "" || g.body.move != nil {
				t.Errorf("%s over the %s: %q", what, name, got)
			}
		}
	}
}

// The same holds for a month.
func TestADragInTheMonthIsPutBack(t *testing.T) {
	g, log, b := newMonthGridBench(t)
	d := core.NewDate(2026, time.November, 23)
	begin := func() {
		b.window.Canvas().Unfocus()
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(d, 34)}})
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(d.AddDays(-7), 60)}})
	}
	begin()
	if f := b.window.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: g.point(d.AddDays(-6), 60)}})
	g.DragEnd()
	if got := log.take(); got != "" {
		t.Errorf("after Escape: %s", got)
	}
	s := g.Size()
	for name, to := range map[string]fyne.Position{"side": fyne.NewPos(-30, 200), "panel": fyne.NewPos(s.Width+30, 200), "head": fyne.NewPos(200, 4), "foot": fyne.NewPos(200, s.Height+30)} {
		begin()
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
		g.DragEnd()
		if got := log.take(); got != "" {
			t.Errorf("over the %s: %s", name, got)
		}
	}
	begin()
	g.DragEnd()
	if got := log.take(); got != "move a 2026-11-16" {
		t.Errorf("the next drag: %q", got)
	}
}

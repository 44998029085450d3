package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// inRoom tells whether all of an object lies in the part of the box that can be seen.
func inRoom(p *Popover, o fyne.CanvasObject) bool {
	driver, room := fyne.CurrentApp().Driver(), p.shown()
	y, top := driver.AbsolutePositionForObject(o).Y, driver.AbsolutePositionForObject(room).Y
	return y >= top-1 && y+o.Size().Height <= top+room.Size().Height+1
}

// A menu of more lines than the window is high stays in the window, and every line of it is reached: by keys, each of which
// brings its line into view, and by the wheel.
func TestAMenuIsNeverTallerThanTheWindow(t *testing.T) {
	ran := ""
	var entries []MenuEntry
	for i := range 20 {
		entries = append(entries, MenuEntry{Text: fmt.Sprint("Line ", i), Run: func() { ran = fmt.Sprint(i) }})
	}
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 220), NewText("page", Body()))
	c := b.window.Canvas()
	p := ShowMenu(c, fyne.NewPos(20, 150), entries)
	if p.frame.outer.Position().Y < 0 || p.frame.outer.Position().Y+p.frame.outer.Size().Height > c.Size().Height {
		t.Errorf("the box is at %v, %v tall", p.frame.outer.Position(), p.frame.outer.Size())
	}
	items := p.content.(*menu).items
	at := func() *menuItem { return c.Focused().(*menuItem) }
	for i := range items {
		if at() != items[i] || !inRoom(p, items[i]) {
			t.Fatalf("line %d: the focus is on %d, in view: %v", i, slices.Index(items, at()), inRoom(p, at()))
		}
		press(c.Focused(), fyne.KeyDown)
	}
	if at() != items[0] || !inRoom(p, items[0]) {
		t.Error("Down on the last line does not lead to the first")
	}
	if press(at(), fyne.KeyEnd); at() != items[19] || !inRoom(p, items[19]) {
		t.Error("End does not lead to the last line")
	}
	if press(at(), fyne.KeyHome); at() != items[0] || !inRoom(p, items[0]) {
		t.Error("Home does not lead to the first line")
	}
	was := p.scroll.At()
	p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
	moved := p.scroll.At()
	if moved <= was {
		t.Error("the wheel does not move the lines")
	}
	cut := slices.IndexFunc(items, func(i *menuItem) bool { return !inRoom(p, i) && i.Position().Y > moved })
	items[cut].MouseIn(&desktop.MouseEvent{})
	if at() != items[cut] || p.scroll.At() != moved {
		t.Error("the lines move away below the pointer")
	}
	if press(at(), fyne.KeyReturn); ran != fmt.Sprint(cut) {
		t.Errorf("Enter ran %q", ran)
	}
}

// A month that is taller than the window shows the week that the keys are on.
func TestAMonthScrollsInALowWindow(t *testing.T) {
	d := NewDateField("Due", day("2026-11-02"), day("2026-11-02"), englishWords(), nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(400, 150), Stack(0, d))
	d.openMonth()
	g := b.window.Canvas().Focused().(*monthGrid)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp} {
		press(g, key)
		y, h := g.cursorLine()
		if y += OffsetIn(d.open.scroll.holder, g); !d.open.scroll.inView(y, h) {
			t.Errorf("%v: the week of %v is out of view", key, g.at)
		}
	}
}

// The choices of a field scroll by themselves: one scroller, not two.
func TestChoicesOfAFieldFitTheWindow(t *testing.T) {
	s := NewSelect("Which", []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}, 0, nil)
	b := newBench(t, Look{Mode: Light}, fyne.NewSize(300, 180), Stack(0, s))
	s.openList()
	list := b.window.Canvas().Focused().(*List)
	press(list, fyne.KeyEnd)
	if s.open.scroll != nil {
		t.Error("a list is put into another scroller")
	}
	y := float32(9)*list.rowHeight() - list.At()
	if y < 0 || y+list.rowHeight() > list.Size().Height+1 || list.Size().Height > 180 {
		t.Errorf("the last choice is at %v of %v", y, list.Size().Height)
	}
}

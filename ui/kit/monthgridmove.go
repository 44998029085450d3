package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
)

// dayAt gives the day at a point; the zero date for the names above the days.
func (g *MonthGrid) dayAt(at fyne.Position) core.Date {
	top, s := g.room().head, g.Size()
	if at.Y < top || g.spec.Weeks == 0 {
		return core.Date{}
	}
	col := max(min(int(at.X/(s.Width/7)), 6), 0)
	row := max(min(int((at.Y-top)/((s.Height-top)/float32(g.spec.Weeks))), g.spec.Weeks-1), 0)
	return g.spec.First.AddDays(row*7 + col)
}

// holds tells whether a point lies on the entry.
func (e placed) holds(at fyne.Position) bool {
	return at.X >= e.x && at.X <= e.x+e.w && at.Y >= e.y && at.Y <= e.y+e.h
}

func (g *MonthGrid) entryAt(at fyne.Position) (placed, bool) {
	for _, e := range g.shown {
		if e.holds(at) {
			return e, true
		}
	}
	return placed{}, false
}

// Tapped opens an entry, or else goes to the day, and opens the day that one is on already.
func (g *MonthGrid) Tapped(ev *fyne.PointEvent) {
	Click(g, ev, func() { g.press(ev.Position) })
}

func (g *MonthGrid) press(at fyne.Position) {
	g.takeFocus()
	g.putBack()
	if e, ok := g.entryAt(at); ok && g.acts.Open != nil {
		g.acts.Open(e.block.Key)
		return
	}
	d := g.dayAt(at)
	switch {
	case d.IsZero():
	case d == g.at && g.acts.Day != nil:
		g.acts.Day(d)
	default:
		g.SetDate(d)
	}
}

func (g *MonthGrid) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

// putBack leaves an entry that is on its way on its day: the pointer takes nothing along any more until its button is up.
func (g *MonthGrid) putBack() {
	if g.drag != nil {
		g.drag, g.dropped = nil, !g.drag.keys
		g.Refresh()
	}
}

// TappedSecondary opens an entry's menu.
func (g *MonthGrid) TappedSecondary(ev *fyne.PointEvent) {
	if e, ok := g.entryAt(ev.Position); ok && g.acts.Menu != nil {
		g.acts.Menu(e.block.Key, ev.AbsolutePosition)
	}
}

// Dragged takes an entry along to the day below the pointer; outside of the days it is on its own again.
func (g *MonthGrid) Dragged(ev *fyne.DragEvent) {
	if g.dropped {
		return
	}
	if g.drag != nil && g.drag.keys { // the pointer takes over
		g.putBack()
	}
	if g.drag == nil {
		e, ok := g.entryAt(ev.Position.SubtractXY(ev.Dragged.DX, ev.Dragged.DY))
		if !ok || !g.movable(e.block) {
			return
		}
		g.takeFocus() // Escape is to reach it
		g.drag, g.dropped = &dayDrag{key: e.block.Key, from: e.day, to: e.day}, false
	}
	if readOnly(g) != "" { // it stays where it is
		return
	}
	d := g.dayAt(ev.Position)
	outside := d.IsZero() || ev.Position.X < 0 || ev.Position.X > g.Size().Width || ev.Position.Y > g.Size().Height
	if outside {
		d = g.drag.from
	}
	if d != g.drag.to || outside && g.drag.text != "" {
		g.propose(d, !outside)
	}
}

// propose shows that the entry on its way would go to a day, and says of that what there is to say, or nothing.
func (g *MonthGrid) propose(to core.Date, said bool) {
	g.drag.to, g.drag.text, g.drag.clash = to, "", false
	if g.acts.Say != nil && said {
		g.drag.text, g.drag.clash = g.acts.Say(g.drag.key, to)
	}
	if g.drag.keys && g.acts.Hint != "" {
		g.drag.text = strings.TrimPrefix(g.drag.text+" · "+g.acts.Hint, " · ")
	}
	g.hideTip()
	g.Refresh()
}

// DragEnd puts the entry down, unless it is on its own day again or was put back before.
func (g *MonthGrid) DragEnd() {
	if g.drag != nil && g.drag.keys { // the pointer was taking something else along
		g.dropped = false
		return
	}
	g.putDown()
}

// putDown does so. What went by keys stays in hand.
func (g *MonthGrid) putDown() {
	drag := g.drag
	g.drag, g.dropped = nil, false
	g.Refresh()
	if drag == nil {
		return
	}
	if refuse(g) || slices.ContainsFunc(g.spec.Days[drag.to], func(e GridBlock) bool { return e.Key == drag.key }) {
		return
	}
	if drag.keys {
		g.at, g.entry = drag.to, drag.key
	}
	g.acts.Move(drag.key, drag.to)
}

// MouseIn asks for the tooltip of the entry under the pointer.
func (g *MonthGrid) MouseIn(ev *desktop.MouseEvent) {
	hovered(g)
	g.MouseMoved(ev)
}

// MouseMoved does so too.
func (g *MonthGrid) MouseMoved(ev *desktop.MouseEvent) {
	at := slices.IndexFunc(g.shown, func(e placed) bool { return e.holds(ev.Position) })
	if at < 0 || g.drag != nil {
		g.hideTip()
		return
	}
	if e := g.shown[at]; e.block.Key != g.tipped || g.faces[at] != g.tipOn {
		g.hideTip()
		g.tipped, g.tipOn = e.block.Key, g.faces[at]
		scheduleTip(g.tipOn.back, g.tipOf(at))
	}
}

// MouseOut takes it away.
func (g *MonthGrid) MouseOut() { g.hideTip() }

func (g *MonthGrid) hideTip() {
	if g.tipOn != nil {
		HideTip(g.tipOn.back)
	}
	g.tipOn, g.tipped = nil, ""
}

// tipOf gives what the tooltip of an entry says: what there is no room for, and why it can't be moved where nothing can.
func (g *MonthGrid) tipOf(at int) Tip {
	e := g.shown[at].block
	tip := g.faces[at].tip(e)
	if g.movable(e) {
		tip = tip.and(readOnly(g))
	}
	return tip
}

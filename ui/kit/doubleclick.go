package kit

import (
	"reflect"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// doubleClick is how long after a press another one at the same place belongs to it, and doubleReach how far from it, in
// units: a hand is not quite still.
const (
	doubleClick = 400 * time.Millisecond
	doubleReach = 6
)

// clicked is the last press of the pointer, while another could still belong to it.
type clicked struct {
	at   fyne.Position
	on   fyne.CanvasObject
	name string // what was pressed, in words; "" where it has none
}

// Click does what a press of the pointer does, unless it is the second of a double click whose first went to something
// else: that one has opened a page or closed a dialog, and what lies under the pointer now was never meant. A press by
// key has no event, and no place.
func Click(o fyne.CanvasObject, ev *fyne.PointEvent, do func()) {
	f := clicksOf(o)
	if f == nil || ev == nil || ev.AbsolutePosition.IsZero() {
		do()
		return
	}
	now := clicked{at: ev.AbsolutePosition, on: o, name: clickName(o)}
	if f.lastClick != nil && f.lastClick.strays(now) {
		return
	}
	if f.stopClick != nil {
		f.stopClick()
	}
	f.lastClick = &now
	do()
	f.stopClick = f.after(doubleClick, func() { f.lastClick = nil }) // only now: what the press did may have taken long
}

// strays tells whether a press that follows at once belongs to this one and has come to something else.
func (c *clicked) strays(next clicked) bool {
	off := next.at.Subtract(c.at)
	if reach := Px(doubleReach); max(off.X, -off.X) > reach || max(off.Y, -off.Y) > reach {
		return false
	}
	if _, lent := next.on.(*listRow); next.on == c.on && !lent { // a row of a list shows now this, now that
		return false
	}
	return next.name == "" || next.name != c.name // a page that was read anew has made the same button again
}

// clickName gives the kind of widget and what is written on it; "" where nothing is.
func clickName(o fyne.CanvasObject) string {
	words := Texts(o)
	if t, ok := o.(interface{ TipText() string }); ok && t.TipText() != "" {
		words = append(words, t.TipText())
	}
	if len(words) == 0 {
		return ""
	}
	return reflect.TypeOf(o).String() + " " + strings.Join(words, "\n")
}

// clicksOf gives the layer that remembers the presses in an object's window: that of its content, whatever is open over it.
func clicksOf(o fyne.CanvasObject) *Floats {
	c := CanvasOf(o)
	if c == nil {
		return nil
	}
	if f, ok := c.Content().(Floating); ok {
		return f.Floats()
	}
	return nil
}

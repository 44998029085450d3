package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var _ desktop.Mouseable = (*entry)(nil)

// MouseDown is the toolkit's.
func (e *entry) MouseDown(ev *desktop.MouseEvent) { e.press(e, func() { e.Entry.MouseDown(ev) }) }

// MouseUp is the toolkit's.
func (e *entry) MouseUp(ev *desktop.MouseEvent) {
	e.heldAt = nil
	e.Entry.MouseUp(ev)
}

// DragEnd ends dragging. Where the pointer was let go outside, the window has just taken the focus away.
func (e *entry) DragEnd() {
	e.heldAt = nil
	e.Entry.DragEnd()
	takeFocus(e)
}

// takeFocus gives the focus to a field that the pointer is at work in.
func takeFocus(e typing) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(e)
	}
}

// press does what the pointer's button does to a field as it goes down. The field stays below the pointer, also where it lies
// half behind an edge or where what is wrong with the field before it is said above it: else the button would be let go
// over something else, which takes the focus away again, and what is typed goes nowhere. The next key brings it into view.
func (h *hearing) press(o fyne.CanvasObject, down func()) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	h.pressing, h.heldAt = true, &at
	defer func() { h.pressing = false }()
	around := scrollersAround(rootOf(o), o)
	if len(around) == 0 {
		down()
		return
	}
	inner := around[len(around)-1]
	y := inner.Where(o)
	down()
	if inner.Where(o) != y {
		inner.PutAt(o, y)
	}
}

// slid gives the focus back to a field that has slid away below the pointer's button, where nothing can be scrolled to keep it
// there: the window has just taken the focus away, for the button was let go beside the field.
func (h *hearing) slid(o fyne.CanvasObject) {
	at, f := h.heldAt, floatsOf(o)
	h.heldAt = nil
	if at == nil || f == nil || *at == fyne.CurrentApp().Driver().AbsolutePositionForObject(o) {
		return
	}
	f.after(0, func() {
		if c := CanvasOf(o); c != nil && c.Focused() == nil && Contains(rootOf(o), o) {
			FocusOn(c, o.(fyne.Focusable))
		}
	})
}

// reveal scrolls a field into view that has the focus, unless the pointer has brought it there a moment ago.
func (h *hearing) reveal(o fyne.CanvasObject) {
	if !h.pressing {
		Reveal(o)
	}
}

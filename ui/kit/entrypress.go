package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var _ desktop.Mouseable = (*entry)(nil)

// MouseDown is the toolkit's.
func (e *entry) MouseDown(ev *desktop.MouseEvent) { e.press(e, func() { e.Entry.MouseDown(ev) }) }

// press does what the pointer's button does to a field as it goes down. The field stays below the pointer, also where it lies
// half behind an edge or where what is wrong with the field before it is said above it: else the button would be let go
// over something else, which takes the focus away again, and what is typed goes nowhere. The next key brings it into view.
func (h *hearing) press(o fyne.CanvasObject, down func()) {
	h.pressing = true
	defer func() { h.pressing = false }()
	around := scrollersAround(rootOf(o), o)
	if len(around) == 0 {
		down()
		return
	}
	inner := around[len(around)-1]
	at := inner.Where(o)
	down()
	if inner.Where(o) != at {
		inner.PutAt(o, at)
	}
}

// reveal scrolls a field into view that has the focus, unless the pointer has brought it there a moment ago.
func (h *hearing) reveal(o fyne.CanvasObject) {
	if !h.pressing {
		Reveal(o)
	}
}

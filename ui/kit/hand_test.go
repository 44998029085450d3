package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hand presses as in a real window: what lies under the pointer is looked for at the press and again at the release, and what
// has the focus loses it where nothing that can have it lies there.
type hand struct {
	b       *bench
	at      fyne.Position
	pressed fyne.CanvasObject
}

func (h *hand) click(at fyne.Position) {
	h.at = at
	h.button(true)
	h.button(false)
}

func (h *hand) button(down bool) {
	o, at := h.under(func(o fyne.CanvasObject) bool {
		switch o.(type) {
		case fyne.Tappable, fyne.SecondaryTappable, fyne.Focusable, desktop.Mouseable:
			return true
		}
		return false
	})
	point := fyne.PointEvent{Position: at, AbsolutePosition: h.at}
	if m, ok := o.(desktop.Mouseable); ok {
		ev := &desktop.MouseEvent{PointEvent: point, Button: desktop.MouseButtonPrimary}
		if down {
			m.MouseDown(ev)
		} else {
			m.MouseUp(ev)
		}
	}
	c := h.b.window.Canvas()
	if f, ok := o.(fyne.Focusable); !ok || f != c.Focused() {
		if around, _ := h.under(func(o fyne.CanvasObject) bool { _, ok := o.(fyne.Focusable); return ok }); around == nil {
			c.Unfocus()
		}
	}
	if t, ok := o.(fyne.Tappable); ok && !down && o == h.pressed {
		t.Tapped(&point)
	}
	if down {
		h.pressed = o
	}
}

// under gives the innermost object under the pointer that is looked for, and where on it the pointer is; nil for none.
func (h *hand) under(wanted func(fyne.CanvasObject) bool) (found fyne.CanvasObject, at fyne.Position) {
	var look func(o fyne.CanvasObject, corner fyne.Position)
	look = func(o fyne.CanvasObject, corner fyne.Position) {
		in := h.at.Subtract(corner)
		out := in.X < 0 || in.Y < 0 || in.X >= o.Size().Width || in.Y >= o.Size().Height
		scroll, clips := o.(*Scroll)
		if !o.Visible() || out && clips {
			return
		}
		if !out && wanted(o) {
			found, at = o, in
		}
		for _, child := range inside(o) {
			from := corner.Add(child.Position())
			if clips {
				from.Y -= scroll.Offset.Y
			}
			look(child, from)
		}
	}
	look(h.b.stage.content, fyne.NewPos(0, 0))
	return found, at
}

package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a field of one line, unseen, and hands the mouse's wheel to the page or dialog that the field
// scrolls with. The toolkit's field holds a scroller of its own, which would take the wheel and do nothing with it; all
// else than the wheel goes to what lies below.
type wheel struct {
	widget.BaseWidget

	over  fyne.CanvasObject
	inner fyne.Scrollable // the field's own scroller: it moves a long text sideways
}

var (
	_ fyne.Widget     = (*wheel)(nil)
	_ fyne.Scrollable = (*wheel)(nil)
)

func newWheel(over fyne.CanvasObject, inner fyne.Scrollable) *wheel {
	w := &wheel{over: over, inner: inner}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled is told of the wheel.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY == 0 {
		w.inner.Scrolled(ev)
		return
	}
	scrollAround(w.over, ev)
}

// CreateRenderer is the toolkit's way to draw a widget; there is nothing to be seen.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{owner: w, objects: these(), min: func() fyne.Size { return fyne.Size{} }, layout: func(fyne.Size) {}}
}

// scrollAround scrolls what an object lies in: the nearest scroller that can move further, as the wheel does
// everywhere else on a page.
func scrollAround(o fyne.CanvasObject, ev *fyne.ScrollEvent) {
	for _, s := range slices.Backward(scrollersAround(rootOf(o), o)) {
		if was := s.Offset.Y; was != s.scrolled(ev) {
			return
		}
	}
}

func (s *Scroll) scrolled(ev *fyne.ScrollEvent) float32 {
	s.Scrolled(ev)
	return s.Offset.Y
}

// scrollersAround lists the scrollers between a root and an object in it, the outermost first.
func scrollersAround(root, o fyne.CanvasObject) []*Scroll {
	var out []*Scroll
	if root == nil {
		return nil
	}
	Walk(root, func(c fyne.CanvasObject) bool {
		if s, ok := c.(*Scroll); ok && Contains(s.holder, o) {
			out = append(out, s)
		}
		return true
	})
	return out
}

// wheelRenderer is an entry's renderer with the wheel over it.
type wheelRenderer struct {
	fyne.WidgetRenderer

	wheel *wheel
	cover *barCover
}

func (r *wheelRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clip(r.WidgetRenderer.Objects()), r.cover, r.wheel)
}

func (r *wheelRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	place(r.wheel, 0, 0, size.Width, size.Height)
	p := paintFor(r.wheel)
	place(r.cover, p.px(2), size.Height-p.px(6), size.Width-p.px(4), p.px(5))
}

// Destroy ends what moves by itself.
func (r *wheelRenderer) Destroy() {
	r.cover.entry.blink.stop()
	r.WidgetRenderer.Destroy()
}

// barCover lies over the foot of a field of one line, where the toolkit would draw a scroll bar below a text that is longer
// than the field: the bar comes up to the letters, and the cursor moves the text without it.
type barCover struct {
	widget.BaseWidget

	entry *entry
	fill  *canvas.Rectangle
}

var (
	_ desktop.Hoverable = (*barCover)(nil)
	_ desktop.Mouseable = (*barCover)(nil)
	_ fyne.Tappable     = (*barCover)(nil)
)

func newBarCover(e *entry) *barCover {
	c := &barCover{entry: e, fill: &canvas.Rectangle{}}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is the toolkit's way to draw a widget.
func (c *barCover) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{owner: c, objects: these(c.fill), min: func() fyne.Size { return fyne.Size{} }, layout: func(s fyne.Size) {
		c.fill.FillColor = paintFor(c).color(ColorCard)
		place(c.fill, 0, 0, s.Width, s.Height)
	}}
}

// MouseIn keeps the pointer from the bar, which would grow.
func (c *barCover) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does so too.
func (c *barCover) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (c *barCover) MouseOut() {}

// MouseDown is the field's.
func (c *barCover) MouseDown(ev *desktop.MouseEvent) { c.entry.MouseDown(c.within(ev)) }

// MouseUp is the field's.
func (c *barCover) MouseUp(ev *desktop.MouseEvent) { c.entry.MouseUp(c.within(ev)) }

// Tapped is the field's.
func (c *barCover) Tapped(ev *fyne.PointEvent) {
	at := *ev
	at.Position = ev.Position.Add(c.Position())
	c.entry.Tapped(&at)
}

func (c *barCover) within(ev *desktop.MouseEvent) *desktop.MouseEvent {
	at := *ev
	at.Position = ev.Position.Add(c.Position())
	return &at
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Escaper is an overlay that goes away on Escape, wherever in it the focus is.
type Escaper interface{ Escape() }

// Popover is a box that opens beside an object: the month of a date field, the choices of a select. What is taller than the
// window scrolls in it. A click elsewhere or Escape closes it, and the focus goes back to where it was.
type Popover struct {
	widget.BaseWidget

	anchor  fyne.CanvasObject // nil where the box opens at a point
	at      fyne.Position
	content fyne.CanvasObject
	scroll  *Scroll // around the content; nil where that scrolls by itself
	still   bool    // what gets the focus is below the pointer, and must not move away from it
	width   float32
	canvas  fyne.Canvas
	back    fyne.Focusable
	closed  func()
	shadow  *canvas.Rectangle
	frame   *frame
}

var (
	_ fyne.Widget       = (*Popover)(nil)
	_ fyne.Tappable     = (*Popover)(nil)
	_ Escaper           = (*Popover)(nil)
	_ Revealer          = (*Popover)(nil)
	_ fyne.CanvasObject = (*Popover)(nil)
)

// ShowPopover opens content below or above an anchor, at least width units wide (0: as wide as the content
// likes), and gives the focus to the first object in it. closed is called once when it closes; it may be nil.
func ShowPopover(anchor, content fyne.CanvasObject, width float32, closed func()) *Popover {
	c := fyne.CurrentApp().Driver().CanvasForObject(anchor)
	if c == nil {
		return nil
	}
	return showPopover(c, &Popover{anchor: anchor, content: content, width: width, closed: closed})
}

// ShowPopoverAt opens content at a point of a canvas, as a context menu does.
func ShowPopoverAt(c fyne.Canvas, at fyne.Position, content fyne.CanvasObject, closed func()) *Popover {
	return showPopover(c, &Popover{at: at, content: content, closed: closed})
}

func showPopover(c fyne.Canvas, p *Popover) *Popover {
	p.canvas, p.back = c, c.Focused()
	p.shadow, p.frame = &canvas.Rectangle{}, newFrame()
	if !rolls(p.content) {
		p.scroll = NewScroll(p.content).BesideBar(0)
	}
	p.ExtendBaseWidget(p)
	HideTips(c)
	c.Overlays().Add(p)
	p.Resize(c.Size())
	if f := FirstFocusable(p.content); f != nil {
		c.Focus(f)
	}
	return p
}

// Close takes the box away and gives the focus back.
func (p *Popover) Close() {
	if p.canvas == nil {
		return
	}
	c := p.canvas
	p.canvas = nil
	c.Overlays().Remove(p)
	if p.back != nil {
		FocusOn(c, p.back) // the page below may have been made anew meanwhile
	}
	if p.closed != nil {
		p.closed()
	}
}

// Escape closes the box.
func (p *Popover) Escape() { p.Close() }

// Tapped closes the box: the click was beside it, and the focus goes back to where nobody pointed.
func (p *Popover) Tapped(ev *fyne.PointEvent) {
	Click(p, ev, func() {
		back := p.back
		p.Close()
		if u, ok := back.(interface{ Unasked() }); ok {
			u.Unasked()
		}
	})
}

// rolls tells whether there is a list in an object, which shows a part of its rows by itself.
func rolls(o fyne.CanvasObject) bool {
	return !Walk(o, func(in fyne.CanvasObject) bool {
		_, list := in.(*List)
		return !list
	})
}

// shown gives what stands in the box.
func (p *Popover) shown() fyne.CanvasObject {
	if p.scroll != nil {
		return p.scroll
	}
	return p.content
}

// Reveal scrolls an object of the content into view.
func (p *Popover) Reveal(o fyne.CanvasObject) {
	if p.scroll != nil && !p.still {
		p.scroll.Reveal(o)
	}
}

// Key scrolls by keys that nothing in the box used, and tells whether the key was one of those.
func (p *Popover) Key(ev *fyne.KeyEvent) bool { return p.scroll != nil && p.scroll.Key(ev) }

// Children gives the content.
func (p *Popover) Children() []fyne.CanvasObject { return []fyne.CanvasObject{p.shown()} }

// CreateRenderer is the toolkit's way to draw a widget.
func (p *Popover) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: p,
		objects: func() []fyne.CanvasObject {
			return append(append([]fyne.CanvasObject{p.shadow}, p.frame.objects()...), p.shown())
		},
		min:    func() fyne.Size { return fyne.Size{} },
		layout: p.layout,
	}
}

func (p *Popover) layout(s fyne.Size) {
	pt := paintFor(p)
	at, below := p.at, float32(0)
	if p.anchor != nil {
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(p.anchor)
		below = p.anchor.Size().Height + pt.px(4)
	}
	pad := pt.px(8)
	w := max(pt.px(p.width), naturalWidth(p.content)+2*pad)
	if p.scroll != nil && HeightFor(p.content, w-2*pad)+2*pad > s.Height-pt.px(16) {
		w += pt.size(theme.SizeNameScrollBar)
	}
	w = min(w, s.Width-pt.px(16))
	h := min(HeightFor(p.content, w-2*pad)+2*pad, s.Height-pt.px(16))
	x := max(min(at.X, s.Width-w-pt.px(8)), pt.px(8))
	y := at.Y + below
	if y+h > s.Height-pt.px(4) {
		y = max(at.Y-h-pt.px(4), pt.px(8))
		y = min(y, s.Height-h-pt.px(8))
	}
	p.shadow.FillColor, p.shadow.CornerRadius = pt.color(colorShadow), pt.px(10)
	place(p.shadow, x-pt.px(2), y, w+pt.px(4), h+pt.px(4))
	p.frame.style(pt, ColorHairline, ColorCard, pt.px(8))
	p.frame.place(x, y, w, h, pt.px(1))
	place(p.shown(), x+pad, y+pad, w-2*pad, h-2*pad)
}

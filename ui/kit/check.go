package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CheckBox is a small square, green with a tick when on, with or without a label.
type CheckBox struct {
	pressable

	on      bool
	changed func(on bool)
	face    boxFace
	ring    *canvas.Rectangle
	label   *Text
}

var (
	_ fyne.Widget    = (*CheckBox)(nil)
	_ fyne.Focusable = (*CheckBox)(nil)
	_ Fitter         = (*CheckBox)(nil)
)

// NewCheckBox makes a check box; an empty label leaves only the square.
func NewCheckBox(label string, on bool, changed func(on bool)) *CheckBox {
	c := &CheckBox{on: on, changed: changed, face: newBoxFace(), ring: &canvas.Rectangle{}}
	if label != "" {
		c.label = NewText(label, Body())
	}
	c.start(c, c.flip)
	return c
}

func (c *CheckBox) flip() {
	c.SetOn(!c.on)
	if c.changed != nil {
		c.changed(c.on)
	}
}

// On tells whether the box is ticked.
func (c *CheckBox) On() bool { return c.on }

// SetOn ticks the box or not, without telling anybody.
func (c *CheckBox) SetOn(on bool) {
	if c.on != on {
		c.on = on
		c.Refresh()
	}
}

// Children gives the label.
func (c *CheckBox) Children() []fyne.CanvasObject {
	if c.label == nil {
		return nil
	}
	return []fyne.CanvasObject{c.label}
}

// SetLabel changes the label of a box that has one.
func (c *CheckBox) SetLabel(label string) {
	if c.label != nil {
		c.label.SetText(label)
	}
}

const boxSide = 15

// NaturalWidth is the width with the label on one line.
func (c *CheckBox) NaturalWidth() float32 {
	p := paintFor(c)
	if c.label == nil {
		return p.px(boxSide)
	}
	return p.px(boxSide+10) + c.label.NaturalWidth()
}

// HeightFor gives the height at a width.
func (c *CheckBox) HeightFor(width float32) float32 {
	p := paintFor(c)
	if c.label == nil {
		return p.px(24)
	}
	return max(c.label.HeightFor(width-p.px(boxSide+10))+p.px(6), p.px(24))
}

// CreateRenderer is the toolkit's way to draw a widget.
func (c *CheckBox) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: c,
		objects: func() []fyne.CanvasObject {
			out := append([]fyne.CanvasObject{c.ring}, c.face.objects()...)
			if c.label != nil {
				out = append(out, c.label)
			}
			return out
		},
		min: func() fyne.Size {
			p := paintFor(c)
			if c.label == nil {
				return fyne.NewSize(p.px(boxSide), p.px(24))
			}
			return fyne.NewSize(p.px(boxSide+10)+minWidth(c.label), c.HeightFor(max(c.Size().Width, p.px(80))))
		},
		layout: c.layout,
	}
}

func (c *CheckBox) layout(s fyne.Size) {
	p := paintFor(c)
	d := p.px(boxSide)
	y := (s.Height - d) / 2
	c.face.layout(p, boxLook{on: c.on, lit: c.hovered || c.focused, off: c.off()}, y)
	c.ring.FillColor, c.ring.CornerRadius, c.ring.Hidden = p.color(ColorFocusRing), p.px(5), !c.focused
	place(c.ring, -p.px(3), y-p.px(3), d+p.px(6), d+p.px(6))
	if c.label != nil {
		style := Body()
		if c.off() {
			style.Color = colorDisabled
		}
		c.label.SetRuns(style.Run(c.label.Text()))
		w := s.Width - p.px(boxSide+10)
		h := c.label.HeightFor(w)
		place(c.label, p.px(boxSide+10), (s.Height-h)/2, w, h)
	}
}

// boxFace draws the square and its tick.
type boxFace struct {
	frame *frame
	tick  [2]*canvas.Line
}

func newBoxFace() boxFace { return boxFace{newFrame(), [2]*canvas.Line{{}, {}}} }

func (f boxFace) objects() []fyne.CanvasObject {
	return append(f.frame.objects(), f.tick[0], f.tick[1])
}

// boxLook says how a box looks: ticked, with pointer or focus on it, as if it did nothing.
type boxLook struct{ on, lit, off bool }

// layout draws the box at the left, y below the top.
func (f boxFace) layout(p paint, look boxLook, y float32) {
	border, fill := ColorCheckBorder, ColorCard
	switch {
	case look.off && look.on:
		border, fill = colorDisabled, colorDisabled
	case look.off:
		border, fill = ColorHairline, ColorGround
	case look.on:
		border, fill = ColorAccent, ColorAccent
	case look.lit:
		border = ColorAccent
	}
	d := p.px(boxSide)
	f.frame.style(p, border, fill, p.px(3))
	f.frame.place(0, y, d, d, p.px(1))
	at := func(x, dy float32) fyne.Position { return fyne.NewPos(p.px(x), y+p.px(dy)) }
	f.tick[0].Position1, f.tick[0].Position2 = at(3.5, 7.5), at(6.3, 10.5)
	f.tick[1].Position1, f.tick[1].Position2 = at(6.3, 10.5), at(11.5, 4.5)
	for _, l := range f.tick {
		l.StrokeColor, l.StrokeWidth, l.Hidden = p.color(ColorOnAccent), p.px(1.6), !look.on
	}
}

func (f boxFace) show(on, ticked bool) {
	f.frame.show(on)
	for _, l := range f.tick {
		l.Hidden = !on || !ticked
	}
}

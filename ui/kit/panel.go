package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Panel is a ground in a colour of the theme, with or without a border.
type Panel struct {
	widget.BaseWidget

	fill, border fyne.ThemeColorName
	radius       float32
	frame        *frame
}

var _ fyne.Widget = (*Panel)(nil)

// NewPanel makes a ground with corners of a radius in units. An empty border is none.
func NewPanel(fill, border fyne.ThemeColorName, radius float32) *Panel {
	if border == "" {
		border = fill
	}
	p := &Panel{fill: fill, border: border, radius: radius, frame: newFrame()}
	p.ExtendBaseWidget(p)
	return p
}

// SetColors changes ground and border.
func (p *Panel) SetColors(fill, border fyne.ThemeColorName) {
	if p.fill != fill || p.border != border {
		p.fill, p.border = fill, border
		p.Refresh()
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: p,
		objects: func() []fyne.CanvasObject {
			if p.fill == p.border {
				return []fyne.CanvasObject{p.frame.outer}
			}
			return p.frame.objects()
		},
		min: func() fyne.Size { return fyne.Size{} },
		layout: func(s fyne.Size) {
			pt := paintFor(p)
			p.frame.style(pt, p.border, p.fill, pt.px(p.radius))
			p.frame.place(0, 0, s.Width, s.Height, pt.px(1))
		},
	}
}

// Hairline is a line of one unit that fills its width or its height.
func Hairline() fyne.CanvasObject {
	r := &hairline{line: &canvas.Rectangle{}}
	r.ExtendBaseWidget(r)
	return r
}

type hairline struct {
	widget.BaseWidget

	line *canvas.Rectangle
}

func (h *hairline) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   h,
		objects: these(h.line),
		min:     func() fyne.Size { return fyne.NewSize(paintFor(h).px(1), paintFor(h).px(1)) },
		layout: func(s fyne.Size) {
			h.line.FillColor = paintFor(h).color(ColorHairline)
			place(h.line, 0, 0, s.Width, s.Height)
		},
	}
}

// overLayout puts the second object over the first, which is its ground.
type overLayout struct{}

var _ FitLayout = (*overLayout)(nil)

// Over puts content on a ground of the same size.
func Over(ground, content fyne.CanvasObject) *fyne.Container {
	return container.New(&overLayout{}, ground, content)
}

func (*overLayout) MinSize(o []fyne.CanvasObject) fyne.Size            { return o[1].MinSize() }
func (*overLayout) HeightFor(o []fyne.CanvasObject, w float32) float32 { return HeightFor(o[1], w) }
func (*overLayout) NaturalWidth(o []fyne.CanvasObject) float32         { return naturalWidth(o[1]) }

func (*overLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], 0, 0, s.Width, s.Height)
	place(o[1], 0, 0, s.Width, s.Height)
}

// NewNotice is a message that stays: on the soft colour of its kind, with buttons at its right.
func NewNotice(kind Kind, text string, buttons ...fyne.CanvasObject) *fyne.Container {
	strong, soft := kind.Colors()
	parts := append([]fyne.CanvasObject{Grow(NewText(text, Style{Color: strong}))}, buttons...)
	return Over(NewPanel(soft, strong, 6), Pad(6, 10, 6, 12, Line(8, parts...)))
}

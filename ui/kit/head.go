package kit

import (
	"fyne.io/fyne/v2"
)

// Head is the head of a column that sorts by it when pressed.
type Head struct {
	pressable

	text *Text
	ring *frame
}

var (
	_ fyne.Widget    = (*Head)(nil)
	_ fyne.Focusable = (*Head)(nil)
)

// NewHead makes a head; the one that the rows are in the order of stands out.
func NewHead(text string, present bool, tap func()) *Head {
	style := Caption()
	if present {
		style = Style{Size: SizeCaption, Bold: true}
	}
	h := &Head{text: NewLine(text, style), ring: newFrame()}
	h.start(h, tap)
	return h
}

// Children gives the text.
func (h *Head) Children() []fyne.CanvasObject { return []fyne.CanvasObject{h.text} }

// NaturalWidth is that of the text.
func (h *Head) NaturalWidth() float32 { return h.text.NaturalWidth() }

// CreateRenderer is the toolkit's way to draw a widget.
func (h *Head) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   h,
		objects: these(h.ring.outer, h.ring.inner, h.text),
		min:     func() fyne.Size { return fyne.NewSize(paintFor(h).px(20), paintFor(h).px(24)) },
		layout: func(s fyne.Size) {
			p := paintFor(h)
			h.ring.focusRing(p, h.focused, -p.px(3), 0, s.Width+p.px(6), s.Height)
			th := h.text.HeightFor(s.Width)
			place(h.text, 0, (s.Height-th)/2, s.Width, th)
		},
	}
}

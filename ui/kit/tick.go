package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tick is the square of a check box that only shows: the row of a list that it stands in is what ticks it.
type Tick struct {
	widget.BaseWidget

	on   bool
	face boxFace
}

var _ fyne.Widget = (*Tick)(nil)

// NewTick makes a square without a tick.
func NewTick() *Tick {
	t := &Tick{face: newBoxFace()}
	t.ExtendBaseWidget(t)
	return t
}

// On tells whether it is ticked.
func (t *Tick) On() bool { return t.on }

// SetOn ticks the square or not.
func (t *Tick) SetOn(on bool) {
	if t.on != on {
		t.on = on
		t.Refresh()
	}
}

// CreateRenderer is the toolkit's way to draw a widget.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   t,
		objects: t.face.objects,
		min:     func() fyne.Size { return fyne.NewSquareSize(paintFor(t).px(boxSide)) },
		layout: func(s fyne.Size) {
			p := paintFor(t)
			t.face.layout(p, boxLook{on: t.on}, (s.Height-p.px(boxSide))/2)
			t.face.show(true, t.on)
		},
	}
}

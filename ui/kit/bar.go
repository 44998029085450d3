package kit

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Mark is a tick on a bar.
type Mark struct {
	At    float64 // 0 to 1
	Color fyne.ThemeColorName
}

// Bar shows a share from 0 to 1, with ticks for where something began and where it shall get.
type Bar struct {
	widget.BaseWidget

	share  float64
	height float32
	wide   float32
	marks  []Mark
	track  *canvas.Rectangle
	fill   *canvas.Rectangle
	ticks  []*canvas.Rectangle
}

var _ fyne.Widget = (*Bar)(nil)

// NewBar makes a thin bar of a share.
func NewBar(share float64) *Bar {
	b := &Bar{share: share, height: 6, track: &canvas.Rectangle{}, fill: &canvas.Rectangle{}}
	b.ExtendBaseWidget(b)
	return b
}

// Thick makes the bar as tall as the one for hours, and gives the bar back.
func (b *Bar) Thick() *Bar {
	b.height = 10
	return b
}

// Wide sets the width the bar would like, in units, and gives the bar back.
func (b *Bar) Wide(units float32) *Bar {
	b.wide = units
	return b
}

// WithMarks sets the ticks and gives the bar back.
func (b *Bar) WithMarks(marks ...Mark) *Bar {
	b.height, b.marks = 8, marks
	b.ticks = make([]*canvas.Rectangle, len(marks))
	for i := range marks {
		b.ticks[i] = &canvas.Rectangle{}
	}
	return b
}

// SetMarks changes the ticks.
func (b *Bar) SetMarks(marks ...Mark) {
	if slices.Equal(b.marks, marks) {
		return
	}
	b.marks = marks
	for len(b.ticks) < len(marks) {
		b.ticks = append(b.ticks, &canvas.Rectangle{})
	}
	b.Refresh()
}

// Baseline is the tick of where something began.
func Baseline(at float64) Mark { return Mark{at, ColorText} }

// Target is the tick of where something shall get.
func Target(at float64) Mark { return Mark{at, ColorTarget} }

// BarLegend says in a line what the ticks and the fill of bars mean, in the words for each.
func BarLegend(baseline, now, target string) *fyne.Container {
	part := func(sign string, color fyne.ThemeColorName, text string) fyne.CanvasObject {
		return NewRuns(Style{Size: SizeCaption, Color: color, Bold: true}.Run(sign+" "), Caption().Run(text))
	}
	return Line(10, part("|", ColorText, baseline), part("━", ColorAccent, now), part("|", ColorTarget, target))
}

// SetShare changes the share.
func (b *Bar) SetShare(share float64) {
	if b.share != share {
		b.share = share
		b.Refresh()
	}
}

// NaturalWidth is the width the bar would like.
func (b *Bar) NaturalWidth() float32 {
	p := paintFor(b)
	if b.wide > 0 {
		return p.px(b.wide)
	}
	return p.px(130)
}

// CreateRenderer is the toolkit's way to draw a widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: b,
		objects: func() []fyne.CanvasObject {
			out := []fyne.CanvasObject{b.track, b.fill}
			for _, t := range b.ticks {
				out = append(out, t)
			}
			return out
		},
		min: func() fyne.Size {
			p := paintFor(b)
			return fyne.NewSize(p.px(40), p.px(b.height))
		},
		layout: b.layout,
	}
}

// clampShare makes a number that can be drawn of any, also of 0/0.
func clampShare(v float64) float32 {
	if math.IsNaN(v) {
		return 0
	}
	return float32(min(max(v, 0), 1))
}

func (b *Bar) layout(s fyne.Size) {
	p := paintFor(b)
	h := p.px(b.height)
	y := (s.Height - h) / 2
	b.track.FillColor, b.track.CornerRadius = p.color(ColorTrack), p.px(3)
	b.fill.FillColor, b.fill.CornerRadius = p.color(ColorAccent), p.px(3)
	place(b.track, 0, y, s.Width, h)
	w := s.Width * clampShare(b.share)
	b.fill.Hidden = w < 1
	place(b.fill, 0, y, max(w, min(p.px(4), s.Width)), h)
	for _, t := range b.ticks[min(len(b.marks), len(b.ticks)):] {
		t.Hidden = true
	}
	for i, m := range b.marks {
		b.ticks[i].Hidden = false
		b.ticks[i].FillColor = p.color(m.Color)
		x := (s.Width - p.px(2)) * clampShare(m.At)
		place(b.ticks[i], x, y-p.px(1), p.px(2), h+p.px(2))
	}
}

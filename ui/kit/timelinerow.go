package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// timelineRow is one lane in view.
type timelineRow struct {
	widget.BaseWidget

	of      *Timeline
	index   int
	lane    TimelineLane
	title   *Text
	caption *Text
	track   *canvas.Rectangle
	today   *canvas.Rectangle
	ring    *canvas.Rectangle
	dots    []*canvas.Rectangle
}

func newTimelineRow(t *Timeline) *timelineRow {
	r := &timelineRow{
		of: t, title: NewLine("", Body()), caption: NewLine("", Caption()),
		track: &canvas.Rectangle{}, today: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *timelineRow) set(i int, lane TimelineLane) {
	r.index, r.lane = i, lane
	r.title.SetText(lane.Title)
	r.caption.SetText(lane.Caption)
	for len(r.dots) < len(lane.Dots) {
		r.dots = append(r.dots, &canvas.Rectangle{})
	}
	r.Refresh()
}

// Children gives the words of the lane.
func (r *timelineRow) Children() []fyne.CanvasObject { return []fyne.CanvasObject{r.title, r.caption} }

// HeightFor is that of the list's row.
func (r *timelineRow) HeightFor(float32) float32 { return paintFor(r).px(44) }

// CreateRenderer is the toolkit's way to draw a widget.
func (r *timelineRow) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: r,
		objects: func() []fyne.CanvasObject {
			out := []fyne.CanvasObject{r.track, r.today, r.ring}
			for _, d := range r.dots {
				out = append(out, d)
			}
			return append(out, r.title, r.caption)
		},
		min:    func() fyne.Size { return fyne.NewSize(paintFor(r).px(120), paintFor(r).px(44)) },
		layout: r.layout,
	}
}

func (r *timelineRow) layout(s fyne.Size) {
	p := paintFor(r)
	left := r.of.title(s.Width + p.px(16))
	width := s.Width - left
	th, ch := r.title.HeightFor(left-p.px(14)), r.caption.HeightFor(left-p.px(14))
	y := (s.Height - th - ch) / 2
	place(r.title, 0, y, left-p.px(14), th)
	place(r.caption, 0, y+th, left-p.px(14), ch)
	r.track.FillColor, r.track.CornerRadius = p.color(ColorTrack), p.px(1)
	r.layoutTrack(left, width, s.Height/2)
	x, ok := r.of.x(r.of.spec.Today, width)
	r.today.Hidden, r.today.FillColor = !ok, p.color(ColorTarget)
	place(r.today, left+x-p.px(0.5), 0, p.px(1.5), s.Height)
	r.layoutDots(left, width, s.Height/2)
}

// layoutTrack draws a line from the first day in view to the last.
func (r *timelineRow) layoutTrack(left, width, y float32) {
	p := paintFor(r)
	first, last := float32(-1), float32(-1)
	for _, d := range r.lane.Dots {
		if x, ok := r.of.x(d.On, width); ok {
			if first < 0 {
				first = x
			}
			last = x
		}
	}
	r.track.Hidden = last <= first
	place(r.track, left+first, y-p.px(1), last-first, p.px(2))
}

func (r *timelineRow) layoutDots(left, width, y float32) {
	p := paintFor(r)
	r.ring.Hidden = true
	for i, o := range r.dots {
		if o.Hidden = i >= len(r.lane.Dots); o.Hidden {
			continue
		}
		d := r.lane.Dots[i]
		x, ok := r.of.x(d.On, width)
		if o.Hidden = !ok; !ok {
			continue
		}
		strong, _ := d.Kind.Colors()
		o.FillColor = p.color(strong)
		size, radius := p.px(10), p.px(5)
		if d.End {
			size, radius = p.px(12), p.px(2)
		}
		if o.CornerRadius = radius; d.Kind == Neutral {
			o.FillColor, o.StrokeColor, o.StrokeWidth = p.color(ColorCard), p.color(strong), p.px(2)
		} else {
			o.StrokeWidth = 0
		}
		place(o, left+x-size/2, y-size/2, size, size)
		if r.of.list.focused && r.index == r.of.list.Current() && i == r.of.dot {
			r.ring.Hidden, r.ring.FillColor, r.ring.CornerRadius = false, p.color(ColorFocusRing), p.px(10)
			place(r.ring, left+x-p.px(10), y-p.px(10), p.px(20), p.px(20))
		}
	}
}

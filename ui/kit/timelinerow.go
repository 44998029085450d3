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
	both    *Text // in place of the two where the title needs a second line: what is left of that has the caption
	track   *canvas.Rectangle
	today   *canvas.Rectangle
	ring    *canvas.Rectangle
	dots    []*canvas.Rectangle
	pointed int // the day below the pointer, where this is the lane with one
}

var _ pointed = (*timelineRow)(nil)

func newTimelineRow(t *Timeline) *timelineRow {
	r := &timelineRow{
		of: t, title: NewLine("", Body()), caption: NewLine("", Caption()), both: NewText("", Body()).Limit(2),
		track: &canvas.Rectangle{}, today: &canvas.Rectangle{}, ring: &canvas.Rectangle{},
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *timelineRow) set(i int, lane TimelineLane) {
	if r.of.pointed == r {
		if i != r.index || r.pointed >= len(lane.Dots) { // another lane is below the pointer now
			r.of.pointed = nil
		}
		defer r.of.say()
	}
	r.index, r.lane = i, lane
	r.title.SetText(lane.Title)
	r.caption.SetText(lane.Caption)
	if r.both.SetRuns(Body().Run(lane.Title)); lane.Caption != "" {
		r.both.SetRuns(Body().Run(lane.Title), Caption().Run(" · "+lane.Caption))
	}
	for len(r.dots) < len(lane.Dots) {
		r.dots = append(r.dots, &canvas.Rectangle{})
	}
	r.Refresh()
}

// pointAt says above the lanes which day is below the pointer.
func (r *timelineRow) pointAt(at fyne.Position) {
	if r.pointed = r.dotAt(at); r.pointed < 0 {
		r.pointAway()
		return
	}
	r.of.pointed = r
	r.of.say()
}

// pointAway says no more which day is below the pointer.
func (r *timelineRow) pointAway() {
	if r.of.pointed == r {
		r.of.pointed = nil
		r.of.say()
	}
}

// dotAt gives the day at a place, the nearest of those that are close to it; -1 for none.
func (r *timelineRow) dotAt(at fyne.Position) int {
	near, best := paintFor(r).px(10), -1
	if dy := at.Y - r.Size().Height/2; dy < -near || dy > near {
		return best
	}
	for i, o := range r.dots {
		if o.Hidden || i >= len(r.lane.Dots) {
			continue
		}
		dx := at.X - o.Position().X - o.Size().Width/2
		if dx = max(dx, -dx); dx <= near {
			near, best = dx, i
		}
	}
	return best
}

// Children gives the words of the lane.
func (r *timelineRow) Children() []fyne.CanvasObject {
	if r.both.Visible() {
		return []fyne.CanvasObject{r.both}
	}
	return []fyne.CanvasObject{r.title, r.caption}
}

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
			return append(out, r.title, r.caption, r.both)
		},
		min:    func() fyne.Size { return fyne.NewSize(paintFor(r).px(120), paintFor(r).px(44)) },
		layout: r.layout,
	}
}

func (r *timelineRow) layout(s fyne.Size) {
	p := paintFor(r)
	left := r.of.title(s.Width + p.px(16))
	width := s.Width - left
	r.layoutWords(left-p.px(14), s.Height)
	r.track.FillColor, r.track.CornerRadius = p.color(ColorTrack), p.px(1)
	r.layoutTrack(left, width, s.Height/2)
	x, ok := r.of.x(r.of.spec.Today, width)
	r.today.Hidden, r.today.FillColor = !ok, p.color(ColorTarget)
	place(r.today, left+x-p.px(0.5), 0, p.px(1.5), s.Height)
	r.layoutDots(left, width, s.Height/2)
}

// layoutWords puts the words of the lane into a width.
func (r *timelineRow) layoutWords(width, height float32) {
	long := r.title.NaturalWidth() > width
	r.title.Hidden, r.caption.Hidden, r.both.Hidden = long, long, !long
	if long {
		h := min(r.both.HeightFor(width), height)
		place(r.both, 0, (height-h)/2, width, h)
		return
	}
	th, ch := r.title.HeightFor(width), r.caption.HeightFor(width)
	y := (height - th - ch) / 2
	place(r.title, 0, y, width, th)
	place(r.caption, 0, y+th, width, ch)
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

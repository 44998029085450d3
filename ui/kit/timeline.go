package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mentorbook/core"
)

// TimelineDot is a day in a lane.
type TimelineDot struct {
	On    core.Date
	Kind  Kind // Accent for what is done, Alarm for what is late, Neutral for what is to come
	End   bool // stands out: the lane's own day
	Label string
}

// TimelineLane is one line of a time line: what it is called, and its days in their order.
type TimelineLane struct {
	Title, Caption string
	Dots           []TimelineDot
}

// TimelineSpec is what a time line shows and does.
type TimelineSpec struct {
	Length func() int
	Lane   func(i int) TimelineLane
	Month  func(core.Date) string // the head of a month
	Today  core.Date
	Open   func(i int)
	Menu   func(i int, at fyne.Position)
}

// The width of a lane's title, in units, and the height of the heads of months and of the line below them.
const (
	timelineTitle = 230
	timelineHead  = 24
	timelineLine  = 22
)

// Timeline shows days of many things on common months: any number of lanes, of which only those in view are
// drawn. Up and Down go from lane to lane, Left and Right from day to day; what a day is stands above the lanes, and so does
// what the day below the pointer is, as long as it is there.
type Timeline struct {
	widget.BaseWidget

	spec     TimelineSpec
	from, to core.Date
	dot      int          // the present one of the present lane
	present  string       // what that one is
	pointed  *timelineRow // the lane with the day below the pointer; nil for none
	list     *List
	said     *Text
	months   []*Text
	lines    []*canvas.Rectangle
	rows     map[fyne.CanvasObject]*timelineRow
}

var (
	_ fyne.Widget = (*Timeline)(nil)
	_ Parent      = (*Timeline)(nil)
)

// NewTimeline makes a time line that shows nothing before SetSpan.
func NewTimeline(spec TimelineSpec) *Timeline {
	t := &Timeline{spec: spec, said: NewLine("", Caption()), rows: map[fyne.CanvasObject]*timelineRow{}}
	t.list = NewList(ListSpec{
		Length: spec.Length,
		Create: func() fyne.CanvasObject {
			r := newTimelineRow(t)
			t.rows[r] = r
			return r
		},
		Update: func(i int, row fyne.CanvasObject) { t.rows[row].set(i, spec.Lane(i)) },
		Height: 46, Open: spec.Open, Menu: spec.Menu,
		Moved: func(int) { t.move(0) },
		Label: func(i int) string { return spec.Lane(i).Title },
		Key:   t.key,
	})
	t.ExtendBaseWidget(t)
	return t
}

// SetSpan shows the days from one to another, that one not included, both the first of a month.
func (t *Timeline) SetSpan(from, to core.Date) {
	t.from, t.to = from, to
	t.months, t.lines = nil, nil
	for d := from; d.Before(to); d = d.AddMonths(1) {
		t.months = append(t.months, NewLine(t.spec.Month(d), Caption()))
		t.lines = append(t.lines, &canvas.Rectangle{})
	}
	t.Refresh()
}

// WhenEmpty sets what stands in the place of lanes where there are none.
func (t *Timeline) WhenEmpty(o fyne.CanvasObject) { t.list.WhenEmpty(o) }

// Focusable gives the part that has the focus.
func (t *Timeline) Focusable() fyne.Focusable { return t.list }

// At tells how far the lanes are scrolled.
func (t *Timeline) At() float32 { return t.list.At() }

// To scrolls them.
func (t *Timeline) To(y float32) { t.list.To(y) }

// Return is To for who comes back to it.
func (t *Timeline) Return(y float32) { t.list.Return(y) }

// Said gives what stands above the lanes: the day below the pointer, or the present one.
func (t *Timeline) Said() string { return t.said.Text() }

// Refresh shows changed data.
func (t *Timeline) Refresh() {
	if t.list.Refresh(); t.pointed != nil && t.pointed.index >= t.spec.Length() {
		t.pointed.pointAway()
	}
	t.BaseWidget.Refresh()
}

func (t *Timeline) key(i int, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyLeft:
		t.move(t.dot - 1)
	case fyne.KeyRight:
		t.move(t.dot + 1)
	default:
		return false
	}
	return true
}

// move makes another day of the present lane the present one.
func (t *Timeline) move(to int) {
	lane := TimelineLane{}
	if t.spec.Length() > 0 {
		lane = t.spec.Lane(t.list.Current())
	}
	t.dot = max(min(to, len(lane.Dots)-1), 0)
	t.present = lane.label(t.dot)
	t.say()
	for _, r := range t.rows {
		r.Refresh()
	}
}

// label tells what a day of the lane is; nothing where there is none. The lane's title stands before it, too: it may be cut there.
func (l TimelineLane) label(dot int) string {
	if dot < 0 || dot >= len(l.Dots) {
		return ""
	}
	return l.Dots[dot].Label + " · " + l.Title
}

// say shows what the day below the pointer is, or, where there is none, the present one.
func (t *Timeline) say() {
	text := t.present
	if t.pointed != nil {
		text = t.pointed.lane.label(t.pointed.pointed)
	}
	t.said.SetText(text)
}

// x gives where a day stands in a width, and whether it is in the stretch on show.
func (t *Timeline) x(d core.Date, width float32) (float32, bool) {
	days := t.to.DaysSince(t.from)
	n := d.DaysSince(t.from)
	if days <= 0 || n < 0 || n >= days {
		return 0, false
	}
	return width * (float32(n) + 0.5) / float32(days), true
}

// Children gives the parts in reading order.
func (t *Timeline) Children() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if t.said.Visible() {
		out = append(out, t.said)
	}
	for _, m := range t.months {
		if m.Visible() {
			out = append(out, m)
		}
	}
	return append(out, t.list)
}

// CreateRenderer is the toolkit's way to draw a widget.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: t,
		objects: func() []fyne.CanvasObject {
			var out []fyne.CanvasObject
			for _, l := range t.lines {
				out = append(out, l)
			}
			return append(out, t.Children()...)
		},
		min:    func() fyne.Size { return fyne.NewSize(paintFor(t).px(timelineTitle+200), paintFor(t).px(160)) },
		layout: t.layout,
	}
}

// title is the width of the lanes' titles: less where there is little room.
func (t *Timeline) title(width float32) float32 {
	return min(paintFor(t).px(timelineTitle), width*0.38)
}

func (t *Timeline) layout(s fyne.Size) {
	p := paintFor(t)
	left, top := t.title(s.Width), p.px(timelineHead+timelineLine)
	inset := p.px(8)
	tight := s.Height < top+p.px(timelineLine) // no room for a lane: heads alone would lie on what stands below
	t.said.Hidden = tight
	place(t.said, left+inset, 0, s.Width-left-inset, p.px(timelineLine))
	width := s.Width - left - 2*inset
	each := width / float32(max(len(t.months), 1))
	step := 1
	for each*float32(step) < p.px(46) && step < 12 {
		step++
	}
	bare := t.spec.Length() == 0 // what stands in the place of lanes is read on a calm ground
	d := t.from
	for i, m := range t.months {
		x, _ := t.x(d, width)
		x += left + inset - width*0.5/float32(max(t.to.DaysSince(t.from), 1))
		t.lines[i].FillColor = p.color(ColorHairline)
		place(t.lines[i], x, top-p.px(6), p.px(1), s.Height-top+p.px(6))
		m.Hidden, t.lines[i].Hidden = tight || i%step != 0, tight || bare
		place(m, x+p.px(4), p.px(timelineLine), max(each*float32(step)-p.px(6), 0), p.px(timelineHead))
		d = d.AddMonths(1)
	}
	place(t.list, 0, top, s.Width, s.Height-top)
}

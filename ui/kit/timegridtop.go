package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// gridTop is what stands above the hours: the days' names, the zones' names, and what takes whole days.
type gridTop struct {
	widget.BaseWidget

	grid   *TimeGrid
	titles []*Text
	zones  []*Text
	chips  [][]*gridChip // of each day
	rest   []int         // of each day: how much of it has no chip
	more   []*gridChip   // of each day: how much of it is not shown, and the way there; hidden where all is
	most   int           // how many chips of a day are shown
	low    bool          // there is room for one line of them only: what is counted stands beside the first
	slim   bool          // and not even that, of several: all are counted
	edge   *canvas.Rectangle
}

func newGridTop(g *TimeGrid) *gridTop {
	t := &gridTop{grid: g, most: gridChips, edge: &canvas.Rectangle{}}
	t.ExtendBaseWidget(t)
	return t
}

func (t *gridTop) set() {
	spec := t.grid.spec
	t.titles, t.zones, t.more = nil, nil, nil
	t.chips = make([][]*gridChip, len(spec.Days))
	t.rest = make([]int, len(spec.Days))
	for i, d := range spec.Days {
		t.rest[i] = d.More
		style := Strong()
		if d.Today {
			style.Color = ColorAccent
		}
		t.titles = append(t.titles, NewLine(d.Title, style).Whole())
	}
	for _, z := range spec.Zones {
		t.zones = append(t.zones, NewLine(z.Name, Style{Size: SizeChip, Color: ColorMuted}).Whole())
	}
	for _, b := range spec.WholeDay {
		switch {
		case b.Day < 0 || b.Day >= len(spec.Days):
		case len(t.chips[b.Day]) == gridChips+1: // with one more than are shown, for where that is all of them
			t.rest[b.Day]++
		default:
			t.chips[b.Day] = append(t.chips[b.Day], t.chip(b))
		}
	}
	for day := range t.rest {
		more := newGridChip(GridBlock{}, func() {
			if t.grid.acts.More != nil {
				t.grid.acts.More(day)
			}
		})
		more.arrow = t.step
		t.more = append(t.more, more)
	}
	t.share()
	t.Refresh()
}

// limit shows fewer chips where they would leave too little of a grid's height to the hours.
func (t *gridTop) limit(size fyne.Size) {
	p, most := paintFor(t), gridChips
	for most > 1 && p.px(gridHead+gridLine*float32(most+1)) > size.Height*mostAbove {
		most--
	}
	_, day := t.grid.columns(p, size.Width)
	low, slim := p.px(lowGrid) > size.Height, p.px(slimDay) > day
	if most != t.most || low != t.low || slim != t.slim {
		t.most, t.low, t.slim = most, low, slim
		t.share()
	}
}

// mostAbove is the share of a grid's height that the lines above the hours may take, lowGrid how high a grid is at the
// most, in units, that has only one of them, and slimDay how wide a day is at the least with a chip and a count in a line.
const (
	mostAbove = 0.27
	lowGrid   = 320
	slimDay   = 84
)

// shown tells how many chips of a day are shown: one more than the most where that is all of them, since the count of one
// would take its place.
func (t *gridTop) shown(day int) int {
	n := len(t.chips[day])
	switch {
	case t.low && t.slim && n+t.rest[day] > 1:
		return 0
	case t.low:
		return min(n, 1)
	}
	if n == t.most+1 && t.rest[day] == 0 {
		return n
	}
	return min(n, t.most)
}

// share shows as many chips of each day as there may be, and says how many there are besides.
func (t *gridTop) share() {
	for day, chips := range t.chips {
		left, shown := t.rest[day], t.shown(day)
		for i, c := range chips {
			if c.Hidden = i >= shown; c.Hidden {
				left++
			}
		}
		t.more[day].say(moreText(left))
		t.more[day].Hidden = left == 0
	}
}

// moreText says how many entries there are besides those that are shown; "" where there are none.
func moreText(n int) string {
	switch {
	case n <= 0:
		return ""
	case n >= manyMore:
		return strconv.Itoa(manyMore) + "+"
	}
	return "+" + strconv.Itoa(n)
}

// manyMore stands for as many entries, or more: nobody counts further.
const manyMore = 999

func (t *gridTop) chip(b GridBlock) *gridChip {
	c := newGridChip(b, func() {
		if t.grid.acts.Open != nil {
			t.grid.acts.Open(b.Key)
		}
	})
	c.arrow = t.step
	return c
}

// step goes by an arrow from one chip to the next of its day, to the next day that has one, and from the last of a day into its
// hours.
func (t *gridTop) step(from *gridChip, key fyne.KeyName) bool {
	days, minutes := arrow(key)
	c := CanvasOf(t)
	if c == nil || days == 0 && minutes == 0 {
		return false
	}
	for day := range t.chips {
		line := t.stops(day)
		i := slices.Index(line, from)
		if i < 0 {
			continue
		}
		switch {
		case minutes < 0 && i > 0:
			FocusOn(c, line[i-1])
		case minutes > 0 && i+1 < len(line):
			FocusOn(c, line[i+1])
		case minutes > 0:
			t.grid.body.takeFocus()
			t.grid.body.toDay(day)
		}
		for to := day + days; days != 0 && to >= 0 && to < len(t.chips); to += days {
			if other := t.stops(to); len(other) > 0 {
				FocusOn(c, other[min(i, len(other)-1)])
				break
			}
		}
	}
	return true
}

// stops gives what of a day can have the focus, from above.
func (t *gridTop) stops(day int) []*gridChip {
	out := slices.Clone(t.chips[day][:t.shown(day)])
	if t.more[day].Visible() {
		out = append(out, t.more[day])
	}
	return out
}

func (t *gridTop) rows() int {
	n := 0
	for i := range t.chips {
		rows := t.shown(i)
		if t.more[i].Visible() && (!t.low || rows == 0) {
			rows++
		}
		n = max(n, rows)
	}
	return n
}

// line gives the height of a line of chips with the air below it, and head that of the names of the days, in units.
func (t *gridTop) line() float32 {
	if t.low {
		return gridLowLine
	}
	return gridLine
}

func (t *gridTop) head() float32 {
	if t.low {
		return gridLowHead
	}
	return gridHead
}

func (t *gridTop) HeightFor(float32) float32 {
	p := paintFor(t)
	h := p.px(t.head())
	if n := t.rows(); n > 0 {
		h += p.px(t.line()*float32(n) + 4)
	}
	return h
}

// Children gives the parts.
func (t *gridTop) Children() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range append(append([]*Text(nil), t.titles...), t.zones...) {
		out = append(out, x)
	}
	for day := range t.chips {
		for _, c := range t.stops(day) {
			out = append(out, c)
		}
	}
	return out
}

func (t *gridTop) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   t,
		objects: func() []fyne.CanvasObject { return append(t.Children(), t.edge) },
		min:     func() fyne.Size { return fyne.NewSize(paintFor(t).px(120), t.HeightFor(0)) },
		layout:  t.layout,
	}
}

func (t *gridTop) layout(s fyne.Size) {
	p := paintFor(t)
	left, day := t.grid.columns(p, s.Width)
	head := p.px(t.head())
	for i, title := range t.titles {
		h, inset := title.HeightFor(day), max(min(p.px(7), day-title.NaturalWidth()-p.px(1)), p.px(1))
		place(title, left+float32(i)*day+inset, (head-h)/2, day-inset, h)
	}
	for i, zone := range t.zones {
		x := t.grid.zoneLeft(p, i)
		w := t.grid.zoneLeft(p, i+1) - x - p.px(4)
		h := zone.HeightFor(w)
		place(zone, x, (head-h)/2, w, h)
	}
	for i := range t.chips {
		t.place(p, i, left+float32(i)*day+p.px(3), head, day-p.px(6))
	}
	t.edge.FillColor = p.color(ColorHairline)
	place(t.edge, 0, s.Height-p.px(1), s.Width, p.px(1))
}

// place puts the chips of a day below each other, and the count of what is not shown below them, or beside the one that is.
func (t *gridTop) place(p paint, day int, x, y, w float32) {
	chips, more := t.chips[day][:t.shown(day)], t.more[day]
	tall, step := p.px(t.line()-2), p.px(t.line())
	if t.low && len(chips) == 1 && more.Visible() {
		count := min(more.text.NaturalWidth()+p.px(12), w/2)
		place(chips[0], x, y, w-count-p.px(2), tall)
		place(more, x+w-count, y, count, tall)
		return
	}
	for _, c := range chips {
		place(c, x, y, w, tall)
		y += step
	}
	place(more, x, y, w, tall)
}

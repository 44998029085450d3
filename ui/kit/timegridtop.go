package kit

import (
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
	more   []*gridChip   // of each day: how much of it is not shown, and the way there; hidden where all is
	line   *canvas.Rectangle
}

func newGridTop(g *TimeGrid) *gridTop {
	t := &gridTop{grid: g, line: &canvas.Rectangle{}}
	t.ExtendBaseWidget(t)
	return t
}

func (t *gridTop) set() {
	spec := t.grid.spec
	t.titles, t.zones, t.more = nil, nil, nil
	t.chips = make([][]*gridChip, len(spec.Days))
	rest := make([]int, len(spec.Days))
	for i, d := range spec.Days {
		rest[i] = d.More
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
		case len(t.chips[b.Day]) == gridChips:
			rest[b.Day]++
		default:
			t.chips[b.Day] = append(t.chips[b.Day], t.chip(b))
		}
	}
	for day, n := range rest {
		chip := newGridChip(GridBlock{Title: moreText(n)}, func() {
			if t.grid.acts.More != nil {
				t.grid.acts.More(day)
			}
		})
		chip.Hidden = n <= 0
		t.more = append(t.more, chip)
	}
	t.Refresh()
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
	return newGridChip(b, func() {
		if t.grid.acts.Open != nil {
			t.grid.acts.Open(b.Key)
		}
	})
}

func (t *gridTop) rows() int {
	n := 0
	for i, c := range t.chips {
		rows := len(c)
		if t.more[i].Visible() {
			rows++
		}
		n = max(n, rows)
	}
	return n
}

func (t *gridTop) HeightFor(float32) float32 {
	p := paintFor(t)
	h := p.px(gridHead)
	if n := t.rows(); n > 0 {
		h += p.px(float32(26*n) + 4)
	}
	return h
}

// Children gives the parts.
func (t *gridTop) Children() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range append(append([]*Text(nil), t.titles...), t.zones...) {
		out = append(out, x)
	}
	for i, day := range t.chips {
		for _, c := range day {
			out = append(out, c)
		}
		if t.more[i].Visible() {
			out = append(out, t.more[i])
		}
	}
	return out
}

func (t *gridTop) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   t,
		objects: func() []fyne.CanvasObject { return append(t.Children(), t.line) },
		min:     func() fyne.Size { return fyne.NewSize(paintFor(t).px(120), t.HeightFor(0)) },
		layout:  t.layout,
	}
}

func (t *gridTop) layout(s fyne.Size) {
	p := paintFor(t)
	left, day := t.grid.columns(p, s.Width)
	head := p.px(gridHead)
	for i, title := range t.titles {
		h := title.HeightFor(day)
		place(title, left+float32(i)*day+p.px(7), (head-h)/2, day-p.px(8), h)
	}
	for i, zone := range t.zones {
		x := t.grid.zoneLeft(p, i)
		w := t.grid.zoneLeft(p, i+1) - x - p.px(4)
		h := zone.HeightFor(w)
		place(zone, x, (head-h)/2, w, h)
	}
	for i, chips := range t.chips {
		x, y := left+float32(i)*day+p.px(3), head
		for _, c := range chips {
			place(c, x, y, day-p.px(6), p.px(24))
			y += p.px(26)
		}
		place(t.more[i], x, y, day-p.px(6), p.px(24))
	}
	t.line.FillColor = p.color(ColorHairline)
	place(t.line, 0, s.Height-p.px(1), s.Width, p.px(1))
}

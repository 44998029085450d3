package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mentorbook/core"
)

// Month shows a month as a grid of weeks, to choose a day from: by pointer, or by arrows (days and weeks),
// Page Up and Page Down (months), Home and End (the week's ends) and Enter.
type Month struct {
	widget.BaseWidget

	words  DateWords
	title  *Text
	back   *IconButton
	next   *IconButton
	grid   *monthGrid
	today  core.Date
	choose func(core.Date)
}

var _ fyne.Widget = (*Month)(nil)

// NewMonth makes the grid of a date's month.
func NewMonth(at, today core.Date, words DateWords, choose func(core.Date)) *Month {
	m := &Month{words: words, today: today, choose: choose, title: NewLine("", Strong())}
	m.grid = newMonthGrid(m, at)
	m.back = NewIconButton("chevron-left", words.Back, func() { m.grid.moveTo(m.grid.at.AddMonths(-1)) })
	m.next = NewIconButton("chevron-right", words.Forward, func() { m.grid.moveTo(m.grid.at.AddMonths(1)) })
	m.ExtendBaseWidget(m)
	m.retitle()
	return m
}

// Marked tells whether a day has a mark.
func (m *Month) Marked(d core.Date) bool { return m.grid.marked != nil && m.grid.marked(d) }

// Mark gives days a soft colour, such as those with meetings; nil for none.
func (m *Month) Mark(marked func(core.Date) bool) *Month {
	m.grid.marked = marked
	m.grid.Refresh()
	return m
}

// SetDate shows another date.
func (m *Month) SetDate(d core.Date) { m.grid.moveTo(d) }

// Date gives the day that the keys are on.
func (m *Month) Date() core.Date { return m.grid.at }

func (m *Month) retitle() { m.title.SetText(m.words.Month(m.grid.at)) }

// Children gives the parts.
func (m *Month) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.title, m.back, m.next, m.grid}
}

// NaturalWidth is the width of seven days.
func (m *Month) NaturalWidth() float32 { return paintFor(m).px(7 * dayWidth) }

// HeightFor is the height of head, names and six weeks.
func (m *Month) HeightFor(float32) float32 {
	p := paintFor(m)
	return p.size(SizeControl) + p.px(4) + m.grid.MinSize().Height
}

// CreateRenderer is the toolkit's way to draw a widget.
func (m *Month) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   m,
		objects: these(m.title, m.back, m.next, m.grid),
		min:     func() fyne.Size { return fyne.NewSize(m.NaturalWidth(), m.HeightFor(0)) },
		layout: func(s fyne.Size) {
			p := paintFor(m)
			d := p.size(SizeControl)
			h := m.title.HeightFor(s.Width - 2*d)
			place(m.title, p.px(8), (d-h)/2, s.Width-2*d-p.px(8), h)
			place(m.back, s.Width-2*d, 0, d, d)
			place(m.next, s.Width-d, 0, d, d)
			place(m.grid, 0, d+p.px(4), s.Width, s.Height-d-p.px(4))
		},
	}
}

const (
	dayWidth  = 34
	dayHeight = 28
	weeks     = 6
)

// monthGrid is the days.
type monthGrid struct {
	widget.BaseWidget

	month   *Month
	at      core.Date
	marked  func(core.Date) bool
	focused bool
	hovered int
	names   [7]*canvas.Text
	backs   [7 * weeks]*canvas.Rectangle
	days    [7 * weeks]*canvas.Text
}

func newMonthGrid(m *Month, at core.Date) *monthGrid {
	g := &monthGrid{month: m, at: at, hovered: -1}
	for i := range g.names {
		g.names[i] = &canvas.Text{Alignment: fyne.TextAlignCenter}
	}
	for i := range g.days {
		g.backs[i] = &canvas.Rectangle{}
		g.days[i] = &canvas.Text{Alignment: fyne.TextAlignCenter}
	}
	g.ExtendBaseWidget(g)
	return g
}

// first gives the date in the grid's top left corner.
func (g *monthGrid) first() core.Date {
	d := core.Date{Year: g.at.Year, Month: g.at.Month, Day: 1}
	return d.AddDays(-((int(d.Weekday()) - int(g.month.words.First) + 7) % 7))
}

func (g *monthGrid) moveTo(d core.Date) {
	if d.Valid() {
		g.at = d
		g.month.retitle()
		g.Refresh()
		if g.focused {
			reveal(g)
		}
	}
}

func (g *monthGrid) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: g,
		objects: func() []fyne.CanvasObject {
			var out []fyne.CanvasObject
			for _, n := range g.names {
				out = append(out, n)
			}
			for i := range g.days {
				out = append(out, g.backs[i], g.days[i])
			}
			return out
		},
		min: func() fyne.Size {
			p := paintFor(g)
			return fyne.NewSize(p.px(7*dayWidth), p.px(dayHeight*(weeks+1)))
		},
		layout: g.layout,
	}
}

func (g *monthGrid) layout(s fyne.Size) {
	p := paintFor(g)
	w, h := s.Width/7, s.Height/(weeks+1)
	for i, n := range g.names {
		n.Text = g.month.words.Weekdays[(int(g.month.words.First)+i)%7]
		n.TextSize, n.Color = p.size(SizeChip), p.color(ColorMuted)
		setFace(n)
		place(n, float32(i)*w, 0, w, h)
	}
	for i := range g.days {
		d := g.first().AddDays(i)
		x, y := float32(i%7)*w, float32(i/7+1)*h
		g.style(p, i, d)
		place(g.backs[i], x+p.px(2), y+p.px(1), w-p.px(4), h-p.px(2))
		place(g.days[i], x, y, w, h)
	}
}

func (g *monthGrid) style(p paint, i int, d core.Date) {
	back, day := g.backs[i], g.days[i]
	day.Text, day.TextSize = strconv.Itoa(d.Day), p.size(SizeCaption)
	day.TextStyle.Bold = d == g.month.today
	setFace(day)
	day.Color = p.color(ColorText)
	back.CornerRadius, back.Hidden = p.px(4), false
	back.StrokeWidth, back.StrokeColor = 0, nil
	switch {
	case d == g.at && d != g.month.today: // an outline: filled is today
		back.FillColor = p.color(ColorAccentSoft)
		back.StrokeColor, back.StrokeWidth = p.color(ColorAccent), p.px(2)
		if g.focused {
			back.StrokeColor = p.color(ColorFocusRing)
		}
	case d == g.month.today:
		back.FillColor, day.Color = p.color(ColorAccent), p.color(ColorOnAccent)
		if d == g.at && g.focused {
			back.StrokeColor, back.StrokeWidth = p.color(ColorFocusRing), p.px(2)
		}
	case g.marked != nil && g.marked(d):
		back.FillColor = p.color(ColorAccentSoft)
	case i == g.hovered:
		back.FillColor = p.color(ColorHover)
	default:
		back.Hidden = true
	}
	if d.Month != g.at.Month && d != g.month.today {
		day.Color = p.color(colorDisabled)
	}
}

func (g *monthGrid) index(at fyne.Position) int {
	w, h := g.Size().Width/7, g.Size().Height/(weeks+1)
	col, row := int(at.X/w), int(at.Y/h)-1
	if col < 0 || col > 6 || row < 0 || row >= weeks {
		return -1
	}
	return row*7 + col
}

func (g *monthGrid) Tapped(ev *fyne.PointEvent) {
	if i := g.index(ev.Position); i >= 0 {
		Click(g, ev, func() {
			d := g.first().AddDays(i)
			g.moveTo(d)
			g.month.choose(d)
		})
	}
}

func (g *monthGrid) MouseIn(ev *desktop.MouseEvent)    { g.hover(g.index(ev.Position)) }
func (g *monthGrid) MouseMoved(ev *desktop.MouseEvent) { g.hover(g.index(ev.Position)) }
func (g *monthGrid) MouseOut()                         { g.hover(-1) }

func (g *monthGrid) hover(i int) {
	if g.hovered != i {
		g.hovered = i
		g.Refresh()
	}
}

func (g *monthGrid) FocusGained() {
	g.focused = true
	g.Refresh()
	reveal(g)
}

// cursorLine gives where the week is that the keys are on.
func (g *monthGrid) cursorLine() (y, height float32) {
	height = g.Size().Height / (weeks + 1)
	return float32(1+g.at.DaysSince(g.first())/7) * height, height
}

func (g *monthGrid) FocusLost() {
	g.focused = false
	g.Refresh()
}

func (g *monthGrid) TypedRune(rune) {}

func (g *monthGrid) TypedKey(ev *fyne.KeyEvent) {
	week := (int(g.at.Weekday()) - int(g.month.words.First) + 7) % 7
	switch ev.Name {
	case fyne.KeyLeft:
		g.moveTo(g.at.AddDays(-1))
	case fyne.KeyRight:
		g.moveTo(g.at.AddDays(1))
	case fyne.KeyUp:
		g.moveTo(g.at.AddDays(-7))
	case fyne.KeyDown:
		g.moveTo(g.at.AddDays(7))
	case fyne.KeyPageUp:
		g.moveTo(g.at.AddMonths(-1))
	case fyne.KeyPageDown:
		g.moveTo(g.at.AddMonths(1))
	case fyne.KeyHome:
		g.moveTo(g.at.AddDays(-week))
	case fyne.KeyEnd:
		g.moveTo(g.at.AddDays(6 - week))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.month.choose(g.at)
	default:
		BubbleKey(g, ev)
	}
}

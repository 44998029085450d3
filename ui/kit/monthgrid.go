package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mentorbook/core"
)

// MonthSpec is what a MonthGrid shows: whole weeks from First on.
type MonthSpec struct {
	First    core.Date
	Weeks    int
	Month    core.Date // any day of the month; other months' days stand back
	Today    core.Date
	Weekdays [7]string                 // names of the columns, from that of First on
	Days     map[core.Date][]GridBlock // those first that a day with too little room is to show
	More     map[core.Date]int         // how many entries the days have that the spec leaves out; 999 stands for as many or more
}

// MonthActs is what a MonthGrid does. Any may be nil.
type MonthActs struct {
	Open func(key string)                                         // a click on an entry
	Menu func(key string, at fyne.Position)                       // its context menu
	Day  func(core.Date)                                          // a click on a day, or Enter
	Move func(key string, to core.Date)                           // an entry was dragged to another day
	Say  func(key string, to core.Date) (text string, clash bool) // names a day while an entry is on its way there
	Hint string                                                   // which keys keep and put back an entry that goes by keys; it stands beside what Say says
}

// MonthGrid shows the entries of whole weeks, a line each, and how many more there are where a day has too
// little room. It is one stop for Tab; arrows go from day to day, Enter opens the day, Space goes to its entries.
type MonthGrid struct {
	widget.BaseWidget

	spec    MonthSpec
	acts    MonthActs
	at      core.Date
	entry   string // the entry of that day that the keys are at; "" while they go from day to day
	focused bool
	names   []*Text
	lines   []*canvas.Rectangle
	backs   []*canvas.Rectangle
	numbers []*canvas.Text
	more    []*canvas.Text
	faces   []*blockFace
	shown   []placed
	drag    *dayDrag
	dropped bool       // what is dragged was put back meanwhile
	plate   *plate     // what is said of the day that an entry is on its way to
	tipped  string     // the key of the entry whose tooltip is asked for
	tipOn   *blockFace // what it stands at
}

// placed is an entry with the place where it is drawn.
type placed struct {
	block      GridBlock
	day        core.Date
	x, y, w, h float32
}

// dayDrag is an entry on its way to another day.
type dayDrag struct {
	key   string
	from  core.Date
	to    core.Date
	text  string // what is said of that day
	clash bool
	keys  bool // it goes by keys
}

var (
	_ fyne.Widget            = (*MonthGrid)(nil)
	_ fyne.Focusable         = (*MonthGrid)(nil)
	_ fyne.Tappable          = (*MonthGrid)(nil)
	_ fyne.SecondaryTappable = (*MonthGrid)(nil)
	_ fyne.Draggable         = (*MonthGrid)(nil)
	_ desktop.Hoverable      = (*MonthGrid)(nil)
)

// NewMonthGrid makes an empty grid.
func NewMonthGrid(acts MonthActs) *MonthGrid {
	g := &MonthGrid{acts: acts, plate: newPlate()}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows other weeks. The present day and its entry stay where they are among them.
func (g *MonthGrid) Set(spec MonthSpec) {
	g.hideTip() // its face may show another entry from now on
	g.putBack()
	g.spec = spec
	n := spec.Weeks * 7
	if g.at.Before(spec.First) || !g.at.Before(spec.First.AddDays(n)) {
		g.at = spec.Month
		if spec.Today.Year == spec.Month.Year && spec.Today.Month == spec.Month.Month {
			g.at = spec.Today
		}
	}
	if !g.has(g.at, g.entry) {
		g.entry = ""
	}
	for len(g.names) < 7 {
		g.names = append(g.names, NewLine("", Caption()).Whole())
	}
	for len(g.backs) < n {
		g.backs = append(g.backs, &canvas.Rectangle{})
		g.numbers = append(g.numbers, &canvas.Text{})
		g.more = append(g.more, &canvas.Text{})
	}
	for len(g.lines) < spec.Weeks+7 {
		g.lines = append(g.lines, &canvas.Rectangle{})
	}
	g.Refresh()
}

// Date gives the present day.
func (g *MonthGrid) Date() core.Date { return g.at }

// SetDate makes a day the present one, if it is on show; the keys are at none of its entries.
func (g *MonthGrid) SetDate(d core.Date) {
	if g.shows(d) {
		g.hideTip()
		g.at, g.entry = d, ""
		g.Refresh()
	}
}

// Shown tells how many entries of a day are shown, one by one.
func (g *MonthGrid) Shown(d core.Date) (n int) {
	for _, e := range g.shown {
		if e.day == d {
			n++
		}
	}
	return n
}

// Children gives the texts.
func (g *MonthGrid) Children() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, n := range g.names {
		out = append(out, n)
	}
	for i := range g.shown {
		out = append(out, g.faces[i].title)
	}
	if g.drag != nil && g.drag.text != "" {
		out = append(out, g.plate.label)
	}
	return out
}

// CreateRenderer is the toolkit's way to draw a widget.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner: g, objects: g.objects, layout: g.layout,
		min: func() fyne.Size {
			return fyne.NewSize(paintFor(g).px(7*48), paintFor(g).px(float32(28+46*g.spec.Weeks)))
		},
	}
}

func (g *MonthGrid) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	n := g.spec.Weeks * 7
	for _, b := range g.backs[:n] {
		out = append(out, b)
	}
	for _, l := range g.lines[:min(len(g.lines), g.spec.Weeks+7)] {
		out = append(out, l)
	}
	for _, t := range g.names {
		out = append(out, t)
	}
	for i := range n {
		out = append(out, g.numbers[i], g.more[i])
	}
	for i := range g.shown {
		out = append(out, g.faces[i].objects()...)
	}
	if g.drag != nil && g.drag.text != "" {
		out = append(out, g.plate.objects()...)
	}
	return out
}

const (
	monthHead   = 28
	monthNumber = 24
	monthLine   = 20

	lowWeek        = 72 // how tall a week is at the most, in units, that has little room
	monthLowHead   = 22
	monthLowNumber = 18
	monthLowLine   = 18
)

// monthRoom is how much of a grid the names of the days take, and of a day its number, and an entry with the air below it.
type monthRoom struct {
	head, number, line float32
	above              float32 // the number
	low                bool    // there is little of it: what is counted stands beside the number
}

func (g *MonthGrid) room() monthRoom {
	p := paintFor(g)
	if week := (g.Size().Height - p.px(monthHead)) / float32(max(g.spec.Weeks, 1)); week <= p.px(lowWeek) {
		return monthRoom{p.px(monthLowHead), p.px(monthLowNumber), p.px(monthLowLine), p.px(1), true}
	}
	return monthRoom{p.px(monthHead), p.px(monthNumber), p.px(monthLine), p.px(3), false}
}

func (g *MonthGrid) layout(s fyne.Size) {
	p := paintFor(g)
	top := g.room().head
	w, h := s.Width/7, (s.Height-top)/float32(max(g.spec.Weeks, 1))
	for i, t := range g.names {
		t.SetText(g.spec.Weekdays[i])
		th := t.HeightFor(w)
		place(t, float32(i)*w+p.px(8), (top-th)/2, w-p.px(10), th)
	}
	for i, l := range g.lines[:min(len(g.lines), g.spec.Weeks+7)] {
		l.FillColor = p.color(ColorHairline)
		if i < g.spec.Weeks {
			place(l, 0, top+float32(i)*h, s.Width, p.px(1))
		} else if col := float32(i - g.spec.Weeks); col > 0 {
			place(l, col*w, top, p.px(1), s.Height-top)
		} else {
			place(l, 0, 0, 0, 0) // of a month of more weeks it was one between two of them
		}
	}
	g.shown = g.shown[:0]
	for i := range g.spec.Weeks * 7 {
		g.day(p, i, float32(i%7)*w, top+float32(i/7)*h, w, h)
	}
	for len(g.faces) < len(g.shown) {
		g.faces = append(g.faces, newBlockFace())
	}
	for i, e := range g.shown {
		g.faces[i].show(p, e.block, g.inHand(e), e.x, e.y, e.w, e.h)
	}
	if g.drag != nil {
		g.placePlate(p, w, h)
	}
}

// placePlate puts what is said of a day above its entries, or below them in the first week: as wide as it needs.
func (g *MonthGrid) placePlate(p paint, w, h float32) {
	kind := Accent
	if g.drag.clash {
		kind = Alarm
	}
	lw, lh := g.plate.set(p, g.drag.text, kind, g.Size().Width-p.px(8))
	i := g.drag.to.DaysSince(g.spec.First)
	head := g.room().head
	x, y := float32(i%7)*w, head+float32(i/7)*h
	top := y - lh
	if top < head {
		top = y + h - lh
	}
	g.plate.place(p, max(min(x, g.Size().Width-lw-p.px(2)), 0), top, lw, lh)
}

// asTheDayGoes gives entries in the order of their times, then those of the day as a whole.
func asTheDayGoes(entries []GridBlock) []GridBlock {
	at := func(b GridBlock) int {
		if b.To == 0 {
			return 24 * 60
		}
		return b.From
	}
	out := slices.Clone(entries)
	slices.SortStableFunc(out, func(a, b GridBlock) int { return at(a) - at(b) })
	return out
}

// day draws one day: its number, as many entries as fit, and how many do not.
func (g *MonthGrid) day(p paint, i int, x, y, w, h float32) {
	d := g.spec.First.AddDays(i)
	back, number, more := g.backs[i], g.numbers[i], g.more[i]
	back.FillColor, back.StrokeWidth = p.color(ColorCard), 0
	if d.Month != g.spec.Month.Month {
		back.FillColor = p.color(ColorGround)
	}
	if g.drag != nil && g.drag.to == d {
		back.FillColor = p.color(ColorAccentSoft)
		if g.drag.clash {
			back.FillColor = p.color(ColorDangerSoft)
		}
	}
	if d == g.at && g.focused {
		back.StrokeWidth, back.StrokeColor = p.px(2), p.color(ColorFocusRing)
	}
	place(back, x+p.px(1), y+p.px(1), w-p.px(1), h-p.px(1))
	number.Text, number.TextSize, number.Color = strconv.Itoa(d.Day), p.size(SizeCaption), p.color(ColorMuted)
	number.TextStyle.Bold = d == g.spec.Today
	setFace(number)
	if number.TextStyle.Bold {
		number.Color = p.color(ColorAccent)
	}
	is := g.room()
	place(number, x+p.px(8), y+is.above, w-p.px(10), number.MinSize().Height)
	entries := g.spec.Days[d]
	room := max(int((h-is.number-p.px(1))/is.line), 0)
	show, all := min(len(entries), room), len(entries)+g.spec.More[d]
	if all > room && !is.low { // the count takes a line, but one entry stays, or a full day looks like an empty one
		show = min(max(room-1, min(room, 1)), len(entries))
	}
	for n, e := range asTheDayGoes(g.withEntry(d, entries, show)) {
		g.shown = append(g.shown, placed{e, d, x + p.px(4), y + is.number + float32(n)*is.line, w - p.px(7), is.line - p.px(2)})
	}
	more.Text = moreText(all - show)
	more.TextSize, more.Color = p.size(SizeChip), p.color(ColorMuted)
	setFace(more)
	size := more.MinSize()
	if is.low || show == room { // no line is left for it: beside the number
		place(more, x+w-size.Width-p.px(8), y+is.above, size.Width, size.Height)
		return
	}
	place(more, x+p.px(8), y+h-size.Height-p.px(2), w-p.px(10), size.Height)
}

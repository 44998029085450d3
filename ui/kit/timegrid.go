package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mentorbook/ui/tone"
)

// GridDay is a column of a TimeGrid.
type GridDay struct {
	Title string
	Today bool
	Off   bool   // a day without working hours: it stands back
	Work  Span   // the working hours: what lies outside of them stands back; none where To is not after From
	Quiet []Span // hours in which somebody else is not to be disturbed: a soft band over what is behind it, in order
	More  int    // how many entries the day has that the spec leaves out; 999 stands for as many or more
}

// GridBlock is a stretch of a day with something in it.
type GridBlock struct {
	Key            string // names the block for its owner
	Day            int    // its column
	From, To       int    // minutes of the day, To not included; 24*60 is its end
	Length         int    // minutes that it takes wherever it is moved; 0 for those from From to its end
	Over           int    // minutes that it goes on after its day; the parts of the next ones have the same key
	Title, Caption string
	Topic          string // what it is about, shown below both where there is room
	Time           string // what the title begins with, where that says when
	Initials       string // of whom it is with, for where there is room for no more
	Kind           Kind
	Aside          string    // what only the tooltip has room for
	Sign           tone.Sign // why what the caption says asks for care, or that everybody comes
	Loose          bool      // of somebody else, such as imported busy time: a dashed line, and it stays where it is
	Fixed          bool      // stays where it is
}

// length gives the minutes that the block takes elsewhere: where a clock changes in it, it is drawn longer or shorter.
func (x GridBlock) length() int {
	if x.Length > 0 {
		return x.Length
	}
	return x.end() - x.From
}

// end gives the minute at which it ends, counted from its day's beginning.
func (x GridBlock) end() int { return x.To + x.Over }

// latest is the minute at which it can begin at the latest, and last that at which it can end: within the day, but for what goes on
// after it already.
func (x GridBlock) latest() int {
	if x.Over > 0 {
		return 24*60 - GridStep
	}
	return 24*60 - x.length()
}

func (x GridBlock) last() int {
	if x.Over > 0 {
		return nextMidnight
	}
	return 24 * 60
}

// nextMidnight is the minute, counted from the beginning of its day, at which a block ends at the latest.
const nextMidnight = 2 * 24 * 60

// GridZone is a column of hours: its name above, and what each of the day's 24 hours is called.
type GridZone struct {
	Name  string
	Hours [24]string
	Later [24]string // what an hour is called from a later one of the days on, and from which; "" for those that stay
}

// width gives how many units the column is wide at the least.
func (z GridZone) width() float32 {
	if z.Later == [24]string{} {
		return gridZone
	}
	return gridLater
}

// GridSpec is what a TimeGrid shows.
type GridSpec struct {
	Days      []GridDay
	Blocks    []GridBlock
	WholeDay  []GridBlock // of whole days, such as due dates; their times do not count
	Zones     []GridZone  // at most two are shown
	NowDay    int         // the column of the line that marks the present moment; -1 for none
	NowMinute int
}

// GridActs is what a TimeGrid does. Any may be nil.
type GridActs struct {
	Open func(key string)                                              // a click on a block, or Enter
	Menu func(key string, at fyne.Position)                            // its context menu
	New  func(day, from, to int)                                       // something is to be made there
	Time func(day, from int) string                                    // names a time; nil: times have no names
	Free func(day, from, to int, at fyne.Position)                     // the context menu of free time; nil for none
	Move func(key string, day, from, to int)                           // a block was dragged, or moved by keys
	Say  func(key string, day, from, to int) (text string, clash bool) // names a place while a block is on its way there; key "" for a new one
	Hint string                                                        // which keys keep and put back a block that goes by keys; it stands beside what Say says
	Seen func(key string)                                              // somebody has gone to a block; nil for nobody to tell
	More func(day int)                                                 // what of a day is only counted shall be seen
}

// GridStep is the grain in minutes of everything that is moved in a TimeGrid.
const GridStep = 15

const (
	gridHour   = 52 // units an hour is tall
	gridZone   = 44 // units a column of hours is wide, and at most so wide for the name of its zone
	gridLater  = 68 // the same, of a column that says from which day on its hours are others
	gridName   = 96
	gridLabels = 48 // names of hours in a column: the first, and those of a later day
	gridHead   = 38
	gridLine   = 26 // of whole days, with the air below it

	gridLowHead = 30 // the same where there is little room
	gridLowLine = 22
	gridChips   = 3 // whole-day lines that are shown in a column before they are only counted
)

// TimeGrid shows days beside each other with their hours downwards: blocks can be opened, moved and stretched
// by pointer and by key. It is one stop for Tab. Arrows go from block to free half hour to block; Enter opens
// the one and makes something new in the other; Ctrl with arrows takes a block along, Ctrl+Shift with Up and
// Down stretches it, Enter puts it down and Escape puts it back.
type TimeGrid struct {
	widget.BaseWidget

	spec   GridSpec
	acts   GridActs
	head   *gridTop
	body   *gridBody
	scroll *Roller
	begin  func() // scrolls to where the days begin; nil once that is done
}

var _ fyne.Widget = (*TimeGrid)(nil)

// NewTimeGrid makes an empty grid.
func NewTimeGrid(acts GridActs) *TimeGrid {
	g := &TimeGrid{acts: acts}
	g.spec.NowDay = -1
	g.head = newGridTop(g)
	g.body = newGridBody(g)
	g.body.set()
	g.scroll = newRoller(g.body, container.ScrollVerticalOnly)
	g.ExtendBaseWidget(g)
	return g
}

// Set shows other days and blocks. The present place stays; a block that is on its way is put back.
func (g *TimeGrid) Set(spec GridSpec) {
	spec.Zones = shownZones(spec.Zones)
	g.spec = spec
	g.head.set() // first: the hours stand below the names of their zones
	g.body.set()
	g.Refresh()
}

// shownZones gives those zones that there is room for beside the hours.
func shownZones(all []GridZone) []GridZone { return all[:min(len(all), 2)] }

// SetZones shows the hours by other clocks. Nothing that is on its way is put back.
func (g *TimeGrid) SetZones(zones []GridZone) {
	g.spec.Zones = shownZones(zones)
	g.head.set()
	g.body.shapes(len(g.spec.Days), gridLabels*len(g.spec.Zones))
	g.Refresh()
}

// Moves tells whether a block is on its way.
func (g *TimeGrid) Moves() bool { return g.body.move != nil || g.body.dragging }

// SetQuiet draws other quiet hours into the days, one list a day. Nothing that is on its way is put back.
func (g *TimeGrid) SetQuiet(of [][]Span) {
	days, same := slices.Clone(g.spec.Days), true
	for i := range days {
		var quiet []Span
		if i < len(of) {
			quiet = Together(of[i])
		}
		same = same && slices.Equal(quiet, days[i].Quiet)
		days[i].Quiet = quiet
	}
	if same {
		return
	}
	g.spec.Days = days
	g.body.Refresh()
}

// Spec gives what is shown.
func (g *TimeGrid) Spec() GridSpec { return g.spec }

// Focusable gives the part that has the focus.
func (g *TimeGrid) Focusable() fyne.Focusable { return g.body }

// At tells how far down the hours are scrolled, in units; To scrolls them.
func (g *TimeGrid) At() float32 { return g.scroll.Offset.Y }

// To scrolls so that y units of the day lie above.
func (g *TimeGrid) To(y float32) {
	g.begin = nil
	y = max(min(y, g.body.MinSize().Height-g.scroll.Size().Height), 0)
	g.scroll.ScrollToOffset(fyne.NewPos(0, y))
}

// Begin scrolls to a minute of the day, as soon as it is known how much of one is seen. Where a second one, which may be
// -1, would not be in view then, it comes to stand a third of the way down.
func (g *TimeGrid) Begin(top, seen int) {
	g.begin = func() {
		hour := paintFor(g).px(gridHour)
		at, view := hour*float32(top)/60, g.scroll.Size().Height
		if y := hour * float32(seen) / 60; seen >= 0 && (y < at || y+hour > at+view) {
			at = y - view/3
		}
		g.To(at)
	}
	g.beginNow()
}

// beginNow scrolls to where the days begin, once, if the grid has a size.
func (g *TimeGrid) beginNow() {
	if begin := g.begin; begin != nil && g.scroll.Size().Height > 0 {
		g.begin = nil
		begin()
	}
}

// Sight gives the minutes of the day that are in sight.
func (g *TimeGrid) Sight() (from, to int) {
	hour := paintFor(g).px(gridHour)
	minute := func(y float32) int { return int(y * 60 / hour) }
	return minute(g.scroll.Offset.Y), minute(g.scroll.Offset.Y + g.scroll.Size().Height)
}

// Select goes to the block of a key, and tells whether it is there.
func (g *TimeGrid) Select(key string) bool { return g.body.selectKey(key) }

// Anew lets the keys begin at the present moment, as soon as that is on show.
func (g *TimeGrid) Anew() { g.body.chosen = false }

// Selected gives the key of the present block; "" where the place is free.
func (g *TimeGrid) Selected() string { return g.body.selectedKey() }

// Shift takes the present block along by days and minutes, or with stretch moves its end, as keys do: it is on its way
// until Enter puts it down or Escape puts it back. It tells whether there is a block that can move.
func (g *TimeGrid) Shift(days, minutes int, stretch bool) bool {
	return g.body.shiftBy(days, minutes, stretch)
}

// Movable tells whether the present place is a block that can be moved.
func (g *TimeGrid) Movable() bool { return g.CanMove(g.Selected()) }

// CanMove tells whether the block of a key can be moved.
func (g *TimeGrid) CanMove(key string) bool {
	x, ok := g.body.block(key)
	return ok && g.body.movable(x)
}

// Children gives the parts.
func (g *TimeGrid) Children() []fyne.CanvasObject { return []fyne.CanvasObject{g.head, g.body} }

// NaturalWidth is what the grid would like.
func (g *TimeGrid) NaturalWidth() float32 {
	return paintFor(g).px(float32(gridZone*len(g.spec.Zones) + 98*len(g.spec.Days)))
}

// CreateRenderer is the toolkit's way to draw a widget.
func (g *TimeGrid) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{
		owner:   g,
		objects: these(g.scroll, g.head),
		min: func() fyne.Size {
			p := paintFor(g)
			return fyne.NewSize(p.px(float32(gridZone*len(g.spec.Zones)+40*len(g.spec.Days))), p.px(gridHead+3*gridHour))
		},
		layout: func(s fyne.Size) {
			g.head.limit(s)
			h := g.head.HeightFor(s.Width)
			place(g.head, 0, 0, s.Width, h)
			place(g.scroll, 0, h, s.Width, s.Height-h)
			g.beginNow()
		},
	}
}

// zoneLeft gives where a column of hours begins: each is as wide as the name above it needs.
func (g *TimeGrid) zoneLeft(p paint, zone int) float32 {
	x := p.px(8)
	for i, name := range g.head.zones[:min(zone, len(g.head.zones), len(g.spec.Zones))] {
		x += min(max(name.NaturalWidth()+p.px(8), p.px(g.spec.Zones[i].width())), p.px(gridName))
	}
	return x
}

// columns gives where the first day begins and how wide a day is.
func (g *TimeGrid) columns(p paint, width float32) (left, day float32) {
	left = g.zoneLeft(p, len(g.spec.Zones))
	return left, max(width-left, 1) / float32(max(len(g.spec.Days), 1))
}

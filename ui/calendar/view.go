package calendar

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// Deps is what the screen asks of the window.
type Deps struct {
	Words            func() *locale.Words
	Load             func(wish Wish, done func(*planner.Calendar, map[core.Date]bool)) // the map: the days on which meetings begin
	From             *Page                                                             // what was looked at in another way before; nil for a new visit
	Today            func(done func(core.Date))                                        // what day it is
	Show             *Show                                                             // what is shown, kept by the window from visit to visit
	Open             func(block string)                                                // a block's key
	Menu             func(block string) []kit.MenuEntry                                // of a block
	FreeMenu         func() []kit.MenuEntry                                            // of free time, besides planning a meeting there
	New              func(rel core.ID, start, end core.Civil)                          // of a relationship, or of one to be chosen; nil where meetings cannot be planned
	NewAt            func(proposed core.ID, start, end core.Civil)                     // of a relationship to be chosen, one proposed; zero for none
	Free             func(rel core.ID, done func(*FreeModel))                          // zero: whom the next meeting is with; nil for no such card
	Propose          func(m *FreeModel)                                                // writes the times to a calendar file
	FindWhom         func(text string) []kit.ComboItem
	Copy             func(text string)
	Move             func(meeting core.ID, to Place, known Warning)
	Fail             func(error)
	LoadYear         func(from core.Date, weeks int, done func(*planner.Year))
	OpenRelationship func(core.ID)
	First            func(at planner.Outset, view View) fyne.CanvasObject // what to do first where no time is planned yet; nil for nothing
	Begin            func()                                               // a relationship, where the year shows none
	GoTo             func(view View)                                      // the same screen, looked at in another way
	Dialogs          *shell.Dialogs
}

// Wish says, once it is known what day it is, which days are to be read, and of which month it is only to be known on
// which days meetings begin; the zero Period for none.
type Wish = func(today core.Date) (planner.CalendarWish, core.Period)

// Page is the screen.
type Page struct {
	deps   Deps
	state  State
	model  *Model
	marked map[core.Date]bool // days of the month with meetings
	gone   bool               // other days are to be shown, and the keys of a month are to go there
	placed bool               // the hours were scrolled to the working day once
	y      float32            // how far down, as somebody left them who looks in a way without hours now
	cursor place              // where somebody was who has come back, until it is there

	back, forward *kit.IconButton
	today         *kit.Button
	title         *kit.Text
	views         *kit.Segments
	choice        *kit.Select // the same views, where they have no room beside the heading
	grid          *kit.TimeGrid
	month         *kit.MonthGrid
	list          *kit.List
	years         *kit.List
	months        *kit.StripScale   // above the weeks of the year
	explained     fyne.CanvasObject // below them, where the window has no room for the cards at the side
	year          *YearModel
	free          *FreeModel
	whomField     *kit.Combo
	whomProposed  string    // the name that nobody has chosen
	legend        *kit.Text // what the bands in the days are, where the window has no room for the cards at the side
	legends       []string  // how that can be said, the fullest first; none where there is nothing to say
	card          *kit.Panel
	side          *kit.Scroll
	more          *kit.IconButton // opens the cards in a dialog where they have no room at the side
	sheet         *sheet          // that dialog; nil while it is not on show
	wanted        bool            // the free times are to be shown as soon as they are there
	above         *fyne.Container // what stands above days without a meeting
	has           above           // what that says
	body          *fyne.Container // the one of the three on show
	all           *fyne.Container
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Keyer     = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Beginner  = (*Page)(nil)
	_ shell.Tabbed    = (*Page)(nil)
)

// kept is what a page wants back when somebody returns to it.
type kept struct {
	state  State
	placed bool // y is of days that were seen
	y      float32
	at     place
}

// place is where the keys are among what is shown; the zero value is nowhere.
type place struct {
	key string    // a block's
	day core.Date // of a month
}

// New makes the screen at a view; its first data come by Refresh.
func New(view View, deps Deps) *Page {
	p := &Page{deps: deps, state: State{View: view}, gone: true}
	p.build()
	if from := deps.From; from != nil {
		p.state.Date, p.free = from.state.Date, from.free
	}
	p.load()
	if p.free == nil {
		p.loadFree()
	}
	return p
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func (p *Page) build() {
	p.back = kit.NewIconButton("chevron-left", kit.Tip{Text: p.t("calendar.back"), Keys: "PageUp"}, func() { p.step(-1) })
	p.forward = kit.NewIconButton("chevron-right", kit.Tip{Text: p.t("calendar.forward"), Keys: "PageDown"}, func() { p.step(1) })
	p.today = kit.NewButton(p.t("window.today"), kit.Plain, p.toToday)
	p.title = kit.NewText("", titleStyles()[0]).Limit(2).Whole()
	choose := func(i int) { p.deps.GoTo(Views()[i]) }
	p.views = kit.NewSegments(p.viewNames(), p.viewIndex(), choose)
	p.choice = kit.NewSelect("", p.viewNames(), p.viewIndex(), choose)
	p.grid = kit.NewTimeGrid(kit.GridActs{Open: p.open, Menu: p.menu, New: p.newAt(), Free: p.freeMenu, Time: p.timeOf, Move: p.move, Say: p.say, Hint: p.t("calendar.keep_hint"), Seen: p.seen, More: p.wholeDay})
	p.month = kit.NewMonthGrid(kit.MonthActs{Open: p.open, Menu: p.menu, Day: p.toDay, Move: p.moveToDay, Say: p.sayDay, Hint: p.t("calendar.keep_hint")})
	p.list, p.years = p.newList(), p.newYearList()
	p.card = kit.NewPanel(kit.ColorCard, kit.ColorHairline, 8)
	p.side = kit.NewScroll(kit.Stack(0))
	p.legend = kit.NewText("", kit.CaptionIn(kit.ColorViolet))
	p.more = kit.NewIconButton("more", kit.Tip{Text: p.t("calendar.side")}, func() { p.openSheet(nil) })
	p.explained = p.yearLegend()
	p.above = kit.Stack(0)
	p.body = kit.Over(p.card, p.shown())
	p.all = &fyne.Container{Objects: []fyne.CanvasObject{p.back, p.today, p.forward, p.title, p.views, p.choice, p.more, p.legend, p.above, p.body, p.explained, p.side}}
	p.all.Layout = &pageLayout{p}
}

func (p *Page) viewNames() []string {
	var out []string
	for _, v := range Views() {
		out = append(out, p.t("calendar.view."+string(v)))
	}
	return out
}

func (p *Page) viewIndex() int {
	for i, v := range Views() {
		if v == p.state.View {
			return i
		}
	}
	return 1
}

// shown gives the widget of the view.
func (p *Page) shown() fyne.CanvasObject {
	switch p.state.View {
	case Month:
		return kit.Pad(1, 1, 1, 1, p.month)
	case Agenda:
		return kit.Pad(6, 6, 6, 6, p.list)
	case Year:
		return kit.Pad(6, 6, 6, 6, kit.StackGrow(0, 1, p.newYearScale(), p.years))
	}
	return kit.Pad(1, 1, 1, 1, p.grid)
}

// Header implements shell.Page: the general top bar.
func (p *Page) Header() shell.Header { return shell.Header{} }

// Tab implements shell.Tabbed: the view.
func (p *Page) Tab() string { return string(p.state.View) }

// Object implements shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// Refresh reads the days on show and the free times again.
func (p *Page) Refresh() {
	p.loadFree()
	p.load()
}

// load reads the days on show; today's where none is chosen yet.
func (p *Page) load() {
	if p.state.View == Year {
		p.loadYear()
		return
	}
	asked := p.state
	at := func(today core.Date) State {
		if asked.Date.IsZero() {
			return State{View: asked.View, Date: today}
		}
		return asked
	}
	p.deps.Load(func(today core.Date) (planner.CalendarWish, core.Period) {
		s := at(today)
		return s.Wish(), s.Glance()
	}, func(c *planner.Calendar, marked map[core.Date]bool) {
		if asked == p.state {
			p.state, p.marked = at(c.Now.Date), marked
			p.show(c)
		}
	})
}

// loadYear reads the year at a glance.
func (p *Page) loadYear() {
	if p.state.Date.IsZero() {
		p.deps.Today(func(d core.Date) {
			if p.state.Date.IsZero() {
				p.goTo(State{View: p.state.View, Date: d})
			}
		})
		return
	}
	asked := p.state
	p.deps.LoadYear(YearFrom(asked.Date), yearWeeks, func(y *planner.Year) {
		if asked == p.state {
			p.showYear(y)
		}
	})
}

// Save implements shell.Page.
func (p *Page) Save() shell.State {
	if p.hours() {
		p.y = p.grid.At()
	}
	return kept{p.state, p.placed, p.y, p.place()}
}

// place gives where the keys are.
func (p *Page) place() place {
	switch p.state.View {
	case Year:
		return place{}
	case Month:
		return place{key: p.month.Entry(), day: p.month.Date()}
	case Agenda:
		if p.model != nil && p.list.Current() < len(p.model.Rows) {
			return place{key: p.model.Rows[p.list.Current()].Block.Key}
		}
		return place{}
	}
	return place{key: p.grid.Selected()}
}

// toPlace brings the keys to a place, as far as it is on show.
func (p *Page) toPlace(at place) {
	switch p.state.View {
	case Month:
		if p.month.SetDate(at.day); at.key != "" {
			p.month.Select(at.key)
		}
	case Agenda:
		if i := slices.IndexFunc(p.model.Rows, func(r Row) bool { return at.key != "" && r.Block.Key == at.key }); i >= 0 {
			p.list.SetCurrent(i)
		}
	default:
		p.grid.Select(at.key)
	}
}

// hours tells whether the view has hours to scroll.
func (p *Page) hours() bool { return p.state.View == Day || p.state.View == Week }

// Restore implements shell.Page.
func (p *Page) Restore(s shell.State) {
	if k, ok := s.(kept); ok {
		p.cursor = k.at
		if k.state.View = p.state.View; p.state != k.state {
			p.goTo(k.state)
		} else if p.model != nil {
			p.arrive()
		}
		if k.placed {
			if p.placed, p.y = true, k.y; p.hours() {
				p.grid.To(k.y)
			}
		}
	}
}

// arrive brings the keys to where they were, once what was there is.
func (p *Page) arrive() {
	at := p.cursor
	if p.cursor = (place{}); at != p.cursor {
		p.toPlace(at)
	}
}

// Key goes on and back by Page Down and Page Up, and to today by Home.
func (p *Page) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyPageDown:
		p.step(1)
	case fyne.KeyPageUp:
		p.step(-1)
	case fyne.KeyHome:
		p.toToday()
	default:
		return false
	}
	return true
}

// Commands implements shell.Commander: the views by key.
func (p *Page) Commands() []shell.Command {
	var out []shell.Command
	for i, v := range Views() {
		out = append(out, shell.Command{
			ID: "calendar." + string(v), Title: "calendar.view." + string(v), Reads: true, Group: "calendar.group",
			Keys: "Alt+" + string(rune('1'+i)), Run: func() { p.deps.GoTo(v) },
		})
	}
	out = append(out, shell.Command{ID: "calendar.today", Title: "calendar.to_today", Reads: true, Group: "calendar.group", Keys: "Alt+0", Run: p.toToday})
	return append(out, p.shiftCommands()...)
}

func (p *Page) step(n int) { p.goTo(p.state.Step(n)) }

func (p *Page) toToday() {
	p.placed = false // the hours go to now, and so do the keys
	p.grid.Anew()
	p.deps.Today(func(d core.Date) { p.goTo(State{View: p.state.View, Date: d}) })
}

// Visit shows a day, in the way in which the calendar is looked at; the zero day is none.
func (p *Page) Visit(d core.Date) {
	if !d.IsZero() {
		p.placed = false // what is led to may lie at other hours
		p.goTo(State{View: p.state.View, Date: d})
	}
}

// goTo shows other days. What times are free does not depend on them.
func (p *Page) goTo(s State) {
	p.state, p.gone = s, true
	p.load()
}

// show puts a model on the screen.
func (p *Page) show(c *planner.Calendar) {
	p.model = NewModel(c, p.state, *p.deps.Show, p.deps.Words())
	p.model.Follow(p.free)
	m := p.model
	p.title.SetText(m.Title)
	p.setAbove(m.aboveOf())
	switch p.state.View {
	case Month:
		p.month.Set(monthSpec(m))
		if p.gone { // else the keys stay where they are: what they moved is read again, too
			p.month.SetDate(p.state.Date)
			p.gone = false
		}
		p.legends = nil
	case Agenda:
		p.list.Refresh()
		p.legends = nil
	default:
		p.grid.Set(gridSpec(m))
		p.showQuiet()
		if !p.placed {
			p.grid.Begin(m.firstMinutes())
			p.placed = true
		}
	}
	p.arrive()
	p.setSide(p.sideCards())
	p.all.Refresh()
}

// First implements shell.Beginner: the days, at the next meeting; where none was planned yet, what to do first.
func (p *Page) First() fyne.Focusable {
	switch {
	case p.has.first && len(p.above.Objects) > 0:
		return kit.FirstFocusable(p.above)
	case p.state.View == Year && p.year != nil:
		return p.years.First()
	case p.model == nil:
		return nil
	case p.state.View == Month:
		return p.month
	case p.state.View == Agenda:
		return p.list.First()
	}
	if p.grid.Selected() == "" {
		p.grid.Select(p.model.NextBlock())
	}
	return p.grid.Focusable()
}

// sideCards are the month at a glance, what the window adds, and what is shown.
func (p *Page) sideCards() fyne.CanvasObject {
	m := p.model
	small := kit.NewMonth(p.state.Date, m.Today, words.Dates(p.deps.Words()), func(d core.Date) { p.goTo(State{p.state.View, d}) })
	small.Mark(func(d core.Date) bool { return m.Marked[d] || p.marked[d] })
	cards := []fyne.CanvasObject{kit.NewCard("", "", small)}
	if p.free != nil {
		cards = append(cards, p.freeCard())
	}
	cards = append(cards, p.shownCard())
	if signs := p.signs(); signs != nil {
		cards = append(cards, signs)
	}
	return kit.Cards(cards...)
}

// signs explains the signs on the blocks; nil where there are none.
func (p *Page) signs() fyne.CanvasObject {
	if p.state.View == Agenda || p.state.View == Year {
		return nil // they say it in words
	}
	var lines []fyne.CanvasObject
	for _, s := range p.model.Signs() {
		lines = append(lines, kit.SignLine(s.Sign, s.Text))
	}
	if lines == nil {
		return nil
	}
	return kit.NewCard(p.t("calendar.signs"), "", kit.Stack(4, lines...))
}

// shownCard chooses what is shown: meetings and due dates, and each calendar that busy times came from.
func (p *Page) shownCard() fyne.CanvasObject {
	show := p.deps.Show
	check := func(text string, on bool, set func(on bool)) fyne.CanvasObject {
		return kit.NewCheckBox(text, on, func(now bool) {
			set(now)
			p.load()
		})
	}
	boxes := []fyne.CanvasObject{
		check(p.t("calendar.meetings"), show.Meetings, func(on bool) { show.Meetings = on }),
		check(p.t("calendar.actions"), show.Actions, func(on bool) { show.Actions = on }),
	}
	for _, name := range p.model.Lists {
		text := p.t("calendar.blocked")
		if name != "" {
			text = p.t("calendar.busy_from", "name", name)
		}
		boxes = append(boxes, check(text, !show.Hidden[name], func(on bool) { show.Hidden[name] = !on }))
	}
	boxes = append(boxes, check(p.t("calendar.milestones"), show.Milestones, func(on bool) { show.Milestones = on }))
	return kit.NewCard(p.t("calendar.shown"), "", kit.Stack(8, boxes...))
}

func (p *Page) open(key string) {
	if d, ok := Many(key); ok {
		p.state.Date = d
		p.deps.GoTo(Agenda)
		return
	}
	p.deps.Open(key)
}

func (p *Page) menu(key string, at fyne.Position) {
	entries := p.deps.Menu(key)
	if c := kit.CanvasOf(p.all); c != nil && len(entries) > 0 {
		kit.ShowMenu(c, at, entries)
	}
}

// freeMenu opens the menu of free time.
func (p *Page) freeMenu(day, from, to int, at fyne.Position) {
	var entries []kit.MenuEntry
	if plan := p.newAt(); plan != nil {
		entries = append(entries, kit.MenuEntry{Text: p.t("calendar.plan_here", "time", p.timeOf(day, from)), Keys: "Enter", Run: func() { plan(day, from, to) }})
	}
	if p.deps.FreeMenu != nil {
		entries = append(append(entries, kit.MenuEntry{Line: true}), p.deps.FreeMenu()...)
	}
	if c := kit.CanvasOf(p.all); c != nil && len(entries) > 0 {
		kit.ShowMenu(c, at, entries)
	}
}

// timeOf names a time of a day on show.
func (p *Page) timeOf(day, from int) string {
	if p.model == nil || day >= len(p.model.Days) {
		return ""
	}
	start, _ := p.model.Span(day, from, from)
	return p.deps.Words().Clock(start)
}

// newAt plans a meeting where somebody pointed; nil where that cannot be.
func (p *Page) newAt() func(day, from, to int) {
	if p.deps.NewAt == nil {
		return nil
	}
	return func(day, from, to int) {
		start, end := p.model.Span(day, from, to)
		if to-from <= 30 { // a place, not a length: the usual length of a meeting
			end = start.AddMinutes(p.model.Length())
		}
		proposed := core.ID{}
		if p.free != nil {
			proposed = p.free.Relationship
		}
		p.deps.NewAt(proposed, start, end)
	}
}

func (p *Page) say(key string, day, from, to int) (string, bool) {
	start, end := p.model.Span(day, from, to)
	return p.sayAt(key, start, end)
}

// sayAt names times for a meeting on its way, with what is in the way and whose quiet hours they lie in.
func (p *Page) sayAt(key string, start, end core.Civil) (text string, clash bool) {
	text, clash = p.model.Say(key, start, end)
	if quiet := p.model.inQuiet(key, p.free, start, end); quiet != "" {
		text += " · " + quiet
	}
	return text, clash
}

func (p *Page) move(key string, day, from, to int) {
	start, end := p.model.Span(day, from, to)
	p.moveTo(key, start, end)
}

func (p *Page) moveToDay(key string, to core.Date) {
	if x, ok := p.model.Meeting(key); ok {
		start, end := p.model.OnDay(x, to)
		p.moveTo(key, start, end)
	}
}

// sayDay names a day while a meeting is on its way there, with the time that it keeps.
func (p *Page) sayDay(key string, to core.Date) (string, bool) {
	x, ok := p.model.Meeting(key)
	if !ok {
		return "", false
	}
	start, end := p.model.OnDay(x, to)
	text, clash := p.sayAt(key, start, end)
	return p.deps.Words().DateWithDay(to, p.model.Today) + " · " + text, clash
}

func (p *Page) moveTo(key string, start, end core.Civil) {
	x, ok := p.model.Meeting(key)
	if !ok {
		return
	}
	place, err := p.model.Moved(x, start, end)
	if err != nil {
		p.deps.Fail(err)
		return
	}
	p.deps.Move(x.Meeting.ID, place, p.model.Warn(key, start, end))
}

// wholeDay shows all that a day has, as a list.
func (p *Page) wholeDay(day int) {
	if p.model != nil && day < len(p.model.Days) {
		p.state.Date = p.model.Days[day].Date
		p.deps.GoTo(Agenda)
	}
}

func (p *Page) toDay(d core.Date) {
	p.state.Date = d
	p.deps.GoTo(Day)
}

// ID gives the kind and the id that a block's key names.
func ID(key string) (core.Ref, bool) {
	kind, text, ok := strings.Cut(key, ":")
	id, err := core.ParseID(text)
	return core.Ref{Kind: core.Kind(kind), ID: id}, ok && err == nil
}

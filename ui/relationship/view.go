package relationship

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the page asks of the window.
type Deps struct {
	Words      func() *locale.Words
	Canvas     func() fyne.Canvas
	Fonts      func() *kit.DrawnFonts
	Load       func(id core.ID, done func(*planner.Overview))
	Notes      func(id core.ID, done func(*planner.NotesIn))
	Log        func(id core.ID, limit int, done func(*planner.Log))
	Agreements func(id core.ID, done func([]*core.Agreement))
	Hidden     func() bool      // private texts are not to be seen
	Here       func(tab string) // the page has gone to another tab
	Header     func()           // the header has changed
	Buttons    func(m *Model) []fyne.CanvasObject
	Menu       func(m *Model) []kit.MenuEntry // what can be done with the relationship
	Resume     func(id core.ID)               // makes it a living one again

	Tick         func(action core.ID, done bool)
	ActionMenu   func(action core.ID) []kit.MenuEntry
	Action       func(action core.ID)   // edits it
	Question     func(question core.ID) // edits it
	MeetingMenu  func(m Meeting) []kit.MenuEntry
	NewAction    func() // nil where nobody can
	Place        func(question, meeting core.ID)
	Answer       func(question core.ID, text string)
	NewQuestion  func() // nil where nobody can
	DropQuestion func(question core.ID)
	Meeting      func(id core.ID) // opens it; nil where there is no such screen
	Plan         func(m *Model)   // plans a meeting

	Goal     func(id core.ID) // edits it; a zero id is a new one
	Skill    func(id core.ID) // edits it; a zero id is a new one
	Rate     func(skill core.ID)
	Release  func(item core.Ref)
	Reach    func(goal, milestone core.ID, done bool)
	Evidence func(goal, milestone core.ID) // marks it as done with what shows it
	Measure  func(goal core.ID, title string)
	GoalMenu func(Goal) []kit.MenuEntry // what can be done with it

	TickItem  func(run, item core.ID, done bool)
	DeleteRun func(run core.ID)
	RunMenu   func(run core.ID) []kit.MenuEntry
	ItemMenu  func(run, item core.ID) []kit.MenuEntry
	StartRun  func()

	Note     func(note *core.Note, o *planner.Overview) // nil is a new one
	DropNote func(note core.ID)
	Agree    func(last *core.Agreement) // writes a new version
	Sign     func(a *core.Agreement, person core.ID, name string)
}

// Page is the page.
type Page struct {
	shell.ScrollPage
	id       core.ID
	deps     Deps
	tab      string
	tabs     *kit.Tabs
	overview *planner.Overview
	model    *Model
	steps    int            // of the log that are asked for
	limits   map[string]int // of long lists, beyond the first lot
	find     *kit.SearchField
	sought   string // among the meetings
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
)

// logPage is how many steps of the log are shown at first, and by how many more.
const logPage = 100

// New makes the page of a relationship at a tab; "" is the overview.
func New(id core.ID, tab string, deps Deps) *Page {
	if !slices.Contains(tabs(), tab) {
		tab = TabOverview
	}
	p := &Page{ScrollPage: shell.NewScrollPage(kit.Stack(0)), id: id, tab: tab, deps: deps, steps: logPage, limits: map[string]int{}}
	p.find = p.newFind()
	p.tabs = kit.NewTabs(p.tabWords(), slices.Index(tabs(), tab), func(i int) { p.turn(tabs()[i]) })
	p.Refresh()
	return p
}

func (p *Page) tabWords() []string {
	var out []string
	for _, tab := range tabs() {
		out = append(out, p.t("rel.tab_"+tab))
	}
	return out
}

// Read tells whether there was anything to show yet.
func (p *Page) Read() bool { return p.model != nil }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	m := p.model
	if m == nil {
		return shell.Header{}
	}
	p.tabs.SetWords(p.tabWords())
	h := shell.Header{Avatar: kit.NewAvatar(m.Initials, m.Key), Title: m.Title, Subtitle: m.Subtitle, Brief: m.Brief, Tabs: p.tabs}
	h.Actions, h.More = p.deps.Buttons(m), func() []kit.MenuEntry { return p.deps.Menu(p.model) }
	return h
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	var all []shell.Tab
	for _, tab := range tabs() {
		all = append(all, shell.Tab{ID: "relationship." + tab, Title: "rel.tab_" + tab, Name: func() string { return p.t("rel.to_tab", "tab", p.t("rel.tab_"+tab)) }})
	}
	return append(shell.TabCommands("rel.group", all, p.tabs.Choose), p.findCommand())
}

// turn goes to another tab.
func (p *Page) turn(tab string) {
	if p.tab == tab {
		return
	}
	p.tab = tab
	p.deps.Here(tab)
	p.ScrollTo(0)
	p.fill()
}

// Refresh reads the relationship again.
func (p *Page) Refresh() {
	p.deps.Load(p.id, func(o *planner.Overview) {
		p.overview = o
		p.model = NewModel(o, p.deps.Words(), p.deps.Hidden())
		p.fill()
		p.deps.Header()
	})
}

// fill shows the present tab; some have more to read.
func (p *Page) fill() {
	if p.model == nil {
		return
	}
	hidden := p.deps.Hidden()
	switch p.tab {
	case TabMeetings:
		p.SetContent(p.below(p.model, p.drawMeetings(p.model)))
	case TabPlan:
		p.SetContent(p.drawPlan(p.model))
	case TabChecklists:
		p.SetContent(p.drawRuns(NewRuns(p.overview, p.deps.Words(), hidden)))
	case TabNotes:
		p.deps.Notes(p.id, p.into(TabNotes, func(n *planner.NotesIn) fyne.CanvasObject {
			return p.drawNotes(NewNotes(n, p.deps.Words(), hidden))
		}))
	case TabLog:
		p.deps.Log(p.id, p.steps, func(l *planner.Log) {
			if p.tab == TabLog {
				p.SetContent(p.below(p.model, p.drawLog(NewLog(l, p.deps.Words(), hidden), l.More)))
			}
		})
	case TabAgreement:
		p.deps.Agreements(p.id, func(all []*core.Agreement) {
			if p.tab == TabAgreement {
				p.SetContent(p.drawAgreements(NewAgreements(all, p.overview, p.deps.Words())))
			}
		})
	default:
		p.SetContent(p.drawOverview(p.model))
	}
}

// into shows what was read, unless somebody has gone on to another tab.
func (p *Page) into(tab string, draw func(*planner.NotesIn) fyne.CanvasObject) func(*planner.NotesIn) {
	return func(n *planner.NotesIn) {
		if p.tab == tab {
			p.SetContent(draw(n))
		}
	}
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

func muted(text string) *kit.Text { return kit.NewText(text, kit.Caption()) }

// menuAt makes a row's context menu.
func (p *Page) menuAt(entries func() []kit.MenuEntry) func(fyne.Position) {
	return func(at fyne.Position) { kit.ShowMenu(p.deps.Canvas(), at, entries()) }
}

// button makes a small button at the end of a line.
func (p *Page) button(key string, do func()) *kit.Button {
	return kit.NewButton(p.t(key), kit.Plain, do).Writes()
}

// lot is how many rows of a long list are drawn at first, and how many more each time somebody asks.
const lot = 50

// first gives how many of the rows of a list are drawn, and a button for more; nil where all are.
func (p *Page) first(list string, n int) (shown int, more fyne.CanvasObject) {
	if shown = lot + p.limits[list]; shown >= n {
		return n, nil
	}
	button := kit.NewButton(p.t("rel.more_rows", "count", n-shown), kit.Plain, func() {
		p.limits[list] += lot
		p.fill()
	})
	return shown, kit.Line(0, button, kit.Spring())
}

// rows draws as many of the rows of a long list as are asked for.
func (p *Page) rows(list string, n int, row func(i int) *kit.Row) fyne.CanvasObject {
	shown, more := p.first(list, n)
	drawn := make([]*kit.Row, shown)
	for i := range drawn {
		drawn[i] = row(i)
	}
	if more == nil {
		return kit.Rows(drawn...)
	}
	return kit.Stack(8, kit.Rows(drawn...), more)
}

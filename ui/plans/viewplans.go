package plans

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// The tabs of the screen, as routes have them.
const (
	TabGoals  = ""
	TabTime   = "time"
	TabSkills = "skills"
)

func tabNames() []string { return []string{TabGoals, TabTime, TabSkills} }

// tabKeys gives the keys of what they are called.
func tabKeys() []string { return []string{"plans.tab.goals", "plans.tab.time", "plans.tab.skills"} }

// Deps is what the screen asks of the window.
type Deps struct {
	Words      func() *locale.Words
	Presenting func() bool
	Load       func(done func(*planner.Plans))
	NewGoal    func()
	NewSkill   func()
	EditGoal   func(core.ID)
	EditSkill  func(core.ID)
	RateSkill  func(core.ID)
	Release    func(core.Ref)
	GoalMenu   func(GoalActs) []kit.MenuEntry
	OpenPerson func(core.ID) // nil where there is no screen for people
	Moved      func(tab string)
	Header     func()
}

// GoalActs is what the menu of a goal asks of it.
type GoalActs struct {
	ID           core.ID
	Title        string
	Open, Figure bool // Figure: it has a measure
	Released     bool // it is let out to somebody
}

// Page is the screen of plans over all people.
type Page struct {
	deps    Deps
	tab     string
	filter  Filter
	stretch Stretch
	plans   *planner.Plans
	model   *Model
	words   *locale.Words

	bar    *filterBar
	goals  *rowList
	skills *rowList
	legend *fyne.Container // of the skills' bars, where there is room for them
	time   *timeView
	tabbar *kit.Tabs
	body   *fyne.Container
	box    *kit.Scroll
}

var (
	_ shell.Page     = (*Page)(nil)
	_ shell.Beginner = (*Page)(nil)
	_ shell.Topper   = (*Page)(nil)

	_ kit.Revealer   = (*Page)(nil)
	_ kit.Relayouter = (*Page)(nil)
)

// New makes the screen at a tab.
func New(tab string, deps Deps) *Page {
	p := &Page{deps: deps, tab: tab, model: &Model{}}
	p.goals, p.skills = newRowList(p, goalSide, p.openGoal, p.goalMenu), newRowList(p, skillSide, p.openSkill, p.skillMenu)
	p.time = newTimeView(p)
	p.bar = newFilterBar(p)
	p.body = kit.Fill(p.goals.card)
	// The list fills the window and scrolls by itself; in a low one it keeps a few rows, and the page scrolls.
	p.box = kit.NewScroll(kit.Pad(14, 20, 18, 20, kit.StackGrow(10, 1, p.bar.box, p.body)))
	p.Refresh()
	return p
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	return shell.Header{
		Title: p.t("plans.group"), Subtitle: p.model.Subtitle, Tabs: p.tabbar,
		Actions: []fyne.CanvasObject{
			kit.NewButton(p.t("plans.skill.new"), kit.Plain, p.deps.NewSkill).Writes(), kit.NewButton(p.t("plans.goal.new"), kit.Primary, p.deps.NewGoal).Writes(),
		},
	}
}

// Object implements shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.box }

// Top implements shell.Topper.
func (p *Page) Top() {
	p.box.To(0)
	p.goals.list.To(0)
	p.skills.list.To(0)
	p.time.line.To(0)
}

// Reveal scrolls what has got the focus into view.
func (p *Page) Reveal(o fyne.CanvasObject) { p.box.Reveal(o) }

// Relayout makes room for what became taller.
func (p *Page) Relayout() { p.box.Relayout() }

// First implements shell.Beginner: the list, or what to do first where it is empty.
func (p *Page) First() fyne.Focusable {
	if p.plans == nil {
		return nil
	}
	switch {
	case p.tab != TabTime:
		return kit.FirstFocusable(p.body)
	case len(p.model.Lanes) > 0:
		return kit.FirstFocusable(p.time.line)
	}
	return kit.FirstFocusable(p.time.empty)
}

// Refresh reads all plans again.
func (p *Page) Refresh() {
	p.deps.Load(func(plans *planner.Plans) {
		p.plans = plans
		if p.words != p.deps.Words() {
			p.words = p.deps.Words()
			p.begin()
		}
		p.show()
	})
}

// Commands implements shell.Commander: to the tabs, and to the field that finds.
func (p *Page) Commands() []shell.Command {
	var all []shell.Tab
	for i, id := range []string{"plans.to_goals", "plans.to_time", "plans.to_skills"} {
		all = append(all, shell.Tab{ID: id, Title: tabKeys()[i], Name: func() string {
			return p.t("find.for", "command", p.t("plans.group"), "name", p.t(tabKeys()[i]))
		}})
	}
	return append(shell.TabCommands("plans.group", all, func(i int) {
		if p.tabbar != nil {
			p.tabbar.Choose(i)
		}
	}), shell.Command{ID: "plans.find", Title: "plans.find", Reads: true, Group: "plans.group", Keys: "Ctrl+F", Run: p.bar.find})
}

// begin makes what is written in the language of the moment.
func (p *Page) begin() {
	if p.stretch.Months == 0 {
		p.stretch = StretchAround(p.plans.Today, 12)
	}
	var names []string
	at := 0
	for i, tab := range tabNames() {
		names = append(names, p.t(tabKeys()[i]))
		if tab == p.tab {
			at = i
		}
	}
	p.tabbar = kit.NewTabs(names, at, func(i int) {
		p.tab = tabNames()[i]
		p.deps.Moved(p.tab)
		p.show()
	})
	p.bar.build()
	p.time.build()
	legend := kit.BarLegend(p.t("rel.baseline"), p.t("rel.now"), p.t("rel.target"))
	p.legend = kit.Cells(0, []kit.Cell{{Weight: 1, From: barsFrom + skillSide + rowMargins}}, kit.Pad(0, 0, 8, 0, legend))
	p.skills.card.SetContent(kit.StackGrow(0, 1, p.legend, p.skills.list))
}

// show puts what the filter lets through on the tab.
func (p *Page) show() {
	if p.plans == nil {
		return
	}
	p.model = NewModel(p.plans, p.filter, p.deps.Presenting(), p.words)
	p.bar.offer(p.model.People)
	p.goals.set(p.model.Goals, p.empty(len(p.plans.Goals), "plans.empty.goals", "plans.empty.goals_hint", "plans.goal.new", p.deps.NewGoal))
	p.skills.set(p.model.Skills, p.empty(len(p.plans.Skills), "plans.empty.skills", "plans.empty.skills_hint", "plans.skill.new", p.deps.NewSkill))
	p.legend.Hidden = len(p.model.Skills) == 0
	p.time.set(p.model.Lanes, p.empty(len(p.plans.Goals), "plans.empty.goals", "plans.empty.goals_hint", "plans.goal.new", p.deps.NewGoal))
	var now fyne.CanvasObject = p.goals.card
	switch p.tab {
	case TabTime:
		now = p.time.card
	case TabSkills:
		now = p.skills.card
	}
	p.bar.goalsOnly(p.tab != TabSkills)
	if p.body.Objects[0] != now {
		p.body.Objects = []fyne.CanvasObject{now}
		p.body.Refresh()
	}
	p.box.Relayout() // filters that came or went
	p.goals.begin()
	p.skills.begin()
	p.deps.Header()
}

// empty says why there is nothing to see: nothing at all yet, or nothing that the filter lets through.
func (p *Page) empty(all int, title, hint, button string, do func()) fyne.CanvasObject {
	clear := kit.NewButton(p.t("plans.clear"), kit.Plain, p.bar.clear)
	switch {
	case p.deps.Presenting() && p.filter.Text != "": // it may be found by those who do not look
		return kit.NewEmpty(p.t("find.none_shown"), "", clear)
	case p.deps.Presenting(): // it may be empty only for those who look
		return kit.NewEmpty(p.words.Empty(title, true), "")
	case all > 0:
		return kit.NewEmpty(p.t("plans.none_found"), p.t("plans.none_found_hint"), clear)
	}
	return kit.NewEmpty(p.t(title), p.t(hint), kit.NewButton(p.t(button), kit.Primary, do).Writes())
}

func (p *Page) openGoal(r Row) { p.deps.EditGoal(r.ID) }

func (p *Page) openSkill(r Row) { p.deps.RateSkill(r.ID) }

func (p *Page) goalMenu(r Row) []kit.MenuEntry {
	for _, g := range p.plans.Goals {
		if g.Goal.ID == r.ID {
			return p.deps.GoalMenu(GoalActs{ID: r.ID, Title: g.Goal.Title, Open: g.Goal.Open(), Figure: g.Goal.Measure != nil, Released: len(g.Released) > 0})
		}
	}
	return nil
}

func (p *Page) skillMenu(r Row) []kit.MenuEntry {
	return []kit.MenuEntry{
		{Text: p.t("plans.rate"), Keys: "Enter", Run: func() { p.deps.RateSkill(r.ID) }},
		{Text: p.t("plans.menu.edit"), Run: func() { p.deps.EditSkill(r.ID) }},
		{Text: p.t(words.ReleaseKey(r.Released)), Run: func() { p.deps.Release(core.Ref{Kind: core.KindSkill, ID: r.ID}) }},
	}
}

// Chosen gives the goal or skill that the keys are on; false where they are elsewhere.
func (p *Page) Chosen() (core.Ref, bool) {
	list, kind := p.goals, core.KindGoal
	if p.tab == TabSkills {
		list, kind = p.skills, core.KindSkill
	}
	r, ok := list.present()
	return core.Ref{Kind: kind, ID: r.ID}, ok && p.tab != TabTime
}

// Whose gives whose goals and skills alone are on show; zero for everybody's.
func (p *Page) Whose() core.ID { return p.filter.Person }

// Choose goes to the first goal or skill of the tab, as soon as it is read: Enter then does what is done with one.
func (p *Page) Choose() {
	list := p.goals
	if p.tab == TabSkills {
		list = p.skills
	}
	list.choose = true
	if p.plans != nil {
		list.begin()
	}
}

// saved is what the screen wants back.
type saved struct {
	filter  Filter
	stretch Stretch
	goals   float32
	skills  float32
	time    float32
}

// Save implements shell.Page.
func (p *Page) Save() shell.State {
	return saved{p.filter, p.stretch, p.goals.list.At(), p.skills.list.At(), p.time.line.At()}
}

// Restore implements shell.Page.
func (p *Page) Restore(s shell.State) {
	was, ok := s.(saved)
	if !ok {
		return
	}
	p.filter, p.stretch = was.filter, was.stretch
	if p.words != nil {
		p.begin()
		p.show()
	}
	p.goals.list.Return(was.goals)
	p.skills.list.Return(was.skills)
	p.time.line.Return(was.time)
}

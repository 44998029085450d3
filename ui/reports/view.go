package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// The tabs of the screen, as routes have them.
const (
	TabReport  = ""
	TabLog     = "log"
	TabWritten = "written"
)

func tabs() []string { return []string{TabReport, TabLog, TabWritten} }

// Deps is what the screen asks of the window.
type Deps struct {
	Words      func() *locale.Words
	Kept       *Choices // what was chosen last, kept by the window from visit to visit; without a reader: nothing yet
	Presenting func() bool
	Places     func(done func(*planner.Places))
	Busiest    func(of core.Period, done func(core.ID)) // the relationship that there is most to report of; zero for none
	// Facts reads what a report would be made from, with its pages.
	Facts   func(req core.ReportRequest, done func(Preview), failed func(error))
	Log     func(done func([]planner.LogEntry))
	Written func(done func([]planner.WrittenReport))
	// OpenWritten opens the file of a report that was written; WrittenMenu is what else can be done with it.
	OpenWritten func(report core.ID)
	WrittenMenu func(report core.ID) []kit.MenuEntry
	Export      func(req core.ReportRequest, name string)
	Verify      func()
	Release     func(ref core.Ref, audience core.Audience)
	Begin       func()                        // a relationship, where there is none yet
	Moved       func(rel core.ID, tab string) // the page shows another place now
	Header      func()
}

// Preview is a report before it is written.
type Preview struct {
	Facts *core.ReportFacts
	Pages []draw.Page
	// Masked tells that the pages have other names than what will be written, as others look at the screen.
	Masked bool
	Named  []planner.Mention // people who take no part in it and whom its texts name
	Unset  []string          // words that the file has no letters for
}

// Page is the screen.
type Page struct {
	deps    Deps
	tab     string
	choices Choices
	places  *planner.Places
	model   *Model
	masked  bool          // see Preview
	problem string        // why there is no report of what is chosen; "" where there is
	words   *locale.Words // that the fields are written in
	wide    bool          // the pages have all the room
	chosen  bool          // somebody said so, or the contrary: the width of the window has no say any more

	body    *fyne.Container
	split   *fyne.Container
	room    *fyne.Container // the same, with margins
	form    *form
	preview *preview
	list    *lineList
	tabbar  *kit.Tabs
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Keyer     = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Beginner  = (*Page)(nil)
)

// New makes the screen for a relationship; where that is zero, for the one that was chosen last, else for the one that there
// is most to report of.
func New(rel core.ID, tab string, fonts *kit.DrawnFonts, deps Deps) *Page {
	p := &Page{deps: deps, tab: tab, choices: deps.Kept.begin(rel)}
	p.form, p.preview = newForm(p), newPreview(p, fonts)
	p.split = container.New(&foldLayout{p}, kit.BesideUpTo(400, 0.5, p.form.box, p.preview.box))
	p.room = container.New(marginLayout{}, p.split)
	p.list = newLineList(p)
	p.body = kit.Fill(kit.Stack(0))
	p.Refresh()
	return p
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: p.t("reports.head"), Subtitle: p.t("reports.exact"), Tabs: p.tabbar}
	if p.masked {
		h.Subtitle = p.t("reports.exact_masked")
	}
	if p.problem != "" {
		h.Subtitle = ""
	}
	if p.model != nil && p.tab == TabReport {
		h.Title = p.model.Title
	}
	if p.tab != TabReport {
		h.Subtitle = p.t("reports.sub." + p.tab)
	}
	h.Actions = append(h.Actions, kit.NewButton(p.t("reports.verify"), kit.Plain, p.deps.Verify))
	return h
}

// Object implements shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.body }

// Refresh reads everything again.
func (p *Page) Refresh() {
	p.deps.Places(func(places *planner.Places) {
		first := p.places == nil || p.words != p.deps.Words()
		p.places, p.words = places, p.deps.Words()
		if !first {
			p.form.name()
			p.load()
			return
		}
		p.settle(func() {
			p.begin()
			p.load()
		})
	})
}

// settle chooses a relationship where none is chosen that there is: the one that there is most to report of in this quarter,
// else in the one before, else the first.
func (p *Page) settle(done func()) {
	if _, ok := p.places.Place(p.choices.Relationship); ok || len(p.places.Relationships) == 0 {
		done()
		return
	}
	p.busiest(done, ThisQuarter, LastQuarter)
}

func (p *Page) busiest(done func(), spans ...Span) {
	if len(spans) == 0 {
		p.choices.Relationship = p.places.Relationships[0].ID
		done()
		return
	}
	p.deps.Busiest(spans[0].Period(p.places.Today, core.Period{}), func(id core.ID) {
		if _, ok := p.places.Place(id); !ok {
			p.busiest(done, spans[1:]...)
			return
		}
		p.choices.Relationship = id
		done()
	})
}

// tabKey gives the key of what a tab is called.
func tabKey(tab string) string {
	if tab == TabReport {
		tab = "report"
	}
	return "reports.tab." + tab
}

// begin makes the fields, once the relationship is known.
func (p *Page) begin() {
	var names []string
	at := 0
	for i, tab := range tabs() {
		names = append(names, p.t(tabKey(tab)))
		if tab == p.tab {
			at = i
		}
	}
	p.tabbar = kit.NewTabs(names, at, func(i int) {
		p.tab = tabs()[i]
		p.deps.Moved(p.choices.Relationship, p.tab)
		p.load()
	})
	p.form.build()
	p.preview.build()
}

// load reads what the tab shows.
func (p *Page) load() {
	*p.deps.Kept = p.choices
	switch p.tab {
	case TabLog:
		p.deps.Log(func(list []planner.LogEntry) {
			p.list.set(Log(list, p.places.Today, Hide(p.deps.Presenting()), p.words), "log")
			p.show(p.list.box)
		})
	case TabWritten:
		p.deps.Written(func(list []planner.WrittenReport) {
			p.list.set(Written(list, p.zone(), p.words), "written")
			p.show(p.list.box)
		})
	default:
		p.loadReport()
	}
	p.deps.Header()
}

func (p *Page) zone() core.Zone {
	return p.places.Person(p.places.Owner).Home()
}

func (p *Page) loadReport() {
	if p.choices.Relationship.IsZero() {
		p.show(kit.Pad(18, 20, 18, 20, kit.NewCard("", "", kit.NewEmpty(p.t("reports.none"), p.t("reports.none_hint"), p.begun()))))
		return
	}
	p.show(p.room)
	req, err := p.choices.Request(p.places.Today, p.words)
	if err != nil {
		p.refuse(err)
		return
	}
	p.deps.Facts(req, func(v Preview) {
		place, _ := p.places.Place(req.Relationship)
		p.model = NewModel(v.Facts, place.Name, Hide(p.deps.Presenting()), p.words)
		p.masked = v.Masked
		p.refuse(nil)
		p.form.mask(v.Masked && !p.choices.Hidden)
		p.form.show(p.model, Remarks(v, p.words))
		if p.preview.cover(p.hidden(v.Facts)); !p.preview.covered() {
			p.preview.show(v.Pages)
		}
		p.deps.Header()
	}, p.refuse)
}

// refuse says why there is no report of what is chosen, beside the choice and in place of its pages; nil: there is one.
func (p *Page) refuse(err error) {
	was := p.problem
	p.problem = Problem(err, p.choices.Span, p.words)
	p.form.complain(p.problem)
	if p.problem != "" {
		p.preview.cover(p.problem)
	}
	if p.problem != was {
		p.preview.exports.Refresh()
		p.preview.export.Refresh()
		p.form.write.Refresh()
		p.deps.Header()
	}
}

// begun is the button of what comes before any report: a relationship.
func (p *Page) begun() *kit.Button {
	return kit.NewButton(p.t("rel.new"), kit.Primary, p.deps.Begin).Writes()
}

// show puts an object into the page, if it is not there already.
func (p *Page) show(o fyne.CanvasObject) {
	if len(p.body.Objects) == 1 && p.body.Objects[0] == o {
		return
	}
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}

// saved is what the screen wants back.
type saved struct {
	choices Choices
	tab     string
	form    float32
	pages   float32
	zoom    float32
	list    float32
	wide    bool
	chosen  bool
}

// First implements shell.Beginner: what the report is about, or the list of the tab.
func (p *Page) First() fyne.Focusable { return kit.FirstFocusable(p.body) }

// Save implements shell.Page.
func (p *Page) Save() shell.State {
	zoom, fits := p.preview.sheets.Zoom()
	if fits {
		zoom = 0
	}
	return saved{p.choices, p.tab, p.form.scroll.At(), p.preview.sheets.At(), zoom, p.list.list.At(), p.wide, p.chosen}
}

// Restore implements shell.Page.
func (p *Page) Restore(s shell.State) {
	was, ok := s.(saved)
	if !ok {
		return
	}
	p.choices, p.tab, p.places = was.choices, was.tab, nil
	p.preview.at = was.pages
	p.preview.sheets.SetZoom(was.zoom)
	if p.chosen = was.chosen; p.chosen {
		p.fold(was.wide)
		p.split.Refresh()
	}
	p.Refresh()
	p.form.scroll.Return(was.form)
	p.list.list.Return(was.list)
}

// Key scrolls the pages.
func (p *Page) Key(ev *fyne.KeyEvent) bool {
	return p.tab == TabReport && p.preview.sheets.Key(ev)
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	zoom := func(step int) func() { return func() { p.preview.sheets.ZoomBy(step) } }
	var all []shell.Tab
	for _, tab := range tabs() {
		all = append(all, shell.Tab{ID: tabKey(tab), Title: tabKey(tab), Name: func() string {
			return p.t("find.for", "command", p.t("reports.head"), "name", p.t(tabKey(tab)))
		}})
	}
	return append(shell.TabCommands("reports.head", all, func(i int) {
		if p.tabbar != nil {
			p.tabbar.Choose(i)
		}
	}), []shell.Command{
		{ID: "reports.export", Title: "reports.export", Group: "reports.head", Keys: "Ctrl+S", Why: p.whyNot, Run: p.export},
		{ID: "reports.larger", Title: "reports.larger", Reads: true, Group: "reports.head", Keys: "Ctrl+Plus Ctrl+=", Run: zoom(1)},
		{ID: "reports.smaller", Title: "reports.smaller", Reads: true, Group: "reports.head", Keys: "Ctrl+-", Run: zoom(-1)},
		{ID: "reports.page_back", Title: "reports.page_back", Reads: true, Group: "reports.head", Keys: keysBack, Why: p.preview.noBack, Run: func() { p.preview.turn(-1) }},
		{ID: "reports.page_next", Title: "reports.page_next", Reads: true, Group: "reports.head", Keys: keysNext, Why: p.preview.noNext, Run: func() { p.preview.turn(1) }},
		{ID: "reports.wide", Title: "reports.wide", Reads: true, Group: "reports.head", Keys: "Ctrl+Shift+L", Run: func() { p.widen(!p.wide) }},
		{ID: "reports.fit", Title: "reports.fit", Reads: true, Group: "reports.head", Keys: "Ctrl+0", Run: func() { p.preview.sheets.SetZoom(0) }},
	}...)
}

func (p *Page) whyNot() string {
	switch {
	case p.problem != "":
		return "reports.choose_other"
	case p.model == nil:
		return "reports.none"
	}
	return ""
}

// why tells in words why nothing can be written; "" where it can.
func (p *Page) why() string { return p.problem }

// hidden says why the pages are not shown while others look at the screen; "" where they are.
func (p *Page) hidden(f *core.ReportFacts) string {
	if p.deps.Presenting() && tells(f) {
		return p.t("reports.hidden")
	}
	return ""
}

// Reveal scrolls what has got the focus into view.
func (p *Page) Reveal(o fyne.CanvasObject) { p.form.scroll.Reveal(o) }

// Relayout makes room for what became taller.
func (p *Page) Relayout() { p.form.scroll.Relayout() }

// export asks where to, and writes what the preview shows.
func (p *Page) export() {
	if req, err := p.choices.Request(p.places.Today, p.words); err == nil && p.model != nil && p.problem == "" {
		p.deps.Export(req, p.model.File)
	}
}

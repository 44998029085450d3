package checklists

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// The tabs of the screen, as routes have them.
const (
	TabRuns      = ""
	TabTemplates = "templates"
	TabNew       = "new" // a template that is being begun
)

// What may be kept of what is being typed: a template, a line of a checklist in use (with its id, unless it is a new
// one), and to whom a template is to be given.
const (
	DraftTemplate = "template"
	DraftItem     = "line."
	DraftGive     = "give"
)

// Deps is what the screen asks of the window.
type Deps struct {
	Words      func() *locale.Words
	Presenting func() bool
	Dialogs    *shell.Dialogs
	Load       func(done func(*planner.ChecklistBoard))
	Tick       func(run, item core.ID, done bool)
	ChangeRun  func(run core.ID, edit func(*core.Run) error)
	// KeepLine keeps a line of a checklist in use, a new one where its id is zero, and closes its dialog.
	KeepLine  func(o *shell.Open, f *forms.Form, run core.ID, line core.RunItem)
	DeleteRun func(core.ID)
	// SaveTemplate keeps a template, a new one where the id is zero, does drop with it, and tells its id or what is wrong.
	SaveTemplate   func(id core.ID, edit func(*core.Checklist) error, drop forms.Drop, done func(core.ID, error))
	DeleteTemplate func(core.ID)
	For            string                           // the relationship that a new template is wanted for; "" for none
	Made           func()                           // after that template was kept; nil for nothing
	Takers         func(done func(*planner.Places)) // reads to whom a template can be given
	Offer          func() forms.Offering            // whom the choice of them may list
	Give           func(o *shell.Open, f *forms.Form, template core.ID, on core.Date, to []planner.Given)
	Moved          func(id core.ID, tab string)
	// Typing gives what was being typed about a template or a checklist in use; the zero Ref is a new template.
	Typing func(of core.Ref, field string, show func(forms.Draft))
	// Unsaved is told what is being written and not saved yet; "" for nothing.
	Unsaved func(what string)
	Header  func()
	// Unkept tells that a template of that name, a new one where the id is zero, could not be kept as it was left, though what was
	// typed is, and leads back to it.
	Unkept func(id core.ID, name string, err error)
}

// Page is the screen.
type Page struct {
	deps   Deps
	tab    string
	id     core.ID // of the run or template that is open
	filter Filter
	board  *planner.ChecklistBoard
	model  *Model
	words  *locale.Words

	runs      *kit.List
	templates *kit.List
	detail    *detail
	editor    *editor
	find      *kit.SearchField
	finished  *kit.CheckBox
	left      *fyne.Container // the field, the box and a list
	rows      *fyne.Container // the list alone
	right     *fyne.Container
	sides     *fyne.Container // both
	why       lacks           // when it was told last why there are no rows
	told      bool            // in the language of the page
	tabbar    *kit.Tabs
	box       fyne.CanvasObject
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Leaver    = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Beginner  = (*Page)(nil)
)

// New makes the screen at a tab, with a run or a template open. fresh begins a new template.
func New(id core.ID, tab string, fresh bool, deps Deps) *Page {
	p := &Page{deps: deps, tab: tab, id: id, model: &Model{}}
	p.runs = p.newList(true, func() int { return len(p.model.Runs) }, p.runRow, func(i int) core.ID { return p.model.Runs[i].ID },
		func(i int) string { return p.model.Runs[i].Title })
	p.templates = p.newList(false, func() int { return len(p.model.Templates) }, p.templateRow, func(i int) core.ID { return p.model.Templates[i].ID },
		func(i int) string { return p.model.Templates[i].Title })
	p.detail, p.editor = newDetail(p), newEditor(p)
	p.find, p.finished = p.newFind(), kit.NewCheckBox(p.t("checklists.show_done"), false, p.setDone)
	p.rows, p.right = kit.Fill(p.runs), kit.Fill(kit.Stack(0))
	p.left = kit.StackGrow(8, 2, p.find, p.finished, p.rows)
	p.sides = kit.Beside(320, kit.NewCard("", "", p.left), p.right)
	p.box = kit.Pad(18, 20, 18, 20, p.sides)
	p.editor.fresh, p.editor.begun = fresh, fresh
	p.Refresh()
	return p
}

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	return shell.Header{
		Title: p.t("checklists.head"), Subtitle: p.model.Subtitle, Tabs: p.tabbar,
		Actions: []fyne.CanvasObject{kit.NewButton(p.t("checklists.new"), kit.Primary, p.begin).Writes()},
	}
}

// Object implements shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.box }

// Save implements shell.Page.
func (p *Page) Save() shell.State { return p.filter }

// Restore implements shell.Page.
func (p *Page) Restore(s shell.State) {
	if was, ok := s.(Filter); ok && was != p.filter {
		p.filter = was
		p.find.SetText(was.Text)
		p.finished.SetOn(was.Done)
		p.show()
	}
}

// First implements shell.Beginner: the list, or what to do first where it is empty.
func (p *Page) First() fyne.Focusable {
	if p.board == nil {
		return nil
	}
	return p.listOf().First()
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	var all []shell.Tab
	for _, key := range []string{"checklists.tab.runs", "checklists.tab.templates"} {
		all = append(all, shell.Tab{ID: key, Title: key, Name: func() string {
			return p.t("find.for", "command", p.t("checklists.head"), "name", p.t(key))
		}})
	}
	return append(shell.TabCommands("checklists.head", all, func(i int) {
		if p.tabbar != nil {
			p.tabbar.Choose(i)
		}
	}), shell.Command{
		ID: "checklists.save", Title: "checklists.save", Group: "checklists.head", Keys: "Ctrl+S",
		Why: func() string {
			if p.tab != TabTemplates || !p.editor.dirty {
				return "checklists.nothing_to_save"
			}
			return ""
		},
		Run: func() { p.editor.keep(nil) },
	}, shell.Command{ID: "checklists.find", Title: "checklists.find", Reads: true, Group: "checklists.head", Keys: "Ctrl+F", Run: func() { p.find.Find() }})
}

// KeepInPlace saves the template that is being written, as Ctrl+Enter does in every form.
func (p *Page) KeepInPlace() bool {
	writing := p.editor.writing()
	if writing && p.editor.dirty {
		p.editor.keep(nil)
	}
	return writing
}

// Writing tells whether a template is being written on the page: its keys are not for what was done before.
func (p *Page) Writing() bool { return p.editor.writing() }

// Leave keeps what was typed into a template: nobody has to remember to.
func (p *Page) Leave() { p.editor.leave() }

// Refresh reads everything again.
func (p *Page) Refresh() {
	p.deps.Load(func(b *planner.ChecklistBoard) {
		p.board = b
		if p.words != p.deps.Words() {
			p.words = p.deps.Words()
			p.build()
		}
		p.show()
	})
}

func (p *Page) build() {
	at := 0
	if p.tab == TabTemplates {
		at = 1
	}
	p.tabbar = kit.NewTabs([]string{p.t("checklists.tab.runs"), p.t("checklists.tab.templates")}, at, func(i int) {
		p.goTab([]string{TabRuns, TabTemplates}[i])
	})
	p.finished.SetLabel(p.t("checklists.show_done"))
	p.told = false
}

// noTemplates leads to the first template, below what says where one is missing.
func (p *Page) noTemplates(title string) fyne.CanvasObject {
	return kit.NewEmpty(p.t(title), p.t("checklists.no_templates_hint"), kit.NewButton(p.t("checklists.new"), kit.Primary, p.begin).Writes())
}

// noRuns leads to what comes before a checklist is in use: a template, or giving one.
func (p *Page) noRuns() fyne.CanvasObject {
	switch {
	case p.deps.Presenting(): // it may be empty only for those who look
		return kit.NewEmpty(p.words.Empty("checklists.no_runs", true), "")
	case len(p.board.Runs) > 0: // those that are done are left out
		return kit.NewEmpty(p.t("checklists.no_runs"), p.t("checklists.no_runs_hint"))
	case len(p.board.Templates) == 0:
		return p.noTemplates("checklists.no_runs")
	}
	return kit.NewEmpty(p.t("checklists.no_runs"), p.t("checklists.no_runs_hint"), kit.NewButton(p.t("checklists.to_templates"), kit.Primary, p.toTemplates))
}

// toTemplates shows the templates.
func (p *Page) toTemplates() {
	p.tabbar.SetCurrent(1)
	p.goTab(TabTemplates)
	if c := kit.CanvasOf(p.box); c != nil {
		kit.FocusOn(c, p.templates)
	}
}

// goTab shows another tab.
func (p *Page) goTab(tab string) {
	p.editor.leave()
	p.tab, p.id = tab, core.ID{}
	p.deps.Moved(p.id, p.tab)
	p.show()
}

// begin opens the editor for a new template.
func (p *Page) begin() {
	if refuse := p.deps.Dialogs.Refuse; refuse != nil && refuse() {
		return
	}
	p.editor.leave()
	p.tab, p.id, p.editor.fresh, p.editor.begun = TabTemplates, core.ID{}, true, true
	p.tabbar.SetCurrent(1)
	p.deps.Moved(p.id, TabNew)
	p.show()
}

// show puts the lists and what is open into place.
func (p *Page) show() {
	if p.board == nil {
		return
	}
	p.model = NewModel(p.board, p.filter, p.deps.Presenting(), p.words)
	p.nameFind()
	p.explain()
	if p.finished.Hidden = p.tab == TabTemplates || !p.model.Finished; p.rows.Objects[0] != p.listOf() {
		p.rows.Objects = []fyne.CanvasObject{p.listOf()}
	}
	p.left.Refresh()
	if p.tab == TabTemplates {
		p.showTemplates()
	} else {
		p.showRuns()
	}
	p.deps.Header()
}

func (p *Page) showRuns() {
	p.runs.Refresh()
	at := slices.IndexFunc(p.board.Runs, func(r *core.Run) bool {
		return r.ID == p.id && !(p.deps.Presenting() && r.Readers.Private())
	})
	if at < 0 && len(p.model.Runs) > 0 {
		p.id = p.model.Runs[0].ID
		at = slices.IndexFunc(p.board.Runs, func(r *core.Run) bool { return r.ID == p.id })
	}
	if at < 0 {
		p.alone()
		return
	}
	p.choose(slices.IndexFunc(p.model.Runs, func(r RunRow) bool { return r.ID == p.id }))
	p.beside(p.detail.scroll)
	p.detail.show(NewRun(p.board.Runs[at], p.board, p.words))
}

func (p *Page) showTemplates() {
	p.templates.Refresh()
	at := slices.IndexFunc(p.board.Templates, func(t planner.TemplateRow) bool { return t.ID == p.id })
	if at < 0 && !p.editor.fresh && !p.editor.holds(p.id) && len(p.board.Templates) > 0 {
		at, p.id = 0, p.board.Templates[0].ID
	}
	p.choose(slices.IndexFunc(p.model.Templates, func(t TemplateRow) bool { return t.ID == p.id }))
	switch {
	case at >= 0:
		p.editor.show(p.board.Templates[at].Checklist)
	case p.editor.holds(p.id): // it has gone, and what is typed about it stays
	case p.editor.fresh:
		p.editor.show(&core.Checklist{})
	default:
		p.alone()
		return
	}
	p.beside(p.editor.box)
	if p.editor.begun {
		p.editor.begun = false
		p.editor.focus()
	}
}

// beside shows what is open beside the list.
func (p *Page) beside(o fyne.CanvasObject) {
	if p.right.Objects[0] != o {
		p.right.Objects = []fyne.CanvasObject{o}
		p.right.Refresh()
	}
	if p.right.Hidden {
		p.right.Show()
		p.sides.Refresh()
	}
}

// alone gives the list all the room: there is nothing to open in it.
func (p *Page) alone() {
	if !p.right.Hidden {
		p.right.Hide()
		p.sides.Refresh()
	}
}

// choose makes the row of what is open the present one of its list; negative is none.
func (p *Page) choose(i int) {
	if l := p.listOf(); i >= 0 && l.Current() != i {
		l.SetCurrent(i)
	} else {
		l.Refresh()
	}
}

func (p *Page) listOf() *kit.List {
	if p.tab == TabTemplates {
		return p.templates
	}
	return p.runs
}

// open shows a run or a template beside its list.
func (p *Page) open(id core.ID) {
	p.editor.leave()
	p.id, p.editor.fresh = id, false
	p.deps.Moved(id, p.tab)
	p.show()
}

package people

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// Deps is what the screen asks of the window.
type Deps struct {
	Words     func() *locale.Words
	Canvas    func() fyne.Canvas
	Directory func(done func(*planner.Directory))
	File      func(id core.ID, done func(*planner.PersonFile))
	Form      func(p *core.Person)                  // edits somebody; nil is a new person
	Consent   func(p *core.Person)                  // notes their consent
	Note      func(p *core.Person, note *core.Note) // edits a note about somebody; nil is a new one
	DropNote  func(note core.ID)
	Action    func(promise core.ID)                            // edits a promise
	Tick      func(promise core.ID)                            // notes that it was kept
	Archive   func(p *core.Person, on bool)                    // puts somebody away, or brings them back
	Delete    func(p *core.Person)                             // asks first where more than the person goes
	Erase     func(p *core.Person)                             // takes somebody out for good; asks first
	Open      func(relationship core.ID)                       // nil where there is no such screen
	Relate    func(p *core.Person)                             // begins a relationship; nil where nobody can
	Menu      func(p *core.Person, owner bool) []kit.MenuEntry // more that can be done with somebody
	Actions   func() []fyne.CanvasObject                       // further buttons of the header
	More      func() []kit.MenuEntry                           // what else can be done there
	Offer     func() forms.Offering                            // whom a search may put on show
	Hidden    func() bool                                      // private texts are not to be seen
	Here      func(id core.ID)                                 // the person on show has changed
	Header    func()                                           // the header has
}

// Page is the screen.
type Page struct {
	deps   Deps
	list   *List
	file   *File
	id     core.ID // who is on show; zero before anybody is
	asked  core.ID // who was asked for by the route
	notes  int     // how many lots of notes about them are drawn besides the first
	find   *kit.SearchField
	heads  *fyne.Container
	rows   *kit.List
	detail *kit.Scroll
	all    fyne.CanvasObject
	none   *kit.Text // what stands in the place of an empty list; nothing before it is read
	state  *state    // to come back to once the list is read
}

var (
	_ shell.Page      = (*Page)(nil)
	_ shell.Chooser   = (*Page)(nil)
	_ shell.Commander = (*Page)(nil)
	_ shell.Keyer     = (*Page)(nil)
	_ shell.Topper    = (*Page)(nil)
	_ shell.Beginner  = (*Page)(nil)
)

// state is what the screen comes back to.
type state struct {
	query        string
	archived     bool
	order        Order
	list, detail float32
}

// New makes the screen with one person on show; a zero id is the first of the list.
func New(id core.ID, deps Deps) *Page {
	p := &Page{deps: deps, list: &List{}, asked: id, heads: kit.Stack(0), none: kit.NewText("", kit.Muted())}
	p.find = kit.NewSearchField(p.t("people.find"), kit.FindKeys, p.filter)
	p.find.OnKey(p.findKey)
	p.rows = kit.NewList(kit.ListSpec{
		Length: func() int { return p.list.Len() },
		Create: p.newLine, Update: func(i int, o fyne.CanvasObject) { fillLine(o, p.row(i)) },
		Height: 50, Open: p.show, Moved: p.show, Follow: true,
		Menu:  func(i int, at fyne.Position) { kit.ShowMenu(p.deps.Canvas(), at, p.menu(p.list.At(i))) },
		Label: func(i int) string { return p.row(i).Name },
		Key:   p.listKey,
	})
	p.rows.WhenEmpty(kit.Pad(16, 8, 16, 8, p.none))
	p.detail = kit.NewScroll(kit.Stack(0)).BesideBar(0)
	left := kit.NewCard("", "", kit.StackGrow(8, -1, p.find, p.heads, p.rows))
	p.all = kit.Pad(18, 20, 18, 20, kit.Columns(0, []float32{60, 40}, left, p.detail))
	p.Refresh()
	return p
}

// Top implements shell.Topper.
func (p *Page) Top() {
	p.rows.To(0)
	p.detail.To(0)
}

// Header implements shell.Page.
func (p *Page) Header() shell.Header {
	h := shell.Header{Title: p.t("people.title")}
	if n := p.list.All(); n > 0 {
		h.Subtitle = p.deps.Words().Count(core.KindPerson, n)
		if p.list.Len() < n {
			w := p.deps.Words()
			h.Subtitle = p.t("people.shown", "n", w.Number(float64(p.list.Len())), "of", w.Number(float64(n)))
		}
	}
	h.Actions, h.More = append(h.Actions, p.deps.Actions()...), p.deps.More
	h.Actions = append(h.Actions, kit.NewButton(p.t("people.new"), kit.Primary, func() { p.deps.Form(nil) }).Writes())
	return h
}

// Object implements shell.Page.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// First implements shell.Beginner: the list.
func (p *Page) First() fyne.Focusable {
	if p.list.Len() == 0 {
		return nil
	}
	return p.rows
}

// Save implements shell.Page.
func (p *Page) Save() shell.State {
	return &state{query: p.list.Query(), archived: p.list.Archived(), order: p.list.Order(), list: p.rows.At(), detail: p.detail.At()}
}

// Restore implements shell.Page. The place in the list waits until the list is read.
func (p *Page) Restore(s shell.State) {
	if st, ok := s.(*state); ok {
		p.state = st
		p.find.SetText(st.query)
	}
}

// Commands implements shell.Commander.
func (p *Page) Commands() []shell.Command {
	return []shell.Command{
		{ID: "people.find", Title: "people.find", Reads: true, Group: "people.title", Keys: "Ctrl+F", Run: func() { p.find.Find() }},
		{ID: "people.edit", Title: "people.edit", Group: "people.title", Keys: "F2", Why: p.whyNot, Run: func() { p.edit() }},
		{ID: "people.note", Title: "people.add_note", Group: "people.title", Why: p.whyNot, Run: func() { p.deps.Note(p.file.Person, nil) }},
		{ID: "people.delete", Title: "people.delete", Group: "people.title", Why: p.whyNoDelete, Run: func() { p.deps.Delete(p.file.Person) }},
	}
}

func (p *Page) whyNot() string {
	if p.file == nil {
		return "people.nobody"
	}
	return ""
}

func (p *Page) whyNoDelete() string {
	if p.file != nil && p.file.Owner {
		return "people.owner_stays"
	}
	return p.whyNot()
}

// Key scrolls the person on show.
func (p *Page) Key(ev *fyne.KeyEvent) bool { return p.detail.Key(ev) }

// Reveal scrolls what has got the focus into view.
func (p *Page) Reveal(o fyne.CanvasObject) { p.detail.Reveal(o) }

// Relayout makes room for what became taller.
func (p *Page) Relayout() { p.detail.Relayout() }

func (p *Page) t(key string, args ...any) string { return p.deps.Words().T(key, args...) }

// Refresh reads the list again, and the person on show.
func (p *Page) Refresh() {
	p.find.SetWords(p.t("people.find"), kit.FindKeys)
	p.deps.Directory(func(d *planner.Directory) {
		order, query, archived := p.list.Order(), p.list.Query(), p.list.Archived()
		p.list = NewList(d, p.deps.Words())
		if p.state != nil {
			order, query, archived = p.state.order, p.state.query, p.state.archived
		}
		p.list.order, p.list.archived = order, archived && p.list.PutAway() > 0
		p.list.Filter(query)
		p.settle()
	})
}

// settle shows a list that was just read: who was on show stays so.
func (p *Page) settle() {
	id := p.id
	if id.IsZero() {
		id = p.asked
		p.list.ShowWith(id)
	}
	at := p.list.Find(id)
	if at < 0 && p.list.Len() > 0 {
		at = max(min(p.rows.Current(), p.list.Len()-1), 0)
		if id.IsZero() {
			at = p.first()
		}
	}
	p.drawHeads()
	p.none.SetText(p.t("people.none"))
	p.rows.Refresh() // it learns how many there are, and can scroll to the one on show
	p.rows.SetCurrent(at)
	if p.state != nil {
		p.rows.Return(p.state.list)
	}
	switch {
	case at >= 0 && p.list.Len() > 0:
		p.read(p.list.At(at).ID)
	case !p.list.Has(p.id): // gone, and nobody else fits what is typed
		p.nobody()
	case !p.id.IsZero(): // still there, though not among those who fit
		p.read(p.id)
	}
	p.deps.Header()
}

// nobody puts nobody on show.
func (p *Page) nobody() {
	p.id, p.file, p.notes, p.asked = core.ID{}, nil, 0, core.ID{}
	p.detail.SetContent(kit.NewCard("", "", kit.NewText(p.t("people.nobody"), kit.Muted())))
}

// first gives the first row that is not the owner's; none while others look at the screen, for nobody asked to show anybody.
func (p *Page) first() int {
	if p.deps.Hidden() {
		return -1
	}
	for i := range p.list.Len() {
		if !p.list.At(i).Owner {
			return i
		}
	}
	return 0
}

func (p *Page) filter(query string) {
	p.list.Filter(query)
	p.showFound()
}

// showFound puts somebody of the list on show: who is there already, unless others are found by their names.
func (p *Page) showFound() {
	at := max(p.list.Find(p.id), 0)
	if p.list.Len() > 0 && p.list.At(0).named && !p.list.At(at).named {
		at = 0
	}
	p.drawHeads()
	p.rows.SetCurrent(at)
	p.rows.Refresh()
	if p.list.Len() > 0 && p.list.At(at).ID != p.id && (!p.deps.Hidden() || p.deps.Offer().Asked(p.list.Query())) {
		p.read(p.list.At(at).ID)
	}
	p.deps.Header()
}

// Person tells who is on show; the zero id for nobody, and for the owner.
func (p *Page) Person() core.ID {
	if p.file == nil || p.file.Owner {
		return core.ID{}
	}
	return p.file.Person.ID
}

// show puts the person of a row on show.
func (p *Page) show(i int) {
	id := p.list.At(i).ID
	if id == p.id && p.file != nil {
		return
	}
	p.read(id)
	p.deps.Here(id)
}

// row gives what the list says of somebody. While others look at the screen it names the owner and who is on show, and nobody else.
func (p *Page) row(i int) *Row {
	r := p.list.At(i)
	if !p.deps.Hidden() || r.Owner || r.ID == p.id {
		return r
	}
	return r.veiled(i+1, p.deps.Words())
}

func (p *Page) read(id core.ID) {
	fresh := id != p.id
	p.id = id
	if fresh && p.deps.Hidden() {
		p.rows.Refresh() // who is on show is named, who was is not
	}
	p.deps.File(id, func(f *planner.PersonFile) {
		p.file = NewFile(f, p.deps.Words())
		if fresh {
			p.notes = 0
		}
		p.detail.SetContent(p.drawFile())
		switch {
		case p.state != nil:
			p.detail.To(p.state.detail)
			p.state = nil
		case fresh:
			p.detail.To(0)
		}
	})
}

// findKey moves in the list while one types.
func (p *Page) findKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		p.rows.TypedKey(ev)
		return true
	case fyne.KeyEscape:
		if p.find.Text() != "" {
			p.find.SetText("")
			p.filter("")
			return true
		}
	}
	return false
}

func (p *Page) listKey(i int, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDelete:
		if !p.list.At(i).Owner {
			p.deps.Delete(p.list.At(i).Person)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		p.edit()
	default:
		return false
	}
	return true
}

func (p *Page) edit() {
	if p.file != nil {
		p.deps.Form(p.file.Person)
	}
}

// menu is what can be done with the person of a row.
func (p *Page) menu(r *Row) []kit.MenuEntry {
	out := []kit.MenuEntry{
		{Text: p.t("people.edit"), Keys: "F2", Run: func() { p.deps.Form(r.Person) }},
		{Text: p.t("people.add_note"), Run: func() { p.deps.Note(r.Person, nil) }},
	}
	for _, part := range r.Parts {
		if p.deps.Open != nil && part.Name != "" && !(p.deps.Hidden() && (r.Owner || r.ID != p.id)) {
			out = append(out, kit.MenuEntry{Text: p.t("people.open", "name", part.Name), Run: func() { p.deps.Open(part.Relationship) }})
		}
	}
	out = append(out, kit.MenuEntry{Line: true})
	out = append(out, p.deps.Menu(r.Person, r.Owner)...)
	if !r.Owner {
		text := p.t("button.archive")
		if r.Archived {
			text = p.t("button.unarchive")
		}
		out = append(out, kit.MenuEntry{Text: text, Run: func() { p.deps.Archive(r.Person, !r.Archived) }})
		out = append(out, kit.MenuEntry{Text: p.t("people.delete"), Keys: "Delete", Danger: true, Run: func() { p.deps.Delete(r.Person) }})
		out = append(out, kit.MenuEntry{Line: true}, kit.MenuEntry{Text: p.t("people.erase"), Danger: true, Run: func() { p.deps.Erase(r.Person) }})
	}
	return out
}

// Chosen implements shell.Chooser: the person on show.
func (p *Page) Chosen() (name string, menu []kit.MenuEntry) {
	if p.file == nil {
		return "", nil
	}
	return p.file.Name, p.fileMenu()
}

// fileMenu is the same for the person on show.
func (p *Page) fileMenu() []kit.MenuEntry {
	for _, r := range p.list.rows {
		if r.ID == p.id {
			return p.menu(r)
		}
	}
	return nil
}

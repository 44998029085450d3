package checklists

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// editor is a template that is changed in place. What is typed stays when the page is read anew, until it is kept
// by the button, by Ctrl+S, or by going elsewhere.
type editor struct {
	page   *Page
	saving forms.Once
	fresh  bool // a new template is being written
	begun  bool // and has only just been begun: its name shall have the focus
	shown  *core.Checklist
	dirty  bool
	gone   bool   // the template is not there, and what is typed about it waits
	stop   func() // ends watching whether it is; nil for nothing

	form    *forms.Form
	typing  *forms.Typing // nil until it is known what was being typed before
	notice  *fyne.Container
	lost    *fyne.Container // says that the template is gone
	title   *kit.TextField
	purpose *kit.TextField
	lines   []*line
	rows    *fyne.Container
	head    *fyne.Container
	scroll  *kit.Scroll
	box     *fyne.Container
}

// line is one item of the template.
type line struct {
	id    core.ID
	text  *kit.TextField
	owner *kit.Select
	after *kit.TextField
}

func newEditor(p *Page) *editor {
	e := &editor{page: p, rows: kit.Stack(6), head: kit.Line(8)}
	e.scroll = kit.NewScroll(kit.Stack(0))
	e.box = kit.StackGrow(10, 1, e.head, e.scroll)
	return e
}

// show puts a template into the fields, unless it stands there with changes of its own.
func (e *editor) show(c *core.Checklist) {
	if e.shown != nil && e.shown.ID == c.ID && (e.dirty || e.shown.Rev == c.Rev && !c.ID.IsZero()) {
		return
	}
	e.unwatch()
	e.shown, e.dirty, e.typing = c, false, nil
	e.tell()
	kit.KeepFocus(e.scroll, func() { e.build(NewTemplateInput(c)) })
	ref := core.Ref{}
	if !c.ID.IsZero() {
		ref = core.RefOf(c)
	}
	e.page.deps.Typing(ref, DraftTemplate, func(d forms.Draft) {
		if e.shown == c {
			e.follow(d)
		}
	})
}

// follow keeps what is typed from now on, and shows what was typed before, unless somebody has begun to type.
func (e *editor) follow(d forms.Draft) {
	if d.Watch != nil && !e.shown.ID.IsZero() {
		e.stop = d.Watch(e.lose)
	}
	if e.dirty {
		d.Text = ""
	}
	e.typing = forms.Follow(e.form, d)
	if !e.typing.Restored() {
		return
	}
	e.dirty = true
	fill(e.notice, e.typing.Notice(kit.Stack(0, e.title, e.purpose, e.rows), func() {
		e.dirty = false
		e.tell()
		e.buttons()
	}))
	e.tell()
	e.buttons()
	e.scroll.Relayout()
}

func (e *editor) build(in TemplateInput) {
	p := e.page
	e.form = forms.NewForm(p.words)
	e.title = forms.Put(e.form, kit.NewTextField(p.t("checklists.title"), p.t("checklists.title_hint"), nil), "title")
	e.purpose = forms.Put(e.form, kit.NewTextArea(p.t("checklists.purpose"), "", 2, nil), "purpose")
	e.title.SetText(in.Title)
	e.purpose.SetText(in.Purpose)
	e.title.OnChange(e.touch)
	e.purpose.OnChange(e.touch)
	e.lines = nil
	for _, item := range in.Items {
		e.lines = append(e.lines, e.newLine(item))
	}
	if len(e.lines) == 0 {
		e.lines = append(e.lines, e.newLine(TemplateItem{Owner: core.RoleMentee}))
	}
	forms.HoldAs(e.form, "items", func() []TemplateItem { return e.input().Items }, e.retype)
	e.draw()
	e.notice, e.lost = kit.Stack(0), kit.Stack(0)
	fill(e.lost)
	if fill(e.notice); e.fresh && p.deps.For != "" {
		fill(e.notice, kit.NewText(p.t("checklists.made_for", "name", p.deps.For), kit.Muted()))
	}
	e.scroll.SetContent(kit.NewCard("", "", kit.Stack(12, e.lost, e.notice, e.title, e.purpose, e.rows, e.form.Rest())))
	e.buttons()
}

// fill puts what is to be said into its place, which takes no room where there is nothing.
func fill(place *fyne.Container, said ...fyne.CanvasObject) {
	place.Objects, place.Hidden = said, len(said) == 0
	place.Refresh()
}

// retype shows lines as they were typed before.
func (e *editor) retype(items []TemplateItem) {
	e.lines = nil
	for _, item := range items {
		e.lines = append(e.lines, e.newLine(item))
	}
	e.draw()
}

func (e *editor) newLine(item TemplateItem) *line {
	p := e.page
	l := &line{id: item.ID, text: kit.NewTextField("", p.t("checklists.item"), nil), after: kit.NewTextField("", p.t("checklists.after_hint"), nil).Whole()}
	var names []string
	for _, role := range Owners() {
		names = append(names, locale.Capital(p.t("checklists.side."+string(role))))
	}
	l.owner = kit.NewSelect("", names, slices.Index(Owners(), item.Owner), func(int) { e.touch() })
	l.text.SetText(item.Text)
	l.after.SetText(item.After)
	l.text.OnChange(e.touch)
	l.after.OnChange(e.touch)
	l.text.OnSubmit(func(string) { e.add(l) })
	l.after.OnSubmit(func(string) { e.add(l) })
	return l
}

// draw puts the lines below each other.
func (e *editor) draw() {
	p := e.page
	e.form.Drop("items")
	rows := []fyne.CanvasObject{kit.NewText(p.t("checklists.lines_hint"), kit.Caption())}
	for i, l := range e.lines {
		at := "items." + strconv.Itoa(i+1)
		forms.Put(e.form, l.text, at+".text", at)
		forms.Put(e.form, l.after, at+".after")
		keys := kit.RowKeys{Up: func() { e.move(l, -1) }, Down: func() { e.move(l, 1) }, Remove: func() { e.remove(l) }}
		keys.In(l.text, l.owner, l.after)
		side := append([]fyne.CanvasObject{kit.Width(130, l.owner), kit.Width(54, l.after)},
			keys.Icons(p.t("plans.up"), p.t("plans.down"), p.t("checklists.remove_item"))...)
		rows = append(rows, kit.Lead(200, 6, l.text, kit.LineTop(4, side...)))
	}
	rows = append(rows, kit.Line(0, kit.NewButton(p.t("checklists.add_item"), kit.Plain, func() { e.add(nil) }), kit.Spring()))
	e.rows.Objects = rows
	e.rows.Refresh()
	e.scroll.Relayout()
}

// buttons shows what can be done with the template as it stands.
func (e *editor) buttons() {
	p := e.page
	id := e.shown.ID
	var out []fyne.CanvasObject
	if !id.IsZero() && !e.gone {
		out = append(out, kit.NewButton(p.t("checklists.give"), kit.Primary, func() { e.keep(func(id core.ID) { p.give(id) }) }).Writes())
	}
	save := kit.NewButton(p.t("plans.save"), kit.Plain, func() { e.keep(nil) }).Writes()
	if !e.dirty || e.gone {
		save.Disable()
	}
	out = append(out, save, kit.Spring())
	if !id.IsZero() && !e.gone {
		out = append(out, kit.NewButton(p.t("checklists.delete"), kit.Danger, func() {
			e.settle()
			p.deps.DeleteTemplate(id)
		}).Writes())
	}
	e.head.Objects = out
	e.head.Refresh()
}

// touch notes that something was typed.
func (e *editor) touch() {
	if e.typing != nil {
		e.typing.Touched()
	}
	if !e.dirty {
		e.dirty = true
		e.buttons()
	}
	e.tell()
}

// tell lets the window say what is typed and not saved yet; a template that has no name is a new one.
func (e *editor) tell() {
	what := ""
	if e.dirty {
		if what = core.CleanLine(e.title.Text()); what == "" {
			what = e.page.t("checklists.new")
		}
	}
	e.page.deps.Unsaved(what)
}

// writing tells whether a template is being written: something in it is not saved, or the focus is in it on a line that is still empty.
func (e *editor) writing() bool {
	if e.gone || e.page.tab != TabTemplates {
		return false
	}
	c := kit.CanvasOf(e.box)
	return e.dirty || c != nil && slices.ContainsFunc(e.lines, func(l *line) bool {
		return l.id.IsZero() && l.text.Text() == "" && (c.Focused() == l.text.Focusable() || c.Focused() == l.after.Focusable())
	})
}

func (e *editor) focus() {
	if c := kit.CanvasOf(e.box); c != nil && e.title != nil {
		kit.FocusOn(c, e.title.Focusable())
	}
}

func (e *editor) focusLine(l *line) {
	if c := kit.CanvasOf(e.box); c != nil {
		kit.FocusOn(c, l.text.Focusable())
	}
}

// add puts a new line below another; nil is the last.
func (e *editor) add(below *line) {
	l := e.newLine(TemplateItem{Owner: core.RoleMentee})
	at := len(e.lines)
	if i := slices.Index(e.lines, below); i >= 0 {
		at = i + 1
	}
	e.lines = slices.Insert(e.lines, at, l)
	e.draw()
	e.focusLine(l)
}

func (e *editor) move(l *line, by int) {
	i := slices.Index(e.lines, l)
	to := i + by
	if to < 0 || to >= len(e.lines) {
		return
	}
	e.lines[i], e.lines[to] = e.lines[to], e.lines[i]
	e.touch()
	e.draw()
	e.focusLine(l)
}

func (e *editor) remove(l *line) {
	i := slices.Index(e.lines, l)
	e.lines = slices.Delete(e.lines, i, i+1)
	e.touch()
	if len(e.lines) == 0 {
		e.lines = append(e.lines, e.newLine(TemplateItem{Owner: core.RoleMentee}))
	}
	e.draw()
	e.focusLine(e.lines[max(i-1, 0)])
}

func (e *editor) input() TemplateInput {
	in := TemplateInput{Title: e.title.Text(), Purpose: e.purpose.Text()}
	for _, l := range e.lines {
		in.Items = append(in.Items, TemplateItem{l.id, l.text.Text(), Owners()[max(l.owner.Chosen(), 0)], l.after.Text()})
	}
	return in
}

// keep saves what was typed and then goes on; what is wrong is said below its field.
func (e *editor) keep(then func(core.ID)) {
	if e.gone {
		kit.Reveal(e.lost)
		return
	}
	if !e.dirty && !e.shown.ID.IsZero() {
		if then != nil {
			then(e.shown.ID)
		}
		return
	}
	if !e.saving.Begin() {
		return
	}
	p, in, isNew := e.page, e.input(), e.shown.ID.IsZero()
	p.deps.SaveTemplate(e.shown.ID, func(c *core.Checklist) error { return in.Write(c, p.words) }, e.typing.Dropping(), func(id core.ID, err error) {
		e.saving.End()
		if !e.form.Show(err) {
			return
		}
		e.settle()
		e.fresh, e.shown = false, nil
		p.id = id
		p.deps.Moved(id, p.tab)
		p.Refresh()
		if made := p.deps.Made; isNew && made != nil {
			p.deps.Made, p.deps.For = nil, ""
			made()
		}
		if then != nil {
			then(id)
		}
	})
}

// settle says that what is typed is kept, or not wanted any more.
func (e *editor) settle() {
	e.dirty = false
	e.tell()
	if e.typing != nil {
		e.form.Settle()
		e.typing.End()
		e.typing = nil
	}
}

// leave keeps what was typed when somebody goes elsewhere. Where nothing has a name yet,
// or something is wrong, the words wait for the next time that the template is opened.
func (e *editor) leave() {
	if e.shown == nil || !e.dirty || e.saving.Going() { // what goes on keeps it
		e.unwatch()
		e.shown, e.fresh = nil, false
		return
	}
	in, id, gone := e.input(), e.shown.ID, e.gone
	e.unwatch()
	e.fresh, e.shown = false, nil
	typing, p := e.typing, e.page
	e.dirty, e.typing = false, nil
	e.tell()
	if typing != nil {
		typing.Pause()
	}
	if gone || core.CleanLine(in.Title) == "" && id.IsZero() {
		return
	}
	p.deps.SaveTemplate(id, func(c *core.Checklist) error { return in.Write(c, p.words) }, typing.Dropping(), func(_ core.ID, err error) {
		if err != nil {
			p.deps.Unkept(id, core.CleanLine(in.Title), err)
		}
	})
}

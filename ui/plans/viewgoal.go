package plans

import (
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// GoalDeps is what the goal editor asks of the window.
type GoalDeps struct {
	Words   func() *locale.Words
	Dialogs *shell.Dialogs
	Save    func(o *shell.Open, f *forms.Form, edit func(*core.Goal) error) // keeps the goal, as one step
	Delete  func()                                                          // of a goal that is there
	Draft   forms.Draft
	Release func(again func([]Word)) // opens the dialog that lets it out; again is told what is let out then
}

// goalEditor is the dialog.
type goalEditor struct {
	deps   GoalDeps
	places *planner.Places
	in     GoalInput
	isNew  bool
	fields *forms.Form
	open   *shell.Open

	title    *kit.TextField
	why      *kit.TextField
	status   *kit.Select
	due      *kit.DateField
	share    *kit.Select
	blocked  *kit.TextField
	evidence *kit.TextField
	sharing  *sharing
	way      *wayEditor
}

// ShowGoal opens the goal editor. A goal without an id is new; released says to whom it is let out.
func ShowGoal(g *core.Goal, p *planner.Places, released []Word, deps GoalDeps) *shell.Open {
	w := deps.Words()
	e := &goalEditor{deps: deps, places: p, in: NewGoalInput(g, p.Owner, w), isNew: g.ID.IsZero(), fields: forms.NewForm(w)}
	e.build(w)
	title := w.T("plans.goal.edit")
	if e.isNew {
		title = w.T("plans.goal.title_new")
		e.fields.New()
	}
	e.open = forms.Show(deps.Dialogs, e.fields, deps.Draft, shell.Dialog{
		Title: title, Content: kit.Stack(12, e.content(w, released)...), Confirm: w.T("plans.save"), Cancel: w.T("window.cancel"),
		OK: e.save, First: e.title.Focusable(), Width: 640,
	})
	return e.open
}

func (e *goalEditor) build(w *locale.Words) {
	e.sharing = newSharing(e.fields, e.places, w, e.in.Person, e.isNew)
	e.title = kit.NewTextField(w.T("plans.goal.title"), w.T("plans.goal.title_hint"), nil)
	e.why = kit.NewTextArea(w.T("plans.goal.why"), "", 2, nil)
	e.status = kit.NewSelect(w.T("plans.goal.status"), wordsOf(goalStatuses(), func(s core.GoalStatus) string { return locale.Capital(w.Word(s)) }),
		slices.Index(goalStatuses(), e.in.Status), nil)
	e.due = kit.NewDateField(w.T("plans.goal.due"), e.in.Due, e.places.Today, words.DueDates(w), nil)
	e.share = kit.NewSelect(w.T("plans.goal.share"), wordsOf(shares(), func(s core.Share) string { return shareText(s, w) }),
		slices.Index(shares(), e.in.Share), nil)
	e.blocked = kit.NewTextField(w.T("plans.goal.blocked"), "", nil)
	e.evidence = kit.NewTextArea(w.T("plans.goal.evidence"), w.T("plans.goal.evidence_hint"), 2, nil)
	e.title.SetText(e.in.Title)
	e.why.SetText(e.in.Why)
	e.blocked.SetText(e.in.Blocked)
	e.evidence.SetText(e.in.Evidence)
	e.way = newWayEditor(&e.in, e.places.Today, w, e.fields)
	e.sharing.set(e.in.Relationships, e.in.Readers)
	forms.Put(e.fields, e.title, "title")
	forms.Put(e.fields, e.why, "why")
	forms.Put(e.fields, e.status, "status")
	forms.Put(e.fields, e.due, "due")
	forms.Put(e.fields, e.share, "share")
	forms.Put(e.fields, e.blocked, "blocked")
	forms.Put(e.fields, e.evidence, "evidence")
}

func (e *goalEditor) content(w *locale.Words, released []Word) []fyne.CanvasObject {
	out := append(e.sharing.head(), e.title, e.why, forms.Two(e.due, e.status), e.way.object(), forms.Two(e.share, e.blocked), e.evidence, e.sharing.rels.box, e.sharing.readers.box)
	if !e.isNew {
		out = append(out, e.releases(w, released))
	}
	return append(out, e.fields.Rest())
}

// releases says to whom the goal is let out, with the ways to let it out and to take the goal away.
func (e *goalEditor) releases(w *locale.Words, released []Word) fyne.CanvasObject {
	given, release := kit.Stack(0), kit.NewButton("", kit.Plain, nil)
	show := func(list []Word) {
		given.Objects = nil
		for _, word := range list {
			given.Objects = append(given.Objects, wordRow(word, nil, w))
		}
		release.SetText(w.T(words.ReleaseKey(len(list) > 0)))
		given.Refresh()
		kit.Relayout(given)
	}
	show(released)
	release.OnTap(func() { e.deps.Release(show) })
	remove := kit.NewButton(w.T("plans.delete"), kit.Danger, func() {
		e.fields.Settle()
		e.open.Close()
		e.deps.Delete()
	})
	return kit.Stack(8, kit.Hairline(), given, kit.Line(8, release, kit.Spring(), remove))
}

// save reads the fields; what is wrong is said below its field, and the dialog stays open until it is kept.
func (e *goalEditor) save() bool {
	if !forms.Check(e.due) || !e.way.check() {
		return false
	}
	e.in.Title, e.in.Why, e.in.Blocked, e.in.Evidence = e.title.Text(), e.why.Text(), e.blocked.Text(), e.evidence.Text()
	e.in.Due, _ = e.due.Value()
	e.in.Status, e.in.Share = pick(goalStatuses(), e.status.Chosen()), pick(shares(), e.share.Chosen())
	e.in.Person, e.in.Relationships, e.in.Readers = e.sharing.person, e.sharing.rels.chosen, e.sharing.readers.chosen
	e.way.read()
	in := e.in
	e.deps.Save(e.open, e.fields, func(g *core.Goal) error { return in.Write(g, e.places, e.deps.Words()) })
	return false
}

func pick[T any](list []T, i int) T {
	if i < 0 || i >= len(list) {
		var none T
		return none
	}
	return list[i]
}

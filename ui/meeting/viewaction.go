package meeting

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

// actionEditor stands in the place of a promise while it is edited.
type actionEditor struct {
	inPlace

	page   *Page
	action Action
	title  *kit.TextField
	owner  *kit.Select
	due    *kit.DateField
	people []*core.Person
}

// edit opens an editor in the place of a promise.
func (v *actionsView) edit(key string) {
	a, ok := v.action(key)
	if !ok || v.editor.holds(v.page.t("meeting.unkept_edit")) {
		return
	}
	p, e := v.page, v.newEditor(a)
	v.editor = &e.inPlace
	e.open(key, kit.Pad(8, 0, 10, 0, kit.Stack(8, e.title, kit.Columns(420, []float32{1, 1}, e.owner, e.due), kit.Line(8, kit.Spring(),
		kit.NewButton(p.t("button.cancel"), kit.Quiet, func() { e.giveUp() }), kit.NewButton(p.t("button.save"), kit.Plain, e.save)))), p.draft(planner.FieldEditAction))
}

func (v *actionsView) newEditor(a Action) *actionEditor {
	p, w := v.page, v.page.deps.Words()
	e := &actionEditor{page: p, action: a, people: p.model.Participants()}
	names, at := make([]string, len(e.people)), 0
	for i, person := range e.people {
		names[i] = nameIn(person.ID, p.model.room, w)
		if person.ID == a.Record.Owner {
			at = i
		}
	}
	e.title = kit.NewTextField("", "", func(string) { e.typed() })
	e.title.SetText(a.Title)
	e.title.OnSubmit(func(string) { e.save() })
	e.owner = kit.NewSelect(p.t("meeting.who"), names, at, func(int) { e.typed() })
	e.due = kit.NewDateField(p.t("meeting.due"), a.Record.Due, p.model.Today(), words.DueDates(w), func(core.Date) { e.typed() })
	e.inPlace = inPlace{list: v.list, first: e.title, fields: []kit.Keeper{e.title, e.owner, e.due}, keep: e.save, leave: e.keepLeaving}
	return e
}

func (e *actionEditor) save() {
	day, ok := e.due.Value()
	if !ok {
		forms.Check(e.due)
		return
	}
	if !e.saving.Begin() {
		return
	}
	e.page.deps.Try(e.draft.saved(e.change(day)), func(err error) {
		e.saving.End()
		if err != nil {
			e.title.SetError(e.page.deps.Words().Error(err))
			return
		}
		e.stop()
	})
}

// keepLeaving keeps what is typed, with the former day where that is none.
func (e *actionEditor) keepLeaving() {
	day, ok := e.due.Value()
	if !ok {
		day = e.action.Record.Due
	}
	e.page.deps.Write(e.title.Text(), e.draft.saved(e.change(day)), e.settled)
}

// change gives what writes what the fields hold now: they are read here, on the window's goroutine.
func (e *actionEditor) change(day core.Date) func(context.Context) error {
	text, owner, p := core.CleanLine(e.title.Text()), e.people[e.owner.Chosen()].ID, e.page
	return func(ctx context.Context) error {
		return p.deps.Planner.Actions.Change(ctx, e.action.ID, func(a *core.Action) error {
			a.Title, a.Owner, a.Due = text, owner, day
			return nil
		})
	}
}

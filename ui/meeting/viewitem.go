package meeting

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// itemEditor stands in the place of an item while it is edited.
type itemEditor struct {
	inPlace

	view    *agendaView
	item    Item
	text    *kit.TextField
	minutes *kit.TextField
	said    *kit.Text // what the minutes may be, or what is wrong with them: below the stage, too, for their field is narrow
	stage   *kit.Select
	owner   *kit.Select
	private *kit.CheckBox
	people  []*core.Person
	box     fyne.CanvasObject
}

// edit opens the editor in the place of an item.
func (v *agendaView) edit(key string) {
	item, ok := v.item(key)
	if !ok || !v.page.model.Planned || item.Moved || v.editor.holds(v.page.t("meeting.unkept_edit")) {
		return
	}
	e := v.newEditor(item)
	v.editor = &e.inPlace
	e.open(key, e.box, v.page.draft(planner.FieldEditItem))
}

func (v *agendaView) newEditor(item Item) *itemEditor {
	p, w := v.page, v.page.deps.Words()
	e := &itemEditor{view: v, item: item, people: p.model.Participants()}
	e.text = kit.NewTextField("", "", func(string) { e.typed() })
	e.text.SetText(item.Text)
	e.minutes = kit.NewTextField(p.t("meeting.minutes"), "", nil).Whole()
	if item.Minutes > 0 {
		e.minutes.SetText(strconv.Itoa(item.Minutes))
	}
	stages, at := []string{p.t("meeting.no_stage")}, 0
	for i, s := range core.Stages() {
		stages = append(stages, locale.Capital(w.Word(s)))
		if s == item.Record.Stage {
			at = i + 1
		}
	}
	e.stage = kit.NewSelect(p.t("meeting.stage"), stages, at, func(int) { e.typed() })
	owners, who := []string{p.t("meeting.no_owner")}, 0
	for i, person := range e.people {
		name := person.ShortName()
		if i == 0 {
			name = w.T("rel.me")
		}
		owners = append(owners, name)
		if person.ID == item.Record.Owner {
			who = i + 1
		}
	}
	e.owner = kit.NewSelect(p.t("meeting.brings"), owners, who, func(int) { e.typed() })
	e.private = kit.NewCheckBox(w.T("visibility.only_you"), item.Private, func(bool) { e.typed() })
	for _, f := range []*kit.TextField{e.text, e.minutes} {
		f.OnSubmit(func(string) { e.save() })
	}
	e.said = kit.NewText(p.t("meeting.minutes_hint"), kit.Caption())
	e.minutes.OnChange(func() {
		e.wrong("")
		e.typed()
	})
	e.box = kit.Pad(8, 0, 10, 0, kit.Stack(8, e.text,
		kit.Columns(440, []float32{5, 3}, kit.Stack(4, kit.Columns(200, []float32{2, 3}, e.minutes, e.stage), e.said), e.owner), e.private,
		kit.Line(8, kit.Spring(), kit.NewButton(p.t("button.cancel"), kit.Quiet, func() { e.giveUp() }),
			kit.NewButton(p.t("button.save"), kit.Plain, e.save)),
	))
	e.inPlace = inPlace{list: v.list, first: e.text, fields: []kit.Keeper{e.text, e.minutes, e.stage, e.owner, e.private}, keep: e.save, leave: e.keepLeaving}
	return e
}

// wrong says what is wrong with the minutes; "" for nothing.
func (e *itemEditor) wrong(text string) {
	e.minutes.SetFailed(text != "")
	run := kit.Run{Text: text, Style: kit.CaptionIn(kit.ColorDanger)}
	if text == "" {
		run = kit.Run{Text: e.view.page.t("meeting.minutes_hint"), Style: kit.Caption()}
	}
	e.said.SetRuns(run)
	kit.Relayout(e.said)
}

func (e *itemEditor) save() {
	p := e.view.page
	minutes, err := ReadMinutes(e.minutes.Text())
	if err != nil {
		e.wrong(p.deps.Words().Error(err) + ". " + p.t("meeting.minutes_hint"))
		kit.FocusOn(kit.CanvasOf(e.minutes), e.minutes.Focusable())
		return
	}
	if !e.saving.Begin() {
		return
	}
	change := e.change(minutes)
	p.deps.Try(e.draft.saved(func(ctx context.Context) error {
		return p.deps.Planner.Agendas.Change(ctx, p.id, e.item.ID, change)
	}), func(err error) {
		e.saving.End()
		if err != nil {
			e.text.SetError(p.deps.Words().Error(err))
			return
		}
		e.stop()
	})
}

// keepLeaving keeps what is typed, with the former minutes where those are none.
func (e *itemEditor) keepLeaving() {
	minutes, err := ReadMinutes(e.minutes.Text())
	if err != nil {
		minutes = e.item.Minutes
	}
	p, change := e.view.page, e.change(minutes)
	p.deps.Write(e.text.Text(), e.draft.saved(func(ctx context.Context) error {
		return p.deps.Planner.Agendas.Change(ctx, p.id, e.item.ID, change)
	}), e.settled)
}

// change gives what writes into the item what the fields hold now. They are read here, on the window's goroutine: what it
// gives runs on another, while the fields may be typed into.
func (e *itemEditor) change(minutes int) func(*core.AgendaItem) error {
	text, stage, owner, private := core.CleanLine(e.text.Text()), core.Stage(""), core.ID{}, e.private.On()
	if i := e.stage.Chosen(); i > 0 {
		stage = core.Stages()[i-1]
	}
	if i := e.owner.Chosen(); i > 0 {
		owner = e.people[i-1].ID
	}
	model, former := e.view.page.model, e.item.Private
	return func(a *core.AgendaItem) error {
		a.Text, a.Minutes, a.Stage, a.Owner = text, minutes, stage, owner
		if private != former {
			a.Readers = model.readers(private, owner)
		}
		return nil
	}
}

// readers gives who reads an item: the owner of the workspace alone, or whom the format lets.
func (m *Model) readers(private bool, about core.ID) core.Visibility {
	if private {
		return core.Visibility{}
	}
	if about.IsZero() || about == m.room.Owner.ID {
		about = onlyOther(m.room)
	}
	return m.room.Relationship.DefaultReaders(m.room.Owner.ID, about)
}

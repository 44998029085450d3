package planning

import (
	"strings"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// InviteDeps is what the dialog of a message asks of the window.
type InviteDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Prepare func(c Choice, done func(*core.Invitation, error))
	Mail    func(c Choice) // writes the message and opens it in the mail program; nil where there is none
	Save    func(c Choice, name, extension string)
	Address func(person core.ID, email string, done func(*planner.GuestList, error)) // keeps where to write to somebody
	Out     func()                                                                   // told once a message is out; may be nil
	InWords func(c Choice)                                                           // opens the message in words alone in the mail program
}

// inviteForm is the dialog.
type inviteForm struct {
	deps  InviteDeps
	model *Inviting
	box   *fyne.Container
	open  *shell.Open

	missing fyne.Focusable // the first field for an address that is missing; nil for none
	begins  bool           // the focus goes to what is to be done next
}

// ShowInvite opens the dialog that tells guests of a meeting.
func ShowInvite(deps InviteDeps, list *planner.GuestList) {
	f := &inviteForm{deps: deps, model: NewInviting(list, deps.Words), box: kit.Stack(10), begins: true}
	f.open = deps.Dialogs.Show(shell.Dialog{
		Title: f.model.Title(), Content: f.box, Confirm: f.t(f.usual().name), Cancel: f.t("shell.close"), Width: 600,
		OK: func() bool { f.take(f.usual()); return false },
	})
	f.choose(0)
}

func (f *inviteForm) t(key string, args ...any) string { return f.deps.Words.T(key, args...) }

// choose takes a method, and prepares its message.
func (f *inviteForm) choose(i int) {
	f.model.Chosen = i
	f.prepare()
}

// prepare makes the message anew after a choice.
func (f *inviteForm) prepare() {
	f.deps.Prepare(f.model.Choice(), func(v *core.Invitation, err error) {
		f.model.Message, f.model.Problem = v, ""
		if err != nil {
			f.model.Message, f.model.Problem = nil, f.deps.Words.Error(err)
		}
		if !f.open.Closed() {
			f.open.SetTitle(f.model.Title())
			f.open.SetConfirm(f.t(f.usual().name))
			f.open.SetOff(f.model.Problem != "")
			f.show()
		}
	})
}

func (f *inviteForm) show() {
	m := f.model
	f.missing = nil
	parts := []fyne.CanvasObject{}
	if len(m.Methods) > 1 {
		parts = append(parts, kit.NewSegments(m.Choices(), m.Chosen, f.choose))
	} else {
		parts = append(parts, kit.Line(0, kit.NewChip(m.Choices()[0], kit.Alarm), kit.Spring()))
	}
	parts = append(parts, f.choices()...)
	parts = append(parts, kit.NewText(m.What(), kit.Strong()))
	if past := m.Past(); past != "" {
		parts = append(parts, kit.NewText(past, kit.CaptionIn(kit.ColorWarn)))
	}
	parts = append(parts, kit.NewText(m.Explain(), kit.Caption()))
	if rows := f.guests(); len(rows) > 0 {
		parts = append(parts, kit.Rows(rows...))
	}
	putParts(f.box, f.open, append(parts, waysOrProblem(m.Problem, f.buttons)))
	if f.begins {
		f.begins = false
		f.begin()
	}
}

// begin gives the focus to what is to be done: the address without which nothing can go out is typed; else what is proposed is
// usually what is meant.
func (f *inviteForm) begin() {
	if c := kit.CanvasOf(f.box); f.model.Problem == "" || f.missing == nil || c == nil || !kit.FocusOn(c, f.missing) {
		f.open.FocusConfirm()
	}
}

// choices are what else can be chosen: the whole series, a message for each guest, the agenda, the owner's present address.
func (f *inviteForm) choices() []fyne.CanvasObject {
	m := f.model
	var out []fyne.CanvasObject
	if m.Repeats() {
		out = append(out, scopeOf(f.deps, &m.Whole, f.prepare))
	}
	if m.Several() {
		out = append(out, kit.NewCheckBox(f.t("invite.separately"), m.How.Separately, func(on bool) { m.How.Separately = on }))
	}
	if m.HasAgenda() {
		out = append(out, kit.NewCheckBox(f.t("invite.agenda"), m.How.Agenda, func(on bool) { m.How.Agenda = on }))
	}
	if from, to := m.Former(); from != "" {
		out = append(out, kit.NewText(f.t("invite.former", "from", from), kit.Caption()),
			kit.NewCheckBox(f.t("invite.present", "email", to), m.How.Present, func(on bool) { m.How.Present = on }))
	}
	return out
}

func (f *inviteForm) guests() []*kit.Row {
	var rows []*kit.Row
	if own, missing := f.model.Own(); missing && f.deps.Address != nil {
		rows = append(rows, f.addressRow(own, f.t("invite.own_address")))
	}
	for _, g := range f.model.Guests() {
		style, kind := kit.Caption(), kit.Neutral
		switch {
		case g.Missing && f.deps.Address != nil:
			rows = append(rows, f.addressRow(g, f.t("invite.address", "name", g.Name)))
			continue
		case g.Missing:
			style = kit.CaptionIn(kit.ColorDanger)
		case g.Current:
			kind = kit.Accent
		case g.Care:
			kind = kit.Warn
		}
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Content: kit.TwoLines(kit.NewLine(g.Name, kit.Body()), kit.NewLine(g.Email, style)), Trailing: kit.NewChip(g.Has, kind),
		}))
	}
	return rows
}

func (f *inviteForm) addressRow(g GuestLine, hint string) *kit.Row {
	row, field := addressRow(f.deps, g, hint, f.open, func(list *planner.GuestList) {
		f.model.Renew(list)
		f.begins = true
		f.prepare()
	})
	if f.missing == nil {
		f.missing = field
	}
	return row
}

// addressRow asks where to write to somebody, or from where, in the field that it gives too: it is kept with the person, and the
// message goes there at once.
func addressRow(deps InviteDeps, g GuestLine, hint string, open *shell.Open, then func(*planner.GuestList)) (*kit.Row, fyne.Focusable) {
	form := forms.NewForm(deps.Words)
	field := forms.Put(form, kit.NewTextField("", hint, nil), "emails")
	var saving forms.Once
	keep := func() {
		if !saving.Begin() {
			return
		}
		deps.Address(g.Person, strings.TrimSpace(field.Text()), func(list *planner.GuestList, err error) {
			saving.End()
			if !open.Closed() && form.Show(err) {
				then(list)
			}
		})
	}
	field.OnSubmit(func(string) { keep() })
	field.Passing()
	return kit.NewRow(kit.RowSpec{
		Content: kit.Stack(4, kit.NewLine(g.Name, kit.Body()), kit.NewText(g.Email, kit.CaptionIn(kit.ColorDanger)),
			kit.LineTop(8, kit.Grow(field), kit.NewButton(deps.Words.T("invite.address_keep"), kit.Plain, keep)), form.Rest()),
	}), field.Focusable()
}

// way is one in which the message can go out.
type way struct {
	name string // its key among the words
	do   func(Choice)
}

// ways lists those that there are for the chosen method, the usual one first.
func (f *inviteForm) ways() []way {
	save := func(name, extension string) way {
		return way{name, func(c Choice) { f.deps.Save(c, f.model.FileName(), extension) }}
	}
	file := save("invite.save_ics", ".ics")
	if f.model.Method() == core.MethodPublish {
		return []way{file}
	}
	out := []way{save("invite.save_eml", ".eml"), file, {"invite.words", f.deps.InWords}}
	if f.deps.Mail != nil {
		out = append([]way{{"invite.mail", f.deps.Mail}}, out...)
	}
	return out
}

// usual is the way that the dialog's own button and Enter take.
func (f *inviteForm) usual() way { return f.ways()[0] }

// buttons say what the dialog's own button does, and are the other ways, each with what comes of it. What there is but one way
// for has been said by then.
func (f *inviteForm) buttons() fyne.CanvasObject {
	ways := f.ways()
	if len(ways) == 1 {
		return kit.Stack(0)
	}
	out := []fyne.CanvasObject{kit.NewText(f.about(ways[0]), kit.Body()), kit.NewText(f.t("invite.other_ways"), kit.CaptionIn(kit.ColorMuted))}
	cells := []kit.Cell{{Width: 170}, {}}
	for _, w := range ways[1:] {
		button := kit.NewButton(f.t(w.name), kit.Plain, func() { f.take(w) })
		out = append(out, kit.Cells(12, cells, button, kit.NewText(f.about(w), kit.Caption())))
	}
	return kit.Stack(8, out...)
}

// about says what comes of a way.
func (f *inviteForm) about(w way) string {
	return f.t("invite.about." + strings.TrimPrefix(w.name, "invite."))
}

// choice is what is chosen, with whom to tell once it is out.
func (f *inviteForm) choice() Choice {
	c := f.model.Choice()
	c.Done = f.deps.Out
	return c
}

// take closes the dialog and lets the message go out.
func (f *inviteForm) take(w way) {
	c := f.choice()
	f.open.Close()
	w.do(c)
}

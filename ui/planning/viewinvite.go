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
}

// ShowInvite opens the dialog that tells guests of a meeting.
func ShowInvite(deps InviteDeps, list *planner.GuestList) {
	f := &inviteForm{deps: deps, model: NewInviting(list, deps.Words), box: kit.Stack(10)}
	f.open = deps.Dialogs.Show(shell.Dialog{Title: f.model.Title(), Content: f.box, Cancel: f.t("shell.close"), Width: 600})
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
			f.show()
		}
	})
}

func (f *inviteForm) show() {
	m := f.model
	parts := []fyne.CanvasObject{}
	if len(m.Methods) > 1 {
		parts = append(parts, kit.NewSegments(m.Choices(), m.Chosen, f.choose))
	} else {
		parts = append(parts, kit.Line(0, kit.NewChip(m.Choices()[0], kit.Alarm), kit.Spring()))
	}
	parts = append(parts, f.choices()...)
	parts = append(parts, kit.NewText(m.What(), kit.Strong()), kit.NewText(m.Explain(), kit.Caption()))
	if rows := f.guests(); len(rows) > 0 {
		parts = append(parts, kit.Rows(rows...))
	}
	putParts(f.box, f.open, append(parts, waysOrProblem(m.Problem, f.buttons)))
}

// choices are what else can be chosen: the whole series, a message for each guest, the agenda.
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
	return addressRow(f.deps, g, hint, f.open, func(list *planner.GuestList) {
		f.model.Renew(list)
		f.prepare()
	})
}

// addressRow asks where to write to somebody, or from where: it is kept with the person, and the message goes there at once.
func addressRow(deps InviteDeps, g GuestLine, hint string, open *shell.Open, then func(*planner.GuestList)) *kit.Row {
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
	return kit.NewRow(kit.RowSpec{
		Content: kit.Stack(4, kit.NewLine(g.Name, kit.Body()), kit.NewText(g.Email, kit.CaptionIn(kit.ColorDanger)),
			kit.LineTop(8, kit.Grow(field), kit.NewButton(deps.Words.T("invite.address_keep"), kit.Plain, keep)), form.Rest()),
	})
}

func (f *inviteForm) buttons() fyne.CanvasObject {
	m, method := f.model, f.model.Method()
	var out []fyne.CanvasObject
	if method != core.MethodPublish {
		if f.deps.Mail != nil {
			out = append(out, kit.NewButton(f.t("invite.mail"), kit.Primary, func() { f.then(func() { f.deps.Mail(f.choice()) }) }))
		}
		out = append(out, kit.NewButton(f.t("invite.save_eml"), kit.Plain, func() { f.then(func() { f.deps.Save(f.choice(), m.FileName(), ".eml") }) }))
	}
	out = append(out, kit.NewButton(f.t("invite.save_ics"), kit.Plain, func() { f.then(func() { f.deps.Save(f.choice(), m.FileName(), ".ics") }) }))
	if method != core.MethodPublish {
		out = append(out, kit.NewButton(f.t("invite.words"), kit.Quiet, func() { f.then(func() { f.deps.InWords(f.choice()) }) }))
	}
	return kit.Flow(8, 8, out...)
}

// choice is what is chosen, with whom to tell once it is out.
func (f *inviteForm) choice() Choice {
	c := f.model.Choice()
	c.Done = f.deps.Out
	return c
}

// then closes the dialog and goes on.
func (f *inviteForm) then(do func()) {
	f.open.Close()
	do()
}

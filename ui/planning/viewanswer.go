package planning

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// answerForm is the dialog that answers another's invitation.
type answerForm struct {
	deps    InviteDeps
	model   *Answering
	box     *fyne.Container
	fields  *forms.Form
	comment *kit.TextField
	open    *shell.Open
}

// ShowAnswer opens the dialog that answers another's invitation.
func ShowAnswer(deps InviteDeps, draft forms.Draft, list *planner.GuestList) {
	f := &answerForm{deps: deps, model: NewAnswering(list, deps.Words), box: kit.Stack(10), fields: forms.NewForm(deps.Words)}
	f.comment = forms.Put(f.fields, kit.NewTextField(f.t("answering.comment"), "", nil), "comment")
	spec := shell.Dialog{Title: f.model.Title(), Content: f.box, Confirm: f.t("invite.save_eml"), Cancel: f.t("window.cancel"), Width: 600, OK: f.send(f.save(".eml"))}
	if deps.Mail != nil {
		spec.Confirm, spec.OK = f.t("invite.mail"), f.send(deps.Mail)
	}
	f.open = forms.Show(deps.Dialogs, f.fields, draft, spec)
	f.prepare()
}

func (f *answerForm) t(key string, args ...any) string { return f.deps.Words.T(key, args...) }

// prepare tries the answer after a choice: whether it can be sent.
func (f *answerForm) prepare() {
	f.deps.Prepare(f.model.Choice(), func(_ *core.Invitation, err error) {
		f.model.Problem = ""
		if err != nil {
			f.model.Problem = f.deps.Words.Error(err)
		}
		if !f.open.Closed() {
			f.show()
		}
	})
}

func (f *answerForm) show() {
	m := f.model
	parts := []fyne.CanvasObject{kit.NewSegments(m.Choices(), m.Chosen, func(i int) {
		m.Chosen = i
		f.prepare()
	})}
	if m.Repeats() {
		parts = append(parts, scopeOf(f.deps, &m.Whole, f.prepare))
	}
	parts = append(parts, kit.NewText(m.What(), kit.Strong()))
	if before := m.Before(); before != "" {
		parts = append(parts, kit.NewText(before, kit.Caption()))
	}
	parts = append(parts, kit.NewText(m.Explain(), kit.Caption()), f.comment, f.fields.Rest())
	if own, missing := m.Own(); missing {
		parts = append(parts, kit.Rows(addressRow(f.deps, own, f.t("invite.own_address"), f.open, func(list *planner.GuestList) {
			m.Renew(list)
			f.prepare()
		})))
	}
	putParts(f.box, f.open, append(parts, waysOrProblem(m.Problem, f.buttons)))
}

// buttons are the other ways in which the answer can go out.
func (f *answerForm) buttons() fyne.CanvasObject {
	button := func(key string, kind kit.ButtonKind, do func(Choice)) fyne.CanvasObject {
		send := f.send(do)
		return kit.NewButton(f.t(key), kind, func() { send() })
	}
	var out []fyne.CanvasObject
	if f.deps.Mail != nil {
		out = append(out, button("invite.save_eml", kit.Plain, f.save(".eml")))
	}
	return kit.Flow(8, 8, append(out, button("invite.save_ics", kit.Plain, f.save(".ics")), button("invite.words", kit.Quiet, f.deps.InWords))...)
}

func (f *answerForm) save(extension string) func(Choice) {
	return func(c Choice) { f.deps.Save(c, f.model.FileName(), extension) }
}

// send gives what sends the answer in one of the ways, if it can be sent. The dialog closes once the answer is out: what
// was typed for it is there until then. It is false: nothing is closed before.
func (f *answerForm) send(how func(Choice)) func() bool {
	return func() bool {
		if f.model.Problem != "" || f.open.Busy() {
			return false
		}
		f.model.Comment = f.comment.Text()
		c := f.model.Choice()
		c.Going = f.open.SetBusy
		c.Done = func() {
			f.fields.Settle()
			f.open.Close()
		}
		how(c)
		return false
	}
}

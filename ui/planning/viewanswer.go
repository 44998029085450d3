package planning

import (
	"context"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// answerForm is the dialog that answers another's invitation.
type answerForm struct {
	*when

	deps    AnswerDeps
	model   *Answering
	message *core.Invitation // as it would be sent now; nil where it can't be, or is not known yet
	box     *fyne.Container
	fields  *forms.Form
	comment *kit.TextField
	open    *shell.Open
	enter   bool // the fields for another time shall have the focus as soon as they are on show
	made    bool // the fields stand as they begin: what changes from now on is a person's
}

// AnswerDeps is what the dialog of an answer asks of the window.
type AnswerDeps struct {
	InviteDeps

	Planner *planner.Planner
	After   kit.After
	Other   func(id core.ID, comment string)                                  // answers another meeting of the series in this one's stead
	Come    bool                                                              // the owner has asked for this very meeting, to come to it
	Comment string                                                            // typed already
	Ask     Asked                                                             // a time that the owner wants it to have, which is to be proposed; zero: none
	Look    func(do func(context.Context) (Looked, error), done func(Looked)) // beside the window
}

// ShowAnswer opens the dialog that answers another's invitation, which the model is of.
func ShowAnswer(deps AnswerDeps, draft forms.Draft, list *planner.GuestList, m *Model) {
	f := &answerForm{deps: deps, model: NewAnswering(list, deps.Words), box: kit.Stack(10), fields: forms.NewForm(deps.Words)}
	f.when = &when{model: m, plan: &f.model.Asked}
	f.when.make(deps.Words, f.fields, f.retimed)
	f.comment = forms.Put(f.fields, kit.NewTextField(f.t("answering.comment"), "", nil), "comment")
	spec := shell.Dialog{Title: f.model.Title(), Content: f.box, Confirm: f.t("invite.save_eml"), Cancel: f.t("window.cancel"), Width: 600, OK: f.send(f.save(".eml"))}
	if deps.Mail != nil {
		spec.Confirm, spec.OK = f.t("invite.mail"), f.send(deps.Mail)
	}
	if deps.Come {
		f.model.Come()
	}
	if !deps.Ask.Start.IsZero() {
		f.model.Ask(deps.Ask)
		f.date.SetValue(f.model.Asked.Date)
		f.start.SetValue(f.model.Asked.Start)
		f.minutes.SetText(f.model.Asked.Minutes)
	}
	f.made = true
	f.open = forms.Show(deps.Dialogs, f.fields, draft, spec)
	if deps.Comment != "" {
		f.comment.PutBack(deps.Comment)
	}
	f.prepare()
	if f.model.Proposes() {
		f.retimed()
	}
}

func (f *answerForm) t(key string, args ...any) string { return f.deps.Words.T(key, args...) }

// prepare tries the answer after a choice: whether it can be sent.
func (f *answerForm) prepare() {
	if f.model.Unread() { // the fields say so
		f.tried(nil, nil)
		return
	}
	f.deps.Prepare(f.model.Choice(), f.tried)
}

// tried shows what came of it.
func (f *answerForm) tried(message *core.Invitation, err error) {
	if f.open.Closed() {
		return
	}
	f.message, f.model.Problem = message, f.model.problem(err)
	f.model.Unchosen = f.model.Proposes() && core.CodeOf(err) == core.CodeNoProposal
	f.open.SetOff(f.model.Problem != "")
	f.ahead()
	f.show()
}

// retimed follows the time that is asked for: whoever types one asks for it.
func (f *answerForm) retimed() {
	if !f.made {
		return
	}
	f.model.Propose()
	if f.open != nil {
		f.chosen()
		f.rest(f.deps.After, f.look)
	}
}

// chosen follows what was chosen: whether it can be sent, and what follows from the time that is asked for. One that has
// passed is refused, unless it is that of a series, which may have begun.
func (f *answerForm) chosen() {
	f.prepare()
	f.refuses = !f.model.Whole
	f.ahead()
}

// ahead says what follows from the time that is asked for; of a whole series, as far as its message is known.
func (f *answerForm) ahead() {
	var quiet []string
	if series, repeats := f.model.MeantSeries(f.message); repeats {
		quiet = f.when.model.laterQuiet(series)
	}
	f.follow(nil, quiet)
}

// look looks for what the meeting would clash with at the time that is asked for, and a series for days off.
func (f *answerForm) look() {
	m, ok := f.model.Meant()
	if f.open.Closed() {
		return
	}
	if !ok {
		f.clashes(Looked{}) // what was found was found of another time
		return
	}
	series, repeats := f.model.MeantSeries(f.message)
	f.deps.Look(func(ctx context.Context) (found Looked, err error) {
		if err = found.One(ctx, f.deps.Planner, m); err == nil && repeats {
			err = found.Series(ctx, f.deps.Planner, series)
		}
		return found, err
	}, func(found Looked) {
		if !f.open.Closed() {
			f.clashes(found)
		}
	})
}

func (f *answerForm) show() {
	m := f.model
	var choice *kit.Segments
	choice = kit.NewSegments(m.Choices(), m.Chosen, func(i int) {
		if m.Chosen = i; m.Proposes() {
			f.enter = !choice.ByKey()
			f.retimed()
			return
		}
		f.prepare()
	})
	choice.OnAgain(func(int) { f.enterTime() })
	parts := []fyne.CanvasObject{choice}
	if m.Repeats() {
		parts = append(parts, scopeOf(f.deps.InviteDeps, &m.Whole, f.chosen))
	}
	if names, at := m.Dates(); len(names) > 0 {
		parts = append(parts, kit.NewSelect(f.t("answering.which"), names, at, f.other))
	}
	parts = append(parts, kit.NewText(m.What(), kit.Strong()))
	if before := m.Before(); before != "" {
		parts = append(parts, kit.NewText(before, kit.Caption()))
	}
	if m.Proposes() {
		parts = append(parts, f.parts()...)
		if rule := m.AskedRule(f.message); rule != "" {
			parts = append(parts, kit.NewText(rule, kit.Body()))
		}
	}
	parts = append(parts, kit.NewText(m.Explain(), kit.Caption()), f.comment, f.fields.Rest())
	if own, missing := m.Own(); missing {
		row, _ := addressRow(f.deps.InviteDeps, own, f.t("invite.own_address"), f.open, func(list *planner.GuestList) {
			m.Renew(list)
			f.prepare()
		})
		parts = append(parts, kit.Rows(row))
	}
	ways := waysOrProblem(m.Problem, f.buttons)
	if m.Unchosen { // nobody did anything wrong yet
		ways = kit.NewText(m.Problem, kit.Body())
	}
	putParts(f.box, f.open, append(parts, ways))
	if f.enter {
		f.enterTime()
	}
}

// other goes over to another meeting of the series, with what is typed.
func (f *answerForm) other(i int) {
	id, comment := f.model.Date(i), f.comment.Text()
	f.fields.Settle()
	f.open.Close()
	f.deps.Other(id, comment)
}

// enterTime gives the focus to the fields for another time, if one is asked for: as soon as they are on show.
func (f *answerForm) enterTime() {
	c := kit.CanvasOf(f.box)
	f.enter = f.model.Proposes() && (c == nil || !kit.FocusOn(c, f.date.Focusable()))
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
	return kit.Buttons(append(out, button("invite.save_ics", kit.Plain, f.save(".ics")), button("invite.words", kit.Quiet, f.deps.InWords))...)
}

func (f *answerForm) save(extension string) func(Choice) {
	return func(c Choice) { f.deps.Save(c, f.model.FileName(), extension) }
}

// send gives what sends the answer in one of the ways, if it can be sent. The dialog closes once the answer is out: what
// was typed for it is there until then. It is false: nothing is closed before.
func (f *answerForm) send(how func(Choice)) func() bool {
	return func() bool {
		if f.model.Problem != "" || f.open.Busy() || !f.readable() {
			return false
		}
		f.model.Comment = f.comment.Text()
		c := f.model.Choice()
		c.Going = f.open.SetBusy
		c.Done = func() {
			f.fields.Settle()
			f.open.Close()
			if f.deps.Out != nil {
				f.deps.Out()
			}
		}
		how(c)
		return false
	}
}

// readable tells whether the time that is asked for, if one is, can be read; what is wrong stands below its field.
func (f *answerForm) readable() bool {
	if !f.model.Proposes() {
		return true
	}
	return f.fields.Check(f.model.Asked.Set(&core.Meeting{}), f.date, f.start)
}

package meeting

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// closingView is the card that ends the meeting, and that says afterwards how it ended.
type closingView struct {
	page    *Page
	answers *Closing
	card    *kit.Card
	body    *fyne.Container
	outcome *kit.ChipGroup
	came    *kit.ChipGroup
	help    *kit.ChipGroup
	useful  *kit.ChipGroup
	minutes *kit.TextField
	reason  *kit.TextField
	verdict *kit.Text
	why     *kit.Text
	button  *kit.Button
	ending  *fyne.Container // the button and why it is off, while they stand in the card
	closing forms.Once
	hint    string // below the minutes
	shown   string // which form is on show, so that it is not made anew under somebody's hands
}

func newClosingView(p *Page, old *closingView) *closingView {
	v := &closingView{page: p, body: kit.Stack(8), ending: kit.Stack(8), answers: NewClosing(p.model)}
	before := p.deps.Closed.Form(p.id)
	if old != nil {
		before = old.answers
	}
	if before != nil && len(before.Came) == len(v.answers.Came) {
		v.answers = before
	}
	t := p.t
	v.minutes = kit.NewTextField(t("meeting.length"), "", func(text string) {
		v.answers.Minutes = text
		if v.card != nil {
			v.time()
		}
	}).Whole()
	v.minutes.SetText(v.answers.Minutes)
	read := "" // by whom
	if p.model.Invited {
		read = t("plan.reason_read")
	}
	v.reason = kit.NewTextField(t("meeting.reason"), read, func(text string) { v.answers.Reason = text })
	v.reason.SetText(v.answers.Reason)
	v.verdict, v.why = kit.NewText("", kit.CaptionIn(kit.ColorWarn)), kit.NewText("", kit.Caption())
	v.button = kit.NewButton("", kit.Primary, v.close).Writes()
	v.groups()
	v.card = kit.NewCard(t("meeting.close"), "", v.body)
	return v
}

// groups makes what is chosen by chips.
func (v *closingView) groups() {
	t, w := v.page.t, v.page.deps.Words()
	v.outcome = kit.NewChipChoice([]string{t("meeting.held"), t("meeting.missed"), t("meeting.called_off")}, int(v.answers.Outcome), v.choose).Writes()
	v.came = kit.NewChipSet(chipNames(v.page.model.Participants(), v.page.model.room, w), v.answers.Came, func(i int, on bool) {
		v.answers.Came[i] = on
		v.show()
	}).Writes()
	var helps []string
	for _, h := range core.Helps() {
		helps = append(helps, locale.Capital(w.Word(h)))
	}
	v.help = kit.NewChipSet(helps, v.answers.Help, func(i int, on bool) { v.answers.Help[i] = on }).Writes()
	marks := make([]string, 7)
	for i := range marks {
		marks[i] = w.Number(float64(i + 1))
	}
	v.useful = kit.NewChipChoice(marks, v.answers.Useful-1, func(i int, on bool) {
		v.answers.Useful = 0
		if on {
			v.answers.Useful = i + 1
		}
	}).Writes()
}

// choose changes what became of the meeting: one of them it was.
func (v *closingView) choose(i int, on bool) {
	if !on {
		v.outcome.SetOn(i, true)
		return
	}
	v.answers.SetOutcome(Outcome(i))
	for j, came := range v.answers.Came {
		v.came.SetOn(j, came)
	}
	v.show()
}

// show brings the card up to date.
func (v *closingView) show() {
	m, w := v.page.model, v.page.deps.Words()
	if !m.Planned {
		v.shown = ""
		v.card.SetTitle(v.page.t("meeting.closed"))
		v.body.Objects = append([]fyne.CanvasObject{kit.NewText(m.Ended, kit.Body())}, v.onward(m)...)
		v.card.Refresh()
		return
	}
	v.card.SetTitle(v.page.t("meeting.close"))
	v.time()
	v.button.SetText(v.answers.Label(m, w))
	v.button.SetTip(kit.Tip{Keys: "Ctrl+Shift+Enter"})
	v.say(v.verdict, v.answers.Verdict(m, w))
	early := v.answers.TooEarly(m, w)
	v.outcome.Bar(int(CalledOff), early)
	why := v.answers.WhyNot(m, w)
	if early != "" {
		why += " " + early
	}
	v.say(v.why, cmp.Or(why, v.answers.Early(m, w)))
	if why != "" {
		v.button.Disable()
	} else {
		v.button.Enable()
	}
	if form := v.form(); form != v.shown {
		v.shown = form
		v.body.Objects = v.fields()
	}
	v.card.Refresh()
	kit.Relayout(v.card)
}

// time proposes how long the meeting took.
func (v *closingView) time() {
	p := v.page
	v.answers.Timed = p.deps.Timer.Minutes(p.id, p.deps.Now())
	minutes, hint := v.answers.Took(p.model, p.deps.Words())
	v.minutes.SetPlaceholder(p.deps.Words().Number(float64(minutes)))
	if v.hint != hint {
		v.hint = hint
		v.minutes.SetHint(hint)
		kit.Relayout(v.card)
	}
}

// onward leads from a meeting that is over to the next one, or to where that is planned.
func (v *closingView) onward(m *Model) []fyne.CanvasObject {
	if !m.Next.IsZero() {
		open := kit.NewButton(v.page.t("button.open"), kit.Plain, func() { v.page.deps.Open(m.Next) })
		out := []fyne.CanvasObject{kit.NewText(m.NextText, kit.Body())}
		if m.NextOver != "" {
			out = append(out, kit.NewText(m.NextOver, kit.CaptionIn(kit.ColorWarn)))
		}
		return append(out, kit.Line(0, open, kit.Spring()))
	}
	plan := kit.NewButton(v.page.t("meeting.plan_next"), kit.Plain, func() { v.page.deps.Plan(m.Relationship, m.room.Next()) }).Writes()
	return []fyne.CanvasObject{kit.Line(0, plan, kit.Spring())}
}

func (v *closingView) say(t *kit.Text, text string) {
	t.SetText(text)
	t.Hidden = text == ""
}

// form names which fields are asked for.
func (v *closingView) form() string {
	form := "off"
	switch v.answers.Outcome {
	case Held:
		form = "held"
	case Missed:
		form = "missed"
	}
	if v.answers.AsksWho() {
		form += "+who"
	}
	if v.page.model.Hidden {
		form += "+hidden"
	}
	return form
}

func (v *closingView) fields() []fyne.CanvasObject {
	t := v.page.t
	out := []fyne.CanvasObject{v.outcome}
	if v.answers.AsksWho() {
		out = append(out, kit.NewLine(t("meeting.who_came"), kit.Caption()), v.came)
	}
	if v.answers.Outcome == Held {
		out = append(out, v.minutes, kit.NewLine(t("meeting.helped_with"), kit.Caption()), v.help)
		if !v.page.model.Hidden { // what is chosen stays chosen
			out = append(out, kit.NewLine(t("meeting.useful"), kit.Caption()), v.useful)
		}
	} else {
		out = append(out, v.reason)
	}
	return append(out, v.verdict, v.ending)
}

// waits tells whether a line is typed that is not kept, and leads to it.
func (v *closingView) waits() bool {
	p := v.page
	line, edit := p.t("meeting.unkept"), p.t("meeting.unkept_edit")
	if p.agenda.handing.Holds(line) || p.actions.handing.Holds(line) || p.agenda.editor.holds(edit) || p.actions.editor.holds(edit) {
		return true
	}
	if e := p.agenda.editor; e != nil && !e.saving.Going() {
		e.stop() // nothing is changed in it
	}
	return false
}

// keeps closes for whoever asks by keys in the form, as its button does; false where the focus is elsewhere.
func (v *closingView) keeps() bool {
	c := kit.CanvasOf(v.card)
	if c == nil || !v.page.model.Planned {
		return false
	}
	at := c.Focused()
	if at == nil || at != fyne.Focusable(v.button) && !slices.Contains(kit.Focusables(v.card), at) {
		return false
	}
	if v.button.Disabled() {
		v.close() // which says why not
	} else {
		v.button.Tapped(nil)
	}
	return true
}

// close ends the meeting, with the notes as they are typed now.
func (v *closingView) close() {
	p, w := v.page, v.page.deps.Words()
	if why := v.answers.WhyNot(p.model, w); why != "" {
		p.deps.Toast(why)
		return
	}
	if v.waits() {
		return
	}
	v.time()
	answer, err := v.answers.Answer(p.model)
	if err != nil {
		v.minutes.SetError(w.Error(err))
		kit.FocusIn(v.minutes)
		return
	}
	var typed []*noteView
	var notes []core.Note
	for _, n := range []*noteView{p.notes.shared, p.notes.private} {
		if !n.field.Editing() {
			continue
		}
		note, ok := n.finished(n.field.Text())
		if !ok {
			return
		}
		typed = append(typed, n)
		if note != nil {
			note.About = core.Ref{Kind: core.KindMeeting, ID: p.id}
			notes = append(notes, *note)
		}
	}
	if !v.closing.Begin() {
		return
	}
	ran := p.deps.Now()
	p.deps.Step(planner.TitleMeetingClosed, func(ctx context.Context) error {
		for _, n := range notes { // a step each, so that whoever takes the closing back keeps the words
			if _, err := p.deps.Planner.Notes.Write(ctx, n); err != nil {
				return err
			}
		}
		_, err := p.deps.Planner.Meetings.Close(ctx, p.id, answer)
		return err
	}, func(err error) {
		v.closing.End()
		if err != nil {
			return
		}
		p.deps.Closed.Keep(p.id, v.answers)
		if p.deps.Timer.Close(p.id, ran) {
			p.deps.KeepTimer(p.id, "")
		}
		for _, n := range typed {
			n.settle()
		}
		if p.gone != nil { // it is shown as closed by now
			p.goOn()
		}
	})
}

// settle ends typing in a field whose text has been kept.
func (v *noteView) settle() {
	v.field.Settle()
	v.page.draft(v.of).drop()
}

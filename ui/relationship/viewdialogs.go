package relationship

import (
	"context"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// DialogDeps is what the small dialogs of the page ask of the window.
type DialogDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Save    forms.Saver
	Draft   forms.Draft
}

// small is a dialog with a few fields and one use-case.
type small struct {
	title, confirm string
	title2         planner.Title
	content        []fyne.CanvasObject
	first          fyne.Focusable
	form           *forms.Form
	check          func() bool // reads the fields; false where one of them is wrong and says so
	do             func(ctx context.Context) error
}

func (d DialogDeps) show(s small) {
	var open *shell.Open
	open = forms.Show(d.Dialogs, s.form, d.Draft, shell.Dialog{
		Title: s.title, Content: kit.Stack(10, append(s.content, s.form.Rest())...), Confirm: s.confirm, Cancel: d.Words.T("window.cancel"),
		First: s.first, Width: 560,
		OK: func() bool {
			if s.check == nil || s.check() {
				d.Save(forms.Saving{Open: open, Form: s.form, Title: s.title2, Do: s.do})
			}
			return false
		},
	})
}

// ShowAnswer opens the dialog that answers a question.
func ShowAnswer(d DialogDeps, question string, answer func(ctx context.Context, text string) error) {
	w, form := d.Words, forms.NewForm(d.Words)
	text := forms.Put(form, kit.NewTextArea(w.Label("answer"), "", 5, nil), "answer")
	d.show(small{
		title: w.T("rel.answer_title"), confirm: w.T("rel.answer_save"), title2: planner.TitleQuestionAnswered, form: form, first: text.Focusable(),
		content: []fyne.CanvasObject{kit.NewText(question, kit.Strong()), text},
		do:      func(ctx context.Context) error { return answer(ctx, text.Text()) },
	})
}

// ShowMeasure opens the dialog that notes where a measured goal stands.
func ShowMeasure(d DialogDeps, g *core.Goal, today core.Date, measure func(ctx context.Context, on core.Date, value float64) error) {
	w, form := d.Words, forms.NewForm(d.Words)
	now := forms.Put(form, kit.NewTextField(g.Measure.Name, "", nil).Whole(), "value", "measure")
	now.SetText(w.Number(g.Measure.Now()))
	now.SetHint(w.T("rel.measure_hint", "baseline", w.Number(g.Measure.Baseline), "target", w.Number(g.Measure.Target)))
	on := forms.Put(form, kit.NewDateField(w.Label("as_of"), today, today, words.Dates(w), nil).Need(), "on", "readings")
	var value float64
	var day core.Date
	d.show(small{
		title: g.Title, confirm: w.T("rel.measure_save"), title2: planner.TitleGoalMeasured, form: form, first: now.Focusable(),
		content: []fyne.CanvasObject{now, on},
		check: func() bool {
			var err error
			var ok bool
			if value, err = w.ParseNumber(now.Text()); err != nil {
				return form.Show(core.FailField(core.CodeBadNumber, "value"))
			}
			day, ok = on.Value()
			return ok || forms.Check(on)
		},
		do: func(ctx context.Context) error { return measure(ctx, day, value) },
	})
}

// ShowReach opens the dialog that marks a milestone as done, with its day and what shows it.
func ShowReach(d DialogDeps, step core.Milestone, today core.Date, reach func(ctx context.Context, on core.Date, evidence string) error) {
	w, form := d.Words, forms.NewForm(d.Words)
	day := today
	if !step.Done.IsZero() {
		day = step.Done
	}
	on := forms.Put(form, kit.NewDateField(w.Label("done"), day, today, words.Dates(w), nil).Need(), "milestones", "on")
	evidence := forms.Put(form, kit.NewTextField(w.Label("evidence"), w.T("rel.evidence_hint"), nil), "evidence")
	evidence.SetText(step.Evidence)
	d.show(small{
		title: step.Title, confirm: w.T("rel.form_save"), title2: planner.TitleMilestoneDone, form: form, first: evidence.Focusable(),
		content: []fyne.CanvasObject{on, evidence},
		check: func() bool {
			_, ok := on.Value()
			return ok || forms.Check(on)
		},
		do: func(ctx context.Context) error {
			day, _ := on.Value()
			return reach(ctx, day, core.CleanLine(evidence.Text()))
		},
	})
}

// ShowSign opens the dialog that notes a side's yes to an agreement. How somebody else said it has to be told.
func ShowSign(d DialogDeps, a *core.Agreement, person, owner core.ID, who string, sign func(ctx context.Context, said core.Said) error) {
	w, form := d.Words, forms.NewForm(d.Words)
	how := forms.Put(form, kit.NewTextField(w.Label("said.words"), w.T("people.consent_hint"), nil), "signed", "said.words")
	about := w.T("rel.sign_own")
	if person != owner {
		about = w.T("rel.sign_other", "name", who)
	}
	d.show(small{
		title: w.T("rel.sign_title", "name", who), confirm: w.T("rel.sign"), title2: planner.TitleAgreementSigned, form: form, first: how.Focusable(),
		content: []fyne.CanvasObject{kit.NewText(about, kit.Muted()), how},
		check: func() bool {
			if person != owner && core.CleanLine(how.Text()) == "" {
				return form.Show(core.FailField(core.CodeRequired, "said.words"))
			}
			return true
		},
		do: func(ctx context.Context) error {
			return sign(ctx, core.Said{By: person, Words: core.CleanLine(how.Text())})
		},
	})
}

// ShowAgreement opens the form of a new version of an agreement, with the last one filled in.
func ShowAgreement(d DialogDeps, last core.Agreement, today core.Date, write func(ctx context.Context, a core.Agreement) error) {
	w, form := d.Words, forms.NewForm(d.Words)
	area := func(path, text string) *kit.TextField {
		f := forms.Put(form, kit.NewTextArea(w.Label(path), w.T("agreement_hint."+path), 2, nil), path)
		f.SetText(text)
		return f
	}
	purpose, frequency, channels := area("purpose", last.Purpose), area("frequency", last.Frequency), area("channels", last.Channels)
	secret, except := area("confidentiality", last.Confidentiality), area("exceptions", last.Exceptions)
	reporting, bounds := area("reporting", last.Reporting), area("boundaries", last.Boundaries)
	review := forms.Put(form, kit.NewDateField(w.Label("review"), last.Review, today, words.DueDates(w), nil), "review")
	ends := forms.Put(form, kit.NewDateField(w.Label("ends"), last.Ends, today, words.DueDates(w), nil), "ends")
	a := core.Agreement{Relationship: last.Relationship}
	d.show(small{
		title: w.T("rel.agree_title"), confirm: w.T("rel.agree_save"), title2: planner.TitleAgreementWritten, form: form, first: purpose.Focusable(),
		content: []fyne.CanvasObject{purpose, frequency, channels, secret, except, reporting, bounds, kit.Columns(400, []float32{1, 1}, review, ends)},
		check: func() bool {
			a.Purpose, a.Frequency, a.Channels, a.Confidentiality = purpose.Text(), frequency.Text(), channels.Text(), secret.Text()
			a.Exceptions, a.Reporting, a.Boundaries = except.Text(), reporting.Text(), bounds.Text()
			one, two := false, false
			a.Review, one = review.Value()
			a.Ends, two = ends.Value()
			if !one || !two {
				return forms.Check(review, ends)
			}
			if core.CleanLine(a.Purpose) == "" {
				return form.Show(core.FailField(core.CodeRequired, "purpose"))
			}
			return true
		},
		do: func(ctx context.Context) error { return write(ctx, a) },
	})
}

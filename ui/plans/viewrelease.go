package plans

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// ReleaseDeps is what the dialog that lets an item out asks of the window.
type ReleaseDeps struct {
	Words    func() *locale.Words
	Dialogs  *shell.Dialogs
	Save     func(o *shell.Open, f *forms.Form, rel core.Release)
	Withdraw func(release core.ID)
	Draft    forms.Draft
	Start    core.Audience // the audience to begin with; "" is HR
}

type releaseEditor struct {
	deps      ReleaseDeps
	releasing *Releasing
	fields    *forms.Form
	open      *shell.Open

	audience *kit.Select
	on       *kit.DateField
	from, to *kit.DateField
	how      *kit.TextField
}

// ShowRelease opens the dialog in which an item is let out for an audience, with the word that was given.
func ShowRelease(r *Releasing, deps ReleaseDeps) *shell.Open {
	w := deps.Words()
	e := &releaseEditor{deps: deps, releasing: r, fields: forms.NewForm(w)}
	start := deps.Start
	if start == "" {
		start = core.AudienceHR
	}
	for i, a := range core.Audiences() {
		if a == start {
			e.audience = kit.NewSelect(w.T("plans.release.audience"), r.Audiences, i, nil)
		}
	}
	dates := words.Dates(w)
	e.on = kit.NewDateField(w.T("plans.release.on"), r.Today, r.Today, dates, nil).Need()
	e.from = kit.NewDateField(w.T("plans.release.from"), core.Date{}, r.Today, dates, nil)
	e.to = kit.NewDateField(w.T("plans.release.to"), core.Date{}, r.Today, words.DueDates(w), nil)
	e.how = kit.NewTextField(w.T("plans.how"), w.T("plans.how_hint"), nil)
	forms.Put(e.fields, e.audience, "audience")
	forms.Put(e.fields, e.on, "on")
	forms.Put(e.fields, e.to, "period")
	forms.Put(e.fields, e.from, "period.from")
	forms.Put(e.fields, e.to, "period.to")
	forms.Put(e.fields, e.to, "to")
	forms.Put(e.fields, e.from, "from")
	forms.Put(e.fields, e.how, "said.words")
	e.open = forms.Show(deps.Dialogs, e.fields, deps.Draft, shell.Dialog{
		Title: w.T("plans.release.title", "name", r.Name), Content: kit.Stack(12, e.content(w)...),
		Confirm: w.T("plans.release.confirm"), Cancel: w.T("window.cancel"), OK: e.save, First: e.audience.Focusable(), Width: 540,
	})
	return e.open
}

func (e *releaseEditor) content(w *locale.Words) []fyne.CanvasObject {
	r := e.releasing
	text := w.T("plans.release.own")
	if !r.Own {
		text = w.T("plans.release.theirs", "name", r.Whose)
	}
	out := []fyne.CanvasObject{kit.NewText(text, kit.Muted()), forms.Two(e.audience, e.on)}
	out = append(out, forms.Two(e.from, e.to), kit.NewText(w.T("plans.release.period_hint"), kit.Caption()))
	if !r.Own {
		out = append(out, e.how)
	}
	if len(r.Earlier) > 0 {
		var rows []fyne.CanvasObject
		for _, word := range r.Earlier {
			withdraw := func() {
				e.open.Close()
				e.deps.Withdraw(word.ID)
			}
			rows = append(rows, wordRow(word, withdraw, w))
		}
		out = append(out, kit.NewLine(w.T("plans.release.earlier"), kit.Strong()), kit.Stack(0, rows...))
	}
	return append(out, e.fields.Rest())
}

// wordRow shows a release that was given; withdraw may be nil.
func wordRow(word Word, withdraw func(), w *locale.Words) fyne.CanvasObject {
	kind := kit.Accent
	if !word.Open {
		kind = kit.Neutral
	}
	head := []fyne.CanvasObject{kit.NewChip(word.Text, kind)}
	if word.TypedFor != "" {
		head = append(head, kit.NewChip(word.TypedFor, kit.Warn))
	}
	parts := []fyne.CanvasObject{kit.Chips(head...)}
	if word.Detail != "" {
		parts = append(parts, kit.NewText(word.Detail, kit.Caption()))
	}
	spec := kit.RowSpec{Content: kit.Stack(2, parts...), Last: true}
	if withdraw != nil && word.Open {
		spec.Trailing = kit.NewButton(w.T("plans.release.withdraw"), kit.Quiet, withdraw)
	}
	return kit.NewRow(spec)
}

func (e *releaseEditor) save() bool {
	if !forms.Check(e.on, e.from, e.to) {
		return false
	}
	in := ReleaseInput{Audience: pick(core.Audiences(), e.audience.Chosen()), Words: e.how.Text()}
	in.On, _ = e.on.Value()
	in.From, _ = e.from.Value()
	in.To, _ = e.to.Value()
	rel, err := in.Release(e.releasing)
	if !e.fields.Show(err) {
		return false
	}
	e.deps.Save(e.open, e.fields, rel)
	return false
}

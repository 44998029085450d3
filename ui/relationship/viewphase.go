package relationship

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/words"
)

// StepDeps is what the dialogs about the way of a relationship ask of the window.
type StepDeps struct {
	Words   *locale.Words
	Dialogs *shell.Dialogs
	Today   core.Date
	Save    forms.Saver
	Draft   forms.Draft
	Enter   func(ctx context.Context, id core.ID, phase core.Phase, on core.Date) error
	End     func(ctx context.Context, id core.ID, end planner.End) error
}

// ShowPhase opens the dialog that moves a relationship on to another phase; the way so far stands in it.
func ShowPhase(deps StepDeps, r *core.Relationship) {
	w := deps.Words
	form := forms.NewForm(w)
	next := min(slices.Index(core.Phases(), r.Phase)+1, len(core.Phases())-1)
	var names []string
	for _, phase := range core.Phases() {
		names = append(names, locale.Capital(w.Word(phase)))
	}
	var phase *kit.Select
	about := func(i int) { phase.SetHint(w.T("phase_about." + string(core.Phases()[i]))) }
	phase = forms.Put(form, kit.NewSelect(w.Label("phase"), names, next, about), "phase")
	about(next)
	on := forms.Put(form, kit.NewDateField(w.T("rel.phase_on"), deps.Today, deps.Today, words.Dates(w), nil).Need(), "phases", "on")
	content := kit.Stack(10)
	for i, c := range r.Phases {
		text := w.T("rel.phase_since", "phase", locale.Capital(w.Word(c.Phase)), "date", w.Date(c.Since))
		style := kit.Caption()
		if i == len(r.Phases)-1 {
			style = kit.Strong()
		}
		content.Add(kit.NewText(text, style))
	}
	content.Objects = append(content.Objects, phase, on, form.Rest())
	var open *shell.Open
	open = forms.Show(deps.Dialogs, form, deps.Draft, shell.Dialog{
		Title: w.T("rel.phase_title"), Content: content, Confirm: w.T("rel.phase_save"), Cancel: w.T("window.cancel"), First: phase.Focusable(),
		OK: func() bool {
			day, ok := on.Value()
			if !ok {
				forms.Check(on)
				return false
			}
			deps.Save(forms.Saving{Open: open, Form: form, Title: planner.TitlePhaseEntered, Do: func(ctx context.Context) error {
				return deps.Enter(ctx, r.ID, core.Phases()[max(phase.Chosen(), 0)], day)
			}})
			return false
		},
	})
}

// ShowEnd opens the dialog that ends a relationship: it says what is still open, and asks what becomes of it.
func ShowEnd(deps StepDeps, id core.ID, name string, open planner.Ending) {
	w := deps.Words
	form := forms.NewForm(w)
	content := kit.Stack(10, kit.NewText(w.T("rel.end_about"), kit.Muted()))
	on := forms.Put(form, kit.NewDateField(w.Label("ended"), deps.Today, deps.Today, words.Dates(w), nil).Need(), "ended")
	reason := forms.Put(form, kit.NewTextArea(w.Label("end_reason"), w.T("rel.end_reason"), 2, nil), "end_reason")
	content.Objects = append(content.Objects, on, reason)
	drop := kit.NewSelect(w.T("rel.end_actions", "count", len(open.OpenActions)), []string{w.T("rel.end_keep"), w.T("rel.end_drop")}, 0, nil)
	planned := endPlanned(open.Count(), w)
	var cancel *kit.Select
	becomes := func(i int) {
		cancel.SetHint(w.T([]string{"rel.end_planned_cancel", "rel.end_planned_leave"}[max(i, 0)]))
	}
	cancel = kit.NewSelect(w.T("rel.end_planned", "what", w.List(planned)), []string{w.T("rel.end_cancel"), w.T("rel.end_leave")}, 0, becomes)
	becomes(0)
	form.Keep("actions", drop)
	form.Keep("meetings", cancel)
	if len(open.OpenActions) > 0 {
		content.Add(drop)
	}
	if len(planned) > 0 {
		content.Add(cancel)
	}
	content.Add(form.Rest())
	var dialog *shell.Open
	dialog = forms.Show(deps.Dialogs, form, deps.Draft, shell.Dialog{
		Title: w.T("rel.end_title", "name", name), Content: content, Confirm: w.T("rel.end_confirm"), Cancel: w.T("window.cancel"), First: on.Focusable(),
		OK: func() bool {
			day, ok := on.Value()
			if !ok {
				forms.Check(on)
				return false
			}
			end := planner.End{On: day, Reason: reason.Text(), DropActions: drop.Chosen() == 1, CancelMeetings: cancel.Chosen() == 0}
			deps.Save(forms.Saving{Open: dialog, Form: form, Title: planner.TitleRelationshipEnded, Do: func(ctx context.Context) error {
				return deps.End(ctx, id, end)
			}})
			return false
		},
	})
}

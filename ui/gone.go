package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/shell"
)

// watched is an open form, and the record that it is about.
type watched struct {
	of   core.Ref
	told func(*forms.Gone)
}

// watch gives what tells a form when its record goes, and when that comes back.
func (w *Window) watch(of core.Ref) forms.Watcher {
	if of.Kind == core.KindWorkspace {
		return nil
	}
	return func(told func(*forms.Gone)) (stop func()) {
		at := &watched{of, told}
		w.watching[at] = true
		return func() { delete(w.watching, at) }
	}
}

// lookAfterForms tells the open forms whose record is not there after a step, or is there again.
func (w *Window) lookAfterForms() {
	for at := range w.watching {
		w.whether(at.of, func() { at.told(nil) }, func() {
			at.told(&forms.Gone{
				Text: w.t("forms.gone"), Back: w.t("forms.gone_back"), Note: w.t("forms.gone_note"),
				BringIt: func() { w.bringRecordBack(at.of) },
				KeepNote: func(words string, kept func()) {
					w.rescue(at.of, words, kept)
				},
			})
		})
	}
}

// whether does one thing where a record is there, and another where it is gone.
func (w *Window) whether(of core.Ref, there, gone func()) {
	shell.Start(w.shell.Runner, "there "+of.ID.String(), "", func(ctx context.Context, _ shell.Report) (core.Record, error) {
		return w.cfg.Planner.Record(ctx, of)
	}, func(_ core.Record, err error) {
		if core.CodeOf(err) == core.CodeNotFound {
			gone()
			return
		}
		there()
	})
}

func (w *Window) bringRecordBack(of core.Ref) {
	w.step("forms.back", func(ctx context.Context) error {
		_, err := w.cfg.Planner.History.BringBackRecord(ctx, of)
		return err
	}, planner.TitleBroughtBack)
}

// rescue keeps the words that were typed about a record which is gone: as a note of what it belonged to.
func (w *Window) rescue(of core.Ref, words string, kept func()) {
	if words == "" {
		w.shell.Toast(w.t("forms.gone_bare"))
		return
	}
	w.stepThen(func(ctx context.Context) error {
		_, err := w.cfg.Planner.Notes.Rescue(ctx, of, words)
		return err
	}, planner.TitleNoteWritten, func(err error) {
		if err == nil {
			kept()
		}
	})
}

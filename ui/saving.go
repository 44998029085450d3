package ui

import (
	"context"

	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/shell"
)

// save carries out what a dialog was confirmed for.
func (w *Window) save(s forms.Saving) {
	s.Open.SetBusy(true)
	shell.Start(w.shell.Runner, "save", "", func(ctx context.Context, _ shell.Report) (*planner.Step, error) {
		if err := s.Do(ctx); err != nil {
			return nil, err
		}
		return w.cfg.Planner.Undoable(ctx)
	}, func(step *planner.Step, err error) {
		s.Open.SetBusy(false)
		if !s.Form.Show(err) {
			if w.cfg.Log != nil {
				w.cfg.Log(err)
			}
			return
		}
		s.Open.Close()
		if step == nil || step.Title != s.Title {
			step = &planner.Step{Title: s.Title}
		}
		w.shell.ToastUndo(w.words().Title(string(step.Title), step.Args), w.takeBack)
		if s.Then != nil {
			s.Then()
		}
	})
}

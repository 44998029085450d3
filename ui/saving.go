package ui

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
)

// save carries out what a dialog was confirmed for.
func (w *Window) save(s forms.Saving) {
	s.Open.SetBusy(true)
	w.inTurn(w.did(s.Do), func(step *planner.Step, err error) {
		s.Open.SetBusy(false)
		if core.CodeOf(err) == core.CodeNotFound {
			w.lookAfterForms() // the form says so itself, if it is what has gone
		}
		if err != nil && s.Wrong != nil {
			err = s.Wrong(err)
		}
		if !s.Form.Show(err) {
			if w.cfg.Log != nil {
				w.cfg.Log(err)
			}
			return
		}
		s.Form.Settle()
		s.Open.Close()
		title := s.Title
		if step != nil && slices.Contains(s.Also, step.Title) {
			title = step.Title
		}
		w.sayStep(step, title)
		if s.Then != nil {
			s.Then()
		}
	})
}

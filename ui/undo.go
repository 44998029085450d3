package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
)

// undoState is what undo and redo would do now, for their names.
type undoState struct{ undo, redo *planner.Step }

// jobSteps is the runner's key for learning what can be taken back.
const jobSteps = "steps"

// undoCommands makes undo and redo, each named after its step and off where there is none.
func (w *Window) undoCommands() []shell.Command {
	p := w.cfg.Planner
	return []shell.Command{
		{
			ID: "undo", Icon: "undo", Title: "window.undo", About: true, Keys: "Ctrl+Z",
			Name: func() string { return w.stepName("window.undo", w.steps.undo) },
			Why:  func() string { return w.offWithout(w.steps.undo, "window.nothing_to_undo") },
			Run:  func() { w.reverse(p.Undo, "window.undone") },
		},
		{
			ID: "redo", Title: "window.redo", About: true, Keys: "Ctrl+Shift+Z Ctrl+Y",
			Name: func() string { return w.stepName("window.redo", w.steps.redo) },
			Why:  func() string { return w.offWithout(w.steps.redo, "window.nothing_to_redo") },
			Run:  func() { w.reverse(p.Redo, "window.redone") },
		},
	}
}

// offWithout tells why there is nothing to take back. While the window is still learning what there is, the
// planner decides: a key that comes right after a step must not be told that there was none.
func (w *Window) offWithout(s *planner.Step, why string) string {
	if s == nil && !w.shell.Runner.Running(jobSteps) {
		return why
	}
	return ""
}

// stepName gives "Undo: Action done: Send the template".
func (w *Window) stepName(key string, s *planner.Step) string {
	t := w.words()
	if s == nil {
		return t.T(key)
	}
	return t.T("window.step", "do", t.T(key), "title", w.titleOf(s))
}

// loadSteps reads what undo and redo would do now.
func (w *Window) loadSteps() {
	work(w, jobSteps, func(ctx context.Context) (undoState, error) {
		var s undoState
		var err error
		if s.undo, err = w.cfg.Planner.Undoable(ctx); err != nil {
			return s, err
		}
		s.redo, err = w.cfg.Planner.Redoable(ctx)
		return s, err
	}, func(s undoState) {
		w.steps = s
		w.shell.RefreshHeader()
	})
}

// reverse takes the last step back, or does it again, and says which it was, with what guests have that is not so any more.
func (w *Window) reverse(do func(context.Context) (*planner.Step, error), said string) {
	w.shell.DropUndo()
	var owed []planner.Message
	var unread error
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		s, err := do(ctx)
		if err == nil {
			owed, unread = w.cfg.Planner.Invitations.Owed(ctx, s.Refs)
		}
		return s, err
	}, func(s *planner.Step, err error) {
		if code := core.CodeOf(err); code == core.CodeNothingToUndo || code == core.CodeNothingToRedo { // nothing went wrong
			w.shell.Toast(w.words().Error(err))
			return
		}
		if err != nil {
			w.shell.Fail(err)
			return
		}
		text := w.words().T(said, "title", w.titleOf(s))
		if len(owed) == 0 {
			w.shell.Toast(text)
		} else {
			news := w.newsOf(owed)
			news.Text = text + " · " + news.Text
			w.shell.SayNext(news)
		}
		w.shell.Fail(unread)
	})
}

// takeBack is what Undo in a message does.
func (w *Window) takeBack() { w.reverse(w.cfg.Planner.Undo, "window.undone") }

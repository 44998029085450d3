package ui

import (
	"context"

	"mentorbook/core/planner"
	"mentorbook/ui/shell"
)

// work runs something beside the window and hands its result over there; an error is shown.
func work[T any](w *Window, key string, do func(context.Context) (T, error), done func(T)) {
	shell.Start(w.shell.Runner, key, "", func(ctx context.Context, _ shell.Report) (T, error) { return do(ctx) },
		func(result T, err error) {
			if err != nil {
				w.shell.Fail(err)
				return
			}
			done(result)
		})
}

// step does one use-case and offers to take it back. The message names the step as the journal does; title is
// for a step that left no entry there.
func (w *Window) step(key string, do func(context.Context) error, title planner.Title) {
	w.stepThen(key, do, title, nil)
}

// stepThen is step with something to do once it is done; nil for nothing.
func (w *Window) stepThen(key string, do func(context.Context) error, title planner.Title, then func()) {
	work(w, key, func(ctx context.Context) (*planner.Step, error) {
		if err := do(ctx); err != nil {
			return nil, err
		}
		return w.cfg.Planner.Undoable(ctx)
	}, func(s *planner.Step) {
		if s == nil || s.Title != title {
			s = &planner.Step{Title: title}
		}
		w.shell.ToastUndo(w.words().Title(string(s.Title), s.Args), w.takeBack)
		if then != nil {
			then()
		}
	})
}

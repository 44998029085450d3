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

// step does one use-case and offers to take it back.
func (w *Window) step(key string, do func(context.Context) error, title planner.Title) {
	work(w, key, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(struct{}) {
		w.shell.ToastUndo(w.words().Title(string(title), nil), func() { w.reverse(w.cfg.Planner.Undo) })
	})
}

// reverse takes the last step back, or does it again, and says which it was.
func (w *Window) reverse(do func(context.Context) (*planner.Step, error)) {
	work(w, "undo", do, func(s *planner.Step) {
		w.shell.Toast(w.words().T("window.undone", "title", w.words().Title(string(s.Title), s.Args)))
	})
}

package ui

import (
	"context"
	"fmt"

	"mentorbook/core"
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
// for a step that somebody else has left in between.
func (w *Window) step(_ string, do func(context.Context) error, title planner.Title) {
	w.stepThen(do, title, nil)
}

// stepThen is step with something to be told when it has ended, well or not; nil for nobody.
func (w *Window) stepThen(do func(context.Context) error, title planner.Title, then func(error)) {
	w.inTurn(w.did(do), func(s *planner.Step, err error) {
		if err != nil {
			w.shell.Fail(err)
		} else {
			w.sayStep(s, title)
		}
		if then != nil {
			then(err)
		}
	})
}

// stepTelling is stepThen for a step after which guests may have something that is not so any more. One message says what
// was done, what comes of it, and what guests have, and offers to tell them: of gives what they may have been told of.
func (w *Window) stepTelling(do func(context.Context) error, title planner.Title, of func() []core.Ref, comes ...string) {
	w.stepOr(w.shell.Fail, do, title, of, comes...)
}

// stepOr is stepTelling with something else that hears of an error than the window.
func (w *Window) stepOr(failed func(error), do func(context.Context) error, title planner.Title, of func() []core.Ref, comes ...string) {
	var owed []planner.Message
	var unread error
	w.inTurn(func(ctx context.Context) (s *planner.Step, err error) {
		if s, err = w.cfg.Planner.Did(ctx, do); err == nil {
			owed, unread = w.cfg.Planner.Invitations.Owed(ctx, of())
		}
		return s, err
	}, func(s *planner.Step, err error) {
		if err != nil {
			failed(err)
			return
		}
		w.sayStep(s, title)
		for _, what := range comes {
			if s != nil {
				w.shell.AddToUndo(what)
			}
		}
		if len(owed) > 0 {
			w.shell.SayNext(w.newsOf(owed))
		}
		w.shell.Fail(unread)
	})
}

// try does one use-case whose error is shown where it was typed, and offers to take it back.
func (w *Window) try(do func(context.Context) error, done func(error)) {
	w.inTurn(w.did(do), func(s *planner.Step, err error) {
		if s != nil {
			w.sayStep(s, s.Title)
		}
		done(err)
	})
}

// sayStep tells what was done, with a way back; nothing was where there is no step. Others who look at the screen are not told
// about what.
func (w *Window) sayStep(s *planner.Step, title planner.Title) {
	if s == nil {
		return
	}
	if s.Title != title && !(s.Title.Moves() && title.Moves()) {
		s = &planner.Step{Title: title}
	}
	w.shell.ToastUndo(w.titleOf(s), w.takeBack)
}

// titleOf gives the words of a step, without names while others look at the screen.
func (w *Window) titleOf(s *planner.Step) string {
	args := s.Args
	if w.presenting() {
		counts := map[string]string{}
		for _, name := range []string{"n", "filled"} {
			if args[name] != "" {
				counts[name] = args[name]
			}
		}
		args = counts
	}
	return w.words().Title(string(s.Title), args)
}

// did makes of a use-case what inTurn runs: it gives the step that the use-case left.
func (w *Window) did(do func(context.Context) error) func(context.Context) (*planner.Step, error) {
	return func(ctx context.Context) (*planner.Step, error) { return w.cfg.Planner.Did(ctx, do) }
}

// inTurn runs what writes beside the window, one after another in the order in which it was asked for. A later
// one never cancels the one before, and the end of the window waits for it.
func (w *Window) inTurn(do func(context.Context) (*planner.Step, error), done func(*planner.Step, error)) {
	before, mine := w.turn, make(chan struct{})
	w.turn = mine
	w.turns++
	if w.cfg.Reading != nil {
		do = func(context.Context) (*planner.Step, error) {
			return nil, core.Fail(core.CodeReadOnly, "path", w.cfg.Path)
		}
		told := done
		done = func(s *planner.Step, err error) {
			told(s, err)
			w.shell.Refresh() // a box that was ticked shows what is kept
		}
	}
	shell.Start(w.shell.Runner, fmt.Sprintf("step %d", w.turns), "", func(ctx context.Context, _ shell.Report) (*planner.Step, error) {
		defer close(mine)
		if before != nil {
			<-before
		}
		return do(context.WithoutCancel(ctx))
	}, func(s *planner.Step, err error) {
		if s != nil {
			w.whole = nil
		}
		done(s, err)
	})
}

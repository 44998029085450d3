package ui

import (
	"cmp"
	"context"
	"errors"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/checklists"
	"mentorbook/ui/kit"
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
			Name: func() string { return w.reversing("undo", "window.undo", w.steps.undo) },
			Why:  func() string { return w.offWithout("undo", w.steps.undo, "window.nothing_to_undo") },
			Run:  func() { w.whole.orElse("undo", func() { w.reverse(p.Undo, "undo") }) }, Elsewhere: w.writingElsewhere,
		},
		{
			ID: "redo", Title: "window.redo", About: true, Keys: "Ctrl+Shift+Z Ctrl+Y",
			Name: func() string { return w.reversing("redo", "window.redo", w.steps.redo) },
			Why:  func() string { return w.offWithout("redo", w.steps.redo, "window.nothing_to_redo") },
			Run:  func() { w.whole.orElse("redo", func() { w.reverse(p.Redo, "redo") }) }, Elsewhere: w.writingElsewhere,
		},
	}
}

// writingElsewhere tells why the keys take nothing back while a template is written: who presses them means what was typed, where
// there is nothing of that any more.
func (w *Window) writingElsewhere() string {
	if p, ok := w.shell.Router.Page().(*checklists.Page); ok && p.Writing() {
		return "checklists.undo_writing"
	}
	return ""
}

// offWithout tells why there is nothing to take back. While the window is still learning what there is, the
// planner decides: a key that comes right after a step must not be told that there was none.
func (w *Window) offWithout(way string, s *planner.Step, why string) string {
	if s == nil && !w.whole.goes(way) && !w.shell.Runner.Running(jobSteps) {
		return why
	}
	return ""
}

// reversing names what undo or redo would do.
func (w *Window) reversing(way, key string, s *planner.Step) string {
	if w.whole.goes(way) {
		return w.words().T("window.step", "do", w.words().T(key), "title", w.whole.title)
	}
	return w.stepName(key, s)
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

// reverse takes the last step back, or does it again, as way says, and tells which it was, with what guests have that is
// not so any more.
func (w *Window) reverse(do func(context.Context) (*planner.Step, error), way string) {
	w.shell.DropUndo()
	var owed []planner.Message
	var held []planner.HeldAnswer
	var unread error
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		s, err := do(ctx)
		if err == nil {
			owed, unread = w.cfg.Planner.Invitations.Owed(ctx, s.Refs)
		}
		if err == nil && unread == nil {
			held, unread = w.cfg.Planner.Replies.Held(ctx, s.Refs)
		}
		return s, err
	}, func(s *planner.Step, err error) {
		if code := core.CodeOf(err); code == core.CodeNothingToUndo || code == core.CodeNothingToRedo { // nothing went wrong
			w.shell.Toast(w.words().Error(err))
			return
		}
		if err != nil {
			w.failReverse(err, way)
			return
		}
		w.sayReversed(w.saidOf(s, way), w.heldText(held), way, owed)
		w.shell.Fail(unread)
	})
}

// sayReversed tells what was reversed, what organizers have of the owner's all the same, with the way to bring that back, and what
// guests are to be told; "" and none are nothing.
func (w *Window) sayReversed(text, held, way string, owed []planner.Message) {
	spec := kit.ToastSpec{Text: text}
	if held != "" {
		spec.Text += " · " + held
		if spec.Action, spec.Do = w.t("window.redo"), func() { w.reverse(w.cfg.Planner.Redo, "redo") }; way == "redo" {
			spec.Action, spec.Do = w.t("window.undo"), w.takeBack
		}
	}
	if len(owed) == 0 {
		w.shell.Say(spec)
		return
	}
	news := w.newsOf(owed)
	news.Text = spec.Text + " · " + news.Text
	w.shell.SayNext(news)
}

// saidOf tells which step was reversed, and which were passed over on the way to it.
func (w *Window) saidOf(s *planner.Step, way string) string {
	t := w.words()
	said := "window.undone"
	if way == "redo" {
		said = "window.redone"
	}
	text := t.T(said, "title", w.titleOf(s))
	if len(s.Passed) == 0 {
		return text
	}
	titles := make([]string, len(s.Passed))
	for i := range s.Passed {
		titles[i] = w.titleOf(&s.Passed[i])
	}
	return text + " · " + t.T("step.passed_"+way, "titles", t.List(titles))
}

// heldText says what organizers have of the owner's answers to what a step took away; "" where they have none. Others who look at
// the screen are not told about what.
func (w *Window) heldText(held []planner.HeldAnswer) string {
	switch {
	case len(held) == 0:
		return ""
	case len(held) > 1 || w.presenting():
		return w.words().T("step.held_unnamed", "count", len(held))
	}
	one := held[0]
	return w.words().HeldAnswer(cmp.Or(one.Organizer.Name, one.Organizer.Email), one.Title, one.Answer, one.Proposes)
}

// failReverse tells why a step was not reversed, and, of one that stays for good, to which the next try goes on.
func (w *Window) failReverse(err error, way string) {
	var stays *planner.Refused
	if !errors.As(err, &stays) {
		w.shell.Fail(err)
		return
	}
	w.loadSteps()
	t := w.words()
	w.shell.Refuse(err, func(why string) string {
		text := t.T("step.stays_"+way, "title", w.titleOf(stays.Step)) + " · " + why
		if stays.Next != nil {
			text += " · " + t.T("step.next_"+way, "title", w.titleOf(stays.Next))
		}
		return text
	})
}

// takeBack is what Undo in a message does.
func (w *Window) takeBack() { w.reverse(w.cfg.Planner.Undo, "undo") }

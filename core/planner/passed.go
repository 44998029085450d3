package planner

import (
	"context"

	"mentorbook/core"
)

// metaPassed begins the name of the list of steps that were passed over on the way back, or forth, since the last step
// that was done, undone or done again.
const metaPassed = "passed."

// Refused is the error of a step that stays as it is for good. It was passed over: Next comes to the one after it.
type Refused struct {
	Step *Step
	Next *Step // what the next call would reverse; nil for nothing
	Err  error
}

// Error implements error.
func (r *Refused) Error() string { return r.Err.Error() }

// Unwrap gives why the step stays.
func (r *Refused) Unwrap() error { return r.Err }

// stays tells whether a refusal is for good: trying again would bring the same.
func stays(err error) bool {
	switch core.CodeOf(err) {
	case core.CodeInUse, core.CodeSeriesBegun, core.CodeStoodOn, core.CodeLostTie, core.CodeConflict:
		return true
	}
	return false
}

// refused passes over a step that stays, so that those before it are within reach, and says which comes next. A step that
// is not at the end of its list any more, because another came first, is left to the next try.
func (e *engine) refused(ctx context.Context, s stepRef, from string, why error) error {
	out := &Refused{Err: why}
	passed := false
	err := e.update(ctx, func(w Writer) error {
		now, ok, err := top(w, from)
		if err != nil || !ok || now != s {
			return err
		}
		if out.Step, err = stepOf(w, s); err != nil {
			return err
		}
		if err := pop(w, from); err != nil {
			return err
		}
		if err := push(w, metaPassed+from, s); err != nil {
			return err
		}
		passed = true
		now, ok, err = top(w, from)
		if err == nil && ok {
			out.Next, err = stepOf(w, now)
		}
		return err
	})
	switch {
	case err != nil:
		return err
	case !passed || out.Step == nil:
		return why
	}
	return out
}

// stepOf gives what a step on a list is called; nil for one without its images, which can't be reversed.
func stepOf(r Reader, s stepRef) (*Step, error) {
	sets, err := entries(r, s, 1)
	if err != nil || len(sets) == 0 || sets[0].Trimmed {
		return nil, err
	}
	step := &Step{Title: sets[0].Title, Args: sets[0].Args, names: mayName(sets[0].Changes)}
	return step, step.tellApart(r)
}

// reversed notes that a step was taken off its list and reversed, and gives those that were passed over on the way to it.
func reversed(w Writer, from, to string, inverse stepRef) ([]Step, error) {
	raw, err := w.Meta(metaPassed + from)
	if err != nil {
		return nil, err
	}
	var passed []Step
	for ; len(raw) >= stepSize; raw = raw[stepSize:] {
		step, err := stepOf(w, stepRef(raw[:stepSize]))
		if err != nil {
			return nil, err
		}
		if step != nil {
			passed = append(passed, *step)
		}
	}
	if err := forgetPassed(w); err != nil {
		return nil, err
	}
	if err := pop(w, from); err != nil {
		return nil, err
	}
	return passed, push(w, to, inverse)
}

func forgetPassed(w Writer) error {
	for _, list := range []string{metaUndo, metaRedo} {
		if raw, err := w.Meta(metaPassed + list); err != nil || len(raw) > 0 {
			if err == nil {
				err = w.SetMeta(metaPassed+list, nil)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

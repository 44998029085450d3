package planner

import (
	"bytes"
	"context"

	"mentorbook/core"
)

// The undo and redo lists are kept in the store's small values, 17 bytes a step, the last step at the end.
// Undoing a step does its inverse down the same path as every write, and puts the inverse on the redo list.
const (
	metaUndo = "undo"
	metaRedo = "redo"
	// undoDepth is how many steps can be taken back.
	undoDepth = 200
	stepSize  = 17
)

type stepRef [stepSize]byte

func entryStep(id core.ID) stepRef { return makeStep('e', id) }
func groupStep(id core.ID) stepRef { return makeStep('g', id) }

func makeStep(sort byte, id core.ID) stepRef {
	s := stepRef{sort}
	copy(s[1:], id[:])
	return s
}

func (s stepRef) id() core.ID   { return core.ID(s[1:]) }
func (s stepRef) isGroup() bool { return s[0] == 'g' }

// pushUndo puts a new step on the undo list; what had been undone before can't be done again now.
func pushUndo(w Writer, s stepRef) error {
	if err := push(w, metaUndo, s); err != nil {
		return err
	}
	if err := forgetPassed(w); err != nil {
		return err
	}
	redo, err := w.Meta(metaRedo)
	if err != nil || len(redo) == 0 {
		return err
	}
	return w.SetMeta(metaRedo, nil)
}

func push(w Writer, list string, s stepRef) error {
	raw, err := w.Meta(list)
	if err != nil {
		return err
	}
	raw = append(bytes.Clone(raw), s[:]...)
	if over := len(raw) - undoDepth*stepSize; over > 0 {
		raw = raw[over:]
	}
	return w.SetMeta(list, raw)
}

func top(r Reader, list string) (stepRef, bool, error) {
	raw, err := r.Meta(list)
	if err != nil || len(raw) < stepSize {
		return stepRef{}, false, err
	}
	return stepRef(raw[len(raw)-stepSize:]), true, nil
}

func pop(w Writer, list string) error {
	raw, err := w.Meta(list)
	if err != nil || len(raw) < stepSize {
		return err
	}
	raw = bytes.Clone(raw[:len(raw)-stepSize])
	if len(raw) == 0 {
		raw = nil
	}
	return w.SetMeta(list, raw)
}

// Step is what undo or redo would do next, for the words of its button.
type Step struct {
	Title  Title
	Args   map[string]string
	Refs   []core.Ref // of one that was taken back or done again, the meetings and series that it changed, as far as they can be counted
	Passed []Step     // of one that was taken back or done again, the later ones that stay as they are: see Refused

	names []Change // by whose relationship it may be named
}

// add takes over what an entry says of the step that it is of.
func (s *Step) add(cs *ChangeSet) {
	s.Title, s.Args, s.names = cs.Title, cs.Args, mayName(cs.Changes)
	for _, ref := range cs.refs() {
		if (ref.Kind == core.KindMeeting || ref.Kind == core.KindSeries) && len(s.Refs) < maxAtOnce {
			s.Refs = append(s.Refs, ref)
		}
	}
}

// Undoable gives the step that Undo would take back; nil where there is none.
func (e *engine) Undoable(ctx context.Context) (*Step, error) { return e.next(ctx, metaUndo) }

// Did does something that may write, and gives the step by which Undo takes that back; nil where it left none, as where it
// changed nothing.
func (e *engine) Did(ctx context.Context, do func(context.Context) error) (*Step, error) {
	was, err := e.topmost(ctx)
	if err == nil {
		err = do(ctx)
	}
	if err != nil {
		return nil, err
	}
	if is, err := e.topmost(ctx); err != nil || is == was {
		return nil, err
	}
	return e.Undoable(ctx)
}

// topmost tells the step that Undo would take back from others.
func (e *engine) topmost(ctx context.Context) (stepRef, error) {
	return view(ctx, e, func(r Reader) (stepRef, error) {
		s, _, err := top(r, metaUndo)
		return s, err
	})
}

// Redoable gives the step that Redo would do again; nil where there is none.
func (e *engine) Redoable(ctx context.Context) (*Step, error) { return e.next(ctx, metaRedo) }

func (e *engine) next(ctx context.Context, list string) (*Step, error) {
	return view(ctx, e, func(r Reader) (*Step, error) {
		s, ok, err := top(r, list)
		if err != nil || !ok {
			return nil, err
		}
		return stepOf(r, s)
	})
}

// entries gives the journal entries of a step, last first.
func entries(r Reader, s stepRef, limit int) ([]*ChangeSet, error) {
	if !s.isGroup() {
		cs, err := r.Entry(s.id())
		return []*ChangeSet{cs}, err
	}
	return collect(r.Journal(JournalQuery{Group: s.id(), Reverse: true, Limit: limit}))
}

// Undo takes the last step back. Its error has CodeNothingToUndo, or is a Refused with CodeConflict where a record has
// changed since in another way, CodeInUse or CodeSeriesBegun where the world has seen what it would take back, or CodeStoodOn or
// CodeLostTie where a record would name one that is not there: such a step is passed over, and the next Undo takes back
// the one before, and tells of what it has passed. A meeting or series to come that guests were invited to is called
// off instead.
func (e *engine) Undo(ctx context.Context) (*Step, error) {
	return e.reverse(ctx, metaUndo, metaRedo, core.CodeNothingToUndo)
}

// Redo does the last undone step again. Its error has CodeNothingToRedo, or is a Refused as Undo has it.
func (e *engine) Redo(ctx context.Context) (*Step, error) {
	return e.reverse(ctx, metaRedo, metaUndo, core.CodeNothingToRedo)
}

func (e *engine) reverse(ctx context.Context, from, to string, none core.Code) (*Step, error) {
	var s stepRef
	var ok bool
	err := e.Store.View(ctx, func(r Reader) (err error) {
		s, ok, err = top(r, from)
		return err
	})
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, core.Fail(none)
	}
	var step *Step
	if s.isGroup() {
		step, err = e.reverseGroup(ctx, s, from, to)
	} else {
		step, err = e.reverseEntry(ctx, s, from, to)
	}
	if stays(err) {
		return nil, e.refused(ctx, s, from, err)
	}
	e.tellSteps(ctx, step)
	return step, err
}

func (e *engine) reverseEntry(ctx context.Context, s stepRef, from, to string) (*Step, error) {
	var cs *ChangeSet
	step := &Step{}
	err := e.update(ctx, func(w Writer) error {
		if now, ok, err := top(w, from); err != nil || !ok || now != s {
			return core.Wrap(core.CodeConflict, err) // another undo came first
		}
		var err error
		v := newReversal()
		if cs, err = e.takeBack(w, s.id(), core.ID{}, v); err != nil {
			return err
		}
		if err := v.hold(w); err != nil {
			return err
		}
		step.Passed, err = reversed(w, from, to, entryStep(cs.ID))
		return err
	})
	if err != nil {
		return nil, err
	}
	e.tell(Event{Step: cs.ID, Title: cs.Title, Args: cs.Args, Refs: cs.refs(), Undo: true})
	step.add(cs)
	return step, nil
}

// takeBack does the inverse of one journal entry and gives the entry of that, which joins a group unless the
// group is zero.
func (e *engine) takeBack(w Writer, id, group core.ID, v *reversal) (*ChangeSet, error) {
	was, err := w.Entry(id)
	if err != nil {
		return nil, err
	}
	u, err := e.newUnit(w)
	if err != nil {
		return nil, err
	}
	if err := u.invert(was); err != nil {
		return nil, err
	}
	back := u.changeSet(was.Title, was.Args)
	back.Undoes, back.Group = was.ID, group
	back.Again = !was.Undoes.IsZero() && !was.Again
	v.add(was, back)
	return back, u.finish(back)
}

// invert brings every record of an entry back to what it was before, last change first. It refuses the whole
// where a record is no longer what the entry left.
func (u *unit) invert(cs *ChangeSet) error {
	if cs.Trimmed {
		return core.Fail(core.CodeNothingToUndo)
	}
	for i := len(cs.Changes) - 1; i >= 0; i-- {
		if err := u.invertChange(cs.Changes[i]); err != nil {
			return err
		}
	}
	return nil
}

func (u *unit) invertChange(c Change) error {
	now, err := u.Get(c.Ref)
	switch {
	case core.CodeOf(err) == core.CodeNotFound:
		if !c.Gone {
			return core.Fail(core.CodeConflict, "kind", string(c.Ref.Kind))
		}
		return u.bringBack(c, nil)
	case err != nil:
		return err
	case c.Gone:
		return core.Fail(core.CodeConflict, "kind", string(c.Ref.Kind))
	}
	sum, err := ContentSum(now)
	if err != nil {
		return err
	}
	if sum != c.Sum {
		left, told, err := u.toldSince(c, now)
		switch {
		case err != nil:
			return err
		case !told:
			return core.Fail(core.CodeConflict, "kind", string(c.Ref.Kind))
		case !c.Made:
			return u.bringBackTold(c, left, now)
		}
	}
	if !c.Made {
		return u.bringBack(c, now)
	}
	if m, ok := now.(*core.Meeting); ok && m.Series.IsZero() { // an occurrence goes back to what its series says
		if standing, err := invitationStands(u, m); err != nil || standing {
			return u.unplan(m, err)
		}
	}
	if s, ok := now.(*core.Series); ok {
		if standing, err := seriesStands(u, s.ID); err != nil || standing {
			return u.unplanSeries(s, err)
		}
	}
	return u.remove(c.Ref)
}

func (u *unit) bringBack(c Change, now core.Record) error {
	rec, err := imageOf(c)
	if err != nil {
		return err
	}
	if u.unmaking {
		return u.Put(rec)
	}
	if now == nil {
		return u.write(nil, rec)
	}
	was, err := formerOf(now)
	if err != nil {
		return err
	}
	return u.write(was, rec)
}

// unplan takes the planning of a meeting back that guests have on their calendars: what the world has seen can't be made
// unseen, so that it is called off, and its guests are owed a cancellation. One that is over stays as it is.
func (u *unit) unplan(m *core.Meeting, err error) error {
	if err != nil {
		return err
	}
	if end, err := m.EndAt(); err != nil || !m.Planned() || !end.After(u.now) {
		return inUse(true, err)
	}
	return callOff(u, m, "", u.now)
}

// refuseIfSent keeps a meeting that guests have on their calendars: it can be cancelled, not taken away.
func (u *unit) refuseIfSent(m *core.Meeting) error {
	standing, err := invitationStands(u, m)
	return inUse(standing, err)
}

// seriesStands tells whether guests who were invited to a series as a whole have it on their calendars.
func seriesStands(r Reader, series core.ID) (bool, error) {
	all, err := sentSeries(r, series)
	return standsAfter(all, core.ID{}), err
}

// unplanSeries does the same as unplan for a series, new or one that goes on by another: it is called off, and stays. One
// that has begun stays as it is: guests would lose what was.
func (u *unit) unplanSeries(s *core.Series, err error) error {
	if err != nil {
		return err
	}
	run, err := runningOf(s)
	if err != nil {
		return err
	}
	begun, err := u.begun(run)
	if err == nil && begun {
		err = core.Fail(core.CodeSeriesBegun)
	}
	if err != nil {
		return err
	}
	if err := u.callOffSeries(s, run, ""); err != nil {
		return err
	}
	return u.put(s)
}

func inUse(standing bool, err error) error {
	if err == nil && standing {
		err = core.Fail(core.CodeInUse, "kind", string(core.KindDispatch), "n", 1)
	}
	return err
}

package planner

import (
	"context"
	"iter"

	"mentorbook/core"
)

// Bulk work is a group of journal entries in transactions of batchSize items: one giant transaction would be
// slower and hold everything in memory. While a group is being written its id stands in the store's small
// values, so that one cut off by a crash is found and rolled back at the next start. A roll-back takes
// each entry out of the journal with what it changed, so that a crash within it is harmless too; in files of former
// versions the last entry that it has dealt with stands behind the id instead. No step is written in its midst: see update.
const (
	metaGroup = "group"
	batchSize = 1000
)

// Progress is told how many items of a bulk work are done. It may be nil.
type Progress func(done int)

// group is one bulk work in the making.
type group[T any] struct {
	e     *engine
	id    core.ID
	title Title
	args  map[string]string
	next  func() (T, error, bool)
	each  func(*unit, T) error
	wrote bool // any entry yet
	ended bool // the items have come to their end
	kept  bool // never on the undo list
}

// bulk does each item in turn, as one group: one undo, one cancel. On an error, or when ctx ends, all that the
// group did is rolled back and the error returned.
func bulk[T any](ctx context.Context, e *engine, title Title, args map[string]string, progress Progress,
	items iter.Seq2[T, error], each func(*unit, T) error,
) (core.ID, error) {
	return (&group[T]{e: e, title: title, args: args, each: each}).run(ctx, progress, items)
}

// bulkForGood is bulk for what begins a workspace. It can be cancelled, and a crash rolls it back, but it is no
// step that undo takes back: a file without its own record and its owner's could be used for nothing.
func bulkForGood[T any](ctx context.Context, e *engine, title Title, progress Progress,
	items iter.Seq2[T, error], each func(*unit, T) error,
) error {
	_, err := (&group[T]{e: e, title: title, each: each, kept: true}).run(ctx, progress, items)
	return err
}

func (g *group[T]) run(ctx context.Context, progress Progress, items iter.Seq2[T, error]) (core.ID, error) {
	e := g.e
	done, err := e.take(ctx)
	if err != nil {
		return core.ID{}, err
	}
	defer done()
	if err := e.recover(ctx); err != nil { // the mark of this group would make a former one forgotten
		return core.ID{}, err
	}
	release, err := e.Store.Reserve(ctx)
	if err != nil {
		return core.ID{}, err
	}
	defer release()
	next, stop := iter.Pull2(items)
	defer stop()
	g.id, g.next = e.IDs.NewID(), next
	all := 0
	for !g.ended {
		n := 0
		err := e.commit(ctx, func(w Writer) (err error) {
			n, err = g.batch(ctx, w)
			return err
		})
		if err != nil {
			release()
			return core.ID{}, e.abandon(ctx, g.id, err)
		}
		if all += n; progress != nil {
			progress(all)
		}
	}
	if !g.wrote {
		return core.ID{}, nil
	}
	e.tell(Event{Step: g.id, Title: g.title, Args: g.args})
	return g.id, nil
}

// batch does up to batchSize items in one transaction; the one that meets the end closes the group and, unless
// it is for good, puts it on the undo list.
func (g *group[T]) batch(ctx context.Context, w Writer) (int, error) {
	u, err := g.e.newUnit(w)
	if err != nil {
		return 0, err
	}
	u.bulk = true
	n := 0
	for ; n < batchSize; n++ {
		if err := ctx.Err(); err != nil {
			return 0, core.Wrap(core.CodeCancelled, err)
		}
		item, err, ok := g.next()
		if !ok {
			g.ended = true
			break
		}
		if err != nil {
			return 0, err
		}
		if err := g.each(u, item); err != nil {
			return 0, err
		}
	}
	return n, g.close(w, u)
}

func (g *group[T]) close(w Writer, u *unit) error {
	if cs := u.changeSet(g.title, g.args); len(cs.Changes) > 0 {
		g.wrote = true
		cs.Group = g.id
		if err := u.finish(cs); err != nil {
			return err
		}
	}
	if !g.ended {
		return w.SetMeta(metaGroup, g.id[:])
	}
	if err := w.SetMeta(metaGroup, nil); err != nil || !g.wrote || g.kept {
		return err
	}
	return pushUndo(w, groupStep(g.id))
}

// abandon rolls a group back and gives the error that ended it. The work was stopped, its roll-back is not.
func (e *engine) abandon(ctx context.Context, id core.ID, why error) error {
	if err := e.rollBack(context.WithoutCancel(ctx), id); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return core.Wrap(core.CodeCancelled, why)
	}
	return why
}

// Recover rolls back bulk work that a crash cut off. It costs nothing where there is none. Where the disk is full or
// the workspace can only be read it fails with core.CodeUnfinished: all can be read then, with part of that work.
func (e *engine) Recover(ctx context.Context) error {
	done, err := e.take(ctx)
	if err != nil {
		return err
	}
	defer done()
	return e.recover(ctx)
}

func (e *engine) recover(ctx context.Context) error {
	id, err := cutOff(ctx, e.Store)
	if err != nil || id.IsZero() {
		return err
	}
	err = e.rollBack(ctx, id)
	switch code := core.CodeOf(err); code {
	case core.CodeDiskFull, core.CodeReadOnly:
		return core.Fail(core.CodeUnfinished, "kind", string(code))
	}
	return err
}

// CutOff tells whether bulk work was cut off that Recover will have to roll back.
func CutOff(ctx context.Context, s Store) (bool, error) {
	id, err := cutOff(ctx, s)
	return !id.IsZero(), err
}

// cutOff gives the group that is being written, or was when a crash came; zero for none.
func cutOff(ctx context.Context, s Store) (id core.ID, err error) {
	err = s.View(ctx, func(r Reader) error {
		raw, err := r.Meta(metaGroup)
		if len(raw) >= len(id) {
			id = core.ID(raw[:len(id)])
		}
		return err
	})
	return id, err
}

// rollBack makes the entries of a group undone, last first, each in a transaction of its own. Nothing tells of them
// afterwards: what was taken back before it was done is no history, and its texts do not stay in the journal.
func (e *engine) rollBack(ctx context.Context, id core.ID) error {
	sets, err := e.groupEntries(ctx, id)
	if err != nil {
		return err
	}
	for _, cs := range sets {
		err := e.commit(ctx, func(w Writer) error { return e.rollBackEntry(w, id, cs) })
		if err != nil {
			return err
		}
	}
	return e.Store.Update(ctx, func(w Writer) error { return w.SetMeta(metaGroup, nil) })
}

func (e *engine) rollBackEntry(w Writer, id, cs core.ID) error {
	mark, err := w.Meta(metaGroup)
	if err != nil {
		return err
	}
	if len(mark) == 2*len(id) && cs.String() >= core.ID(mark[len(id):]).String() {
		return w.Forget(cs) // the roll-back of a former version has dealt with it before a crash
	}
	was, err := w.Entry(cs)
	if err != nil {
		return err
	}
	u, err := e.newUnit(w)
	if err != nil {
		return err
	}
	u.unmaking = true
	if err := u.invert(was); err != nil {
		return err
	}
	return w.Forget(cs)
}

// groupEntries gives the ids of a group's entries, last first.
func (e *engine) groupEntries(ctx context.Context, id core.ID) ([]core.ID, error) {
	return view(ctx, e, func(r Reader) ([]core.ID, error) {
		var out []core.ID
		for cs, err := range r.Journal(JournalQuery{Group: id, Reverse: true}) {
			if err != nil {
				return nil, err
			}
			out = append(out, cs.ID)
		}
		return out, nil
	})
}

// reverseGroup inverts a whole group as a new group, which goes on the other list. A conflict anywhere leaves
// everything as it was.
func (e *engine) reverseGroup(ctx context.Context, s stepRef, from, to string) (*Step, error) {
	done, err := e.take(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	if err := e.recover(ctx); err != nil {
		return nil, err
	}
	sets, err := e.groupEntries(ctx, s.id())
	if err != nil {
		return nil, err
	}
	if len(sets) == 0 {
		return nil, core.Fail(core.CodeNothingToUndo)
	}
	release, err := e.Store.Reserve(ctx)
	if err != nil {
		return nil, err
	}
	defer release()
	inverse := e.IDs.NewID()
	step, v := &Step{}, newReversal()
	for i, cs := range sets {
		err := e.commit(ctx, func(w Writer) error {
			return e.reverseInGroup(w, inverse, cs, v, i == len(sets)-1, step, from, to)
		})
		if err != nil {
			release()
			return nil, e.abandon(ctx, inverse, err)
		}
	}
	e.tell(Event{Step: inverse, Title: step.Title, Args: step.Args, Undo: true})
	return step, nil
}

func (e *engine) reverseInGroup(w Writer, inverse, cs core.ID, v *reversal, last bool, step *Step, from, to string) error {
	back, err := e.takeBack(w, cs, inverse, v)
	if err != nil {
		return err
	}
	step.add(back)
	if !last {
		return w.SetMeta(metaGroup, inverse[:])
	}
	if err := v.hold(w); err != nil {
		return err
	}
	if err := w.SetMeta(metaGroup, nil); err != nil {
		return err
	}
	step.Passed, err = reversed(w, from, to, groupStep(inverse))
	return err
}

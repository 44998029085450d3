package planner

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"time"

	"mentorbook/core"
)

// unit is one step in the making: it reads and writes through a transaction and remembers, for the journal,
// what each record was and became.
type unit struct {
	Writer
	e       *engine
	now     time.Time
	rev     core.Revision
	changes []Change
	place   map[core.Ref]int // of a record in changes
	bulk    bool             // leave the images of new records out of the journal

	title    Title // what the step turned out to be, where that was not known before; "" for what it was begun as
	unmaking bool  // what it brings back is as it was, to the revision: no step tells of it

	ownerTouched bool // this step wrote who the owner is, or somebody who may be: see today
}

const metaCounter = "counter"

func (e *engine) newUnit(w Writer) (*unit, error) {
	raw, err := w.Meta(metaCounter)
	if err != nil {
		return nil, err
	}
	var n uint64
	if len(raw) > 0 {
		if n, err = strconv.ParseUint(string(raw), 10, 64); err != nil {
			return nil, core.Wrap(core.CodeDamaged, err)
		}
	}
	return &unit{
		Writer: w, e: e, now: e.now().UTC().Truncate(time.Millisecond),
		rev: core.Revision{Device: e.Device, Counter: n + 1}, place: map[core.Ref]int{},
	}, nil
}

func (u *unit) newID() core.ID { return u.e.IDs.NewID() }

// put validates a record, for itself and against those that it names, and writes it, new or changed. A record whose
// content is as before is left alone.
func (u *unit) put(rec core.Record) error {
	if err := u.sound(rec); err != nil {
		return err
	}
	if rec.Base().ID.IsZero() {
		rec.Base().ID = u.newID()
	}
	old, err := u.Get(core.RefOf(rec))
	if core.CodeOf(err) == core.CodeNotFound {
		return u.write(nil, rec)
	}
	if err != nil {
		return err
	}
	was, err := formerOf(old)
	if err != nil {
		return err
	}
	return u.write(was, rec)
}

// replace is put for a record that was read in this step, whose former state was kept then: it is not read again. An
// occurrence that a series gives, which nobody has written yet, has no revision.
func (u *unit) replace(was *former, rec core.Record) error {
	if _, again := u.place[core.RefOf(rec)]; again || was.head.Rev == (core.Revision{}) {
		return u.put(rec)
	}
	if err := u.sound(rec); err != nil {
		return err
	}
	return u.write(was, rec)
}

// sound validates a record, for itself and against those that it names.
func (u *unit) sound(rec core.Record) error {
	if err := rec.Validate(); err != nil {
		return err
	}
	return u.accord(rec)
}

// former is what a record was before it was changed.
type former struct {
	head  core.Head
	image json.RawMessage
	sum   string     // see ContentSum
	keys  []IndexKey // under which it stands in the indexes
}

func formerOf(rec core.Record) (*former, error) {
	image, err := json.Marshal(rec)
	if err != nil {
		return nil, core.Wrap(core.CodeInternal, err)
	}
	sum, err := ContentSum(rec)
	return &former{*rec.Base(), image, sum, IndexKeys(rec)}, err
}

// create is put for a record that is known to be new: it reads nothing.
func (u *unit) create(rec core.Record) error {
	if err := rec.Validate(); err != nil {
		return err
	}
	if rec.Base().ID.IsZero() {
		rec.Base().ID = u.newID()
	}
	return u.write(nil, rec)
}

// write keeps a record whose former state is known, nil where it is new, and notes the change.
func (u *unit) write(was *former, rec core.Record) error {
	h := rec.Base()
	if was == nil && h.Created.IsZero() {
		h.Created = u.now
	}
	sum, err := ContentSum(rec)
	if err != nil {
		return err
	}
	var before json.RawMessage
	h.Parent = core.Revision{}
	if was != nil {
		if was.sum == sum {
			*h = was.head
			return nil
		}
		before = was.image
		h.Created, h.Parent = was.head.Created, was.head.Rev
	}
	h.Rev, h.Updated = u.rev, u.now
	if was == nil {
		err = u.Put(rec)
	} else {
		err = u.Replace(rec, was.keys)
	}
	if err != nil {
		return err
	}
	return u.note(rec, before, sum)
}

func (u *unit) note(rec core.Record, before json.RawMessage, sum string) error {
	c := Change{Ref: core.RefOf(rec), Before: before, Made: before == nil, Sum: sum}
	if !u.bulk || !c.Made {
		var err error
		if c.After, err = json.Marshal(rec); err != nil {
			return core.Wrap(core.CodeInternal, err)
		}
	}
	u.remember(c)
	return nil
}

// remove deletes a record and notes its last state.
func (u *unit) remove(ref core.Ref) error {
	old, err := u.Get(ref)
	if err != nil {
		return err
	}
	before, err := json.Marshal(old)
	if err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	if err := u.Delete(ref); err != nil {
		return err
	}
	u.remember(Change{Ref: ref, Before: before, Gone: true})
	return nil
}

// remember adds a change, or joins it to an earlier one of the same record in this step.
func (u *unit) remember(c Change) {
	i, again := u.place[c.Ref]
	if !again {
		u.place[c.Ref] = len(u.changes)
		u.changes = append(u.changes, c)
		return
	}
	first := u.changes[i]
	c.Before, c.Made = first.Before, first.Made
	u.changes[i] = c
}

// changeSet gives the journal entry of the step: without records that were made and unmade within it.
func (u *unit) changeSet(title Title, args map[string]string) *ChangeSet {
	if u.title != "" {
		title = u.title
	}
	cs := &ChangeSet{ID: u.newID(), At: u.now, Counter: u.rev.Counter, Device: u.e.Device, Title: title, Args: args}
	for _, c := range u.changes {
		if !(c.Made && c.Gone) {
			cs.Changes = append(cs.Changes, c)
		}
	}
	return cs
}

// finish writes the journal entry and moves the revision counter on.
func (u *unit) finish(cs *ChangeSet) error {
	if err := u.Append(cs); err != nil {
		return err
	}
	return u.SetMeta(metaCounter, strconv.AppendUint(nil, u.rev.Counter, 10))
}

// ContentSum gives a short hash of what a record says, without the parts of its head that every write renews.
// Two states of a record with one sum say the same.
func ContentSum(rec core.Record) (string, error) {
	h := rec.Base()
	kept := *h
	h.Rev, h.Parent, h.Updated = core.Revision{}, core.Revision{}, time.Time{}
	raw, err := json.Marshal(rec)
	*h = kept
	if err != nil {
		return "", core.Wrap(core.CodeInternal, err)
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:12]), nil
}

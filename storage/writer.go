package storage

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"slices"
	"time"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// writer changes the file in one transaction.
type writer struct{ reader }

// Put implements planner.Writer.
func (w *writer) Put(rec core.Record) error {
	kind, id := rec.Kind(), rec.Base().ID
	b := w.records(kind)
	if b == nil || id.IsZero() {
		return core.Fail(core.CodeInternal, "reason", "a record without kind or id")
	}
	body, err := json.Marshal(rec)
	if err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	var before []planner.IndexKey
	if old := b.Get(id[:]); old != nil {
		rec, err := decode(kind, id[:], old)
		if err != nil {
			return err
		}
		before = planner.IndexKeys(rec)
	} else if err := w.addCount(kind, 1); err != nil {
		return err
	}
	if err := b.Put(id[:], seal(string(kind), id[:], body)); err != nil {
		return err
	}
	return w.reindex(core.Ref{Kind: kind, ID: id}, before, planner.IndexKeys(rec))
}

// Delete implements planner.Writer.
func (w *writer) Delete(ref core.Ref) error {
	rec, err := w.Get(ref)
	if err != nil {
		return err
	}
	if err := w.records(ref.Kind).Delete(ref.ID[:]); err != nil {
		return err
	}
	if err := w.addCount(ref.Kind, -1); err != nil {
		return err
	}
	return w.reindex(ref, planner.IndexKeys(rec), nil)
}

func (w *writer) addCount(kind core.Kind, n int) error {
	have, err := w.Count(kind)
	if err != nil {
		return err
	}
	return w.tx.Bucket([]byte(bucketCounts)).Put([]byte(kind), binary.BigEndian.AppendUint64(nil, uint64(have+n)))
}

// reindex brings the entries of a record from what they were to what they are to be.
func (w *writer) reindex(ref core.Ref, before, now []planner.IndexKey) error {
	for _, key := range before {
		if slices.ContainsFunc(now, func(k planner.IndexKey) bool { return sameKey(k, key) }) {
			continue
		}
		b, err := w.index(key.Index)
		if err != nil {
			return err
		}
		if err := b.Delete(indexKey(key.Of, key.At, ref.ID)); err != nil {
			return err
		}
	}
	for _, key := range now {
		if slices.ContainsFunc(before, func(k planner.IndexKey) bool { return sameKey(k, key) }) {
			continue
		}
		b, err := w.index(key.Index)
		if err != nil {
			return err
		}
		if err := b.Put(indexKey(key.Of, key.At, ref.ID), []byte(ref.Kind)); err != nil {
			return err
		}
	}
	return nil
}

func sameKey(a, b planner.IndexKey) bool {
	return a.Index == b.Index && a.Of == b.Of && a.At.Equal(b.At)
}

func (w *writer) index(name planner.Index) (*bbolt.Bucket, error) {
	return w.tx.CreateBucketIfNotExists([]byte(prefixIndex + string(name)))
}

// SetMeta implements planner.Writer.
func (w *writer) SetMeta(name string, value []byte) error {
	b := w.tx.Bucket([]byte(bucketPlanner))
	if value == nil {
		return b.Delete([]byte(name))
	}
	return b.Put([]byte(name), seal(bucketPlanner, []byte(name), value))
}

// Append implements planner.Writer.
func (w *writer) Append(cs *planner.ChangeSet) error {
	if err := w.putEntry(cs); err != nil {
		return err
	}
	by := w.tx.Bucket([]byte(bucketByRecord))
	for _, c := range cs.Changes {
		if err := by.Put(pair(c.Ref.ID, cs.ID), nil); err != nil {
			return err
		}
	}
	if cs.Group.IsZero() {
		return nil
	}
	return w.tx.Bucket([]byte(bucketByGroup)).Put(pair(cs.Group, cs.ID), nil)
}

func (w *writer) putEntry(cs *planner.ChangeSet) error {
	body, err := json.Marshal(cs)
	if err != nil {
		return core.Wrap(core.CodeInternal, err)
	}
	return w.tx.Bucket([]byte(bucketJournal)).Put(cs.ID[:], seal(bucketJournal, cs.ID[:], body))
}

func pair(a, b core.ID) []byte { return append(append(make([]byte, 0, 32), a[:]...), b[:]...) }

// TrimJournal implements planner.Writer. It begins where the last trimming ended.
func (w *writer) TrimJournal(before time.Time, limit int) (int, error) {
	const mark = "trimmed"
	from, err := w.Meta(mark)
	if err != nil {
		return 0, err
	}
	var old []*planner.ChangeSet
	c := w.tx.Bucket([]byte(bucketJournal)).Cursor()
	for k, v := c.Seek(from); k != nil && len(old) < limit; k, v = c.Next() {
		if bytes.Equal(k, from) {
			continue
		}
		cs, err := decodeEntry(k, v)
		if err != nil {
			return 0, err
		}
		if !cs.At.Before(before) {
			break
		}
		old = append(old, cs)
	}
	for _, cs := range old {
		cs.Trimmed = true
		for i := range cs.Changes {
			cs.Changes[i].Before, cs.Changes[i].After = nil, nil
		}
		if err := w.putEntry(cs); err != nil {
			return 0, err
		}
		if err := w.SetMeta(mark, cs.ID[:]); err != nil {
			return 0, err
		}
	}
	return len(old), nil
}

// ScrubJournal implements planner.Writer.
func (w *writer) ScrubJournal(refs []core.Ref) error {
	gone := map[core.Ref]bool{}
	touched := map[core.ID]bool{}
	for _, ref := range refs {
		gone[ref] = true
		c := w.tx.Bucket([]byte(bucketByRecord)).Cursor()
		for k, _ := c.Seek(ref.ID[:]); k != nil && bytes.HasPrefix(k, ref.ID[:]); k, _ = c.Next() {
			touched[core.ID(k[16:])] = true
		}
	}
	for id := range touched {
		cs, err := w.Entry(id)
		if err != nil {
			return err
		}
		cs.Args, cs.Trimmed = nil, true
		for i, c := range cs.Changes {
			if gone[c.Ref] {
				cs.Changes[i].Before, cs.Changes[i].After = nil, nil
			}
		}
		if err := w.putEntry(cs); err != nil {
			return err
		}
	}
	return nil
}

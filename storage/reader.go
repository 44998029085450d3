package storage

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"iter"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// reader reads one state of the file. What it gives is decoded, and shares no memory with it.
type reader struct{ tx *bbolt.Tx }

func (r *reader) records(kind core.Kind) *bbolt.Bucket {
	return r.tx.Bucket([]byte(prefixRecords + string(kind)))
}

// Get implements planner.Reader.
func (r *reader) Get(ref core.Ref) (core.Record, error) {
	b := r.records(ref.Kind)
	if b == nil {
		return nil, core.Fail(core.CodeNotFound, "kind", string(ref.Kind), "id", ref.ID.String())
	}
	value := b.Get(ref.ID[:])
	if value == nil {
		return nil, core.Fail(core.CodeNotFound, "kind", string(ref.Kind), "id", ref.ID.String())
	}
	return decode(ref.Kind, ref.ID[:], value)
}

// decode reads a record, and refuses one that stands under another's key.
func decode(kind core.Kind, key, value []byte) (core.Record, error) {
	body, err := unseal(string(kind), key, value)
	if err != nil {
		return nil, err
	}
	rec, ok := core.New(kind)
	if !ok {
		return nil, core.Fail(core.CodeDamaged, "reason", "unknown kind "+string(kind))
	}
	if err := json.Unmarshal(body, rec); err != nil {
		return nil, core.Fail(core.CodeDamaged, "reason", "a record that can't be read in "+string(kind))
	}
	if id := rec.Base().ID; !bytes.Equal(id[:], key) {
		return nil, core.Fail(core.CodeDamaged, "reason", "a record under another's key in "+string(kind))
	}
	return rec, nil
}

// All implements planner.Reader.
func (r *reader) All(kind core.Kind) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		b := r.records(kind)
		if b == nil {
			return
		}
		c := b.Cursor()
		for k, v := c.First(); k != nil; k, v = c.Next() {
			rec, err := decode(kind, k, v)
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

// Scan implements planner.Reader.
func (r *reader) Scan(q planner.Query) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		for entry, err := range r.Keys(q) {
			var rec core.Record
			if err == nil {
				rec, err = r.Get(entry.Ref)
			}
			if core.CodeOf(err) == core.CodeNotFound {
				err = core.Fail(core.CodeDamaged, "reason", "an index entry without its record in "+string(q.Index))
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

// Keys implements planner.Reader.
func (r *reader) Keys(q planner.Query) iter.Seq2[planner.IndexEntry, error] {
	return func(yield func(planner.IndexEntry, error) bool) {
		b := r.tx.Bucket([]byte(prefixIndex + string(q.Index)))
		if b == nil {
			return // nothing was ever put into it
		}
		low, high := bounds(q)
		c := b.Cursor()
		k, v := start(c, low, high, q.Reverse)
		for n := 0; k != nil && inside(k, low, high); n++ {
			if q.Limit > 0 && n == q.Limit {
				return
			}
			of, at, id, ok := splitIndexKey(k)
			if !ok || len(v) == 0 {
				yield(planner.IndexEntry{}, core.Fail(core.CodeDamaged, "reason", "a broken entry in "+string(q.Index)))
				return
			}
			if !yield(planner.IndexEntry{Of: of, At: at, Ref: core.Ref{Kind: core.Kind(v), ID: id}}, nil) {
				return
			}
			if q.Reverse {
				k, v = c.Prev()
			} else {
				k, v = c.Next()
			}
		}
	}
}

// bounds gives the keys between which a query looks: low included, high not; nil is no bound.
func bounds(q planner.Query) (low, high []byte) {
	low = append([]byte{}, q.Of[:]...)
	if !q.From.IsZero() {
		low = appendTime(low, q.From)
	}
	if !q.To.IsZero() {
		return low, appendTime(append([]byte{}, q.Of[:]...), q.To)
	}
	return low, after(q.Of[:])
}

// after gives the first key behind all that begin with a prefix; nil where there is none.
func after(prefix []byte) []byte {
	out := bytes.Clone(prefix)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i]++; out[i] != 0 {
			return out[:i+1]
		}
	}
	return nil
}

func inside(k, low, high []byte) bool {
	return bytes.Compare(k, low) >= 0 && (high == nil || bytes.Compare(k, high) < 0)
}

func start(c *bbolt.Cursor, low, high []byte, reverse bool) (k, v []byte) {
	if !reverse {
		return c.Seek(low)
	}
	if high == nil {
		return c.Last()
	}
	if k, _ = c.Seek(high); k == nil {
		return c.Last()
	}
	return c.Prev()
}

// Count implements planner.Reader.
func (r *reader) Count(kind core.Kind) (int, error) {
	raw := r.tx.Bucket([]byte(bucketCounts)).Get([]byte(kind))
	if raw == nil {
		return 0, nil
	}
	if len(raw) != 8 {
		return 0, core.Fail(core.CodeDamaged, "reason", "a broken count of "+string(kind))
	}
	return int(binary.BigEndian.Uint64(raw)), nil
}

// Meta implements planner.Reader.
func (r *reader) Meta(name string) ([]byte, error) {
	value := r.tx.Bucket([]byte(bucketPlanner)).Get([]byte(name))
	if value == nil {
		return nil, nil
	}
	body, err := unseal(bucketPlanner, []byte(name), value)
	return bytes.Clone(body), err
}

// Entry implements planner.Reader.
func (r *reader) Entry(id core.ID) (*planner.ChangeSet, error) {
	value := r.tx.Bucket([]byte(bucketJournal)).Get(id[:])
	if value == nil {
		return nil, core.Fail(core.CodeNotFound, "kind", bucketJournal, "id", id.String())
	}
	return decodeEntry(id[:], value)
}

func decodeEntry(key, value []byte) (*planner.ChangeSet, error) {
	body, err := unseal(bucketJournal, key, value)
	if err != nil {
		return nil, err
	}
	cs := new(planner.ChangeSet)
	if err := json.Unmarshal(body, cs); err != nil || !bytes.Equal(cs.ID[:], key) {
		return nil, core.Fail(core.CodeDamaged, "reason", "a journal entry that can't be read")
	}
	return cs, nil
}

// Journal implements planner.Reader.
func (r *reader) Journal(q planner.JournalQuery) iter.Seq2[*planner.ChangeSet, error] {
	bucket, prefix := bucketJournal, []byte{}
	switch {
	case !q.Record.IsZero():
		bucket, prefix = bucketByRecord, q.Record.ID[:]
	case !q.Group.IsZero():
		bucket, prefix = bucketByGroup, q.Group[:]
	}
	return func(yield func(*planner.ChangeSet, error) bool) {
		c := r.tx.Bucket([]byte(bucket)).Cursor()
		high := after(prefix)
		if len(prefix) == 0 {
			high = nil
		}
		k, _ := start(c, prefix, high, q.Reverse)
		for n := 0; k != nil && inside(k, prefix, high) && (q.Limit == 0 || n < q.Limit); n++ {
			cs, err := r.Entry(core.ID(k[len(k)-16:]))
			if !yield(cs, err) || err != nil {
				return
			}
			if q.Reverse {
				k, _ = c.Prev()
			} else {
				k, _ = c.Next()
			}
		}
	}
}

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
type reader struct {
	tx     *bbolt.Tx
	writes int               // how many changes were made so far; walks look at it
	tables map[string]*table // that a transaction writes to; nil for one that reads
}

// bucket gives a bucket; nil where it is not in the file yet.
func (r *reader) bucket(name string) (b *bbolt.Bucket, err error) {
	if r.tx == nil {
		return nil, core.Fail(core.CodeInternal, "reason", "a transaction is used after its end")
	}
	err = step(func() error {
		b = r.tx.Bucket([]byte(name))
		return nil
	})
	return b, err
}

// take looks a key up and hands its value, in the file's memory, to use within a step. It tells whether there
// was one.
func (r *reader) take(bucket string, key []byte, use func(value []byte) error) (found bool, err error) {
	b, err := r.bucket(bucket)
	if err != nil || b == nil {
		return false, err
	}
	err = step(func() error {
		value := b.Get(key)
		if found = value != nil; !found {
			return nil
		}
		return use(value)
	})
	return found, err
}

// each hands the entries of a walk to decode, within a step, and calls give outside of it until that has enough.
// It tells how many there were, and whether it came to the end with nothing changed under way.
func (r *reader) each(bucket string, w *walk, decode func(key, value []byte) error, give func() bool) (n int, whole bool, err error) {
	if w.bucket, err = r.bucket(bucket); err != nil {
		return 0, false, err
	}
	for first := r.writes; ; n++ {
		if r.tx == nil {
			return n, false, core.Fail(core.CodeInternal, "reason", "a transaction is used after its end")
		}
		more, err := w.next(r.writes, decode)
		if err != nil || !more {
			return n, err == nil && first == r.writes, err
		}
		if !give() {
			return n + 1, false, nil
		}
	}
}

// Get implements planner.Reader.
func (r *reader) Get(ref core.Ref) (core.Record, error) {
	var rec core.Record
	found, err := r.take(prefixRecords+string(ref.Kind), ref.ID[:], func(value []byte) (err error) {
		rec, err = decode(ref.Kind, ref.ID[:], value)
		return err
	})
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, core.Fail(core.CodeNotFound, "kind", string(ref.Kind), "id", ref.ID.String())
	}
	return rec, nil
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

// All implements planner.Reader. At the end of a whole walk what it met is compared with the count: a page that
// dropped out of the file's tree is found by that.
func (r *reader) All(kind core.Kind) iter.Seq2[core.Record, error] { return r.all(kind, false) }

// Newest implements planner.Reader.
func (r *reader) Newest(kind core.Kind) iter.Seq2[core.Record, error] { return r.all(kind, true) }

func (r *reader) all(kind core.Kind, reverse bool) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		var rec core.Record
		n, whole, err := r.each(prefixRecords+string(kind), &walk{reverse: reverse}, func(key, value []byte) (err error) {
			rec, err = decode(kind, key, value)
			return err
		}, func() bool { return yield(rec, nil) })
		if err == nil && whole {
			err = r.countMatches(prefixRecords+string(kind), n)
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

// Scan implements planner.Reader.
func (r *reader) Scan(q planner.Query) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		for entry, err := range r.Keys(q) {
			var rec core.Record
			if err == nil {
				rec, err = r.entryRecord(q.Index, entry)
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

// entryRecord gets what an index entry points at, and makes sure that it belongs there. The time is left out
// of that: newer rules of a zone may give another one than the entry was made by.
func (r *reader) entryRecord(index planner.Index, entry planner.IndexEntry) (core.Record, error) {
	rec, err := r.Get(entry.Ref)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil, core.Fail(core.CodeDamaged, "reason", "an index entry without its record in "+string(index))
	}
	if err != nil {
		return nil, err
	}
	if planner.Indexed(rec, index, entry.Of) {
		return rec, nil
	}
	return nil, core.Fail(core.CodeDamaged, "reason", "an index entry of another record in "+string(index))
}

// Keys implements planner.Reader.
func (r *reader) Keys(q planner.Query) iter.Seq2[planner.IndexEntry, error] {
	return func(yield func(planner.IndexEntry, error) bool) {
		w := &walk{reverse: q.Reverse}
		w.low, w.high = bounds(q)
		var entry planner.IndexEntry
		n := 0
		_, _, err := r.each(prefixIndex+string(q.Index), w, func(key, value []byte) (err error) {
			entry, err = readEntry(q.Index, key, value)
			return err
		}, func() bool {
			n++
			return yield(entry, nil) && n != q.Limit
		})
		if err != nil {
			yield(planner.IndexEntry{}, err)
		}
	}
}

// bounds gives the keys between which a query looks: low included, high not; nil is no bound.
func bounds(q planner.Query) (low, high []byte) {
	if q.All {
		return nil, nil
	}
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

// Count implements planner.Reader.
func (r *reader) Count(kind core.Kind) (int, error) { return r.count(prefixRecords + string(kind)) }

// count gives how many entries a bucket counts, with what the transaction has changed.
func (r *reader) count(bucket string) (n int, err error) {
	if t := r.tables[bucket]; t != nil {
		return t.count, nil
	}
	_, err = r.take(bucketCounts, []byte(bucket), func(value []byte) error {
		n, err = readCount(bucket, value)
		return err
	})
	return n, err
}

func readCount(bucket string, value []byte) (int, error) {
	body, err := unseal(bucketCounts, []byte(bucket), value)
	if err == nil && len(body) != 8 {
		err = core.Fail(core.CodeDamaged, "reason", "a broken count of "+bucket)
	}
	if err != nil {
		return 0, err
	}
	return int(binary.BigEndian.Uint64(body)), nil
}

func (r *reader) countMatches(bucket string, n int) error {
	want, err := r.count(bucket)
	if err == nil && want != n {
		err = core.Fail(core.CodeDamaged, "reason", "entries are missing in "+bucket)
	}
	return err
}

// Meta implements planner.Reader.
func (r *reader) Meta(name string) ([]byte, error) { return r.small(bucketPlanner, name) }

// small gives a copy of a small value; nil where there is none.
func (r *reader) small(bucket, name string) (out []byte, err error) {
	_, err = r.take(bucket, []byte(name), func(value []byte) error {
		body, err := unseal(bucket, []byte(name), value)
		out = append([]byte{}, body...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Entry implements planner.Reader.
func (r *reader) Entry(id core.ID) (*planner.ChangeSet, error) {
	var cs *planner.ChangeSet
	found, err := r.take(bucketJournal, id[:], func(value []byte) (err error) {
		cs, err = decodeEntry(id[:], value)
		return err
	})
	if err == nil && !found {
		err = core.Fail(core.CodeNotFound, "kind", bucketJournal, "id", id.String())
	}
	if err != nil {
		return nil, err
	}
	return cs, nil
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

// Journal implements planner.Reader. The journal is in the order of its entries' ids, which is that of their making.
func (r *reader) Journal(q planner.JournalQuery) iter.Seq2[*planner.ChangeSet, error] {
	return func(yield func(*planner.ChangeSet, error) bool) {
		n := 0
		give := func(cs *planner.ChangeSet) bool {
			n++
			return yield(cs, nil) && n != q.Limit
		}
		var err error
		switch {
		case !q.Record.IsZero():
			err = r.paired(bucketByRecord, q.Record.ID, q.Reverse, func(cs *planner.ChangeSet) bool {
				return !q.Group.IsZero() && cs.Group != q.Group || give(cs)
			})
		case !q.Group.IsZero():
			err = r.paired(bucketByGroup, q.Group, q.Reverse, give)
		default:
			err = r.entries(q.Reverse, give)
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

func (r *reader) entries(reverse bool, give func(*planner.ChangeSet) bool) error {
	var cs *planner.ChangeSet
	n, whole, err := r.each(bucketJournal, &walk{reverse: reverse}, func(key, value []byte) (err error) {
		cs, err = decodeEntry(key, value)
		return err
	}, func() bool { return give(cs) })
	if err == nil && whole {
		err = r.countMatches(bucketJournal, n)
	}
	return err
}

// paired walks the entries that are paired with an id.
func (r *reader) paired(bucket string, with core.ID, reverse bool, give func(*planner.ChangeSet) bool) error {
	var id core.ID
	var failed error
	w := &walk{low: with[:], high: after(with[:]), reverse: reverse}
	_, _, err := r.each(bucket, w, func(key, value []byte) (err error) {
		id, err = readPair(bucket, key, value)
		return err
	}, func() bool {
		cs, err := r.Entry(id)
		if core.CodeOf(err) == core.CodeNotFound {
			err = core.Fail(core.CodeDamaged, "reason", "a journal entry is missing")
		}
		failed = err
		return err == nil && give(cs)
	})
	if err == nil {
		err = failed
	}
	return err
}

package storage

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// writer changes the file in one transaction.
type writer struct {
	reader
	scratch bytes.Buffer
	opt     Options
	noted   map[core.Zone]bool // zones that the file is known to remember
	quiet   bool               // what is written is no change to the workspace
	notes   int                // how many of the changes were to values of SetMeta: alone they are none to what people wrote
	bytes   int                // that were put
}

// table is a bucket that is being written to, with its count.
type table struct {
	bucket *bbolt.Bucket
	count  int
	was    int // the count as it stands in the file
}

func newWriter(tx *bbolt.Tx, opt Options) *writer {
	return &writer{reader: reader{tx: tx, tables: map[string]*table{}}, opt: opt, noted: map[core.Zone]bool{}}
}

// appended tells buckets that mostly grow at their end: their pages are filled well.
func appended(name string) bool {
	return strings.HasPrefix(name, prefixRecords) || name == bucketJournal || name == bucketByRecord || name == bucketByGroup
}

// table gives a bucket to write to, and makes it where it is not in the file yet.
func (w *writer) table(name string) (*table, error) {
	if t := w.tables[name]; t != nil {
		return t, nil
	}
	n, err := w.count(name)
	if err != nil {
		return nil, err
	}
	t := &table{count: n, was: n}
	err = step(func() (err error) {
		t.bucket, err = w.tx.CreateBucketIfNotExists([]byte(name))
		if err == nil && appended(name) {
			t.bucket.FillPercent = 0.9
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	w.tables[name] = t
	return t, nil
}

// put keeps a value; it must not change until the transaction's end.
func (w *writer) put(name string, key, value []byte) error {
	t, err := w.table(name)
	if err != nil {
		return err
	}
	w.writes++
	w.bytes += len(key) + len(value)
	return step(func() error {
		if t.bucket.Get(key) == nil {
			t.count++
		}
		return t.bucket.Put(key, value)
	})
}

// remove drops a key; one that is not there is no error.
func (w *writer) remove(name string, key []byte) error {
	t, err := w.table(name)
	if err != nil {
		return err
	}
	w.writes++
	return step(func() error {
		if t.bucket.Get(key) == nil {
			return nil
		}
		t.count--
		return t.bucket.Delete(key)
	})
}

// sealed gives the value that keeps v as JSON.
func (w *writer) sealed(name string, key []byte, v any) ([]byte, error) {
	w.scratch.Reset()
	enc := json.NewEncoder(&w.scratch)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, core.Wrap(core.CodeInternal, err)
	}
	return seal(name, key, bytes.TrimSuffix(w.scratch.Bytes(), []byte("\n"))), nil
}

// finish counts the transaction and writes the counts of its buckets. It tells whether there is anything to
// commit.
func (w *writer) finish() (bool, error) {
	if w.writes == 0 {
		return false, nil
	}
	if !w.quiet && w.writes > w.notes {
		n, err := w.changes()
		if err != nil {
			return false, err
		}
		if err := w.setSmall(bucketMeta, keyChanges, strconv.AppendUint(nil, n+1, 10)); err != nil {
			return false, err
		}
	}
	for name, t := range w.tables {
		if t.count == t.was {
			continue
		}
		value := seal(bucketCounts, []byte(name), binary.BigEndian.AppendUint64(nil, uint64(t.count)))
		if err := step(func() error { return w.tx.Bucket([]byte(bucketCounts)).Put([]byte(name), value) }); err != nil {
			return false, err
		}
	}
	return true, nil
}

// changes tells how many transactions have changed anything.
func (r *reader) changes() (uint64, error) {
	raw, err := r.small(bucketMeta, keyChanges)
	if err != nil || raw == nil {
		return 0, err
	}
	n, err := strconv.ParseUint(string(raw), 10, 64)
	if err != nil {
		return 0, core.Fail(core.CodeDamaged, "reason", "a broken count of changes")
	}
	return n, nil
}

// Put implements planner.Writer.
func (w *writer) Put(rec core.Record) error {
	kind, id := rec.Kind(), rec.Base().ID
	if !kind.Valid() || id.IsZero() {
		return core.Fail(core.CodeInternal, "reason", "a record without kind or id")
	}
	var had []planner.IndexKey
	_, err := w.take(prefixRecords+string(kind), id[:], func(value []byte) error {
		old, err := decode(kind, id[:], value)
		if err == nil {
			had = planner.IndexKeys(old)
		}
		return err
	})
	if err != nil {
		return err
	}
	return w.Replace(rec, had)
}

// Replace implements planner.Writer.
func (w *writer) Replace(rec core.Record, had []planner.IndexKey) error {
	ref := core.RefOf(rec)
	value, err := w.sealed(string(ref.Kind), ref.ID[:], rec)
	if err != nil {
		return err
	}
	if err := w.put(prefixRecords+string(ref.Kind), ref.ID[:], value); err != nil {
		return err
	}
	if err := w.noteZone(rec); err != nil {
		return err
	}
	return w.reindex(ref, had, planner.IndexKeys(rec))
}

// Delete implements planner.Writer.
func (w *writer) Delete(ref core.Ref) error {
	rec, err := w.Get(ref)
	if err != nil {
		return err
	}
	if err := w.remove(prefixRecords+string(ref.Kind), ref.ID[:]); err != nil {
		return err
	}
	return w.reindex(ref, planner.IndexKeys(rec), nil)
}

// spot is one place of a record in one index.
type spot struct {
	index planner.Index
	key   [indexKeySize]byte
}

func spots(keys []planner.IndexKey, id core.ID) map[spot]bool {
	out := make(map[spot]bool, len(keys))
	for _, k := range keys {
		out[spot{k.Index, [indexKeySize]byte(indexKey(k.Of, k.At, id))}] = true
	}
	return out
}

// reindex brings the entries of a record from what they were to what they are to be.
func (w *writer) reindex(ref core.Ref, before, now []planner.IndexKey) error {
	had, want := spots(before, ref.ID), spots(now, ref.ID)
	for s := range had {
		if want[s] {
			continue
		}
		if err := w.remove(prefixIndex+string(s.index), s.key[:]); err != nil {
			return err
		}
	}
	for s := range want {
		if had[s] {
			continue
		}
		if err := w.put(prefixIndex+string(s.index), s.key[:], entryValue(s.index, s.key[:], ref.Kind)); err != nil {
			return err
		}
	}
	return nil
}

// SetMeta implements planner.Writer.
func (w *writer) SetMeta(name string, value []byte) error {
	had := w.writes
	err := w.setSmall(bucketPlanner, name, value)
	w.notes += w.writes - had
	return err
}

func (w *writer) setSmall(bucket, name string, value []byte) error {
	if value == nil {
		return w.remove(bucket, []byte(name))
	}
	return w.put(bucket, []byte(name), seal(bucket, []byte(name), value))
}

// Append implements planner.Writer.
func (w *writer) Append(cs *planner.ChangeSet) error {
	if cs.ID.IsZero() {
		return core.Fail(core.CodeInternal, "reason", "a journal entry without an id")
	}
	if err := w.putEntry(cs); err != nil {
		return err
	}
	for _, c := range cs.Changes {
		if err := w.putPair(bucketByRecord, c.Ref.ID, cs.ID); err != nil {
			return err
		}
	}
	if !cs.Group.IsZero() {
		if err := w.putPair(bucketByGroup, cs.Group, cs.ID); err != nil {
			return err
		}
	}
	// A clock that was put back gives an id among older ones: trimming looks at those again.
	mark, err := w.small(bucketMeta, keyTrimmed)
	if err == nil && bytes.Compare(mark, cs.ID[:]) > 0 {
		err = w.setSmall(bucketMeta, keyTrimmed, nil)
	}
	return err
}

// Forget implements planner.Writer.
func (w *writer) Forget(entry core.ID) error {
	cs, err := w.Entry(entry)
	if err != nil {
		return err
	}
	for _, c := range cs.Changes {
		if err := w.remove(bucketByRecord, pairKey(c.Ref.ID, entry)); err != nil {
			return err
		}
	}
	if !cs.Group.IsZero() {
		if err := w.remove(bucketByGroup, pairKey(cs.Group, entry)); err != nil {
			return err
		}
	}
	return w.remove(bucketJournal, entry[:])
}

func (w *writer) putEntry(cs *planner.ChangeSet) error {
	value, err := w.sealed(bucketJournal, cs.ID[:], cs)
	if err != nil {
		return err
	}
	return w.put(bucketJournal, cs.ID[:], value)
}

func (w *writer) putPair(bucket string, a, b core.ID) error {
	key := pairKey(a, b)
	return w.put(bucket, key, pairValue(bucket, key))
}

func pairKey(a, b core.ID) []byte { return append(append(make([]byte, 0, 32), a[:]...), b[:]...) }

// TrimJournal implements planner.Writer. It begins where the last trimming ended.
func (w *writer) TrimJournal(before time.Time, limit int) (int, error) {
	mark, err := w.small(bucketMeta, keyTrimmed)
	if err != nil {
		return 0, err
	}
	var low []byte
	if mark != nil {
		low = append(bytes.Clone(mark), 0)
	}
	var ids []core.ID
	var cs *planner.ChangeSet
	_, _, err = w.each(bucketJournal, &walk{low: low}, func(key, value []byte) (err error) {
		cs, err = decodeEntry(key, value)
		return err
	}, func() bool {
		if !cs.At.Before(before) {
			return false
		}
		ids = append(ids, cs.ID)
		return limit <= 0 || len(ids) < limit
	})
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	for _, id := range ids {
		if err := w.trim(id); err != nil {
			return 0, err
		}
	}
	return len(ids), w.setSmall(bucketMeta, keyTrimmed, ids[len(ids)-1][:])
}

// trim takes the images out of one entry; one that has none stays as it is.
func (w *writer) trim(id core.ID) error {
	cs, err := w.Entry(id)
	if err != nil {
		return err
	}
	images := false
	for i := range cs.Changes {
		c := &cs.Changes[i]
		images = images || c.Before != nil || c.After != nil
		c.Before, c.After = nil, nil
	}
	if !images {
		return nil
	}
	cs.Trimmed = true
	return w.putEntry(cs)
}

// ScrubJournal implements planner.Writer. It takes the sums of the records' contents out too, since a short text
// can be guessed from its sum. An entry without all of its images can't be taken back any more, and says so.
func (w *writer) ScrubJournal(refs []core.Ref) error {
	gone := make(map[core.Ref]bool, len(refs))
	touched := map[core.ID]bool{}
	for _, ref := range refs {
		gone[ref] = true
		for cs, err := range w.Journal(planner.JournalQuery{Record: ref}) {
			if err != nil {
				return err
			}
			touched[cs.ID] = true
		}
	}
	for id := range touched {
		cs, err := w.Entry(id)
		if err != nil {
			return err
		}
		for i := range cs.Changes {
			if c := &cs.Changes[i]; gone[c.Ref] {
				c.Before, c.After, c.Sum = nil, nil, ""
			}
		}
		cs.Args, cs.Trimmed = nil, true
		if err := w.putEntry(cs); err != nil {
			return err
		}
	}
	return nil
}

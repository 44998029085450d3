package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// today measures the first screen's data out of the large workspace. The yardstick visits each record and index
// entry that it read once, by cursors over the bare file, with its JSON decoded or not.
func today(decode bool) func(context.Context, *lab) ([]pair, error) {
	return func(ctx context.Context, l *lab) ([]pair, error) {
		path, err := l.workspace(ctx, l.largeSample())
		if err != nil {
			return nil, err
		}
		seen := &reads{records: map[core.Ref]bool{}, walks: map[walked]bool{}}
		if _, err := l.readToday(ctx, path, seen); err != nil {
			return nil, err
		}
		l.say("Today reads %d records and %d index entries", len(seen.records), len(seen.walks))
		var pairs []pair
		for range l.rounds(15) {
			var p pair
			if p.ours, err = l.readToday(ctx, path, nil); err != nil {
				return nil, err
			}
			if p.bare, err = seen.again(path, decode); err != nil {
				return nil, err
			}
			pairs = append(pairs, p)
		}
		return pairs, nil
	}
}

// readToday opens the workspace and reads Today once, seen or not.
func (l *lab) readToday(ctx context.Context, path string, seen *reads) (ms float64, err error) {
	p, shut, err := l.planner(ctx, path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, shut()) }()
	if seen != nil {
		p.Store = watched{Store: p.Store, seen: seen}
	}
	return took(func() error {
		t, err := p.Today(ctx)
		if err == nil && len(t.Needs) == 0 {
			err = errors.New("nothing needs anybody: this is not the large sample")
		}
		return err
	})
}

// reads is what was read of a workspace, each thing once.
type reads struct {
	records map[core.Ref]bool // whether it is there: an id is looked up in the kinds that it may be of
	walks   map[walked]bool
}

// walked is one entry that a walk through an index came by.
type walked struct {
	index planner.Index
	entry planner.IndexEntry
}

// watched is a store whose readers are watched.
type watched struct {
	planner.Store

	seen *reads
}

// View implements planner.Store.
func (w watched) View(ctx context.Context, read func(planner.Reader) error) error {
	return w.Store.View(ctx, func(r planner.Reader) error { return read(watchedReader{Reader: r, seen: w.seen}) })
}

type watchedReader struct {
	planner.Reader

	seen *reads
}

// Get implements planner.Reader.
func (r watchedReader) Get(ref core.Ref) (core.Record, error) {
	rec, err := r.Reader.Get(ref)
	r.seen.records[ref] = err == nil
	return rec, err
}

// Keys implements planner.Reader.
func (r watchedReader) Keys(q planner.Query) iter.Seq2[planner.IndexEntry, error] {
	return func(yield func(planner.IndexEntry, error) bool) {
		for e, err := range r.Reader.Keys(q) {
			r.seen.walks[walked{q.Index, e}] = true
			if !yield(e, err) {
				return
			}
		}
	}
}

// Scan implements planner.Reader.
func (r watchedReader) Scan(q planner.Query) iter.Seq2[core.Record, error] {
	return func(yield func(core.Record, error) bool) {
		for e, err := range r.Keys(q) {
			var rec core.Record
			if err == nil {
				rec, err = r.Get(e.Ref)
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

// again reads the same by the database's own cursors, each bucket in the order of its keys.
func (s *reads) again(path string, decode bool) (ms float64, err error) {
	keys := map[string][]sought{}
	for ref, there := range s.records {
		keys["r."+string(ref.Kind)] = append(keys["r."+string(ref.Kind)], sought{ref.ID[:], there})
	}
	for w := range s.walks {
		keys["i."+string(w.index)] = append(keys["i."+string(w.index)], sought{w.key(), true})
	}
	for _, k := range keys {
		slices.SortFunc(k, func(a, b sought) int { return bytes.Compare(a.key, b.key) })
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return took(func() error {
		return db.View(func(tx *bbolt.Tx) error {
			for bucket, keys := range keys {
				if err := visit(tx, bucket, keys, decode); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// key is that of the entry in the file: of | seconds and nanoseconds | id.
func (w walked) key() []byte {
	k := slices.Clone(w.entry.Of[:])
	k = binary.BigEndian.AppendUint64(k, uint64(w.entry.At.Unix())^(1<<63))
	k = binary.BigEndian.AppendUint32(k, uint32(w.entry.At.Nanosecond()))
	return append(k, w.entry.Ref.ID[:]...)
}

// sought is a key, and whether it is in the file.
type sought struct {
	key   []byte
	there bool
}

// visit finds each key by a cursor, the next one first where that is it, and reads its value.
func visit(tx *bbolt.Tx, bucket string, keys []sought, decode bool) error {
	const header = 6 // of a value, before its JSON
	c := tx.Bucket([]byte(bucket)).Cursor()
	var at, value []byte
	sum := 0
	found := 0
	for _, k := range keys {
		if at != nil {
			at, value = c.Next()
		}
		if !bytes.Equal(at, k.key) {
			at, value = c.Seek(k.key)
		}
		if bytes.Equal(at, k.key) != k.there {
			return fmt.Errorf("%s has %x: %v", bucket, k.key, !k.there)
		}
		if !k.there {
			continue
		}
		found++
		for i := 0; i < len(value); i += 64 { // each line of memory, so that it is read and not only found
			sum += int(value[i])
		}
		if decode && bucket[0] == 'r' {
			rec, ok := core.New(core.Kind(bucket[2:]))
			if !ok {
				return fmt.Errorf("%s holds no records", bucket)
			}
			if err := json.Unmarshal(value[header:], rec); err != nil {
				return err
			}
		}
	}
	if found > 0 && sum == 0 {
		return fmt.Errorf("%s holds nothing", bucket)
	}
	return nil
}

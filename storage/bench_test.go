//go:build linux

package storage

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// BenchmarkUseCase writes one record with its index entries and journal entry, as a use-case does.
func BenchmarkUseCase(b *testing.B) {
	s := newStore(b)
	fill(b, s, 2000)
	n := uint64(0)
	for b.Loop() {
		n++
		rec := sampleRecord(n*5+1, n)
		raw, err := json.Marshal(rec)
		if err != nil {
			b.Fatal(err)
		}
		update(b, s, func(w planner.Writer) error {
			if err := w.Put(rec); err != nil {
				return err
			}
			cs := entryFor(1<<40+n, core.ID{}, rec)
			cs.Changes[0].After = raw
			if err := w.Append(cs); err != nil {
				return err
			}
			return w.SetMeta("counter", fmt.Append(nil, n))
		})
	}
}

// BenchmarkBarePut puts about the same bytes into one bucket of bare bbolt.
func BenchmarkBarePut(b *testing.B) {
	db, err := bbolt.Open(filepath.Join(b.TempDir(), "bare"), 0o600, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	n := uint64(0)
	for b.Loop() {
		n++
		rec := sampleRecord(n*5+1, n)
		raw, err := json.Marshal(rec)
		if err != nil {
			b.Fatal(err)
		}
		id := rec.Base().ID
		err = db.Update(func(tx *bbolt.Tx) error {
			bucket, err := tx.CreateBucketIfNotExists([]byte("b"))
			if err != nil {
				return err
			}
			return bucket.Put(id[:], append(raw, raw...))
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBulk writes a thousand records with one journal entry in a transaction.
func BenchmarkBulk(b *testing.B) {
	s := newStore(b)
	n := uint64(0)
	for b.Loop() {
		update(b, s, func(w planner.Writer) error {
			var recs []core.Record
			for range 1000 {
				n++
				rec := sampleRecord(n*5+1, n) // actions
				if err := w.Put(rec); err != nil {
					return err
				}
				recs = append(recs, rec)
			}
			return w.Append(entryFor(1<<40+n, testID(7), recs...))
		})
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n), "µs/record")
}

// BenchmarkOpen opens a file of a size set by STORAGE_BENCH_RECORDS.
func BenchmarkOpen(b *testing.B) {
	s := newStore(b)
	n := 20_000
	if env := os.Getenv("STORAGE_BENCH_RECORDS"); env != "" {
		if _, err := fmt.Sscan(env, &n); err != nil {
			b.Fatal(err)
		}
	}
	fill(b, s, n)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		again, err := Open(context.Background(), s.Path(), Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := again.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

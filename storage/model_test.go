//go:build linux

package storage

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestStoreIsAMap does random steps, some of them given up, on a store and on a map: both hold the same, and the
// store's indexes and counts are those of the map.
func TestStoreIsAMap(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "model")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, "w")
		s, err := Create(context.Background(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		model := map[core.Ref]core.Record{}
		for range rapid.IntRange(1, 8).Draw(t, "transactions") {
			model = randomStep(t, s, model)
			sameAs(t, s, model)
			if rapid.IntRange(0, 5).Draw(t, "reopen") == 0 {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if s, err = Open(context.Background(), path, Options{}); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if report := checkHere(path, nil); len(report.Findings) > 0 {
			t.Fatal(report.Findings)
		}
	})
}

var errGivenUp = errors.New("given up")

func randomStep(t *rapid.T, s *Store, model map[core.Ref]core.Record) map[core.Ref]core.Record {
	next := maps.Clone(model)
	giveUp := rapid.IntRange(0, 3).Draw(t, "give up") == 0
	err := s.Update(context.Background(), func(w planner.Writer) error {
		for range rapid.IntRange(0, 20).Draw(t, "changes") {
			rec := sampleRecord(rapid.Uint64Range(1, 30).Draw(t, "record"), rapid.Uint64Range(0, 50).Draw(t, "stamp"))
			ref := core.RefOf(rec)
			if rapid.IntRange(0, 3).Draw(t, "delete") > 0 {
				if err := w.Put(rec); err != nil {
					return err
				}
				next[ref] = rec
				continue
			}
			err := w.Delete(ref)
			if _, there := next[ref]; there != (err == nil) || err != nil && core.CodeOf(err) != core.CodeNotFound {
				t.Fatalf("delete %s: %v", ref, err)
			}
			delete(next, ref)
		}
		if giveUp {
			return errGivenUp
		}
		return nil
	})
	if giveUp {
		if !errors.Is(err, errGivenUp) {
			t.Fatal(err)
		}
		return model
	}
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func sameAs(t *rapid.T, s *Store, model map[core.Ref]core.Record) {
	err := s.View(context.Background(), func(r planner.Reader) error {
		have := map[core.Ref]core.Record{}
		for _, kind := range core.Kinds() {
			n := 0
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				n++
				have[core.RefOf(rec)] = rec
			}
			if count, err := r.Count(kind); err != nil || count != n {
				t.Fatalf("%s: counts %d, has %d (%v)", kind, count, n, err)
			}
		}
		if diff := cmp.Diff(model, have); diff != "" {
			t.Fatal(diff)
		}
		return sameIndexes(t, r, model)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func sameIndexes(t *rapid.T, r planner.Reader, model map[core.Ref]core.Record) error {
	want := map[planner.Index]map[core.ID][]planner.IndexEntry{}
	for ref, rec := range model {
		for _, key := range planner.IndexKeys(rec) {
			if want[key.Index] == nil {
				want[key.Index] = map[core.ID][]planner.IndexEntry{}
			}
			want[key.Index][key.Of] = append(want[key.Index][key.Of], planner.IndexEntry{Of: key.Of, At: key.At.UTC(), Ref: ref})
		}
	}
	for index, owners := range want {
		for of, entries := range owners {
			slices.SortFunc(entries, func(a, b planner.IndexEntry) int {
				if c := a.At.Compare(b.At); c != 0 {
					return c
				}
				return slices.Compare(a.Ref.ID[:], b.Ref.ID[:])
			})
			low, high := rapid.IntRange(0, len(entries)).Draw(t, "low"), rapid.IntRange(0, len(entries)).Draw(t, "high")
			if err := sameRange(t, r, planner.Query{Index: index, Of: of}, entries, min(low, high), max(low, high)); err != nil {
				return err
			}
		}
	}
	return nil
}

func sameRange(t *rapid.T, r planner.Reader, q planner.Query, all []planner.IndexEntry, low, high int) error {
	want := all
	if high < len(all) {
		q.From, q.To = all[low].At, all[high].At
		want = nil
		for _, e := range all {
			if !e.At.Before(q.From) && e.At.Before(q.To) {
				want = append(want, e)
			}
		}
	}
	for _, q.Reverse = range []bool{false, true} {
		var have []planner.IndexEntry
		for e, err := range r.Keys(q) {
			if err != nil {
				return err
			}
			have = append(have, e)
		}
		var recs []core.Ref
		for rec, err := range r.Scan(q) {
			if err != nil {
				return err
			}
			recs = append(recs, core.RefOf(rec))
		}
		if q.Reverse {
			slices.Reverse(have)
			slices.Reverse(recs)
		}
		if diff := cmp.Diff(want, have); diff != "" || len(recs) != len(have) {
			t.Fatalf("%+v: %s", q, diff)
		}
	}
	return nil
}

// TestWalkWhileChanging changes and deletes what a walk is on.
func TestWalkWhileChanging(t *testing.T) {
	s := newStore(t)
	fill(t, s, 500)
	for _, reverse := range []bool{false, true} {
		update(t, s, func(w planner.Writer) error {
			q := planner.Query{Index: planner.ActionsOfPerson, Of: testID(1003), Reverse: reverse}
			before, err := countKeys(w, q)
			if err != nil {
				return err
			}
			n := 0
			for rec, err := range w.Scan(q) {
				if err != nil {
					return err
				}
				a := rec.(*core.Action)
				if n++; n%2 == 0 {
					if err := w.Delete(core.RefOf(a)); err != nil {
						return err
					}
				} else {
					a.Title = "changed"
					if err := w.Put(a); err != nil {
						return err
					}
				}
			}
			after, err := countKeys(w, q)
			if n != before || after != before-n/2 {
				t.Errorf("reverse %v: walked %d of %d, %d are left", reverse, n, before, after)
			}
			return err
		})
	}
}

// TestWalkAfterChanging walks all of a kind in the transaction that made and deleted some of it.
func TestWalkAfterChanging(t *testing.T) {
	s := newStore(t)
	fill(t, s, 20)
	update(t, s, func(w planner.Writer) error {
		var all []core.Record
		for rec, err := range w.All(core.KindAction) {
			if err != nil {
				return err
			}
			all = append(all, rec)
		}
		for i, rec := range all[:3] {
			if i == 0 {
				rec.Base().ID = testID(9999)
				if err := w.Put(rec); err != nil {
					return err
				}
				continue
			}
			if err := w.Delete(core.RefOf(rec)); err != nil {
				return err
			}
		}
		n := 0
		for _, err := range w.All(core.KindAction) {
			if err != nil {
				return err
			}
			n++
		}
		if n != len(all)-1 {
			t.Errorf("%d of %d", n, len(all)-1)
		}
		return nil
	})
}

func countKeys(r planner.Reader, q planner.Query) (n int, err error) {
	for _, err := range r.Keys(q) {
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// TestPanics lets functions of others panic: the transaction is undone, the next one works.
func TestPanics(t *testing.T) {
	s := newStore(t)
	fill(t, s, 20)
	err := s.Update(context.Background(), func(w planner.Writer) error {
		if err := w.Delete(core.Ref{Kind: core.KindPerson, ID: testID(5)}); err != nil {
			return err
		}
		for range w.All(core.KindPerson) {
			panic("on purpose")
		}
		return nil
	})
	wantCode(t, err, core.CodeInternal)
	var p *Panic
	if !errors.As(err, &p) || p.Value != "on purpose" || len(p.Stack) == 0 {
		t.Errorf("%v has no stack", err)
	}
	var leaked planner.Reader
	err = s.View(context.Background(), func(r planner.Reader) error {
		leaked = r
		var nothing *core.Person
		_ = nothing.Name
		return nil
	})
	wantCode(t, err, core.CodeInternal)
	_, err = leaked.Get(core.Ref{Kind: core.KindPerson, ID: testID(5)})
	wantCode(t, err, core.CodeInternal)
	update(t, s, func(w planner.Writer) error {
		_, err := w.Get(core.Ref{Kind: core.KindPerson, ID: testID(5)})
		return err
	})
}

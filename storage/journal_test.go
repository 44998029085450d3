//go:build linux

package storage

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

func imaged(id uint64, at time.Time, refs ...core.Ref) *planner.ChangeSet {
	cs := &planner.ChangeSet{ID: testID(id), At: at, Title: planner.TitlePersonChanged, Args: map[string]string{"name": "Noor"}}
	for _, ref := range refs {
		cs.Changes = append(cs.Changes, planner.Change{
			Ref: ref, Before: json.RawMessage(`{"name":"Noor"}`), After: json.RawMessage(`{"name":"Noor B"}`), Sum: "abc",
		})
	}
	return cs
}

func personRef(n uint64) core.Ref { return core.Ref{Kind: core.KindPerson, ID: testID(n)} }

func journal(t *testing.T, s *Store, q planner.JournalQuery) (out []*planner.ChangeSet) {
	t.Helper()
	err := s.View(context.Background(), func(r planner.Reader) error {
		for cs, err := range r.Journal(q) {
			if err != nil {
				return err
			}
			out = append(out, cs)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func ids(sets []*planner.ChangeSet) (out []uint64) {
	for _, cs := range sets {
		for n := range uint64(1000) {
			if cs.ID == testID(n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// TestJournalQueries asks for entries by record, by group, in both directions, some of them.
func TestJournalQueries(t *testing.T) {
	s := newStore(t)
	update(t, s, func(w planner.Writer) error {
		for i := range uint64(10) {
			cs := imaged(i+1, epoch, personRef(i%3), personRef(9))
			if i%2 == 0 {
				cs.Group = testID(500 + i%4)
			}
			if err := w.Append(cs); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range []struct {
		q    planner.JournalQuery
		want []uint64
	}{
		{planner.JournalQuery{}, []uint64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
		{planner.JournalQuery{Reverse: true, Limit: 2}, []uint64{10, 9}},
		{planner.JournalQuery{Record: personRef(1)}, []uint64{2, 5, 8}},
		{planner.JournalQuery{Record: personRef(1), Reverse: true}, []uint64{8, 5, 2}},
		{planner.JournalQuery{Group: testID(500)}, []uint64{1, 5, 9}},
		{planner.JournalQuery{Group: testID(502), Reverse: true, Limit: 1}, []uint64{7}},
		{planner.JournalQuery{Group: testID(500), Record: personRef(1)}, []uint64{5}},
		{planner.JournalQuery{Record: personRef(77)}, nil},
	} {
		got, want := ids(journal(t, s, c.q)), c.want
		if len(got) != len(want) {
			t.Fatalf("%+v: %v, want %v", c.q, got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%+v: %v, want %v", c.q, got, want)
			}
		}
	}
}

// TestTrim takes the images out of old entries, some at a time, and goes on where it ended.
func TestTrim(t *testing.T) {
	s := newStore(t)
	update(t, s, func(w planner.Writer) error {
		for i := range uint64(10) {
			if err := w.Append(imaged(i+10, epoch.AddDate(0, 0, int(i)), personRef(1))); err != nil {
				return err
			}
		}
		return nil
	})
	trim := func(days, limit, want int) {
		t.Helper()
		update(t, s, func(w planner.Writer) error {
			n, err := w.TrimJournal(epoch.AddDate(0, 0, days), limit)
			if n != want {
				t.Errorf("%d trimmed, want %d", n, want)
			}
			return err
		})
	}
	trim(5, 3, 3)
	trim(5, 3, 2)
	trim(5, 3, 0)
	// a clock that was put back: an old entry comes late
	update(t, s, func(w planner.Writer) error { return w.Append(imaged(5, epoch, personRef(1))) })
	trim(6, 100, 7)
	for i, cs := range journal(t, s, planner.JournalQuery{}) {
		old := i < 7
		if cs.Trimmed != old || (cs.Changes[0].Before == nil) != old || cs.Args["name"] != "Noor" {
			t.Errorf("entry %d: %+v", i, cs)
		}
	}
}

// TestScrub erases two records from the journal, and no other.
func TestScrub(t *testing.T) {
	s := newStore(t)
	update(t, s, func(w planner.Writer) error {
		for i, refs := range [][]core.Ref{{personRef(1), personRef(2)}, {personRef(2)}, {personRef(3)}, {personRef(3), personRef(4)}} {
			if err := w.Append(imaged(uint64(i+1), epoch, refs...)); err != nil {
				return err
			}
		}
		return w.ScrubJournal([]core.Ref{personRef(1), personRef(3)})
	})
	for _, cs := range journal(t, s, planner.JournalQuery{}) {
		touched := false
		for _, c := range cs.Changes {
			gone := c.Ref == personRef(1) || c.Ref == personRef(3)
			touched = touched || gone
			if (c.Before == nil) != gone || (c.After == nil) != gone || (c.Sum == "") != gone {
				t.Errorf("%s: %+v", c.Ref, c)
			}
		}
		if cs.Trimmed != touched || (cs.Args == nil) != touched {
			t.Errorf("%+v", cs)
		}
	}
}

// TestDrafts keeps texts that are being typed over an end of the program.
func TestDrafts(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	for i, d := range []planner.Draft{
		{Key: "note/2", Text: "second", At: epoch.Add(time.Minute)},
		{Key: "note/1", Text: "fir", At: epoch.Add(-time.Minute)},
		{Key: "note/1", Text: "first", At: epoch},
		{Key: "note/3", Text: "third", At: epoch},
		{Key: "note/3"},
		{Key: "note/4"},
	} {
		if err := s.SaveDraft(ctx, d); err != nil {
			t.Fatal(i, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkClean(t, s.Path())
	again, err := Open(ctx, s.Path(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	got, err := again.Drafts(ctx)
	if err != nil || len(got) != 2 || got[0].Text != "first" || got[1].Text != "second" || !got[0].At.Equal(epoch) {
		t.Errorf("%+v, %v", got, err)
	}
	for _, key := range []string{"note/9", "note/5"} { // of those of one time, the order of saving decides
		if err := again.SaveDraft(ctx, planner.Draft{Key: key, Text: key, At: epoch.Add(time.Hour)}); err != nil {
			t.Fatal(err)
		}
	}
	if got, err = again.Drafts(ctx); err != nil || len(got) != 4 || got[2].Key != "note/9" || got[3].Key != "note/5" {
		t.Errorf("%+v, %v", got, err)
	}
	wantCode(t, again.SaveDraft(ctx, planner.Draft{Text: "x"}), core.CodeInternal)
}

// TestForgottenEntries: an entry that is forgotten stands in no list of the journal, and its words are gone from the
// file once that is compacted.
func TestForgottenEntries(t *testing.T) {
	s := newStore(t)
	update(t, s, func(w planner.Writer) error {
		for i := range uint64(4) {
			cs := imaged(i+1, epoch, personRef(1), personRef(2))
			cs.Group = testID(500)
			if i == 2 {
				cs.Args["name"] = "Quicksilver"
			}
			if err := w.Append(cs); err != nil {
				return err
			}
		}
		return nil
	})
	update(t, s, func(w planner.Writer) error { return w.Forget(testID(3)) })
	for _, q := range []planner.JournalQuery{{}, {Record: personRef(1)}, {Record: personRef(2)}, {Group: testID(500)}} {
		if got := ids(journal(t, s, q)); !slices.Equal(got, []uint64{1, 2, 4}) {
			t.Errorf("%+v: %v", q, got)
		}
	}
	err := s.Update(context.Background(), func(w planner.Writer) error { return w.Forget(testID(3)) })
	if core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("forgotten twice: %v", err)
	}
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	checkClean(t, path)
	if _, _, err := Compact(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil || bytes.Contains(raw, []byte("Quicksilver")) || !bytes.Contains(raw, []byte("Noor B")) {
		t.Errorf("the entry's words: %v", err)
	}
}

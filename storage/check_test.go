//go:build linux

package storage

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestCheckFinds breaks a file in ways that only a comparison of its parts can find, below all checksums.
func TestCheckFinds(t *testing.T) {
	raw := func(w *writer, bucket string) *bbolt.Bucket { return w.tx.Bucket([]byte(bucket)) }
	for name, c := range map[string]struct {
		spoil func(w *writer) error
		where string
	}{
		"a record that breaks the rules": {func(w *writer) error {
			return w.Put(&core.Person{Head: core.Head{ID: testID(5)}})
		}, "person"},
		"a record that names one that is not there": {func(w *writer) error {
			return w.Put(core.NewWorkspace(testID(6), testID(77), core.RoleMentor, core.English))
		}, "workspace"},
		"a promise of somebody who takes no part": {func(w *writer) error {
			people := []core.ID{testID(81), testID(82), testID(83)}
			for _, id := range people {
				if err := w.Put(&core.Person{Head: core.Head{ID: id}, Name: "x"}); err != nil {
					return err
				}
			}
			rel := &core.Relationship{
				Head: core.Head{ID: testID(84)}, Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
				Participants: []core.Participant{{Person: people[0], Role: core.RoleMentor}, {Person: people[1], Role: core.RoleMentee}},
				Phase:        core.PhaseInitiation, Status: core.StatusActive,
			}
			return errors.Join(w.Put(rel), w.Put(&core.Action{
				Head: core.Head{ID: testID(85)}, Title: "x", Owner: people[2], Relationships: []core.ID{rel.ID}, Status: core.ActionOpen,
			}))
		}, "action"},
		"a missing index entry": {func(w *writer) error {
			k, _ := raw(w, prefixIndex+string(planner.NotesAbout)).Cursor().First()
			return w.remove(prefixIndex+string(planner.NotesAbout), k)
		}, "notes.about"},
		"an index entry too many": {func(w *writer) error {
			key := indexKey(testID(1), epoch, testID(2))
			return w.put(prefixIndex+string(planner.GoalsOfPerson), key, entryValue(planner.GoalsOfPerson, key, core.KindGoal))
		}, "goals.person"},
		"a wrong count": {func(w *writer) error {
			w.writes++
			t, err := w.table(prefixRecords + "note")
			t.count += 2
			return err
		}, "file"},
		"a record that is not counted": {func(w *writer) error {
			k, _ := raw(w, prefixRecords+"note").Cursor().First()
			w.writes++
			return raw(w, prefixRecords+"note").Delete(k)
		}, "file"},
		"a journal entry without its pair": {func(w *writer) error {
			k, _ := raw(w, bucketByRecord).Cursor().First()
			return w.remove(bucketByRecord, k)
		}, bucketByRecord},
		"a wrong checksum": {func(w *writer) error {
			k, v := raw(w, prefixRecords+"person").Cursor().First()
			v = append([]byte{}, v...)
			v[len(v)-1] ^= 1
			w.writes++
			return raw(w, prefixRecords+"person").Put(k, v)
		}, "file"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			fill(t, s, 100)
			if err := s.update(context.Background(), c.spoil); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			report, err := Check(context.Background(), s.Path())
			if err != nil {
				t.Fatal(err)
			}
			found := false
			for _, f := range report.Findings {
				found = found || f.Where == c.where || strings.HasPrefix(f.Where, c.where+"/")
			}
			if !found {
				t.Errorf("found %v, want something in %s", report.Findings, c.where)
			}
		})
	}
}

// TestCheckSound finds nothing, and counts.
func TestCheckSound(t *testing.T) {
	s := newStore(t)
	fill(t, s, 100)
	_, err := Check(context.Background(), s.Path())
	if e := wantCode(t, err, core.CodeWorkspaceOpen); !strings.HasPrefix(e.Args["holder"].(string), "test, process ") {
		t.Error(e)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	report, err := Check(context.Background(), s.Path())
	if err != nil || len(report.Findings) > 0 || report.Counts[core.KindPerson] != 20 {
		raw, _ := json.Marshal(report)
		t.Errorf("%s, %v", raw, err)
	}
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("Dear diary"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Check(context.Background(), text)
	wantCode(t, err, core.CodeNotWorkspace)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = Check(ctx, s.Path())
	wantCode(t, err, core.CodeCancelled)
}

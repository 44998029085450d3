//go:build linux

package storage

import (
	"context"
	"os"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestCopies: what a transaction hands out is somebody's own: it stays good after the transaction and whatever is
// written then, and changing it changes nothing in the workspace.
func TestCopies(t *testing.T) {
	s := newStore(t)
	const id = 5
	ref := core.Ref{Kind: core.KindPerson, ID: testID(id)}
	name := func(n string) func(planner.Writer) error {
		return func(w planner.Writer) error {
			return w.Put(&core.Person{Head: core.Head{ID: ref.ID}, Name: n, Emails: []string{n + "@example.org"}})
		}
	}
	update(t, s, name("first"))
	get := func() (p *core.Person) {
		t.Helper()
		err := s.View(context.Background(), func(r planner.Reader) error {
			rec, err := r.Get(ref)
			if err == nil {
				p = rec.(*core.Person)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	kept, spoiled := get(), get()
	spoiled.Name, spoiled.Emails[0] = "spoiled", "spoiled"
	if again := get(); again.Name != "first" || again.Emails[0] != "first@example.org" {
		t.Errorf("somebody's change reached the workspace: %+v", again)
	}
	update(t, s, name("second"))
	fill(t, s, 2000) // the pages of the first are used again
	if kept.Name != "first" || kept.Emails[0] != "first@example.org" {
		t.Errorf("what was read changed afterwards: %+v", kept)
	}
}

// TestCheckInAChild checks by a process of its own: a sound file, and one that is cut at many places.
func TestCheckInAChild(t *testing.T) {
	s := newStore(t)
	fill(t, s, 100)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	report, err := Check(t.Context(), s.Path())
	if err != nil || len(report.Findings) > 0 || report.Counts[core.KindPerson] != 20 {
		t.Fatalf("%+v, %v", report, err)
	}
	info, err := os.Stat(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	for part := int64(9); part > 0; part -= 2 {
		if err := os.Truncate(s.Path(), info.Size()*part/40); err != nil {
			t.Fatal(err)
		}
		report, err := Check(t.Context(), s.Path())
		if err == nil && len(report.Findings) == 0 {
			t.Errorf("cut to %d of 40 parts, it is sound", part)
		}
	}
}

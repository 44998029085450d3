package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/storage"
)

// What was sent and what was deleted is listed the latest first, by the time that it says and not by the order in which it was
// noted.
func TestTheLatestIsListedFirst(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	run := func(args ...string) string {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--lang", "en"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		return out
	}
	run("--now", "2026-11-23T12:00:00Z", "demo")
	for _, day := range []int{24, 22, 26} { // in the order of the journal
		sendAndDelete(t, file, time.Date(2026, 11, day, 12, 0, 0, 0, time.UTC))
	}
	for _, args := range [][]string{{"deleted"}, {"list", "dispatches"}} {
		var all []struct {
			At time.Time `json:"at"`
		}
		if err := json.Unmarshal([]byte(run(append([]string{"--now", "2026-11-27T12:00:00Z", "--json"}, args...)...)), &all); err != nil {
			t.Fatal(err)
		}
		days := make([]time.Time, len(all))
		for i, one := range all {
			days[len(all)-1-i] = one.At
		}
		if len(days) < 3 || !slices.IsSortedFunc(days, time.Time.Compare) {
			t.Errorf("%v, the last first: %v", args, days)
		}
	}
}

// sendAndDelete publishes a meeting, and adds and deletes a person, at a time.
func sendAndDelete(t *testing.T, file string, now time.Time) {
	t.Helper()
	store, err := storage.Open(t.Context(), file, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	p, err := wire.Planner(t.Context(), store, wire.Clock{Fixed: now}, "test", core.English)
	if err != nil {
		t.Fatal(err)
	}
	rels, err := p.Relationships.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m, err := p.Meetings.Plan(t.Context(), core.Meeting{Relationship: rels[0].ID, Start: core.NewDate(2026, 12, now.Day()).At(7, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Invitations.Send(t.Context(), m.ID, core.MethodPublish, filepath.Join(t.TempDir(), "a.ics")); err != nil {
		t.Fatal(err)
	}
	who, err := p.People.Add(t.Context(), core.Person{Name: "Mei Tanaka"})
	if err == nil {
		err = p.People.Delete(t.Context(), who.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
}

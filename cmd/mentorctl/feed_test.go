package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/storage"
)

// The file that the calendar is published to follows what the command line changes, and stays as it is where nothing is. Where it
// cannot be written that is said, and what was asked for is done.
func TestThePublishedCalendarFollows(t *testing.T) {
	dir := t.TempDir()
	file, feed := filepath.Join(dir, "w"), filepath.Join(dir, "feed.ics")
	do := func(args ...string) (id, line string) {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-26T12:00:00Z"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		id, _, _ = strings.Cut(out, " ")
		return id, line
	}
	publish := func(to string) {
		t.Helper()
		store, err := storage.Open(t.Context(), file, storage.Options{Holder: "test"})
		if err != nil {
			t.Fatal(err)
		}
		p, err := wire.Planner(t.Context(), store, wire.Clock{}, "test", core.English)
		if err == nil {
			err = p.Workspace.Change(t.Context(), func(w *core.Workspace) error { w.Feed = to; return nil })
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	do("new", "Nora Falk", "--email", "nora@falk.example", "--zone", "Europe/Berlin")
	mei, _ := do("people", "add", "Mei Tanaka")
	rel, _ := do("relationships", "add", mei, "--as", "mentor")
	meeting, _ := do("plan", rel, "--start", "2026-12-04T16:00")
	if _, err := os.Stat(feed); err == nil {
		t.Fatal("published without being asked")
	}
	publish(feed)
	do("move", meeting, "--start", "2026-12-05T17:30")
	data, err := os.ReadFile(feed)
	if err != nil || !strings.Contains(string(data), "DTSTART:20261205T163000Z") {
		t.Errorf("%v: %s", err, data)
	}
	if err := os.Remove(feed); err != nil {
		t.Fatal(err)
	}
	do("list", "meetings")
	if _, err := os.Stat(feed); err == nil {
		t.Error("written where nothing has changed")
	}
	publish(filepath.Join(dir, "none", "feed.ics"))
	if _, line := do("rename", meeting, "--title", "A walk"); !strings.Contains(line, "The calendar file cannot be written") {
		t.Errorf("%q", line)
	}
	if code, out, line := ctl(t, "-w", file, "list", "meetings"); code != exitDone || !strings.Contains(out, "A walk") {
		t.Errorf("not done: %s%s", out, line)
	}
}

package main

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/storage"
)

// TestWhatWasDeletedComesBackAlone deletes somebody, as the window does, adds another, and brings the first one back.
func TestWhatWasDeletedComesBackAlone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	run := func(args ...string) (int, string, string) {
		t.Helper()
		return ctl(t, append([]string{"-w", file, "--lang", "en"}, args...)...)
	}
	must := func(args ...string) string {
		t.Helper()
		code, out, line := run(args...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		return out
	}
	must("new", "Nora Falk", "--zone", "Europe/Berlin")
	tail, _, _ := strings.Cut(must("people", "add", "Mei Tanaka"), " ")
	ctx := t.Context()
	store, err := storage.Open(ctx, file, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := wire.Planner(ctx, store, wire.Clock{}, "test", core.English)
	if err != nil {
		t.Fatal(err)
	}
	id, err := p.Find(ctx, core.KindPerson, tail)
	if err == nil {
		err = p.People.Delete(ctx, id)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	must("people", "add", "Arun Patel")
	listed := must("deleted")
	set, rest, _ := strings.Cut(listed, " ")
	if !strings.Contains(rest, "Person deleted: Mei Tanaka") {
		t.Fatalf("%q", listed)
	}
	if code, _, line := run("deleted", "zzzz"); code == exitDone || !strings.Contains(line, "Not found") {
		t.Errorf("%d %s", code, line)
	}
	if said := must("deleted", set); !strings.Contains(said, "Restored: Mei Tanaka") {
		t.Errorf("%q", said)
	}
	if people := must("list", "people"); !strings.Contains(people, "Mei Tanaka") || !strings.Contains(people, "Arun Patel") {
		t.Errorf("%q", people)
	}
	if again := must("deleted", "--json"); strings.TrimSpace(again) != "[]" {
		t.Errorf("%q", again)
	}
}

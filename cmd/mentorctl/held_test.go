package main

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/storage"
)

// TestHeldWorkspace: while a program has the workspace open, every command says in one line, in the user's language,
// that it is open, where and by whom; and works afterwards.
func TestHeldWorkspace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", path, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	store, err := storage.Open(t.Context(), path, storage.Options{Holder: "mentorbook"})
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"list", "people"}, {"undo"}, {"backup"}, {"compact"}, {"restore", path}} {
		for lang, part := range says("is open", "открыт") {
			code, out, line := ctl(t, append([]string{"-w", path, "--lang", lang}, args...)...)
			if code != exitRefused || out != "" || !strings.Contains(line, part) || !strings.Contains(line, "mentorbook") || !strings.Contains(line, path) {
				t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, out, line)
			}
			oneLine(t, line, false)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if code, _, e := ctl(t, "-w", path, "list", "people"); code != exitDone {
		t.Error(e)
	}
}

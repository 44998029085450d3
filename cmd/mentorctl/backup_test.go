package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBackupReplacesOlderCopiesOnly: a backup takes the place of an older copy of the same workspace, and of nothing else:
// not of a newer copy, not of one that went on apart, not of another sample of the same day and people.
func TestBackupReplacesOlderCopiesOnly(t *testing.T) {
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	do := func(w string, args ...string) {
		t.Helper()
		if code, _, e := ctl(t, append([]string{"-w", file(w), "--now", "2026-11-23T12:20:00Z", "--lang", "en"}, args...)...); code != exitDone {
			t.Fatalf("%v: %s", args, e)
		}
	}
	one := file("one.csv")
	if err := os.WriteFile(one, []byte("First Name,Last Name\nAda,Quill\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	refused := func(w, to string) {
		t.Helper()
		before, err := os.ReadFile(file(to))
		if err != nil {
			t.Fatal(err)
		}
		for lang, part := range says("another workspace, or has changes", "с изменениями, которых здесь нет") {
			code, out, line := ctl(t, "-w", file(w), "--lang", lang, "backup", file(to))
			if code != exitRefused || out != "" || !strings.Contains(line, part) {
				t.Errorf("%s over %s: exit %d, %q", w, to, code, line)
			}
			oneLine(t, line, false)
		}
		if after, err := os.ReadFile(file(to)); err != nil || string(after) != string(before) {
			t.Errorf("%s was changed: %v", to, err)
		}
	}
	do("a", "demo")
	do("a", "backup", file("copy"))
	do("a", "backup", file("copy")) // an equal one
	do("a", "people", "import", one)
	do("a", "backup", file("copy")) // an older one
	do("a", "undo")
	do("a", "backup", file("copy"))
	do("copy", "people", "import", one)
	refused("a", "copy") // a newer one
	do("a", "people", "import", one)
	refused("a", "copy") // one that went on apart
	do("same", "demo")
	refused("a", "same")
	refused("same", "a")
}

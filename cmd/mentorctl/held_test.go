package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/storage"
)

// TestNothingIsWrittenOverTheWorkspace: no command takes the workspace, or another name of it, for its output.
func TestNothingIsWrittenOverTheWorkspace(t *testing.T) {
	t.Chdir(t.TempDir())
	now := []string{"-w", "w.vcf", "--now", "2026-11-23T12:20:00Z"}
	if code, _, e := ctl(t, append(now, "demo")...); code != exitDone {
		t.Fatal(e)
	}
	for _, other := range []string{"link.ics", "link.json", "link.pdf"} {
		if err := os.Symlink("w.vcf", other); err != nil {
			t.Skip(err)
		}
	}
	before := whole(t, "w.vcf")
	for _, args := range [][]string{
		{"backup", "w.vcf"},
		{"backup", "link.json"},
		{"export", "link.json"},
		{"people", "export", "w.vcf"},
		{"invite", "732775", "--method", "publish", "-o", "link.ics"},
		{"report", "b257b9", "--audience", "hr", "--from", "2026-01-01", "--to", "2026-12-01", "-o", "link.pdf"},
	} {
		code, out, line := ctl(t, append(append([]string{}, now...), args...)...)
		if code != exitRefused || out != "" || !strings.Contains(line, "already exists") {
			t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, out, line)
		}
	}
	if whole(t, "w.vcf") != before {
		t.Error("the workspace is not what it was")
	}
}

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
		for lang, part := range says("is already open", "открыт") {
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

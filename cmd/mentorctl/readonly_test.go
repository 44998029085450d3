package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/storage/disktest"
)

// TestReadOnlyWorkspace: of a workspace that is read-only, as a file or on a mount, everything that changes
// nothing works, what would change it says why not, and no byte of it is another one afterwards.
func TestReadOnlyWorkspace(t *testing.T) {
	made := func(t *testing.T, path string) {
		t.Helper()
		if code, _, e := ctl(t, "-w", path, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
			t.Fatal(e)
		}
	}
	t.Run("file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "w")
		made(t, path)
		if err := os.Chmod(path, 0o400); err != nil {
			t.Fatal(err)
		}
		readsOnly(t, path)
		if code, _, e := ctl(t, "-w", path, "backup"); code != exitDone { // its folder can be written to
			t.Error(e)
		}
	})
	t.Run("mount", func(t *testing.T) {
		dir := disktest.Mounted(t, "size=8m")
		path := filepath.Join(dir, "w")
		made(t, path)
		if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
			t.Fatalf("remount: %v %s", err, out)
		}
		readsOnly(t, path)
		for lang, part := range says("is read-only", "только для чтения") {
			if code, _, line := ctl(t, "-w", path, "--lang", lang, "backup"); code != exitRefused || !strings.Contains(line, part) {
				t.Errorf("backup: exit %d, %q", code, line)
			}
		}
		if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
}

func readsOnly(t *testing.T, path string) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	contacts := filepath.Join(out, "in.csv")
	if err := os.WriteFile(contacts, []byte("First Name,Last Name\nAda,Quill\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	now := []string{"-w", path, "--now", "2026-11-23T12:20:00Z"}
	for _, args := range [][]string{
		{"list", "meetings"},
		{"show", "person", "eca68e"},
		{"check"},
		{"free", "eca68e", "--minutes", "45"},
		{"export", filepath.Join(out, "x.json")},
		{"people", "export", filepath.Join(out, "p.vcf")},
		{"people", "import", contacts, "--dry-run"},
		{"calendar", "export", "-o", filepath.Join(out, "c.ics")},
		{"backup", filepath.Join(out, "copy")},
	} {
		if code, told, line := ctl(t, append(append([]string{}, now...), args...)...); code != exitDone || told == "" || line != "" {
			t.Errorf("%v: exit %d, stdout %q, stderr %q", args, code, told, line)
		}
	}
	pdf, ics := filepath.Join(out, "r.pdf"), filepath.Join(out, "i.ics")
	for _, c := range []struct {
		args []string
		says map[string]string
	}{
		{[]string{"undo"}, says("is read-only", "только для чтения")},
		{[]string{"cancel", "732775"}, says("is read-only", "только для чтения")},
		{[]string{"people", "import", contacts}, says("is read-only", "только для чтения")},
		{[]string{"report", "b257b9", "--audience", "hr", "--from", "2026-01-01", "--to", "2026-12-01", "-o", pdf}, says("what is reported to whom is recorded in it", "каждый отчёт в нём отмечается")},
		{[]string{"invite", "732775", "-o", ics}, says("what is sent to whom is recorded in it", "каждое отправленное сообщение в нём отмечается")},
	} {
		for lang, part := range c.says {
			code, told, line := ctl(t, append(append(append([]string{}, now...), "--lang", lang), c.args...)...)
			if code != exitRefused || told != "" || !strings.Contains(line, part) || !strings.Contains(line, path) {
				t.Errorf("%v: exit %d, stdout %q, stderr %q", c.args, code, told, line)
			}
			oneLine(t, line, false)
		}
	}
	for _, name := range []string{pdf, ics} {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Error("the workspace is not what it was")
	}
}

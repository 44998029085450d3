package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// TestTwoMeetingsCalledTheSame: a check finds two meetings with one calendar id, and an import of such a file is refused.
func TestTwoMeetingsCalledTheSame(t *testing.T) {
	dir := t.TempDir()
	file, exported := filepath.Join(dir, "w"), filepath.Join(dir, "all.json")
	if code, _, e := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	callTheSame(t, file)
	says := says("alendar id “", "алендарный идентификатор «")
	for lang, part := range says {
		if code, _, line := ctl(t, "-w", file, "--lang", lang, "check"); code != exitRefused || !strings.Contains(line, part) {
			t.Errorf("check: exit %d, %q", code, line)
		}
	}
	if code, _, e := ctl(t, "-w", file, "export", exported); code != exitDone {
		t.Fatal(e)
	}
	for lang, part := range says {
		into := filepath.Join(dir, "new-"+lang)
		code, _, line := ctl(t, "-w", into, "--lang", lang, "import", exported)
		if code != exitRefused || !strings.Contains(line, part) {
			t.Errorf("import: exit %d, %q", code, line)
		}
		oneLine(t, line, false)
		if _, err := os.Lstat(into); err == nil {
			t.Error("something of the refused import stays")
		}
	}
}

func callTheSame(t *testing.T, file string) {
	t.Helper()
	store, err := storage.Open(t.Context(), file, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	err = store.Update(t.Context(), func(w planner.Writer) error {
		uid := ""
		for rec, err := range w.All(core.KindMeeting) {
			m, ok := rec.(*core.Meeting)
			switch {
			case err != nil || !ok:
				return err
			case uid == "":
				uid = m.UID
			default:
				m.UID = uid
				return w.Put(m)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestCheckTellsScriptsOfACutOffImport: in JSON, as in words.
func TestCheckTellsScriptsOfACutOffImport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", file, "demo"); code != exitDone {
		t.Fatal(e)
	}
	unfinished := func() bool {
		t.Helper()
		code, out, e := ctl(t, "-w", file, "--json", "check")
		var answer map[string]any
		if err := json.Unmarshal([]byte(out), &answer); err != nil || code != exitDone {
			t.Fatalf("exit %d, %v, %s", code, err, e)
		}
		said, ok := answer["unfinished"].(bool)
		if !ok {
			t.Fatalf("nothing is said of it: %s", out)
		}
		return said
	}
	if unfinished() {
		t.Error("a whole file is called unfinished")
	}
	cutOff(t, file, crowd(t, t.TempDir(), 3000))
	if !unfinished() {
		t.Error("a cut-off import is not told of")
	}
}

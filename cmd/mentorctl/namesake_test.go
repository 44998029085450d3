package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestImportTellsOfANamesake imports two of one name with different addresses, one after the other: the second is somebody
// new, and both the preview and the import say whose name they have.
func TestImportTellsOfANamesake(t *testing.T) {
	dir := t.TempDir()
	ws := filepath.Join(dir, "w.mentorbook")
	one, two := filepath.Join(dir, "one.csv"), filepath.Join(dir, "two.csv")
	for path, text := range map[string]string{one: "Name,E-mail\nZoe Unknown,zoe@one.example\n", two: "Name,E-mail\nZoe Unknown,zoe@two.example\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, line := range [][]string{{"demo"}, {"people", "import", one}} {
		if code, _, complaint := ctl(t, append(line, "-w", ws)...); code != 0 {
			t.Fatal(line, complaint)
		}
	}
	for _, line := range [][]string{{"people", "import", "--dry-run", two}, {"people", "import", two}} {
		code, out, complaint := ctl(t, append(line, "-w", ws, "--lang", "en")...)
		if code != 0 || !strings.Contains(out, "new: Zoe Unknown; same name as Zoe Unknown <zoe@one.example>") {
			t.Errorf("%q: %d %s%s", line, code, out, complaint)
		}
	}
	if _, out, _ := ctl(t, "people", "import", two, "-w", ws, "--lang", "en"); !strings.Contains(out, "known, nothing new: Zoe Unknown") || strings.Contains(out, "same name") {
		t.Errorf("a second time: %s", out)
	}
}

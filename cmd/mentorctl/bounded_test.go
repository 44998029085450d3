package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A file that is full of one thing does not fill the screen with it: a hundred of a kind are named, the rest counted.
func TestWhatAFileIsFullOfIsCounted(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.mentorbook")
	if code, _, complaints := ctl(t, "--workspace", file, "demo"); code != 0 {
		t.Fatal(complaints)
	}
	const n = 1000
	var bare, twins, empty strings.Builder
	for i := range n {
		fmt.Fprintf(&twins, "BEGIN:VEVENT\r\nUID:%d\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n", i)
		empty.WriteString("BEGIN:VEVENT\r\nUID:" + fmt.Sprint(i) + "\r\nDTSTAMP:20260101T000000Z\r\nEND:VEVENT\r\n")
		bare.WriteString("BEGIN:VEVENT\r\nUID:" + fmt.Sprint(i) + "\r\n")
	}
	for name, c := range map[string]struct {
		text string
		args []string
		more string
	}{
		"lint":                         {empty.String() + "END:VCALENDAR\r\n", []string{"calendar", "lint"}, "… and 900 more: "},
		"import of what nobody closed": {bare.String(), []string{"--workspace", file, "calendar", "import", "--dry-run"}, "… and 900 more: "},
		"import of what is off":        {twins.String() + "END:VCALENDAR\r\n", []string{"--workspace", file, "calendar", "import", "--dry-run"}, "… and 900 more: "},
		"occurrences":                  {bare.String(), []string{"calendar", "occurrences", "--from", "2026-01-01", "--to", "2026-02-01"}, "… and 900 more: "},
	} {
		path := filepath.Join(dir, "x.ics")
		if err := os.WriteFile(path, []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"+c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, out, complaints := ctl(t, append(c.args, path)...)
		out += complaints
		if lines := strings.Count(out, "\n"); lines > 5*mostOfAKind || lines < mostOfAKind || !strings.Contains(out, c.more) {
			t.Errorf("%s: %d lines\n%.300s", name, lines, out)
		}
	}
}

package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// A move or a cancellation that guests were sent and that is taken back, or done again, is to be told anew: the command
// that does it is named, and works as it is named.
func TestUndoSaysWhoIsToBeTold(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "w")
	do := func(lang string, args ...string) (out, line string) {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-26T12:00:00Z", "--lang", lang}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		return out, line
	}
	id := func(out string) string { first, _, _ := strings.Cut(out, " "); return first }
	do("en", "new", "Nora Falk", "--email", "nora@falk.example", "--zone", "Europe/Berlin")
	person, _ := do("en", "people", "add", "Mei Tanaka", "--email", "mei@tanaka.example")
	rel, _ := do("en", "relationships", "add", id(person), "--as", "mentor")
	out, _ := do("en", "plan", id(rel), "--start", "2026-12-04T16:00", "--repeat", "weekly", "--times", "3", "--title", "Our hour")
	series := id(out)
	one := []string{series, "--occurrence", "2026-12-11T16:00"}
	if _, line := do("en", "undo"); line != "" {
		t.Errorf("of what nobody was sent: %q", line)
	}
	do("en", "redo")
	do("en", "invite", series, "--method", "request", "-o", filepath.Join(dir, "1.ics"))
	do("en", append([]string{"cancel"}, one...)...)
	if _, line := do("en", "undo"); line != "" {
		t.Errorf("of a cancellation that nobody was sent: %q", line)
	}
	do("en", "redo")
	do("en", append([]string{"invite", "--method", "cancel", "-o", filepath.Join(dir, "2.ics")}, one...)...)
	var line string
	for lang, part := range says("were told otherwise: tell them with invite ", "гостям сообщили иначе; сообщите им через invite ") {
		if _, line = do(lang, "undo"); !strings.Contains(line, part) || !strings.Contains(line, "2026-12-11T16:00") || !strings.Contains(line, "--method request") {
			t.Errorf("of a cancellation: %q", line)
		}
		_, after, _ := strings.Cut(line, "invite ")
		do("en", "invite", id(after), "--method", "request", "-o", filepath.Join(dir, "3.ics"))
		if _, line := do(lang, "redo"); !strings.Contains(line, part) || !strings.Contains(line, "--method cancel") {
			t.Errorf("done again: %q", line)
		}
		do("en", append([]string{"invite", "--method", "cancel", "-o", filepath.Join(dir, "4.ics")}, one...)...)
	}
}

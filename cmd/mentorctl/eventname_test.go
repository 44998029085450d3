package main

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// What an event is called stands in a line of a terminal cut visibly, and steers nothing there.
func TestAnEventsNameIsShortAndPlain(t *testing.T) {
	for title, want := range map[string]string{
		"Talk":                         "Talk",
		"a\x1b[31mred\u202egnirts\x07": "a[31mredgnirts",
		strings.Repeat("б", nameRunes): strings.Repeat("б", nameRunes),
	} {
		if got := shortName(title); got != want {
			t.Errorf("%q: %q", title, got)
		}
	}
	if got := shortName(strings.Repeat("word ", 1000)); utf8.RuneCountInString(got) > nameRunes || !strings.HasSuffix(got, "…") {
		t.Errorf("%q", got)
	}
}

// Lines of what occurs steer no terminal either, and are else as the file has it: they are compared by scripts.
func TestLinesOfWhatOccursArePlain(t *testing.T) {
	t.Chdir(t.TempDir())
	text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\x1b[2Jb\u2067\r\nDTSTART:20261201T100000Z\r\nSUMMARY:" +
		"  x\x1b[31mred\u009b\x07 \u202egnirts\u2066\u2069  two\\nlines\tהיא é\u200f \r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if err := os.WriteFile("c.ics", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, line := ctl(t, "calendar", "occurrences", "c.ics", "--from", "2026-12-01", "--to", "2026-12-02")
	if want := "20261201T100000Z\ta[2Jb\t  x[31mred gnirts  two lines היא é\u200f \n"; code != exitDone || out != want {
		t.Errorf("exit %d: %q, not %q; %s", code, out, want, line)
	}
}

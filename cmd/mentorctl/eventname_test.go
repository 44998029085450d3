package main

import (
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

package main

import (
	"strings"
	"testing"
)

// Whole days have no hour in the preview of an import. A series that its organizer has made whole days was not called off: no view
// of it says so, and each says what it is.
func TestWholeDaysAreCalledWhatTheyAre(t *testing.T) {
	for lang, says := range map[string]string{"en": "whole days now", "ru": "теперь целые дни"} {
		w := newTokyo(t)
		w.run("calendar", "import", theirEvent(t, "run", "DTSTART:20261210T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"))
		id, days := w.idOf("series"), theirEvent(t, "run", "SEQUENCE:1\nDTSTART;VALUE=DATE:20261210\nRRULE:FREQ=WEEKLY;COUNT=3\n")
		if got := w.run("calendar", "import", "--dry-run", days, "--lang", lang); !strings.Contains(got, " 2026-12-10 Talk ") || strings.Contains(got, "00:00") {
			t.Errorf("preview: %s", got)
		}
		w.run("calendar", "import", days)
		for _, view := range [][]string{{"list", "series"}, {"show", "series", id}} {
			if got := w.run(append(view, "--lang", lang)...); !strings.Contains(got, says) {
				t.Errorf("%s: %s", view, got)
			}
		}
		back := theirEvent(t, "run", "SEQUENCE:2\nDTSTART:20261210T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n")
		w.run("calendar", "import", back)
		if got := w.run("list", "series", "--lang", lang); strings.Contains(got, says) {
			t.Errorf("at an hour again: %s", got)
		}
	}
}

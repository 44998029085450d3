package main

import (
	"strings"
	"testing"
)

// Whole days have no hour in the preview of an import. A series that its organizer has made whole days was not called off: no view
// of it says so, and each says what it is.
func TestWholeDaysAreCalledWhatTheyAre(t *testing.T) {
	for lang, says := range map[string]string{"en": "whole days now", "ru": "теперь целые дни"} {
		off := map[string]string{"en": "Cancelled:", "ru": "Отмена:"}[lang]
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
		if got := w.run("show", "series", id, "--lang", lang); strings.Contains(got, off) {
			t.Errorf("it says that it is off: %s", got)
		}
		back := theirEvent(t, "run", "SEQUENCE:2\nDTSTART:20261210T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n")
		w.run("calendar", "import", back)
		if got := w.run("list", "series", "--lang", lang); strings.Contains(got, says) {
			t.Errorf("at an hour again: %s", got)
		}
		w.run("calendar", "import", theirEvent(t, "run", "SEQUENCE:3\nDTSTART:20261210T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nSTATUS:CANCELLED\n"))
		if got := w.run("show", "series", id, "--lang", lang); !strings.Contains(got, off) {
			t.Errorf("it does not say that it is off: %s", got)
		}
	}
}

// Nobody waits for an answer to a series that is off.
func TestWhatIsOffWaitsForNoAnswer(t *testing.T) {
	w := newTokyo(t)
	const weekly, waits = "DTSTART:20261210T100000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n", "not answered yet"
	w.run("calendar", "import", theirEvent(t, "run", weekly))
	id := w.idOf("series")
	for _, view := range [][]string{{"list", "series"}, {"show", "series", id}} {
		if got := w.run(view...); !strings.Contains(got, waits) {
			t.Errorf("%s, planned: %s", view, got)
		}
	}
	w.run("calendar", "import", theirEvent(t, "run", "SEQUENCE:1\nSTATUS:CANCELLED\n"+weekly))
	for _, view := range [][]string{{"list", "series"}, {"show", "series", id}} {
		if got := w.run(view...); strings.Contains(got, waits) {
			t.Errorf("%s, off: %s", view, got)
		}
	}
}

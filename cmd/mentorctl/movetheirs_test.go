package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestAGuestMovesNothingOfTheirs: a meeting by an invitation, one of a series and all of it stay; what is said to do instead works
// as it is said. A copy from a calendar is moved, and it is said that the organizer does not hear of that.
func TestAGuestMovesNothingOfTheirs(t *testing.T) {
	w := newTokyo(t)
	w.run("calendar", "import", theirEvent(t, "run", "DTSTART:20261203T150000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"))
	all, id := w.days(), w.idOf("series")
	for _, args := range [][]string{
		{"move", id, "--occurrence", "2026-12-10T15:00", "--start", "2026-12-11T15:00", "--zone", "UTC"},
		{"move", id, "--from", "2026-12-10", "--start", "2026-12-11T15:00", "--minutes", "30", "--zone", "UTC"},
		{"move", id, "--from", "2026-12-10", "--start", "2026-12-12T00:30"}, // as Tokyo's clock shows it
	} {
		for lang, says := range map[string]string{"en": "only they can give it another time", "ru": "может только организатор"} {
			code, _, line := w.do(append(args, "--lang", lang)...)
			if code != exitUsage || !strings.Contains(line, says) || !strings.Contains(line, "--method counter --propose") {
				t.Errorf("exit %d, %q", code, line)
			}
			if way := regexp.MustCompile(`invite [0-9a-f]+ --method counter --propose 2026\S+ --zone UTC`).FindString(line); way != "" {
				w.run(append(strings.Fields(way), "-o", lang+".ics")...)
			} else {
				t.Errorf("no way in %q", line)
			}
		}
	}
	if got := w.days(); got != all {
		t.Errorf("it takes place on %s, not %s", got, all)
	}
	copied := theirEvent(t, "copy", "DTSTART:20261214T150000Z\nDURATION:PT1H\n")
	text, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(copied, []byte(strings.Replace(string(text), "METHOD:REQUEST", "METHOD:PUBLISH", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	w.run("calendar", "import", copied)
	code, _, line := w.do("move", w.idOf("meetings", "--from", "2026-12-14", "--to", "2026-12-16"), "--start", "2026-12-16T15:00")
	if code != 0 || !strings.Contains(line, "only your own record") {
		t.Errorf("exit %d, %q", code, line)
	}
}

package main

import (
	"os"
	"strings"
	"testing"
)

// TestDatesBesideARuleAreListed: a series with dates beside its rule says how many there are, those that were left out not
// counted, on a clock on another day too; and its meetings, with their own lengths, are those that its file lists.
func TestDatesBesideARuleAreListed(t *testing.T) {
	w := newTokyo(t)
	for name, c := range map[string]struct{ times, repeats, meetings, listed string }{
		"a rule": {
			"DTSTART;TZID=Asia/Tokyo:20261201T090000\nRRULE:FREQ=WEEKLY;COUNT=3\nRDATE;TZID=Asia/Tokyo:20261203T090000,20261204T090000\nEXDATE;TZID=Asia/Tokyo:20261203T090000",
			"every Monday, 3 times, plus 1 more date", "3 19:00–20:00, 7 19:00–20:00, 14 19:00–20:00", "20261201T000000Z 20261204T000000Z 20261208T000000Z 20261215T000000Z",
		},
		"periods": {
			"DTSTART;TZID=Asia/Tokyo:20261202T090000\nRDATE;VALUE=PERIOD:20261203T010000Z/PT2H\nRDATE;TZID=Asia/Tokyo:20261205T090000",
			"on separate dates, 3 times", "1 19:00–20:00, 2 20:00–22:00, 4 19:00–20:00", "20261202T000000Z 20261203T010000Z 20261205T000000Z",
		},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:dates@example.net\nDTSTAMP:20261120T000000Z\n"+
				"SUMMARY:Course\nORGANIZER:mailto:bob@example.org\nATTENDEE:mailto:ann@example.com\nDURATION:PT1H\n"+c.times+"\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
			if err := os.WriteFile("c.ics", []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			w.run("calendar", "import", "c.ics")
			if got := w.run("list", "series"); !strings.Contains(got, c.repeats) {
				t.Errorf("%s, not %s", got, c.repeats)
			}
			if got := w.decemberOf(); got != c.meetings {
				t.Errorf("%s, not %s", got, c.meetings)
			}
			var listed []string
			for line := range strings.Lines(w.run("calendar", "occurrences", "c.ics", "--from", "2026-12-01", "--to", "2027-01-01")) {
				listed = append(listed, strings.Fields(line)[0])
			}
			if got := strings.Join(listed, " "); got != c.listed {
				t.Errorf("%s, not %s", got, c.listed)
			}
			w.run("check")
			w.run("undo")
		})
	}
}

// decemberOf gives the days and hours of the meetings of December, in their order.
func (w *tokyo) decemberOf() string {
	w.t.Helper()
	var out []string
	for line := range strings.Lines(w.run("list", "meetings", "--from", "2026-12-01", "--to", "2027-01-01")) {
		if f := strings.Fields(line); strings.Contains(line, "planned") {
			out = append(out, strings.TrimLeft(strings.TrimPrefix(f[1], "2026-12-"), "0")+" "+f[2])
		}
	}
	return strings.Join(out, ", ")
}

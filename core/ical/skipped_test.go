package ical

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// An occurrence at an hour that the clock skips is the same by either name: the one that its rule gives, the one that the clock shows
// then, and the instant. What takes it out, or changes it, takes out one and no other.
func TestASkippedOccurrenceGoesByEitherName(t *testing.T) {
	for _, c := range []struct{ start, rule, zone, skipped, shown, instant, others string }{
		{"20270327T023000", "FREQ=DAILY;COUNT=3", "Europe/Berlin", "20270328T023000", "20270328T033000", "20270328T013000Z", "20270327T013000Z 20270329T003000Z"},
		{"20270829T003000", "FREQ=WEEKLY;COUNT=3", "America/Santiago", "20270905T003000", "20270905T013000", "20270905T043000Z", "20270829T043000Z 20270912T033000Z"},
		{"20271002T021500", "FREQ=DAILY;COUNT=3", "Australia/Lord_Howe", "20271003T021500", "20271003T024500", "20271002T154500Z", "20271001T154500Z 20271003T151500Z"},
		{"20270327T023000", "FREQ=DAILY;COUNT=3;BYHOUR=2;BYMINUTE=30", "Europe/Berlin", "20270328T023000", "20270328T033000", "20270328T013000Z", "20270327T013000Z 20270329T003000Z"},
		// Where the rule gives the other hour too, that is what is named: both are at one instant, and one stays.
		{"20270327T033000", "FREQ=DAILY;COUNT=3", "Europe/Berlin", "20270328T033000", "20270328T033000", "20270328T013000Z", "20270327T023000Z 20270329T013000Z"},
	} {
		local := ";TZID=" + c.zone + ":"
		for _, named := range []string{local + c.skipped, local + c.shown, ":" + c.instant} {
			head := fmt.Sprintf("DTSTART%s%s\r\nDURATION:PT30M\r\nRRULE:%s", local, c.start, c.rule)
			change := fmt.Sprintf("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\nRECURRENCE-ID%s\r\nDTSTART:20271201T100000Z\r\nDURATION:PT30M", named)
			for lines, want := range map[string]string{head + "\r\nEXDATE" + named: c.others, head + change: c.others + " 20271201T100000Z"} {
				text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n" + lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
				if got := startsIn2027(t, text); got != want {
					t.Errorf("%s by %s: %s, not %s", c.zone, named, got, want)
				}
			}
		}
	}
}

// startsIn2027 lists when what is in a calendar of 2027 takes place.
func startsIn2027(t *testing.T, text string) string {
	t.Helper()
	from := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	list, _, err := Occurrences(t.Context(), strings.NewReader(text), from, from.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range list {
		got = append(got, o.Start.UTC().Format("20060102T150405Z"))
	}
	return strings.Join(got, " ")
}

package main

import (
	"os"
	"strings"
	"testing"
)

// TestPeriodsTakeTheirOwnTime: a date with a length of its own takes the owner's time for as long, and goes with the
// version that has it no more.
func TestPeriodsTakeTheirOwnTime(t *testing.T) {
	w := newTokyo(t)
	file := func(sequence, period string) {
		t.Helper()
		text := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:long@example.net
DTSTAMP:2026112`+sequence+`T000000Z
SEQUENCE:`+sequence+`
DTSTART;TZID=America/New_York:20261130T090000
DTEND;TZID=America/New_York:20261130T100000
`+period+`
SUMMARY:Course
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
		if err := os.WriteFile("c.ics", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const long = "RDATE;TZID=America/New_York;VALUE=PERIOD:20261201T090000/PT8H"
	file("0", long)
	w.run("calendar", "import", "c.ics")
	free := func() string {
		return w.run("free", w.made("list", "people"), "--from", "2026-12-01", "--days", "1", "--minutes", "60")
	}
	if got := free(); strings.Contains(got, "10:00") || strings.Contains(got, "14:00") {
		t.Errorf("a day of eight hours is free: %s", got)
	}
	if got := w.run("calendar", "import", "c.ics"); !strings.Contains(got, "new 0, changed 0, same 2") {
		t.Error(got)
	}
	file("1", strings.Replace(long, "PT8H", "PT1H", 1))
	w.run("calendar", "import", "c.ics")
	if got := free(); !strings.Contains(got, "10:00") && !strings.Contains(got, "14:00") {
		t.Errorf("an hour takes the day: %s", got)
	}
	w.run("check")
}

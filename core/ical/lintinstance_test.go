package ical

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
)

// RECURRENCE-ID names an instance of what recurs (RFC 5545 3.8.4.4): by any clock, by its day alone, also one of RDATE, one
// that EXDATE takes out, and one far ahead.
func TestAChangedOccurrenceIsOneOfItsSeries(t *testing.T) {
	const zone = "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nBEGIN:STANDARD\nDTSTART:19701025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n" +
		"BEGIN:DAYLIGHT\nDTSTART:19700329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
	file := func(whole, one string) string {
		const head = "UID:u@example.org\nDTSTAMP:20260101T000000Z\nDURATION:PT1H\nSUMMARY:Talk\n"
		return strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\n"+zone+"BEGIN:VEVENT\n"+head+whole+"\nEND:VEVENT\nBEGIN:VEVENT\n"+head+one+"\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	}
	const weekly = "DTSTART;TZID=Europe/Berlin:20260323T140000\nRRULE:FREQ=WEEKLY"
	const then = "\nDTSTART;TZID=Europe/Berlin:20260402T100000"
	for _, c := range []struct {
		name, whole, one string
		is               bool
	}{
		{"by its clock", weekly, "RECURRENCE-ID;TZID=Europe/Berlin:20260330T140000" + then, true},
		{"by UTC, after the clock change", weekly, "RECURRENCE-ID:20260330T120000Z" + then, true},
		{"an hour off, as before the clock change", weekly, "RECURRENCE-ID:20260330T130000Z" + then, false},
		{"by its day", weekly, "RECURRENCE-ID;VALUE=DATE:20260330" + then, true},
		{"by another day", weekly, "RECURRENCE-ID;VALUE=DATE:20260331" + then, false},
		{"the first", weekly, "RECURRENCE-ID;TZID=Europe/Berlin:20260323T140000" + then, true},
		{"before the first", weekly, "RECURRENCE-ID;TZID=Europe/Berlin:20260316T140000" + then, false},
		{"thirty years on", weekly, "RECURRENCE-ID;TZID=Europe/Berlin:20560320T140000" + then, true},
		{"behind the last", weekly + ";COUNT=2", "RECURRENCE-ID;TZID=Europe/Berlin:20260406T140000" + then, false},
		{"of RDATE", weekly + "\nRDATE;TZID=Europe/Berlin:20260401T090000", "RECURRENCE-ID;TZID=Europe/Berlin:20260401T090000" + then, true},
		{"of EXDATE", weekly + "\nEXDATE;TZID=Europe/Berlin:20260330T140000", "RECURRENCE-ID;TZID=Europe/Berlin:20260330T140000" + then, true},
		{"of what happens once", "DTSTART;TZID=Europe/Berlin:20260323T140000", "RECURRENCE-ID;TZID=Europe/Berlin:20260330T140000" + then, false},
	} {
		found := linted(t, file(c.whole, c.one))
		i := slices.IndexFunc(found, func(f core.Finding) bool { return f.Flaw == core.FlawNoInstance })
		if (i < 0) != c.is {
			t.Errorf("%s: %+v", c.name, found)
		}
		if i >= 0 && (found[i].Rule != "RFC 5545 3.8.4.4" || found[i].UID != "u@example.org" || !strings.HasPrefix(strings.Split(file(c.whole, c.one), "\r\n")[found[i].Line-1], "RECURRENCE-ID")) {
			t.Errorf("%s: %+v", c.name, found[i])
		}
	}
	for _, c := range []struct {
		name, except string
		clash        bool
	}{
		{"by its clock", "\nEXDATE;TZID=Europe/Berlin:20260330T140000", true},
		{"by another clock", "\nEXDATE:20260330T120000Z", true},
		{"among others", "\nEXDATE;TZID=Europe/Berlin:20260406T140000,20260330T140000", true},
		{"by its day", "\nEXDATE;VALUE=DATE:20260330", true},
		{"another", "\nEXDATE;TZID=Europe/Berlin:20260406T140000", false},
	} {
		found := linted(t, file(weekly+c.except, "RECURRENCE-ID:20260330T120000Z"+then))
		i := slices.IndexFunc(found, func(f core.Finding) bool { return f.Flaw == core.FlawExclude })
		if (i >= 0) != c.clash || c.clash && (found[i].Rule != "RFC 5545 3.8.5.1" || found[i].Value != "EXDATE, RECURRENCE-ID:20260330T120000Z" || found[i].Title != "Talk") {
			t.Errorf("taken out and changed, %s: %+v", c.name, found)
		}
	}
	alone := strings.Replace(file(weekly, "RECURRENCE-ID:20260331T130000Z"+then), "UID:u@", "UID:other@", 1)
	if found := linted(t, alone); len(found) > 0 {
		t.Errorf("its series is elsewhere: %+v", found)
	}
}

package wire

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// oddFiles are calendars as few programs write them: some legal, some as they are met.
func oddFiles() map[string]string {
	const (
		hour   = "DTSTART:20261202T100000Z\nDTEND:20261202T110000Z\n"
		weekly = hour + "RRULE:FREQ=WEEKLY;COUNT=4\n"
		berlin = "DTSTART;TZID=Europe/Berlin:20261202T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4\n"
		moved  = "DTSTART:20261210T150000Z\nDTEND:20261210T160000Z\n"
	)
	one := func(lines string) string { return calendarText(eventText("odd", lines+"\nSUMMARY:Odd")) }
	two := func(lines, more string) string {
		return calendarText(eventText("odd", lines+"SUMMARY:Odd"), eventText("odd", more+"SUMMARY:Odd"))
	}
	return map[string]string{
		"no method":                      strings.ReplaceAll(one(weekly), "METHOD:PUBLISH\r\n", ""),
		"a method in small letters":      strings.Replace(one(weekly), "PRODID", "METHOD:publish\r\nPRODID", 1),
		"two calendars":                  one(hour) + calendarText(eventText("other", weekly+"SUMMARY:Other")),
		"an occurrence before its whole": two("RECURRENCE-ID:20261209T100000Z\n"+moved, weekly),
		"an occurrence alone":            one("RECURRENCE-ID:20261209T100000Z\n" + moved),
		"an occurrence by its day":       two(weekly, "RECURRENCE-ID;VALUE=DATE:20261209\n"+moved),
		"an occurrence by its midnight":  two(berlin, "RECURRENCE-ID;TZID=Europe/Berlin:20261209T000000\n"+moved),
		"an occurrence in UTC":           two(berlin, "RECURRENCE-ID:20261209T090000Z\n"+moved),
		"an occurrence with the rule":    two(weekly, "RECURRENCE-ID:20261209T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\n"+moved),
		"an occurrence with dates":       two(weekly, "RECURRENCE-ID:20261209T100000Z\nRDATE:20261211T150000Z\n"+moved),
		"an occurrence that none is":     two(weekly, "RECURRENCE-ID:20261211T100000Z\n"+moved),
		"an occurrence of a date beside": two(hour+"RDATE:20261204T100000Z\n", "RECURRENCE-ID:20261204T100000Z\n"+moved),
		"dates with lengths":             one(hour + "RDATE;VALUE=PERIOD:20261204T100000Z/PT2H,20261206T100000Z/20261206T113000Z"),
		"a date that is taken out":       one(hour + "RDATE:20261204T100000Z,20261205T100000Z\nEXDATE:20261204T100000Z"),
		"days taken out of hours":        one(weekly + "EXDATE;VALUE=DATE:20261209"),
		"hours taken out of days":        one("DTSTART;VALUE=DATE:20261202\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261203T000000Z"),
		"taken out by another clock":     one(berlin + "EXDATE:20261209T090000Z"),
		"all taken out":                  one(weekly + "EXDATE:20261202T100000Z,20261209T100000Z,20261216T100000Z,20261223T100000Z"),
		"hours of a day":                 one("DTSTART;VALUE=DATE:20261202\nRRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,17"),
		"an end by the day":              one(hour + "RRULE:FREQ=WEEKLY;UNTIL=20261216"),
		"an end before the start":        one(hour + "RRULE:FREQ=WEEKLY;UNTIL=20261101T000000Z"),
		"a start off the rule":           one(hour + "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=FR"),
		"a rule in small letters":        one(hour + "RRULE:freq=weekly;count=3;"),
		"a rule that names its calendar": one(hour + "RRULE:RSCALE=GREGORIAN;FREQ=WEEKLY;COUNT=3;SKIP=OMIT"),
		"a rule with a part of its own":  one(hour + "RRULE:X-FROM=1;FREQ=WEEKLY;COUNT=3;x-to=2"),
		"two rules":                      one(hour + "RRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=3"),
		"a rule that takes out":          one(hour + "RRULE:FREQ=DAILY;COUNT=6\nEXRULE:FREQ=WEEKLY;COUNT=2"),
		"components of its own":          strings.Replace(one(hour+"BEGIN:X-IN\nDTSTART:20200101T000000Z\nEND:X-IN"), "BEGIN:VEVENT", "BEGIN:X-A\r\nDTSTART:20261201T000000Z\r\nEND:X-A\r\nBEGIN:VEVENT", 1),
		"tasks and journals":             strings.Replace(one(weekly), "BEGIN:VEVENT", "BEGIN:VTODO\r\nUID:t\r\nDUE:20261203T100000Z\r\nEND:VTODO\r\nBEGIN:VJOURNAL\r\nUID:j\r\nDTSTART;VALUE=DATE:20261203\r\nEND:VJOURNAL\r\nBEGIN:VEVENT", 1),
		"a zone of Windows":              one("DTSTART;TZID=W. Europe Standard Time:20261202T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3"),
		"a zone by its cities":           one("DTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\":20261202T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3"),
		"a zone with a path":             one("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20261202T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3"),
	}
}

// What a calendar's occurrences are listed as, it is taken in as, whatever its form. A second import has nothing new, and one undo
// takes all of it back.
func TestOddFilesAreTakenAsTheyAreListed(t *testing.T) {
	p := openWith(t, core.KindWorkspace, core.KindPerson, core.KindRelationship)
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	loc, err := owner.Home().Location()
	ok(t, err)
	before := contents(t, p)
	for name, text := range oddFiles() {
		list, _, err := ical.Occurrences(t.Context(), strings.NewReader(text), time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 2, 1, 0, 0, 0, 0, time.UTC))
		ok(t, err)
		var want, got []string
		for _, o := range list {
			want = append(want, o.Start.Format("01-02T15:04"))
		}
		plan := readCalendar(t, p, text, planner.CalendarAsBoth)
		if plan.Refused > 0 {
			t.Errorf("%s: %s", name, sums(plan))
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		all, err := p.Busy.Between(t.Context(), owner.ID, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 2, 1)})
		ok(t, err)
		for _, b := range all {
			at := b.Start.UTC()
			if b.AllDay {
				at = b.Start.In(loc)
			}
			got = append(got, at.Format("01-02T15:04"))
		}
		if slices.Sort(got); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: taken as %s, listed as %s", name, got, want)
		}
		if again := readCalendar(t, p, text, planner.CalendarAsBoth); again.New+again.Changed+again.Refused > 0 {
			t.Errorf("%s, a second time: %s", name, sums(again))
		}
		if undoAll(t, p); contents(t, p) != before {
			t.Fatalf("%s: one undo does not take it back", name)
		}
	}
}

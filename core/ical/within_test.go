package ical

import (
	"strings"
	"testing"

	"mentorbook/core"
)

// What follows a calendar that stands in another is of the outer one, by its METHOD and its zones; an event outside of any is
// lost, and said to be.
func TestCalendarsWithinOneAnother(t *testing.T) {
	event := func(uid string) string {
		return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20260101T000000Z\nDTSTART;TZID=Ours:20260302T100000\nDURATION:PT1H\nEND:VEVENT\n"
	}
	zone := func(offset string) string {
		return strings.ReplaceAll(strings.ReplaceAll(noPlace, "+0517", offset), "\r\n", "\n")
	}
	text := "BEGIN:VCALENDAR\nMETHOD:REQUEST\n" + zone("+0300") + event("a") + "BEGIN:VCALENDAR\nMETHOD:CANCEL\n" + zone("+0500") + event("b") + "END:VCALENDAR\n" + event("c") +
		"END:VCALENDAR\n" + event("d")
	batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for ev := range batch.Events {
		got = append(got, ev.UID+" "+ev.Method+" "+string(ev.Zone))
	}
	if s := strings.Join(got, ", "); s != "a request Etc/GMT-3, b cancel Etc/GMT-5, c request Etc/GMT-3" {
		t.Error(s)
	}
	var lost []core.Flaw
	for _, f := range batch.Findings {
		if f.Lost {
			lost = append(lost, f.Flaw)
		}
	}
	if len(lost) != 1 || lost[0] != core.FlawStrayEvent {
		t.Errorf("%+v", batch.Findings)
	}
}

// A separator of lines is no part of one line.
func TestATitleIsOneLine(t *testing.T) {
	if got := oneLine("a\u2028b\u2029c\u0085d\ve\u2013f"); got != "a b c d e–f" {
		t.Errorf("%q", got)
	}
}

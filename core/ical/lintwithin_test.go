package ical

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
)

// What an alarm, a zone, a task and a list may not hold, each in a file that has that fault alone.
func TestLintOfAlarmsZonesAndLists(t *testing.T) {
	part := func(name, lines string) string {
		sound := withLines("", "")
		return sound[:strings.Index(sound, "BEGIN:VEVENT")] + "BEGIN:" + name + "\r\n" + strings.ReplaceAll(lines, "\n", "\r\n") +
			"\r\nEND:" + name + "\r\nEND:VCALENDAR\r\n"
	}
	const own = "UID:t@example.org\nDTSTAMP:20260101T000000Z\n"
	const display = "ACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER:-PT5M"
	alarm := func(lines string) string { return "BEGIN:VALARM\n" + lines + "\nEND:VALARM" }
	const zone = "BEGIN:VTIMEZONE\nTZID:Z1\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\n{}END:STANDARD\nEND:VTIMEZONE"
	inZone := func(lines string) string { return withLines(strings.Replace(zone, "{}", lines, 1), "") }
	for _, c := range []struct {
		name, file string
		flaw       core.Flaw // none where the file is sound
		rule       string
	}{
		{"a part of a rule of one's own", withLines("", "RRULE:FREQ=DAILY;COUNT=3;X-OURS=1"), core.FlawBadRule, "RFC 5545 A.3"},
		{"an interval with a sign", withLines("", "RRULE:FREQ=DAILY;COUNT=3;INTERVAL=+2"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"a count with a sign", withLines("", "RRULE:FREQ=DAILY;COUNT=+3"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"an hour with a sign", withLines("", "RRULE:FREQ=DAILY;COUNT=3;BYHOUR=+14"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"a blank in a rule", withLines("", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=4 MO"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"numbers with signs", withLines("", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=+4MO,-1SU;BYMONTHDAY=+23,-1;BYSETPOS=+1"), "", ""},
		{"a zone's interval with a sign", inZone("RRULE:FREQ=YEARLY;INTERVAL=+2;UNTIL=20300101T000000Z\n"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"a source without its type", withLines("SOURCE:https://example.org/c.ics", ""), core.FlawNoValueType, "RFC 7986 5.8"},
		{"a source", withLines("SOURCE;VALUE=URI:https://example.org/c.ics", ""), "", ""},
		{"an e-mail to somebody", withLines("", alarm("ACTION:EMAIL\nSUMMARY:y\nDESCRIPTION:x\nTRIGGER:-PT5M\nATTENDEE:mailto:a@example.org")), "", ""},
		{"an e-mail to nowhere", withLines("", alarm("ACTION:EMAIL\nSUMMARY:y\nDESCRIPTION:x\nTRIGGER:-PT5M\nATTENDEE:amina")), core.FlawBadAddress, "RFC 5545 3.3.3"},
		{"twice, without a pause", withLines("", alarm(display+"\nREPEAT:2")), core.FlawMissing, "RFC 5545 3.6.6"},
		{"a pause, without a number", withLines("", alarm(display+"\nDURATION:PT5M")), core.FlawMissing, "RFC 5545 3.6.6"},
		{"twice with a pause", withLines("", alarm(display+"\nDURATION:PT5M\nREPEAT:2")), "", ""},
		{"a bare comma in an alarm", withLines("", alarm(strings.Replace(display, ":x", ":x, y", 1))), core.FlawBareMark, "RFC 5545 3.3.11"},
		{"an alarm of an alarm", withLines("", alarm(display+"\n"+alarm(display))), core.FlawNotAllowed, "RFC 5545 3.6.6"},
		{"an alarm of free time", part("VFREEBUSY", own+alarm(display)), core.FlawNotAllowed, "RFC 5545 3.6.4"},
		{"an instant of a task without a start", part("VTODO", own+alarm(strings.Replace(display, ":-PT5M", ";VALUE=DATE-TIME:20260323T120000Z", 1))), "", ""},
		{"free time by a local clock behind another", part("VFREEBUSY", own+"FREEBUSY:20260323T140000Z/PT1H,20260323T160000/PT1H"), core.FlawNotUTC, "RFC 5545 3.8.2.6"},
		{"a date behind a time", withLines("", "RDATE:20260324T140000Z,20260325"), core.FlawMixedForms, "RFC 5545 3.8.5.2"},
		{"a local time behind one in UTC", withLines("", "RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260324T140000Z,20260325T140000"), core.FlawMixedClocks, "RFC 5545 3.8.5.1"},
		{"a bare semicolon between categories", withLines("", "CATEGORIES:a,b;c"), core.FlawBareMark, "RFC 5545 3.3.11"},
		{"a time in UTC behind one of a zone", withLines(strings.Replace(zone, "{}", "", 1), "RRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=Z1:20260324T150000,20260325T140000Z"), core.FlawZoneInUTC, "RFC 5545 3.2.19"},
		{"categories", withLines("", `CATEGORIES:a,b\;c\,d\\,e`), "", ""},
		{"a bare comma in a calendar's name", withLines("NAME:a, b", ""), core.FlawBareMark, "RFC 5545 3.3.11"},
		{"an e-mail address that is none", withLines("", "ORGANIZER;EMAIL=nobody:mailto:a@example.org"), core.FlawBadValue, "RFC 7986 6.2"},
		{"an event of a zone", withLines(strings.Replace(strings.Replace(zone, "{}", "", 1), "END:VTIMEZONE", "BEGIN:VEVENT\nUID:e\nEND:VEVENT\nEND:VTIMEZONE", 1), ""), core.FlawNotAllowed, "RFC 5545 3.6.5"},
		{"a part of a zone's part", inZone("BEGIN:DAYLIGHT\nEND:DAYLIGHT\n"), core.FlawNotAllowed, "RFC 5545 3.6.5"},
		{"a zone's change in UTC", inZone("RDATE:19800101T000000Z\n"), core.FlawBadValue, "RFC 5545 3.6.5"},
		{"a zone's change on a day", inZone("RDATE;VALUE=DATE:19800101\n"), core.FlawBadValue, "RFC 5545 3.6.5"},
		{"a zone's changes", inZone("RDATE:19800101T000000,19810101T000000\n"), "", ""},
		{"a zone's rule of two ends", inZone("RRULE:FREQ=YEARLY;COUNT=3;UNTIL=20300101T000000Z\n"), core.FlawExclude, "RFC 5545 3.3.10"},
	} {
		found := linted(t, c.file)
		right := len(found) == 0
		if c.flaw != "" {
			right = slices.ContainsFunc(found, func(f core.Finding) bool { return f.Flaw == c.flaw && f.Rule == c.rule && f.Line > 0 })
			right = right && len(found) == 1
		}
		if !right {
			t.Errorf("%s: %+v", c.name, found)
		}
	}
}

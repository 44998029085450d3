package ical

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

func linted(t *testing.T, text string) []core.Finding {
	t.Helper()
	found, err := Lint(t.Context(), strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestLintFindsNothingInOurs(t *testing.T) {
	for _, s := range situations() {
		b, err := Calendar(&s.give)
		if err != nil {
			t.Fatal(err)
		}
		if found := linted(t, string(b)); len(found) > 0 {
			t.Errorf("%s: %+v", s.name, found)
		}
	}
}

const soundEvent = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n{cal}BEGIN:VEVENT\r\nUID:u@example.org\r\nDTSTAMP:20260101T000000Z\r\n" +
	"DTSTART:20260323T140000Z\r\nDTEND:20260323T150000Z\r\nSUMMARY:Sound\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n"

// withLines puts lines into the calendar and the event of a sound file.
func withLines(cal, event string) string {
	crlf := func(s string) string {
		if s == "" {
			return ""
		}
		return strings.ReplaceAll(s, "\n", "\r\n") + "\r\n"
	}
	return strings.NewReplacer("{cal}", crlf(cal), "{event}", crlf(event)).Replace(soundEvent)
}

func TestLint(t *testing.T) {
	if found := linted(t, withLines("", "")); len(found) > 0 {
		t.Fatalf("a sound file: %+v", found)
	}
	swap := func(old, now string) string { return strings.Replace(withLines("", ""), old, now, 1) }
	const organizer = "ORGANIZER:mailto:a@example.org"
	const guest = "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:b@example.org"
	zone := func(parts string) string {
		return "BEGIN:VTIMEZONE\nTZID:Z1\n" + parts + "END:VTIMEZONE"
	}
	standard := "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\n"
	for _, c := range []struct {
		name, file string
		flaw       core.Flaw
		rule       string
	}{
		{"no version", swap("VERSION:2.0\r\n", ""), core.FlawMissing, "RFC 5545 3.7.4"},
		{"another version", swap("VERSION:2.0", "VERSION:1.0"), core.FlawBadValue, "RFC 5545 3.7.4"},
		{"no product", swap("PRODID:-//x//x//EN\r\n", ""), core.FlawMissing, "RFC 5545 3.7.3"},
		{"an empty calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", core.FlawMissing, "RFC 5545 3.6"},
		{"METHOD in an event", withLines("", "METHOD:PUBLISH"), core.FlawNotAllowed, "RFC 5545 3.7.2"},
		{"NAME twice", swap("VERSION:2.0", "VERSION:2.0\r\nNAME:x\r\nNAME:y"), core.FlawTwice, "RFC 7986 5.1"},
		{"NAME twice in a language", swap("VERSION:2.0", "VERSION:2.0\r\nNAME:x\r\nNAME;LANGUAGE=de:x\r\nNAME;LANGUAGE=DE:y"), core.FlawTwice, "RFC 7986 5.1"},
		{"NAME in an event", withLines("", "NAME:x"), core.FlawNotAllowed, "RFC 7986 5.1"},
		{"no UID", swap("UID:u@example.org\r\n", ""), core.FlawMissing, "RFC 5545 3.8.4.7"},
		{"no DTSTAMP", swap("DTSTAMP:20260101T000000Z\r\n", ""), core.FlawMissing, "RFC 5545 3.8.7.2"},
		{"a local DTSTAMP", swap("DTSTAMP:20260101T000000Z", "DTSTAMP:20260101T000000"), core.FlawNotUTC, "RFC 5545 3.8.7.2"},
		{"no start", swap("DTSTART:20260323T140000Z\r\n", ""), core.FlawMissing, "RFC 5545 3.8.2.4"},
		{"two titles", withLines("", "SUMMARY:Again"), core.FlawTwice, "RFC 5545 3.6.1"},
		{"an end and a duration", withLines("", "DURATION:PT1H"), core.FlawExclude, "RFC 5545 3.6.1"},
		{"an end before the start", swap("DTEND:20260323T150000Z", "DTEND:20260323T130000Z"), core.FlawEndFirst, "RFC 5545 3.8.2.2"},
		{"an end that is a date", swap("DTEND:20260323T150000Z", "DTEND;VALUE=DATE:20260324"), core.FlawMixedForms, "RFC 5545 3.8.2.2"},
		{"a date without VALUE", swap("DTSTART:20260323T140000Z\r\nDTEND:20260323T150000Z", "DTSTART:20260323"), core.FlawNoValueDate, "RFC 5545 3.2.20"},
		{"a zone with a colon and no quotes", swap("DTSTART:20260323T140000Z", "DTSTART;TZID=(UTC+01:00) Berlin:20260323T140000"), core.FlawBadQuotes, "RFC 5545 3.2"},
		{"a time that is none", swap("DTSTART:20260323T140000Z", "DTSTART:20260332T140000Z"), core.FlawBadTime, "RFC 5545 3.8.2.4"},
		{"a zone beside UTC", swap("DTSTART:", "DTSTART;TZID=Europe/Berlin:"), core.FlawZoneInUTC, "RFC 5545 3.2.19"},
		{"a zone that is not described", swap("DTSTART:20260323T140000Z", "DTSTART;TZID=Europe/Berlin:20260323T140000"), core.FlawNoTimezone, "RFC 5545 3.2.19"},
		{"a rule that is none", withLines("", "RRULE:FREQ=OFTEN"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"COUNT and UNTIL", withLines("", "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20260401T000000Z"), core.FlawExclude, "RFC 5545 3.3.10"},
		{"UNTIL as a date", withLines("", "RRULE:FREQ=DAILY;UNTIL=20260401"), core.FlawMixedForms, "RFC 5545 3.3.10"},
		{"UNTIL without Z", withLines("", "RRULE:FREQ=DAILY;UNTIL=20260401T000000"), core.FlawNotUTC, "RFC 5545 3.3.10"},
		{"a start off the pattern", withLines("", "RRULE:FREQ=WEEKLY;BYDAY=FR"), core.FlawOffPattern, "RFC 5545 3.8.5.3"},
		{"a rule that ends before it begins", withLines("", "RRULE:FREQ=DAILY;UNTIL=20260323T135959Z"), core.FlawOffPattern, "RFC 5545 3.8.5.3"},
		{"counted days in a weekly rule", withLines("", "RRULE:FREQ=WEEKLY;BYDAY=1MO"), core.FlawBadValue, "RFC 5545 3.3.10"},
		{"a change of form", withLines("", "RECURRENCE-ID;VALUE=DATE:20260323"), core.FlawMixedForms, "RFC 5545 3.8.4.4"},
		{"THISANDFUTURE", withLines("", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260323T140000Z"), core.FlawFewKnow, "RFC 5545 3.2.13"},
		{"an unknown status", withLines("", "STATUS:MAYBE"), core.FlawBadValue, "RFC 5545 3.8.1.11"},
		{"an unknown transparency", withLines("", "TRANSP:GLASS"), core.FlawBadValue, "RFC 5545 3.8.2.7"},
		{"a sequence below nothing", withLines("", "SEQUENCE:-1"), core.FlawBadValue, "RFC 5545 3.8.7.4"},
		{"a priority of ten", withLines("", "PRIORITY:10"), core.FlawBadValue, "RFC 5545 3.8.1.9"},
		{"an address that is none", withLines("", "ORGANIZER:amina"), core.FlawBadAddress, "RFC 5545 3.3.3"},
		{"a guest twice", withLines("", guest+"\nATTENDEE:mailto:B@example.org"), core.FlawTwice, "RFC 5545 3.8.4.1"},
		{"a guest whom nobody asks", withLines("", guest), core.FlawMissing, "RFC 5545 3.8.4.3"},
		{"a name with a comma and no quotes", withLines("", organizer+"\n"+strings.Replace(guest, ";", ";CN=Doe, John;", 1)), core.FlawBadQuotes, "RFC 5545 3.2"},
		{"two names of one guest", withLines("", organizer+"\n"+strings.Replace(guest, ";", `;CN="Doe","John";`, 1)), core.FlawBadQuotes, "RFC 5545 3.2"},
		{"a URL that is none", withLines("", "URL:nowhere"), core.FlawBadAddress, "RFC 5545 3.8.4.6"},
		{"a conference without its type", withLines("", "CONFERENCE:https://meet.example.org"), core.FlawNoValueType, "RFC 7986 5.11"},
		{"a bare comma", withLines("", "LOCATION:Room 4, Berlin"), core.FlawBareMark, "RFC 5545 3.3.11"},
		{"an odd escape", withLines("", `LOCATION:C:\temp`), core.FlawBareMark, "RFC 5545 3.3.11"},
		{"an alarm without a text", withLines("", "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nEND:VALARM"), core.FlawMissing, "RFC 5545 3.6.6"},
		{"an alarm without a time", withLines("", "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nEND:VALARM"), core.FlawMissing, "RFC 5545 3.6.6"},
		{"a zone without parts", withLines(zone(""), ""), core.FlawMissing, "RFC 5545 3.6.5"},
		{"a zone without an offset", withLines(zone(strings.Replace(standard, "TZOFFSETTO:+0100\n", "", 1)), ""), core.FlawMissing, "RFC 5545 3.6.5"},
		{"a zone of two standards", withLines(zone(standard+standard), ""), core.FlawManyRules, "MS-STANOICAL 2.2.47"},
		{"a zone as a list", withLines(zone(strings.Replace(standard, "END:", "RDATE:"+strings.Repeat("19800101T000000,", 30)+"19810101T000000\nEND:", 1)), ""), core.FlawManyDates, ""},
		{"an unknown method", withLines("METHOD:ASK", ""), core.FlawBadValue, "RFC 5546 1.4"},
		{"a request without an organizer", withLines("METHOD:REQUEST", guest), core.FlawMissing, "RFC 5546 3.2.2"},
		{"a request without guests", withLines("METHOD:REQUEST", organizer), core.FlawMissing, "RFC 5546 3.2.2"},
		{"a request that Outlook cannot answer", withLines("METHOD:REQUEST", organizer+"\nATTENDEE:mailto:b@example.org"), core.FlawNoButtons, ""},
		{"a request with a calendar's name", withLines("METHOD:REQUEST\nX-WR-CALNAME:Work", organizer+"\n"+guest), core.FlawNamedInvite, ""},
		{"published with guests", withLines("METHOD:PUBLISH", organizer+"\n"+guest), core.FlawNotAllowed, "RFC 5546 3.2.1"},
		{"published without a title", strings.Replace(withLines("METHOD:PUBLISH", organizer), "SUMMARY:Sound\r\n", "", 1), core.FlawMissing, "RFC 5546 3.2.1"},
		{"RSVP=YES", withLines("", strings.Replace(guest, "RSVP=TRUE", "RSVP=YES", 1)), core.FlawBadValue, "RFC 5545 3.2.17"},
		{"north of the pole", withLines("", "GEO:91.5;13.4"), core.FlawBadValue, "RFC 5545 3.8.1.6"},
		{"beyond the date line", withLines("", "GEO:52.5;-181"), core.FlawBadValue, "RFC 5545 3.8.1.6"},
		{"a place of one number", withLines("", "GEO:52.5"), core.FlawBadValue, "RFC 5545 3.8.1.6"},
		{"one event twice", withLines("", "END:VEVENT\nBEGIN:VEVENT\nUID:u@example.org\nDTSTAMP:20260101T000000Z\nDTSTART:20260324T140000Z"), core.FlawTwice, "RFC 5545 3.8.4.7"},
		{"a reply of two", withLines("METHOD:REPLY", organizer+"\n"+guest+"\nATTENDEE:mailto:c@example.org"), core.FlawTwice, "RFC 5546 3.2.3"},
		{"a cancellation without its number", withLines("METHOD:CANCEL", organizer), core.FlawMissing, "RFC 5546 3.2.5"},
		{"an answer that says nothing", withLines("METHOD:REPLY", organizer+"\nATTENDEE:mailto:b@example.org"), core.FlawBadValue, "RFC 5546 3.2"},
		{"an answer that needs action", withLines("METHOD:REPLY", organizer+"\nATTENDEE;PARTSTAT=needs-action:mailto:b@example.org"), core.FlawBadValue, "RFC 5546 3.2"},
		{"a changed occurrence that recurs", withLines("", "RECURRENCE-ID:20260323T140000Z\nRRULE:FREQ=DAILY;COUNT=2"), core.FlawExclude, "RFC 5545 3.8.4.4"},
		{"a changed occurrence with dates", withLines("", "RECURRENCE-ID:20260323T140000Z\nRDATE:20260324T140000Z"), core.FlawExclude, "RFC 5545 3.8.4.4"},
		{"LF alone", strings.ReplaceAll(withLines("", ""), "\r\n", "\n"), core.FlawLineEnds, "RFC 5545 3.1"},
		{"a wide line", withLines("", "LOCATION:"+strings.Repeat("x", 80)), core.FlawWideLine, "RFC 5545 3.1"},
		{"a fold inside a character", withLines("", "LOCATION:\xd0\n \xb6"), core.FlawSplitSign, "RFC 5545 3.1"},
		{"a byte order mark", "\uFEFF" + withLines("", ""), core.FlawByteMark, "RFC 5545 3.1.4"},
		{"not UTF-8", withLines("", "LOCATION:\xff"), core.FlawNotUTF8, "RFC 5545 3.1.4"},
		{"a control character", withLines("", "LOCATION:\x01"), core.FlawControl, "RFC 5545 3.1"},
		{"no colon", withLines("", "LOCATION"), core.FlawBadLine, "RFC 5545 3.1"},
		{"quotes within a value", withLines("", `ATTENDEE;CN="a"b:mailto:a@example.org`), core.FlawBadQuotes, "RFC 5545 3.2"},
		{"no end", strings.Replace(withLines("", ""), "END:VCALENDAR\r\n", "", 1), core.FlawUnclosed, "RFC 5545 3.6"},
		{"an end too many", withLines("", "END:VALARM"), core.FlawStrayEnd, "RFC 5545 3.6"},
	} {
		found := linted(t, c.file)
		if !slices.ContainsFunc(found, func(f core.Finding) bool { return f.Flaw == c.flaw && f.Rule == c.rule && f.Line > 0 }) {
			t.Errorf("%s: %+v", c.name, found)
		}
	}
}

// What the table of properties and the forms of values forbid.
func TestLintOfPropertiesAndForms(t *testing.T) {
	swap := func(old, now string) string { return strings.Replace(withLines("", ""), old, now, 1) }
	part := func(name, lines string) string {
		sound := withLines("", "")
		return sound[:strings.Index(sound, "BEGIN:VEVENT")] + "BEGIN:" + name + "\r\n" + strings.ReplaceAll(lines, "\n", "\r\n") +
			"\r\nEND:" + name + "\r\nEND:VCALENDAR\r\n"
	}
	const own = "UID:t@example.org\nDTSTAMP:20260101T000000Z\n"
	const organizer = "ORGANIZER:mailto:a@example.org"
	allDay := swap("DTSTART:20260323T140000Z\r\nDTEND:20260323T150000Z", "DTSTART;VALUE=DATE:20260323\r\nDURATION:PT1H")
	zone := "BEGIN:VTIMEZONE\nTZID:Z1\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:{to}\nEND:STANDARD\nEND:VTIMEZONE"
	plusOne := strings.Replace(zone, "{to}", "+0100", 1)
	alarm := "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER{}\nEND:VALARM"
	for _, c := range []struct {
		name, file string
		flaw       core.Flaw
		rule       string
	}{
		{"hours of whole days", swap("DTSTART:20260323T140000Z\r\nDTEND:20260323T150000Z", "DTSTART;VALUE=DATE:20260323\r\nRRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,10"), core.FlawBadValue, "RFC 5545 3.3.10"},
		{"a space before a time", swap("DTSTART:20260323T140000Z", "DTSTART: 20260323T140000Z"), core.FlawBadValue, "RFC 5545 3.8.2.4"},
		{"a space after a length", withLines("", strings.Replace(alarm, "{}", ":-PT5M ", 1)), core.FlawBadValue, "RFC 5545 3.8.6.3"},
		{"a language by an underscore", withLines("", "COMMENT;LANGUAGE=en_US:x"), core.FlawBadValue, "RFC 5545 3.2.10"},
		{"a kind of guest that is no name", withLines("", organizer+"\nATTENDEE;CUTYPE=FOO BAR:mailto:b@example.org"), core.FlawBadValue, "RFC 5545 3.2.3"},
		{"a space before a place", withLines("", "GEO: 1;2"), core.FlawBadValue, "RFC 5545 3.8.1.6"},
		{"a length without figures", withLines("", strings.Replace(alarm, "{}", ":-PTM", 1)), core.FlawBadLength, "RFC 5545 3.3.6"},
		{"hour 24", swap("DTSTART:20260323T140000Z", "DTSTART:20260322T240000Z"), core.FlawBadTime, "RFC 5545 3.8.2.4"},
		{"asked to what is off", withLines("METHOD:REQUEST", organizer+"\nATTENDEE;RSVP=TRUE:mailto:b@example.org\nSTATUS:CANCELLED"), core.FlawBadValue, "RFC 5546 3.2.2"},
		{"asked with what was answered", withLines("METHOD:REQUEST", organizer+"\nATTENDEE;RSVP=TRUE:mailto:b@example.org\nREQUEST-STATUS:2.0;Success"), core.FlawNotAllowed, "RFC 5546 3.2.2"},
		{"a status of one figure", withLines("", "REQUEST-STATUS:200;Fine"), core.FlawBadValue, "RFC 5545 3.8.8.3"},
		{"two sounds", withLines("", "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nATTACH:https://a.example/1\nATTACH:https://a.example/2\nEND:VALARM"), core.FlawTwice, "RFC 5545 3.6.6"},
		{"before an end that is not told", strings.Replace(withLines("", strings.Replace(alarm, "{}", ";RELATED=END:-PT5M", 1)), "DTEND:20260323T150000Z\r\n", "", 1), core.FlawMissing, "RFC 5545 3.8.6.3"},
		{"a zone's rule that ends by a local clock", withLines(strings.Replace(plusOne, "END:STANDARD", "RRULE:FREQ=YEARLY;UNTIL=20300101T000000\nEND:STANDARD", 1), ""), core.FlawNotUTC, "RFC 5545 3.6.5"},
		{"a calendar changed by a local clock", withLines("LAST-MODIFIED:20260101T000000", ""), core.FlawNotUTC, "RFC 5545 3.8.7.3"},
		{"sent by no URI", withLines("", `ORGANIZER;SENT-BY="b@example.org":mailto:a@example.org`), core.FlawBadValue, "RFC 5545 3.2.18"},
		{"a language that is none", withLines("", "COMMENT;LANGUAGE=english_us:x"), core.FlawBadValue, "RFC 5545 3.2.10"},
		{"a feature of nothing", withLines("", "CONFERENCE;VALUE=URI;FEATURE=:https://a.example/"), core.FlawBadValue, "RFC 7986 6.3"},
		{"lone CR", strings.ReplaceAll(withLines("", ""), "\r\n", "\r"), core.FlawLineEnds, "RFC 5545 3.1"},
		{"UTF-16", utf16Of(withLines("", "")), core.FlawNotUTF8, "RFC 5545 3.1.4"},
		{"an end by no clock", swap("DTEND:20260323T150000Z", "DTEND:20260323T150000"), core.FlawMixedClocks, "RFC 5545 3.8.2.2"},
		{"an hour of a whole day", allDay, core.FlawMixedForms, "RFC 5545 3.8.2.5"},
		{"a date with a zone", swap("DTSTART:20260323T140000Z\r\nDTEND:20260323T150000Z", "DTSTART;VALUE=DATE;TZID=Europe/Berlin:20260323"), core.FlawNotAllowed, "RFC 5545 3.2.19"},
		{"a date that is a time", swap("DTSTART:", "DTSTART;VALUE=DATE:"), core.FlawBadTime, "RFC 5545 3.3.4"},
		{"a start that is a text", swap("DTSTART:", "DTSTART;VALUE=TEXT:"), core.FlawBadValue, "RFC 5545 3.2.20"},
		{"FREQ twice", withLines("", "RRULE:FREQ=DAILY;FREQ=DAILY;COUNT=2"), core.FlawTwice, "RFC 5545 3.3.10"},
		{"a rule that ends in a semicolon", withLines("", "RRULE:FREQ=DAILY;COUNT=2;"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"BYSETPOS alone", withLines("", "RRULE:FREQ=DAILY;BYSETPOS=1"), core.FlawBadRule, "RFC 5545 3.3.10"},
		{"BYYEARDAY in a daily rule", withLines("", "RRULE:FREQ=DAILY;BYYEARDAY=82"), core.FlawBadValue, "RFC 5545 3.3.10"},
		{"weeks and hours", swap("DTEND:20260323T150000Z", "DURATION:P1WT1H"), core.FlawBadLength, "RFC 5545 3.3.6"},
		{"hours and seconds", swap("DTEND:20260323T150000Z", "DURATION:PT1H5S"), core.FlawBadLength, "RFC 5545 3.3.6"},
		{"a T with nothing", swap("DTEND:20260323T150000Z", "DURATION:P1DT"), core.FlawBadLength, "RFC 5545 3.3.6"},
		{"less than nothing", swap("DTEND:20260323T150000Z", "DURATION:-PT1H"), core.FlawBadValue, "RFC 5545 3.8.2.5"},
		{"minus nothing of UTC", withLines(strings.Replace(zone, "{to}", "-0000", 1), ""), core.FlawBadValue, "RFC 5545 3.3.14"},
		{"a zone twice", withLines(plusOne+"\n"+plusOne, ""), core.FlawTwice, "RFC 5545 3.6.5"},
		{"a name twice", withLines("", "ATTENDEE;CN=A;CN=B:mailto:b@example.org"), core.FlawTwice, "RFC 5545 3.8.4.1"},
		{"a parameter without a value", withLines("", "ATTENDEE;CN:mailto:b@example.org"), core.FlawBadLine, "RFC 5545 3.2"},
		{"a guest's word on a title", swap("SUMMARY:", "SUMMARY;PARTSTAT=ACCEPTED:"), core.FlawNotAllowed, "RFC 5545 3.2.12"},
		{"a task's word of a guest", withLines("", "ATTENDEE;PARTSTAT=COMPLETED:mailto:b@example.org"), core.FlawBadValue, "RFC 5545 3.2.12"},
		{"a delegate not in quotes", withLines("", "ATTENDEE;DELEGATED-TO=c@example.org:mailto:b@example.org"), core.FlawBadQuotes, "RFC 5545 3.2.5"},
		{"an unknown range", withLines("", "RECURRENCE-ID;RANGE=THISANDPRIOR:20260323T140000Z"), core.FlawBadValue, "RFC 5545 3.2.13"},
		{"an empty line", swap("SUMMARY", "\r\nSUMMARY"), core.FlawBadLine, "RFC 5545 3.1"},
		{"a colour that is none", withLines("", "COLOR:#ff0000"), core.FlawBadValue, "RFC 7986 5.9"},
		{"back in time", withLines("REFRESH-INTERVAL;VALUE=DURATION:-PT1H", ""), core.FlawBadValue, "RFC 7986 5.7"},
		{"an attachment that is none", withLines("", "ATTACH;ENCODING=BASE64;VALUE=BINARY:%%%"), core.FlawBadValue, "RFC 5545 3.3.1"},
		{"a due date of an event", withLines("", "DUE:20260324T140000Z"), core.FlawNotAllowed, "RFC 5545 3.8.2.3"},
		{"a guest of the calendar", withLines("ATTENDEE:mailto:b@example.org", ""), core.FlawNotAllowed, "RFC 5545 3.8.4.1"},
		{"a period that is none", withLines("", "RDATE;VALUE=PERIOD:20260324T140000Z/20260324T130000Z"), core.FlawBadTime, "RFC 5545 3.8.5.2"},
		{"one occurrence twice", withLines("", "RECURRENCE-ID:20260323T140000Z\nEND:VEVENT\nBEGIN:VEVENT\nUID:u@example.org\nDTSTAMP:20260101T000000Z\nDTSTART:20260324T140000Z\nRECURRENCE-ID:20260323T140000Z"), core.FlawTwice, "RFC 5545 3.8.4.7"},
		{"an alarm by a local clock", withLines("", strings.Replace(alarm, "{}", ";VALUE=DATE-TIME:20260323T120000", 1)), core.FlawNotUTC, "RFC 5545 3.8.6.3"},
		{"an alarm before an end that is a time", withLines("", strings.Replace(alarm, "{}", ";VALUE=DATE-TIME;RELATED=END:20260323T120000Z", 1)), core.FlawNotAllowed, "RFC 5545 3.8.6.3"},
		{"a task without a UID", part("VTODO", "DTSTAMP:20260101T000000Z"), core.FlawMissing, "RFC 5545 3.8.4.7"},
		{"a task with a due date and a length", part("VTODO", own+"DTSTART:20260323T140000Z\nDUE:20260324T140000Z\nDURATION:PT1H"), core.FlawExclude, "RFC 5545 3.6.2"},
		{"a task of a length without a start", part("VTODO", own+"DURATION:PT1H"), core.FlawMissing, "RFC 5545 3.6.2"},
		{"a confirmed task", part("VTODO", own+"STATUS:CONFIRMED"), core.FlawBadValue, "RFC 5545 3.8.1.11"},
		{"more than done", part("VTODO", own+"PERCENT-COMPLETE:101"), core.FlawBadValue, "RFC 5545 3.8.1.8"},
		{"a journal with a place", part("VJOURNAL", own+"LOCATION:Lagos"), core.FlawNotAllowed, "RFC 5545 3.8.1.7"},
		{"free time by a local clock", part("VFREEBUSY", own+"FREEBUSY:20260323T140000/PT1H"), core.FlawNotUTC, "RFC 5545 3.8.2.6"},
		{"free time without an end", part("VFREEBUSY", own+"FREEBUSY:20260323T140000Z"), core.FlawBadValue, "RFC 5545 3.3.9"},
		{"what is left out by a rule", withLines("", "RRULE:FREQ=DAILY;COUNT=5\nEXRULE:FREQ=DAILY;COUNT=2"), core.FlawNotAllowed, "RFC 5545 A.3"},
		{"a guest of what is shown", withLines("", strings.Replace(alarm, "{}", ":-PT5M\nATTENDEE:mailto:b@example.org", 1)), core.FlawNotAllowed, "RFC 5545 3.6.6"},
		{"a guest of a sound", withLines("", "BEGIN:VALARM\nACTION:AUDIO\nTRIGGER:-PT5M\nATTENDEE:mailto:b@example.org\nEND:VALARM"), core.FlawNotAllowed, "RFC 5545 3.6.6"},
		{"an alarm that runs a program", withLines("", "BEGIN:VALARM\nACTION:PROCEDURE\nTRIGGER:-PT5M\nATTACH:https://a.example/1\nEND:VALARM"), core.FlawBadValue, "RFC 5545 A.3"},
		{"before a start that is not told", part("VTODO", own+"DUE:20260324T140000Z\n"+strings.Replace(alarm, "{}", ":-PT5M", 1)), core.FlawMissing, "RFC 5545 3.8.6.3"},
		{"a task that recurs from no day", part("VTODO", own+"DUE:20260324T140000Z\nRRULE:FREQ=DAILY;COUNT=2"), core.FlawMissing, "RFC 5545 3.8.2.4"},
		{"free time that ends before it begins", part("VFREEBUSY", own+"DTSTART:20260323T140000Z\nDTEND:20260323T130000Z"), core.FlawEndFirst, "RFC 5545 3.8.2.2"},
		{"a refusal that rings", withLines("METHOD:DECLINECOUNTER", organizer+"\n"+strings.Replace(alarm, "{}", ":-PT5M", 1)), core.FlawNotAllowed, "RFC 5546 3.2.8"},
		{"more without a number", withLines("METHOD:ADD", organizer), core.FlawMissing, "RFC 5546 3.2.4"},
		{"an answer that rings", withLines("METHOD:REPLY", organizer+"\nATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.org\n"+strings.Replace(alarm, "{}", ":-PT5M", 1)), core.FlawNotAllowed, "RFC 5546 3.2.3"},
		{"who asks anew and says when", withLines("METHOD:REFRESH", organizer+"\nATTENDEE:mailto:b@example.org"), core.FlawNotAllowed, "RFC 5546 3.2.6"},
	} {
		found := linted(t, c.file)
		if !slices.ContainsFunc(found, func(f core.Finding) bool { return f.Flaw == c.flaw && f.Rule == c.rule && f.Line > 0 }) {
			t.Errorf("%s: %+v", c.name, found)
		}
	}
	for _, sound := range []string{
		strings.Replace(withLines("", ""), "DTEND:20260323T150000Z", "DURATION:P99999D", 1),
		strings.Replace(withLines("", ""), "DTEND:20260323T150000Z", "DURATION:+P1DT1H2M3S", 1),
		withLines("", "COMMENT;LANGUAGE=en-US:x"), withLines("", organizer+"\nATTENDEE;CUTYPE=X-Robot1;ROLE=req-participant:mailto:b@example.org"),
		withLines("COLOR:Crimson\nNAME:a\nNAME;LANGUAGE=ru:б\nREFRESH-INTERVAL;VALUE=DURATION:P1D", "COLOR:darkslategrey\nX-OURS;FREELY=a:b"),
		withLines("", organizer+"\n"+`ATTENDEE;CN="Doe, John";DELEGATED-TO="m:c","m:d":mailto:b@x.org`),
		withLines("", "RDATE;VALUE=PERIOD:20260324T140000Z/PT1H,20260325T140000Z/20260325T150000Z\nATTACH:https://example.org/a.pdf"),
		part("VTODO", own+"DTSTART;VALUE=DATE:20260323\nDUE;VALUE=DATE:20260325\nSTATUS:IN-PROCESS\nPERCENT-COMPLETE:40"),
		part("VJOURNAL", own+"DESCRIPTION:one\nDESCRIPTION:two\nSTATUS:FINAL"),
		part("VFREEBUSY", own+"FREEBUSY;FBTYPE=BUSY:20260323T140000Z/PT1H"),
	} {
		if found := linted(t, sound); len(found) > 0 {
			t.Errorf("%+v in\n%s", found, sound)
		}
	}
}

// utf16Of writes a text of ASCII in UTF-16.
func utf16Of(s string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for i := range len(s) {
		b.WriteByte(s[i])
		b.WriteByte(0)
	}
	return b.String()
}

// The grammar of lengths, beside what the reader takes.
func TestStrictLength(t *testing.T) {
	for _, right := range []string{"P1W", "P15D", "P15DT5H0M20S", "PT1H", "PT1H5M", "PT5M", "PT5M3S", "PT0S", "-PT15M", "+P1D", "P1DT5M"} {
		if !strictLength(right) {
			t.Errorf("%s is refused", right)
		}
	}
	for _, wrong := range []string{"", "P", "PT", "P1", "P1WT1H", "P1W1D", "P1DT", "PT1H5S", "PT5S3M", "P1H", "PT1D", "1D", "P-1D", "PT1H1H", "--P1D", "+-P1D", "-+P1D"} {
		if strictLength(wrong) {
			t.Errorf("%s is taken", wrong)
		}
	}
}

// Two messages in one, and a nest without end.
// Each line that is too long is named, so that it can be found; of very many the rest is counted.
// What is sent of busy times, tasks and journals has rules of its own by METHOD, as events do; what keeps them is not spoken of.
func TestLintOfOtherMessages(t *testing.T) {
	const organizer, guest = "ORGANIZER:mailto:a@example.org\n", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.org\n"
	const window = "DTSTART:20260323T000000Z\nDTEND:20260330T000000Z\n"
	part := func(name, method, lines string) string {
		sound := strings.Replace(withLines("METHOD:"+method, ""), "PRODID", "X-A:b\r\nPRODID", 1)
		return sound[:strings.Index(sound, "BEGIN:VEVENT")] + "BEGIN:" + name + "\r\nUID:t@example.org\r\nDTSTAMP:20260101T000000Z\r\n" +
			strings.ReplaceAll(lines, "\n", "\r\n") + "END:" + name + "\r\nEND:VCALENDAR\r\n"
	}
	for _, c := range []struct{ name, method, sound, lacks, has, rule string }{
		{"VFREEBUSY", "PUBLISH", organizer + window + "FREEBUSY:20260323T090000Z/PT1H\n", "ORGANIZER,DTSTART,DTEND", guest, "RFC 5546 3.3.1"},
		{"VFREEBUSY", "REQUEST", organizer + window + guest, "ORGANIZER,ATTENDEE,DTSTART,DTEND", "FREEBUSY:20260323T090000Z/PT1H\n", "RFC 5546 3.3.2"},
		{"VFREEBUSY", "REPLY", organizer + window + guest, "ORGANIZER,ATTENDEE", "ATTENDEE:mailto:c@example.org\n", "RFC 5546 3.3.3"},
		{"VTODO", "PUBLISH", organizer + "DTSTART:20260323T090000Z\nPRIORITY:5\nSUMMARY:x\n", "ORGANIZER,DTSTART,PRIORITY,SUMMARY", guest, "RFC 5546 3.4.1"},
		{"VTODO", "REQUEST", organizer + guest + "DTSTART:20260323T090000Z\nPRIORITY:5\nSUMMARY:x\n", "ORGANIZER,ATTENDEE,PRIORITY", "REQUEST-STATUS:2.0;Success\n", "RFC 5546 3.4.2"},
		{"VTODO", "REPLY", organizer + guest, "ORGANIZER,ATTENDEE", "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\nTRIGGER;VALUE=DATE-TIME:20260323T090000Z\nEND:VALARM\n", "RFC 5546 3.4.3"},
		{"VTODO", "ADD", organizer + "PRIORITY:5\nSUMMARY:x\nSEQUENCE:1\n", "SEQUENCE", "REQUEST-STATUS:2.0;Success\n", "RFC 5546 3.4.4"},
		{"VTODO", "CANCEL", organizer + "SEQUENCE:1\n", "ORGANIZER,SEQUENCE", "STATUS:COMPLETED\n", "RFC 5546 3.4.5"},
		{"VTODO", "REFRESH", guest, "ATTENDEE", "PRIORITY:5\n", "RFC 5546 3.4.6"},
		{"VTODO", "COUNTER", organizer + guest + "PRIORITY:5\nSUMMARY:x\n", "ATTENDEE,PRIORITY", "", "RFC 5546 3.4.7"},
		{"VTODO", "DECLINECOUNTER", organizer, "ORGANIZER", "", "RFC 5546 3.4.8"},
		{"VJOURNAL", "PUBLISH", organizer + "DTSTART;VALUE=DATE:20260323\nDESCRIPTION:x\n", "ORGANIZER,DESCRIPTION,DTSTART", guest, "RFC 5546 3.5.1"},
		{"VJOURNAL", "ADD", organizer + "DTSTART;VALUE=DATE:20260323\nDESCRIPTION:x\nSEQUENCE:1\n", "SEQUENCE", "", "RFC 5546 3.5.2"},
		{"VJOURNAL", "CANCEL", organizer + "SEQUENCE:1\n", "SEQUENCE", "STATUS:FINAL\n", "RFC 5546 3.5.3"},
	} {
		told := func(what, lines string) {
			found := linted(t, part(c.name, c.method, lines))
			if !slices.ContainsFunc(found, func(f core.Finding) bool { return f.Rule == c.rule }) {
				t.Errorf("%s of %s %s: %+v", c.method, c.name, what, found)
			}
		}
		if found := linted(t, part(c.name, c.method, c.sound)); len(found) > 0 {
			t.Errorf("a sound %s of %s: %+v", c.method, c.name, found)
		}
		for _, name := range strings.Split(c.lacks, ",") {
			var kept []string
			for line := range strings.Lines(c.sound) {
				if !strings.HasPrefix(line, name) {
					kept = append(kept, line)
				}
			}
			told("without "+name, strings.Join(kept, ""))
		}
		if c.has != "" {
			told("with "+c.has, c.sound+c.has)
		}
	}
	for name, rule := range map[string]string{"VFREEBUSY": "RFC 5546 3.3", "VJOURNAL": "RFC 5546 3.5"} {
		if found := linted(t, part(name, "COUNTER", organizer)); !slices.ContainsFunc(found, func(f core.Finding) bool { return f.Rule == rule && f.Flaw == core.FlawNotAllowed }) {
			t.Errorf("a COUNTER of %s: %+v", name, found)
		}
	}
}

func TestLintNamesEachLongLine(t *testing.T) {
	long := func(n int) string {
		return withLines("", strings.TrimSuffix(strings.Repeat("COMMENT:"+strings.Repeat("a", maxOctets)+"\n", n), "\n"))
	}
	for _, c := range []struct{ lines, named, more int }{{3, 3, 0}, {mostLines, mostLines, 0}, {mostLines + 7, mostLines, 7}} {
		found := linted(t, long(c.lines))
		for i, f := range found {
			more := 0
			if i == c.named {
				more = c.more
			}
			if f.Flaw != core.FlawWideLine || f.Line != found[0].Line+i || f.More != more {
				t.Errorf("%+v", f)
			}
		}
		if want := c.named + min(c.more, 1); len(found) != want {
			t.Errorf("%d of %d lines: %+v", len(found), c.lines, found)
		}
	}
}

func TestLintOfManyParts(t *testing.T) {
	one := withLines("METHOD:REQUEST", "ORGANIZER:mailto:a@example.org\nATTENDEE;RSVP=TRUE:mailto:b@example.org")
	event := one[strings.Index(one, "BEGIN:VEVENT"):strings.Index(one, "END:VCALENDAR")]
	two := strings.Replace(one, event, event+strings.Replace(event, "UID:u@", "UID:v@", 1), 1)
	if found := linted(t, two); len(found) != 1 || found[0].Flaw != core.FlawManyUIDs {
		t.Errorf("%+v", found)
	}
	if found := linted(t, "BEGIN:VCALENDAR\r\n"+strings.Repeat("BEGIN:X\r\n", 100_000)); !slices.ContainsFunc(found, func(f core.Finding) bool { return f.Flaw == core.FlawTooDeep }) {
		t.Errorf("%+v", found)
	}
	if _, err := Lint(t.Context(), strings.NewReader("hello")); core.CodeOf(err) != core.CodeNotImport {
		t.Error(err)
	}
}

// What libical's table of restrictions refuses, ours refuses too.
func TestLintIsAsStrictAsLibical(t *testing.T) {
	judges := icaltest.Start(t)
	for _, file := range foreign(t) {
		raw := readFile(t, file)
		ours := linted(t, string(raw))
		path := filepath.Join(t.TempDir(), "x.ics")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := judges.Restrict(path); err != nil && len(ours) == 0 {
			t.Errorf("%s: libical refuses: %v", file, err)
		}
	}
}

package ical

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"mentorbook/core"
)

// The shapes in which calendar programs answer: what stands in an object, in which order, and how it is spelled.
const (
	googleAnswer = `PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:{method}
BEGIN:VEVENT
DTSTART:20261203T100000Z
DTEND:20261203T104500Z
DTSTAMP:20261124T091500Z
ORGANIZER;CN=maja@example.org:mailto:maja@example.org
UID:one@mentorbook.app
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};CN=Amina
  Yusuf;X-NUM-GUESTS=0:mailto:amina@example.org
CREATED:20261123T080000Z
DESCRIPTION:Agenda:\n1. How the week went
LAST-MODIFIED:20261124T091500Z
LOCATION:Room 4\, 2nd floor
SEQUENCE:2
STATUS:CONFIRMED
SUMMARY:Amina and Maja
TRANSP:OPAQUE
END:VEVENT
`
	outlookAnswer = `METHOD:{method}
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT={answer};CN=Amina Yusuf:MAILTO:Amina@Example.org
COMMENT;LANGUAGE=de-DE:Das passt\, denke ich\n
UID:one@mentorbook.app
SUMMARY;LANGUAGE=de-DE:Mit Vorbehalt: Amina and Maja
DTSTART;TZID=W. Europe Standard Time:20261203T110000
DTEND;TZID=W. Europe Standard Time:20261203T114500
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20261124T091500Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:2
LOCATION;LANGUAGE=de-DE:Room 4
X-MICROSOFT-CDO-APPT-SEQUENCE:2
X-MICROSOFT-CDO-OWNERAPPTID:2118540394
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE
X-MICROSOFT-CDO-IMPORTANCE:1
X-MICROSOFT-CDO-INSTTYPE:0
X-MICROSOFT-DISALLOW-COUNTER:FALSE
END:VEVENT
`
	appleAnswer = `VERSION:2.0
PRODID:-//Apple Inc.//macOS 14.2.1//EN
CALSCALE:GREGORIAN
METHOD:{method}
BEGIN:VEVENT
ORGANIZER;CN="Maja Novak";EMAIL="maja@example.org":mailto:maja@example.org
DTEND:20261203T104500Z
UID:one@mentorbook.app
DTSTAMP:20261124T091500Z
SEQUENCE:2
SUMMARY:Amina and Maja
DTSTART:20261203T100000Z
ATTENDEE;CN="Amina Yusuf";CUTYPE=INDIVIDUAL;EMAIL="amina@example.org";PA
 RTSTAT={answer}:/aMTIzNDU2Nzg5/principal/
END:VEVENT
`
	thunderbirdAnswer = `PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
METHOD:{method}
BEGIN:VEVENT
CREATED:20261123T080000Z
LAST-MODIFIED:20261124T091500Z
DTSTAMP:20261124T091500Z
UID:one@mentorbook.app
SUMMARY:Amina and Maja
ORGANIZER;CN=Maja Novak;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:maja@example.org
ATTENDEE;CN=Amina Yusuf;PARTSTAT={answer};ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:amina@example.org
DTSTART:20261203T100000Z
DTEND:20261203T104500Z
TRANSP:OPAQUE
SEQUENCE:2
X-MOZ-RECEIVED-SEQUENCE:2
X-MOZ-RECEIVED-DTSTAMP:20261123T080000Z
END:VEVENT
`
)

func answered(t *testing.T, shape, method, partstat string) core.CalendarAnswer {
	t.Helper()
	text := strings.NewReplacer("{method}", method, "{answer}", partstat, "\n", "\r\n").Replace("BEGIN:VCALENDAR\n" + shape + "END:VCALENDAR\n")
	b, err := Calendars{}.Read(t.Context(), "answer.ics", strings.NewReader(text), nil)
	if err != nil || len(b.Answers) != 1 || len(b.Findings) > 0 || b.Count != 0 {
		t.Fatalf("%+v, %v", b, err)
	}
	return b.Answers[0]
}

// The answers of the programs that people use are understood, each in its own shape: who, to which version, and what.
func TestAnswersAsProgramsWriteThem(t *testing.T) {
	said := time.Date(2026, 11, 24, 9, 15, 0, 0, time.UTC)
	for name, shape := range map[string]string{"Google": googleAnswer, "Outlook": outlookAnswer, "Apple": appleAnswer, "Thunderbird": thunderbirdAnswer} {
		for partstat, want := range map[string]core.Answer{"ACCEPTED": core.AnswerAccepted, "DECLINED": core.AnswerDeclined, "TENTATIVE": core.AnswerTentative} {
			a := answered(t, shape, "REPLY", partstat)
			if a.Answer != want || a.UID != "one@mentorbook.app" || core.EmailKey(a.Email) != "amina@example.org" || a.Sequence != 2 || !a.Stamp.Equal(said) || a.Proposed || a.Delegate != "" {
				t.Errorf("%s, %s: %+v", name, partstat, a)
			}
			if name == "Outlook" && a.Comment != "Das passt, denke ich" {
				t.Errorf("the comment is %q", a.Comment)
			}
		}
		one := strings.Replace(shape, "UID:", "RECURRENCE-ID:20261210T100000Z\nUID:", 1)
		if a := answered(t, one, "REPLY", "DECLINED"); !a.Recurrence.Equal(time.Date(2026, 12, 10, 10, 0, 0, 0, time.UTC)) {
			t.Errorf("%s: of one occurrence: %+v", name, a)
		}
		moved := strings.NewReplacer("DTSTART:20261203T100000Z", "DTSTART:20261203T150000Z", "DTEND:20261203T104500Z", "DTEND:20261203T154500Z",
			":20261203T110000", ":20261203T160000", ":20261203T114500", ":20261203T164500").Replace(shape)
		a := answered(t, moved, "COUNTER", "TENTATIVE")
		if !a.Proposed || a.Start.Hour() != 15 || a.End.Sub(a.Start) != 45*time.Minute || core.EmailKey(a.Email) != "amina@example.org" {
			t.Errorf("%s: proposes %+v", name, a)
		}
		to := strings.Replace(shape, "PARTSTAT={answer}", `PARTSTAT=DELEGATED;DELEGATED-TO="mailto:juma@example.org"`, 1)
		if name == "Apple" { // its line is folded within the word
			to = strings.Replace(shape, "PA\n RTSTAT={answer}", "PA\n RTSTAT=DELEGATED;DELEGATED-TO=\"mailto:juma@example.org\"", 1)
		}
		if a := answered(t, to, "REPLY", ""); a.Answer != core.AnswerNone || a.Delegate != "juma@example.org" {
			t.Errorf("%s: sends %+v", name, a)
		}
	}
}

// The situations that the judges are asked about are as many and as various as they are said to be: methods, kinds of
// series, what was moved and called off, zones with every sort of clock, and texts that break weak readers.
func TestTheSituationsAreVarious(t *testing.T) {
	names, methods, rules, zones := map[string]bool{}, map[core.Method]bool{}, map[core.Frequency]bool{}, map[core.Zone]bool{}
	var moved, off, one, cyrillic, emoji, long int
	for _, s := range seriesCases() {
		names[s.name], methods[s.give.Method], zones[s.give.Series.Zone] = true, true, true
		if !s.give.Series.Rule.IsZero() {
			rules[s.give.Series.Rule.Freq] = true
		}
		moved, off = moved+len(s.give.Series.Moved), off+len(s.give.Series.Except)
		if !s.give.Series.Original.IsZero() {
			one++
		}
	}
	for _, s := range situations() {
		names[s.name], methods[s.give.Method] = true, true
	}
	for _, text := range append(textsOf(seriesCases()), textsOfSingle(situations())...) {
		if strings.ContainsAny(text, "ЖжЯяДд") {
			cyrillic++
		}
		if strings.ContainsRune(text, '👩') {
			emoji++
		}
		if utf8.RuneCountInString(text) >= 5_000 {
			long++
		}
	}
	if len(names) < 40 || len(names) != len(seriesCases())+len(situations()) {
		t.Errorf("%d names for %d situations", len(names), len(seriesCases())+len(situations()))
	}
	if len(methods) != 4 || len(rules) < 4 || len(zones) < 12 || moved == 0 || off == 0 || one < 2 || cyrillic == 0 || emoji == 0 || long == 0 {
		t.Errorf("%d methods, %d sorts of rules, %d zones, %d moved, %d off, %d alone, %d Cyrillic, %d with emoji, %d long",
			len(methods), len(rules), len(zones), moved, off, one, cyrillic, emoji, long)
	}
	t.Logf("%d situations", len(names))
}

func textsOf(all []seriesCase) (out []string) {
	for _, s := range all {
		out = append(out, s.give.Description)
	}
	return out
}

func textsOfSingle(all []situation) (out []string) {
	for _, s := range all {
		out = append(out, s.give.Description)
	}
	return out
}

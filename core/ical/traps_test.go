package ical

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// inCalendar puts lines into one event of one calendar.
func inCalendar(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:trap\r\nDTSTAMP:20260101T000000Z\r\n" +
		strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
}

// starts lists the starts within 2026 as "0323T1400", and the findings.
func starts(t *testing.T, file string) (string, []core.Finding) {
	t.Helper()
	list, findings, err := Occurrences(t.Context(), strings.NewReader(file), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range list {
		out = append(out, o.Start.Format("0102T1504"))
	}
	return strings.Join(out, " "), findings
}

// Each trap is a file that calendar programs or people really make, and what is to be found in it.
func TestTrapsOfReading(t *testing.T) {
	const berlin = ";TZID=Europe/Berlin:"
	vtimezone := "BEGIN:VTIMEZONE\r\nTZID:Our office\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0530\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
	for _, c := range []struct{ name, file, want string }{
		{"byte order mark", "\uFEFF" + inCalendar("DTSTART:20260323T140000Z"), "0323T1400"},
		{"lone CR", strings.ReplaceAll(inCalendar("DTSTART:20260323T140000Z"), "\r\n", "\r"), "0323T1400"},
		{"LF alone", strings.ReplaceAll(inCalendar("DTSTART:20260323T140000Z"), "\r\n", "\n"), "0323T1400"},
		{"no line end at the end", strings.TrimSpace(inCalendar("DTSTART:20260323T140000Z")), "0323T1400"},
		{"a fold within a name", inCalendar("DTST\r\n ART:20260323T1400\r\n\t00Z"), "0323T1400"},
		{"lower case", strings.ToLower(inCalendar("DTSTART;VALUE=DATE-TIME:20260323T140000Z")), "0323T1400"},
		{"VALUE=date in lower case", inCalendar("DTSTART;VALUE=date:20260323"), "0323T0000"},
		{"a date without VALUE", inCalendar("DTSTART:20260323"), "0323T0000"},
		{"a zone in quotes", inCalendar(`DTSTART;TZID="Europe/Berlin":20260323T140000`), "0323T1300"},
		{"a name of Windows", inCalendar("DTSTART;TZID=Russian Standard Time:20260323T140000"), "0323T1100"},
		{"a name with a prefix", inCalendar("DTSTART;TZID=/citadel.org/20210210_1/Asia/Tokyo:20260323T140000"), "0323T0500"},
		{"a zone of the file behind its event", strings.Replace(inCalendar("DTSTART;TZID=Our office:20260323T140000"), "END:VCALENDAR", vtimezone+"END:VCALENDAR", 1), "0323T0830"},
		{"a list in EXDATE", inCalendar("DTSTART"+berlin+"20260323T140000", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE"+berlin+"20260324T140000,20260325T140000"), "0323T1300 0326T1300"},
		{"EXDATE in UTC", inCalendar("DTSTART"+berlin+"20260323T140000", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20260324T130000Z"), "0323T1300"},
		{"hours in the rule of whole days", inCalendar("DTSTART;VALUE=DATE:20260323", "RRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,10;BYMINUTE=5"), "0323T0000 0324T0000 0325T0000"},
		{"EXDATE by day", inCalendar("DTSTART"+berlin+"20260323T140000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260324"), "0323T1300 0325T1300"},
		{"RDATE without RRULE", inCalendar("DTSTART:20260323T140000Z", "RDATE:20260325T140000Z,20260327T150000Z"), "0323T1400 0325T1400 0327T1500"},
		{"a start off the pattern counts as the first", inCalendar("DTSTART:20260325T140000Z", "RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=3"), "0325T1400 0327T1400 0403T1400"},
		{"whole days across a clock change", inCalendar("DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330", "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=2"), "0328T0000 0330T0000"},
		{"the hour that is skipped", inCalendar("DTSTART" + berlin + "20260329T023000"), "0329T0130"},
		{"the hour that comes twice", inCalendar("DTSTART" + berlin + "20261025T023000"), "1025T0030"},
		{"the local hour stays", inCalendar("DTSTART"+berlin+"20260327T140000", "RRULE:FREQ=WEEKLY;COUNT=2"), "0327T1300 0403T1200"},
		{"UNTIL in UTC, at the last instance", inCalendar("DTSTART"+berlin+"20260327T140000", "RRULE:FREQ=WEEKLY;UNTIL=20260403T120000Z"), "0327T1300 0403T1200"},
		{"UNTIL in UTC, a second before", inCalendar("DTSTART"+berlin+"20260327T140000", "RRULE:FREQ=WEEKLY;UNTIL=20260403T115959Z"), "0327T1300"},
		{"UNTIL as a local time", inCalendar("DTSTART"+berlin+"20260327T140000", "RRULE:FREQ=WEEKLY;UNTIL=20260403T140000"), "0327T1300 0403T1200"},
		{"a rule in small letters", inCalendar("DTSTART:20260323T140000Z", "RRULE:freq=weekly;byday=mo;count=2"), "0323T1400 0330T1400"},
		{"EXRULE of the older standard", inCalendar("DTSTART:20260323T140000Z", "RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2"), "0324T1400 0326T1400 0327T1400"},
		{"EXRULE that does not give the start", inCalendar("DTSTART:20260323T140000Z", "RRULE:FREQ=DAILY;COUNT=5", "EXRULE:FREQ=WEEKLY;BYDAY=TU"), "0323T1400 0325T1400 0326T1400 0327T1400"},
		{"EXRULE that has ended by the start", inCalendar("DTSTART:20260323T140000Z", "RRULE:FREQ=DAILY;COUNT=3", "EXRULE:FREQ=DAILY;UNTIL=20260322T140000Z"), "0323T1400 0324T1400 0325T1400"},
		{"periods", inCalendar("DTSTART:20260323T140000Z", "RDATE;VALUE=PERIOD:20260324T100000Z/PT1H,20260325T100000Z/20260325T120000Z"), "0323T1400 0324T1000 0325T1000"},
		{"an empty DTEND", inCalendar("DTSTART:20260323T140000Z", "DTEND:"), "0323T1400"},
		{"CN beyond its quotes", inCalendar(`ATTENDEE;CN="a"b:mailto:a@example.org`, "DTSTART:20260323T140000Z"), "0323T1400"},
		{"a quote never closed", inCalendar(`ATTENDEE;CN="a:mailto:a@example.org`, "DTSTART:20260323T140000Z"), "0323T1400"},
		{"an alarm with times of its own", inCalendar("DTSTART:20260323T140000Z", "BEGIN:VALARM", "DTSTART:20260101T000000Z", "UID:alarm", "END:VALARM"), "0323T1400"},
	} {
		got, findings := starts(t, c.file)
		if got != c.want {
			t.Errorf("%s: %s, not %s", c.name, got, c.want)
		}
		for _, f := range findings {
			if f.Lost {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
	}
}

// One bad event never sinks a file: it is named, and the others are there.
func TestABadEventIsNamed(t *testing.T) {
	for _, c := range []struct {
		name, lines string
		flaw        core.Flaw
		line        int
	}{
		{"no colon", "DTSTART;TZID=X", core.FlawBadLine, 7},
		{"no start", "SUMMARY:Nothing", core.FlawNoStart, 4},
		{"a time that is none", "DTSTART:20261301T000000Z", core.FlawBadTime, 7},
		{"29 February", "DTSTART:20260229T000000Z", core.FlawBadTime, 7},
		{"a zone that nobody knows", "DTSTART;TZID=Middle-earth:20260323T140000", core.FlawBadZone, 4},
		{"Local is no zone", "DTSTART;TZID=Local:20260323T140000", core.FlawBadZone, 4},
		{"a path is no zone", "DTSTART;TZID=../../etc/passwd:20260323T140000", core.FlawBadZone, 4},
		{"a rule that is none", "DTSTART:20260323T140000Z\r\nRRULE:FREQ=SOMETIMES", core.FlawBadRule, 8},
		{"an interval of nothing", "DTSTART:20260323T140000Z\r\nRRULE:FREQ=DAILY;INTERVAL=0", core.FlawBadRule, 8},
		{"a bad duration", "DTSTART:20260323T140000Z\r\nDURATION:an hour", core.FlawBadLength, 8},
		{"a line beyond all reason", "DTSTART:20260323T140000Z\r\nRDATE:" + strings.Repeat("2", maxUnfolded), core.FlawLongLine, 8},
		{"more dates than any list has", "DTSTART:20260323T140000Z\r\nEXDATE:" + strings.Repeat("20260323T140000Z,", maxDates+1), core.FlawTooMany, 8},
	} {
		good := "BEGIN:VEVENT\r\nUID:good\r\nDTSTART:20260601T100000Z\r\nEND:VEVENT\r\n"
		file := strings.Replace(inCalendar(c.lines), "END:VCALENDAR", good+"END:VCALENDAR", 1)
		got, findings := starts(t, file)
		if got != "0601T1000" {
			t.Errorf("%s: the others are %q", c.name, got)
		}
		if len(findings) != 1 || findings[0].Flaw != c.flaw || findings[0].UID != "trap" || findings[0].Line != c.line || !findings[0].Lost {
			t.Errorf("%s: %+v", c.name, findings)
		}
	}
}

// Files made to harm take time in proportion to their size, and no stack.
func TestHostileFilesAreHarmless(t *testing.T) {
	nested := "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:X\n", 1_000_000)
	many := strings.Repeat(";A=B", 1_000_000)
	deepFold := inCalendar("DTSTART:20260323T140000Z", "DESCRIPTION:x"+strings.Repeat("\r\n y", 1_000_000))
	for _, c := range []struct{ name, file string }{
		{"a million components in one another", nested},
		{"a million parameters", inCalendar("DTSTART:20260323T140000Z", "ATTENDEE"+many+":mailto:a@example.org", "DTEND"+many+":20260323T150000Z")},
		{"a million folds", deepFold},
		{"a million of one UID", "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nUID:x\nDTSTART:20260323T140000Z\nRECURRENCE-ID:20260323T140000Z\nEND:VEVENT\n", 100_000) + "END:VCALENDAR\n"},
		{"every second for ever", inCalendar("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY")},
		{"30 February", inCalendar("DTSTART:00010101T000000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")},
		{"30 February by the second", inCalendar("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5")},
		{"all times of a year, the last of them", inCalendar("DTSTART:20200101T000000Z", "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=1,2,3,4,5,6,7,8,9;BYSECOND=1,2,3,4,5,6,7;BYSETPOS=-1")},
		{"a thousand years of counting", "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\nDTSTART:00010101T000000Z\nRRULE:FREQ=HOURLY;COUNT=2000000000\nEND:VEVENT\n", 20) + "END:VCALENDAR\n"},
		{"a zone of seconds", "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z1\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Z1:20260323T140000\nEND:VEVENT\nEND:VCALENDAR\n"},
	} {
		start := time.Now()
		list, findings, err := Occurrences(t.Context(), strings.NewReader(c.file), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if len(list) > maxListed || len(findings) > maxFindings {
			t.Errorf("%s: %d occurrences, %d findings", c.name, len(list), len(findings))
		}
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s took %v", c.name, took)
		} else {
			t.Log(c.name, took, len(list), len(findings))
		}
	}
}

// A file may claim millions of events that are none: so many are named, the rest are counted, and memory stays in
// proportion. What can be taken beside them is.
func TestLostEventsAreNamedUpToABound(t *testing.T) {
	const nested = maxFindings + 5_000
	text := "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:good\r\nDTSTART:20260105T100000Z\r\nEND:VEVENT\r\n" + strings.Repeat("BEGIN:VEVENT\r\n", nested)
	list, findings, err := Occurrences(t.Context(), strings.NewReader(text), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC))
	if err != nil || len(list) != 1 || len(findings) != maxFindings+1 {
		t.Fatalf("%d occurrences, %d findings, %v", len(list), len(findings), err)
	}
	if last := findings[maxFindings]; last.Flaw != core.FlawMoreLost || last.Value != "5000" || !last.Lost {
		t.Errorf("%+v", last)
	}
}

// Below what nobody closed, however deep, the events and calendars that follow are read.
func TestEventsBelowWhatIsNotClosed(t *testing.T) {
	event := func(day int) string {
		return fmt.Sprintf("BEGIN:VEVENT\r\nUID:e%d\r\nDTSTART:202606%02dT100000Z\r\nEND:VEVENT\r\n", day, day)
	}
	for _, open := range []int{1, 6, 7, 8, 30} {
		file := "BEGIN:VCALENDAR\r\n" + strings.Repeat("BEGIN:X\r\n", open) + event(1) + event(2) + "END:VCALENDAR\r\n" +
			"BEGIN:VCALENDAR\r\n" + event(3) + "END:VCALENDAR\r\n"
		if got, findings := starts(t, file); got != "0601T1000 0602T1000 0603T1000" {
			t.Errorf("%d open: %q, %+v", open, got, findings)
		}
	}
}

// What is no text is not read on: a device has no end.
func TestWhatIsNoTextIsNotReadOn(t *testing.T) {
	noise := make([]byte, 1<<20)
	for i := range noise {
		noise[i] = byte(i*i>>3 ^ i)
	}
	for name, endless := range map[string]io.Reader{"nothing": zeros{}, "noise": bytes.NewReader(noise)} {
		counted := &counter{of: endless}
		if _, _, err := Occurrences(t.Context(), counted, time.Time{}, time.Time{}); core.CodeOf(err) != core.CodeNotImport || counted.n > 1<<16 {
			t.Errorf("%s: %d octets read, %v", name, counted.n, err)
		}
	}
}

// zeros is a reader without an end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// counter counts what is read.
type counter struct {
	of io.Reader
	n  int
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.of.Read(p)
	c.n += n
	return n, err
}

func TestNoCalendar(t *testing.T) {
	for _, text := range []string{"", "hello", "BEGIN:VEVENT\nDTSTART:20260101T000000Z\nEND:VEVENT\n", "BEGIN:VCARD\nEND:VCARD\n", "\x00\xff\xfe", fmt.Sprint(strings.Repeat("\n", 1000))} {
		if _, _, err := Occurrences(t.Context(), strings.NewReader(text), time.Time{}, time.Time{}); core.CodeOf(err) != core.CodeNotImport {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTrapsInTexts(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"a bare comma", "SUMMARY:Plan, draft; review", "Plan, draft; review"},
		{"escapes", `SUMMARY:a\, b\; c\\d\ne\Nf`, `a, b; c\d e f`},
		{"an escape that is none", `SUMMARY:C:\temp\:x`, `C:\temp\:x`},
		{"a fold inside a character", "SUMMARY:\xd0\r\n \x96\xd1\r\n\t\x8b", "Жы"},
		{"a fold before a blank", "SUMMARY:two\r\n  words", "two words"},
		{"not UTF-8", "SUMMARY:a\xffb", "a\uFFFDb"},
		{"a tab and an escape sequence", "SUMMARY:a\tb\x1b[31mc", "a b[31mc"},
		{"a language", "SUMMARY;LANGUAGE=de-DE:Gespräch", "Gespräch"},
	} {
		list, _, err := Occurrences(t.Context(), strings.NewReader(inCalendar("DTSTART:20260323T140000Z", c.lines)), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
		if err != nil || len(list) != 1 || list[0].Summary != c.want {
			t.Errorf("%s: %+v, %v", c.name, list, err)
		}
	}
}

// Changed occurrences stand in the place of the original ones, whatever their order, zone and version.
func TestTrapsOfChangedOccurrences(t *testing.T) {
	const master = "BEGIN:VEVENT\nUID:x\nDTSTART;TZID=Europe/Berlin:20260323T140000\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n"
	change := func(id, start, more string) string {
		return "BEGIN:VEVENT\nUID:x\nRECURRENCE-ID" + id + "\nDTSTART" + start + "\n" + more + "END:VEVENT\n"
	}
	const berlin = ";TZID=Europe/Berlin:"
	for _, c := range []struct{ name, events, want string }{
		{"moved", master + change(berlin+"20260330T140000", berlin+"20260331T090000", ""), "0323T1300 0331T0700 0406T1200"},
		{"before its series", change(berlin+"20260330T140000", berlin+"20260331T090000", "") + master, "0323T1300 0331T0700 0406T1200"},
		{"named in UTC", master + change(":20260330T120000Z", berlin+"20260331T090000", ""), "0323T1300 0331T0700 0406T1200"},
		{"named by its day", master + change(";VALUE=DATE:20260330", berlin+"20260331T090000", ""), "0323T1300 0331T0700 0406T1200"},
		{"in another zone", master + change(berlin+"20260330T140000", ";TZID=Asia/Tokyo:20260331T090000", ""), "0323T1300 0331T0000 0406T1200"},
		{"twice, the newer counts", master + change(berlin+"20260330T140000", berlin+"20260331T090000", "SEQUENCE:2\n") + change(berlin+"20260330T140000", berlin+"20260331T100000", "SEQUENCE:1\n"), "0323T1300 0331T0700 0406T1200"},
		{"moved out of what is asked for", master + change(berlin+"20260330T140000", ":20270331T090000Z", ""), "0323T1300 0406T1200"},
		{"called off", master + change(berlin+"20260330T140000", berlin+"20260330T140000", "STATUS:CANCELLED\n"), "0323T1300 0330T1200 0406T1200"},
		{"this and all that follow", master + change(";RANGE=THISANDFUTURE"+berlin+"20260330T140000", berlin+"20260331T090000", ""), "0323T1300 0331T0700 0407T0700"},
		{"without its series", change(berlin+"20260330T140000", berlin+"20260331T090000", ""), "0331T0700"},
	} {
		got, findings := starts(t, "BEGIN:VCALENDAR\n"+c.events+"END:VCALENDAR\n")
		if got != c.want {
			t.Errorf("%s: %s, not %s (%v)", c.name, got, c.want, findings)
		}
	}
}

// Windows' names stand for places of the zone database that is linked in.
func TestEveryWindowsZoneIsAPlace(t *testing.T) {
	for i, row := range windowsZones {
		if iana(row[1]) == nil {
			t.Errorf("%s: %s is no zone", row[0], row[1])
		}
		if windowsZone(strings.ToUpper(row[0])) != row[1] {
			t.Errorf("%s is not found", row[0])
		}
		if i > 0 && strings.ToLower(windowsZones[i-1][0]) >= strings.ToLower(row[0]) {
			t.Errorf("%s is out of order", row[0])
		}
	}
}

// A zone that only the file describes shows the same clock as the place that it was taken from, for centuries.
func TestATimezoneOfTheFile(t *testing.T) {
	for _, c := range []struct{ place, parts string }{
		{"Europe/Berlin", "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n"},
		{"Australia/Lord_Howe", "BEGIN:STANDARD\nDTSTART:20080406T020000\nTZOFFSETFROM:+1100\nTZOFFSETTO:+1030\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20081005T020000\nTZOFFSETFROM:+1030\nTZOFFSETTO:+1100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU\nEND:DAYLIGHT\n"},
		{"Asia/Kathmandu", "BEGIN:STANDARD\nDTSTART:19860101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0545\nEND:STANDARD\n"},
	} {
		place := iana(c.place)
		text := "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Ours\n" + c.parts + "END:VTIMEZONE\nBEGIN:VEVENT\nUID:x\nDTSTART;TZID=Ours:20260101T000000\nEND:VEVENT\nEND:VCALENDAR\n"
		b, err := read(t.Context(), text, true, nil)
		if err != nil || len(b.events) != 1 {
			t.Fatalf("%s: %v, %v", c.place, err, b.findings)
		}
		own := b.events[0].zone
		for at := at("2015-01-01T00:00:00Z").Unix(); at < 4e9; at += 86400 / 4 * 5 {
			if own.wall(at) != place.wall(at) {
				t.Fatalf("%s: at %v it is %v, not %v", c.place, time.Unix(at, 0).UTC(), own.wall(at).instant(), place.wall(at).instant())
			}
			if w := own.wall(at); own.utc(w) != place.utc(w) {
				t.Fatalf("%s: %v is %v, not %v", c.place, w.instant(), own.utc(w), place.utc(w))
			}
		}
		if same := (&settler{}).placeLike(own, at("2026-01-01T00:00:00Z").Unix(), at("2046-01-01T00:00:00Z").Unix()); same == nil {
			t.Errorf("%s: no place has this clock", c.place)
		}
	}
}

// A file that was cut off between its events says so, though each of them is whole: the rest may be missing.
func TestACutFileSaysSo(t *testing.T) {
	whole := inCalendar("DTSTART:20260323T140000Z", "SUMMARY:first")
	cut, _, _ := strings.Cut(whole, "END:VCALENDAR")
	for text, want := range map[string]int{whole: 0, cut: 1, cut + "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n": 1} {
		list, findings, err := Occurrences(t.Context(), strings.NewReader(text), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"))
		if err != nil || len(list) != 1 || len(findings) != want {
			t.Errorf("%q: %+v, %+v, %v", text, list, findings, err)
			continue
		}
		if want == 1 && (findings[0].Flaw != core.FlawUnclosed || findings[0].Value != "VCALENDAR" || findings[0].Lost) {
			t.Errorf("%+v", findings)
		}
	}
}

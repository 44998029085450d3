package ical

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

const (
	noPlace = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0517\r\nTZOFFSETTO:+0517\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
	berlins = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
	// Three clocks that some place has for these years alone: Moscow's of 2012, and a change that no place has after 2030.
	moscows = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:20110101T000000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
	later   = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nBEGIN:STANDARD\r\nDTSTART:20300101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0337\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)

// What is kept of an event takes place when its file says, however it has to be kept.
func TestWhatIsKeptTakesPlaceAtTheSameTimes(t *testing.T) {
	const ours = "DTSTART;TZID=Ours:20260302T010000"
	master := func(lines ...string) string {
		return "BEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20260101T000000Z\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT\r\n"
	}
	for _, c := range []struct {
		name, file string
		zone       core.Zone
		kept       core.Flaw
	}{
		{"once, in a zone that no place has", noPlace + master(ours, "DURATION:PT1H"), "UTC", ""},
		{"weekly, in a zone that no place has", noPlace + master(ours, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;COUNT=40"), "UTC", core.FlawZoneDates},
		{"without an end", noPlace + master(ours, "DURATION:PT1H", "RRULE:FREQ=MONTHLY;BYDAY=-1FR"), "UTC", core.FlawZoneDates},
		{
			"with exceptions and a moved one", noPlace + master(ours, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=9", "EXDATE;TZID=Ours:20260309T010000", "EXDATE;VALUE=DATE:20260316") +
				master("RECURRENCE-ID;TZID=Ours:20260323T010000", "DTSTART;TZID=Ours:20260324T030000", "DURATION:PT1H"), "UTC", core.FlawZoneDates,
		},
		{"the clock of a place", berlins + master(ours, "DURATION:PT1H", "RRULE:FREQ=WEEKLY"), "Europe/Berlin", ""},
		{"the clock of a place in these years", moscows + master("DTSTART;TZID=Ours:20120302T010000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20131201T000000Z"), "*", ""},
		{"a clock that parts from a place's later", later + master(ours, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20290101T000000Z"), "*", ""},
		{"and here before the end", later + master(ours, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20310101T000000Z"), "UTC", core.FlawZoneDates},
		{"over before it begins", master("DTSTART;TZID=Europe/Berlin:20260302T010000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20260301T225959Z"), "Europe/Berlin", ""},
		{"that ends on the day of its start", master("DTSTART;TZID=Europe/Berlin:20260302T010000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20260301T230000Z"), "Europe/Berlin", ""},
		{"that ends on a day before, with a date beside", master("DTSTART:20260302T010000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20260201T230000Z", "RDATE:20260305T010000Z"), "UTC", ""},
		{"two rules", master("DTSTART:20260302T010000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5", "RRULE:FREQ=MONTHLY;COUNT=5"), "UTC", core.FlawRuleDates},
		{"a rule that takes out", master("DTSTART:20260302T010000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=9", "EXRULE:FREQ=WEEKLY;COUNT=2"), "UTC", core.FlawRuleDates},
		{
			"this and all later ones", master("DTSTART;TZID=Europe/Berlin:20260302T010000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=9") +
				master("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260323T010000", "DTSTART;TZID=Europe/Berlin:20260324T030000", "DURATION:PT1H"),
			"Europe/Berlin", core.FlawRangeDates,
		},
		{"periods of another length", master("DTSTART:20260302T010000Z", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20260303T010000Z/PT2H,20260304T010000Z/PT1H,20260305T010000Z/20260305T013000Z"), "UTC", ""},
		{"longer and shorter ones beside a rule", master("DTSTART;TZID=Europe/Berlin:20260323T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3", "RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20260325T090000/PT8H,20260330T100000/PT3H"), "Europe/Berlin", ""},
		{"one of them taken out, and one changed", master("DTSTART:20260302T010000Z", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20260303T010000Z/PT2H,20260304T010000Z/PT2H,20260305T010000Z/PT2H", "EXDATE:20260303T010000Z") +
			master("RECURRENCE-ID:20260304T010000Z", "DTSTART:20260304T020000Z", "DURATION:PT30M"), "UTC", ""},
		{"periods beside two rules", master("DTSTART:20260302T010000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5", "RRULE:FREQ=MONTHLY;COUNT=5", "EXDATE:20260302T010000Z", "RDATE;VALUE=PERIOD:20260303T010000Z/PT8H"), "UTC", core.FlawRuleDates},
		{"periods in a zone that no place has", noPlace + master(ours, "DURATION:PT1H", "RDATE;TZID=Ours;VALUE=PERIOD:20260305T010000/PT8H"), "UTC", core.FlawZoneDates},
		{"periods of the same length", master("DTSTART:20260302T010000Z", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20260303T010000Z/20260303T020000Z"), "UTC", ""},
	} {
		file := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" + c.file + "END:VCALENDAR\r\n"
		from, to := at("2012-01-01T00:00:00Z"), at("2032-01-01T00:00:00Z")
		list, _, err := Occurrences(t.Context(), strings.NewReader(file), from, to)
		if err != nil {
			t.Fatal(err)
		}
		var want []schedule.Span
		for _, o := range list {
			want = append(want, schedule.Span{Start: o.Start, End: o.End})
		}
		batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(file), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []schedule.Span
		var zone core.Zone
		var kept core.Flaw
		for ev := range batch.Events {
			if ev.Recurrence.IsZero() {
				zone, kept = ev.Zone, ev.Kept
			}
			b := &core.Busy{Start: ev.Start, End: ev.End, Zone: ev.Zone, Rule: ev.Rule, Except: slices.Concat(ev.Except, ev.Changed), Extra: ev.Extra}
			run, err := schedule.OfBusy(b, "UTC")
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			all, err := run.Between(from, to, 10_000)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			for _, o := range all {
				got = append(got, schedule.Span{Start: o.Start.UTC(), End: o.End.UTC()})
			}
		}
		slices.SortFunc(got, func(a, b schedule.Span) int { return a.Start.Compare(b.Start) })
		same := func(a, b schedule.Span) bool { return a.Start.Equal(b.Start) && a.End.Equal(b.End) }
		if !slices.EqualFunc(got, want, same) || (len(got) == 0) != strings.HasPrefix(c.name, "over") {
			t.Errorf("%s: %d times, not %d\n%v\n%v", c.name, len(got), len(want), got, want)
		}
		if zone != c.zone && c.zone != "*" || zone == "UTC" && c.zone == "*" || kept != c.kept {
			t.Errorf("%s: in %s, %s", c.name, zone, kept)
		}
	}
}

// Zones and rules made to take work take no more than there is for a file.
func TestSettlingIsBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\n" + noPlace)
	for i := range 3000 {
		b.WriteString("BEGIN:VEVENT\r\nUID:" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + time.Duration(i).String() +
			"\r\nDTSTART;TZID=Ours:" + at("1900-01-01T00:00:00Z").AddDate(i/8, 0, i).Format("20060102T150405") + "\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT\r\n")
	}
	b.WriteString("END:VCALENDAR\r\n")
	start := time.Now()
	batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(b.String()), nil)
	if err != nil || batch.Count+len(batch.Findings) != 3000 {
		t.Errorf("%d kept, %d findings: %v", batch.Count, len(batch.Findings), err)
	}
	if took := time.Since(start); took > 30*time.Second {
		t.Errorf("it took %v", took)
	} else {
		t.Log(took)
	}
}

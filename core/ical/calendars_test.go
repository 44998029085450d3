package ical

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// calendars makes a file of several calendars, each given by its own lines and those of its one event.
func calendars(parts ...[2]string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + p[0] + "BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\n" + p[1] + "END:VEVENT\r\nEND:VCALENDAR\r\n")
	}
	return b.String()
}

func TestMethodIsOfItsCalendar(t *testing.T) {
	file := calendars(
		[2]string{"METHOD:REQUEST\r\n", "UID:a\r\nDTSTART:20260302T100000Z\r\n"},
		[2]string{"METHOD:REPLY\r\n", "UID:b\r\nDTSTART:20260302T100000Z\r\nATTENDEE;PARTSTAT=DECLINED:MAILTO:Mira@Example.org\r\n"},
		[2]string{"METHOD:CANCEL\r\n", "UID:c\r\nDTSTART:20260302T100000Z\r\n"},
		[2]string{"", "UID:d\r\nDTSTART:20260302T100000Z\r\n"},
	)
	batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for ev := range batch.Events {
		got = append(got, ev.UID+" "+ev.Method)
	}
	if want := []string{"a request", "c cancel", "d "}; !slices.Equal(got, want) || batch.Count != len(want) {
		t.Errorf("events %q, %d counted; want %q", got, batch.Count, want)
	}
	if len(batch.Answers) != 1 || batch.Answers[0].UID != "b" || batch.Answers[0].Answer != core.AnswerDeclined {
		t.Errorf("answers %+v", batch.Answers)
	}
}

func TestFloatingTimesAreOfTheirCalendarsZone(t *testing.T) {
	const floating = "UID:a\r\nDTSTART:20260302T100000\r\nDTEND:20260302T110000\r\nRRULE:FREQ=WEEKLY\r\nEXDATE:20260309T100000\r\n"
	for _, c := range []struct {
		name, head, event string
		zone              core.Zone
		kept              core.Flaw
	}{
		{"the calendar's", "X-WR-TIMEZONE:Europe/Berlin\r\n", floating, "Europe/Berlin", core.FlawCalendarZone},
		{"Windows' name", "X-WR-TIMEZONE:Russian Standard Time\r\n", floating, "Europe/Moscow", core.FlawCalendarZone},
		{"none", "", floating, "", ""},
		{"nobody's", "X-WR-TIMEZONE:Nowhere/Land\r\n", floating, "", ""},
		{"its own first", "X-WR-TIMEZONE:Europe/Berlin\r\n", "UID:a\r\nDTSTART;TZID=Asia/Kolkata:20260302T100000\r\n", "Asia/Kolkata", ""},
		{"a whole day", "X-WR-TIMEZONE:Europe/Berlin\r\n", "UID:a\r\nDTSTART;VALUE=DATE:20260302\r\n", "", ""},
	} {
		file := calendars([2]string{c.head, c.event})
		batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(file), nil)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for ev := range batch.Events {
			if n++; ev.Zone != c.zone || ev.Kept != c.kept || !ev.AllDay && ev.Start.String() != "2026-03-02T10:00" {
				t.Errorf("%s: %s in %q, kept %q; want zone %q, %q", c.name, ev.Start, ev.Zone, ev.Kept, c.zone, c.kept)
			}
			if c.event == floating && (len(ev.Except) != 1 || ev.Except[0].String() != "2026-03-09T10:00") {
				t.Errorf("%s: without %v", c.name, ev.Except)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d events, findings %v", c.name, n, batch.Findings)
		}
	}
}

func TestLoneOccurrenceIsFoundByItsCalendarsZone(t *testing.T) {
	file := calendars([2]string{"X-WR-TIMEZONE:Europe/Berlin\r\n", "UID:a\r\nRECURRENCE-ID:20260302T100000\r\nDTSTART:20260303T100000\r\n"})
	batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	for ev := range batch.Events {
		if !ev.Alone || !ev.RecurrenceAt.Equal(want) {
			t.Errorf("alone %v, at %v; want %v", ev.Alone, ev.RecurrenceAt, want)
		}
	}
	if batch.Count != 1 {
		t.Errorf("%d events", batch.Count)
	}
}

// The times alone stay as they are written: occurrences lists floating ones as if in UTC.
func TestFloatingTimesAreListedAsWritten(t *testing.T) {
	file := calendars([2]string{"X-WR-TIMEZONE:Europe/Berlin\r\n", "UID:a\r\nDTSTART:20260302T100000\r\n"})
	b, err := read(t.Context(), file, true, nil)
	if err != nil {
		t.Fatal(err)
	}
	if e := b.events[0]; e.zone != nil || e.utc(e.start.wall) != int64(e.start.wall) {
		t.Errorf("the start is in %v", e.zone)
	}
}

// The rule that is kept of whole days says nothing of hours: whoever follows it later need not know to pass over them.
func TestTheRuleOfWholeDaysIsKeptWithoutHours(t *testing.T) {
	batch, err := Calendars{}.Read(t.Context(), "a.ics", strings.NewReader(inCalendar("DTSTART;VALUE=DATE:20260323", "RRULE:FREQ=DAILY;BYHOUR=9,10;COUNT=3;BYSECOND=1")), nil)
	if err != nil {
		t.Fatal(err)
	}
	for e := range batch.Events {
		if e.Rule != "FREQ=DAILY;COUNT=3" {
			t.Errorf("kept as %q", e.Rule)
		}
	}
	if batch.Count != 1 {
		t.Errorf("%d events", batch.Count)
	}
}

// A text longer than any is kept comes in as far as it is kept, and the event says so, however its lines are folded.
func TestALongTextIsCutAndSaidToBe(t *testing.T) {
	long := strings.Repeat("abcdefghi ", 7000)
	var folded strings.Builder
	for i := 0; i < len(long); i += 60 {
		folded.WriteString("\r\n " + long[i:min(i+60, len(long))])
	}
	for name, c := range map[string]struct {
		line, cut string
	}{
		"folded":                {"DESCRIPTION:" + folded.String(), "DESCRIPTION"},
		"on one line":           {"DESCRIPTION:" + long, "DESCRIPTION"},
		"a title":               {"SUMMARY:" + long, "SUMMARY"},
		"a place":               {"LOCATION:" + long, "LOCATION"},
		"a guest's name":        {"SUMMARY:abcdefghi abcdefghi\r\nATTENDEE;CN=" + folded.String() + ":mailto:a@example.org", "ATTENDEE"},
		"a guest on one line":   {"SUMMARY:abcdefghi abcdefghi\r\nATTENDEE;CN=" + long + ":mailto:a@example.org", "ATTENDEE"},
		"a guest in quotes":     {"SUMMARY:abcdefghi abcdefghi\r\nATTENDEE;CN=\"" + long + "\":mailto:a@example.org", "ATTENDEE"},
		"an organizer and more": {"SUMMARY:" + long + "\r\nORGANIZER;CN=" + folded.String() + ":mailto:a@example.org", "SUMMARY, ORGANIZER"},
		"as long as it may":     {"DESCRIPTION:" + long[:core.MaxDescription-1] + ".", ""},
	} {
		batch, err := Calendars{}.Read(t.Context(), "a.ics", strings.NewReader(inCalendar("DTSTART:20260323T140000Z", c.line)), nil)
		if err != nil || batch.Count != 1 {
			t.Fatalf("%s: %v", name, err)
		}
		for e := range batch.Events {
			kept := core.FlawCut
			if c.cut == "" {
				kept = ""
			}
			if e.Kept != kept || e.Cut != c.cut || !strings.HasPrefix(e.Title+e.Place+e.Description, "abcdefghi abcdefghi") {
				t.Errorf("%s: kept as %q, cut %q, with %d, %d and %d letters", name, e.Kept, e.Cut, len(e.Title), len(e.Place), len(e.Description))
			}
		}
	}
}

package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

const wholeDay = "SEQUENCE:2\nDTSTART;VALUE=DATE:20261208\nDTEND;VALUE=DATE:20261209\n" + withAmina

// A meeting of a series that its organizer makes a whole day of is no meeting of 24 hours: the series leaves that one out, and
// the preview names it. At an hour again, it is back.
func TestAWholeDayIsNoMeetingOfASeries(t *testing.T) {
	for _, original := range []string{"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000", "RECURRENCE-ID;VALUE=DATE:20261208"} {
		p := open(t)
		whole := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3")
		text := calendarText(whole, eventText("run", wholeDay+original))
		plan := readCalendar(t, p, text, planner.CalendarAsBoth)
		if s := plan.Steps[1]; core.CodeOf(s.Err) != core.CodeWholeDays || s.As != core.KindMeeting || plan.New != 1 {
			t.Errorf("%s: %+v", sums(plan), s)
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		s := seriesByUID(t, p, "run")
		if got := starts(t, p, s.ID); got != "12-01T10:00 12-15T10:00" {
			t.Error(got)
		}
		if got := take(t, p, text); got != "new 0, changed 0, same 1, refused 1" {
			t.Errorf("once more: %s", got)
		}
		later := eventText("run", "SEQUENCE:3\nDTSTART;TZID=Africa/Nairobi:20261208T120000\nDURATION:PT1H\n"+withAmina+original)
		if got := take(t, p, calendarText(strings.Replace(whole, "SEQUENCE:1", "SEQUENCE:3", 1), later)); got != "new 1, changed 1, same 0, refused 0" {
			t.Errorf("at an hour again: %s", got)
		}
		if got := starts(t, p, s.ID); got != "12-01T10:00 12-08T12:00* 12-15T10:00" {
			t.Error(got)
		}
	}
}

// A message that makes whole days of one of a series of which nothing is here by itself says why it is not taken. What is here by itself is
// off by it, or busy time.
func TestAMessageOfAWholeDayIsNotTaken(t *testing.T) {
	p := open(t)
	s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
	message := itip("REQUEST", eventText("run", wholeDay+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000"))
	refused := func(text string) {
		t.Helper()
		before := contents(t, p)
		plan := readCalendar(t, p, text, planner.CalendarAsBoth)
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		if code := core.CodeOf(plan.Steps[0].Err); code != core.CodeWholeDays || contents(t, p) != before {
			t.Errorf("%s, %q", sums(plan), code)
		}
	}
	refused(message)
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-08T10:00 12-15T10:00" {
		t.Error(got)
	}
	take(t, p, itip("REQUEST", eventText("run", "SEQUENCE:1\nDTSTART:20261208T120000Z\nDURATION:PT1H\n"+withAmina+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")))
	if got := take(t, p, message); got != "new 0, changed 1, same 0, refused 0" {
		t.Error(got)
	}
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-08T15:00*cancelled 12-15T10:00" {
		t.Error(got)
	}
	take(t, p, itip("REQUEST", eventText("one", "DTSTART:20261210T120000Z\nDURATION:PT1H\n"+withAmina)))
	if got := take(t, p, itip("REQUEST", eventText("one", wholeDay))); got != "new 0, changed 1, same 0, refused 0" {
		t.Error(got)
	}
}

// What was taken in as a meeting of 24 hours before goes when its file is read again.
func TestAMeetingBecomesAWholeDay(t *testing.T) {
	p := open(t)
	whole := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3")
	moved := eventText("run", "SEQUENCE:1\nDTSTART;TZID=Africa/Nairobi:20261208T120000\nDURATION:PT1H\n"+withAmina+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")
	take(t, p, calendarText(whole, moved))
	s := seriesByUID(t, p, "run")
	if got := take(t, p, calendarText(whole, eventText("run", wholeDay+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000"))); got != "new 0, changed 2, same 0, refused 0" {
		t.Error(got)
	}
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-15T10:00" {
		t.Error(got)
	}
}

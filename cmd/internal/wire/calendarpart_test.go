package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

const (
	changedOne = "new 0, changed 1, same 0, refused 0"
	newOne     = "new 1, changed 0, same 0, refused 0"
)

// A message about one occurrence may tell its times by any clock (RFC 5545 3.8.4.4): 10:00 in Nairobi is 7:00 in UTC.
func TestAMessageAboutOneOccurrenceByAnotherClock(t *testing.T) {
	for _, c := range []struct{ name, method, times, does, want string }{
		{
			"called off, in UTC", "CANCEL", "RECURRENCE-ID:20261208T070000Z\nDTSTART:20261208T070000Z\nDTEND:20261208T080000Z\nSTATUS:CANCELLED",
			changedOne, "12-01T10:00 12-08T10:00*cancelled 12-15T10:00",
		},
		{
			"called off, the start alone in UTC", "CANCEL",
			"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART:20261208T070000Z\nDTEND:20261208T080000Z\nSTATUS:CANCELLED",
			changedOne, "12-01T10:00 12-08T10:00*cancelled 12-15T10:00",
		},
		{
			"called off, by the day", "CANCEL", "RECURRENCE-ID;VALUE=DATE:20261208\nDTSTART:20261208T070000Z\nDTEND:20261208T080000Z\nSTATUS:CANCELLED",
			changedOne, "12-01T10:00 12-08T10:00*cancelled 12-15T10:00",
		},
		{
			"moved, in UTC", "REQUEST", "RECURRENCE-ID:20261208T070000Z\nDTSTART:20261209T100000Z\nDTEND:20261209T110000Z",
			changedOne, "12-01T10:00 12-09T13:00* 12-15T10:00",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
			text := itip(c.method, eventText("run", withAmina+"SEQUENCE:2\n"+c.times))
			if got := take(t, p, text); got != c.does {
				t.Fatal(got)
			}
			if got := starts(t, p, s.ID); got != c.want {
				t.Errorf("%s", got)
			}
			if got := take(t, p, text); got != same {
				t.Errorf("a second time: %s", got)
			}
		})
	}
}

func TestAMovedOccurrenceIsCalledOffByAnotherClock(t *testing.T) {
	p := open(t)
	s := theirs(t, p, "FREQ=WEEKLY;COUNT=2")
	take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:2\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H")))
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-09T12:00*" {
		t.Fatal(got)
	}
	off := "SEQUENCE:3\nRECURRENCE-ID:20261208T070000Z\nDTSTART:20261209T090000Z\nDURATION:PT1H\nSTATUS:CANCELLED"
	if got := take(t, p, itip("CANCEL", eventText("run", withAmina+off))); got != changedOne || starts(t, p, s.ID) != "12-01T10:00 12-09T12:00*cancelled" {
		t.Errorf("%s: %s", got, starts(t, p, s.ID))
	}
}

// The owner is invited to one meeting of a series alone.
func TestAnOccurrenceWithoutItsSeries(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:1\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261208T100000\nDURATION:PT1H")))
	if m := meetingByUID(t, p, "run"); !m.Planned() {
		t.Fatalf("%+v", m)
	}
	text := itip("CANCEL", eventText("run", withAmina+"SEQUENCE:2\nRECURRENCE-ID:20261208T070000Z\nDTSTART:20261208T070000Z\nDURATION:PT1H\nSTATUS:CANCELLED"))
	if got := take(t, p, text); got != changedOne || !meetingByUID(t, p, "run").Off() {
		t.Errorf("%s: %+v", got, meetingByUID(t, p, "run"))
	}
}

// Choir on Mondays at 17:00 in Berlin, 16:00 in UTC; nobody here takes part.
func choir(more string) string {
	return calendarText(eventText("choir", "DTSTART;TZID=Europe/Berlin:20261130T170000\nDTEND;TZID=Europe/Berlin:20261130T180000\nRRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY:Choir"+more))
}

// sung gives when the choir sings.
func sung(t *testing.T, p *planner.Planner) string {
	t.Helper()
	c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2026, 11, 24), To: core.NewDate(2027, 1, 20)}})
	ok(t, err)
	var out []string
	for _, b := range c.Busy {
		if strings.HasPrefix(b.Busy.Title, "Choir") {
			out = append(out, b.Start.String()[5:])
		}
	}
	return strings.Join(out, " ")
}

func TestAMessageAboutOneBusyTime(t *testing.T) {
	const all = "11-30T17:00 12-07T17:00 12-14T17:00 12-21T17:00"
	const organizer = "ORGANIZER:mailto:choir@sing.example\nSUMMARY:Choir\nSEQUENCE:1\n"
	for _, c := range []struct{ name, method, text, does, want string }{
		{
			"called off", "CANCEL", "RECURRENCE-ID;TZID=Europe/Berlin:20261207T170000\nDTSTART;TZID=Europe/Berlin:20261207T170000\nDURATION:PT1H\nSTATUS:CANCELLED",
			changedOne, "11-30T17:00 12-14T17:00 12-21T17:00",
		},
		{
			"called off, in UTC", "CANCEL", "RECURRENCE-ID:20261207T160000Z\nDTSTART:20261207T160000Z\nDURATION:PT1H\nSTATUS:CANCELLED",
			changedOne, "11-30T17:00 12-14T17:00 12-21T17:00",
		},
		{
			"moved", "REQUEST", "RECURRENCE-ID;TZID=Europe/Berlin:20261207T170000\nDTSTART;TZID=Europe/Berlin:20261208T190000\nDURATION:PT1H",
			newOne, "11-30T17:00 12-08T19:00 12-14T17:00 12-21T17:00",
		},
		{
			"moved, in UTC", "REQUEST", "RECURRENCE-ID:20261207T160000Z\nDTSTART:20261208T180000Z\nDURATION:PT1H",
			newOne, "11-30T17:00 12-08T19:00 12-14T17:00 12-21T17:00",
		},
		{
			"called off from one on", "CANCEL", "RECURRENCE-ID;RANGE=THISANDFUTURE:20261214T160000Z\nDTSTART:20261214T160000Z\nDURATION:PT1H\nSTATUS:CANCELLED",
			changedOne, "11-30T17:00 12-07T17:00",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, choir(""))
			if got := sung(t, p); got != all {
				t.Fatal(got)
			}
			before := contents(t, p)
			text := itip(c.method, strings.ReplaceAll(eventText("choir", organizer+c.text), "DTSTAMP:20261101", "DTSTAMP:20261110"))
			if got := take(t, p, text); got != c.does {
				t.Fatal(got)
			}
			if got := sung(t, p); got != c.want {
				t.Errorf("%s", got)
			}
			if got := take(t, p, text); got != same {
				t.Errorf("a second time: %s", got)
			}
			// An older copy of the whole agrees with it in all but what came by itself since. Where the whole was made
			// shorter, it says something else, and is refused for being older (RFC 5546 2.1.5).
			again, why := same, core.Code("")
			if strings.Contains(c.text, "THISANDFUTURE") {
				again, why = notTaken, core.CodeOlder
			}
			plan := readCalendar(t, p, choir(""), planner.CalendarAsBoth)
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			if err := plan.Steps[0].Err; sums(plan) != again || (why != "" || err != nil) && core.CodeOf(err) != why || sung(t, p) != c.want {
				t.Errorf("the older calendar: %s, %v: %s", sums(plan), err, sung(t, p))
			}
			if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
		})
	}
}

// What was changed goes with the whole, and a version that has it as all others does not show it twice.
func TestTheChangedBusyTimesGoWithTheWhole(t *testing.T) {
	moved := itip("REQUEST", eventText("choir", "SUMMARY:Choir\nRECURRENCE-ID:20261207T160000Z\nDTSTART:20261208T180000Z\nDURATION:PT1H"))
	for _, c := range []struct{ name, text, want string }{
		{"called off", itip("CANCEL", eventText("choir", "SUMMARY:Choir\nSEQUENCE:2\nDTSTART;TZID=Europe/Berlin:20261130T170000\nDURATION:PT1H\nSTATUS:CANCELLED")), ""},
		{"as it was", choir("\nSEQUENCE:2"), "11-30T17:00 12-07T17:00 12-14T17:00 12-21T17:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, choir(""))
			take(t, p, moved)
			if got := sung(t, p); got != "11-30T17:00 12-08T19:00 12-14T17:00 12-21T17:00" {
				t.Fatal(got)
			}
			if got := take(t, p, c.text); got != changedOne || sung(t, p) != c.want {
				t.Errorf("%s: %s", got, sung(t, p))
			}
		})
	}
}

func TestOneDayOffIsCalledOff(t *testing.T) {
	p := open(t)
	take(t, p, calendarText(eventText("choir", "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:Choir days")))
	take(t, p, itip("CANCEL", eventText("choir", "SUMMARY:Choir days\nSEQUENCE:1\nRECURRENCE-ID;VALUE=DATE:20261202\nDTSTART;VALUE=DATE:20261202\nSTATUS:CANCELLED")))
	if got := sung(t, p); got != "12-01T00:00 12-03T00:00" {
		t.Error(got)
	}
}

package wire

import (
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

const wholeDay = "SEQUENCE:2\nDTSTART;VALUE=DATE:20261208\nDTEND;VALUE=DATE:20261209\n" + withAmina

// wholeDays gives the days from December 2026 on, to February, that an event of a calendar takes whole, as the calendar shows them.
func wholeDays(t *testing.T, p *planner.Planner, uid string) string {
	t.Helper()
	c, err := p.Calendar(t.Context(), planner.CalendarWish{Period: core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2027, 2, 1)}})
	ok(t, err)
	var out []string
	for _, b := range c.Busy {
		if b.Busy.UID == uid && b.Busy.AllDay {
			out = append(out, b.Start.Date.String()[5:])
		}
	}
	return strings.Join(out, " ")
}

// taken reads a text and takes it in, once and once more: that changes nothing, and one undo takes all of it back.
func taken(t *testing.T, p *planner.Planner, text string, as planner.CalendarAs) *planner.CalendarPlan {
	t.Helper()
	before := contents(t, p)
	plan := readCalendar(t, p, text, as)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	after := contents(t, p)
	again := readCalendar(t, p, text, as)
	if ok(t, p.CalendarFiles.Import(t.Context(), again, nil)); again.New+again.Changed+again.Refused > 0 || contents(t, p) != after {
		t.Errorf("once more: %s, %+v", sums(again), again.Steps)
	}
	if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
		t.Errorf("one undo does not take it back: %v", err)
	}
	if _, err := p.Redo(t.Context()); err != nil || contents(t, p) != after {
		t.Errorf("redo does not bring it again: %v", err)
	}
	return plan
}

// A meeting of a series that its organizer makes a whole day of is busy time on that day, by a message or a calendar, whatever names
// it, and the series leaves it out. At an hour again, it is back, and so it is where the whole series moves or is off.
func TestADateOfASeriesBecomesAWholeDay(t *testing.T) {
	whole := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3")
	for _, as := range []planner.CalendarAs{planner.CalendarAsBoth, planner.CalendarAsBusy} {
		for _, original := range []string{"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000", "RECURRENCE-ID;VALUE=DATE:20261208", "RECURRENCE-ID:20261208T070000Z"} {
			for name, day := range map[string]string{"message": itip("REQUEST", eventText("run", wholeDay+original)), "calendar": calendarText(whole, eventText("run", wholeDay+original))} {
				p := open(t)
				s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
				plan := taken(t, p, day, as)
				if step := plan.Steps[len(plan.Steps)-1]; step.As != core.KindBusy || step.Kept != core.FlawNowDays || step.Err != nil {
					t.Errorf("%s %s: %+v", name, original, step)
				}
				if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "12-01T10:00 12-15T10:00; 12-08" {
					t.Errorf("%s %s %q: %s", name, original, as, got)
				}
				older := itip("REQUEST", eventText("run", "SEQUENCE:1\nDTSTART;TZID=Africa/Nairobi:20261208T130000\nDURATION:PT1H\n"+withAmina+original))
				if got := sums(readCalendar(t, p, older, planner.CalendarAsBoth)); got != "new 0, changed 0, same 0, refused 1" {
					t.Errorf("an older message: %s", got)
				}
				if got := take(t, p, itip("REQUEST", whole)); got != same {
					t.Errorf("the series as a message has it: %s", got)
				}
				later := eventText("run", "SEQUENCE:3\nDTSTART;TZID=Africa/Nairobi:20261208T120000\nDURATION:PT1H\n"+withAmina+original)
				taken(t, p, itip("REQUEST", later), planner.CalendarAsBoth)
				if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "12-01T10:00 12-08T12:00* 12-15T10:00; " {
					t.Errorf("at an hour again: %s", got)
				}
			}
		}
	}
}

// What comes for all of the series, or calls that date off, does away with its whole day.
func TestAWholeDayOfASeriesGoes(t *testing.T) {
	day := itip("REQUEST", eventText("run", wholeDay+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000"))
	for name, one := range map[string]struct{ text, want string }{
		"the date is called off":        {itip("CANCEL", eventText("run", "SEQUENCE:3\nDTSTART;TZID=Africa/Nairobi:20261208T100000\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\n"+withAmina)), "12-01T10:00 12-08T10:00*cancelled 12-15T10:00"},
		"all of it is called off":       {itip("CANCEL", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=3")), "12-01T10:00*cancelled"},
		"all of it moves":               {itip("REQUEST", strings.ReplaceAll(runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=3"), "T10", "T09")), "12-01T09:00 12-08T09:00 12-15T09:00"},
		"a newer calendar has it again": {strings.Replace(calendarText(runText("SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=3")), "DTSTAMP:20261101", "DTSTAMP:20261102", 1), "12-01T10:00 12-08T10:00 12-15T10:00"},
	} {
		p := open(t)
		s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
		take(t, p, day)
		taken(t, p, one.text, planner.CalendarAsBoth)
		if got := starts(t, p, s.ID); got != one.want || wholeDays(t, p, "run") != "" {
			t.Errorf("%s: %s; %s", name, got, wholeDays(t, p, "run"))
		}
	}
}

// What is prepared for a date that becomes a whole day is off and keeps it; that comes back with the hour.
func TestAPreparedMeetingBecomesAWholeDay(t *testing.T) {
	for _, moved := range []bool{false, true} {
		p := open(t)
		s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
		id := occurrence(s, "2026-12-08T10:00")
		if moved {
			take(t, p, itip("REQUEST", eventText("run", "SEQUENCE:1\nDTSTART:20261208T120000Z\nDURATION:PT1H\n"+withAmina+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")))
		}
		_, err := p.Agendas.Add(t.Context(), id, core.AgendaItem{Text: "Offer"})
		ok(t, err)
		plan := taken(t, p, itip("REQUEST", eventText("run", wholeDay+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")), planner.CalendarAsBoth)
		if plan.Steps[0].Kept != core.FlawNowDaysOff {
			t.Errorf("%+v", plan.Steps[0])
		}
		got := starts(t, p, s.ID)
		if !strings.Contains(got, "*cancelled") || wholeDays(t, p, "run") != "12-08" {
			t.Errorf("%s; %s", got, wholeDays(t, p, "run"))
		}
		taken(t, p, itip("REQUEST", eventText("run", "SEQUENCE:3\nDTSTART;TZID=Africa/Nairobi:20261208T120000\nDURATION:PT1H\n"+withAmina+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")), planner.CalendarAsBoth)
		m, err := p.Meetings.Get(t.Context(), id)
		ok(t, err)
		if len(m.Agenda) != 1 || !m.Planned() || wholeDays(t, p, "run") != "" {
			t.Errorf("%+v", m)
		}
	}
}

// allDays is the series as whole days.
func allDays(more string) string {
	return eventText("run", "DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261202\n"+withAmina+"RRULE:FREQ=WEEKLY;COUNT=3\n"+more)
}

// A series of which its organizer makes whole days is busy time on these days, whoever organizes it, however the file is wanted: none of its
// meetings takes place, what was held stays, what is prepared is off and keeps that. At an hour again all of it is back.
func TestASeriesBecomesWholeDays(t *testing.T) {
	for name, way := range map[string]struct {
		as      planner.CalendarAs
		message bool
	}{"message": {planner.CalendarAsBoth, true}, "calendar": {planner.CalendarAsBoth, false}, "busy": {planner.CalendarAsBusy, true}} {
		file := func(events ...string) string {
			if way.message {
				return itip("REQUEST", events...)
			}
			return calendarText(events...)
		}
		p := open(t)
		s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
		_, err := p.Agendas.Add(t.Context(), occurrence(s, "2026-12-08T10:00"), core.AgendaItem{Text: "Offer"})
		ok(t, err)
		days := file(allDays("SEQUENCE:2"))
		plan := taken(t, p, days, way.as)
		if step := plan.Steps[0]; step.As != core.KindBusy || step.Kept != core.FlawNowAllDays || step.Err != nil {
			t.Errorf("%s: %+v", name, step)
		}
		if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "12-08T10:00*cancelleda; 12-01 12-08 12-15" {
			t.Errorf("%s: %s", name, got)
		}
		if got := sums(readCalendar(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=5")), planner.CalendarAsBoth)); got != "new 0, changed 0, same 0, refused 1" {
			t.Errorf("%s: an older message: %s", name, got)
		}
		taken(t, p, file(strings.Replace(allDays("SEQUENCE:3"), "COUNT=3", "COUNT=4", 1)), way.as)
		if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "12-08T10:00*cancelleda; 12-01 12-08 12-15 12-22" {
			t.Errorf("%s, one more: %s", name, got)
		}
		taken(t, p, file(runText("SEQUENCE:4\nRRULE:FREQ=WEEKLY;COUNT=3")), way.as)
		if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "12-01T10:00 12-08T10:00*a 12-15T10:00; " {
			t.Errorf("%s, at an hour again: %s", name, got)
		}
	}
}

// One date of what has become whole days is of those: at an hour, off, or on another day; and when all of it is off, all of it goes.
func TestADateOfASeriesOfWholeDays(t *testing.T) {
	p := open(t)
	s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
	timed := "SEQUENCE:2\nDTSTART;TZID=Africa/Nairobi:20261208T120000\nDURATION:PT1H\n" + withAmina + "RECURRENCE-ID;VALUE=DATE:20261208"
	taken(t, p, calendarText(allDays("SEQUENCE:2"), eventText("run", timed)), planner.CalendarAsBoth)
	if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "; 12-01 12-15" {
		t.Error(got)
	}
	taken(t, p, itip("REQUEST", eventText("run", "SEQUENCE:3\nDTSTART;VALUE=DATE:20261216\nDTEND;VALUE=DATE:20261217\n"+withAmina+"RECURRENCE-ID;VALUE=DATE:20261215")), planner.CalendarAsBoth)
	if got := wholeDays(t, p, "run"); got != "12-01 12-16" {
		t.Error(got)
	}
	take(t, p, itip("CANCEL", eventText("run", "SEQUENCE:4\nDTSTART;VALUE=DATE:20261201\nRECURRENCE-ID;VALUE=DATE:20261201\n"+withAmina)))
	if got := wholeDays(t, p, "run"); got != "12-16" {
		t.Error(got)
	}
	taken(t, p, itip("CANCEL", allDays("SEQUENCE:5")), planner.CalendarAsBoth)
	if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "; " {
		t.Error(got)
	}
	if busy := busyByUID(t, p); busy["run"] != nil {
		t.Errorf("%+v", busy["run"])
	}
}

// The owner's own from another calendar become whole days as another's do, and nobody is owed word of it from here: that calendar
// has told them.
func TestAnOwnSeriesBecomesWholeDays(t *testing.T) {
	own := "SUMMARY:Own weekly\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@gst.example\n"
	for name, one := range map[string]struct{ text, meetings, days string }{
		"all of it": {calendarText(eventText("own", own+"SEQUENCE:4\nDTSTART;VALUE=DATE:20261204\nRRULE:FREQ=WEEKLY;COUNT=3")), "", "12-04 12-11 12-18"},
		"one date":  {calendarText(eventText("own", strings.Replace(ownRun, "COUNT=6", "COUNT=3", 1)), eventText("own", own+"SEQUENCE:4\nDTSTART;VALUE=DATE:20261211\nRECURRENCE-ID;TZID=Europe/Berlin:20261211T160000")), "12-04 12-18", "12-11"},
	} {
		c := converse(t)
		take(t, c.organizer, calendarText(eventText("own", strings.Replace(ownRun, "COUNT=6", "COUNT=3", 1))))
		taken(t, c.organizer, one.text, planner.CalendarAsBoth)
		if got := starts(t, c.organizer, ownSeries(t, c).ID); got != one.meetings || wholeDays(t, c.organizer, "own") != one.days {
			t.Errorf("%s: %s; %s", name, got, wholeDays(t, c.organizer, "own"))
		}
		owed, err := c.organizer.Invitations.Owed(t.Context(), []core.Ref{{Kind: core.KindRelationship, ID: c.rel}})
		if ok(t, err); len(owed) > 0 {
			t.Errorf("%s: owed %+v", name, owed)
		}
	}
}

// A meeting by itself that was a whole day is a meeting again by whatever file.
func TestAWholeDayBecomesAMeeting(t *testing.T) {
	one := "SEQUENCE:%\nDTSTART:20261210T120000Z\nDURATION:PT1H\n" + withAmina
	for name, file := range map[string]func(...string) string{"calendar": calendarText, "message": func(e ...string) string { return itip("REQUEST", e...) }} {
		p := open(t)
		take(t, p, file(eventText("one", strings.Replace(one, "%", "1", 1))))
		taken(t, p, file(eventText("one", wholeDay)), planner.CalendarAsBoth)
		if got := wholeDays(t, p, "one"); got != "12-08" {
			t.Errorf("%s: %s", name, got)
		}
		plan := taken(t, p, file(eventText("one", strings.Replace(one, "%", "3", 1))), planner.CalendarAsBoth)
		if plan.Steps[0].As != core.KindMeeting || !meetingByUID(t, p, "one").Planned() || wholeDays(t, p, "one") != "" {
			t.Errorf("%s: %+v", name, plan.Steps[0])
		}
	}
}

// A file that has both for the first time has the whole day beside its series, in whatever order messages bring them.
func TestAWholeDayComesWithItsSeries(t *testing.T) {
	series, day := runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3"), eventText("run", wholeDay+"RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000")
	for _, texts := range [][]string{{calendarText(series, day)}, {itip("REQUEST", series), itip("REQUEST", day)}, {itip("REQUEST", day), itip("REQUEST", series)}} {
		p := open(t)
		for _, text := range texts {
			taken(t, p, text, planner.CalendarAsBoth)
		}
		s := seriesByUID(t, p, "run")
		if got := starts(t, p, s.ID) + "; " + wholeDays(t, p, "run"); got != "12-01T10:00 12-15T10:00; 12-08" {
			t.Errorf("%d files: %s", len(texts), got)
		}
	}
	p := open(t)
	plan := readCalendar(t, p, calendarText(series, day), planner.CalendarAsMeetings)
	if i := slices.IndexFunc(plan.Steps, func(s planner.CalendarStep) bool { return core.CodeOf(s.Err) == core.CodeWholeDays }); i != 1 {
		t.Errorf("as meetings only: %+v", plan.Steps)
	}
}

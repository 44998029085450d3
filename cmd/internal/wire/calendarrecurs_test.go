package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// An organizer lets a meeting go on: what was one is the first of a series then, with its agenda and where the owner had
// moved it, and what was held stays held.
func TestAMeetingGoesOnAsASeries(t *testing.T) {
	one := func(more string) string {
		return itip("REQUEST", eventText("one", withAmina+"DTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H"+more))
	}
	const weekly = "\nSEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3"
	p := open(t)
	take(t, p, one(""))
	m := meetingByUID(t, p, "one")
	_, err := p.Agendas.Add(t.Context(), m.ID, core.AgendaItem{Text: "Offer"})
	ok(t, err)
	asBefore(t, p, func() { ok(t, p.Meetings.Move(t.Context(), m.ID, civil("2026-12-01T15:00"), core.Civil{}, "")) })
	before := contents(t, p)
	for _, c := range []struct{ text, want string }{
		{one("\nRRULE:FREQ=WEEKLY;COUNT=3"), "12-01T15:00*a 12-08T10:00 12-15T10:00"},
		{one(weekly), "12-01T10:00*a 12-08T10:00 12-15T10:00"}, // it says anew when it takes place
	} {
		plan := readCalendar(t, p, c.text, planner.CalendarAsBoth)
		if s := plan.Steps[0]; sums(plan) != newOne || s.As != core.KindSeries || s.Kept != core.FlawJoins {
			t.Errorf("%s: %+v", sums(plan), s)
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		if got := starts(t, p, seriesByUID(t, p, "one").ID); got != c.want {
			t.Errorf("%s, not %s", got, c.want)
		}
		if got := take(t, p, c.text); got != same {
			t.Errorf("a second time: %s", got)
		}
		if now := meetingByUID(t, p, "one"); now.ID != m.ID || len(now.Agenda) != 1 {
			t.Errorf("the meeting that was here: %+v", now)
		}
		if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
			t.Errorf("one undo does not take it back: %v", err)
		}
	}

	p = open(t)
	came := strings.NewReplacer("20261201", "20261117", "ATTENDEE:", "ATTENDEE;PARTSTAT=ACCEPTED:")
	take(t, p, came.Replace(one("")))
	if m := meetingByUID(t, p, "one"); m.Status != core.MeetingHeld {
		t.Fatalf("%+v", m)
	}
	take(t, p, came.Replace(one(weekly)))
	if m := meetingByUID(t, p, "one"); m.Status != core.MeetingHeld || m.Series != seriesByUID(t, p, "one").ID {
		t.Errorf("what was held: %+v", m)
	}
}

// A series that recurs no more is the one meeting that is left of it; a copy of the same version that only lacks its rule
// ends nothing.
func TestASeriesRecursNoMore(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4")))
	if plan := readCalendar(t, p, itip("REQUEST", runText("SEQUENCE:1")), planner.CalendarAsBoth); plan.Refused != 1 {
		t.Errorf("a copy without its rule: %s", sums(plan))
	}
	last := itip("REQUEST", runText("SEQUENCE:2"))
	for _, want := range []string{changedOne, same} {
		if got := take(t, p, last); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	if got := starts(t, p, seriesByUID(t, p, "run").ID); got != "12-01T10:00" {
		t.Error(got)
	}
}

// A meeting that recurs on single dates now is the first of a series that has them.
func TestAMeetingRecursOnSingleDates(t *testing.T) {
	p := open(t)
	take(t, p, calendarText(eventText("one", withAmina+"DTSTART:20261201T100000Z\nDURATION:PT1H")))
	m, text := meetingByUID(t, p, "one"), calendarText(eventText("one", withAmina+"DTSTART:20261201T100000Z\nDURATION:PT1H\nRDATE:20261203T100000Z,20261205T100000Z"))
	for _, want := range []string{newOne, same} {
		if got := take(t, p, text); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	s := seriesByUID(t, p, "one")
	if got := starts(t, p, s.ID); got != "12-01T10:00* 12-03T10:00 12-05T10:00" || busyWith(t, p, "one") != 0 {
		t.Errorf("%s, busy %d", got, busyWith(t, p, "one"))
	}
	if _, err := p.Meetings.Get(t.Context(), m.ID); err != nil && meetingByUID(t, p, "one").Series != s.ID {
		t.Error(err)
	}
}

// Former versions took a changed date of what recurs on single dates for a meeting by itself, and the rest for busy time.
// Importing the same file again makes busy time of it too, where nothing was prepared for it.
func TestAnImportCompletesWhatFormerVersionsTookHalf(t *testing.T) {
	text := calendarText(
		eventText("one", withAmina+"DTSTART:20261201T100000Z\nDURATION:PT1H\nRDATE:"+manyDates(core.MaxDates)+"\nRDATE;VALUE=PERIOD:20261203T100000Z/PT2H,20261205T100000Z/PT3H"),
		eventText("one", withAmina+"RECURRENCE-ID:20261203T100000Z\nDTSTART:20261203T120000Z\nDURATION:PT1H"),
	)
	for _, ready := range []bool{false, true} {
		p := open(t)
		fresh := contents(t, p)
		take(t, p, text)
		want := busyWith(t, p, "one")
		_, err := p.Undo(t.Context())
		ok(t, err)
		if contents(t, p) != fresh || want != 3 {
			t.Fatalf("%d times", want)
		}
		half := strings.NewReplacer("VALUE=PERIOD", "X-NO=1", "/PT1H", "", "/PT2H", "", "/PT3H", "").Replace(text) // one length for all
		take(t, p, half)
		id := takenAsMeeting(t, p, "one")
		if ready {
			_, err := p.Agendas.Add(t.Context(), id, core.AgendaItem{Text: "Offer"})
			ok(t, err)
			want--
		}
		take(t, p, text)
		if got := busyWith(t, p, "one"); got != want {
			t.Errorf("prepared %t: %d times, not %d", ready, got, want)
		}
		if _, err := p.Meetings.Get(t.Context(), id); (err == nil) != ready {
			t.Errorf("prepared %t: %v", ready, err)
		}
		if got := take(t, p, text); got != "new 0, changed 0, same 3, refused 0" {
			t.Errorf("a second time: %s", got)
		}
	}
}

// takenAsMeeting makes of the one changed busy time of a UID the meeting that former versions made.
func takenAsMeeting(t *testing.T, p *planner.Planner, uid string) core.ID {
	t.Helper()
	take(t, p, itip("REQUEST", eventText("other", withAmina+"RECURRENCE-ID:20261203T100000Z\nDTSTART:20261203T120000Z\nDURATION:PT1H")))
	m := meetingByUID(t, p, "other")
	for key, b := range busyByUID(t, p) {
		if strings.HasPrefix(key, uid+" ") {
			ok(t, p.Busy.Delete(t.Context(), b.ID))
		}
	}
	ok(t, p.Store.Update(t.Context(), func(w planner.Writer) error {
		m.UID = uid
		return w.Put(m)
	}))
	return m.ID
}

package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Another's series: Tuesdays at 10:00 in Nairobi from 1 December 2026 on, with Amina.
const withAmina = "SUMMARY:Weekly\nORGANIZER:mailto:amina.yusuf@kijani.example\nATTENDEE:mailto:maja@lindqvist.example\n"

func runText(more string) string {
	return eventText("run", "DTSTART;TZID=Africa/Nairobi:20261201T100000\nDTEND;TZID=Africa/Nairobi:20261201T110000\n"+withAmina+more)
}

func itip(method string, events ...string) string {
	return strings.Replace(calendarText(events...), "X-WR-CALNAME:Work", "METHOD:"+method, 1)
}

// take imports a text and gives its sums.
func take(t *testing.T, p *planner.Planner, text string) string {
	t.Helper()
	plan := readCalendar(t, p, text, planner.CalendarAsBoth)
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	return sums(plan)
}

// theirs imports the series and gives it.
func theirs(t *testing.T, p *planner.Planner, rule string) *core.Series {
	t.Helper()
	if got := take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:"+rule))); got != "new 1, changed 0, same 0, refused 0" {
		t.Fatal(got)
	}
	return seriesByUID(t, p, "run")
}

func seriesByUID(t *testing.T, p *planner.Planner, uid string) *core.Series {
	t.Helper()
	all, err := p.Series.Of(t.Context(), named(t, p, "Amina Yusuf").ID)
	ok(t, err)
	for _, s := range all {
		if s.UID == uid {
			return s
		}
	}
	t.Fatalf("no series %s", uid)
	return nil
}

const same = "new 0, changed 0, same 1, refused 0"

// Whatever calls a series off: what was held keeps its notes, what was prepared is called off with its notes, the
// next one shows what became of it, a second time changes nothing, and one undo takes it back.
func TestASeriesIsCalledOff(t *testing.T) {
	for _, c := range []struct{ name, rule, text, want string }{
		{
			"by a message", "FREQ=WEEKLY;COUNT=8", itip("CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED\nCOMMENT:She has left")),
			"12-01T10:00*cancelled 12-08T10:00*cancelleda",
		},
		{
			"by a message to the owner without a status", "FREQ=WEEKLY", itip("CANCEL", runText("SEQUENCE:2")),
			"12-01T10:00*cancelled 12-08T10:00*cancelleda",
		},
		{
			"in a published calendar", "FREQ=WEEKLY", calendarText(runText("SEQUENCE:2\nRRULE:FREQ=WEEKLY\nSTATUS:CANCELLED")),
			"12-01T10:00*cancelled 12-08T10:00*cancelleda",
		},
		{
			"from one on", "FREQ=WEEKLY;COUNT=8",
			itip("CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Africa/Nairobi:20261208T100000")),
			"12-01T10:00 12-08T10:00*cancelleda",
		},
		{
			"from one on, without an end", "FREQ=WEEKLY",
			itip("CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Africa/Nairobi:20261215T100000")),
			"12-01T10:00 12-08T10:00*a 12-15T10:00*cancelled",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			s := theirs(t, p, c.rule)
			_, err := p.Agendas.Add(t.Context(), occurrence(s, "2026-12-08T10:00"), core.AgendaItem{Text: "Offer"})
			ok(t, err)
			before := contents(t, p)
			if got := take(t, p, c.text); got != "new 0, changed 1, same 0, refused 0" {
				t.Fatal(got)
			}
			if got := starts(t, p, s.ID); got != c.want {
				t.Errorf("%s", got)
			}
			after := contents(t, p)
			if got := take(t, p, c.text); got != same || contents(t, p) != after {
				t.Errorf("a second time: %s", got)
			}
			older := itip("REQUEST", runText("SEQUENCE:1\nRRULE:"+c.rule))
			plan := readCalendar(t, p, older, planner.CalendarAsBoth)
			if plan.Refused != 1 || core.CodeOf(plan.Steps[0].Err) != core.CodeOlder {
				t.Errorf("the older invitation: %s, %v", sums(plan), plan.Steps)
			}
			if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
		})
	}
}

func TestAHeldMeetingOutlivesItsSeries(t *testing.T) {
	p := open(t)
	text := strings.NewReplacer("20261201T1", "20261103T1").Replace(itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY")))
	take(t, p, text)
	s := seriesByUID(t, p, "run")
	held := occurrence(s, "2026-11-17T10:00")
	_, err := p.Meetings.Close(t.Context(), held, planner.Closing{Private: "It went well"})
	ok(t, err)
	take(t, p, strings.ReplaceAll(itip("CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED\nCOMMENT:No more")), "DTSTAMP:20261101", "DTSTAMP:20261120"))
	m, err := p.Meetings.Get(t.Context(), held)
	ok(t, err)
	notes, err := p.Notes.About(t.Context(), held)
	ok(t, err)
	if m.Status != core.MeetingHeld || len(notes) != 1 {
		t.Errorf("%+v, %d notes", m, len(notes))
	}
	if room, err := p.Meetings.Room(t.Context(), held); err != nil || room.Own == nil || room.Own.Owed() {
		t.Errorf("what was held is still to be answered: %+v, %v", room.Own, err)
	}
	next, err := p.Meetings.Get(t.Context(), occurrence(s, "2026-11-24T10:00"))
	ok(t, err)
	if !next.Off() || next.Reason != "No more" {
		t.Errorf("the next one: %+v", next)
	}
	if _, err := p.Meetings.Get(t.Context(), occurrence(s, "2026-12-01T10:00")); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("a later one: %v", err)
	}
	all, err := p.Series.Occurrences(t.Context(), s.ID, core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2026, 11, 20)})
	ok(t, err)
	if len(all) != 3 { // two that wait to be closed, and the one that was held
		t.Errorf("%d meetings before the message", len(all))
	}
}

// A message about other guests says nothing to the owner.
func TestOthersAreTakenOffTheList(t *testing.T) {
	p := open(t)
	theirs(t, p, "FREQ=WEEKLY")
	text := strings.ReplaceAll(itip("CANCEL", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY")), "mailto:maja@lindqvist.example", "mailto:somebody@else.example")
	if got := take(t, p, text); got != same {
		t.Error(got)
	}
}

func TestOneOccurrenceIsCalledOffByAMessage(t *testing.T) {
	p := open(t)
	s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
	text := itip("CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000"))
	if got := take(t, p, text); got != "new 0, changed 1, same 0, refused 0" {
		t.Error(got)
	}
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-08T10:00*cancelled 12-15T10:00" {
		t.Error(got)
	}
	if got := take(t, p, text); got != same {
		t.Errorf("a second time: %s", got)
	}
	again := itip("REQUEST", runText("SEQUENCE:3\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000"))
	again = strings.Replace(again, "DTSTART;TZID=Africa/Nairobi:20261201", "DTSTART;TZID=Africa/Nairobi:20261209", 1)
	again = strings.Replace(again, "DTEND;TZID=Africa/Nairobi:20261201", "DTEND;TZID=Africa/Nairobi:20261209", 1)
	if got := take(t, p, again); got != "new 0, changed 1, same 0, refused 0" {
		t.Error(got)
	}
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-09T10:00* 12-15T10:00" {
		t.Error(got)
	}
}

// A new version of a series leaves nothing of the old one behind that it does not have.
func TestANewVersionOfASeries(t *testing.T) {
	for _, c := range []struct{ name, more, want string }{
		{"shorter", "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=2", "12-01T10:00 12-08T10:00 12-15T10:00*cancelleda"},
		{"without one", "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Africa/Nairobi:20261215T100000", "12-01T10:00 12-08T10:00 12-15T10:00*cancelleda 12-22T10:00"},
		{"every other week", "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=4;INTERVAL=2", "12-01T10:00 12-15T10:00 12-29T10:00*a 01-12T10:00"},
		{"on another day", "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU,WE", "12-01T10:00 12-02T10:00 12-08T10:00*a 12-09T10:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			s := theirs(t, p, "FREQ=WEEKLY;COUNT=4")
			_, err := p.Agendas.Add(t.Context(), occurrence(s, "2026-12-15T10:00"), core.AgendaItem{Text: "Offer"})
			ok(t, err)
			_, err = p.Invitations.Versions(t.Context(), s.ID)
			ok(t, err)
			before := contents(t, p)
			text := itip("REQUEST", runText(c.more))
			if got := take(t, p, text); got != "new 0, changed 1, same 0, refused 0" {
				t.Error(got)
			}
			if got := starts(t, p, s.ID); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
			if got := take(t, p, text); got != same {
				t.Errorf("a second time: %s", got)
			}
			if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
		})
	}
}

// Of another's invitation its version is kept: SEQUENCE, then DTSTAMP (RFC 5546 2.1.5).
func TestAnOlderCopyIsKnownForWhatItIs(t *testing.T) {
	p := open(t)
	version := func(sequence, stamp, hour string) string {
		return strings.ReplaceAll(itip("REQUEST", eventText("one", "DTSTART:20261202T"+hour+"0000Z\nDURATION:PT1H\n"+withAmina+"SEQUENCE:"+sequence)), "DTSTAMP:20261101", "DTSTAMP:"+stamp)
	}
	for _, c := range []struct {
		name, text, want string
		code             core.Code
	}{
		{"the first", version("1", "20261110", "10"), "new 1, changed 0, same 0, refused 0", ""},
		{"a lower number, though stamped later", version("0", "20261120", "11"), "new 0, changed 0, same 0, refused 1", core.CodeOlder},
		{"the number stamped before", version("1", "20261109", "11"), "new 0, changed 0, same 0, refused 1", core.CodeOlder},
		{"an older copy that says the same", version("0", "20261109", "10"), same, ""},
		{"a higher number, though stamped before", version("2", "20261109", "12"), "new 0, changed 1, same 0, refused 0", ""},
		{"the number stamped later", version("2", "20261111", "13"), "new 0, changed 1, same 0, refused 0", ""},
		{"the first again", version("1", "20261110", "10"), "new 0, changed 0, same 0, refused 1", core.CodeOlder},
	} {
		plan := readCalendar(t, p, c.text, planner.CalendarAsBoth)
		if got := sums(plan); got != c.want || core.CodeOf(plan.Steps[0].Err) != c.code {
			t.Errorf("%s: %s, %v", c.name, got, plan.Steps[0].Err)
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
	}
	if m := meetingByUID(t, p, "one"); m.Start.Hour != 13 || m.Origin.Sequence != 2 {
		t.Errorf("%+v", m)
	}
}

// What an organizer wrote is kept with the meeting, cleaned, and goes nowhere.
func TestTheTextOfAnInvitation(t *testing.T) {
	for _, c := range []struct{ name, give, want string }{
		{"lines and marks", `DESCRIPTION:Bring\, please:\n- the plan\n- a pen`, "Bring, please:\n- the plan\n- a pen"},
		{"folded within a letter", "DESCRIPTION:\xd0\n \x96\xd1\n \x8b", "Жы"},
		{"control characters", "DESCRIPTION:a\x00b\x1b[31mc\x07", "ab[31mc"},
		{"an older encoding", "DESCRIPTION:caf\xe9", "café"},
		{"no UTF-8", "DESCRIPTION:caf\x9d", "caf\uFFFD"},
		{"blank", `DESCRIPTION: \n \n`, ""},
		{"a line beyond all reason", "DESCRIPTION:" + strings.Repeat("x", 70_000), strings.Repeat("x", core.MaxDescription-1) + "…"},
		{"much of it", "DESCRIPTION:" + strings.Repeat("я", 30_000), strings.Repeat("я", core.MaxDescription-1) + "…"},
		{"in another's format", "X-ALT-DESC;FMTTYPE=text/html:<b>x</b>\nDESCRIPTION:x", "x"},
		{"two of them", "DESCRIPTION:first\nDESCRIPTION:second", "first"},
		{"of an alarm", "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:Reminder\nEND:VALARM", ""},
	} {
		p := open(t)
		text := itip("REQUEST", eventText("one", "DTSTART:20261202T100000Z\nDURATION:PT1H\n"+withAmina+c.give))
		if got := take(t, p, text); got != "new 1, changed 0, same 0, refused 0" {
			t.Errorf("%s: %s", c.name, got)
			continue
		}
		if m := meetingByUID(t, p, "one"); m.Origin.Description != c.want {
			t.Errorf("%s: %q", c.name, m.Origin.Description)
		}
		if got := take(t, p, text); got != same {
			t.Errorf("%s, a second time: %s", c.name, got)
		}
	}
	p := open(t)
	take(t, p, itip("REQUEST", runText("RRULE:FREQ=WEEKLY\nDESCRIPTION:For all")))
	s := seriesByUID(t, p, "run")
	m, err := p.Meetings.Get(t.Context(), occurrence(s, "2026-12-08T10:00"))
	ok(t, err)
	if m.Origin.Description != "For all" {
		t.Errorf("%+v", m)
	}
	take(t, p, itip("REQUEST", runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY\nDESCRIPTION:Another")))
	if s = seriesByUID(t, p, "run"); s.Origin.Description != "Another" {
		t.Errorf("%+v", s)
	}
}

// What the owner has declined by itself goes with all of its series, unless they prepared it or said why; undone, it is back.
func TestWhatWasDeclinedGoesWithItsSeries(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := theirs(t, p, "FREQ=WEEKLY;COUNT=4")
	for _, original := range []string{"2026-12-08T10:00", "2026-12-15T10:00"} {
		_, err := p.Invitations.SendAs(ctx, occurrence(s, original), core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerDeclined})
		ok(t, err)
	}
	_, err := p.Agendas.Add(ctx, occurrence(s, "2026-12-15T10:00"), core.AgendaItem{Text: "Promotion"})
	ok(t, err)
	before := contents(t, p)
	if got := starts(t, p, s.ID); got != "12-01T10:00 12-08T10:00*cancelled 12-15T10:00*cancelleda 12-22T10:00" {
		t.Fatal(got)
	}
	take(t, p, itip("CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED")))
	if got := starts(t, p, s.ID); got != "12-01T10:00*cancelled 12-15T10:00*cancelleda" {
		t.Error(got)
	}
	if _, err := p.Undo(ctx); err != nil || contents(t, p) != before {
		t.Errorf("undo is not identity: %v", err)
	}
}

package wire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A guest proposes another time for a meeting, for one of a series and for all of it: the message has the organizer's
// UID and count and the time that is asked for, and nothing moves here.
func TestAGuestProposesAnotherTime(t *testing.T) {
	p, ctx := open(t), t.Context()
	take(t, p, itip("REQUEST", eventText("m", "SEQUENCE:2\nDTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\nSUMMARY:Talk\nLOCATION:Room 4\n"+withAmina)))
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;BYDAY=TU")))
	m, run := meetingByUID(t, p, "m"), seriesByUID(t, p, "run")
	second := core.OccurrenceID(run.ID, run.Start.AddMinutes(7*24*60))
	before := starts(t, p, run.ID)
	for name, c := range map[string]struct {
		id  core.ID
		how planner.Sending
		has string
	}{
		"a meeting":        {m.ID, planner.Sending{Start: civil("2026-12-03T12:00")}, "DTSTART:20261203T090000Z DTEND:20261203T100000Z SEQUENCE:2 PARTSTAT=TENTATIVE LOCATION:Room"},
		"by another clock": {m.ID, planner.Sending{Start: civil("2026-12-04T12:00"), Zone: "Europe/Berlin", Minutes: 30}, "DTSTART:20261204T110000Z DTEND:20261204T113000Z"},
		"with a word":      {m.ID, planner.Sending{Start: civil("2026-12-03T12:00"), Answer: core.AnswerAccepted, Comment: "Too early"}, "PARTSTAT=ACCEPTED COMMENT:Too"},
		"one of a series":  {second, planner.Sending{Start: civil("2026-12-09T10:00"), Zone: "Europe/Berlin"}, "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000 DTSTART;TZID=Africa/Nairobi:20261209T120000 DTEND;TZID=Africa/Nairobi:20261209T130000 SEQUENCE:3"},
		"a series":         {run.ID, planner.Sending{Start: civil("2026-12-02T11:00")}, "DTSTART;TZID=Africa/Nairobi:20261202T110000 RRULE:FREQ=WEEKLY;BYDAY=WE SEQUENCE:3 BEGIN:VTIMEZONE"},
	} {
		path := filepath.Join(t.TempDir(), "c.ics")
		sent, err := p.Invitations.SendAs(ctx, c.id, core.MethodCounter, path, c.how)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		text := strings.ReplaceAll(string(data), "\r\n ", "")
		for want := range strings.FieldsSeq("METHOD:COUNTER " + c.has) {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %s in\n%s", name, want, text)
			}
		}
		if d := sent[0]; d.Method != core.MethodCounter || d.Start == m.Start || len(d.To) != 1 || d.To[0].Email != "amina.yusuf@kijani.example" {
			t.Errorf("%s: %+v", name, d)
		}
	}
	if now := meetingByUID(t, p, "m"); now.Start != m.Start || starts(t, p, run.ID) != before {
		t.Error("something moved")
	}
	room, err := p.Meetings.Room(ctx, second)
	ok(t, err)
	if room.Own.Said() != core.AnswerTentative || room.Own.Proposed == nil || room.Own.Again {
		t.Errorf("%+v", room.Own)
	}
	_, err = p.Invitations.SendAs(ctx, second, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerAccepted})
	ok(t, err)
	if room, err = p.Meetings.Room(ctx, second); err != nil || room.Own.Said() != core.AnswerAccepted || room.Own.Proposed != nil {
		t.Errorf("%+v, %v", room.Own, err)
	}
	for _, id := range []core.ID{m.ID, run.ID, second} { // what was only proposed is no version: the organizer has the count
		v, err := p.Invitations.Prepare(ctx, id, core.MethodPublish)
		ok(t, err)
		if want := map[bool]int{true: 2, false: 3}[id == m.ID]; v.Sequence != want {
			t.Errorf("handed on with SEQUENCE %d, not %d", v.Sequence, want)
		}
	}
}

// What cannot be proposed is not written, and says why.
func TestWhatCannotBeProposed(t *testing.T) {
	p, ctx := open(t), t.Context()
	take(t, p, itip("REQUEST", eventText("m", "DTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\n"+withAmina)))
	m := meetingByUID(t, p, "m")
	refuse := func(name string, id core.ID, how planner.Sending, want core.Code) {
		t.Helper()
		path := filepath.Join(t.TempDir(), "c.ics")
		if _, err := p.Invitations.SendAs(ctx, id, core.MethodCounter, path, how); core.CodeOf(err) != want {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s: written", name)
		}
	}
	later := planner.Sending{Start: civil("2026-12-03T12:00")}
	refuse("no time", m.ID, planner.Sending{}, core.CodeRequired)
	refuse("the time that it has", m.ID, planner.Sending{Start: m.Start}, core.CodeNoProposal)
	refuse("the same by another clock", m.ID, planner.Sending{Start: civil("2026-12-03T08:00"), Zone: "Europe/Berlin"}, core.CodeNoProposal)
	refuse("a zone that is none", m.ID, planner.Sending{Start: later.Start, Zone: "Mars/Olympus"}, core.CodeBadZone)
	refuse("a time that is past", m.ID, planner.Sending{Start: civil("2020-12-04T10:00")}, core.CodePast)
	refuse("no length", m.ID, planner.Sending{Start: later.Start, Minutes: -5}, core.CodeEndNotAfter)
	refuse("the owner's own", meetingOf(t, p).ID, later, core.CodeOwn)
	take(t, p, itip("CANCEL", eventText("m", "SEQUENCE:1\nSTATUS:CANCELLED\nDTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\n"+withAmina)))
	refuse("what is off", m.ID, later, core.CodeState)
}

// The organizer declines what the owner proposed (RFC 5546 3.2.8): nothing moves, the proposal is answered, and the owner's
// answer is open again until they give one; a later proposal is open again, too.
func TestTheOrganizerKeepsTheTime(t *testing.T) {
	declines := func(uid, stamp, more string) string {
		return strings.Replace(itip("DECLINECOUNTER", eventText(uid, withAmina+"SEQUENCE:2\nCOMMENT:The room\\nis taken"+more)), "DTSTAMP:20261101T000000Z", "DTSTAMP:"+stamp, 1)
	}
	const at, one = "20261123T130000Z", "\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000"
	for _, c := range []struct{ name, uid, more string }{
		{"a meeting", "m", "\nDTSTART:20261203T070000Z"},
		{"without a start", "m", ""},
		{"one of a series", "run", one},
		{"a series", "run", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, ctx := open(t), t.Context()
			take(t, p, itip("REQUEST", eventText("m", "SEQUENCE:2\nDTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\n"+withAmina)))
			take(t, p, itip("REQUEST", runText("SEQUENCE:2\nRRULE:FREQ=WEEKLY;BYDAY=TU")))
			run := seriesByUID(t, p, "run")
			shown := meetingByUID(t, p, "m").ID
			about, to := shown, "2026-12-03T12:00"
			if c.uid == "run" {
				shown, to = core.OccurrenceID(run.ID, run.Start.AddMinutes(7*24*60)), "2026-12-08T12:00"
				if about = shown; c.more == "" {
					about, to = run.ID, "2026-12-02T11:00"
				}
			}
			own := func() *planner.OwnAnswer {
				room, err := p.Meetings.Room(ctx, shown)
				ok(t, err)
				return room.Own
			}
			step := func(text string) planner.CalendarStep {
				plan := readCalendar(t, p, text, planner.CalendarAsBoth)
				ok(t, p.CalendarFiles.Import(ctx, plan, nil))
				return plan.Steps[0]
			}
			propose := func(to string) {
				_, err := p.Invitations.SendAs(ctx, about, core.MethodCounter, filepath.Join(t.TempDir(), "c.ics"), planner.Sending{Start: civil(to)})
				ok(t, err)
			}
			if s := step(declines(c.uid, at, c.more)); core.CodeOf(s.Err) != core.CodeKeepsTime {
				t.Errorf("before anything was proposed: %+v", s)
			}
			propose(to)
			if own().Kept {
				t.Fatal("kept before it is said")
			}
			if s := step(strings.Replace(declines(c.uid, at, c.more), "amina.yusuf", "eve", 1)); core.CodeOf(s.Err) != core.CodeStranger || own().Kept {
				t.Errorf("from somebody else: %+v", s)
			}
			before := contents(t, p)
			if s := step(declines(c.uid, at, c.more)); s.Does != planner.CalendarChanged || !s.Keeps || s.Says == "" {
				t.Fatalf("%+v", s)
			}
			if o := own(); !o.Kept || o.Proposed == nil || o.KeptWords != "The room\nis taken" {
				t.Errorf("%+v", o)
			}
			if s := step(declines(c.uid, at, c.more)); s.Does != planner.CalendarSame {
				t.Errorf("a second time: %+v", s)
			}
			if _, err := p.Undo(ctx); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
			step(declines(c.uid, at, c.more))
			propose(strings.Replace(to, ":00", ":30", 1)) // stamped a second after the former one, so before that answer
			if s := step(declines(c.uid, "20261123T120000Z", c.more)); core.CodeOf(s.Err) != core.CodeOlder {
				t.Errorf("an answer to the former proposal: %+v", s)
			}
			_, err := p.Invitations.SendAs(ctx, about, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: core.AnswerAccepted})
			ok(t, err)
			if own().Kept || own().Said() != core.AnswerAccepted {
				t.Errorf("answered: %+v", own())
			}
		})
	}
}

// A day on which a series can't fall by its rule is named where somebody proposes it for all of it.
func TestADayThatTheRuleDoesNotHaveIsNamed(t *testing.T) {
	p := open(t)
	run := theirs(t, p, "FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=4")
	for day, fits := range map[string]bool{"2026-12-02T10:00": true, "2026-12-15T10:00": false} {
		_, err := p.Invitations.SendAs(t.Context(), run.ID, core.MethodCounter, filepath.Join(t.TempDir(), "c.ics"), planner.Sending{Start: civil(day)})
		if fits && err != nil || !fits && core.CodeOf(err) != core.CodeOffRule {
			t.Errorf("%s: %v", day, err)
		}
		for _, e := range core.Problems(err) {
			if e.Args["value"] != civil(day).Date || e.Field != "start" {
				t.Errorf("%s: %+v", day, e)
			}
		}
	}
}

// Who has declined and then asks for another time still does not come to the present one, and asks for that: the one stands
// in PARTSTAT, the other in the times (RFC 5546 3.2.7). They owe nothing once the organizer keeps the time.
func TestWhoDeclinesMayProposeAnotherTime(t *testing.T) {
	p, ctx := open(t), t.Context()
	take(t, p, itip("REQUEST", eventText("m", "SEQUENCE:2\nDTSTART;TZID=Africa/Nairobi:20261203T100000\nDURATION:PT1H\n"+withAmina)))
	m := meetingByUID(t, p, "m").ID
	for _, how := range []struct {
		method core.Method
		planner.Sending
	}{{core.MethodReply, planner.Sending{Answer: core.AnswerDeclined}}, {core.MethodCounter, planner.Sending{Start: civil("2026-12-03T12:00")}}} {
		_, err := p.Invitations.SendAs(ctx, m, how.method, filepath.Join(t.TempDir(), "c.ics"), how.Sending)
		ok(t, err)
	}
	own := func() *planner.OwnAnswer {
		room, err := p.Meetings.Room(ctx, m)
		ok(t, err)
		if !room.Meeting.Declined() {
			t.Fatalf("%+v", room.Meeting)
		}
		return room.Own
	}
	if o := own(); o.Said() != core.AnswerDeclined || o.Asks("Africa/Nairobi").Start != civil("2026-12-03T12:00") || o.Owed() {
		t.Errorf("%+v", o)
	}
	take(t, p, strings.Replace(itip("DECLINECOUNTER", eventText("m", withAmina+"SEQUENCE:2")), "DTSTAMP:20261101T000000Z", "DTSTAMP:20261123T130000Z", 1))
	if o := own(); !o.Kept || o.Owed() || !o.Asks("Africa/Nairobi").IsZero() {
		t.Errorf("kept: %+v", o)
	}
}

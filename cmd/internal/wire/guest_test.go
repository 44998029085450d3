package wire

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// REQUEST and CANCEL are the organizer's alone (RFC 5546 3.2.2, 3.2.5): a guest's copy sends neither, and advises
// neither.
func TestAGuestNeitherInvitesNorCallsOff(t *testing.T) {
	p := open(t)
	const one = "DTSTART:20261201T100000Z\nDURATION:PT1H\nSUMMARY:Talk\n"
	take(t, p, itip("REQUEST", eventText("m", one+withAmina)))
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY")))
	m := meetingByUID(t, p, "m")
	run := seriesByUID(t, p, "run")
	second := core.OccurrenceID(run.ID, run.Start.AddMinutes(7*24*60))
	refused := func(when string, id core.ID, methods ...core.Method) {
		t.Helper()
		for _, method := range methods {
			path := filepath.Join(t.TempDir(), "x.ics")
			_, err := p.Invitations.Send(t.Context(), id, method, path)
			if core.CodeOf(err) != core.CodeNotOrganizer {
				t.Errorf("%s, %s: %v", when, method, err)
			}
			if _, err := os.Stat(path); err == nil {
				t.Errorf("%s, %s: written", when, method)
			}
		}
	}
	refused("a meeting", m.ID, core.MethodRequest, core.MethodCancel)
	refused("a series", run.ID, core.MethodRequest, core.MethodCancel)
	refused("one of a series", second, core.MethodRequest, core.MethodCancel)

	// A calendar file of it may be handed on: it names the organizer, and keeps their count.
	v, err := p.Invitations.Prepare(t.Context(), run.ID, core.MethodPublish)
	ok(t, err)
	if v.Organizer.Email != "amina.yusuf@kijani.example" || v.Sequence != 3 {
		t.Errorf("a calendar file: %+v", v)
	}

	old := *m // as a version of the program left it that let the guest invite
	asBefore(t, p, func() {
		ok(t, p.Meetings.Change(t.Context(), second, func(m *core.Meeting) error {
			m.Start, m.End = m.Start.AddMinutes(60), m.End.AddMinutes(60)
			return nil
		}))
	})
	refused("a moved one of a series", second, core.MethodRequest, core.MethodCancel)
	ok(t, p.Meetings.Cancel(t.Context(), old.ID, "ill"))
	refused("a meeting that the guest called off", old.ID, core.MethodRequest, core.MethodCancel, core.MethodPublish)

	list, err := p.Invitations.Guests(t.Context(), m.ID)
	ok(t, err)
	if list.Organizer.Email != "amina.yusuf@kijani.example" || list.Stands {
		t.Errorf("%+v", list)
	}
	// The owner's own stays theirs.
	if _, err := p.Invitations.Prepare(t.Context(), meetingOf(t, p).ID, core.MethodRequest); err != nil {
		t.Error(err)
	}
}

// What the owner organizes under another program's UID is theirs to change.
func TestTheOwnerOrganizesElsewhere(t *testing.T) {
	p := open(t)
	me, err := p.Invitations.Guests(t.Context(), meetingOf(t, p).ID)
	ok(t, err)
	take(t, p, itip("REQUEST", eventText("elsewhere", "DTSTART:20261201T100000Z\nDURATION:PT1H\nSUMMARY:Talk\n"+
		"ORGANIZER:mailto:"+me.Owner.Email()+"\n"+amina)))
	m := meetingByUID(t, p, "elsewhere")
	if _, err := p.Invitations.Prepare(t.Context(), m.ID, core.MethodRequest); err != nil {
		t.Error(err)
	}
}

// An answer has the organizer's UID and count, and the one guest who gives it under the address that was invited
// (RFC 5546 3.2.3). It is noted for good, and is no news to the other guests.
func TestAGuestAnswers(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY")))
	run := seriesByUID(t, p, "run")
	second := core.OccurrenceID(run.ID, run.Start.AddMinutes(7*24*60))
	how := planner.Sending{Answer: core.AnswerDeclined}
	for _, c := range []struct {
		name string
		id   core.ID
		has  string
	}{
		{"one of it", second, "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000"},
		{"all of it", run.ID, "RRULE:FREQ=WEEKLY"},
	} {
		path := filepath.Join(t.TempDir(), "x.ics")
		all, err := p.Invitations.SendAs(t.Context(), c.id, core.MethodReply, path, how)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		text := strings.ReplaceAll(string(data), "\r\n ", "")
		for _, want := range []string{
			"METHOD:REPLY", "UID:run", "SEQUENCE:3", "PARTSTAT=DECLINED:mailto:maja@lindqvist.example",
			"ORGANIZER:mailto:amina.yusuf@kijani.example", "SUMMARY:Weekly", c.has,
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %s in\n%s", c.name, want, text)
			}
		}
		if strings.Count(text, "BEGIN:VEVENT") != 1 || strings.Count(text, "ATTENDEE") != 1 || strings.Contains(text, "VALARM") {
			t.Errorf("%s:\n%s", c.name, text)
		}
		if d := all[0]; d.Method != core.MethodReply || d.Sequence != 3 || len(d.To) != 1 || d.To[0].Email != "amina.yusuf@kijani.example" {
			t.Errorf("%s: noted as %+v", c.name, d)
		}
		list, err := p.Invitations.Guests(t.Context(), c.id)
		ok(t, err)
		if list.Stands || list.Guests[0].State != planner.VersionNone {
			t.Errorf("%s: %+v", c.name, list)
		}
	}
	path := filepath.Join(t.TempDir(), "own.ics")
	if _, err := p.Invitations.SendAs(t.Context(), meetingOf(t, p).ID, core.MethodReply, path, how); core.CodeOf(err) != core.CodeOwn {
		t.Errorf("an answer to oneself: %v", err)
	}
	if _, err := p.Invitations.SendAs(t.Context(), run.ID, core.MethodReply, path, planner.Sending{}); core.CodeOf(err) != core.CodeBadChoice {
		t.Errorf("an answer that says nothing: %v", err)
	}
}

// What the owner said is known with the meeting, until the organizer asks again; an answer to all of a series is one to
// each of its meetings, and a later one to a single meeting is that meeting's.
func TestTheOwnAnswerIsKnown(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY")))
	run := seriesByUID(t, p, "run")
	first, second := core.OccurrenceID(run.ID, run.Start), core.OccurrenceID(run.ID, run.Start.AddMinutes(7*24*60))
	answers := func(when string, want ...string) {
		t.Helper()
		for i, id := range []core.ID{first, second} {
			room, err := p.Meetings.Room(t.Context(), id)
			ok(t, err)
			got := string(room.Own.Said())
			if room.Own.Again {
				got += ", again"
			}
			if got != want[i] {
				t.Errorf("%s, meeting %d: %q, want %q", when, i+1, got, want[i])
			}
			list, err := p.Invitations.Guests(t.Context(), id)
			ok(t, err)
			if list.Own.Said() != room.Own.Said() || list.Own.Again != room.Own.Again || list.OwnWhole == nil {
				t.Errorf("%s, meeting %d: %+v in the dialog", when, i+1, list.Own)
			}
		}
	}
	say := func(id core.ID, how planner.Sending) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "x.eml")
		all, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, path, how)
		ok(t, err)
		if all[0].Answer != how.Answer {
			t.Errorf("noted as %q", all[0].Answer)
		}
		data, err := os.ReadFile(path)
		ok(t, err)
		return string(data)
	}
	answers("at first", "none", "none")
	say(run.ID, planner.Sending{Answer: core.AnswerAccepted})
	answers("all of it", "accepted", "accepted")
	if text := say(second, planner.Sending{Answer: core.AnswerDeclined, Comment: "I am away\nthat week"}); !strings.Contains(text, "that week") {
		t.Errorf("the comment is missing:\n%s", text)
	}
	answers("one of it", "accepted", "declined")
	take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:4\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H")))
	answers("one was moved", "accepted", "declined, again")
	say(second, planner.Sending{Answer: core.AnswerAccepted})
	answers("and answered anew", "accepted", "accepted")
	take(t, p, itip("REQUEST", runText("SEQUENCE:5\nRRULE:FREQ=WEEKLY\nLOCATION:Room 5")))
	answers("all was asked anew", "accepted, again", "accepted, again")

	own, err := p.Meetings.Room(t.Context(), meetingOf(t, p).ID)
	ok(t, err)
	if own.Own != nil || own.Own.Said() != core.AnswerNone {
		t.Errorf("an answer to oneself: %+v", own.Own)
	}
}

// Where the owner moved another's meeting is nothing that its organizer said: an answer has the organizer's time, and
// names the occurrence by its original start (RFC 5545 3.8.4.4).
func TestAnAnswerHasTheOrganizersTime(t *testing.T) {
	const lines = "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\r\nDTSTART;TZID=Africa/Nairobi:2026120"
	for _, c := range []struct{ name, more, want string }{
		{"as all others", "", lines + "8T100000"},
		{"moved by its organizer", "RECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H", lines + "9T120000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY")))
			if c.more != "" {
				take(t, p, itip("REQUEST", eventText("run", withAmina+"SEQUENCE:4\n"+c.more)))
			}
			run := seriesByUID(t, p, "run")
			second := core.OccurrenceID(run.ID, run.Start.AddMinutes(7*24*60))
			was, err := p.Meetings.Get(t.Context(), second)
			ok(t, err)
			asBefore(t, p, func() {
				ok(t, p.Meetings.Move(t.Context(), second, civil("2026-12-11T15:00"), core.Civil{}, "Europe/Berlin"))
				ok(t, p.Meetings.Move(t.Context(), second, civil("2026-12-12T15:00"), core.Civil{}, ""))
			})
			text := sentText(t, p, second, planner.Sending{Answer: core.AnswerAccepted})
			for _, line := range strings.Split(c.want, "\r\n") {
				if !strings.Contains(text, line+"\r\n") {
					t.Errorf("no %s in\n%s", line, text)
				}
			}
			if m, err := p.Meetings.Get(t.Context(), second); err != nil || m.Start != civil("2026-12-12T15:00") {
				t.Errorf("%+v, %v", m, err)
			}
			ok(t, p.Meetings.Move(t.Context(), second, was.Start, was.End, was.Zone))
			if m, err := p.Meetings.Get(t.Context(), second); err != nil || !m.Origin.Start.IsZero() {
				t.Errorf("moved back: %+v, %v", m.Origin, err)
			}
		})
	}

	p := open(t)
	take(t, p, itip("REQUEST", eventText("one", "DTSTART:20261201T100000Z\nDURATION:PT1H\n"+withAmina)))
	_, err := p.Meetings.TakeOff(t.Context(), planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 2)}, MoveDays: 7})
	ok(t, err)
	m := meetingByUID(t, p, "one")
	if text := sentText(t, p, m.ID, planner.Sending{Answer: core.AnswerAccepted}); !strings.Contains(text, "DTSTART:20261201T100000Z") || m.Start.Date != core.NewDate(2026, 12, 1) {
		t.Errorf("moved with a week off to %v:\n%s", m.Start, text)
	}
}

// So has an answer to all of a series that the owner has moved here as a whole, however often, and whatever is said of it since;
// where it is moved back, nothing else is remembered.
func TestAnAnswerToAllHasTheOrganizersTime(t *testing.T) {
	const begins, repeats = "DTSTART;TZID=Africa/Nairobi:20261201T100000", "RRULE:FREQ=WEEKLY;COUNT=4"
	request := func(more string) string {
		return itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=4"+more))
	}
	for name, move := range map[string]func(p *planner.Planner, s *core.Series, at core.Civil) error{
		"as a whole": func(p *planner.Planner, s *core.Series, at core.Civil) error {
			return p.Series.Move(context.Background(), s.ID, planner.SeriesTime{Start: at, Rule: "FREQ=WEEKLY;COUNT=4"})
		},
		"from its first on": func(p *planner.Planner, s *core.Series, at core.Civil) error {
			_, err := p.Series.MoveFrom(context.Background(), s.ID, s.Start, planner.SeriesTime{Start: at}, 0)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t)
			take(t, p, request(""))
			run := func() *core.Series { return seriesByUID(t, p, "run") }
			was := run()
			tells := func(what string, answer core.Answer) {
				t.Helper()
				text := sentText(t, p, was.ID, planner.Sending{Answer: answer})
				if !strings.Contains(text, begins) || !strings.Contains(text, repeats) || strings.Contains(text, "EXDATE") {
					t.Errorf("%s:\n%s", what, text)
				}
			}
			asBefore(t, p, func() {
				ok(t, move(p, was, civil("2026-12-02T15:00")))
				ok(t, move(p, run(), civil("2026-12-03T16:00")))
			})
			tells("moved twice", core.AnswerAccepted)
			tells("declined", core.AnswerDeclined)
			tells("after all", core.AnswerAccepted)
			take(t, p, restamped(request("\nLOCATION:Room 5"), "20261102"))
			tells("in another room", core.AnswerTentative)
			if s := run(); s.Start != civil("2026-12-03T16:00") || s.Place != "Room 5" {
				t.Errorf("here it is at %v in %q", s.Start, s.Place)
			}
			ok(t, move(p, run(), was.Start))
			if s := run(); s.Start != was.Start || s.Rule != was.Rule || s.Origin.Rule != "" || !s.Origin.Start.IsZero() {
				t.Errorf("moved back: %+v", s)
			}
			asBefore(t, p, func() { ok(t, move(p, run(), civil("2026-12-02T15:00"))) })
			take(t, p, strings.Replace(request(""), "SEQUENCE:3", "SEQUENCE:4", 1))
			if s := run(); s.Start != was.Start || s.Origin.Rule != "" || !s.Origin.Start.IsZero() {
				t.Errorf("asked anew: %+v", s)
			}
		})
	}
}

// sentText sends an answer and gives its text, unfolded.
func sentText(t *testing.T, p *planner.Planner, id core.ID, how planner.Sending) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.ics")
	_, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, path, how)
	ok(t, err)
	return unfolded(t, path)
}

// Dates that the owner changed in another's series are a series of their own, of whose UID the organizer knows nothing: an
// answer about all of them would be about nothing (RFC 5546 3.2.3). One of them is answered as what it is to the organizer, and
// the series before them as ever.
func TestNobodyAnswersToTheirOwnDates(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY")))
	run := seriesByUID(t, p, "run")
	sentText(t, p, run.ID, planner.Sending{Answer: core.AnswerAccepted})
	from := func(series core.ID, original core.Civil, minutes int) *core.Series {
		next, err := p.Series.From(t.Context(), series, original, func(s *core.Series) error {
			s.Start, s.End = s.Start.AddMinutes(minutes), s.End.AddMinutes(minutes)
			return nil
		})
		ok(t, err)
		return next
	}
	var next, last *core.Series
	asBefore(t, p, func() {
		next = from(run.ID, run.Start.AddMinutes(14*24*60), 60)
		last = from(next.ID, next.Start.AddMinutes(7*24*60), 30)
	})
	for _, id := range []core.ID{next.ID, last.ID} {
		path := filepath.Join(t.TempDir(), "x.ics")
		if _, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, path, planner.Sending{Answer: core.AnswerAccepted}); core.CodeOf(err) != core.CodeOwnDates {
			t.Errorf("%v", err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Error("it is written")
		}
	}
	for _, c := range []struct {
		id core.ID
		at string
	}{
		{core.OccurrenceID(next.ID, next.Start), "20261215T100000"},
		{core.OccurrenceID(last.ID, last.Start), "20261222T100000"},
		{core.OccurrenceID(last.ID, last.Start.AddMinutes(7*24*60)), "20261229T100000"},
	} {
		if room, err := p.Meetings.Room(t.Context(), c.id); err != nil || room.Own.Said() != core.AnswerAccepted || room.Own.Owed() {
			t.Errorf("%s: %+v, %v", c.at, room.Own, err)
		}
		text := sentText(t, p, c.id, planner.Sending{Answer: core.AnswerTentative})
		for _, want := range []string{"UID:run", "SEQUENCE:3", "RECURRENCE-ID;TZID=Africa/Nairobi:" + c.at, "DTSTART;TZID=Africa/Nairobi:" + c.at} {
			if !strings.Contains(text, want+"\r\n") {
				t.Errorf("no %s in\n%s", want, text)
			}
		}
		if room, err := p.Meetings.Room(t.Context(), c.id); err != nil || room.Own.Said() != core.AnswerTentative {
			t.Errorf("%s: %+v, %v", c.at, room.Own, err)
		}
	}
	if text := sentText(t, p, run.ID, planner.Sending{Answer: core.AnswerAccepted}); !strings.Contains(text, "UID:run\r\n") || !strings.Contains(text, "RRULE:FREQ=WEEKLY\r\n") {
		t.Error(text)
	}
}

// One meeting of a series that the owner has moved here as a whole is answered as the one that its organizer has, however often
// it was moved; what was said of it alone stays with it, and what the organizer says of theirs is about it.
func TestOneOfAMovedSeriesIsAnsweredAsTheOrganizers(t *testing.T) {
	const out = "\nEXDATE;TZID=Africa/Nairobi:20261215T100000"
	p, ctx := open(t), t.Context()
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=5"+out)))
	run := func() *core.Series { return seriesByUID(t, p, "run") }
	was := run()
	sentText(t, p, core.OccurrenceID(was.ID, civil("2026-12-22T10:00")), planner.Sending{Answer: core.AnswerDeclined})
	move := func(at, rule string) {
		asBefore(t, p, func() { ok(t, p.Series.Move(ctx, was.ID, planner.SeriesTime{Start: civil(at), Rule: rule})) })
	}
	move("2026-12-02T15:00", "FREQ=WEEKLY;COUNT=5")
	if got := starts(t, p, was.ID); got != "12-02T15:00 12-09T15:00 12-23T15:00*cancelled 12-30T15:00" {
		t.Fatal(got)
	}
	tells := func(one, theirs string) {
		t.Helper()
		id := occurrence(was, one)
		if m, err := recordAt(t, p, was.ID, one); err == nil {
			id = m
		}
		text := sentText(t, p, id, planner.Sending{Answer: core.AnswerTentative})
		for _, name := range []string{"RECURRENCE-ID", "DTSTART"} {
			if want := name + ";TZID=Africa/Nairobi:" + theirs + "\r\n"; !strings.Contains(text, want) {
				t.Errorf("%s: no %s in\n%s", one, want, text)
			}
		}
		room, err := p.Meetings.Room(ctx, id)
		ok(t, err)
		if room.Own.Said() != core.AnswerTentative || room.Own.Owed() {
			t.Errorf("%s: %+v", one, room.Own)
		}
	}
	tells("2026-12-09T15:00", "20261208T100000")
	move("2026-12-04T09:00", "FREQ=WEEKLY;COUNT=5")
	tells("2026-12-11T09:00", "20261208T100000")
	tells("2026-12-25T09:00", "20261222T100000")
	asBefore(t, p, func() {
		ok(t, p.Meetings.Move(ctx, occurrence(was, "2027-01-01T09:00"), civil("2027-01-02T11:00"), core.Civil{}, ""))
	})
	tells("2027-01-01T09:00", "20261229T100000")

	one := func(method, more string) string {
		return take(t, p, itip(method, eventText("run", withAmina+"SEQUENCE:4\n"+more)))
	}
	one("CANCEL", "STATUS:CANCELLED\nRECURRENCE-ID:20261208T070000Z\nDTSTART:20261208T070000Z\nDURATION:PT1H")
	one("REQUEST", "RECURRENCE-ID:20261222T070000Z\nDTSTART:20261223T120000Z\nDURATION:PT1H")
	if got := starts(t, p, was.ID); got != "12-04T09:00 12-08T10:00*cancelled 12-23T15:00* 01-02T11:00*" {
		t.Error(got)
	}
	take(t, p, restamped(itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Africa/Nairobi:20261201T100000"+strings.TrimPrefix(out, "\nEXDATE;TZID=Africa/Nairobi:20261215T100000"))), "20261102"))
	if got := starts(t, p, was.ID); got != "12-08T10:00*cancelled 12-18T09:00 12-23T15:00* 01-02T11:00*" {
		t.Errorf("leaves out another: %s", got)
	}
	move("2026-12-04T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=3")
	for _, c := range []struct{ id core.ID }{{occurrence(was, "2026-12-18T09:00")}} {
		_, err := p.Invitations.SendAs(ctx, c.id, core.MethodReply, filepath.Join(t.TempDir(), "x.ics"), planner.Sending{Answer: core.AnswerAccepted})
		if core.CodeOf(err) != core.CodeOwnDates {
			t.Errorf("every other week: %v", err)
		}
	}
}

// recordAt gives the id of the record of an occurrence.
func recordAt(t *testing.T, p *planner.Planner, series core.ID, original string) (core.ID, error) {
	t.Helper()
	m, err := p.Series.Occurrence(t.Context(), series, civil(original))
	if err != nil {
		return core.ID{}, err
	}
	return m.ID, nil
}

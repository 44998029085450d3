package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Guests who once got a message each are not to learn of one another by a later one: all that follows on that series goes to
// each by themselves, about all of it or one of its meetings, until somebody says otherwise.
func TestGuestsWhoDoNotSeeOneAnotherNeverDo(t *testing.T) {
	p, ctx := open(t), t.Context()
	all, err := p.Series.Of(ctx, named(t, p, "Leadership").ID)
	ok(t, err)
	s, next := all[0], core.OccurrenceID(all[0].ID, civil("2026-12-09T10:00"))
	send := func(name string, id core.ID, method core.Method, how planner.Sending, messages int) {
		t.Helper()
		sent, err := p.Invitations.SendAs(ctx, id, method, filepath.Join(t.TempDir(), "m.eml"), how)
		ok(t, err)
		if len(sent) != messages {
			t.Errorf("%s: %d messages, want %d", name, len(sent), messages)
		}
	}
	send("all at once at first", s.ID, core.MethodRequest, planner.Sending{}, 1)
	send("said", s.ID, core.MethodRequest, planner.Sending{Separately: true}, 5)
	send("again", s.ID, core.MethodRequest, planner.Sending{}, 5)
	ok(t, p.Meetings.Move(ctx, next, civil("2026-12-09T12:00"), core.Civil{}, ""))
	send("one moved", next, core.MethodRequest, planner.Sending{}, 5)
	list, err := p.Invitations.Guests(ctx, next)
	ok(t, err)
	words, err := p.Invitations.InWords(ctx, next, core.MethodRequest, planner.Sending{})
	ok(t, err)
	if !list.Separately || !words.Hidden || len(words.To) != 5 {
		t.Errorf("%v, %+v", list.Separately, words)
	}
	ok(t, p.Meetings.Cancel(ctx, next, ""))
	send("one called off", next, core.MethodCancel, planner.Sending{}, 5)
	after, err := p.Series.MoveFrom(ctx, s.ID, civil("2027-01-20T10:00"), planner.SeriesTime{Start: civil("2027-01-21T10:00")}, 0)
	ok(t, err)
	list, err = p.Invitations.Guests(ctx, after.ID)
	ok(t, err)
	if !list.Separately {
		t.Error("those of the series that goes on are said to see one another")
	}
	send("it goes on, and the former ends", after.ID, core.MethodRequest, planner.Sending{}, 10)
	send("said otherwise", s.ID, core.MethodRequest, planner.Sending{Together: true}, 1)
	send("and again", s.ID, core.MethodRequest, planner.Sending{}, 1)
}

// A message that says nothing new is an invitation as before, and no change.
func TestAMessageWithNothingNewIsNoChange(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	subject := func(want string) {
		t.Helper()
		words, err := p.Invitations.InWords(ctx, m.ID, core.MethodRequest, planner.Sending{})
		ok(t, err)
		if !strings.HasPrefix(words.Subject, want+": ") {
			t.Errorf("want %s: %s", want, words.Subject)
		}
		_, err = p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "m.eml"))
		ok(t, err)
	}
	subject("Invitation")
	ok(t, p.Meetings.Move(ctx, m.ID, m.Start.AddMinutes(60), core.Civil{}, ""))
	subject("New time")
	subject("Invitation")
}

// What is taken back of a title that guests were sent is to be told anew, at the same SEQUENCE.
func TestATitleTakenBackIsOwed(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	first := invite(t, p, m)
	ok(t, p.Meetings.Change(ctx, m.ID, func(m *core.Meeting) error { m.Title = "Another title"; return nil }))
	invite(t, p, m)
	step, err := p.Undo(ctx)
	ok(t, err)
	owed, err := p.Invitations.Owed(ctx, step.Refs)
	ok(t, err)
	if len(owed) != 1 || owed[0].State != planner.VersionOldText || owed[0].Method != core.MethodRequest {
		t.Errorf("%+v", owed)
	}
	if d := invite(t, p, m); d.Sequence != first.Sequence {
		t.Errorf("SEQUENCE %d, was %d", d.Sequence, first.Sequence)
	}
}

// Those who once got a message each do not learn of one another by another meeting, or series, of the same people either; where they
// were told all at once last, they are.
func TestANewMeetingOfThoseWhoDoNotSeeOneAnother(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Leadership")
	plan := func(day string) core.ID {
		t.Helper()
		m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: civil(day + "T10:00"), End: civil(day + "T11:00"), Zone: "Europe/Berlin", Status: core.MeetingPlanned})
		ok(t, err)
		return m.ID
	}
	send := func(name string, id core.ID, how planner.Sending, proposed bool, messages int) {
		t.Helper()
		list, err := p.Invitations.Guests(ctx, id)
		ok(t, err)
		if list.Separately != proposed {
			t.Errorf("%s: proposed to go to each: %v", name, list.Separately)
		}
		sent, err := p.Invitations.SendAs(ctx, id, core.MethodRequest, filepath.Join(t.TempDir(), "m.eml"), how)
		ok(t, err)
		if len(sent) != messages {
			t.Errorf("%s: %d messages, want %d", name, len(sent), messages)
		}
	}
	send("the first", plan("2026-12-01"), planner.Sending{Separately: true}, false, 5)
	send("another", plan("2026-12-02"), planner.Sending{}, true, 5)
	s, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Start: civil("2027-02-01T10:00"), End: civil("2027-02-01T11:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=3"})
	ok(t, err)
	send("a series", s.ID, planner.Sending{Together: true}, true, 1)
	send("once more", s.ID, planner.Sending{}, false, 1) // a moment later
	send("after that", plan("2026-12-03"), planner.Sending{}, false, 1)
}

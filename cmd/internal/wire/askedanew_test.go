package wire

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/ical/icaltest"
	"mentorbook/core/planner"
)

// asks sends an invitation and gives of each event in it the SEQUENCE and what Amina is said to have answered.
func asks(t *testing.T, p *planner.Planner, judges *icaltest.Judges, id core.ID) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "i.ics")
	_, err := p.Invitations.Send(t.Context(), id, core.MethodRequest, path)
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	if findings, err := ical.Lint(t.Context(), bytes.NewReader(data)); err != nil || len(findings) > 0 {
		t.Errorf("%v %v in\n%s", findings, err, data)
	}
	if err := judges.Restrict(path); err != nil {
		t.Errorf("%v in\n%s", err, data)
	}
	var out []string
	for _, event := range strings.Split(strings.ReplaceAll(string(data), "\r\n ", ""), "BEGIN:VEVENT")[1:] {
		line := ""
		for l := range strings.SplitSeq(event, "\r\n") {
			if n, is := strings.CutPrefix(l, "SEQUENCE:"); is {
				line = n + line
			}
			if guest, is := strings.CutPrefix(l, "ATTENDEE;"); is && strings.Contains(guest, "amina.yusuf") {
				for param := range strings.SplitSeq(guest, ";") {
					if status, is := strings.CutPrefix(param, "PARTSTAT="); is {
						line += " " + status
					}
				}
				if strings.Contains(guest, "RSVP=TRUE") != strings.Contains(guest, "NEEDS-ACTION") {
					t.Errorf("%s", guest)
				}
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, ", ")
}

// Who has answered keeps their answer in a message that does not ask anew, and of a series only that meeting is asked
// anew that was moved (RFC 5546 2.1.4).
func TestOnlyWhatMovedIsAskedAnew(t *testing.T) {
	judges := icaltest.Start(t)
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=4")
	moved, plain := occurrence(s, "2026-12-10T16:00"), occurrence(s, "2026-12-17T16:00")
	want := func(when, asked string) {
		t.Helper()
		if got := asks(t, p, judges, s.ID); got != asked {
			t.Errorf("%s: %s, want %s", when, got, asked)
		}
	}
	says := func(sequence int, stamp, answerIs, more string) {
		t.Helper()
		if step := answer(t, p, "r.ics", replyText("REPLY", s.UID, sequence, stamp, says(answerIs), more)); step.Err != nil {
			t.Errorf("%s at %s: %v", answerIs, stamp, step.Err)
		}
	}
	count := func(when string, one, other core.Answer) {
		t.Helper()
		if got := said(t, p, moved).Answer; got != one {
			t.Errorf("%s: %s to the one that was moved, want %s", when, got, one)
		}
		if got := said(t, p, plain).Answer; got != other {
			t.Errorf("%s: %s to another, want %s", when, got, other)
		}
	}
	want("at first", "0 NEEDS-ACTION")
	says(0, "20261123T120100Z", "ACCEPTED", "")
	count("all accepted", core.AnswerAccepted, core.AnswerAccepted)
	want("told again", "0 ACCEPTED")
	ok(t, p.Series.Change(ctx, s.ID, func(s *core.Series) error { s.Place = "Room 4"; return nil }))
	want("in another place", "0 ACCEPTED")
	ok(t, p.Meetings.Move(ctx, moved, civil("2026-12-11T09:00"), core.Civil{}, ""))
	want("one was moved", "0 ACCEPTED, 1 NEEDS-ACTION")
	count("one was moved", core.AnswerNone, core.AnswerAccepted)
	want("and told again", "0 ACCEPTED, 1 NEEDS-ACTION")
	says(1, "20261123T120200Z", "TENTATIVE", "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T160000")
	count("the one was answered", core.AnswerTentative, core.AnswerAccepted)
	want("the one was answered", "0 ACCEPTED, 1 TENTATIVE")
	if step := answer(t, p, "r.ics", replyText("REPLY", s.UID, 0, "20261123T120300Z", aminaSays+"DECLINED:mailto:amina.yusuf@kijani.example", "\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T160000")); core.CodeOf(step.Err) != core.CodeOutdated {
		t.Errorf("an answer to where it was before: %v", step.Err)
	}
	if got := asks(t, p, judges, moved); got != "1 TENTATIVE" {
		t.Errorf("the one by itself: %s", got)
	}
	ok(t, p.Meetings.Move(ctx, moved, civil("2026-12-11T11:00"), core.Civil{}, ""))
	if got := asks(t, p, judges, moved); got != "2 NEEDS-ACTION" {
		t.Errorf("the one by itself, moved once more: %s", got)
	}
	if got := asks(t, p, judges, plain); got != "0 ACCEPTED" {
		t.Errorf("another by itself: %s", got)
	}
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-03T17:00")}))
	if got := asks(t, p, judges, s.ID); !strings.HasPrefix(got, "2 NEEDS-ACTION") || strings.Contains(got, "ACCEPTED") {
		t.Errorf("all moved: %s", got)
	}
}

// An answer to all of a series after a message about all of it counts for the moved meeting too.
func TestAnAnswerToAllCountsForWhatWasMoved(t *testing.T) {
	p := open(t)
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=4")
	moved := occurrence(s, "2026-12-10T16:00")
	send := func() *core.Dispatch {
		t.Helper()
		d, err := p.Invitations.Send(t.Context(), s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "i.ics"))
		ok(t, err)
		return d
	}
	send()
	ok(t, p.Meetings.Move(t.Context(), moved, civil("2026-12-11T09:00"), core.Civil{}, ""))
	if d := send(); d.Sequence != 0 || len(d.Moved) != 1 || d.Moved[0].Sequence != 1 {
		t.Errorf("%+v", d)
	}
	if got := said(t, p, moved); got.Answer != core.AnswerNone || got.OldTime {
		t.Errorf("before: %+v", got)
	}
	answer(t, p, "r.ics", replyText("REPLY", s.UID, 0, "20261123T130000Z", says("DECLINED"), ""))
	if got := said(t, p, moved); got.Answer != core.AnswerDeclined {
		t.Errorf("after: %+v", got)
	}
}

// A meeting by itself that is told of again keeps the answers, and loses them when its time changes.
func TestAMeetingToldOfAgainKeepsItsAnswers(t *testing.T) {
	judges := icaltest.Start(t)
	p := open(t)
	m := meetingOf(t, p)
	d := invite(t, p, m)
	answer(t, p, "r.ics", replyText("REPLY", d.UID, d.Sequence, "20261123T130000Z", says("DECLINED"), ""))
	ok(t, p.Meetings.Change(t.Context(), m.ID, func(m *core.Meeting) error { m.Place = "Room 9"; return nil }))
	first := asks(t, p, judges, m.ID)
	if !strings.HasSuffix(first, " DECLINED") {
		t.Errorf("in another place: %s", first)
	}
	ok(t, p.Meetings.Move(t.Context(), m.ID, m.Start.AddMinutes(60), core.Civil{}, ""))
	if got := asks(t, p, judges, m.ID); !strings.HasSuffix(got, " NEEDS-ACTION") || got[0] == first[0] {
		t.Errorf("at another time: %s, was %s", got, first)
	}
}

// A meeting with a title of its own, in a series all of which moves, is asked anew as all others are: the guest knows of none then.
func TestWhatHasATitleOfItsOwnIsAskedAnewWithItsSeries(t *testing.T) {
	ctx, talk := t.Context(), converse(t)
	s := talk.plan(t)
	one := occurrence(s, "2026-12-11T16:00")
	ok(t, talk.organizer.Meetings.Change(ctx, one, func(m *core.Meeting) error { m.Title = "Offer"; return nil }))
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	talk.says(t, s, "", core.AnswerAccepted)
	_, err := talk.organizer.Series.MoveFrom(ctx, s.ID, s.Start, planner.SeriesTime{Start: civil("2026-12-04T17:00")}, 0)
	ok(t, err)
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	for _, original := range []string{"2026-12-11T17:00", "2026-12-18T17:00"} {
		if heard, own := talk.heard(t, s, original), talk.own(t, s, original); heard != core.AnswerNone || !own.Owed() {
			t.Errorf("%s: heard %s, and the guest is told %+v", original, heard, own)
		}
	}
}

// Who has declined all of a series is asked anew about one of which they were told by itself too, where all of it has a new version.
func TestWhoDeclinedAllIsAskedAnewAboutWhatWasToldAlone(t *testing.T) {
	ctx, talk := t.Context(), converse(t)
	s := talk.plan(t)
	talk.send(t, s.ID, core.MethodRequest)
	talk.send(t, occurrence(s, "2026-12-11T16:00"), core.MethodRequest)
	talk.deliver(t)
	talk.says(t, s, "", core.AnswerDeclined)
	ok(t, talk.organizer.Meetings.Cancel(ctx, occurrence(s, "2026-12-18T16:00"), ""))
	talk.send(t, s.ID, core.MethodRequest)
	talk.deliver(t)
	for _, original := range []string{"2026-12-11T16:00", "2026-12-25T16:00"} {
		if heard, own := talk.heard(t, s, original), talk.own(t, s, original); heard != core.AnswerNone || !own.Owed() {
			t.Errorf("%s: heard %s, and the guest is told %+v", original, heard, own)
		}
	}
}

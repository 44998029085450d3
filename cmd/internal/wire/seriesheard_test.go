package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A series that was moved as a whole after its guest accepted: whoever asks what the guest has of one of its meetings, or of
// the whole, is told that it is the old time, until the new one is sent or the move is taken back.
func TestAMovedSeriesIsKnownAtItsOldTimes(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY")
	d, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, t.TempDir()+"/1.ics")
	ok(t, err)
	answer(t, p, "r.ics", replyText("REPLY", s.UID, d.Sequence, "20261123T120100Z", says("ACCEPTED"), ""))
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-04T15:00"), Rule: "FREQ=WEEKLY"}))

	second := occurrence(s, "2026-12-11T15:00")
	if got := said(t, p, second); !got.OldTime {
		t.Errorf("answers: %+v", got)
	}
	rec, err := p.Meetings.Get(ctx, second)
	ok(t, err)
	all, err := p.Replies.Standings(ctx, []core.Record{rec})
	ok(t, err)
	if len(all[0]) != 1 || !all[0][0].OldTime || all[0][0].Version != 1 {
		t.Errorf("standing: %+v", all[0])
	}
	list, err := p.Invitations.Guests(ctx, second)
	ok(t, err)
	if g := list.Guests[0]; g.State != planner.VersionOldTime || !g.Rule || g.Sent.Start != civil("2026-12-03T16:00") {
		t.Errorf("sheet: %+v", g)
	}
	owed, err := p.Invitations.Owed(ctx, []core.Ref{{Kind: core.KindMeeting, ID: second}, {Kind: core.KindMeeting, ID: occurrence(s, "2026-12-18T15:00")}})
	ok(t, err)
	if len(owed) != 1 || owed[0].Of != s.ID || owed[0].State != planner.VersionOldTime {
		t.Errorf("owed: %+v", owed)
	}
	today, err := p.Today(ctx)
	ok(t, err)
	if next := today.Next; next != nil && next.Meeting.Series == s.ID && !planner.NeedCare(next.Answers) {
		t.Error("Today says nothing")
	}

	_, err = p.Invitations.Send(ctx, s.ID, core.MethodRequest, t.TempDir()+"/2.ics")
	ok(t, err)
	if got := said(t, p, second); got.OldTime || got.Answer != core.AnswerNone {
		t.Errorf("sent: %+v", got)
	}
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-03T16:00"), Rule: "FREQ=WEEKLY"}))
	if got := states(t, p, occurrence(s, "2026-12-10T16:00")); got != "old_time" {
		t.Errorf("moved back to where it was once told: %s", got)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	if got := states(t, p, second); got != "current" {
		t.Errorf("taken back: %s", got)
	}
}

// What took place before a series was moved stays what guests were told; an occurrence that was named by itself stays so too.
func TestWhatWasToldOfAMovedSeriesStays(t *testing.T) {
	p, ctx := open(t), t.Context()
	s := weekly(t, p, "FREQ=WEEKLY;COUNT=6")
	_, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, t.TempDir()+"/1.ics")
	ok(t, err)
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: civil("2026-12-03T16:00"), Rule: "FREQ=WEEKLY;COUNT=8"}))
	if got := states(t, p, occurrence(s, "2026-12-10T16:00")); got != "current" {
		t.Errorf("a longer series: %s", got)
	}
	if got := states(t, p, occurrence(s, "2027-01-14T16:00")); got != "old_time" {
		t.Errorf("one that it has more: %s", got)
	}
}

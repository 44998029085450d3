package wire

import (
	"path/filepath"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// needs gives what needs the owner of one kind.
func needs(t *testing.T, p *planner.Planner, kind planner.NeedKind) []planner.Need {
	t.Helper()
	day, err := p.Today(t.Context())
	ok(t, err)
	return slices.DeleteFunc(day.Needs, func(n planner.Need) bool { return n.Kind != kind })
}

// Who believes that a meeting takes place that is off is told of wherever it stands, and on Today with what tells them, until
// the cancellation is made.
func TestWhoBelievesThatItTakesPlace(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	invite(t, p, m)
	if got := needs(t, p, planner.NeedStillOn); len(got) > 0 {
		t.Errorf("at first: %+v", got)
	}
	ok(t, p.Meetings.Cancel(ctx, m.ID, ""))
	if g := said(t, p, m.ID); !g.StillOn || !planner.NeedCare([]planner.GuestAnswer{g}) || planner.SaidBy([]planner.GuestAnswer{g}).StillOn != 1 {
		t.Errorf("called off: %+v", g)
	}
	if got := needs(t, p, planner.NeedStillOn); len(got) != 1 || got[0].Ref.ID != m.ID || got[0].Whole {
		t.Errorf("on Today: %+v", got)
	}
	_, err := p.Invitations.Send(ctx, m.ID, core.MethodCancel, filepath.Join(t.TempDir(), "c.ics"))
	ok(t, err)
	if got := needs(t, p, planner.NeedStillOn); len(got) > 0 {
		t.Errorf("told: %+v", got)
	}
}

// The same of a series that was called off, has ended or goes on otherwise.
func TestWhoBelievesThatASeriesGoesOn(t *testing.T) {
	for name, c := range map[string]struct {
		kind   planner.NeedKind
		change func(p *planner.Planner, s *core.Series) error
	}{
		"called off": {planner.NeedStillOn, func(p *planner.Planner, s *core.Series) error { return p.Series.CallOff(t.Context(), s.ID, "") }},
		"ended": {planner.NeedOldTime, func(p *planner.Planner, s *core.Series) error {
			return p.Series.EndBefore(t.Context(), s.ID, s.Start.AddMinutes(7*24*60), "")
		}},
		"split": {planner.NeedOldTime, func(p *planner.Planner, s *core.Series) error {
			_, err := p.Series.MoveFrom(t.Context(), s.ID, s.Start.AddMinutes(7*24*60), planner.SeriesTime{Start: s.Start.AddMinutes(7*24*60 + 60)}, 0)
			return err
		}},
	} {
		p := open(t)
		s, _ := inviteAll(t, p, "FREQ=WEEKLY;COUNT=4")
		ok(t, c.change(p, s))
		got := needs(t, p, c.kind)
		if len(got) != 1 || !got[0].Whole || got[0].Ref.Kind != core.KindSeries {
			t.Fatalf("%s: %+v", name, got)
		}
		method := core.MethodRequest
		if c.kind == planner.NeedStillOn {
			method = core.MethodCancel
		}
		_, err := p.Invitations.Send(t.Context(), got[0].Ref.ID, method, filepath.Join(t.TempDir(), "c.ics"))
		ok(t, err)
		if got := needs(t, p, c.kind); len(got) > 0 {
			t.Errorf("%s, told: %+v", name, got)
		}
	}
}

// That a guest does not come is taken note of by a step that undo takes back; on the meeting it stays, and a later answer needs
// the owner anew.
func TestARefusalIsTakenNoteOf(t *testing.T) {
	p, ctx := open(t), t.Context()
	m := meetingOf(t, p)
	invite(t, p, m)
	who := said(t, p, m.ID).Person
	ok(t, p.Replies.Note(ctx, m.ID, who, core.AnswerDeclined, "by telephone"))
	open := func(when string, want int) {
		t.Helper()
		if got := needs(t, p, planner.NeedDeclined); len(got) != want {
			t.Errorf("%s: %+v", when, got)
		}
		if g := said(t, p, m.ID); g.Answer != core.AnswerDeclined {
			t.Errorf("%s, on the meeting: %+v", when, g)
		}
	}
	open("declined", 1)
	ok(t, p.Replies.Dismiss(ctx, needs(t, p, planner.NeedDeclined)[0].Reply))
	open("taken note of", 0)
	_, err := p.Undo(ctx)
	ok(t, err)
	open("taken back", 1)
	_, err = p.Redo(ctx)
	ok(t, err)
	open("done again", 0)
	ok(t, p.Replies.Note(ctx, m.ID, who, core.AnswerDeclined, "once more"))
	open("declined anew", 1)
}

// A meeting that was held, and took less or more time than planned, owes nobody a new time, while their calendars still show it.
func TestAMeetingThatWasHeldOwesNoNewTime(t *testing.T) {
	for _, end := range []string{"2026-12-04T16:07", "2026-12-04T17:30"} {
		c := converse(t)
		m, err := c.organizer.Meetings.Plan(t.Context(), core.Meeting{Relationship: c.rel, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T17:00"), Zone: "Europe/Berlin"})
		ok(t, err)
		c.send(t, m.ID, core.MethodRequest)
		c.at(t, "2026-12-04T16:10")
		_, err = c.organizer.Meetings.Close(t.Context(), m.ID, planner.Closing{End: civil(end)})
		ok(t, err)
		owed, err := c.organizer.Invitations.Owed(t.Context(), []core.Ref{core.RefOf(m)})
		ok(t, err)
		if left := needs(t, c.organizer, planner.NeedOldTime); len(owed) > 0 || len(left) > 0 {
			t.Errorf("until %s: owed %+v, on Today %+v", end, owed, left)
		}
	}
}

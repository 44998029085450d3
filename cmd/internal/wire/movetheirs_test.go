package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// asBefore does something as a version of the program did it in which a guest could move here what others organize. It does so
// also with a copy that was moved, and to which an invitation has come since.
func asBefore(t *testing.T, p *planner.Planner, do func()) {
	t.Helper()
	setCopied(t, p, true)
	do()
	setCopied(t, p, false)
}

func setCopied(t *testing.T, p *planner.Planner, to bool) {
	t.Helper()
	ok(t, p.Store.Update(t.Context(), func(w planner.Writer) error {
		var all []core.Record
		for _, kind := range []core.Kind{core.KindMeeting, core.KindSeries} {
			for rec, err := range w.All(kind) {
				if err != nil {
					return err
				}
				switch x := rec.(type) {
				case *core.Meeting:
					if x.Origin.Organizer != "" && x.Origin.Copied != to {
						x.Origin.Copied = to
						all = append(all, x)
					}
				case *core.Series:
					if x.Origin.Organizer != "" && x.Origin.Copied != to {
						x.Origin.Copied = to
						all = append(all, x)
					}
				}
			}
		}
		for _, rec := range all {
			if err := w.Put(rec); err != nil {
				return err
			}
		}
		return nil
	}))
}

// Another time is the organizer's word: what came by their invitation stays where it is, one meeting, one of a series and all of
// it, whatever asks for it. What is the owner's own of it is theirs to change, and a copy is a record of theirs.
func TestWhatOthersOrganizeIsNotMoved(t *testing.T) {
	p, ctx := open(t), t.Context()
	take(t, p, itip("REQUEST", eventText("one", "DTSTART:20261201T100000Z\nDURATION:PT1H\n"+withAmina)))
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=5")))
	m, s := meetingByUID(t, p, "one"), seriesByUID(t, p, "run")
	second := occurrence(s, "2026-12-08T10:00")
	before := contents(t, p)
	later := s.Start.AddMinutes(60)
	for name, err := range map[string]error{
		"one":          p.Meetings.Move(ctx, m.ID, m.Start.AddMinutes(60), core.Civil{}, ""),
		"longer":       p.Meetings.MoveFor(ctx, m.ID, m.Start, 90, m.Zone),
		"in a zone":    p.Meetings.Move(ctx, m.ID, m.Start, core.Civil{}, "America/New_York"),
		"replanned":    p.Meetings.Replan(ctx, m.ID, func(m *core.Meeting) error { m.Last(m.Start.AddMinutes(15), 60, m.Zone); return nil }),
		"changed":      p.Meetings.Change(ctx, m.ID, func(m *core.Meeting) error { m.Last(m.Start.AddMinutes(15), 60, m.Zone); return nil }),
		"one of all":   p.Meetings.Move(ctx, second, civil("2026-12-09T10:00"), core.Civil{}, ""),
		"all":          p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: later}),
		"all, by rule": p.Series.Move(ctx, s.ID, planner.SeriesTime{Rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=5"}),
		"from the first on": func() error {
			_, err := p.Series.MoveFrom(ctx, s.ID, s.Start, planner.SeriesTime{Start: later}, 0)
			return err
		}(),
		"from one on": func() error {
			_, err := p.Series.MoveFrom(ctx, s.ID, civil("2026-12-08T10:00"), planner.SeriesTime{Start: civil("2026-12-08T11:00")}, 0)
			return err
		}(),
	} {
		if core.CodeOf(err) != core.CodeMoveTheirs || core.Problems(err)[0].Args["name"] == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if contents(t, p) != before {
		t.Error("something was changed")
	}
	ok(t, p.Meetings.Replan(ctx, m.ID, func(m *core.Meeting) error { m.Title, m.Place = "Mine", "Room 4"; return nil }))
	if text := sentText(t, p, m.ID, planner.Sending{Answer: core.AnswerAccepted}); text == "" {
		t.Error("no answer")
	}

	asBefore(t, p, func() { // a copy, and what a former version let move
		ok(t, p.Meetings.Move(ctx, m.ID, civil("2026-12-03T15:00"), core.Civil{}, ""))
		ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: later, Rule: s.Rule}))
	})
	if err := p.Meetings.Move(ctx, m.ID, civil("2026-12-03T16:00"), core.Civil{}, ""); core.CodeOf(err) != core.CodeMoveTheirs {
		t.Errorf("moved on: %v", err)
	}
	ok(t, p.Meetings.Move(ctx, m.ID, m.Start, m.End, m.Zone)) // back to the organizer's time
	ok(t, p.Series.Move(ctx, s.ID, planner.SeriesTime{Start: s.Start, Rule: s.Rule}))
	if now := meetingByUID(t, p, "one"); !now.Origin.Start.IsZero() || now.Start != m.Start {
		t.Errorf("moved back: %+v", now)
	}
}

package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What was called off, left out or moved by itself is so too where its series goes on at other times: guests are told of it with
// the invitation to that.
func TestWhatIsByItselfStaysSoWhereASeriesGoesOn(t *testing.T) {
	for name, c := range map[string]struct{ from, stays, comes string }{
		"a part": {"2026-12-11T16:00", "12-04T16:00", "01-02T10:00 01-09T18:00 12-11T17:00"},
		"all":    {"2026-12-04T16:00", "", "01-02T10:00 01-09T18:00 12-04T17:00 12-11T17:00"},
	} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			h := converse(t)
			s := h.plan(t)
			ok(t, h.organizer.Meetings.Delete(ctx, occurrence(s, "2026-12-25T16:00")))
			h.send(t, s.ID, core.MethodRequest)
			ok(t, h.organizer.Meetings.Cancel(ctx, occurrence(s, "2026-12-18T16:00"), "a feast"))
			h.send(t, occurrence(s, "2026-12-18T16:00"), core.MethodCancel)
			ok(t, h.organizer.Meetings.Move(ctx, occurrence(s, "2027-01-01T16:00"), civil("2027-01-02T10:00"), core.Civil{}, ""))
			ok(t, h.organizer.Meetings.Move(ctx, occurrence(s, "2027-01-08T16:00"), civil("2027-01-09T18:00"), core.Civil{}, ""))
			_, err := h.organizer.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindMeeting, ID: occurrence(s, "2027-01-08T16:00")}, Text: "to ask"})
			ok(t, err)
			h.deliver(t)
			before := contents(t, h.organizer)
			next, err := h.organizer.Series.MoveFrom(ctx, s.ID, civil(c.from), planner.SeriesTime{Start: civil(c.from).AddMinutes(60)}, 0)
			ok(t, err)
			if next.ID != s.ID {
				if got := takesPlace(t, h.organizer, s.UID); got != c.stays {
					t.Errorf("%s stays", got)
				}
			}
			if got := takesPlace(t, h.organizer, next.UID); got != c.comes {
				t.Errorf("%s comes", got)
			}
			off, err := h.organizer.Meetings.Get(ctx, occurrence(next, "2026-12-18T17:00"))
			if err != nil || !off.Off() || off.Reason != "a feast" {
				t.Errorf("%+v, %v", off, err)
			}
			if about, err := h.organizer.Notes.About(ctx, occurrence(next, "2027-01-08T17:00")); err != nil || len(about) != 1 {
				t.Errorf("%v, %v", about, err)
			}
			_, err = h.organizer.Undo(ctx)
			ok(t, err)
			if contents(t, h.organizer) != before {
				t.Error("undo is not identity")
			}
			_, err = h.organizer.Redo(ctx)
			ok(t, err)
			if next.ID != s.ID {
				h.send(t, s.ID, core.MethodRequest)
			}
			h.send(t, next.ID, core.MethodRequest)
			h.deliver(t)
			h.agree(t, s.UID, "the former")
			h.agree(t, next.UID, "the later")
		})
	}
}

// The meeting from which on a series is changed takes place when it was said to, though it was moved by itself; its day is that on
// which it stands. One that was called off stays so.
func TestTheMeetingThatIsNamedTakesTheNewTime(t *testing.T) {
	ctx := t.Context()
	h := converse(t)
	s := h.plan(t)
	ok(t, h.organizer.Meetings.Move(ctx, occurrence(s, "2026-12-18T16:00"), civil("2026-12-19T16:00"), core.Civil{}, ""))
	for _, day := range []int{18, 19} {
		got, err := h.organizer.Series.OriginalFrom(ctx, s.ID, core.NewDate(2026, 12, day))
		if err != nil || got != civil("2026-12-18T16:00") {
			t.Errorf("of the %dth: %v, %v", day, got, err)
		}
	}
	if _, err := h.organizer.Series.OriginalFrom(ctx, s.ID, core.NewDate(2026, 12, 20)); core.CodeOf(err) != core.CodeNotFound {
		t.Error(err)
	}
	next, err := h.organizer.Series.MoveFrom(ctx, s.ID, civil("2026-12-18T16:00"), planner.SeriesTime{Start: civil("2026-12-18T17:00")}, 0)
	ok(t, err)
	if got := takesPlace(t, h.organizer, next.UID); got != "01-01T17:00 01-08T17:00 12-18T17:00 12-25T17:00" {
		t.Error(got)
	}
	ok(t, h.organizer.Meetings.Cancel(ctx, occurrence(next, "2027-01-01T17:00"), ""))
	last, err := h.organizer.Series.MoveFrom(ctx, next.ID, civil("2027-01-01T17:00"), planner.SeriesTime{Start: civil("2027-01-02T17:00")}, 0)
	ok(t, err)
	if got := takesPlace(t, h.organizer, last.UID); got != "01-09T17:00" {
		t.Error(got)
	}
}

// At another pace what was moved or called off by itself stays so on the dates that there are still; how many have none is said
// before. An agenda stays with its date.
func TestAnotherPaceKeepsWhatIsByItselfOnItsDate(t *testing.T) {
	ctx := t.Context()
	h := converse(t)
	s, err := h.organizer.Series.Plan(ctx, core.Series{Relationship: h.rel, Start: civil("2026-12-04T16:00"), End: civil("2026-12-04T16:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=14"})
	ok(t, err)
	ok(t, h.organizer.Meetings.Delete(ctx, occurrence(s, "2027-01-22T16:00")))
	h.send(t, s.ID, core.MethodRequest)
	h.deliver(t)
	for _, off := range []string{"2026-12-18T16:00", "2027-01-08T16:00"} {
		ok(t, h.organizer.Meetings.Cancel(ctx, occurrence(s, off), ""))
	}
	for was, now := range map[string]string{"2026-12-25T16:00": "2026-12-26T10:00", "2027-01-01T16:00": "2027-01-02T10:00"} {
		ok(t, h.organizer.Meetings.Move(ctx, occurrence(s, was), civil(now), core.Civil{}, ""))
	}
	_, err = h.organizer.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindMeeting, ID: occurrence(s, "2027-02-05T16:00")}, Text: "to ask"})
	ok(t, err)
	edit := func(rule string) func(*core.Series) error {
		return func(s *core.Series) error { s.Rule = rule; return nil }
	}
	from := civil("2026-12-11T16:00")
	for rule, want := range map[string]int{"FREQ=WEEKLY;INTERVAL=2;COUNT=6": 2, "FREQ=WEEKLY;COUNT=12": 0, "FREQ=MONTHLY;COUNT=6": 5} {
		if out, err := h.organizer.Series.Outlook(ctx, s.ID, from, edit(rule)); err != nil || out.Void != want {
			t.Errorf("%s voids %d, %v", rule, out.Void, err)
		}
	}
	next, err := h.organizer.Series.From(ctx, s.ID, from, edit("FREQ=WEEKLY;INTERVAL=2;COUNT=6"))
	ok(t, err)
	if got := takesPlace(t, h.organizer, next.UID); got != "02-05T16:00 02-19T16:00 12-11T16:00 12-26T10:00" {
		t.Errorf("%s comes", got)
	}
	if about, err := h.organizer.Notes.About(ctx, occurrence(next, "2027-02-05T16:00")); err != nil || len(about) != 1 {
		t.Errorf("%v, %v", about, err)
	}
	h.send(t, s.ID, core.MethodRequest)
	h.send(t, next.ID, core.MethodRequest)
	h.deliver(t)
	h.agree(t, s.UID, "the former")
	h.agree(t, next.UID, "the later")
}

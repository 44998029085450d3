package wire

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Who has declined all of a series is asked anew about one of its meetings that moves, and may come to it; the others stay
// declined. A new title alone asks nothing.
func TestADateOfADeclinedSeriesThatMovesIsAskedAnew(t *testing.T) {
	for _, original := range []string{"2026-12-04T16:00", "2026-12-11T16:00"} {
		c := converse(t)
		ctx := t.Context()
		s := c.plan(t)
		c.send(t, s.ID, core.MethodRequest)
		c.deliver(t)
		theirs := guestSeries(t, c, s.UID)
		c.answer(t, theirs.ID, core.AnswerDeclined)
		c.agreeOn(t, s, original, core.AnswerDeclined)
		one := core.OccurrenceID(s.ID, civil("2026-12-18T16:00"))
		ok(t, c.organizer.Meetings.Replan(ctx, one, func(m *core.Meeting) error { m.Title = "New"; return nil }))
		c.send(t, one, core.MethodRequest)
		renamed := readCalendar(t, c.guest, c.waiting[0], planner.CalendarAsBoth)
		if step := renamed.Steps[0]; !step.Off || !step.Declined {
			t.Errorf("a new title: %+v", step)
		}
		c.deliver(t)
		if has := takesPlace(t, c.guest, s.UID); has != "" {
			t.Errorf("after a new title the guest has %s", has)
		}
		id := core.OccurrenceID(s.ID, civil(original))
		ok(t, c.organizer.Meetings.Move(ctx, id, civil("2026-12-05T10:00"), civil("2026-12-05T10:45"), "Europe/Berlin"))
		c.send(t, id, core.MethodRequest)
		if did := c.deliver(t); did[0] != newOne && did[0] != changedOne {
			t.Errorf("%v", did)
		}
		if has := takesPlace(t, c.guest, s.UID); has != "12-05T10:00" {
			t.Errorf("the guest has %s", has)
		}
		c.agreeOn(t, s, original, core.AnswerNone)
		c.answer(t, core.OccurrenceID(theirs.ID, civil(original)), core.AnswerAccepted)
		c.agreeOn(t, s, original, core.AnswerAccepted)
		if has := takesPlace(t, c.guest, s.UID); has != "12-05T10:00" {
			t.Errorf("once accepted the guest has %s", has)
		}
	}
}

func guestSeries(t *testing.T, c *conversation, uid string) *core.Series {
	t.Helper()
	rels, err := c.guest.Relationships.All(t.Context())
	ok(t, err)
	all, err := c.guest.Series.Of(t.Context(), rels[0].ID)
	ok(t, err)
	for _, s := range all {
		if s.UID == uid {
			return s
		}
	}
	t.Fatal(uid)
	return nil
}

// agreeOn holds what the organizer knows that the guest said to one meeting.
func (c *conversation) agreeOn(t *testing.T, s *core.Series, original string, want core.Answer) {
	t.Helper()
	all, err := c.organizer.Replies.To(t.Context(), core.OccurrenceID(s.ID, civil(original)))
	ok(t, err)
	if len(all) != 1 || all[0].Answer != want {
		t.Errorf("%s: %+v, want %q", original, all, want)
	}
}

// answer lets the guest say something, and the organizer take it in.
func (c *conversation) answer(t *testing.T, id core.ID, answer core.Answer) {
	t.Helper()
	c.clock.now = c.clock.now.Add(time.Minute)
	path := filepath.Join(c.dir, "reply.ics")
	_, err := c.guest.Invitations.SendAs(t.Context(), id, core.MethodReply, path, planner.Sending{Answer: answer})
	ok(t, err)
	data, err := os.ReadFile(path)
	ok(t, err)
	plan := readCalendar(t, c.organizer, string(data), planner.CalendarAsBoth)
	for _, r := range plan.Replies {
		ok(t, r.Err)
	}
	ok(t, c.organizer.CalendarFiles.Import(t.Context(), plan, nil))
}

package wire

import (
	"slices"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// endsBeside lets the guest accept all of a series, and then end the relationship with what is planned in it.
func (c *conversation) endsBeside(t *testing.T, s *core.Series) *core.Series {
	t.Helper()
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	theirs := c.guestsSeries(t, s)
	c.answer(t, theirs.ID, core.AnswerAccepted)
	c.clock.now = c.clock.now.Add(time.Minute)
	ok(t, c.guest.Relationships.End(t.Context(), theirs.Relationship, planner.End{CancelMeetings: true}))
	if got := takesPlace(t, c.guest, s.UID); got != "" {
		t.Fatalf("%s takes place", got)
	}
	return theirs
}

// undeclined gives what Today asks the guest to decline to its organizer.
func (c *conversation) undeclined(t *testing.T) (out []core.ID) {
	t.Helper()
	day, err := c.guest.Today(t.Context())
	ok(t, err)
	for _, n := range day.Needs {
		if n.Kind == planner.NeedUnsaid {
			out = append(out, n.Ref.ID)
		}
	}
	return out
}

// The end of a relationship declines what others invite to, and that stays in Today until they are told.
func TestTheEndOfARelationshipOwesDeclines(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	one, err := c.organizer.Meetings.Plan(t.Context(), core.Meeting{Relationship: c.rel, Start: civil("2026-12-10T10:00"), Zone: "Europe/Berlin"})
	ok(t, err)
	c.send(t, one.ID, core.MethodRequest)
	c.deliver(t)
	open, err := c.guest.Relationships.EndingOf(t.Context(), relationshipOf(t, c.guest))
	ok(t, err)
	if n := open.Count(); n != (planner.EndingCount{TheirMeetings: 1}) {
		t.Errorf("before it is %+v", n)
	}
	theirs := c.endsBeside(t, s)
	owed := c.undeclined(t)
	if len(owed) != 2 || !slices.Contains(owed, theirs.ID) {
		t.Fatalf("%v is to be declined", owed)
	}
	for i, id := range owed {
		c.answer(t, id, core.AnswerDeclined)
		if left := c.undeclined(t); len(left) != 1-i {
			t.Errorf("after %d declines %v is left", i+1, left)
		}
	}
}

// What the end of a relationship declined stays declined beside what its organizer sends since, who knows of no decline: a new name
// and an earlier end ask for no answer, and the decline is owed until it is sent. Another time is asked about anew.
func TestWhatTheEndDeclinedStaysDeclined(t *testing.T) {
	for name, step := range map[string]struct {
		do   func(*testing.T, *conversation, *core.Series) error
		asks bool
	}{
		"renamed": {func(t *testing.T, c *conversation, s *core.Series) error {
			return c.organizer.Series.Change(t.Context(), s.ID, func(s *core.Series) error { s.Title = "The last ones"; return nil })
		}, false},
		"shortened": {func(t *testing.T, c *conversation, s *core.Series) error {
			return c.organizer.Series.End(t.Context(), s.ID, core.NewDate(2026, 12, 20))
		}, false},
		"moved": {func(t *testing.T, c *conversation, s *core.Series) error {
			return c.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-05T16:00")})
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			c := converse(t)
			s := c.plan(t)
			theirs := c.endsBeside(t, s)
			c.clock.now = c.clock.now.Add(time.Minute)
			ok(t, step.do(t, c, s))
			c.send(t, s.ID, core.MethodRequest)
			plan := readCalendar(t, c.guest, c.waiting[0], planner.CalendarAsBoth)
			if len(plan.Steps) != 1 || plan.Steps[0].With != "Olga" {
				t.Errorf("%+v is planned", plan.Steps)
			}
			c.deliver(t)
			now, err := c.guest.Series.Get(t.Context(), theirs.ID)
			ok(t, err)
			list, err := c.guest.Invitations.Guests(t.Context(), theirs.ID)
			ok(t, err)
			if got := takesPlace(t, c.guest, s.UID); (got != "") != step.asks || now.Declined() == step.asks || !list.Own.Owed() {
				t.Errorf("%q takes place, declined %v, owed %v", got, now.Declined(), list.Own.Owed())
			}
			if left := c.undeclined(t); (len(left) == 0) != step.asks {
				t.Errorf("%v is to be declined", left)
			}
			c.answer(t, theirs.ID, core.AnswerDeclined)
			if left := c.undeclined(t); len(left) != 0 || takesPlace(t, c.guest, s.UID) != "" {
				t.Errorf("%v is still to be declined", left)
			}
			all, err := c.organizer.Replies.To(t.Context(), occurrence(s, s.Start.String()))
			if name == "moved" {
				return
			}
			ok(t, err)
			if len(all) != 1 || all[0].Answer != core.AnswerDeclined {
				t.Errorf("its organizer knows %+v", all)
			}
		})
	}
}

func relationshipOf(t *testing.T, p *planner.Planner) core.ID {
	t.Helper()
	all, err := p.Relationships.All(t.Context())
	ok(t, err)
	return all[0].ID
}

package wire

import (
	"maps"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Why something is called off, which the letter says, stands in its file too, and is known to whom that comes. No other
// message has it.
func TestWhyItIsCalledOffReachesTheGuest(t *testing.T) {
	const why = "I am ill; sorry, all!\nOlga"
	c := converse(t)
	ctx := t.Context()
	s := c.plan(t)
	one, two := occurrence(s, "2026-12-11T16:00"), occurrence(s, "2026-12-18T16:00")
	without := func(when, text string) {
		t.Helper()
		if strings.Contains(text, "COMMENT") {
			t.Errorf("%s:\n%s", when, text)
		}
	}
	c.send(t, s.ID, core.MethodRequest)
	without("an invitation", c.waiting[0])
	ok(t, c.organizer.Meetings.Cancel(ctx, one, why))
	c.send(t, one, core.MethodCancel)
	c.deliver(t)
	ok(t, c.organizer.Meetings.Change(ctx, two, func(m *core.Meeting) error { m.Place = "Park"; return nil }))
	c.send(t, two, core.MethodRequest)
	without("another place", c.waiting[0])
	c.deliver(t)
	ok(t, c.organizer.Series.CallOff(ctx, s.ID, "No more of it"))
	c.send(t, s.ID, core.MethodCancel)
	c.deliver(t)
	told := map[string]string{}
	all, err := c.guest.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 12, 10), To: core.NewDate(2026, 12, 20)})
	ok(t, err)
	for _, m := range all {
		told[m.Start.Date.String()] = m.Reason
	}
	if want := map[string]string{"2026-12-11": why, "2026-12-18": "No more of it"}; !maps.Equal(told, want) {
		t.Errorf("%q", told)
	}
	without("a calendar", c.feedOf(t, core.NewDate(2026, 11, 1), core.NewDate(2027, 3, 1)))
}

// Why days off move a meeting is said in the letter and in its file, as it is of what they call off, and of no later move.
func TestWhyDaysOffMoveAMeeting(t *testing.T) {
	const why = "On leave"
	c := converse(t)
	ctx := t.Context()
	s := c.plan(t)
	one := occurrence(s, "2026-12-11T16:00")
	c.send(t, s.ID, core.MethodRequest)
	c.deliver(t)
	_, err := c.organizer.Meetings.TakeOff(ctx, planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 11), To: core.NewDate(2026, 12, 12)}, MoveDays: 1, Reason: why})
	ok(t, err)
	has := func(when string, want bool) {
		t.Helper()
		words, err := c.organizer.Invitations.InWords(ctx, one, core.MethodRequest, planner.Sending{})
		ok(t, err)
		c.send(t, one, core.MethodRequest)
		if file := c.waiting[0]; strings.Contains(file, "COMMENT:"+why) != want || strings.Contains(words.Text, "Reason: "+why) != want {
			t.Errorf("%s: %s\n%s", when, words.Text, file)
		}
		c.deliver(t)
	}
	has("moved", true)
	has("told once more", false)
	ok(t, c.organizer.Meetings.Move(ctx, one, civil("2026-12-13T16:00"), core.Civil{}, ""))
	has("moved later", false)
}

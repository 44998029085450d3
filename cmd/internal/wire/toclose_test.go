package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Every meeting of a series since the last one that was held waits to be closed, for a year: the last ones are listed, and the
// first of these tells how many there are before it. Of a series that is new here, only those of the last weeks do, however long it has run.
func TestMeetingsToCloseAreNotForgotten(t *testing.T) {
	ctx := t.Context()
	c := converse(t)
	p, began := c.organizer, c.clock.now
	s, err := p.Series.Plan(ctx, core.Series{Relationship: c.rel, Start: civil("2026-11-24T08:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	waits := func() (listed, earlier int, first core.Date) {
		t.Helper()
		today, err := p.Today(ctx)
		ok(t, err)
		for _, n := range today.ToClose {
			if n.Kind == planner.NeedToClose {
				listed, earlier, first = listed+1, earlier+n.Count, n.On
			}
		}
		return listed, earlier, first
	}
	holds := func(when string, listed, earlier int, first string) {
		t.Helper()
		if n, more, on := waits(); n != listed || more != earlier || n > 0 && on.String() != first {
			t.Errorf("%s: %d since %s and %d before, not %d since %s and %d", when, n, on, more, listed, first, earlier)
		}
	}
	c.clock.now = began.AddDate(0, 0, 8*7)
	holds("8 weeks later", 8, 0, "2026-11-24")
	c.clock.now = began.AddDate(0, 0, 20*7)
	holds("20 weeks later", 12, 8, "2027-01-19")
	_, err = p.Meetings.Close(ctx, occurrence(s, "2027-02-02T08:00"), planner.Closing{})
	ok(t, err)
	holds("one was held", 9, 0, "2027-02-09")
	c.clock.now = began.AddDate(3, 0, 0)
	if n, earlier, _ := waits(); n != 12 || n+earlier > 53 {
		t.Errorf("3 years later: %d, and %d before", n, earlier)
	}
	old := converse(t)
	_, err = old.organizer.Series.Plan(ctx, core.Series{Relationship: old.rel, Start: civil("2001-01-01T08:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	p = old.organizer
	holds("since 2001", 5, 0, "2026-10-26")
}

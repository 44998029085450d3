package wire

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A message that the organizer keeps a time, which comes after, or together with, one by which the series has other dates, hinders
// nothing: it is said to be older, and the other is taken in.
func TestATimeKeptOfADateThatIsGoneHindersNothing(t *testing.T) {
	for _, together := range []bool{false, true} {
		c := converse(t)
		s := c.plan(t)
		c.send(t, s.ID, core.MethodRequest)
		c.deliver(t)
		one := c.guestsOne(t, s, "2026-12-11T16:00")
		c.tell(t, one, core.MethodCounter, planner.Sending{Start: civil("2026-12-12T11:00"), Zone: "Europe/Berlin"})
		m, err := c.organizer.Series.Occurrence(t.Context(), s.ID, civil("2026-12-11T16:00"))
		ok(t, err)
		c.send(t, m.ID, core.MethodDeclineCounter)
		c.clock.now = c.clock.now.Add(time.Minute)
		ok(t, c.organizer.Series.Move(t.Context(), s.ID, planner.SeriesTime{Start: civil("2026-12-05T16:00")}))
		c.send(t, s.ID, core.MethodRequest)
		kept, moved := c.waiting[0], c.waiting[1]
		c.waiting = nil
		c.clock.now = c.clock.now.Add(time.Minute)
		if together {
			if got := take(t, c.guest, moved+kept); got != "new 0, changed 1, same 0, refused 1" {
				t.Errorf("both: %s", got)
			}
		} else {
			take(t, c.guest, moved)
			c.clock.now = c.clock.now.Add(time.Minute)
			if got := take(t, c.guest, kept); got != "new 0, changed 0, same 0, refused 1" {
				t.Errorf("the time that is kept: %s", got)
			}
		}
		c.agree(t, s.UID, "after the time was kept")
	}
}

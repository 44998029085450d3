package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What was called off stays so when its series goes on at another time from that very day on, with the reason, as what is called off
// later does; where it still takes place it has the new time.
func TestASeriesThatMovesFromADayOffLeavesItOff(t *testing.T) {
	for _, first := range []string{"2026-12-04T16:00", "2026-12-11T16:00"} { // all of it, and a later part
		c, s := asked(t)
		p := c.organizer
		off := []core.Civil{civil(first), civil("2026-12-18T16:00")}
		tells := func(ids ...core.ID) {
			t.Helper()
			for _, id := range ids {
				c.send(t, id, core.MethodRequest)
			}
			c.deliver(t)
		}
		for _, at := range off {
			ok(t, p.Meetings.Cancel(t.Context(), occurrence(s, at.String()), "ill"))
		}
		tells(s.ID)
		next, err := p.Series.MoveFrom(t.Context(), s.ID, off[0], planner.SeriesTime{Start: off[0].AddMinutes(60)}, 0)
		ok(t, err)
		for _, at := range off {
			m, err := p.Series.Occurrence(t.Context(), next.ID, at.AddMinutes(60))
			ok(t, err)
			if !m.Off() || m.Reason != "ill" || m.Start != at.AddMinutes(60) {
				t.Errorf("from %s: %s is %s at %s: %q", first, at, m.Status, m.Start, m.Reason)
			}
		}
		m, err := p.Series.Occurrence(t.Context(), next.ID, civil("2026-12-25T17:00"))
		ok(t, err)
		if m.Off() {
			t.Errorf("from %s: what takes place is off", first)
		}
		if next.ID != s.ID {
			tells(s.ID)
		}
		tells(next.ID)
		c.agree(t, s.UID, "the former, from "+first)
		c.agree(t, next.UID, "the later, from "+first)
	}
}

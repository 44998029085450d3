package calendar

import (
	"testing"

	"mentorbook/core"
)

// Days begin a little above the working day, or above an earlier meeting, and now is to be in view where today is.
func TestTheMinuteOnTopAtFirst(t *testing.T) {
	work := core.Hours{From: 10 * 60, To: 18 * 60}
	today, other, free := DayHead{Date: day(11, 23), Work: work}, DayHead{Date: day(12, 1), Work: work}, DayHead{Date: day(12, 5)}
	meeting := Block{Key: "meeting:x", Date: other.Date, From: 8 * 60, To: 9 * 60}
	busy := Block{Key: "busy:x", From: 6 * 60}
	for name, c := range map[string]struct {
		m        Model
		top, now int
	}{
		"today":                 {Model{Days: []DayHead{other, today}}, 9*60 + 30, 13*60 + 20},
		"an early meeting":      {Model{Days: []DayHead{other, today}, Blocks: []Block{busy, meeting}}, 7*60 + 30, 13*60 + 20},
		"another week":          {Model{Days: []DayHead{other}, Blocks: []Block{busy}}, 9*60 + 30, -1},
		"days without an hour":  {Model{Days: []DayHead{free}, Blocks: []Block{busy}}, 8*60 + 30, -1},
		"a meeting at midnight": {Model{Days: []DayHead{today}, Blocks: []Block{{Key: "meeting:y", From: 10}}}, 0, 13*60 + 20},
	} {
		c.m.Today, c.m.Now = today.Date, core.Civil{Date: today.Date, Hour: 13, Minute: 20}
		if top, now := c.m.firstMinutes(); top != c.top || now != c.now {
			t.Errorf("%s: %d and %d, not %d and %d", name, top, now, c.top, c.now)
		}
	}
}

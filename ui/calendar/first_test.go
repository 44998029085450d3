package calendar

import (
	"testing"

	"mentorbook/core"
)

// Days begin a little above now, or above their first meeting where today is not on show.
func TestTheMinuteOnTopAtFirst(t *testing.T) {
	today, other := DayHead{Date: day(11, 23)}, DayHead{Date: day(12, 1)}
	meeting := Block{Key: "meeting:x", Date: other.Date, From: 14 * 60, To: 15 * 60}
	for name, c := range map[string]struct {
		m    Model
		want int
	}{
		"today":                   {Model{Days: []DayHead{other, today}, Blocks: []Block{meeting}}, 12*60 + 20},
		"another week":            {Model{Days: []DayHead{other}, Blocks: []Block{{Key: "busy:x", From: 6 * 60}, meeting}}, 13 * 60},
		"a week without meetings": {Model{Days: []DayHead{other}, Blocks: []Block{{Key: "busy:x", From: 6 * 60}}}, 8 * 60},
	} {
		c.m.Today, c.m.Now = today.Date, core.Civil{Date: today.Date, Hour: 13, Minute: 20}
		if got := c.m.firstMinute(); got != c.want {
			t.Errorf("%s: %d, not %d", name, got, c.want)
		}
	}
	night := Model{Today: today.Date, Now: core.Civil{Date: today.Date, Minute: 20}, Days: []DayHead{today}}
	if got := night.firstMinute(); got != 0 {
		t.Errorf("after midnight: %d", got)
	}
}

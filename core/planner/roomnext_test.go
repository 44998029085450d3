package planner

import (
	"testing"
	"time"

	"mentorbook/core"
)

// The next meeting is proposed as many days later as were agreed, at the same hour on the owner's clock, never in
// the past, and not at all where no rhythm was agreed.
func TestTheNextMeetingKeepsTheRhythm(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	held := core.NewDate(2026, time.October, 19).At(11, 30) // the clocks change six days later, in Berlin alone
	for _, c := range []struct {
		name     string
		duration core.Duration
		cadence  int
		today    core.Date
		want     core.Civil
	}{
		{"the duration's", core.DurationMedium, 0, held.Date, core.NewDate(2026, time.November, 2).At(10, 30)},
		{"the agreed one", core.DurationMedium, 10, held.Date, core.NewDate(2026, time.October, 29).At(10, 30)},
		{"long ago", core.DurationMedium, 10, core.NewDate(2026, time.November, 8), core.NewDate(2026, time.November, 18).At(10, 30)},
		{"none", core.DurationEpisodic, 10, held.Date, core.Civil{}},
	} {
		r := Room{
			Today: c.today, Zone: berlin, Relationship: &core.Relationship{Duration: c.duration, Cadence: c.cadence},
			Meeting: &core.Meeting{Start: held, Zone: "Africa/Nairobi"},
		}
		if got := r.Next(); got != c.want {
			t.Errorf("%s: %v, not %v", c.name, got, c.want)
		}
	}
}

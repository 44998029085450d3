package planner

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// However often a busy time recurs, no moment at which it is on is taken for free, to the end of what is asked for; and it
// stays a bounded number of times.
func TestDenseBusyTimesLeaveNoHoleBehindThem(t *testing.T) {
	start := core.Civil{Date: core.NewDate(2026, 11, 23), Hour: 6}
	from := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		rule    string
		minutes int
		days    int
		step    time.Duration // between moments that are looked at
		busy    func(at time.Time) bool
	}{
		{"FREQ=DAILY;BYHOUR=6,7,8,9,10,11,12,13,14,15,16,17,18", 60, 365, 30 * time.Minute, func(at time.Time) bool { return at.Hour() >= 6 && at.Hour() < 19 }},
		{"FREQ=HOURLY", 30, 365, 15 * time.Minute, func(at time.Time) bool { return at.Minute() < 30 }},
		{"FREQ=MINUTELY;INTERVAL=30", 30, 365, 10 * time.Minute, func(time.Time) bool { return true }},
		{"FREQ=MINUTELY;INTERVAL=10", 5, 200, 5 * time.Minute, func(at time.Time) bool { return at.Minute()%10 < 5 }},
		{"FREQ=MINUTELY", 1, 100, time.Hour, func(time.Time) bool { return true }},
		{"FREQ=SECONDLY", 1, 30, time.Hour, func(time.Time) bool { return true }},
	} {
		q, err := schedule.OfBusy(&core.Busy{Start: start, End: start.AddMinutes(c.minutes), Zone: "UTC", Rule: c.rule}, "UTC")
		if err != nil {
			t.Fatal(c.rule, err)
		}
		to := from.AddDate(0, 0, c.days)
		all, followed, err := dense(q, from, to)
		if err != nil || len(all) > maxBusy {
			t.Fatalf("%s: %d, %v", c.rule, len(all), err)
		}
		if n := len(all); followed.IsZero() != (c.days == 365) || !followed.IsZero() && (!all[n-1].End.Equal(to) || !followed.Before(to)) {
			t.Errorf("%s: followed until %v", c.rule, followed)
		}
		i := 0
		for at := from.Add(7 * time.Hour); at.Before(to); at = at.Add(c.step) {
			for i < len(all) && !all[i].End.After(at) {
				i++
			}
			if on := i < len(all) && !all[i].Start.After(at); c.busy(at) && !on {
				t.Fatalf("%s: free at %v", c.rule, at)
			}
		}
	}
}

// A busy time that takes longer to follow than anybody waits stands in the way of everything; one that is over of nothing.
func TestBusyTimesOfLongAgo(t *testing.T) {
	from := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(0, 0, 7)
	for _, c := range []struct {
		rule string
		year int
		busy bool
	}{
		{"FREQ=MINUTELY;INTERVAL=2;COUNT=1000000", 2024, true},
		{"FREQ=MINUTELY;INTERVAL=2;COUNT=1000000", 2020, false},
		{"FREQ=MINUTELY;COUNT=1000000", 2020, false},
		{"FREQ=SECONDLY;BYSECOND=0,30;COUNT=1000000", 2026, true},
	} {
		start := core.Civil{Date: core.NewDate(c.year, 1, 1), Hour: 6}
		q, err := schedule.OfBusy(&core.Busy{Start: start, End: start.AddMinutes(2), Zone: "UTC", Rule: c.rule}, "UTC")
		if err != nil {
			t.Fatal(c.rule, err)
		}
		all, followed, err := dense(q, from, to)
		if err != nil || c.busy != (len(all) > 0) {
			t.Fatalf("%s: %d, %v", c.rule, len(all), err)
		}
		if c.busy && (all[0].Start.After(from) || all[len(all)-1].End.Before(to)) {
			t.Errorf("%s: free before %v or after %v", c.rule, all[0].Start, all[len(all)-1].End)
		}
		if followed.IsZero() != (c.year != 2026) { // the others can be followed to their end
			t.Errorf("%s: followed until %v", c.rule, followed)
		}
	}
}

// However many busy times recur every second, looking at them takes as long as for a few, and what is not followed is taken.
func TestManyDenseBusyTimesAreBoundedTogether(t *testing.T) {
	from := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(0, 0, 14)
	rule := func(text string, from core.Date) *schedule.Recurring {
		q, err := schedule.OfBusy(&core.Busy{Start: from.At(0, 0), End: from.At(0, 1), Zone: "UTC", Rule: text}, "UTC")
		if err != nil {
			t.Fatal(text, err)
		}
		return q
	}
	f := &following{beyond: maxDense}
	for _, c := range []struct {
		rule  string
		start core.Date
		taken time.Time // zero: nothing
	}{
		{"FREQ=SECONDLY", core.NewDate(2020, 1, 1), from},
		{"FREQ=SECONDLY", core.NewDate(2026, 11, 25), time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)},
		{"FREQ=SECONDLY", core.NewDate(2027, 1, 1), time.Time{}},
		{"FREQ=SECONDLY;UNTIL=20261001T000000", core.NewDate(2020, 1, 1), time.Time{}},
	} {
		all, followed, err := f.dense(rule(c.rule, c.start), from, to)
		switch {
		case err != nil:
			t.Error(c.rule, err)
		case c.taken.IsZero() != (len(all) == 0), len(all) > 0 && (!all[0].Start.Equal(c.taken) || !all[0].End.Equal(to) || !followed.Equal(c.taken)):
			t.Errorf("%s from %v: %v, followed until %v", c.rule, c.start, all, followed)
		}
	}
	if all, followed, err := f.dense(rule("FREQ=DAILY", core.NewDate(2026, 11, 1)), from, to); err != nil || len(all) != 14 || !followed.IsZero() {
		t.Errorf("daily: %d, %v, %v", len(all), followed, err)
	}
	f = &following{}
	for range 2 * maxDense {
		if _, _, err := f.dense(rule("FREQ=SECONDLY", core.NewDate(2026, 11, 22)), from, to); err != nil {
			t.Fatal(err)
		}
	}
	if f.beyond != maxDense {
		t.Errorf("%d were followed", f.beyond)
	}
}

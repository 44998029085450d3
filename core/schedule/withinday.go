package schedule

import (
	"iter"
	"slices"
	"time"

	"mentorbook/core"
)

// maxSteps is how many periods of a rule within a day are tried before it is given up: a rule "every second"
// that has no occurrence for years is nobody's.
const maxSteps = 1_000_000

// ticks gives the starts of a rule within a day, on the wall, in order, from the day of from on. It ends after
// until, or with an error of CodeTooMany after too many steps.
func ticks(r core.Rule, start, from, until time.Time) iter.Seq2[time.Time, error] {
	unit := unitOf(r.Freq)
	step := unit * int64(r.Every())
	origin := start.Unix() / unit * unit
	day := midnight(start)
	if r.Count == 0 && from.After(day) {
		day = midnight(from)
	}
	return func(yield func(time.Time, error) bool) {
		steps := 0
		for ; !day.After(until); day = day.AddDate(0, 0, 1) {
			if steps++; !onDay(r, day) {
				continue
			}
			at := origin
			if behind := day.Unix() - origin; behind > 0 {
				at += (behind + step - 1) / step * step
			}
			for end := day.AddDate(0, 0, 1).Unix(); at < end; at += step {
				if steps++; steps > maxSteps {
					yield(time.Time{}, core.FailField(core.CodeTooMany, "rule", "max", maxSteps))
					return
				}
				for _, t := range within(r, time.Unix(at, 0).UTC(), start) {
					if t.After(until) {
						return
					}
					if !yield(t, nil) {
						return
					}
				}
			}
		}
	}
}

// lastTick gives the last start of a rule within a day that counts and chooses nothing, so that none need be counted up to
// the stretch that is asked for; false for any other.
func lastTick(r core.Rule, start time.Time) (time.Time, bool) {
	if !r.WithinDay() || r.Count == 0 {
		return time.Time{}, false
	}
	if plain := (core.Rule{Freq: r.Freq, Interval: r.Interval, Count: r.Count, WeekStart: r.WeekStart}); plain.String() != r.String() {
		return time.Time{}, false
	}
	step := unitOf(r.Freq) * int64(r.Every())
	end := time.Date(lastYear, 12, 31, 0, 0, 0, 0, time.UTC)
	if n := int64(r.Count - 1); n < (end.Unix()-start.Unix())/step {
		return time.Unix(start.Unix()+n*step, 0).UTC(), true
	}
	return end, true
}

// unitOf gives the seconds of the period of a rule within a day.
func unitOf(f core.Frequency) int64 {
	return map[core.Frequency]int64{core.FreqHourly: 3600, core.FreqMinutely: 60, core.FreqSecondly: 1}[f]
}

// onDay tells whether the parts of the rule that speak of dates let the day through.
func onDay(r core.Rule, day time.Time) bool {
	last := day.AddDate(0, 1, -day.Day()).Day()
	days := time.Date(day.Year(), 12, 31, 0, 0, 0, 0, time.UTC).YearDay()
	return fits(r.Months, int(day.Month()), 0) && fits(r.MonthDays, day.Day(), last) && fits(r.YearDays, day.YearDay(), days) &&
		(len(r.Days) == 0 || slices.Contains(r.Days, core.RuleDay{Day: core.DayCodeOf(day.Weekday())}))
}

// fits tells whether the list is empty or has n, counted from the front or from the end.
func fits(list []int, n, last int) bool {
	return len(list) == 0 || slices.Contains(list, n) || last > 0 && slices.Contains(list, n-last-1)
}

// within gives the starts of one period of a rule within a day, which begins at t.
func within(r core.Rule, t, start time.Time) []time.Time {
	if !fits(r.Hours, t.Hour(), 0) {
		return nil
	}
	minutes, seconds := []int{t.Minute()}, []int{t.Second()}
	switch r.Freq {
	case core.FreqHourly:
		minutes, seconds = orElse(r.Minutes, start.Minute()), orElse(r.Seconds, start.Second())
	case core.FreqMinutely:
		seconds = orElse(r.Seconds, start.Second())
	}
	var out []time.Time
	for _, m := range minutes {
		for _, s := range seconds {
			if fits(r.Minutes, m, 0) && fits(r.Seconds, s, 0) {
				out = append(out, time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), m, s, 0, time.UTC))
			}
		}
	}
	return pick(out, r.Positions)
}

// pick gives the entries at the positions, counted from one, or from the end where negative.
func pick(list []time.Time, positions []int) []time.Time {
	if len(positions) == 0 {
		return list
	}
	var out []time.Time
	for i, t := range list {
		if slices.Contains(positions, i+1) || slices.Contains(positions, i-len(list)) {
			out = append(out, t)
		}
	}
	return out
}

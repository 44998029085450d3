package schedule

import (
	"iter"
	"time"

	"mentorbook/core"
)

// Expand gives the starts of a rule that lie in [from, to), in order, one by one as they are asked for. All
// times are those of a clock on the wall, as if it were in UTC; loc is where the clock hangs, for a rule that
// ends at a time in UTC.
//
// The start is always the first occurrence and counts as such, whether it fits the rule or not (RFC 5545
// 3.3.10, COUNT). A rule without a count is read from near from, so that any year is reached at once; nothing
// is looked for past the year 9999. An error of CodeTooMany ends a rule that takes too many steps.
func Expand(r core.Rule, start time.Time, loc *time.Location, from, to time.Time) iter.Seq2[time.Time, error] {
	return func(yield func(time.Time, error) bool) {
		until := to.Add(-time.Second)
		if !r.Until.IsZero() && r.Until.Last(loc).Before(until) {
			until = r.Until.Last(loc)
		}
		if last, ok := lastTick(r, start); ok {
			r.Count = 0
			if last.Before(until) {
				until = last
			}
		}
		n := 1
		if !start.Before(from) && !start.Before(to) {
			return
		}
		if !start.Before(from) && !yield(start, nil) {
			return
		}
		if from.After(until) {
			return
		}
		for t, err := range candidates(r, start, from, until) {
			switch {
			case err != nil:
				yield(time.Time{}, err)
				return
			case !t.After(start):
				continue
			}
			if n++; r.Count > 0 && n > r.Count || t.After(until) {
				return
			}
			if !t.Before(from) && !yield(t, nil) {
				return
			}
		}
	}
}

func candidates(r core.Rule, start, from, until time.Time) iter.Seq2[time.Time, error] {
	if r.WithinDay() {
		return ticks(r, start, from, until)
	}
	walk, err := periods(r, start, from, until)
	return func(yield func(time.Time, error) bool) {
		if err != nil {
			yield(time.Time{}, err)
			return
		}
		for t := range walk {
			if !yield(t, nil) {
				return
			}
		}
	}
}

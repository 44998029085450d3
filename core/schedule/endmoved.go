package schedule

import (
	"iter"
	"time"

	"mentorbook/core"
)

// mostCounted is how many starts of a rule are counted to find its end: eleven years of days.
const mostCounted = 4000

// EndMoved gives the end of a rule by which something goes on from now on that came by another one from was on: it comes as often as
// before. An end at a moment is as much later as the starts. A day that was chosen stays, but where one would be lost by that, or one
// more would come: then it is the day of the last. So "every Wednesday until 23 December" goes on as "every Thursday until 24
// December", and until the end of the year as until the end of the year.
func EndMoved(before core.Rule, was core.Civil, after core.Rule, now core.Civil) core.Until {
	end := before.Until
	if end.IsZero() || !wholeDay(end) {
		return end.Later(time.Duration(now.MinutesSince(was)) * time.Minute)
	}
	n := 0
	for d := range daysOf(before, was) {
		if d.After(end.Date) {
			break
		}
		if n++; n > mostCounted {
			return end
		}
	}
	i, last, next := 0, core.Date{}, core.Date{}
	for d := range daysOf(after, now) {
		if i++; i == n {
			last = d
		} else if i > n {
			next = d
			break
		}
	}
	if n == 0 || i < n || !last.After(end.Date) && next.After(end.Date) {
		return end
	}
	end.Date = last
	return end
}

// daysOf walks the days on which a rule without its end has starts, from one of them on.
func daysOf(r core.Rule, start core.Civil) iter.Seq[core.Date] {
	r.Count, r.Until = 0, core.Until{}
	return func(yield func(core.Date) bool) {
		for t, err := range candidates(r, wall(start), wall(start), endOfTime()) {
			if err != nil || !t.Before(wall(start)) && !yield(core.DateOf(t)) {
				return
			}
		}
	}
}

// wholeDay tells whether an end is that of a day, whatever the hour of the starts.
func wholeDay(u core.Until) bool { return !u.Timed || !u.UTC && u.Hour == 23 && u.Minute == 59 }

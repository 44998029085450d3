package schedule

import (
	"slices"

	"mentorbook/core"
)

// step is the way of one occurrence from a date to another, seen from the months of both.
type step struct {
	was, now core.Date
	days     int
	months   int // how many later, by the calendar
}

func stepOf(was, now core.Date) step {
	return step{was, now, now.DaysSince(was), (now.Year-was.Year)*12 + int(now.Month) - int(was.Month)}
}

// across tells whether it leads over the end of a month by so many days at most. What is a week before the first Tuesday is the
// last one of the month before.
func (s step) across(days int) bool { return s.months != 0 && max(s.days, -s.days) <= days }

// farFromEnd is up to which day, or working day, people count from the end of a month.
const farFromEnd = -7

// counted gives which of a month the new date is, where it is number n of it and number last counted from the end: by the way
// that the former one was counted, but over the end of a month by that which is near.
func (s step) counted(was, n, last, near int) int {
	switch over := s.across(near); {
	case over && s.months > 0, last < farFromEnd:
		return n
	case over, was < 0:
		return last
	}
	return n
}

// movedMonth moves a rule by months, or by years.
func movedMonth(r core.Rule, was, now core.Date) (core.Rule, bool) {
	s := stepOf(was, now)
	out, ok := monthsLater(r, s.months)
	numbered := slices.ContainsFunc(r.Days, func(d core.RuleDay) bool { return d.Nth != 0 })
	switch inYear := r.Freq == core.FreqYearly && len(r.Months) == 0; {
	case !ok:
		return r, false
	case oneAPeriod(r) && named(out, now), inYear && !dated(r):
		return out, true
	case len(r.WeekNos)+len(r.YearDays) > 0, inYear && len(r.Days) > 0:
		out.Days = daysLater(r.Days, s.days)
		return out, true
	case len(r.Positions) == 1 && (len(r.Days) > 1 || len(r.MonthDays) > 0):
		return s.position(out)
	case len(r.Positions) == 1 && len(r.Days) == 1 && !numbered:
		out.Days, out.Positions = []core.RuleDay{{Day: r.Days[0].Day, Nth: r.Positions[0]}}, nil
		return s.weekday(out)
	case len(r.Positions) > 0, len(r.Days) > 0 && len(r.MonthDays) > 0:
		return out, false
	case len(r.Days) == 1 && numbered:
		return s.weekday(out)
	case numbered:
		return s.weekdays(out)
	case len(r.Days) > 0:
		out.Days = daysLater(r.Days, s.days)
		return out, true
	case len(r.MonthDays) > 1:
		return s.dates(out)
	}
	return s.date(out), true
}

// named tells whether a rule has something on a day by itself, and not since it begins then.
func named(r core.Rule, d core.Date) bool {
	first, ok := First(r, d.At(0, 0))
	return ok && first.Date == d
}

// oneAPeriod tells whether a rule names a day, and one alone in each of its periods: another one that it names is in another period.
func oneAPeriod(r core.Rule) bool {
	if len(r.Months) > 1 || r.Freq == core.FreqYearly && len(r.Months) == 0 && len(r.MonthDays) > 0 {
		return false
	}
	one := len(r.Days) == 1 && r.Days[0].Nth != 0 || len(r.Positions) == 1 || len(r.YearDays) == 1
	return one || len(r.MonthDays) == 1 || len(r.WeekNos) == 1 && len(r.Days) < 2
}

// monthsLater moves the months that a rule names. Of every second year they stay in one year together; false where they can't.
func monthsLater(r core.Rule, by int) (core.Rule, bool) {
	out := r
	out.Months = nil
	wraps := 0
	for _, m := range r.Months {
		to := m - 1 + by
		in := (to%12 + 12) % 12
		if to != in {
			wraps++
		}
		out.Months = append(out.Months, in+1)
	}
	slices.Sort(out.Months)
	return out, r.Every() == 1 || wraps == 0 || wraps == len(r.Months)
}

// date moves a day of the month.
func (s step) date(r core.Rule) core.Rule {
	was := s.was.Day
	if len(r.MonthDays) == 1 {
		was = r.MonthDays[0]
	}
	to := s.counted(was, s.now.Day, s.now.Day-s.now.DaysInMonth()-1, 7)
	if to != s.now.Day || len(r.MonthDays) > 0 {
		r.MonthDays = []int{to}
	}
	return r
}

// dates moves several days of the month, as far as all months have them.
func (s step) dates(r core.Rule) (core.Rule, bool) {
	by := s.now.Day - s.was.Day
	if s.months != 0 && by != 0 {
		return r, false
	}
	out := r
	out.MonthDays = nil
	for _, n := range r.MonthDays {
		to := n + by
		if by != 0 && (n < 0) != (to < 0) || to == 0 || by != 0 && max(to, -to) > shortestMonth {
			return r, false
		}
		out.MonthDays = append(out.MonthDays, to)
	}
	return out, true
}

// shortestMonth is how many days each month has.
const shortestMonth = 28

// everyMonth is how many of a day of the week each month has.
const everyMonth = 4

// places gives which of its day of the week the new date is in its month, from the beginning and from the end.
func (s step) places() (n, last int) {
	return (s.now.Day-1)/7 + 1, -((s.now.DaysInMonth()-s.now.Day)/7 + 1)
}

// weekday moves "the second Tuesday". A fifth one, which few months have, stays a fifth.
func (s step) weekday(r core.Rule) (core.Rule, bool) {
	n, last := s.places()
	was := r.Days[0].Nth
	to := n
	switch over, near := s.across(21), max(was, -was) <= everyMonth; {
	case !near:
		if was < 0 || n != was {
			return r, false
		}
	case over && s.months > 0 && n <= 2:
	case over && s.months < 0 && last >= -2:
		to = last
	case was < 0 && (last >= -2 || s.days%7 == 0 && last >= -everyMonth):
		to = last
	case n > everyMonth:
		to = last
	}
	r.Days = []core.RuleDay{{Day: core.DayCodeOf(s.now.Weekday()), Nth: to}}
	return r, true
}

// weekdays moves "the first and the third Tuesday", all by as many weeks, as far as all months have them.
func (s step) weekdays(r core.Rule) (core.Rule, bool) {
	day, first := r.Days[0].Day, r.Days[0].Nth
	n, last := s.places()
	at := stepOf(s.now, s.was)
	was, wasLast := at.places()
	by := n - was
	if first < 0 {
		by = last - wasLast
	}
	out := r
	out.Days = nil
	for _, d := range r.Days {
		to := d.Nth + by
		if d.Day != day || (d.Nth < 0) != (first < 0) || (to < 0) != (first < 0) || to == 0 || max(to, -to) > everyMonth {
			return r, false
		}
		out.Days = append(out.Days, core.RuleDay{Day: dayLater(day, s.days), Nth: to})
	}
	return out, true
}

// position moves "the last working day" to another of them.
func (s step) position(r core.Rule) (core.Rule, bool) {
	if r.Freq == core.FreqYearly && len(r.Months) != 1 || r.ADay() > 1 {
		return r, false
	}
	all := r
	all.Positions, all.Interval, all.Count, all.Until = nil, 0, 0, core.Until{}
	begin := s.now.AddDays(1 - s.now.Day)
	n, of := 0, 0
	for d := begin; d.Month == s.now.Month; d = d.AddDays(1) {
		if !named(all, d) {
			continue
		}
		if of++; d == s.now {
			n = of
		}
	}
	if n == 0 {
		return r, false
	}
	r.Positions = []int{s.counted(r.Positions[0], n, n-of-1, 7)}
	return r, true
}

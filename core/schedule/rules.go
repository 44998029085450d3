package schedule

import (
	"iter"
	"slices"
	"time"

	"github.com/teambition/rrule-go"

	"mentorbook/core"
)

// This file is the only one that knows rrule-go. It stands behind a seek, since the library counts from the
// start of a rule: the start that it is given is the first day of a period close to where the reader begins,
// and whatever a rule takes from its true start (a weekday, a time of day) is said to it in so many words.
//
// Three habits of the library are kept out. It looks for a rule's next occurrence up to the year 9999, however
// long nothing fits: so all years are moved, by whole cycles of the calendar, to where only a few hundred are
// left. It takes "every Monday and the first Friday" for days that are both. And it hangs on rules within a day
// whose steps never meet their hours: those are worked out in withinday.go.

const (
	cycle    = 400 // years after which dates fall on the same days of the week
	lastYear = 9999
)

// periods gives the starts of a rule that is not within a day, on the wall, in order, from the period on that
// holds from. The true start stands for what the rule leaves open; earlier times than it may be among them.
func periods(r core.Rule, start, from, until time.Time) (iter.Seq[time.Time], error) {
	first := seek(r, start, from)
	shift := max(0, (lastYear-cycle-first.Year())/cycle) * cycle
	rule, err := rrule.NewRRule(rrule.ROption{
		Freq: frequency(r.Freq), Interval: r.Every(), Wkst: weekday(r.WeekStart, 0),
		Dtstart: first.AddDate(shift, 0, 0), Until: until.AddDate(shift, 0, 0),
		Bymonth: months(r, start), Byweekno: r.WeekNos, Byyearday: r.YearDays, Bymonthday: monthDays(r, start),
		Byweekday: days(r, start), Bysetpos: r.Positions,
		Byhour: orElse(r.Hours, start.Hour()), Byminute: orElse(r.Minutes, start.Minute()), Bysecond: orElse(r.Seconds, start.Second()),
	})
	if err != nil {
		return nil, core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(r.String()))
	}
	return func(yield func(time.Time) bool) {
		next := rule.Iterator()
		for {
			t, ok := next()
			if !ok || !yield(t.AddDate(-shift, 0, 0)) {
				return
			}
		}
	}, nil
}

// seek gives the first day of the last period of the rule that begins before from. A rule that counts its
// occurrences is read from its first.
func seek(r core.Rule, start, from time.Time) time.Time {
	n := r.Every()
	skip := func(periods int) int {
		if r.Count > 0 || periods <= 0 {
			return 0
		}
		return periods / n * n
	}
	day := midnight(start)
	switch r.Freq {
	case core.FreqYearly:
		return time.Date(start.Year()+skip(from.Year()-start.Year()), 1, 1, 0, 0, 0, 0, time.UTC)
	case core.FreqMonthly:
		past := (from.Year()-start.Year())*12 + int(from.Month()-start.Month())
		return time.Date(start.Year(), start.Month()+time.Month(skip(past)), 1, 0, 0, 0, 0, time.UTC)
	case core.FreqWeekly:
		day = day.AddDate(0, 0, -(int(day.Weekday()-r.WeekStart.Weekday())+7)%7)
		return day.AddDate(0, 0, 7*skip(daysBetween(day, from)/7))
	}
	return day.AddDate(0, 0, skip(daysBetween(day, from)))
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// daysBetween counts in seconds, as a time.Duration ends after 292 years.
func daysBetween(a, b time.Time) int { return int((b.Unix() - a.Unix()) / (24 * 60 * 60)) }

func frequency(f core.Frequency) rrule.Frequency {
	switch f {
	case core.FreqYearly:
		return rrule.YEARLY
	case core.FreqMonthly:
		return rrule.MONTHLY
	case core.FreqWeekly:
		return rrule.WEEKLY
	}
	return rrule.DAILY
}

func weekday(d core.DayCode, nth int) rrule.Weekday {
	all := []rrule.Weekday{rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU}
	day := all[d.Index()]
	if nth == 0 {
		return day
	}
	return day.Nth(nth)
}

func orElse(list []int, only int) []int {
	if len(list) > 0 {
		return sorted(list)
	}
	return []int{only}
}

func sorted(list []int) []int {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

// dated tells whether the rule itself says on which days of its period something takes place.
func dated(r core.Rule) bool {
	return len(r.WeekNos)+len(r.YearDays)+len(r.MonthDays)+len(r.Days) > 0
}

// months, monthDays and days give what the rule says or, where it says nothing, what its start does.

func months(r core.Rule, start time.Time) []int {
	if len(r.Months) == 0 && r.Freq == core.FreqYearly && !dated(r) {
		return []int{int(start.Month())}
	}
	return r.Months
}

func monthDays(r core.Rule, start time.Time) []int {
	if (r.Freq == core.FreqYearly || r.Freq == core.FreqMonthly) && !dated(r) {
		return []int{start.Day()}
	}
	return r.MonthDays
}

func days(r core.Rule, start time.Time) []rrule.Weekday {
	list := r.Days
	weeks := r.Freq == core.FreqWeekly || len(r.WeekNos) > 0 && len(r.YearDays)+len(r.MonthDays) == 0
	if len(list) == 0 && weeks {
		list = []core.RuleDay{{Day: core.DayCodeOf(start.Weekday())}}
	}
	numbered := slices.ContainsFunc(list, func(d core.RuleDay) bool { return d.Nth != 0 })
	most := 53
	if r.Freq == core.FreqMonthly || len(r.Months) > 0 {
		most = 5
	}
	var out []rrule.Weekday
	for _, d := range list {
		if !numbered || d.Nth != 0 {
			out = append(out, weekday(d.Day, d.Nth))
			continue
		}
		for nth := 1; nth <= most; nth++ { // every one, said as the library takes it beside numbered ones
			out = append(out, weekday(d.Day, nth))
		}
	}
	return out
}

package schedule

import (
	"slices"

	"mentorbook/core"
)

// Moved gives the rule by which something goes on once one of its occurrences, and all later ones with it, are moved: each by as
// many days as that one. Where no rule does just that, as from the first Monday of a month to the Friday before, it is the one
// that people mean by it. False where there is none: "the first and the third Tuesday" moves on to no "fifth". Its end and the
// dates beside it stay as they are.
//
// A rule that names the new day besides is not the same rule moved: of "every Monday and Friday" the Friday that is put on a
// Monday takes all others along.
func Moved(r core.Rule, was, now core.Civil) (core.Rule, bool) {
	out, ok := movedDays(r, was.Date, now.Date)
	if len(out.Hours) == 1 {
		out.Hours = []int{now.Hour}
	}
	if len(out.Minutes) == 1 {
		out.Minutes = []int{now.Minute}
	}
	first, fits := First(out, now)
	return out, ok && fits && first == now
}

func movedDays(r core.Rule, was, now core.Date) (core.Rule, bool) {
	days := now.DaysSince(was)
	switch {
	case days == 0:
		return r, true
	case r.Freq == core.FreqWeekly:
		return movedWeek(r, days), true
	case r.Freq == core.FreqMonthly, r.Freq == core.FreqYearly:
		return movedMonth(r, was, now)
	case len(r.MonthDays) == 0:
		r.Days = daysLater(r.Days, days)
	}
	return r, true
}

// movedWeek moves the days of a rule by weeks. Those of every second week, and those of which only some count, stay in one week
// together: it begins on another day where they would be parted.
func movedWeek(r core.Rule, days int) core.Rule {
	out := r
	if out.Days = daysLater(r.Days, days); len(r.Days) < 2 || r.Every() == 1 && len(r.Positions) == 0 {
		return out
	}
	for _, first := range []core.DayCode{r.WeekStart, "", core.DaySU} {
		if out.WeekStart = first; oneWeek(r, days, first) {
			return out
		}
	}
	out.WeekStart = dayLater(r.WeekStart, days)
	return out
}

// oneWeek tells whether the days of one week are all in one again once they are so many days later, where weeks begin on a day.
func oneWeek(r core.Rule, days int, first core.DayCode) bool {
	begins := (first.Index() - r.WeekStart.Index() + 7) % 7
	week := func(d core.RuleDay) int {
		place := (d.Day.Index()-r.WeekStart.Index()+7)%7 + days - begins
		return (place - (place%7+7)%7) / 7
	}
	return !slices.ContainsFunc(r.Days, func(d core.RuleDay) bool { return week(d) != week(r.Days[0]) })
}

// daysLater moves days of the week by a number of days; which of a month they are, stays. By whole weeks nothing changes, else
// they come in the order of the week.
func daysLater(list []core.RuleDay, days int) []core.RuleDay {
	if days%7 == 0 {
		return list
	}
	out := slices.Clone(list)
	for i, d := range list {
		out[i].Day = dayLater(d.Day, days)
	}
	slices.SortStableFunc(out, func(a, b core.RuleDay) int { return a.Day.Index() - b.Day.Index() })
	return out
}

func dayLater(d core.DayCode, days int) core.DayCode {
	return core.DayCodes()[((d.Index()+days)%7+7)%7]
}

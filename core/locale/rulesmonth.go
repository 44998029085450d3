package locale

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
)

func (w *Words) monthly(r, bare core.Rule, start core.Date) string {
	s := w.monthDay(r, bare, start)
	if s != "" && r.Every() > 1 {
		return w.T("repeat.in_months", "rule", s, "period", w.period(r))
	}
	return s
}

func (w *Words) monthDay(r, bare core.Rule, start core.Date) string {
	if bare.String() == "FREQ=MONTHLY" {
		return w.T("repeat.month_date", "n", start.Day)
	}
	if n, ok := workday(r, bare); ok {
		return w.ofMonth(n, "workday")
	}
	if days := nthDays(r, bare); len(days) > 0 {
		var each []string
		for _, day := range days {
			each = append(each, w.nthOfMonth(day))
		}
		return w.List(each)
	}
	if bare.MonthDays = nil; bare.String() != "FREQ=MONTHLY" {
		return ""
	}
	days, each := []string{}, []string{}
	for _, n := range r.MonthDays {
		if each = append(each, w.ofMonth(n, "date")); n > 0 {
			days = append(days, strconv.Itoa(n))
		}
	}
	if len(days) > 1 && len(days) == len(each) {
		return w.T("repeat.month_dates", "days", w.List(days))
	}
	return w.List(each)
}

// ofMonth words "on day 5 of the month", or which working day of it; negative ones from its end.
func (w *Words) ofMonth(n int, what string) string {
	switch key := "repeat.month_" + what + "_" + nthName(n); {
	case w.Has(key):
		return w.T(key)
	case n < 0:
		return w.T("repeat.from_end", "rule", w.T("repeat.month_"+what, "n", -n))
	}
	return w.T("repeat.month_"+what, "n", n)
}

// workday gives which working day of a month a rule names; false for any other rule.
func workday(r, bare core.Rule) (int, bool) {
	bare.Days, bare.Positions = nil, nil
	if bare.String() != "FREQ="+string(r.Freq) || len(r.Positions) != 1 || len(r.Days) != 5 {
		return 0, false
	}
	for _, d := range core.DayCodes()[:5] {
		if !slices.Contains(r.Days, core.RuleDay{Day: d}) {
			return 0, false
		}
	}
	return r.Positions[0], true
}

// nthDays gives "the second Tuesday", said as 2TU or as TU with the position 2, or several such; none for any other rule, bare being
// the rule without its end and interval.
func nthDays(r, bare core.Rule) (out []core.RuleDay) {
	bare.Days, bare.Positions = nil, nil
	if bare.String() != "FREQ="+string(bare.Freq) {
		return nil
	}
	switch {
	case len(r.Positions) == 0:
		out = slices.Clone(r.Days)
	case len(r.Days) == 1 && r.Days[0].Nth == 0:
		for _, n := range r.Positions {
			out = append(out, core.RuleDay{Day: r.Days[0].Day, Nth: n})
		}
	}
	if slices.ContainsFunc(out, func(d core.RuleDay) bool { return d.Nth == 0 || d.Nth < -5 || d.Nth > 5 }) {
		return nil
	}
	return out
}

func (w *Words) nthOfMonth(day core.RuleDay) string {
	key := "repeat.month." + strings.ToLower(string(day.Day))
	if day.Nth < -2 {
		return w.T("repeat.from_end", "rule", w.T(key, "day", w.nth(core.RuleDay{Day: day.Day, Nth: -day.Nth})))
	}
	return w.T(key, "day", w.nth(day))
}

// nth gives "second Tuesday", as it stands in a rule; counted from the end for the last two alone.
func (w *Words) nth(day core.RuleDay) string {
	return w.dayKey("repeat.nth_"+nthName(day.Nth), day.Day)
}

// nthName is how keys name what is counted.
func nthName(n int) string {
	switch n {
	case -1:
		return "last"
	case -2:
		return "before_last"
	}
	return strconv.Itoa(n)
}

// yearly words days of the year: that of the start, or one day of some months.
func (w *Words) yearly(r, bare core.Rule, start core.Date) string {
	months := slices.Clone(r.Months)
	if slices.Sort(months); len(months) == 0 {
		months = []int{int(start.Month)}
	}
	bare.Months = nil
	if bare.String() == "FREQ=YEARLY" {
		return w.yearlyOn(r, months, start.Day)
	}
	if len(r.Months) == 0 {
		return ""
	}
	if days := nthDays(r, bare); len(days) == 1 {
		return w.yearlyNth(r, days[0], w.inMonths(months))
	}
	bare.MonthDays = nil
	switch {
	case bare.String() != "FREQ=YEARLY" || len(r.MonthDays) != 1:
		return ""
	case r.MonthDays[0] == -1:
		return w.T("repeat.year_month_end", "period", w.period(r), "month", w.inMonths(months))
	case r.MonthDays[0] < 0:
		return w.T("repeat.from_end", "rule", w.T("repeat.year_month_day", "period", w.period(r), "n", -r.MonthDays[0], "month", w.inMonths(months)))
	}
	return w.yearlyOn(r, months, r.MonthDays[0])
}

// yearlyOn words one day of some months.
func (w *Words) yearlyOn(r core.Rule, months []int, day int) string {
	var dates []string
	for _, m := range months {
		dates = append(dates, w.dayMonth(core.Date{Month: time.Month(m), Day: day}))
	}
	return w.T("repeat.yearly", "period", w.period(r), "date", w.List(dates))
}

// yearlyNth words "on the last Sunday in March".
func (w *Words) yearlyNth(r core.Rule, day core.RuleDay, months string) string {
	key, end := "repeat.year_day", day.Nth < -2
	if end {
		day.Nth = -day.Nth
	}
	if day.Nth == 2 { // «во второй»
		key = "repeat.year_day_2"
	}
	s := w.T(key, "period", w.period(r), "day", w.nth(day), "month", months)
	if end {
		return w.T("repeat.from_end", "rule", s)
	}
	return s
}

// inMonths names the months that a day is of.
func (w *Words) inMonths(months []int) string {
	var names []string
	for _, m := range months {
		names = append(names, w.tongue.monthsOf[m])
	}
	return w.List(names)
}

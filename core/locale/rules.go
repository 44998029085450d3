package locale

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
)

// Rule says how something repeats whose first time is start: "every second Wednesday", "on the last Friday of
// the month, 10 times", «по понедельникам и четвергам, до 5 июня 2027 г.». A rule of a kind that this program
// does not offer is shown as it is written.
func (w *Words) Rule(r core.Rule, start core.Date) string {
	if r.IsZero() {
		return ""
	}
	return w.ending(r, w.repeats(r, start))
}

// RuleAt says the same with the time of day, given in words: "every Tuesday, 07:00–08:00, until 1 June 2027".
func (w *Words) RuleAt(r core.Rule, start core.Date, times string) string {
	return w.ending(r, w.T("repeat.at", "rule", w.repeats(r, start), "time", times))
}

func (w *Words) ending(r core.Rule, s string) string {
	switch {
	case r.OnlyDates():
		return w.T("repeat.times", "rule", s, "count", 1+len(r.Dates))
	case r.Count > 0:
		s = w.T("repeat.times", "rule", s, "count", r.Count)
	case !r.Until.IsZero():
		s = w.T("repeat.until", "rule", s, "date", w.Date(r.Until.Date))
	}
	if len(r.Dates) > 0 {
		return w.T("repeat.beside", "rule", s, "count", len(r.Dates))
	}
	return s
}

func (w *Words) repeats(r core.Rule, start core.Date) string {
	if s := w.worded(r, start); s != "" {
		return s
	}
	r.Count, r.Until, r.WeekStart, r.Dates = 0, core.Until{}, "", nil
	return w.T("repeat.other_rule", "rule", strings.ReplaceAll(r.String(), ";", ", "))
}

// worded gives the words for a rule without its end and the dates beside it; "" for one that has none.
func (w *Words) worded(r core.Rule, start core.Date) string {
	bare := r
	bare.Count, bare.Until, bare.WeekStart, bare.Interval, bare.Dates = 0, core.Until{}, "", 0, nil
	switch {
	case r.OnlyDates():
		return w.T("repeat.single_dates")
	case r.Freq == core.FreqDaily:
		return w.daily(r, bare)
	case r.Freq == core.FreqWeekly:
		return w.weekly(r, bare, start)
	case r.Freq == core.FreqMonthly:
		return w.monthly(r, bare, start)
	case r.Freq == core.FreqYearly:
		return w.yearly(r, bare, start)
	}
	return ""
}

func (w *Words) daily(r, bare core.Rule) string {
	switch {
	case bare.String() != "FREQ=DAILY":
		return ""
	case r.Every() == 2:
		return w.T("repeat.second_day")
	}
	return w.T("repeat.daily", "count", r.Every())
}

func (w *Words) weekly(r, bare core.Rule, start core.Date) string {
	days := []core.DayCode{core.DayCodeOf(start.Weekday())}
	if len(r.Days) > 0 {
		days = nil
		for _, d := range r.Days {
			days = append(days, d.Day)
		}
	}
	every, first := r.Every(), 0
	if every > 1 { // they come as one week has them
		first = r.WeekStart.Index()
	}
	slices.SortFunc(days, func(a, b core.DayCode) int { return (a.Index()-first+7)%7 - (b.Index()-first+7)%7 })
	bare.Days = nil
	switch {
	case bare.String() != "FREQ=WEEKLY":
		return ""
	case every == 1 && slices.Equal(days, core.DayCodes()[:5]):
		return w.T("repeat.workdays")
	case len(days) == 1 && every == 1:
		return w.everyDay(days[0], w.dayKey("repeat.day", days[0]))
	case len(days) == 1 && every <= 4:
		return w.everyDay(days[0], w.dayKey("repeat.nth_"+strconv.Itoa(every), days[0]))
	}
	var names []string
	for _, d := range days {
		names = append(names, w.dayKey("repeat.on", d))
	}
	if every == 1 {
		return w.T("repeat.week_days", "days", w.List(names))
	}
	return w.T("repeat.weeks_days", "count", every, "days", w.List(names))
}

func (w *Words) everyDay(d core.DayCode, name string) string {
	return w.T("repeat.every."+strings.ToLower(string(d)), "day", name)
}

func (w *Words) dayKey(key string, d core.DayCode) string {
	return w.T(key + "." + strings.ToLower(string(d)))
}

func (w *Words) monthly(r, bare core.Rule, start core.Date) string {
	s := w.monthDay(r, bare, start)
	if s != "" && r.Every() > 1 {
		return w.T("repeat.in_months", "rule", s, "count", r.Every())
	}
	return s
}

func (w *Words) monthDay(r, bare core.Rule, start core.Date) string {
	if bare.String() == "FREQ=MONTHLY" {
		return w.T("repeat.month_date", "n", start.Day)
	}
	if day, ok := nthDay(r, bare); ok {
		return w.nthOfMonth(day)
	}
	if n, ok := workday(r, bare); ok {
		return w.ofMonth(n, "workday")
	}
	bare.MonthDays = nil
	switch {
	case bare.String() != "FREQ=MONTHLY":
		return ""
	case len(r.MonthDays) == 1:
		return w.ofMonth(r.MonthDays[0], "date")
	case slices.ContainsFunc(r.MonthDays, func(n int) bool { return n < 0 }):
		return ""
	}
	var days []string
	for _, n := range r.MonthDays {
		days = append(days, strconv.Itoa(n))
	}
	return w.T("repeat.month_dates", "days", w.List(days))
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

// nthDay gives "the second Tuesday", said as 2TU or as TU with the position 2; false for any other rule.
func nthDay(r, bare core.Rule) (core.RuleDay, bool) {
	bare.Days, bare.Positions = nil, nil
	if len(r.Days) != 1 || bare.String() != "FREQ="+string(r.Freq) {
		return core.RuleDay{}, false
	}
	day := r.Days[0]
	switch {
	case day.Nth == 0 && len(r.Positions) == 1:
		day.Nth = r.Positions[0]
	case len(r.Positions) > 0:
		return day, false
	}
	return day, day.Nth != 0 && day.Nth >= -5 && day.Nth <= 5
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

// yearly words a day of the year: that of the start, or one day of one month.
func (w *Words) yearly(r, bare core.Rule, start core.Date) string {
	if bare.String() == "FREQ=YEARLY" {
		return w.T("repeat.yearly", "count", r.Every(), "date", w.dayMonth(start))
	}
	if bare.Months = nil; len(r.Months) != 1 {
		return ""
	}
	on := start
	on.Month = time.Month(r.Months[0])
	if bare.String() == "FREQ=YEARLY" {
		return w.T("repeat.yearly", "count", r.Every(), "date", w.dayMonth(on))
	}
	if day, ok := nthDay(r, bare); ok && day.Nth >= -2 {
		key := "repeat.year_day"
		if day.Nth == 2 { // «во второй»
			key = "repeat.year_day_2"
		}
		return w.T(key, "count", r.Every(), "day", w.nth(day), "month", w.tongue.monthsOf[on.Month])
	}
	bare.MonthDays = nil
	switch {
	case bare.String() != "FREQ=YEARLY" || len(r.MonthDays) != 1:
		return ""
	case r.MonthDays[0] == -1:
		return w.T("repeat.year_month_end", "count", r.Every(), "month", w.tongue.monthsOf[on.Month])
	case r.MonthDays[0] < 0:
		return ""
	}
	on.Day = r.MonthDays[0]
	return w.T("repeat.yearly", "count", r.Every(), "date", w.dayMonth(on))
}

package locale

import (
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// Rule says how something repeats whose first time is start: "every second Wednesday", "on the last Friday of
// the month, 10 times", «по понедельникам и четвергам, до 5 июня 2027 г.». A rule of a kind that this program
// does not offer is told part by part.
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
	return w.T("repeat.other_rule", "rule", w.inParts(r))
}

// worded gives the words for a rule without its end and the dates beside it; "" for one that has none.
func (w *Words) worded(r core.Rule, start core.Date) string {
	bare := r
	bare.Count, bare.Until, bare.WeekStart, bare.Interval, bare.Dates = 0, core.Until{}, "", 0, nil
	switch {
	case r.OnlyDates():
		return w.T("repeat.single_dates")
	case r.Freq != core.FreqWeekly && r.Every() == 1 && everyDayOf(r, bare): // which is every week then
		bare.Freq = core.FreqWeekly
		return w.weekly(r, bare, start)
	case r.Freq == core.FreqDaily:
		return w.daily(r, bare)
	case r.Freq == core.FreqWeekly:
		return w.weekly(r, bare, start)
	case r.Freq == core.FreqMonthly && r.Every() == 1 && len(r.Months) > 0: // which is every year then
		r.Freq, bare.Freq = core.FreqYearly, core.FreqYearly
		return w.yearly(r, bare, start)
	case r.Freq == core.FreqMonthly:
		return w.monthly(r, bare, start)
	case r.Freq == core.FreqYearly:
		return w.yearly(r, bare, start)
	}
	return ""
}

// everyDayOf tells whether a rule says some days of the week and nothing else, so that it is all of these there are.
func everyDayOf(r, bare core.Rule) bool {
	bare.Days = nil
	return len(r.Days) > 0 && bare.String() == "FREQ="+string(r.Freq) && !slices.ContainsFunc(r.Days, func(d core.RuleDay) bool { return d.Nth != 0 })
}

func (w *Words) daily(r, bare core.Rule) string {
	switch {
	case bare.String() != "FREQ=DAILY":
		return ""
	case r.Every() == 2:
		return w.T("repeat.second_day")
	}
	return w.period(r)
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
	return w.T("repeat.weeks_days", "period", w.period(r), "days", w.List(names))
}

func (w *Words) everyDay(d core.DayCode, name string) string {
	return w.T("repeat.every."+strings.ToLower(string(d)), "day", name)
}

func (w *Words) dayKey(key string, d core.DayCode) string {
	return w.T(key + "." + strings.ToLower(string(d)))
}

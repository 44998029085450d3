package locale

import (
	"slices"
	"strconv"
	"strings"

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
	bare := r
	bare.Count, bare.Until, bare.WeekStart, bare.Interval, bare.Dates = 0, core.Until{}, "", 0, nil
	if r.OnlyDates() {
		return w.T("repeat.single_dates")
	}
	s := ""
	switch r.Freq {
	case core.FreqDaily:
		s = w.daily(r, bare)
	case core.FreqWeekly:
		s = w.weekly(r, bare, start)
	case core.FreqMonthly:
		s = w.monthly(r, bare, start)
	case core.FreqYearly:
		if bare.String() == "FREQ=YEARLY" {
			s = w.T("repeat.yearly", "count", r.Every(), "date", w.dayMonth(start))
		}
	}
	if s == "" {
		bare.Interval = r.Interval
		return w.T("repeat.other_rule", "rule", strings.ReplaceAll(bare.String(), ";", ", "))
	}
	return s
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
	slices.SortFunc(days, func(a, b core.DayCode) int { return a.Index() - b.Index() })
	bare.Days = nil
	every := r.Every()
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
	switch bare.String() {
	case "FREQ=MONTHLY":
		return w.T("repeat.month_date", "n", start.Day)
	case "FREQ=MONTHLY;BYMONTHDAY=-1":
		return w.T("repeat.month_end")
	case "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1":
		return w.T("repeat.month_last_workday")
	case "FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO,TU,WE,TH,FR", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1":
		return w.T("repeat.month_first_workday")
	}
	if len(r.Days) == 1 {
		return w.nthDay(r, bare)
	}
	bare.MonthDays = nil
	if bare.String() != "FREQ=MONTHLY" || slices.ContainsFunc(r.MonthDays, func(n int) bool { return n < 0 }) {
		return ""
	}
	if len(r.MonthDays) == 1 {
		return w.T("repeat.month_date", "n", r.MonthDays[0])
	}
	var days []string
	for _, n := range r.MonthDays {
		days = append(days, strconv.Itoa(n))
	}
	return w.T("repeat.month_dates", "days", w.List(days))
}

// nthDay words "the second Tuesday", said as 2TU or as TU with the position 2.
func (w *Words) nthDay(r, bare core.Rule) string {
	day := r.Days[0]
	if day.Nth == 0 && len(r.Positions) == 1 {
		day.Nth = r.Positions[0]
	}
	bare.Days, bare.Positions = nil, nil
	name := ""
	switch {
	case bare.String() != "FREQ=MONTHLY" || day.Nth != r.Days[0].Nth && r.Days[0].Nth != 0:
		return ""
	case day.Nth >= 1 && day.Nth <= 5:
		name = strconv.Itoa(day.Nth)
	case day.Nth == -1:
		name = "last"
	case day.Nth == -2:
		name = "before_last"
	default:
		return ""
	}
	return w.T("repeat.month."+strings.ToLower(string(day.Day)), "day", w.dayKey("repeat.nth_"+name, day.Day))
}

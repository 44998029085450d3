package locale

import (
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
)

// inParts says part by part what a rule asks for that has no words of its own: "every month; days of the month: 13; weekdays:
// Friday". Such rules come from other programs; none of their parts is left out, in the order in which RFC 5545 3.3.10 applies
// them.
func (w *Words) inParts(r core.Rule) string {
	parts := []string{w.period(r)}
	add := func(key string, list []string) {
		if len(list) > 0 {
			parts = append(parts, w.T("repeat.part."+key, "list", w.List(list)))
		}
	}
	var months, days []string
	for _, m := range r.Months {
		months = append(months, w.MonthName(time.Month(m)))
	}
	for _, d := range r.Days {
		days = append(days, w.ruleDay(d))
	}
	add("months", months)
	add("weeks", w.counted(r.WeekNos))
	add("year_days", w.counted(r.YearDays))
	add("month_days", w.counted(r.MonthDays))
	add("days", days)
	add("hours", w.counted(r.Hours))
	add("minutes", w.counted(r.Minutes))
	add("seconds", w.counted(r.Seconds))
	add("positions", w.counted(r.Positions))
	return strings.Join(parts, "; ")
}

// period words how often a rule begins anew: "every 2 weeks". Every one has words without a number, which the plural of 1 can't
// have: in Russian it is that of 21 as well.
func (w *Words) period(r core.Rule) string {
	freq := strings.ToLower(string(r.Freq))
	if r.Every() == 1 {
		return w.T("repeat.each." + freq)
	}
	return w.T("repeat.period."+freq, "count", r.Every())
}

// counted writes numbers of which the negative ones count from the end.
func (w *Words) counted(numbers []int) []string {
	var out []string
	for _, n := range numbers {
		if n < 0 {
			out = append(out, w.T("repeat.part.from_end", "n", -n))
		} else {
			out = append(out, strconv.Itoa(n))
		}
	}
	return out
}

// ruleDay names a weekday, and which of them where only one counts: "Monday no. 20".
func (w *Words) ruleDay(d core.RuleDay) string {
	name := w.Weekday(d.Day.Weekday())
	if d.Nth == 0 {
		return name
	}
	return w.T("repeat.part.nth_day", "day", name, "n", w.counted([]int{d.Nth})[0])
}

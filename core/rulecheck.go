package core

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Limits of a rule. They are wide: a calendar program never meets them, a hostile file does.
const (
	MaxRule  = MaxLine + MaxDates*len(";"+untilLocal) // letters
	MaxDates = 1_000                                  // beside a rule: what has more is no series of meetings
	// MaxInterval is the most days, weeks, months or years that one period of a rule may have.
	MaxInterval = 10_000
	maxCount    = 1_000_000
)

// ParseRule reads a rule's text, with or without "RRULE:", in capitals or not. Its error has CodeBadRule and
// names the part that can't be: one that is unknown, said twice, out of its range, or not allowed beside another.
func ParseRule(s string) (Rule, error) {
	var r Rule
	s = strings.ToUpper(strings.TrimSpace(s))
	s = strings.TrimPrefix(s, "RRULE:")
	if s == "" || len(s) > MaxRule {
		return r, badRule(s)
	}
	seen := map[string]bool{}
	for part := range strings.SplitSeq(strings.TrimSuffix(s, ";"), ";") {
		name, value, ok := strings.Cut(part, "=")
		if !ok || seen[name] || !r.set(name, value) {
			return Rule{}, badRule(part)
		}
		seen[name] = true
	}
	if err := r.Validate(); err != nil {
		return Rule{}, err
	}
	return r, nil
}

func badRule(part string) error { return FailField(CodeBadRule, "rule", "value", clip(part)) }

// set reads one part; false where it can't be.
func (r *Rule) set(name, value string) (ok bool) {
	switch name {
	case "FREQ":
		r.Freq = Frequency(value)
		return true
	case "UNTIL":
		r.Until, ok = parseUntil(value)
		return ok
	case "COUNT":
		r.Count, ok = ruleNumber(value, 1, maxCount, false)
		return ok
	case "INTERVAL":
		r.Interval, ok = ruleNumber(value, 1, MaxInterval, false)
		return ok
	case "WKST":
		r.WeekStart = DayCode(value)
		return value != ""
	case "BYDAY":
		r.Days, ok = parseDays(value)
		return ok
	case "RDATE":
		r.Dates, ok = parseDates(value)
		return ok
	}
	for _, p := range r.lists() {
		if p.name == name {
			return p.read(value)
		}
	}
	return false
}

func (p rulePart) read(value string) bool {
	for s := range strings.SplitSeq(value, ",") {
		n, ok := ruleNumber(s, p.low, p.high, p.fromEnd)
		if !ok {
			return false
		}
		if !slices.Contains(*p.list, n) {
			*p.list = append(*p.list, n)
		}
	}
	return true
}

// ruleNumber reads a number of at most seven figures, so that none overflows.
func ruleNumber(s string, low, high int, fromEnd bool) (int, bool) {
	if len(s) > 8 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && inRule(n, low, high, fromEnd)
}

func inRule(n, low, high int, fromEnd bool) bool {
	return n >= low && n <= high || fromEnd && -n >= low && -n <= high
}

func parseDays(value string) (out []RuleDay, ok bool) {
	for s := range strings.SplitSeq(value, ",") {
		if len(s) < 2 {
			return nil, false
		}
		d := RuleDay{Day: DayCode(s[len(s)-2:])}
		if nth := s[:len(s)-2]; nth != "" {
			if d.Nth, ok = ruleNumber(nth, 1, 53, true); !ok {
				return nil, false
			}
		}
		if !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out, true
}

// parseDates reads times of whole minutes on the clock of what recurs, and puts them in order, each once.
func parseDates(value string) ([]Civil, bool) {
	var out []Civil
	for s := range strings.SplitSeq(value, ",") {
		u, ok := parseUntil(s)
		if !ok || !u.Timed || u.UTC || u.Second != 0 {
			return nil, false
		}
		out = append(out, Civil{Date: u.Date, Hour: u.Hour, Minute: u.Minute})
	}
	slices.SortFunc(out, Civil.Compare)
	return slices.Compact(out), true
}

func parseUntil(s string) (Until, bool) {
	var u Until
	layout := untilDate
	if len(s) > len(untilDate) {
		u.Timed, u.UTC = true, strings.HasSuffix(s, "Z")
		s, layout = strings.TrimSuffix(s, "Z"), untilLocal
	}
	t, err := time.Parse(layout, s)
	if err != nil || len(s) != len(layout) || t.Year() < 1 {
		return Until{}, false
	}
	u.Date, u.Hour, u.Minute, u.Second = DateOf(t), t.Hour(), t.Minute(), t.Second()
	return u, true
}

// Validate refuses what RFC 5545 3.3.10 does not allow. Its error has CodeBadRule and names the part.
func (r Rule) Validate() error {
	if !slices.Contains([]Frequency{FreqYearly, FreqMonthly, FreqWeekly, FreqDaily, FreqHourly, FreqMinutely, FreqSecondly}, r.Freq) {
		return badRule("FREQ=" + string(r.Freq))
	}
	if r.Interval < 0 || r.Interval > MaxInterval {
		return badRule("INTERVAL=" + strconv.Itoa(r.Interval))
	}
	if r.Count < 0 || r.Count > maxCount || r.Count > 0 && !r.Until.IsZero() {
		return badRule("COUNT=" + strconv.Itoa(r.Count))
	}
	if u := r.Until; !u.IsZero() && (!Civil{Date: u.Date, Hour: u.Hour, Minute: u.Minute}.Valid() || u.Second < 0 || u.Second > 59 || !u.Timed && u != (Until{Date: u.Date}) || !u.Timed && u.UTC) {
		return badRule("UNTIL=" + u.String())
	}
	if r.WeekStart != "" && !slices.Contains(DayCodes(), r.WeekStart) {
		return badRule("WKST=" + string(r.WeekStart))
	}
	if err := r.validateDates(); err != nil {
		return err
	}
	for _, p := range r.lists() {
		for _, n := range *p.list {
			if !inRule(n, p.low, p.high, p.fromEnd) {
				return badRule(p.name + "=" + strconv.Itoa(n))
			}
		}
	}
	return r.validateTogether()
}

func (r Rule) validateDates() error {
	if len(r.Dates) > MaxDates {
		return badRule("RDATE")
	}
	for _, c := range r.Dates {
		if !c.Valid() {
			return badRule("RDATE=" + c.String())
		}
	}
	return nil
}

// validateTogether refuses parts that may not stand beside one another.
func (r Rule) validateTogether() error {
	highest := 0
	switch {
	case r.Freq == FreqMonthly, r.Freq == FreqYearly && len(r.Months) > 0:
		highest = 5
	case r.Freq == FreqYearly && len(r.WeekNos) == 0:
		highest = 53
	}
	for _, d := range r.Days {
		if !slices.Contains(DayCodes(), d.Day) || d.Nth > highest || -d.Nth > highest {
			return badRule("BYDAY=" + d.String())
		}
	}
	switch {
	case len(r.WeekNos) > 0 && r.Freq != FreqYearly:
		return badRule("BYWEEKNO")
	case len(r.YearDays) > 0 && (r.Freq == FreqDaily || r.Freq == FreqWeekly || r.Freq == FreqMonthly):
		return badRule("BYYEARDAY")
	case len(r.MonthDays) > 0 && r.Freq == FreqWeekly:
		return badRule("BYMONTHDAY")
	case len(r.Positions) > 0 && !r.narrowed():
		return badRule("BYSETPOS")
	}
	return nil
}

// narrowed tells whether any part but BYSETPOS picks occurrences.
func (r Rule) narrowed() bool {
	if len(r.Days) > 0 {
		return true
	}
	for _, p := range r.lists() {
		if p.name != "BYSETPOS" && len(*p.list) > 0 {
			return true
		}
	}
	return false
}

package planning

import (
	"strconv"
	"strings"

	"mentorbook/core"
)

// RepeatEnd says when what repeats comes to an end.
type RepeatEnd int

// The ends.
const (
	Never RepeatEnd = iota
	AfterTimes
	OnDate
)

// Repeat is what the dialog holds about repeating: a rule without its end, and the end.
type Repeat struct {
	Rule  core.Rule
	End   RepeatEnd
	Times string
	Until core.Date // the last day on which one may take place
}

// Rules offers the rhythms that suit a first day: none, every one to four weeks, and each month on the day's
// date or its weekday, counted from the month's beginning, or from its end in its last week.
func Rules(first core.Date) []core.Rule {
	out := []core.Rule{{}}
	for n := 1; n <= 4; n++ {
		out = append(out, core.Rule{Freq: core.FreqWeekly, Interval: n})
	}
	day := core.DayCodeOf(first.Weekday())
	out = append(out, core.Rule{Freq: core.FreqMonthly})
	if nth := (first.Day-1)/7 + 1; nth <= 4 {
		out = append(out, core.Rule{Freq: core.FreqMonthly, Days: []core.RuleDay{{Day: day, Nth: nth}}})
	}
	if first.Day > first.DaysInMonth()-7 {
		out = append(out, core.Rule{Freq: core.FreqMonthly, Days: []core.RuleDay{{Day: day, Nth: -1}}})
	}
	return out
}

// maxTimes is how many times something may be told to repeat.
const maxTimes = 1000

// Whole gives the rule with its end. Its error names the field.
func (r Repeat) Whole(first core.Date) (core.Rule, error) {
	rule := r.Rule
	switch r.End {
	case AfterTimes:
		n, err := strconv.Atoi(strings.TrimSpace(r.Times))
		if err != nil || n < 2 || n > maxTimes {
			return rule, core.FailField(core.CodeBadNumber, "count", "min", 2, "max", maxTimes)
		}
		rule.Count = n
	case OnDate:
		if !r.Until.Valid() || r.Until.Before(first) {
			return rule, core.FailField(core.CodeEndNotAfter, "until")
		}
		rule.Until = core.Until{Date: r.Until, Hour: 23, Minute: 59, Timed: true}
	}
	return rule, nil
}

// Series gives the series that a plan and its rhythm make. Its error names the field.
func (p Plan) Series(r Repeat) (core.Series, error) {
	var m core.Meeting
	if err := p.Set(&m); err != nil {
		return core.Series{}, err
	}
	rule, err := r.Whole(m.Start.Date)
	return core.Series{
		Relationship: m.Relationship, Title: m.Title, Start: m.Start, End: m.End, Zone: m.Zone, Place: m.Place, Link: m.Link, Rule: rule.String(), Reminders: m.Reminders,
	}, err
}

// Shifts says from which day on what repeats comes at another hour for others, whose clocks change on other days.
func (m *Model) Shifts(p Plan, r Repeat) []string {
	if r.Rule.IsZero() {
		return nil
	}
	series, err := p.Series(r)
	if err != nil {
		return nil
	}
	var out []string
	for _, s := range m.Planning.Shifts(series) {
		if len(out) == maxClocks {
			break
		}
		out = append(out, m.words.T("plan.shift", "date", m.words.Date(s.On), "time", m.words.Clock(s.At), "name", s.Person.ShortName(), "zone", m.words.City(s.Person.Zone)))
	}
	return out
}

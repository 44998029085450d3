package planning

import (
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
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

// Repeating gives how the series of the meeting goes on from it.
func (m *Model) Repeating() Repeat {
	first := m.Meeting.Recurrence.Date
	r := Repeat{Times: "10", Until: first.AddMonths(6), Rule: m.Rule}
	if m.Rule.OnlyDates() { // it ends with the last of them
		return r
	}
	loc, err := m.Series.Zone.Location()
	switch {
	case m.Rule.Count > 0:
		r.End, r.Times = AfterTimes, strconv.Itoa(m.Rule.Count)
	case !m.Rule.Until.IsZero() && err == nil:
		r.End, r.Until = OnDate, core.DateOf(m.Rule.Until.Last(loc))
	}
	r.Rule = plainly(m.Rule, first)
	return r
}

// Going gives how the series goes on from the meeting once that is on a day: as Repeating says, each of the later ones as far from
// its own day as this one, where there is a rule for that.
func (m *Model) Going(on core.Date) Repeat {
	r := m.Repeating()
	if !m.putOn(on) {
		return r
	}
	was := m.Meeting.Recurrence
	rule, err := planner.RuleAt(m.Rule.String(), was, on.At(was.Hour, was.Minute))
	switch {
	case err != nil: // it is refused when it is saved
	case rule.OnlyDates():
		r.Rule = rule
	default:
		if r.Rule = plainly(rule, on); r.End == OnDate {
			r.Until = rule.Until.Date
		}
	}
	return r
}

// putOn tells whether a day is another than that of the meeting.
func (m *Model) putOn(on core.Date) bool { return on.Valid() && on != m.Meeting.Start.Date }

// plainly gives a rule without its end, and without the day of the week that the day of its first one says as well.
func plainly(r core.Rule, first core.Date) core.Rule {
	r.Count, r.Until = 0, core.Until{}
	if d := r.Days; r.Freq == core.FreqWeekly && len(d) == 1 && d[0] == (core.RuleDay{Day: core.DayCodeOf(first.Weekday())}) {
		r.Days = nil
	}
	return r
}

// Offered gives the rhythms that suit a first day for what goes on: the one that there is among them.
func Offered(first core.Date, now core.Rule) []core.Rule {
	out := Rules(first)[1:]
	if placeOf(out, now) < 0 {
		out = append(out, now)
	}
	return out
}

// placeOf finds a rule among others; -1 for none.
func placeOf(rules []core.Rule, r core.Rule) int {
	return slices.IndexFunc(rules, func(x core.Rule) bool { return x.String() == r.String() })
}

// Ends tells whether it is to be said when what repeats comes to an end: what takes place on single dates ends with the last.
func (r Repeat) Ends() bool { return !r.Rule.IsZero() && !r.Rule.OnlyDates() }

// Same tells whether two say the same.
func (r Repeat) Same(other Repeat) bool {
	return r.Rule.String() == other.Rule.String() && r.End == other.End &&
		(r.End != AfterTimes || r.Times == other.Times) && (r.End != OnDate || r.Until == other.Until)
}

// Later gives the series that goes on from the meeting by another plan and another rhythm. What nobody changed of the
// rhythm stays as it is, or goes along with the meeting to another day, and so do the dates beside it.
func (m *Model) Later(p Plan, r Repeat) (func(*core.Series) error, error) {
	var rule core.Rule
	if !r.Same(m.Going(p.Date)) {
		var err error
		if rule, err = r.Whole(p.Date); err != nil {
			return nil, err
		}
	}
	return func(s *core.Series) error {
		var x core.Meeting
		if err := p.Set(&x); err != nil {
			return err
		}
		was := s.Start
		s.Title, s.Start, s.End, s.Zone, s.Place, s.Link, s.Reminders = x.Title, x.Start, x.End, x.Zone, x.Place, x.Link, x.Reminders
		if rule.IsZero() {
			return m.along(s, was)
		}
		then, err := core.ParseRule(s.Rule)
		now := rule
		if !then.OnlyDates() {
			now.Dates = then.Dates
		}
		s.Rule = now.String()
		return err
	}, nil
}

// along lets the rule of a series go along with its first meeting, which was at another time before.
func (m *Model) along(s *core.Series, was core.Civil) error {
	if !m.putOn(s.Start.Date) {
		return nil
	}
	rule, err := planner.RuleAt(s.Rule, was, s.Start)
	if err != nil {
		return err
	}
	s.Rule = rule.String()
	return nil
}

// SplitRule says what a change for all later meetings does: with which one the new series begins where this one stays, and how many
// of them lose a change of their own by it.
func (m *Model) SplitRule(out planner.Outlook) string {
	text := []string{m.words.T("plan.split_rule")}
	if out.Begun {
		text[0] = m.words.T("plan.split_begun", "date", m.words.DateWithDay(out.First.Date, m.Today), "time", m.words.Clock(out.First))
		if out.Count > 0 {
			text = append(text, m.words.T("plan.split_count", "count", out.Count))
		}
	}
	text = append(text, m.words.T("plan.split_keeps"))
	if out.Void > 0 {
		text = append(text, m.words.T("plan.split_void", "count", out.Void))
	}
	return strings.Join(text, " ")
}

// Along says by which rule the later ones go on where that is another than before, since their meeting is on another day; "" where
// it is not, or where nobody knows.
func (m *Model) Along(p Plan, r Repeat) string {
	if !m.putOn(p.Date) || r.Rule.String() != m.Going(p.Date).Rule.String() {
		return ""
	}
	was, now := m.words.Rule(m.Repeating().Rule, m.Meeting.Recurrence.Date), m.words.Rule(r.Rule, p.Date)
	if was == now {
		return ""
	}
	return m.words.T("plan.split_along", "rule", now)
}

// maxTimes is how many times something may be told to repeat.
const maxTimes = 1000

// Whole gives the rule with its end. Its error names the field.
func (r Repeat) Whole(first core.Date) (core.Rule, error) {
	rule := r.Rule
	if rule.OnlyDates() {
		return rule, nil
	}
	switch r.End {
	case AfterTimes:
		n, err := core.ReadWhole("count", r.Times, 2, maxTimes)
		if err != nil {
			return rule, err
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

// repeated gives the series that is planned; false for one meeting alone, and where the fields say none yet.
func (p Plan) repeated(r Repeat) (core.Series, bool) {
	if r.Rule.IsZero() {
		return core.Series{}, false
	}
	series, err := p.Series(r)
	return series, err == nil
}

// Shifts says from which day on what repeats comes at another hour for others, whose clocks change on other days.
func (m *Model) Shifts(p Plan, r Repeat) []string {
	series, repeats := p.repeated(r)
	if !repeats {
		return nil
	}
	var out []string
	for _, s := range m.Planning.Shifts(series) {
		out = append(out, s.Words(m.words, s.Person.ShortName(), s.Person.Zone))
	}
	return out
}

// LaterQuiet says from which day on what repeats lies in quiet hours or at night for others for whom its first meeting does not.
func (m *Model) LaterQuiet(p Plan, r Repeat) []string {
	series, repeats := p.repeated(r)
	if !repeats {
		return nil
	}
	return m.laterQuiet(series)
}

func (m *Model) laterQuiet(series core.Series) []string {
	var out []string
	for _, q := range m.QuietLater(series) {
		out = append(out, m.words.LaterQuiet(q.At, q.People, q.Quiet, q.Night))
	}
	return out
}

package schedule

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Pattern is how something recurs as a clock shows it. Words for it come from here, wherever they are read: what is every
// Monday at 23:00 in New York is every Tuesday at 07:00 in Moscow.
type Pattern struct {
	Rule       core.Rule  // with the days of that clock; a day until which it goes is that of its last occurrence
	Start, End core.Civil // of the occurrence from which on it is told
	Zone       core.Zone  // whose clock it is
	Last       core.Date  // of the last occurrence; zero: there is none, or it is too far to be counted

	// Apart tells that it is the clock of what recurs, and not the one that was asked for: on that one the days follow no
	// rule that has words, such as the day after each last Friday of a month.
	Apart bool
}

// patternAhead is how far ahead the days of both clocks are compared.
const patternAhead = 366 * 24 * time.Hour

// By gives it by the clock of a zone, from the first occurrence on that is not over at an instant; where all are, by the
// last. It tells of no exceptions.
func (q *Recurring) By(zone core.Zone, at time.Time) Pattern {
	out := Pattern{Rule: q.rule, Zone: q.zone, Apart: true}
	loc, err := zone.Location()
	if err != nil {
		loc = q.loc
	}
	o := q.typical(at)
	days := daysApart(o, loc)
	rule, maps := shifted(q.rule, o.Original.Date, days)
	if err == nil && maps && (oneDay(rule) || loc.String() == q.loc.String() || q.keepsApart(loc, o.Start, days)) {
		out.Zone, out.Rule, out.Apart = zone, rule, false
	} else {
		loc = q.loc
	}
	out.Start, out.End = core.CivilOf(o.Start.In(loc)), core.CivilOf(o.End.In(loc))
	out.Rule.Dates = slices.DeleteFunc(slices.Clone(out.Rule.Dates), func(c core.Civil) bool { return q.except[c] })
	if last, ok := q.last(); ok {
		out.Last = core.DateOf(last.Start.In(loc))
		if !out.Rule.Until.IsZero() {
			out.Rule.Until = core.Until{Date: out.Last}
		}
	}
	return out
}

// Days says on which days: "every Tuesday, 20 times".
func (p Pattern) Days(w *locale.Words) string {
	s := w.Rule(p.Rule, p.Start.Date)
	if p.Apart {
		return w.T("repeat.clock", "what", s, "city", w.City(p.Zone))
	}
	return s
}

// Words says on which days, at what time and until when: "every Tuesday, 07:00–08:00, until 1 June 2027". The places say
// whose clock that is; "" where nobody asks.
func (p Pattern) Words(w *locale.Words, places string) string {
	times := w.Clock(p.Start) + "–" + w.Clock(p.End)
	switch {
	case p.Apart:
		times = w.T("repeat.clock", "what", times, "city", w.City(p.Zone))
	case places != "":
		times += " (" + places + ")"
	}
	rule := p.Rule
	if rule.Count > 0 && !p.Last.IsZero() && !rule.OnlyDates() { // some of so many may be called off; the day of the last one stands
		rule.Count, rule.Until = 0, core.Until{Date: p.Last}
	}
	return w.RuleAt(rule, p.Start.Date, times)
}

// typical gives the first occurrence that is not over at an instant and begins when the clock says that all do: not when
// the clock skips that, nor at another time of the rule's. Where all are over it is the last.
func (q *Recurring) typical(at time.Time) Occurrence {
	usual := func(o Occurrence) bool {
		return o.Original.Hour == q.start.Hour && o.Original.Minute == q.start.Minute && o.StartCivil() == o.Original
	}
	first := wall(core.CivilOf(at.UTC())).Add(-slack - min(q.length, maxLookBack))
	for t, err := range q.ruled(first, endOfTime()) {
		if err != nil {
			break
		}
		if o := q.At(core.CivilOf(t)); o.End.After(at) && usual(o) {
			return o
		}
	}
	if o, ok := q.last(); ok && usual(o) {
		return o
	}
	return q.At(q.start)
}

// last gives the last occurrence of the rule, an exception or not; false where there is none, or where it is too far to be
// counted.
func (q *Recurring) last() (out Occurrence, ok bool) {
	from, to := wall(q.start), time.Date(lastYear, 12, 31, 0, 0, 0, 0, time.UTC)
	switch {
	case !q.rule.Until.IsZero():
		to = q.rule.Until.Last(q.loc).Add(time.Second)
		from = later(from, to.Add(-5*patternAhead))
	case q.rule.Count == 0 || q.rule.Count > longestCount:
		return out, false
	}
	for t, err := range q.ruled(from, to) {
		if err != nil {
			return out, false
		}
		out, ok = q.At(core.CivilOf(t)), true
	}
	return out, ok
}

// daysApart gives how many days the date of a clock is ahead of that of what recurs when an occurrence starts.
func daysApart(o Occurrence, loc *time.Location) int {
	return core.DateOf(o.Start.In(loc)).DaysSince(core.DateOf(o.Start))
}

// keepsApart tells whether that stays so within the year to come.
func (q *Recurring) keepsApart(loc *time.Location, from time.Time, days int) bool {
	for o, err := range q.walk(from, from.Add(patternAhead)) {
		if err != nil {
			break
		}
		if daysApart(o, loc) != days {
			return false
		}
	}
	return true
}

// oneDay tells whether it is enough to say of a rule from when on it is on another day: it names one at most.
func oneDay(r core.Rule) bool {
	return r.Freq == core.FreqDaily || r.Freq == core.FreqWeekly && len(r.Days) < 2
}

// shifted gives the rule by which something comes so many days after what comes by another one; false where there is none
// that has words. Start is the date of an occurrence by the other one.
func shifted(r core.Rule, start core.Date, days int) (core.Rule, bool) {
	bare := r
	bare.Count, bare.Until, bare.WeekStart, bare.Interval, bare.Dates = 0, core.Until{}, "", 0, nil
	bare.Days, bare.MonthDays = nil, nil
	switch {
	case days == 0:
		return r, true
	case bare.String() != "FREQ="+string(r.Freq):
		return r, false
	case r.Freq == core.FreqDaily:
		return r, len(r.Days)+len(r.MonthDays) == 0
	case r.Freq == core.FreqWeekly && len(r.MonthDays) == 0:
		return shiftedWeek(r, days)
	case r.Freq == core.FreqMonthly && len(r.Days) == 0:
		return shiftedMonth(r, start, days)
	case r.Freq == core.FreqYearly && len(r.Days)+len(r.MonthDays) == 0:
		there := start.AddDays(days)
		leap := func(d core.Date) bool {
			return d.Month == time.February && d.Day > 27 || d.Month == time.March && d.Day == 1
		}
		return r, !leap(start) && !leap(there)
	}
	return r, false
}

// shiftedWeek does it of a weekly rule. Of every second week or third its days stay in the same week, or all of them leave it.
func shiftedWeek(r core.Rule, days int) (core.Rule, bool) {
	out := r
	out.Days = daysLater(r.Days, days)
	return out, r.Every() == 1 || oneWeek(r, days, r.WeekStart)
}

// shiftedMonth does it of a rule by dates. A date that not every month has, it follows no further.
func shiftedMonth(r core.Rule, start core.Date, days int) (core.Rule, bool) {
	dates := r.MonthDays
	if len(dates) == 0 {
		dates = []int{start.Day}
	}
	out := r
	out.MonthDays = nil
	for _, n := range dates {
		to := n + days
		switch {
		case n > 0 && n <= 28 && to > 0 && to <= 28:
		case len(dates) == 1 && n == -1 && to == 0:
			to = 1
		case len(dates) == 1 && n == 1 && to == 0:
			to = -1
		default:
			return r, false
		}
		out.MonthDays = append(out.MonthDays, to)
	}
	return out, true
}

package schedule

import (
	"slices"
	"time"

	"mentorbook/core"
)

// longestCount is how many occurrences are counted to find the end of a rule that counts them.
const longestCount = 5_000

// Ends gives an instant by which the last occurrence is over; false where there is none, or where it is too far
// to be counted. It may be up to a few days late.
func (q *Recurring) Ends() (time.Time, bool) {
	last := wall(q.start)
	if len(q.extra) > 0 {
		last = later(last, wall(q.extra[len(q.extra)-1]))
	}
	switch {
	case !q.rule.Until.IsZero():
		last = later(last, q.rule.Until.Last(q.loc))
	case q.rule.Count > longestCount || !q.rule.IsZero() && q.rule.Count == 0:
		return time.Time{}, false
	case q.rule.Count > 0:
		n := 0
		for t, err := range q.ruled(wall(q.start), endOfTime()) {
			if n++; err != nil || n > q.rule.Count {
				return time.Time{}, false
			}
			last = later(last, t)
		}
	}
	return last.Add(slack + q.length), true
}

// endOfTime is up to when anything is looked for.
func endOfTime() time.Time { return time.Date(lastYear, 12, 31, 0, 0, 0, 0, time.UTC) }

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// First gives the first start of a rule at or after start, whose weekday, date or time of day stand for what the
// rule leaves open. A series begins there, for a start off its rule is shown by some programs and not by others
// (RFC 5545 3.8.5.3). False where nothing fits within eight years.
func First(r core.Rule, start core.Civil) (core.Civil, bool) {
	at := wall(start)
	r.Count, r.Until = 0, core.Until{}
	for t, err := range candidates(r, at, at, at.AddDate(8, 0, 0)) {
		if err != nil {
			break
		}
		if !t.Before(at) {
			return core.CivilOf(t), true
		}
	}
	return core.Civil{}, false
}

// Index counts the occurrences of the rule itself before an original start, exceptions too.
func (q *Recurring) Index(original core.Civil) int {
	n := 0
	for _, err := range q.ruled(wall(q.start), wall(original)) {
		if err != nil {
			break
		}
		n++
	}
	return n
}

// Nth gives the original start before which the rule itself has so many others, exceptions too; false where it ends before
// that.
func (q *Recurring) Nth(n int) (core.Civil, bool) {
	for t, err := range q.ruled(wall(q.start), endOfTime()) {
		if err != nil || n < 0 {
			break
		}
		if n == 0 {
			return core.CivilOf(t), true
		}
		n--
	}
	return core.Civil{}, false
}

// Last gives the last original start before a time, exceptions too; false for none.
func (q *Recurring) Last(before core.Civil) (last core.Civil, ok bool) {
	last, ok = q.lastRuled(before)
	for _, c := range q.extra {
		if c.Compare(before) < 0 && (!ok || c.Compare(last) > 0) {
			last, ok = c, true
		}
	}
	return last, ok
}

// lastRuled is Last of the rule itself.
func (q *Recurring) lastRuled(before core.Civil) (last core.Civil, ok bool) {
	for t, err := range q.ruled(wall(q.start), wall(before)) {
		if err != nil {
			break
		}
		last, ok = core.CivilOf(t), true
	}
	return last, ok
}

// Before gives the rule that ends before an original start: with the last one before it, so that it can be told in words
// by a day on which there is a meeting. The rule as it is where it ends earlier by itself.
func (q *Recurring) Before(original core.Civil) core.Rule {
	end, ok := q.lastRuled(original)
	if !ok {
		end = original.AddMinutes(-1)
	}
	rule := q.Until(core.Until{Date: end.Date, Hour: end.Hour, Minute: end.Minute, Timed: true})
	rule.Dates = slices.DeleteFunc(slices.Clone(q.rule.Dates), func(c core.Civil) bool { return c.Compare(original) >= 0 })
	return rule
}

// Until gives the rule that ends with a moment on the clock of what recurs, as the dates beside it do; as it is where it ends
// earlier by itself.
func (q *Recurring) Until(until core.Until) core.Rule {
	rule, end := q.rule, until.Last(q.loc)
	rule.Dates = slices.DeleteFunc(slices.Clone(rule.Dates), func(c core.Civil) bool { return wall(c).After(end) })
	switch {
	case rule.IsZero(), !rule.Until.IsZero() && !rule.Until.Last(q.loc).After(end):
		return rule
	case rule.Count > 0 && !q.goesOn(end):
		return rule
	}
	rule.Count, rule.Until = 0, until
	return rule
}

// goesOn tells whether the rule itself has an occurrence after a moment on its wall.
func (q *Recurring) goesOn(after time.Time) bool {
	for _, err := range q.ruled(after.Add(time.Second), endOfTime()) {
		return err == nil
	}
	return false
}

// Rest gives the rule by which it goes on from an original start: with what is left of its count and of the dates beside it.
func (q *Recurring) Rest(original core.Civil) core.Rule {
	rule := q.rule
	if rule.Count > 0 {
		rule.Count -= q.Index(original)
	}
	rule.Dates = slices.DeleteFunc(slices.Clone(rule.Dates), func(c core.Civil) bool { return c.Compare(original) < 0 })
	return rule
}

// After gives the first original starts from one on, exceptions left out: at most limit.
func (q *Recurring) After(original core.Civil, limit int) []core.Civil {
	var out []core.Civil
	for c, err := range q.starts(wall(original), endOfTime()) {
		if err != nil || len(out) == limit {
			break
		}
		if !q.except[c] {
			out = append(out, c)
		}
	}
	return out
}

// OnlyOn gives the original start on a day, exceptions among them; false where the rule has none then, or several.
func (q *Recurring) OnlyOn(d core.Date) (original core.Civil, only bool) {
	for c, err := range q.starts(wall(d.At(0, 0)), wall(d.AddDays(1).At(0, 0))) {
		switch {
		case err != nil || only && c.Date == d:
			return core.Civil{}, false
		case c.Date == d:
			original, only = c, true
		}
	}
	return original, only
}

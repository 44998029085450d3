package schedule

import (
	"slices"

	"mentorbook/core"
)

// Dates that stand beside a rule (RFC 5545 3.8.5.2) are occurrences as all others, but that the rule neither counts them nor
// tells the next: what is done to all of a rule's occurrences, one after the other, is done to them each for itself.

// Beside tells whether an original start is one of the dates beside the rule, and none of the rule's.
func (q *Recurring) Beside(original core.Civil) bool {
	return slices.Contains(q.extra, original) && !q.Ruled(original)
}

// Earliest gives the first original start of all: that of the rule, unless a date beside it lies before that.
func (q *Recurring) Earliest() core.Civil {
	if len(q.extra) > 0 && q.extra[0].Compare(q.start) < 0 {
		return q.extra[0]
	}
	return q.start
}

// Ruled tells whether an original start is one of the rule's own.
func (q *Recurring) Ruled(original core.Civil) bool {
	at := wall(original)
	for t, err := range q.ruled(at, endOfTime()) {
		return err == nil && t.Equal(at)
	}
	return false
}

// NextRuled gives the first original start of the rule itself from one on, exceptions left out; false where there is none.
func (q *Recurring) NextRuled(original core.Civil) (core.Civil, bool) {
	for t, err := range q.ruled(wall(original), endOfTime()) {
		if err != nil {
			break
		}
		if c := core.CivilOf(t); c.Compare(original) >= 0 && !q.except[c] {
			return c, true
		}
	}
	return core.Civil{}, false
}

// Twin gives the date beside another rule that one beside this rule is: where there are as many, the one with its place among
// them; where the first of them alone are missing and the others all come as much later, the one so much later; else the same one.
// False for none.
func (q *Recurring) Twin(date core.Civil, other *Recurring) (core.Civil, bool) {
	at := slices.Index(q.extra, date)
	if at >= 0 && len(q.extra) == len(other.extra) {
		return other.extra[at], true
	}
	date = date.AddMinutes(tailLater(q.extra, other.extra))
	return date, slices.Contains(other.extra, date)
}

// tailLater gives by how many minutes the last dates of one list come later in another, which begins with another of them; 0 where
// they do not all do so, and where those of the shorter one are in the longer one as they are.
func tailLater(was, now []core.Civil) int {
	n := min(len(was), len(now))
	if n == 0 {
		return 0
	}
	short, long := was, now
	if len(now) < len(was) {
		short, long = now, was
	}
	if !slices.ContainsFunc(short, func(c core.Civil) bool { return !slices.Contains(long, c) }) {
		return 0
	}
	by := now[len(now)-1].MinutesSince(was[len(was)-1])
	for i := 1; i <= n; i++ {
		if now[len(now)-i].MinutesSince(was[len(was)-i]) != by {
			return 0
		}
	}
	return by
}

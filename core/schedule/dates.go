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
// them, else the same one. False for none.
func (q *Recurring) Twin(date core.Civil, other *Recurring) (core.Civil, bool) {
	at := slices.Index(q.extra, date)
	if at >= 0 && len(q.extra) == len(other.extra) {
		return other.extra[at], true
	}
	return date, slices.Contains(other.extra, date)
}

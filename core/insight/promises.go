package insight

import "mentorbook/core"

// Promises is how many of the promises that count in a period were kept.
type Promises struct{ Kept, All int }

// CountPromise takes a promise into the count, and tells whether it counts at all: those that fell due in the period and by
// today, and those that were kept in it. What was dropped does not count, nor what is private: today and in a report the
// same figure stands.
func (p *Promises) CountPromise(a *core.Action, period core.Period, today core.Date) bool {
	due := period.Contains(a.Due) && !a.Due.After(today)
	kept := a.Status == core.ActionDone && period.Contains(a.Closed)
	if a.Readers.Private() || a.Status == core.ActionDropped || !due && !kept {
		return false
	}
	p.All++
	if a.Status == core.ActionDone {
		p.Kept++
	}
	return true
}

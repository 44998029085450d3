package schedule

import (
	"time"

	"mentorbook/core"
)

// Shift is a day from which something that recurs comes at another time of day for somebody, since the clocks
// of two zones change on different days, or only one of them changes.
type Shift struct {
	Original core.Civil // the first occurrence at the new time
	On       core.Date  // its day in their zone
	Was, Now core.Civil // what their clock shows: the last time before, and the first time after
}

// season is how far back the occurrence before a range is looked for.
const season = 100 * 24 * time.Hour

// Shifts finds such days for somebody who lives in a zone, among the occurrences that start in [from, to). The
// occurrence before from is the first that is compared.
func (q *Recurring) Shifts(loc *time.Location, from, to time.Time) []Shift {
	var out []Shift
	var last core.Civil
	for o, err := range q.walk(from.Add(-season), to) {
		if err != nil {
			break
		}
		if o.Original.Hour != q.start.Hour || o.Original.Minute != q.start.Minute || o.StartCivil() != o.Original {
			continue // another time of the rule's, or one that the clock skips that day
		}
		at := core.CivilOf(o.Start.In(loc))
		moved := !last.IsZero() && (at.Hour != last.Hour || at.Minute != last.Minute)
		if moved && !o.Start.Before(from) {
			out = append(out, Shift{o.Original, at.Date, last, at})
		}
		last = at
	}
	return out
}

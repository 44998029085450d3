package ical

import (
	"slices"
	"time"

	"mentorbook/core"
)

// back tells which meetings to come of a whole series take place after all, of those that guests know to be off.
func (l *letter) back() []string {
	if l.run == nil || l.v.Method != core.MethodRequest || l.kind == "back" { // all of them are
		return nil
	}
	var starts, ends []time.Time
	for _, c := range l.v.Series.Back {
		if start, end := l.now(c); end.After(l.v.Stamp) {
			starts, ends = append(starts, start), append(ends, end)
		}
	}
	return l.listed("email.back", len(starts), func(i int, loc *time.Location) string {
		return l.shortSpan(starts[i].In(loc), ends[i].In(loc))
	})
}

// now gives when one meeting of a whole series takes place, moved or not, by its original start.
func (l *letter) now(original core.Civil) (start, end time.Time) {
	i := slices.IndexFunc(l.v.Series.Moved, func(o core.InvitedOccurrence) bool { return o.Original == original })
	if i < 0 {
		at := l.run.At(original)
		return at.Start, at.End
	}
	return l.taking(&l.v.Series.Moved[i])
}

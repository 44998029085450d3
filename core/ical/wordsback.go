package ical

import (
	"strings"
	"time"

	"mentorbook/core"
)

// back tells which meetings to come of a whole series take place after all, of those that guests know to be off.
func (l *letter) back() []string {
	if l.run == nil || l.v.Method != core.MethodRequest || l.kind == "back" { // all of them are
		return nil
	}
	var all []time.Time
	var ends []time.Time
	loc := newClock(l.v.Series.Zone).loc
	for _, c := range l.v.Series.Back {
		at := l.run.At(c)
		start, end := at.Start, at.End
		for _, o := range l.v.Series.Moved {
			if o.Original == c {
				start = o.Start.InLocation(loc)
				end = o.End.EndOf(start, loc)
			}
		}
		if end.After(l.v.Stamp) {
			all, ends = append(all, start), append(ends, end)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return l.byClock(func(loc *time.Location, places string) string {
		lines := []string{l.w.T("email.back")}
		if places != "" {
			lines[0] = l.w.T("email.back_by", "places", places)
		}
		for i := range all[:min(len(all), mostExceptions)] {
			lines = append(lines, "- "+l.shortSpan(all[i].In(loc), ends[i].In(loc)))
		}
		if more := len(all) - mostExceptions; more > 0 {
			lines = append(lines, "- "+l.w.T("email.exceptions_more", "count", more))
		}
		return strings.Join(lines, "\n")
	})
}

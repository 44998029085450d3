package schedule

import (
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Shift is a day from which something that recurs comes at another time of day for somebody, since the clocks
// of two zones change on different days, or only one of them changes.
type Shift struct {
	Original core.Civil // the first occurrence at the new time
	On       core.Date  // its day in their zone
	Was, Now core.Civil // what their clock shows: the last time before, and the first time after
}

// Ahead is the days that people are told of in advance.
type Ahead struct {
	Shifts []Shift
	More   bool // others follow them
}

// Words tells somebody's clock by a name and a zone: "From 29 March 2027, it is 17:00 for Amina (Nairobi); from 25 October 2027 it is
// 18:00; and so on with each change of the clocks"; "" where there is no such day.
func (a Ahead) Words(w *locale.Words, name string, zone core.Zone) string {
	var all []string
	for i, at := range a.Shifts {
		if i == 0 {
			all = append(all, w.T("plan.shift", "date", w.Date(at.On), "time", w.Clock(at.Now), "name", name, "zone", w.City(zone)))
		} else {
			all = append(all, w.T("email.shift", "date", w.Date(at.On), "time", w.Clock(at.Now)))
		}
	}
	if a.More {
		all = append(all, w.T("shift.more"))
	}
	return strings.Join(all, "; ")
}

// yearAhead is how far ahead people are told of such days. Others are looked for as long again.
const yearAhead = 366 * 24 * time.Hour

// Ahead finds such days among the occurrences of the year that begins with from: the first few of them, at most most. What
// is said of the last holds for good only where no More follow.
func (q *Recurring) Ahead(loc *time.Location, from time.Time, most int) Ahead {
	var out Ahead
	for _, s := range q.Shifts(loc, from, from.Add(2*yearAhead)) {
		if len(out.Shifts) == most || len(out.Shifts) > 0 && s.On.DaysSince(core.DateOf(from)) > int(yearAhead/(24*time.Hour)) {
			out.More = true
			break
		}
		out.Shifts = append(out.Shifts, s)
	}
	return out
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

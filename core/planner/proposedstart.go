package planner

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// When a new meeting is proposed where nobody has said: at ten of the next day on which the owner works, or where they have no
// time then, at the next half hour of their hours, on that day or one after it, at which they have.
const (
	proposedFrom = 10 * 60
	proposedStep = 30
	proposedDays = 14
)

// proposedStart gives when a new meeting of the usual length is proposed. Where the owner has time at none of those it is the
// first, on a day on which they work where there is one.
func (s Meetings) proposedStart(r Reader, ws *core.Workspace, owner *core.Person) (core.Civil, error) {
	loc, first := zoneOf(owner), core.DateOf(s.e.now().In(zoneOf(owner))).AddDays(1)
	from, to := midnight(first, loc), midnight(first.AddDays(proposedDays), loc)
	taken, err := s.taken(newTodayReader(r, s.e), owner, from, to)
	if err != nil {
		return core.Civil{}, err
	}
	gap, zone := time.Duration(max(ws.BufferBefore, ws.BufferAfter))*time.Minute, owner.Home()
	var fallback core.Civil
	for day := range proposedDays {
		hours := owner.WorkOn(first.AddDays(day).Weekday())
		if hours.IsZero() {
			continue
		}
		if fallback.IsZero() {
			fallback = first.AddDays(day).At(proposedIn(hours)/60, proposedIn(hours)%60)
		}
		until := hours.To
		if until <= hours.From { // they work past midnight
			until = 24 * 60
		}
		for minute := proposedIn(hours); minute <= until-ws.Length; minute += proposedStep {
			start := first.AddDays(day).At(minute/60, minute%60)
			at, err := start.In(zone)
			if err != nil {
				continue
			}
			wanted := schedule.Span{Start: at.Add(-gap), End: at.Add(time.Duration(ws.Length)*time.Minute + gap)}
			if !slices.ContainsFunc(taken, func(t schedule.Span) bool { return t.Start.Before(wanted.End) && wanted.Start.Before(t.End) }) {
				return start, nil
			}
		}
	}
	if fallback.IsZero() { // they work on no day
		fallback = first.At(proposedFrom/60, proposedFrom%60)
	}
	return fallback, nil
}

// proposedIn gives the first minute of a day that is proposed within somebody's hours.
func proposedIn(hours core.Hours) int {
	if hours.Contain(proposedFrom) {
		return proposedFrom
	}
	return hours.From
}

// taken gives what takes the owner's time: their planned meetings, and busy times.
func (s Meetings) taken(r *todayReader, owner *core.Person, from, to time.Time) ([]schedule.Span, error) {
	meetings, err := s.e.meetingsTouching(r, from, to)
	if err != nil {
		return nil, err
	}
	f := &freeReader{todayReader: r, from: from, to: to, meetings: meetings}
	return f.busy(owner)
}

package planner

import (
	"context"
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

// proposal is what a start is looked for by.
type proposal struct {
	ws    *core.Workspace
	owner *core.Person
	first core.Date       // the first day looked at, on the owner's clock
	taken []schedule.Span // of the owner's time
	open  []schedule.Span // when it suits everybody
}

// ProposedStart gives when a new meeting of a relationship is proposed: at a time that suits its guests, too.
func (s Meetings) ProposedStart(ctx context.Context, rel core.ID) (core.Civil, error) {
	return view(ctx, s.e, func(r Reader) (core.Civil, error) {
		ws, err := workspaceOf(r)
		if err != nil {
			return core.Civil{}, err
		}
		owner, err := load[core.Person](r, ws.Owner)
		if err != nil {
			return core.Civil{}, err
		}
		return s.proposedStart(r, ws, owner, rel)
	})
}

// proposedStart gives when a new meeting of the usual length is proposed, with the guests of a relationship or, for the zero
// id, with nobody known yet: in their hours on their own clocks, or where they have none in common with the owner, out of
// everybody's quiet hours at least. Where the owner has time at none of those it is the first, on a day on which they work
// where there is one.
func (s Meetings) proposedStart(r Reader, ws *core.Workspace, owner *core.Person, rel core.ID) (core.Civil, error) {
	loc := zoneOf(owner)
	p := &proposal{ws: ws, owner: owner, first: core.DateOf(s.e.now().In(loc)).AddDays(1)}
	from, to := midnight(p.first, loc), midnight(p.first.AddDays(proposedDays), loc)
	f, err := s.freeReader(r, from, to)
	if err != nil {
		return core.Civil{}, err
	}
	if p.taken, err = f.busy(owner); err != nil {
		return core.Civil{}, err
	}
	guests, err := f.withIn(rel, owner)
	if err != nil {
		return core.Civil{}, err
	}
	for _, inHours := range []bool{true, false} {
		if p.open, err = f.suits(owner, guests, inHours); err != nil {
			return core.Civil{}, err
		}
		if start, ok := p.find(); ok {
			return start, nil
		}
	}
	return p.fallback(), nil
}

// withIn gives who takes part in a relationship beside the owner; nobody for the zero id.
func (f *freeReader) withIn(rel core.ID, owner *core.Person) ([]*core.Person, error) {
	if rel.IsZero() {
		return nil, nil
	}
	of, err := f.between(rel)
	if err != nil {
		return nil, err
	}
	return guestsOf(f, of, owner.ID, nil)
}

// suits gives when it suits everybody: never in quiet hours, and with inHours in the guests' own hours and beside what else
// they have.
func (f *freeReader) suits(owner *core.Person, guests []*core.Person, inHours bool) ([]schedule.Span, error) {
	open := []schedule.Span{{Start: f.from, End: f.to}}
	for _, who := range append([]*core.Person{owner}, guests...) {
		if !who.Quiet.IsZero() {
			open = schedule.Minus(open, schedule.Daily(zoneOf(who), f.from, f.to, func(time.Weekday) core.Hours { return who.Quiet }))
		}
		if !inHours || who == owner {
			continue
		}
		busy, err := f.busy(who)
		if err != nil {
			return nil, err
		}
		open = schedule.Minus(schedule.Both(open, schedule.Daily(zoneOf(who), f.from, f.to, who.WorkOn)), schedule.Union(busy))
	}
	return open, nil
}

// find gives the first start in the owner's hours at which they have time and that suits everybody.
func (p *proposal) find() (core.Civil, bool) {
	for day := range proposedDays {
		hours := p.owner.WorkOn(p.first.AddDays(day).Weekday())
		if hours.IsZero() {
			continue
		}
		until := hours.To
		if until <= hours.From { // they work past midnight
			until = 24 * 60
		}
		for minute := proposedIn(hours); minute <= until-p.ws.Length; minute += proposedStep {
			if start := p.first.AddDays(day).At(minute/60, minute%60); p.fits(start) {
				return start, true
			}
		}
	}
	return core.Civil{}, false
}

// fits tells whether a meeting of the usual length can begin then.
func (p *proposal) fits(start core.Civil) bool {
	at, err := start.In(p.owner.Home())
	if err != nil {
		return false
	}
	gap := time.Duration(max(p.ws.BufferBefore, p.ws.BufferAfter)) * time.Minute
	end := at.Add(time.Duration(p.ws.Length) * time.Minute)
	wanted := schedule.Span{Start: at.Add(-gap), End: end.Add(gap)}
	return slices.ContainsFunc(p.open, func(o schedule.Span) bool { return !o.Start.After(at) && !o.End.Before(end) }) &&
		!slices.ContainsFunc(p.taken, wanted.Overlaps)
}

// fallback gives what is proposed where nothing fits.
func (p *proposal) fallback() core.Civil {
	for day := range proposedDays {
		if hours := p.owner.WorkOn(p.first.AddDays(day).Weekday()); !hours.IsZero() {
			return p.first.AddDays(day).At(proposedIn(hours)/60, proposedIn(hours)%60)
		}
	}
	return p.first.At(proposedFrom/60, proposedFrom%60) // they work on no day
}

// proposedIn gives the first minute of a day that is proposed within somebody's hours.
func proposedIn(hours core.Hours) int {
	if hours.Contain(proposedFrom) {
		return proposedFrom
	}
	return hours.From
}

// freeReader reads what may stand in the way of a stretch of time.
func (s Meetings) freeReader(r Reader, from, to time.Time) (*freeReader, error) {
	t := newTodayReader(r, s.e)
	meetings, err := s.e.meetingsTouching(t, from, to)
	return &freeReader{todayReader: t, out: &FreeTimes{}, from: from, to: to, meetings: meetings}, err
}

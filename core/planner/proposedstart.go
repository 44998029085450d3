package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// When a new meeting is proposed where nobody has said: in the rhythm of those before it, or where there is none, at ten of the next
// day on which the owner works; where they have no time then, at the next half hour of their hours, on that day or one after
// it, at which they have.
const (
	proposedFrom = 10 * 60
	proposedStep = 30
	proposedDays = 14
	lookedBack   = 20 // meetings, of which the last may have been called off
)

// proposal is what a start is looked for by.
type proposal struct {
	ws    *core.Workspace
	owner *core.Person
	usual core.Civil      // when it would be in the rhythm of those before it; zero for no rhythm
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
	today := core.DateOf(s.e.now().In(loc))
	p := &proposal{ws: ws, owner: owner, first: today.AddDays(1)}
	var err error
	if p.usual, err = nextInRhythm(r, rel, loc, today); err != nil {
		return core.Civil{}, err
	}
	if !p.usual.IsZero() {
		p.first = p.usual.Date
	}
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
	if !p.usual.IsZero() { // nobody's hours are asked: they have met at that one
		if p.open, err = f.suits(owner, guests, false); err != nil || p.fits(p.usual) {
			return p.usual, err
		}
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

// nextInRhythm gives when the next meeting of a relationship would be by its rhythm; zero for the zero id, and where it has none or has not
// met yet.
func nextInRhythm(r Reader, rel core.ID, loc *time.Location, today core.Date) (core.Civil, error) {
	if rel.IsZero() {
		return core.Civil{}, nil
	}
	of, err := load[core.Relationship](r, rel)
	if err != nil {
		return core.Civil{}, err
	}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: rel, Reverse: true, Limit: lookedBack}) {
		if err != nil {
			return core.Civil{}, err
		}
		if m.Off() {
			continue
		}
		at, err := m.StartAt()
		return inRhythm(of, at.In(loc), today), err
	}
	return core.Civil{}, nil
}

// inRhythm gives the time that comes after a meeting of a relationship: the same hour, as many days later as lie between its meetings,
// and after today; zero where it has no rhythm.
func inRhythm(rel *core.Relationship, last time.Time, today core.Date) core.Civil {
	days := rel.CadenceDays()
	if days <= 0 {
		return core.Civil{}
	}
	start := core.CivilOf(last)
	for more := true; more; more = !start.Date.After(today) {
		start = start.Date.AddDays(days).At(start.Hour, start.Minute)
	}
	return start
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
		who = atHome(who, owner)
		if !who.Quiet.IsZero() {
			open = schedule.Minus(open, schedule.Daily(zoneOf(who), f.from, f.to, func(time.Weekday) core.Hours { return who.Quiet }))
		}
		if !inHours || who.ID == owner.ID {
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
	gap := time.Duration(gapOf(p.ws)) * time.Minute
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

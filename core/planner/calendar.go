package planner

import (
	"cmp"
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Calendar is what a stretch of days holds. All times in it are on the owner's clock, whatever zone a meeting
// was planned in.
type Calendar struct {
	Period   core.Period // the last day not included
	Now      core.Civil
	Owner    *core.Person
	Length   int  // minutes that a new meeting takes
	Shared   bool // what nobody but the owner reads is left out
	Meetings []CalendarMeeting
	Busy     []CalendarBusy
	Due      []CalendarDue
	More     map[core.Date]CalendarMore // what the days have besides, where the wish had a limit
	Outset   *Outset                    // how far the workspace has come, where no time is planned or taken yet; nil elsewhere
	Gap      int                        // minutes that are to stay free between two meetings; 0 for none
	Caps     *CapHours                  // what the weeks and months of the days take; nil where the owner has no cap on hours
	Next     *CalendarMeeting           // the meeting that is on or comes next, where the days hold none; nil for none
}

// CalendarWish says what a calendar is to hold.
type CalendarWish struct {
	core.Period      // the last day not included
	Limit       int  // of each day's meetings, of its promises and of its milestones, the first ones; 0: all
	DueLimit    int  // of its promises and of its milestones, where fewer of those are enough; 0: as many as of meetings
	Shared      bool // leave out promises and milestones that nobody but the owner reads, and do not count them
}

// CalendarBusy is a time at which the owner, or somebody in a live relationship, is busy. Whole days are those of
// that person's own calendar.
type CalendarBusy struct {
	Busy       *core.Busy
	Name       string     // whose it is; "" for the owner
	Start, End core.Civil // on the owner's clock
}

// CalendarMeeting is a meeting that touches the days, in the order of the starts.
type CalendarMeeting struct {
	MeetingRow
	Start, End core.Civil // on the owner's clock
}

// CalendarDue is something that is to be ready on a day: an open action, or an open milestone.
type CalendarDue struct {
	Ref          core.Ref // the action, or the goal of the milestone
	Relationship core.ID  // the first one that it belongs to; zero: none
	On           core.Date
	Title, Name  string // Name is whose it is
	Milestone    bool
	Late         bool
	Private      bool // nobody but the owner reads it
}

// longestMeeting is how long before the first day an occurrence that touches it may have begun.
const longestMeeting = core.MaxMeeting

// clashesAhead is how long after the last meeting that is shown those begin that it may clash with.
const clashesAhead = 24 * time.Hour

// Calendar gathers what days hold.
func (p *Planner) Calendar(ctx context.Context, wish CalendarWish) (*Calendar, error) {
	return view(ctx, p.engine, func(r Reader) (*Calendar, error) {
		r = remembering(r)
		today, owner, err := p.engine.today(r)
		if err != nil {
			return nil, err
		}
		t := newTodayReader(r, p.engine)
		if t.ws, err = workspaceOf(r); err != nil {
			return nil, err
		}
		t.loc = zoneOf(owner)
		t.out = &Today{Now: p.engine.now(), Date: today, Owner: owner}
		c := &calendarReader{todayReader: t, today: today, limit: wish.Limit, dueLimit: cmp.Or(wish.DueLimit, wish.Limit), shared: wish.Shared, out: &Calendar{
			Period: wish.Period, Now: core.CivilOf(p.engine.now().In(t.loc)), Owner: owner, Length: t.ws.Length, Shared: wish.Shared,
		}}
		for _, step := range []func() error{c.meetings, c.busy, c.actions, c.milestones, c.first, c.next, c.caps} {
			if err := step(); err != nil {
				return nil, err
			}
		}
		slices.SortStableFunc(c.out.Due, func(a, b CalendarDue) int { return a.On.Compare(b.On) })
		return c.out, nil
	})
}

// MeetingDays gives the days, on the owner's clock, on which meetings begin. It reads no meeting that has a record.
func (p *Planner) MeetingDays(ctx context.Context, period core.Period) (map[core.Date]bool, error) {
	return view(ctx, p.engine, func(r Reader) (map[core.Date]bool, error) {
		_, owner, err := p.engine.today(r)
		if err != nil {
			return nil, err
		}
		from, to := span(period, zoneOf(owner))
		days, err := meetingDays(r, Query{Index: MeetingsByStart, From: from, To: to}, zoneOf(owner))
		out := map[core.Date]bool{}
		for _, d := range days {
			out[d] = true
		}
		return out, err
	})
}

// calendarReader reads one Calendar, each relationship once.
type calendarReader struct {
	*todayReader
	today           core.Date
	limit, dueLimit int  // of a day; 0 for none
	shared          bool // what only the owner reads is left out
	out             *Calendar
}

func (c *calendarReader) meetings() error {
	from, to := midnight(c.out.Period.From, c.loc), midnight(c.out.Period.To, c.loc)
	all, err := c.meetingsAround(from, to.Add(clashesAhead+wholeDay)) // with what they may clash with
	if err != nil {
		return err
	}
	given := map[core.Date]int{}
	for _, m := range all {
		start, err := m.StartAt()
		if err != nil {
			return err
		}
		end, err := m.EndAt()
		if err != nil {
			return err
		}
		if !end.After(from) || !start.Before(to) {
			continue
		}
		day := core.DateOf(start.In(c.loc))
		if day.Before(c.out.Period.From) {
			day = c.out.Period.From
		}
		if given[day]++; c.limit > 0 && given[day] > c.limit {
			c.more(day, func(x *CalendarMore) { x.Meetings = min(x.Meetings+1, ManyMore) })
			continue
		}
		row, err := c.row(m)
		if err != nil {
			return err
		}
		c.out.Meetings = append(c.out.Meetings, CalendarMeeting{row, core.CivilOf(start.In(c.loc)), core.CivilOf(end.In(c.loc))})
	}
	rows := make([]*MeetingRow, len(c.out.Meetings))
	for i := range c.out.Meetings {
		rows[i] = &c.out.Meetings[i].MeetingRow
	}
	return c.addClashes(rows)
}

// caps sums up what the owner's caps on hours are about.
func (c *calendarReader) caps() (err error) {
	c.out.Gap = gapOf(c.ws)
	c.out.Caps, err = c.capHours(c.out.Period)
	return err
}

// busy finds when the owner and everybody in a live relationship is busy.
func (c *calendarReader) busy() error {
	people := []core.ID{c.ws.Owner}
	for rel, err := range scan[core.Relationship](c, Query{Index: RelationshipsOfPerson, Of: c.ws.Owner}) {
		if err != nil {
			return err
		}
		for _, id := range rel.Others(c.ws.Owner) {
			if rel.Live() && !slices.Contains(people, id) {
				people = append(people, id)
			}
		}
	}
	for _, id := range people {
		who, err := load[core.Person](c, id)
		if err != nil {
			return err
		}
		if err := c.busyOf(who); err != nil {
			return err
		}
	}
	slices.SortStableFunc(c.out.Busy, func(a, b CalendarBusy) int { return a.Start.Compare(b.Start) })
	return nil
}

func (c *calendarReader) busyOf(who *core.Person) error {
	all, err := busyBetween(c, who, midnight(c.out.Period.From, c.loc), midnight(c.out.Period.To, c.loc))
	for _, b := range all {
		loc, name := c.loc, ""
		if who.ID != c.ws.Owner {
			name = who.Name
		}
		if b.AllDay {
			loc = zoneOf(who)
		}
		c.out.Busy = append(c.out.Busy, CalendarBusy{b.Busy, name, core.CivilOf(b.Start.In(loc)), core.CivilOf(b.End.In(loc))})
	}
	return err
}

// RelationshipOf gives the relationship that a record belongs to, the first of several; zero for none.
func (p *Planner) RelationshipOf(ctx context.Context, ref core.Ref) (core.ID, error) {
	return view(ctx, p.engine, func(r Reader) (core.ID, error) {
		rec, err := get(r, ref)
		if err != nil {
			return core.ID{}, err
		}
		if rels := relationsOf(rec); len(rels) > 0 {
			return rels[0], nil
		}
		return core.ID{}, nil
	})
}

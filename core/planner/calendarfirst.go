package planner

import "mentorbook/core"

// Outset is how far a workspace has come in which no time is planned or taken yet.
type Outset struct {
	Side    core.Role // the owner's usual one
	People  int       // in the workspace, with the owner
	Related bool      // there is a live relationship of the owner's
}

// first gives where the workspace stands that holds no meeting, no series and no busy time; nil where it holds any. What is off
// since before it was ever here is none.
func (c *calendarReader) first() error {
	for _, kind := range []core.Kind{core.KindMeeting, core.KindSeries} {
		if n, err := c.Count(kind); err != nil || n > 0 {
			return err
		}
	}
	for b, err := range every[core.Busy](c) {
		if err != nil || !b.Never() {
			return err
		}
	}
	out := &Outset{Side: c.ws.Side}
	var err error
	if out.People, err = c.Count(core.KindPerson); err != nil {
		return err
	}
	for rel, err := range scan[core.Relationship](c, Query{Index: RelationshipsOfPerson, Of: c.ws.Owner}) {
		if err != nil {
			return err
		}
		if out.Related = rel.Live(); out.Related {
			break
		}
	}
	c.out.Outset = out
	return nil
}

// next gives the meeting that comes next, where the days hold none and others do.
func (c *calendarReader) next() error {
	if c.out.Outset != nil || len(c.out.Meetings) > 0 {
		return nil
	}
	m, err := c.nextMeeting()
	if err != nil || m == nil {
		return err
	}
	at, err := spanOf(m)
	if err != nil {
		return err
	}
	row, err := c.row(m)
	if err != nil {
		return err
	}
	c.out.Next = &CalendarMeeting{row, core.CivilOf(at.Start.In(c.loc)), core.CivilOf(at.End.In(c.loc))}
	return nil
}

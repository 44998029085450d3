package planner

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// SeriesClash is how many meetings of a series behind its first have no room.
type SeriesClash struct {
	Dates int          // within a year; 0 for none
	First core.Date    // the first of them, on the clock of the series
	Clash MeetingClash // what that one overlaps

	Near *SeriesClash // likewise of those that overlap nothing, but come closer to something than the owner's buffers; nil for none
}

// Shown gives it without what others are not to read while presenting.
func (c SeriesClash) Shown() *SeriesClash {
	c.Clash = c.Clash.Shown(true)
	if c.Near != nil {
		c.Near = c.Near.Shown()
	}
	return &c
}

// ClashesOf tells how many of the meetings of a series that is planned behind the first overlap other meetings or busy times of
// anybody in it, or come too close to some, within a year from now, or from its beginning where that is later. Of the first
// ClashesOf of a meeting tells more, and of days off DaysOff. A series with its id is taken to be the same one.
func (s SeriesBook) ClashesOf(ctx context.Context, series core.Series) (*SeriesClash, error) {
	dates, err := s.yearOf(series)
	if err != nil || len(dates) < 2 {
		return &SeriesClash{}, err
	}
	if series.ID.IsZero() {
		series.ID = s.e.IDs.NewID()
	}
	return view(ctx, s.e, func(r Reader) (*SeriesClash, error) {
		t := newTodayReader(r, s.e)
		if t.ws, err = workspaceOf(r); err != nil {
			return nil, err
		}
		from, to := dates[0].Start, dates[len(dates)-1].End
		all, err := s.e.meetingsTouching(r, from, to)
		if err != nil {
			return nil, err
		}
		all = slices.DeleteFunc(all, func(m *core.Meeting) bool { return m.Series == series.ID })
		own, err := behindFirst(r, &running{Series: &series}, dates)
		if err != nil {
			return nil, err
		}
		found, err := t.newClashes().of(append(all, own...), from, to)
		if err != nil {
			return nil, err
		}
		return firstClash(own, found), nil
	})
}

// behindFirst gives the dates of a series behind its first as meetings, but for those that have a record of their own: they may
// take place at another time.
func behindFirst(r Reader, run *running, dates []schedule.Occurrence) ([]*core.Meeting, error) {
	taken, err := run.taken(r, dates[0].Start, dates[len(dates)-1].End)
	var out []*core.Meeting
	for _, d := range dates[1:] {
		if !taken[d.Original] {
			out = append(out, run.meeting(d))
		}
	}
	return out, err
}

// firstClash counts those of the meetings, in the order of their starts, that overlap something other than one of them and than a
// whole day, and those that only come too close to it.
func firstClash(own []*core.Meeting, found map[core.ID][]MeetingClash) *SeriesClash {
	out, near := &SeriesClash{}, &SeriesClash{}
	for _, m := range own {
		at := func(near bool) int {
			return slices.IndexFunc(found[m.ID], func(c MeetingClash) bool { return c.Near == near && !c.wholeDay })
		}
		i, among := at(false), out
		if i < 0 {
			i, among = at(true), near
		}
		if i < 0 {
			continue
		}
		if among.Dates++; among.Dates == 1 {
			among.First, among.Clash = m.Start.Date, found[m.ID][i]
		}
	}
	if near.Dates > 0 {
		out.Near = near
	}
	return out
}

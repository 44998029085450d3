package planner

import (
	"context"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// SeriesOff is how many dates of a series fall on days off of somebody who takes part.
type SeriesOff struct {
	Dates int       // within a year; 0 for none
	First core.Date // on the clock of the series
	Title string    // of that day off: "Christmas"; "" for one without
	Name  string    // of the person who is off then; "" for the owner
}

// DaysOff tells how many dates of a series that is planned fall on days off, the owner's or another's, within a year
// from now, or from its beginning where that is later. Days off are times that take whole days, such as holidays and
// leave. A series that breaks a rule has none: planning it says what is wrong.
func (s SeriesBook) DaysOff(ctx context.Context, series core.Series) (*SeriesOff, error) {
	dates, err := s.yearOf(series)
	if err != nil || len(dates) == 0 {
		return &SeriesOff{}, err
	}
	return view(ctx, s.e, func(r Reader) (*SeriesOff, error) { return offAmong(r, series.Relationship, dates) })
}

// yearOf gives the dates of a series within a year from now, or from its beginning where that is later; none of one that breaks a
// rule.
func (s SeriesBook) yearOf(series core.Series) ([]schedule.Occurrence, error) {
	if align(&series) != nil {
		return nil, nil
	}
	rule, err := schedule.OfSeries(&series)
	if err != nil {
		return nil, nil
	}
	from, err := series.Start.In(series.Zone)
	if err != nil {
		return nil, nil
	}
	if now := s.e.now(); from.Before(now) {
		from = now
	}
	to := from.AddDate(1, 0, 0)
	dates, err := rule.Between(from, to, mostOccurrences(from, to))
	if core.CodeOf(err) == core.CodeTooMany {
		err = nil
	}
	return dates, err
}

// offAmong finds the dates, in the order of their starts, on which somebody of a relationship is off.
func offAmong(r Reader, relationship core.ID, dates []schedule.Occurrence) (*SeriesOff, error) {
	rel, err := load[core.Relationship](r, relationship)
	if err != nil {
		return nil, err
	}
	owner, err := ownerOf(r)
	if err != nil {
		return nil, err
	}
	out := &SeriesOff{}
	hit := make([]bool, len(dates))
	first := len(dates)
	for _, part := range rel.Participants {
		who, err := load[core.Person](r, part.Person)
		if err != nil {
			return nil, err
		}
		off, err := offTimes(r, who, dates[0].Start, dates[len(dates)-1].End)
		if err != nil {
			return nil, err
		}
		for i, d := range dates {
			b := offAt(off, d)
			if b == nil || part.LeftBefore(d.StartCivil().Date) {
				continue
			}
			if !hit[i] {
				hit[i], out.Dates = true, out.Dates+1
			}
			if i < first {
				first, out.First, out.Title, out.Name = i, d.StartCivil().Date, b.Title, who.Name
				if who.ID == owner.ID {
					out.Name = ""
				}
			}
		}
	}
	return out, nil
}

// offTimes gives somebody's times in [from, to) that take whole days.
func offTimes(r Reader, who *core.Person, from, to time.Time) ([]BusyTime, error) {
	all, err := busyBetween(r, who, from, to)
	var out []BusyTime
	for _, b := range all {
		if b.AllDay && !b.Transparent {
			out = append(out, b)
		}
	}
	return out, err
}

// offAt gives the first of the times, ordered by their starts, that a meeting would lie in; nil for none.
func offAt(off []BusyTime, d schedule.Occurrence) *BusyTime {
	for i := range off {
		if !off[i].Start.Before(d.End) {
			break
		}
		if off[i].End.After(d.Start) {
			return &off[i]
		}
	}
	return nil
}

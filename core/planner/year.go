package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/insight"
)

// Year is the rhythm of every relationship, week by week.
type Year struct {
	From  core.Date // a Monday
	Weeks int
	Today core.Date
	Rows  []YearRow // those whose rhythm broke most often first
}

// YearRow is one relationship's rhythm.
type YearRow struct {
	Relationship *core.Relationship
	Name         string
	Weeks        []insight.WeekState
}

// Year gathers the rhythm of all relationships of the owner's that were alive in a number of weeks from a
// Monday on.
func (p *Planner) Year(ctx context.Context, from core.Date, weeks int) (*Year, error) {
	return view(ctx, p.engine, func(r Reader) (*Year, error) {
		r = remembering(r)
		today, owner, err := p.engine.today(r)
		if err != nil {
			return nil, err
		}
		out := &Year{From: from.Monday(), Weeks: weeks, Today: today}
		until := out.From.AddDays(7 * weeks)
		for rel, err := range scan[core.Relationship](r, Query{Index: RelationshipsOfPerson, Of: owner.ID}) {
			if err != nil {
				return nil, err
			}
			if !rel.Ended.IsZero() && rel.Ended.Before(out.From) || !rel.Since.Before(until) {
				continue
			}
			row, err := p.yearRow(r, rel, owner, out)
			if err != nil {
				return nil, err
			}
			out.Rows = append(out.Rows, row)
		}
		slices.SortStableFunc(out.Rows, func(a, b YearRow) int {
			return insight.Count(b.Weeks, insight.Broken) - insight.Count(a.Weeks, insight.Broken)
		})
		return out, nil
	})
}

// yearRow reads a relationship's days from the indexes alone.
func (p *Planner) yearRow(r Reader, rel *core.Relationship, owner *core.Person, y *Year) (YearRow, error) {
	loc := zoneOf(owner)
	row := YearRow{Relationship: rel}
	var err error
	if row.Name, err = RelationshipName(r, rel); err != nil {
		return row, err
	}
	until := midnight(y.From.AddDays(7*y.Weeks), loc)
	begin := midnight(y.From, loc)
	// of what lies before the year, only the last meeting counts
	held, err := daysOf(r, Query{Index: MeetingsHeld, Of: rel.ID, To: begin, Reverse: true, Limit: 1}, loc)
	if err != nil {
		return row, err
	}
	within, err := daysOf(r, Query{Index: MeetingsHeld, Of: rel.ID, From: begin, To: until}, loc)
	if err != nil {
		return row, err
	}
	if today := midnight(y.Today, loc); begin.Before(today) {
		begin = today
	}
	planned, err := meetingDays(r, Query{Index: MeetingsPlannedWith, Of: rel.ID, From: begin, To: until}, loc)
	if err != nil {
		return row, err
	}
	slices.SortFunc(planned, core.Date.Compare)
	row.Weeks = insight.Cadence(rel, append(held, within...), planned, y.From, y.Weeks, y.Today)
	return row, nil
}

// meetingDays gives the days, on a clock, of what an index holds of a relationship's meetings, or of all where the
// query is of none, and those of the occurrences that have no record.
func meetingDays(r Reader, q Query, loc *time.Location) ([]core.Date, error) {
	days, err := daysOf(r, q, loc)
	if err != nil {
		return nil, err
	}
	more, err := occurrencesBetween(r, q.Of, q.From, q.To)
	if err != nil {
		return nil, err
	}
	for _, m := range more {
		start, err := m.StartAt()
		if err != nil {
			return nil, err
		}
		days = append(days, core.DateOf(start.In(loc)))
	}
	return days, nil
}

// daysOf gives the days, on a clock, of what an index holds.
func daysOf(r Reader, q Query, loc *time.Location) ([]core.Date, error) {
	var out []core.Date
	for entry, err := range r.Keys(q) {
		if err != nil {
			return nil, err
		}
		out = append(out, core.DateOf(entry.At.In(loc)))
	}
	return out, nil
}

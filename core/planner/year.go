package planner

import (
	"context"
	"slices"

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

// yearRow reads a relationship's days from the indexes alone, but for what is planned.
func (p *Planner) yearRow(r Reader, rel *core.Relationship, owner *core.Person, y *Year) (YearRow, error) {
	loc := zoneOf(owner)
	row := YearRow{Relationship: rel}
	var err error
	if row.Name, err = RelationshipName(r, rel); err != nil {
		return row, err
	}
	var held, planned []core.Date
	for entry, err := range r.Keys(Query{Index: MeetingsHeld, Of: rel.ID, To: midnight(y.From.AddDays(7*y.Weeks), loc)}) {
		if err != nil {
			return row, err
		}
		held = append(held, core.DateOf(entry.At.In(loc)))
	}
	from := y.Today
	if from.Before(y.From) {
		from = y.From
	}
	meetings, err := p.engine.meetingsBetween(r, rel.ID, midnight(from, loc), midnight(y.From.AddDays(7*y.Weeks), loc))
	if err != nil {
		return row, err
	}
	for _, m := range meetings {
		if m.Planned() {
			planned = append(planned, m.Start.Date)
		}
	}
	row.Weeks = insight.Cadence(rel, held, planned, y.From, y.Weeks, y.Today)
	return row, nil
}

package planner

import (
	"cmp"
	"context"
	"slices"

	"mentorbook/core"
)

// MostToReport gives the relationship of which there is most to report for a period, on the owner's clock: rather one whose
// mentees have let something out than another, of those the one in which most meetings were held, of several the one that
// met last. It is zero where no meeting was held.
func (s Reports) MostToReport(ctx context.Context, of core.Period) (core.ID, error) {
	return view(ctx, s.e, func(r Reader) (core.ID, error) {
		_, owner, err := s.e.today(r)
		if err != nil {
			return core.ID{}, err
		}
		from, to := span(of, zoneOf(owner))
		held, last, n := map[core.ID]int{}, map[core.ID]int{}, 0
		for m, err := range scan[core.Meeting](r, Query{Index: MeetingsByStart, From: from, To: to}) {
			if err != nil {
				return core.ID{}, err
			}
			if m.Status == core.MeetingHeld {
				n++
				held[m.Relationship], last[m.Relationship] = held[m.Relationship]+1, n
			}
		}
		var released, others []core.ID
		for id := range held {
			any, err := letOut(r, id)
			if err != nil {
				return core.ID{}, err
			}
			if any {
				released = append(released, id)
			} else {
				others = append(others, id)
			}
		}
		if len(released) > 0 {
			others = released
		}
		if len(others) == 0 {
			return core.ID{}, nil
		}
		return slices.MaxFunc(others, func(a, b core.ID) int {
			return cmp.Or(cmp.Compare(held[a], held[b]), cmp.Compare(last[a], last[b]))
		}), nil
	})
}

// letOut tells whether a word of a relationship's mentees stands that something may go into a report.
func letOut(r Reader, id core.ID) (bool, error) {
	rel, err := load[core.Relationship](r, id)
	if err != nil {
		return false, err
	}
	for _, mentee := range rel.Mentees() {
		for release, err := range scan[core.Release](r, Query{Index: ReleasesOfPerson, Of: mentee}) {
			if err != nil || release.Withdrawn.IsZero() {
				return err == nil, err
			}
		}
	}
	return false, nil
}

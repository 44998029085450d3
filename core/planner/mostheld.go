package planner

import (
	"context"

	"mentorbook/core"
)

// MostHeld gives the relationship in which most meetings were held in a period, on the owner's clock; of several the one that
// met last. It is zero where none was held.
func (s Meetings) MostHeld(ctx context.Context, of core.Period) (core.ID, error) {
	return view(ctx, s.e, func(r Reader) (core.ID, error) {
		_, owner, err := s.e.today(r)
		if err != nil {
			return core.ID{}, err
		}
		from, to := span(of, zoneOf(owner))
		held, best := map[core.ID]int{}, core.ID{}
		for m, err := range scan[core.Meeting](r, Query{Index: MeetingsByStart, From: from, To: to}) {
			if err != nil {
				return core.ID{}, err
			}
			if m.Status != core.MeetingHeld {
				continue
			}
			if held[m.Relationship]++; held[m.Relationship] >= held[best] {
				best = m.Relationship
			}
		}
		return best, nil
	})
}

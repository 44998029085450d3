package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// near gives the zones in which a clock without a name is looked for first: that of whose days off a file is, the owner's, and
// those of whom the owner meets, each once.
func (s CalendarFiles) near(ctx context.Context, away core.ID) ([]core.Zone, error) {
	return view(ctx, s.e, func(r Reader) (out []core.Zone, err error) {
		ws, err := workspaceOf(r)
		if err != nil {
			return nil, err
		}
		people := []core.ID{ws.Owner}
		for rel, err := range scan[core.Relationship](r, Query{Index: RelationshipsOfPerson, Of: ws.Owner}) {
			if err != nil {
				return nil, err
			}
			if rel.Live() {
				people = append(people, rel.Others(ws.Owner)...)
			}
		}
		if !away.IsZero() {
			people = slices.Insert(people, 0, away)
		}
		seen := map[core.ID]bool{}
		for _, id := range people {
			if seen[id] {
				continue
			}
			seen[id] = true
			who, err := load[core.Person](r, id)
			if err != nil {
				return nil, err
			}
			if zone := who.Home(); !slices.Contains(out, zone) {
				out = append(out, zone)
			}
		}
		return out, nil
	})
}

package main

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// remarkQuiet says of a meeting that was planned for whom of the others it lies in their quiet hours, and for whom at night as far
// as that is only assumed.
func (a *app) remarkQuiet(ctx context.Context, m *core.Meeting) error {
	start, end, err := core.SpanIn(m.Start, m.End, m.Zone)
	if err != nil {
		return err
	}
	rel, err := a.p.Relationships.Get(ctx, m.Relationship)
	if err != nil {
		return err
	}
	owner, err := a.p.Workspace.Owner(ctx)
	if err != nil {
		return err
	}
	w := a.words()
	var others []*core.Person
	for _, id := range rel.Others(owner.ID) {
		who, err := a.p.People.Get(ctx, id)
		if err != nil {
			return err
		}
		others = append(others, who)
		said := w.Quiet(who.QuietAt(start, end))
		loc, err := who.Zone.Location()
		if said == "" || err != nil {
			continue
		}
		a.remark(w.T("plan.their_clock", "name", who.ShortName(), "time", w.Clock(core.CivilOf(start.In(loc))), "zone", w.City(who.Zone)) + " · " + said)
	}
	if night := w.Nights(start, owner.Home(), others...); night != "" {
		a.remark(locale.Capital(night))
	}
	return nil
}

package planner

import (
	"slices"

	"mentorbook/core"
)

// What another invites to is with those whom their invitation names, and not with all of the relationship that it is of: one of two
// mentors may meet their mentee alone. Who else is of it is neither expected nor missed there.

// unasked gives who of a relationship an invitation does not name. One that does not name the owner either went to them by a list, or
// is about others alone: it does not tell, and it stays as it was.
func (t *intake) unasked(was []core.ID, rel core.ID, ev *core.CalendarEvent) []core.ID {
	if !slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return t.mine[core.EmailKey(g.Email)] }) || t.mine[core.EmailKey(ev.Organizer.Email)] {
		return was
	}
	var out []core.ID
	for _, p := range t.plan.people[rel] {
		if len(p.Emails) > 0 && !p.HasEmail(ev.Organizer.Email) && !slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return p.HasEmail(g.Email) }) {
			out = append(out, p.ID)
		}
	}
	if len(out) == len(t.plan.people[rel]) { // somebody else invites for one of them
		return was
	}
	return out
}

// asksOthers tells whether an event names others of its relationship than what is here does.
func (t *intake) asksOthers(known *knownEvent, ev *core.CalendarEvent) bool {
	m, err := load[core.Meeting](t.r, known.ref.ID)
	return err == nil && !slices.Equal(m.Unasked, t.unasked(m.Unasked, m.Relationship, ev))
}

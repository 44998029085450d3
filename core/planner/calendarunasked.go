package planner

import (
	"slices"

	"mentorbook/core"
)

// What another invites to is with those whom their invitation names, and not with all of the relationship that it is of: one of two
// mentors may meet their mentee alone. Who else is of it is neither expected nor missed there.

// Its organizer may also have written to each of them by themselves, so that none sees the others: then each message names one, and
// what several of one version say together is so. Of whom no message came that names them nothing is known.

// unasked gives who of a relationship no invitation names, after one more came to what had the version of an origin and others who were
// not named: a zero origin is of what is new. One that does not name the owner names those whom it names, and says of nobody else
// anything: it is somebody else's, or went to the owner by a list.
func (t *intake) unasked(was []core.ID, of core.Origin, rel core.ID, ev *core.CalendarEvent) []core.ID {
	if t.mine[core.EmailKey(ev.Organizer.Email)] {
		return was
	}
	var out []core.ID
	for _, p := range t.plan.people[rel] {
		if len(p.Emails) > 0 && !p.HasEmail(ev.Organizer.Email) && !slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return p.HasEmail(g.Email) }) {
			out = append(out, p.ID)
		}
	}
	named := slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return t.mine[core.EmailKey(g.Email)] })
	switch {
	case len(out) == len(t.plan.people[rel]): // somebody else invites for one of them
		return was
	case !named, !ev.Stamp.IsZero() && ev.Sequence == of.Sequence && ev.Stamp.Equal(of.Stamp):
		return inBoth(was, out)
	}
	return out
}

// inBoth gives those of one list that are in another too; nil for none.
func inBoth(one, other []core.ID) (out []core.ID) {
	for _, id := range one {
		if slices.Contains(other, id) {
			out = append(out, id)
		}
	}
	return out
}

// seriesNow gives another's series as a file has it; nil where that is none, as of seriesOf.
func (t *intake) seriesNow(run *core.Series, ev *core.CalendarEvent) *core.Series {
	now := t.seriesOf(once(ev), run.Relationship)
	if now != nil {
		now.Unasked = t.unasked(run.Unasked, run.Origin, run.Relationship, ev)
	}
	return now
}

// asksOthers tells whether an event names others of its relationship than what is here does.
func (t *intake) asksOthers(known *knownEvent, ev *core.CalendarEvent) bool {
	m, err := load[core.Meeting](t.r, known.ref.ID)
	return err == nil && !slices.Equal(m.Unasked, t.unasked(m.Unasked, m.Origin, m.Relationship, ev))
}

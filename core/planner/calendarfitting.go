package planner

import (
	"slices"

	"mentorbook/core"
)

// relationshipByMail is a relationship with the addresses of the owner's others.
type relationshipByMail struct {
	rel    *core.Relationship
	name   string
	others [][]string // the addresses of each person beside the owner
}

// relationship tells by the addresses of those who take part which relationship an event is of: the one all of
// whose others are there, else the one with most. Several that fit equally well are none where nothing else tells which: nobody guesses.
func (t *intake) relationship(ev *core.CalendarEvent) *relationshipByMail {
	rel, _ := t.fitting(ev)
	return rel
}

// fitting is relationship, and gives those of which none is it since they fit equally well.
func (t *intake) fitting(ev *core.CalendarEvent) (rel *relationshipByMail, tied []*relationshipByMail) {
	there := make(map[string]bool, len(ev.Guests)+1)
	for _, p := range append(slices.Clone(ev.Guests), ev.Organizer) {
		if p.Email != "" && !t.mine[core.EmailKey(p.Email)] {
			there[core.EmailKey(p.Email)] = true
		}
	}
	var best []*relationshipByMail
	most := 0
	for i := range t.rels {
		rel, hits := &t.rels[i], 0
		for _, keys := range rel.others {
			if slices.ContainsFunc(keys, func(k string) bool { return there[k] }) {
				hits++
			}
		}
		if hits == 0 {
			continue
		}
		score := hits * 2
		if hits == len(rel.others) {
			score++
		}
		switch {
		case score > most:
			best, most = []*relationshipByMail{rel}, score
		case score == most:
			best = append(best, rel)
		}
	}
	if len(best) == 0 {
		return nil, nil
	}
	if rel, tied = t.oneOf(best, ev); rel == nil {
		return nil, tied
	}
	if !t.mine[core.EmailKey(ev.Organizer.Email)] && !t.gathers(rel, ev, there) {
		if alone := t.alone(ev.Organizer.Email); len(alone) > 0 {
			return t.oneOf(alone, ev)
		}
	}
	return rel, nil
}

// leftMost is how many of a circle an event may be without that is one of its meetings all the same: who has left it, or can't come.
const leftMost = 2

// gathers tells whether those who take part are a relationship's: of a circle most of it, and all but a few; of several mentors any of them
// with their mentee. Of two anybody will do.
func (t *intake) gathers(rel *relationshipByMail, ev *core.CalendarEvent, there map[string]bool) bool {
	switch rel.rel.Format {
	case core.FormatCollective:
		for i, id := range rel.rel.Others(t.owner.ID) {
			if part, _ := rel.rel.Participant(id); part.Role.Learns() && len(ev.Guests) > 0 {
				return slices.ContainsFunc(rel.others[i], func(k string) bool { return there[k] })
			}
		}
		return true
	case core.FormatGroup:
	default:
		return true
	}
	come := 0
	for _, keys := range rel.others {
		if slices.ContainsFunc(keys, func(k string) bool { return there[k] }) {
			come++
		}
	}
	missing := len(rel.others) - come
	return missing == 0 || come >= 2 && missing <= leftMost && come > missing
}

// alone gives the relationships of the owner with one person and nobody else, by an address of theirs.
func (t *intake) alone(email string) (found []*relationshipByMail) {
	for i, rel := range t.rels {
		if len(rel.others) == 1 && slices.Contains(rel.others[0], core.EmailKey(email)) {
			found = append(found, &t.rels[i])
		}
	}
	return found
}

// strangersMost is how many people who are none of a relationship may take part in an event that is a meeting of it all the same: who
// arranges it, or whom one of them brings along.
const strangersMost = 2

// tooWide tells why an event that fits a relationship is no meeting of it by itself: nobody is invited who was not, and what many
// come to is none between its sides. Rooms and resources are nobody. What is wanted as meetings may have as many guests as it has.
func (t *intake) tooWide(ev *core.CalendarEvent, rel *relationshipByMail) core.Flaw {
	if rel == nil {
		return ""
	}
	there := map[string]bool{core.EmailKey(ev.Organizer.Email): ev.Organizer.Email != ""}
	things := map[string]bool{}
	for _, p := range ev.Guests {
		there[core.EmailKey(p.Email)], things[core.EmailKey(p.Email)] = p.Email != "", p.Thing
	}
	strangers := len(there)
	for mail, is := range there {
		if t.mine[mail] || things[mail] || !is {
			strangers--
		}
	}
	missing := false
	for _, keys := range rel.others {
		hits := 0
		for _, k := range keys {
			if there[k] && !things[k] {
				strangers--
			}
			if there[k] {
				hits++
			}
		}
		missing = missing || hits == 0
	}
	switch {
	case missing && t.mine[core.EmailKey(ev.Organizer.Email)], !t.gathers(rel, ev, there):
		return core.FlawBusyCircle
	case strangers > strangersMost && !t.plan.MeetingsOnly():
		return core.FlawBusyMany
	}
	return ""
}

// MeetingsOnly tells whether what becomes no meeting is left out, where it would be busy time else.
func (p *CalendarPlan) MeetingsOnly() bool { return p.as == CalendarAsMeetings }

package planner

import (
	"slices"

	"mentorbook/core"
)

// relationship tells by the addresses of those who take part which relationship an event is of: the one all of
// whose others are there, else the one with most. Two that fit equally well are none: nobody guesses.
func (t *intake) relationship(ev *core.CalendarEvent) *relationshipByMail {
	rel, _ := t.fitting(ev)
	return rel
}

// fitting is relationship, and tells whether there is none since two fit equally well.
func (t *intake) fitting(ev *core.CalendarEvent) (rel *relationshipByMail, tied bool) {
	there := make(map[string]bool, len(ev.Guests)+1)
	for _, p := range append(slices.Clone(ev.Guests), ev.Organizer) {
		if p.Email != "" && !t.mine[core.EmailKey(p.Email)] {
			there[core.EmailKey(p.Email)] = true
		}
	}
	best, most := -1, 0
	for i, rel := range t.rels {
		hits := 0
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
			best, most, tied = i, score, false
		case score == most:
			tied = true
		}
	}
	if best < 0 || tied {
		return nil, tied
	}
	return &t.rels[best], false
}

package planner

import (
	"mentorbook/core"
)

// A part of another's series that the owner has changed from a date on is a series of its own here, of whose UID its organizer
// never heard: what they say of one of its dates names the whole that they know.

// knowPart remembers such a series, by the UID that its organizer knows.
func (t *intake) knowPart(s *core.Series) {
	if s.Theirs.UID == "" || s.Origin.Organizer == "" {
		return
	}
	if t.ownParts == nil {
		t.ownParts = map[string][]*core.Series{}
	}
	t.ownParts[s.Theirs.UID] = append(t.ownParts[s.Theirs.UID], s)
}

// partOf gives the part that has the one date that a message is about; nil where there is none, and where that date is here
// under the name that its organizer gave it.
func (t *intake) partOf(ev *core.CalendarEvent) *core.Series {
	if len(t.ownParts[ev.UID]) == 0 || !ev.Alone || ev.Future || ev.Recurrence.IsZero() {
		return nil
	}
	if _, here := t.known[eventKey{ev.UID, ev.Recurrence}]; here || has(t.runs[ev.UID], ev) {
		return nil
	}
	for _, one := range t.ones[ev.UID] {
		if startsAt(one.original, one.zone, ev.RecurrenceAt) {
			return nil
		}
	}
	for _, part := range t.ownParts[ev.UID] {
		if has(part, ev) {
			return part
		}
	}
	return nil
}

// has tells whether a series that the owner has moved has the date here that an event names as its organizer does.
func has(s *core.Series, ev *core.CalendarEvent) bool {
	if s == nil {
		return false
	}
	p, err := pairingOf(s)
	if err != nil || p == nil {
		return false
	}
	theirs, has := namedBy(p.there, ev)
	if !has {
		return false
	}
	original, has := p.ours(theirs)
	return has && p.here.Has(original)
}

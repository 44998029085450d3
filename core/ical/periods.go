package ical

import (
	"slices"

	"mentorbook/core"
)

// A date of a recurrence set may have a length of its own: RDATE;VALUE=PERIOD (RFC 5545 3.8.5.2). What is kept of an
// event has one length, so such a date is kept as an occurrence that was changed.

// periods gives the dates of an event with a length of their own that take place, in order; none where there are more
// than can be kept beside what was changed anyway.
func (e *event) periods(changed []*event) []wall {
	if e.once() || e.start.form == formDate || e.recurrence != (moment{}) || e.cancelled || e.method == "CANCEL" {
		return nil
	}
	usual := e.duration()
	var out []wall
	for w, own := range e.lengths(usual) {
		if own != usual {
			out = append(out, w)
		}
	}
	if len(out)+len(e.except)+len(changed) > core.MaxItems {
		return nil
	}
	slices.Sort(out)
	return slices.DeleteFunc(e.without(out, changed), func(w wall) bool {
		return slices.ContainsFunc(changed, func(c *event) bool { return c.future && w >= e.exceptWall(c.recurrence, c.zones) })
	})
}

// keepPeriods makes events of their own of the dates of an event with a length of their own, and takes them out of it.
func (e *event) keepPeriods(whole *core.CalendarEvent, changed []*event) []*core.CalendarEvent {
	dates := e.periods(changed)
	if len(dates) == 0 {
		return nil
	}
	lengths := e.lengths(e.duration())
	out := make([]*core.CalendarEvent, len(dates))
	for i, w := range dates {
		one := *whole
		one.Start, one.End = e.civilOf(e.utc(w)), e.civilOf(e.endOf(w, lengths[w]))
		one.Recurrence = civilOf(w)
		one.Rule, one.Except, one.Changed, one.Extra, one.Ends, one.Kept, one.Cut = "", nil, nil, nil, core.Civil{}, "", ""
		out[i] = &one
	}
	for _, one := range out {
		whole.Changed = append(whole.Changed, one.Recurrence)
	}
	return out
}

package ical

import (
	"slices"

	"mentorbook/core"
)

// instances gives the original starts of an event within [from, to), by its own clock, in order and each once:
// the start itself, those of its rules and dates, without what is taken out and what was changed. The flaw says
// why they are not all there.
func (e *event) instances(from, to wall, f *fuel, changed []*event) ([]wall, core.Flaw) {
	var out []wall
	if e.start.wall >= from && e.start.wall < to && !e.over() {
		out = append(out, e.start.wall)
	}
	var flaw core.Flaw
	for _, r := range e.rules {
		out, flaw = e.follow(r, from, to, f, out, flaw)
	}
	for _, x := range e.dates {
		if w := e.wallOf(x.start, e.zones); w >= from && w < to {
			out = append(out, w)
		}
	}
	if len(e.rules)+len(e.dates) > 1 || len(e.dates) > 0 {
		slices.Sort(out)
		out = slices.Compact(out)
	}
	if len(e.not) > 0 {
		var not []wall
		for _, r := range e.not {
			if e.takesOutStart(r) {
				not = append(not, e.start.wall)
			}
			not, flaw = e.follow(r, from, to, f, not, flaw)
		}
		slices.Sort(not)
		out = slices.DeleteFunc(out, func(w wall) bool {
			_, found := slices.BinarySearch(not, w)
			return found
		})
	}
	return e.without(out, changed), flaw
}

// takesOutStart tells whether a rule that takes out (EXRULE, RFC 2445 4.8.5.2) has the start of the event among its instances: it
// is one of the event's whatever its own rule says, and none of another rule that does not give it.
func (e *event) takesOutStart(r *rule) bool {
	if r.until != nil {
		if last, at := e.until(r.until); e.start.wall > last || e.utc(e.start.wall) > at {
			return false
		}
	}
	return r.gives(e.start.wall)
}

// follow adds the instances of one rule.
func (e *event) follow(r *rule, from, to wall, f *fuel, out []wall, flaw core.Flaw) ([]wall, core.Flaw) {
	last := int64(1) << 62
	if r.until != nil {
		var untilWall wall
		untilWall, last = e.until(r.until)
		to = min(to, untilWall+1)
	}
	begin := len(out)
	enough := r.expand(e.start.wall, from, to, f, func(w wall) bool {
		if last != 1<<62 && e.utc(w) > last {
			return true
		}
		out = append(out, w)
		return len(out)-begin < maxOccurrences
	})
	switch {
	case !enough:
		flaw = core.FlawNoWork
	case len(out)-begin >= maxOccurrences:
		flaw = core.FlawTooMany
	}
	return out, flaw
}

// until gives the last wall that a rule may reach, and the last instant. In an event with a zone UNTIL is in
// UTC (RFC 5545 3.3.10); programs that write it as a local time mean the event's clock. A date alone, where the
// event has times, ends with that day's midnight, as others read it.
func (e *event) until(m *moment) (wall, int64) {
	none := int64(1) << 62
	switch {
	case e.start.form == formDate:
		return wall(m.wall.day() * day), none
	case m.form == formUTC && e.zone != nil:
		return e.zone.wall(int64(m.wall)) + 2*3600, int64(m.wall)
	}
	return m.wall, none
}

// over tells whether the rule of an event ends on a day before it begins. Programs leave such a one where all of it was taken
// away from its first occurrence on, and no reader shows anything of it.
func (e *event) over() bool {
	if e.once() || len(e.rules) != 1 || e.rules[0].until == nil {
		return false
	}
	last := e.rules[0].until.wall
	if e.rules[0].until.form == formUTC && e.zone != nil {
		last = e.zone.wall(int64(last))
	}
	return last.day() < e.start.wall.day()
}

// without takes out what EXDATE names, by the time or, where it gives a date alone, by the day; and what was
// changed on its own.
func (e *event) without(list []wall, changed []*event) []wall {
	if len(e.except) == 0 && len(changed) == 0 {
		return list
	}
	times, days := map[wall]bool{}, map[int64]bool{}
	for _, m := range e.except {
		if m.form == formDate && e.start.form != formDate {
			days[m.wall.day()] = true
		} else {
			times[e.exceptWall(m, e.zones)] = true
		}
	}
	for _, c := range changed {
		switch {
		case c.future:
		case c.recurrence.form == formDate && e.start.form != formDate:
			days[c.recurrence.wall.day()] = true
		default:
			times[e.changedWall(c.recurrence, c.zones)] = true
		}
	}
	return slices.DeleteFunc(list, func(w wall) bool { return times[w] || days[w.day()] })
}

// durationOf gives the length of one RDATE.
func (e *event) durationOf(x extra, usual duration) duration {
	switch {
	case x.length != nil:
		return duration{max(0, x.length.days), max(0, x.length.seconds)}
	case x.hasEnd:
		return duration{seconds: max(0, e.utc(e.wallOf(x.end, e.zones))-e.utc(e.wallOf(x.start, e.zones)))}
	}
	return usual
}

// lengths gives those dates that have a length of their own.
func (e *event) lengths(usual duration) map[wall]duration {
	var out map[wall]duration
	for _, x := range e.dates {
		if x.length == nil && !x.hasEnd {
			continue
		}
		if out == nil {
			out = map[wall]duration{}
		}
		out[e.wallOf(x.start, e.zones)] = e.durationOf(x, usual)
	}
	return out
}

// ranged is a change of one occurrence and all that follow (RANGE=THISANDFUTURE).
type ranged struct {
	from, shift wall
	event       *event
	length      duration
}

type rangedChanges []ranged

// ranges orders the changes that go on. None is the rule: calendar programs end the series and begin another.
func ranges(e *event, changed []*event) rangedChanges {
	var out rangedChanges
	for _, c := range changed {
		if c.future {
			at := e.named(e.wallOf(c.recurrence, c.zones))
			out = append(out, ranged{at, e.wallOf(c.start, c.zones) - at, c, c.duration()})
		}
	}
	slices.SortFunc(out, func(a, b ranged) int { return int(min(1, max(-1, a.from-b.from))) })
	return out
}

// at gives the change that an occurrence falls under, nil where there is none.
func (r rangedChanges) at(w wall) *ranged {
	for i := len(r) - 1; i >= 0; i-- {
		if r[i].from <= w {
			return &r[i]
		}
	}
	return nil
}

// moved lists an occurrence as a change that goes on has it. The first one is the change itself, and is listed
// as such.
func (l *lister) moved(r *ranged, w wall) {
	if w == r.from {
		return
	}
	c := r.event
	at := c.start.wall + (w - r.from)
	l.add(c, at, r.length)
}

package ical

// A clock that is put forward skips an hour. An occurrence in that hour takes place an hour later by the clock (RFC 5545 3.3.5), but
// is still the one that the rule gives: a list of exceptions, or a change, may name it by either.

// named gives the time under which the event has the occurrence that is named by a time of its clock: the skipped one where its
// rules give that, and not the one that is on the clock instead.
func (e *event) named(w wall) wall {
	if e.once() || e.zone == nil || e.hasClock(w) {
		return w
	}
	at := e.zone.utc(w)
	before := at - day // by the clock of the day before it was not skipped yet
	skipped := wall(at) + e.zone.wall(before) - wall(before)
	if skipped != w && e.zone.utc(skipped) == at && e.hasClock(skipped) {
		return skipped
	}
	return w
}

// hasClock tells whether the event may begin at the time of day of a wall, or has that very one.
func (e *event) hasClock(w wall) bool {
	own, asked := floorMod(int64(e.start.wall), day), floorMod(int64(w), day)
	if own == asked {
		return true
	}
	for _, x := range e.dates {
		if e.wallOf(x.start, e.zones) == w {
			return true
		}
	}
	for _, r := range e.rules {
		if r.hasClock(asked, own) {
			return true
		}
	}
	return false
}

// hasClock tells whether a rule may give a time of day, in seconds, where that of the start is another.
func (r *rule) hasClock(asked, start int64) bool {
	fits := func(part uint64, unit, of int64, open bool) bool {
		n := asked / unit % of
		return open || part&(1<<n) != 0 || part == 0 && n == start/unit%of
	}
	return fits(r.hours, 3600, 24, r.hours == 0 && r.freq >= hourly) &&
		fits(r.minutes, 60, 60, r.minutes == 0 && r.freq >= minutely) &&
		fits(r.seconds, 1, 60, r.seconds == 0 && r.freq >= secondly)
}

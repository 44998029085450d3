package ical

import (
	"fmt"
	"slices"
	"time"

	"mentorbook/core"
)

// A workspace keeps what recurs by one rule in the zone of a place. What a file says in another way (the file's own
// zone that no place has, several rules, a rule that takes out, a change of all that follow) is kept as the dates
// that come of it.

// How far such dates are worked out, and how many of them are kept of one event.
const (
	spreadYears = 20
	maxSpread   = core.MaxItems - 1
)

// settler makes the events of one file such that they can be kept.
type settler struct {
	fuel   fuel
	places map[stretch]*zone
	looks  int
	near   []core.Zone // which are taken first
}

// stretch is a zone of the file's own over some years.
type stretch struct {
	zone     *zone
	from, to int64
}

// maxPlaces bounds how often all places are compared for one file.
const maxPlaces = 300

// settle gives an event whose zone has no name that of a place with the same clock for as long as the event goes
// on, else makes dates in UTC of it. It tells how the event is kept; false where it can't be.
func (s *settler) settle(e *event, changed []*event) (core.Flaw, bool) {
	nameless := e.zone != nil && e.zone.name == ""
	if nameless {
		if same := s.placeOf(e); same != nil {
			e.zone, nameless = same, false
		}
	}
	if e.once() {
		return "", true // in UTC: see keepTimes
	}
	ruled := len(e.rules) <= 1 && len(e.not) == 0
	for _, c := range changed {
		ruled = ruled && (!c.future || c.cancelled)
	}
	if ruled && !nameless {
		return e.flatLengths(changed), true
	}
	if !s.spread(e, changed) {
		return "", false
	}
	if nameless {
		return core.FlawZoneDates, true
	}
	if slices.ContainsFunc(changed, func(c *event) bool { return c.future && !c.cancelled }) {
		return core.FlawRangeDates, true
	}
	return core.FlawRuleDates, true
}

// flatLengths tells that some dates of an event have a length of their own, which is not kept.
func (e *event) flatLengths(changed []*event) core.Flaw {
	if e.cancelled || e.method == "CANCEL" || len(e.periods(changed)) > 0 {
		return ""
	}
	usual := e.duration()
	for _, own := range e.lengths(usual) {
		if own != usual {
			return core.FlawOneLength
		}
	}
	return ""
}

// placeOf finds a place whose clock shows what the event's does from the year of its start to that of its end, or
// else from the one to the other.
func (s *settler) placeOf(e *event) *zone {
	from, to := e.utc(e.start.wall), e.lastly()
	key := stretch{e.zone, newYear(from, 0), newYear(to, 1)}
	found, known := s.places[key]
	if !known && s.looks < maxPlaces {
		s.looks++
		found = s.placeLike(e.zone, key.from, key.to)
		s.places[key] = found
	}
	if found == nil && s.looks < maxPlaces {
		s.looks++
		found = s.placeLike(e.zone, from, to)
	}
	return found
}

// lastly gives an instant behind the last occurrence, as far as it is told by a date.
func (e *event) lastly() int64 {
	last := e.utc(e.start.wall) + day
	if e.once() {
		return last
	}
	if len(e.rules) == 1 && e.rules[0].until != nil {
		return max(last, int64(e.rules[0].until.wall)+2*day)
	}
	return last + spreadYears*366*day
}

// newYear gives the beginning of a year in UTC: that of an instant, or one some years later.
func newYear(at int64, later int) int64 {
	return time.Date(time.Unix(at, 0).UTC().Year()+later, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
}

// maxNear bounds how many zones of those who read are tried.
const maxNear = 30

// placeLike finds a place whose clock shows the same as the zone's in [from, to): one of those who read; where the clock never
// changes, none but its distance from UTC; one of those that most people mean by such a clock; any.
func (s *settler) placeLike(z *zone, from, to int64) *zone {
	like := func(name string) *zone {
		if other := iana(name); other != nil && sameClock(z.loc, other.loc, from, to) {
			return other
		}
		return nil
	}
	names := []string{steady(z, from)}
	for i, home := range s.near[:min(len(s.near), maxNear)] {
		names = slices.Insert(names, i, string(home))
	}
	names = append(names, "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
	for _, name := range names {
		if found := like(name); found != nil {
			return found
		}
	}
	for _, row := range windowsZones {
		if found := like(row[1]); found != nil {
			return found
		}
	}
	return nil
}

// steady names the zone that has for ever the distance from UTC that a zone has at an instant; "" where that is in no whole
// hours.
func steady(z *zone, at int64) string {
	_, offset := time.Unix(at, 0).In(z.loc).Zone()
	if offset%3600 != 0 || offset == 0 {
		return ""
	}
	return fmt.Sprintf("Etc/GMT%+d", -offset/3600)
}

func sameClock(a, b *time.Location, from, to int64) bool {
	const step = 7 * day // no clock is changed there and back within a week
	for at := from; at < to; at += step {
		_, x := time.Unix(at, 0).In(a).Zone()
		_, y := time.Unix(at, 0).In(b).Zone()
		if x != y {
			return false
		}
	}
	return sameChanges(a, b, from, to)
}

// sameChanges compares the moments at which two clocks change; both show the same between them.
func sameChanges(a, b *time.Location, from, to int64) bool {
	for at := from; at < to; {
		_, x := time.Unix(at, 0).In(a).ZoneBounds()
		_, y := time.Unix(at, 0).In(b).ZoneBounds()
		if x.IsZero() || x.Unix() >= to || x.Unix() <= at {
			return y.IsZero() || y.Unix() >= to || sameOffset(y, a, b)
		}
		if !sameOffset(x, a, b) || !sameOffset(x.Add(-time.Second), a, b) {
			return false
		}
		at = x.Unix()
	}
	return true
}

func sameOffset(t time.Time, a, b *time.Location) bool {
	_, x := t.In(a).Zone()
	_, y := t.In(b).Zone()
	return x == y
}

// spread makes dates of what recurs; false where that takes too much work, or gives none.
func (s *settler) spread(e *event, changed []*event) bool {
	to := e.start.wall.instant().AddDate(spreadYears, 0, 0)
	f := &fuel{min(fuelEvent, max(0, s.fuel.left))}
	before := f.left
	walls, flaw := e.instances(e.start.wall, wall(to.Unix()), f, changed)
	s.fuel.left -= before - f.left
	if flaw == core.FlawNoWork || len(walls) == 0 {
		return false
	}
	home := e.zone
	if e.zone != nil && e.zone.name == "" {
		home = e.zones.find("UTC")
	}
	ranged, lengths, d := ranges(e, changed), e.lengths(e.duration()), e.duration()
	var dates []extra
	for _, w := range walls[:min(len(walls), maxSpread)] {
		x := extra{}
		if own, has := lengths[w]; has {
			x.length = &length{own.days, own.seconds}
		} else if len(lengths) > 0 { // the first may have its own, from which others take theirs
			x.length = &length{d.days, d.seconds}
		}
		if r := ranged.at(w); r != nil {
			if w == r.from {
				continue // the change itself is an event of its own
			}
			w += r.shift
		}
		m := moment{wall: w, form: e.start.form, zone: e.start.zone}
		if home != e.zone {
			m = moment{wall: wall(e.utc(w)), form: formUTC}
		}
		x.start = m
		dates = append(dates, x)
	}
	if len(dates) == 0 {
		return false
	}
	if own := dates[0].length; own != nil {
		d = duration{own.days, own.seconds}
	}
	e.start, e.zone = dates[0].start, home
	e.length, e.hasEnd = &length{d.days, d.seconds}, false
	e.repeats = &repeats{dates: dates[1:]}
	return true
}

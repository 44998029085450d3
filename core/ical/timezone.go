package ical

import (
	"encoding/binary"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
)

// timezone is a VTIMEZONE of a file (RFC 5545 3.6.5), for zones that no name tells.
type timezone struct {
	id       string
	location string // X-LIC-LOCATION, which some programs write
	parts    []*observance
	line     int
}

// observance is one STANDARD or DAYLIGHT.
type observance struct {
	start    wall
	from, to int // offsets in seconds
	daylight bool
	rule     *rule
	dates    []wall
	wrong    *core.Finding // an offset that is none
	hasFrom  bool
	hasTo    bool
	hasStart bool
}

// Limits of what is worked out of a VTIMEZONE.
const (
	maxObservances = 250
	lastZoneYear   = 2200
)

// transition is a change of clocks.
type transition struct {
	at   int64 // in UTC
	part int
}

// zone makes a time.Location of the VTIMEZONE, by way of the binary form that the standard library reads; nil
// where there is nothing sound in it, or a part of it tells no clock, and where the file has used up the room for zones.
func (t *timezone) zone(room *zoneRoom) *zone {
	if t.flaw() != nil {
		return nil
	}
	parts := slices.DeleteFunc(slices.Clone(t.parts), func(o *observance) bool { return !o.hasStart || !o.hasFrom || !o.hasTo })
	if len(parts) == 0 || len(parts) > maxObservances {
		return nil
	}
	var all []transition
	f := &fuel{min(fuelEvent, room.fuel.left)}
	before := f.left
	for i, o := range parts {
		for _, w := range o.onsets(f) {
			all = append(all, transition{int64(w) - int64(o.from), i})
		}
	}
	room.fuel.left -= before - f.left
	if room.changes -= len(all); room.changes < 0 || room.fuel.left < 0 {
		room.full = true
		return nil
	}
	slices.SortStableFunc(all, func(a, b transition) int {
		if a.at != b.at {
			return int(min(1, max(-1, a.at-b.at)))
		}
		return 0
	})
	loc, err := time.LoadLocationFromTZData(t.id, tzFile(parts, all))
	if err != nil {
		return nil
	}
	return newZone("", loc)
}

// flaw gives what makes the zone tell no clock; nil for nothing.
func (t *timezone) flaw() *core.Finding {
	for _, o := range t.parts {
		if o.wrong != nil {
			return o.wrong
		}
	}
	return nil
}

// unusable is flaw for a zone of which the file alone tells: one that is known by its name does without.
func (t *timezone) unusable() *core.Finding {
	wrong := t.flaw()
	if wrong == nil || byName(strings.Trim(strings.TrimSpace(t.id), `"`)) != nil || byName(t.location) != nil {
		return nil
	}
	return wrong
}

// onsets gives the walls, by the clock before the change, at which an observance begins.
func (o *observance) onsets(f *fuel) []wall {
	out := append([]wall{o.start}, o.dates...)
	if o.rule == nil {
		return out
	}
	to := wall(daysOf(lastZoneYear, 1, 1) * day)
	if u := o.rule.until; u != nil {
		last := u.wall
		if u.form == formUTC {
			last += wall(o.from)
		}
		to = min(to, last+1)
	}
	o.rule.expand(o.start, o.start, to, f, func(w wall) bool {
		out = append(out, w)
		return len(out) < 2_000
	})
	return out
}

// tzFile writes transitions in the form of RFC 8536: an empty part of version 1, then that of version 2.
func tzFile(parts []*observance, all []transition) []byte {
	var names strings.Builder
	names.WriteString("LMT\x00")
	head := func(b []byte, times, kinds, chars int) []byte {
		b = append(b, "TZif2"...)
		b = append(b, make([]byte, 15)...)
		for _, n := range []int{0, 0, 0, times, kinds, chars} {
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
		return b
	}
	b := head(nil, 0, 1, 4)
	b = append(b, 0, 0, 0, 0, 0, 0)
	b = append(b, names.String()...)

	b = head(b, len(all), len(parts)+1, 4)
	for _, t := range all {
		b = binary.BigEndian.AppendUint64(b, uint64(t.at))
	}
	for _, t := range all {
		b = append(b, byte(t.part+1))
	}
	first := parts[0]
	if len(all) > 0 {
		first = parts[all[0].part]
	}
	b = append(binary.BigEndian.AppendUint32(b, uint32(int32(first.from))), 0, 0)
	for _, o := range parts {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(o.to)))
		dst := byte(0)
		if o.daylight {
			dst = 1
		}
		b = append(b, dst, 0)
	}
	b = append(b, names.String()...)
	return append(b, '\n', '\n')
}

// read takes in one property of an observance.
func (o *observance) read(l *contentLine) {
	switch l.name {
	case "DTSTART":
		if m, ok := parseMoment(l.value, 0); ok {
			o.start, o.hasStart = m.wall, true
		}
	case "TZOFFSETFROM":
		o.from, o.hasFrom = o.offset(l)
	case "TZOFFSETTO":
		o.to, o.hasTo = o.offset(l)
	case "RRULE":
		o.rule, _ = parseRule(l.value)
	case "RDATE":
		for one := range strings.SplitSeq(l.value, ",") {
			if m, ok := parseMoment(one, 0); ok && len(o.dates) < 2_000 {
				o.dates = append(o.dates, m.wall)
			}
		}
	}
}

// maxOffset is farther from UTC than any clock on Earth ever was, in seconds.
const maxOffset = 16 * 3600

// offset reads a distance from UTC, and notes one that is none (RFC 5545 3.3.14) or that no clock has.
func (o *observance) offset(l *contentLine) (int, bool) {
	n, ok := parseOffset(l.value)
	if ok && n > -maxOffset && n < maxOffset {
		return n, true
	}
	if o.wrong == nil {
		o.wrong = &core.Finding{Line: l.line, Flaw: core.FlawBadOffset, Rule: "RFC 5545 3.3.14", Value: core.Excerpt(l.name + ":" + l.value)}
	}
	return 0, false
}

// parseOffset reads "+0100", "-033000".
func parseOffset(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if len(s) != 5 && len(s) != 7 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	hours, ok1 := digits(s, 1, 2)
	minutes, ok2 := digits(s, 3, 2)
	seconds, ok3 := 0, true
	if len(s) == 7 {
		seconds, ok3 = digits(s, 5, 2)
	}
	if !ok1 || !ok2 || !ok3 || hours > 23 || minutes > 59 || seconds > 59 {
		return 0, false
	}
	n := hours*3600 + minutes*60 + seconds
	if s[0] == '-' {
		n = -n
	}
	return n, true
}

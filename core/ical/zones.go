package ical

import (
	"strings"
	"time"

	"mentorbook/core"
)

// zone turns walls into instants. It remembers the last stretch between two clock changes, so that the many
// times of one file cost one look into the zone's rules each stretch.
type zone struct {
	name string // IANA's, where it has one; else ""
	loc  *time.Location

	low, high int64 // the stretch, in seconds of UTC: [low, high)
	offset    int64
}

func newZone(name string, loc *time.Location) *zone { return &zone{name: name, loc: loc} }

func utcZone() *zone { return newZone("UTC", time.UTC) }

// stretch makes the remembered stretch the one around an instant.
func (z *zone) stretch(at int64) {
	if at >= z.low && at < z.high {
		return
	}
	t := time.Unix(at, 0).In(z.loc)
	_, off := t.Zone()
	start, end := t.ZoneBounds()
	z.offset, z.low, z.high = int64(off), -1<<62, 1<<62
	if !start.IsZero() {
		z.low = start.Unix()
	}
	if !end.IsZero() {
		z.high = end.Unix()
	}
}

// margin is more than any zone is away from UTC, so that around a change both sides are looked at.
const margin = 26 * 3600

// utc gives the instant at which a clock in the zone shows w, in seconds. A time that comes twice is the first
// of both, one that is skipped is read with the offset from before (RFC 5545 3.3.5).
func (z *zone) utc(w wall) int64 {
	if at := int64(w) - z.offset; at >= z.low+margin && at < z.high {
		return at
	}
	z.stretch(int64(w) - margin)
	before := int64(w) - z.offset
	if before < z.high {
		return before
	}
	z.stretch(int64(w) + margin)
	if after := int64(w) - z.offset; after >= z.low {
		return after
	}
	return before
}

// wall gives what a clock in the zone shows at an instant.
func (z *zone) wall(at int64) wall {
	z.stretch(at)
	return wall(at + z.offset)
}

// zones finds the zone that a TZID names: by IANA's name, by the part of a longer name that is one, by
// Windows' name, by the VTIMEZONE of the file itself, by the distance from UTC that it says, by what somebody said of it.
type zones struct {
	known   map[string]*zone
	own     map[string]*timezone // of the file, by TZID
	named   map[string]core.Zone // what somebody said of names that nobody knows
	numbers map[string]int32     // of the names that the file uses
	names   []string
	room    *zoneRoom
}

// zoneRoom is what may still be worked out of the VTIMEZONEs of a file, all calendars of it together. Programs write a few
// hundred changes of clocks for each of a few zones.
type zoneRoom struct {
	fuel    fuel
	changes int // of clocks: they are kept
	full    bool
}

// maxZoneChanges bounds how many changes of clocks are kept of a file.
const maxZoneChanges = 500_000

func newZoneRoom() *zoneRoom { return &zoneRoom{fuel: fuel{fuelFile}, changes: maxZoneChanges} }

// maxZones bounds how many names of zones a file may use.
const maxZones = 10_000

func newZones(named map[string]core.Zone, room *zoneRoom) *zones {
	return &zones{room: room, named: named, known: map[string]*zone{}, own: map[string]*timezone{}, numbers: map[string]int32{"": 0}, names: []string{""}}
}

// number gives a zone's name a small number; 0 is no name. What is too much of names stands for one that nobody
// knows.
func (z *zones) number(tzid string) int32 {
	n, ok := z.numbers[tzid]
	if !ok && len(z.names) < maxZones {
		n = int32(len(z.names))
		z.names = append(z.names, tzid)
		z.numbers[tzid] = n
	} else if !ok {
		return -1
	}
	return n
}

func (z *zones) nameOf(number int32) string {
	if number < 0 {
		return "?"
	}
	return z.names[number]
}

// at gives the zone of a number; nil where nobody knows it.
func (z *zones) at(number int32) *zone { return z.find(z.nameOf(number)) }

// find gives nil where nobody knows the zone.
func (z *zones) find(tzid string) *zone {
	if found, ok := z.known[tzid]; ok {
		return found
	}
	found := z.resolve(tzid)
	if len(z.known) < 10_000 {
		z.known[tzid] = found
	}
	return found
}

func (z *zones) resolve(tzid string) *zone {
	name := strings.Trim(strings.TrimSpace(tzid), `"`)
	if found := byName(name); found != nil {
		return found
	}
	own := z.own[tzid]
	if own == nil {
		own = z.own[unescapeText(name)] // TZID of a VTIMEZONE is a TEXT, with its marks escaped; that of a time is none
	}
	if own != nil {
		if found := byName(own.location); found != nil {
			return found
		}
		if found := own.zone(z.room); found != nil {
			return found
		}
	}
	if found := byDistance(name); found != nil {
		return found
	}
	return iana(string(z.named[core.Excerpt(tzid)]))
}

// byName finds a zone by its name alone.
func byName(name string) *zone {
	if strings.EqualFold(name, "UTC") || strings.EqualFold(name, "GMT") || name == "Z" || strings.EqualFold(name, "tzone://Microsoft/Utc") {
		return utcZone()
	}
	if found := iana(name); found != nil {
		return found
	}
	// "/freeassociation.sourceforge.net/Europe/Berlin", "/mozilla.org/20050126_1/America/Argentina/Ushuaia"
	parts := strings.Split(strings.TrimPrefix(name, "/"), "/")
	for from := max(1, len(parts)-3); from < len(parts)-1; from++ {
		if found := iana(strings.Join(parts[from:], "/")); found != nil {
			return found
		}
	}
	if found := windowsZone(name); found != "" {
		return iana(found)
	}
	if found := byAnyCase(name); found != nil {
		return found
	}
	return displayedZone(name)
}

func iana(name string) *zone {
	if name == "" || len(name) > 64 {
		return nil
	}
	loc, err := core.Zone(name).Location()
	if err != nil {
		return nil
	}
	return newZone(name, loc)
}

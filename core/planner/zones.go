package planner

import (
	"time"

	"mentorbook/core"
)

// zoneOf gives a person's zone, UTC where it is not known.
func zoneOf(p *core.Person) *time.Location {
	if p != nil && p.Zone != "" {
		if loc, err := p.Zone.Location(); err == nil {
			return loc
		}
	}
	return time.UTC
}

// Home gives the zone in which a person's days and times are told: their own, or UTC where none is known.
func Home(p *core.Person) *time.Location { return zoneOf(p) }

// midnight gives the instant at which a date begins in a zone.
func midnight(d core.Date, loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, loc)
}

// span gives the instants of a period's ends in a zone; a zero instant for an open end.
func span(p core.Period, loc *time.Location) (from, to time.Time) {
	if !p.From.IsZero() {
		from = midnight(p.From, loc)
	}
	if !p.To.IsZero() {
		to = midnight(p.To, loc)
	}
	return from, to
}

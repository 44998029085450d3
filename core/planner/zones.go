package planner

import (
	"time"

	"mentorbook/core"
)

// zoneOf gives the place of a person's home zone.
func zoneOf(p *core.Person) *time.Location {
	if loc, err := p.Home().Location(); err == nil {
		return loc
	}
	return time.UTC
}

// Home gives the place of the zone in which a person's days and times are told: of core.Person.Home.
func Home(p *core.Person) *time.Location { return zoneOf(p) }

// atHome gives a person as one who lives by the owner's clock where nobody knows theirs: their days and hours are guessed from
// those, as the times of their meetings are told in them.
func atHome(who, owner *core.Person) *core.Person {
	if _, err := who.Zone.Location(); err == nil {
		return who
	}
	guessed := *who
	guessed.Zone = owner.Home()
	return &guessed
}

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

package ical

import (
	"slices"
	"strings"

	"mentorbook/core"
)

// resolve finds the zone of the start and sees that all other times can be put into it.
func (e *event) resolve() bool {
	if e.start.form == formUTC {
		e.zone = e.zones.find("UTC")
	}
	for _, m := range []moment{e.start, e.end, e.recurrence} {
		if !e.resolves(m) {
			return false
		}
	}
	if e.start.form == formZoned {
		e.zone = e.zones.at(e.start.zone)
	}
	if e.once() {
		return true
	}
	if e.start.form == formDate {
		e.wholeDays()
	}
	for _, x := range e.dates {
		if !e.resolves(x.start) || !e.resolves(x.end) {
			return false
		}
	}
	for _, m := range e.except {
		if !e.resolves(m) {
			return false
		}
	}
	return true
}

// wholeDays passes over the parts of the rules that whole days have no use for (RFC 5545 3.3.10: "MUST be ignored").
func (e *event) wholeDays() {
	for _, r := range slices.Concat(e.rules, e.not) {
		r.hours, r.minutes, r.seconds = 0, 0, 0
	}
	kept := slices.DeleteFunc(strings.Split(e.text, ";"), func(part string) bool {
		key, _, _ := strings.Cut(part, "=")
		return clockPart(strings.ToUpper(strings.TrimSpace(key)))
	})
	e.text = strings.Join(kept, ";")
}

// clockPart tells whether a part of a rule is about times of the day.
func clockPart(key string) bool { return key == "BYHOUR" || key == "BYMINUTE" || key == "BYSECOND" }

func (e *event) resolves(m moment) bool {
	if m.form != formZoned || e.zones.at(m.zone) != nil {
		return true
	}
	e.flaw = &core.Finding{Line: int(e.line), Flaw: core.FlawBadZone, Rule: "RFC 5545 3.2.19", Value: core.Excerpt(e.zones.nameOf(m.zone)), Lost: true}
	return false
}

// wallOf gives a time of the event, or of a change to it, by the event's own clock. For whole days and floating
// times a time in a zone counts as it is written.
func (e *event) wallOf(m moment, in *zones) wall {
	if e.zone == nil {
		if e.start.form == formDate {
			return wall(m.wall.day() * day)
		}
		return m.wall
	}
	switch m.form {
	case formUTC:
		return e.zone.wall(int64(m.wall))
	case formZoned:
		if other := in.at(m.zone); other != nil && other.loc != e.zone.loc {
			return e.zone.wall(other.utc(m.wall))
		}
	}
	return m.wall
}

// utc gives the instant of a wall of the event. Whole days and floating times are taken as if in UTC.
func (e *event) utc(w wall) int64 {
	if e.zone == nil {
		return int64(w)
	}
	return e.zone.utc(w)
}

// duration is how long an occurrence takes: whole days for dates, by the calendar for a DURATION in days, else
// in seconds of real time (RFC 5545 3.8.5.3).
type duration struct{ days, seconds int64 }

func (e *event) duration() duration {
	switch {
	case e.length != nil && !e.hasEnd:
		if e.start.form == formDate {
			return duration{days: max(1, e.length.days+floorDiv(e.length.seconds, day))}
		}
		return duration{max(0, e.length.days), max(0, e.length.seconds)}
	case e.hasEnd && e.start.form == formDate:
		return duration{days: max(1, e.end.wall.day()-e.start.wall.day())}
	case e.hasEnd:
		return duration{seconds: max(0, e.utc(e.wallOf(e.end, e.zones))-e.utc(e.start.wall))}
	case e.start.form == formDate:
		return duration{days: 1}
	}
	return duration{}
}

// backwards tells whether an event says that it ends before it begins.
func (e *event) backwards() bool {
	switch {
	case e.hasEnd && e.start.form == formDate:
		return e.end.wall.day() < e.start.wall.day()
	case e.hasEnd:
		return e.utc(e.wallOf(e.end, e.zones)) < e.utc(e.start.wall)
	}
	return e.length != nil && (e.length.days < 0 || e.length.seconds < 0)
}

// endOf gives the end of an occurrence that starts at a wall.
func (e *event) endOf(w wall, d duration) int64 {
	if d.days == 0 {
		return e.utc(w) + d.seconds
	}
	return e.utc(w+wall(d.days*day)) + d.seconds
}

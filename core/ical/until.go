package ical

import (
	"regexp"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// rule gives a rule as it stands beside a start with a zone: it ends at an instant in UTC (RFC 5545 3.3.10). That is the
// end of its last day, as programs write it that have a day chosen: some readers hold every occurrence of a series against
// UNTIL by the offset that its first one has, and lose one that starts at the very end, where the clock went forward between
// both. Where a start later on the last day is not to be one, it ends as soon as such readers allow.
func (k clock) rule(r core.Rule, start core.Civil) core.Rule {
	r = r.Bare() // its dates stand in lines of their own
	if r.Until.IsZero() {
		return r
	}
	last := latest(r.Until.Last(k.loc), start.InLocation(time.UTC)) // none ends before it begins: readers lose the start itself
	at := k.instant(last)
	if !r.WithinDay() {
		at = k.ends(r, start, last)
	}
	r.Until = core.Until{Date: core.DateOf(at), Hour: at.Hour(), Minute: at.Minute(), Second: at.Second(), Timed: true, UTC: true}
	return r
}

// instant gives when a clock shows a wall, which stands as if it were in UTC.
func (k clock) instant(shown time.Time) time.Time {
	return core.CivilOf(shown).InLocation(k.loc).Add(time.Duration(shown.Second()) * time.Second).UTC()
}

// ends gives the instant at which a rule ends whose last start may be at a wall.
func (k clock) ends(r core.Rule, start core.Civil, last time.Time) time.Time {
	final, next := around(r, start, k.zone, core.CivilOf(last))
	if final == (core.Civil{}) {
		return k.instant(last)
	}
	_, first := start.InLocation(k.loc).Zone()
	ahead := time.Duration(first) * time.Second // of UTC, as the first one is
	wall := time.Date(final.Date.Year, final.Date.Month, final.Date.Day, final.Hour, final.Minute, 0, 0, time.UTC)
	least := latest(k.instant(wall), wall.Add(-ahead))
	free := func(at time.Time) bool {
		return !at.Before(least) && (next == (core.Civil{}) || at.Before(next.InLocation(k.loc)))
	}
	day := time.Date(last.Year(), last.Month(), last.Day(), 23, 59, 59, 0, time.UTC)
	for _, at := range []time.Time{k.instant(day), day.Add(-ahead), least} {
		if free(at) {
			return at
		}
	}
	return k.instant(last)
}

// around gives the last start of a rule up to a time, and the one after it if there were no end; zero for none.
func around(r core.Rule, start core.Civil, zone core.Zone, last core.Civil) (final, next core.Civil) {
	r.Until = core.Until{}
	run, err := schedule.OfSeries(&core.Series{Start: start, End: start, Zone: zone, Rule: r.String()})
	if err != nil {
		return final, next
	}
	final, _ = run.Last(last.AddMinutes(1))
	if after := run.After(last.AddMinutes(1), 1); len(after) > 0 {
		next = after[0]
	}
	return final, next
}

// The ends of a rule: a date alone, and an instant.
var (
	untilDate    = regexp.MustCompile(`(?i)(UNTIL\s*=\s*[0-9]{8})\b`)
	untilInstant = regexp.MustCompile(`(?i)(UNTIL\s*=\s*)[0-9]{8}T[0-9]{6}Z`)
)

// ruleText gives the rule of an event as it is kept.
func (e *event) ruleText() string {
	text, u := withoutIdle(core.CleanLine(e.text), e.rules[0].choosesAll()), e.rules[0].until
	switch {
	case u == nil || e.start.form == formDate:
	case u.form == formDate: // see until
		return untilDate.ReplaceAllString(text, "${1}T000000")
	case u.form == formUTC && e.zone != nil:
		if day, ok := e.lastDay(u); ok {
			return untilInstant.ReplaceAllString(text, "${1}"+day.instant().Format("20060102T150405"))
		}
	}
	return text
}

// lastDay gives the end of the day that an end in UTC is meant to be, where that is one only by the offset of the first
// occurrence (see ends) and nothing more takes place for it.
func (e *event) lastDay(u *moment) (wall, bool) {
	r, own := e.rules[0], e.zone.wall(int64(u.wall))
	end := u.wall + e.start.wall - wall(e.zone.utc(e.start.wall))
	same := r.hours|r.minutes|r.seconds != 0 || r.freq == hourly || r.freq == minutely || r.freq == secondly
	if same || floorMod(int64(end), day) != day-1 || own.day() != end.day()+1 || floorMod(int64(own), day) >= floorMod(int64(e.start.wall), day) {
		return 0, false
	}
	return end, true
}

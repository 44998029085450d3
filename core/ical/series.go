package ical

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A message about a series holds local times with their zone, or the hour would drift at a clock change: a
// VTIMEZONE, the VEVENT with the rule and its exceptions, and one more for each occurrence that differs, with
// RECURRENCE-ID. Each has the organizer and all guests (RFC 5546 3.2.2). A message about one occurrence has the
// VEVENT of that alone.

// seriesOf builds the components of a message about a series.
func seriesOf(v *core.Invitation) []*ical.Component {
	zones := zoneList{}
	zones.add(v)
	return append(zones.components(), eventsOf(v)...)
}

// zoneList gathers the zones of a file, each with the earliest time in it and the end of the last.
type zoneList struct {
	order []core.Zone
	spans map[core.Zone]zoneSpan
}

// zoneSpan is from when to when a zone is needed; a zero end is none.
type zoneSpan struct{ first, last time.Time }

// lastOf gives the end of the last event of a message about a series, whose clock is loc; zero where there is none.
func lastOf(v *core.Invitation, loc *time.Location) time.Time {
	s, last := v.Series, v.End
	if !s.Original.IsZero() {
		return latest(last, s.Original.InLocation(loc))
	}
	run, err := schedule.OfSeries(&core.Series{Start: s.Start, End: s.End, Zone: s.Zone, Rule: s.Rule.String()})
	if err != nil {
		return time.Time{}
	}
	end, ends := run.Ends()
	if !ends {
		return time.Time{}
	}
	for _, o := range s.Moved {
		end = latest(end, o.End.EndOf(o.Start.InLocation(loc), loc))
	}
	return latest(last, end)
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func (l *zoneList) add(v *core.Invitation) {
	s := v.Series
	clock := newClock(s.Zone)
	if clock.utc {
		return
	}
	first := v.Start
	if !s.Original.IsZero() && s.Original.InLocation(clock.loc).Before(first) {
		first = s.Original.InLocation(clock.loc)
	}
	last := lastOf(v, clock.loc)
	if l.spans == nil {
		l.spans = map[core.Zone]zoneSpan{}
	}
	known, ok := l.spans[s.Zone]
	if !ok {
		l.order = append(l.order, s.Zone)
		l.spans[s.Zone] = zoneSpan{first, last}
		return
	}
	if first.Before(known.first) {
		known.first = first
	}
	if known.last = latest(known.last, last); last.IsZero() || l.spans[s.Zone].last.IsZero() {
		known.last = time.Time{}
	}
	l.spans[s.Zone] = known
}

func (l *zoneList) components() []*ical.Component {
	var out []*ical.Component
	for _, zone := range l.order {
		out = append(out, timezoneOf(zone, newClock(zone).loc, l.spans[zone].first, l.spans[zone].last))
	}
	return out
}

// eventsOf gives the VEVENTs of a message about a series.
func eventsOf(v *core.Invitation) []*ical.Component {
	s := v.Series
	clock := newClock(s.Zone)
	var out []*ical.Component
	main := eventOf(v)
	clock.span(main, s.Start, s.End)
	if !s.Original.IsZero() {
		clock.set(main, ical.PropRecurrenceID, s.Original)
		return append(out, main)
	}
	if !s.Rule.OnlyDates() {
		setRaw(main, ical.PropRecurrenceRule, clock.rule(s.Rule, s.Start).String())
	}
	for _, c := range s.Rule.Dates {
		p := ical.NewProp(ical.PropRecurrenceDates)
		clock.fill(p, c)
		main.Props.Add(p)
	}
	for _, c := range s.Except {
		p := ical.NewProp(ical.PropExceptionDates)
		clock.fill(p, c)
		main.Props.Add(p)
	}
	if s.Follows != "" {
		main.Props.SetText(ical.PropRelatedTo, s.Follows)
	}
	out = append(out, main)
	if v.Method.CallsOff() { // all of it is off, whatever had been changed
		return out
	}
	for _, o := range s.Moved {
		out = append(out, overrideOf(v, o, clock))
	}
	return out
}

// overrideOf gives the VEVENT of an occurrence that differs from the rest.
func overrideOf(v *core.Invitation, o core.InvitedOccurrence, clock clock) *ical.Component {
	one := *v
	one.Title, one.Description, one.Place, one.Link, one.Class = o.Title, o.Description, o.Place, o.Link, o.Class
	one.Comment = "" // of an answer: it is said once
	one.Sequence, one.Guests = max(v.Sequence, o.Sequence), slices.Clone(v.Guests)
	for i := range one.Guests {
		one.Guests[i].Answer = o.Answers[one.Guests[i].Person]
	}
	e := eventOf(&one)
	clock.span(e, o.Start, o.End)
	clock.set(e, ical.PropRecurrenceID, o.Original)
	return e
}

// clock writes civil times of one zone.
type clock struct {
	zone core.Zone
	loc  *time.Location
	utc  bool
}

func newClock(zone core.Zone) clock {
	loc, err := zone.Location()
	if err != nil { // prepare has refused it
		loc = time.UTC
	}
	return clock{zone, loc, isUTC(zone)}
}

// span writes a start and an end. An end at the second of two equal hours, before which the clock goes back, has no
// form of its own with a zone (RFC 5545 3.3.5): how long it takes stands for it. So it does wherever the clock changes in
// between, for not every program reads the length of what recurs in real time (3.8.5.3).
func (k clock) span(e *ical.Component, start, end core.Civil) {
	k.set(e, ical.PropDateTimeStart, start)
	minutes := core.MinutesBetween(start, end, k.zone)
	if end.MinutesSince(start) == minutes && !end.Again {
		k.set(e, ical.PropDateTimeEnd, end)
		return
	}
	e.Props.Del(ical.PropDateTimeEnd)
	setRaw(e, ical.PropDuration, fmt.Sprintf("PT%dM", minutes))
}

func (k clock) set(e *ical.Component, name string, c core.Civil) {
	p := ical.NewProp(name)
	k.fill(p, c)
	e.Props.Set(p)
}

func (k clock) fill(p *ical.Prop, c core.Civil) {
	p.Value = time.Date(c.Date.Year, c.Date.Month, c.Date.Day, c.Hour, c.Minute, 0, 0, time.UTC).Format("20060102T150405")
	if k.utc {
		p.Value += "Z"
		return
	}
	p.Params.Set(ical.ParamTimezoneID, string(k.zone))
}

// prepareSeries cleans the texts of a series' occurrences.
func prepareSeries(s *core.InvitedSeries) *core.InvitedSeries {
	if s == nil {
		return nil
	}
	c := *s
	c.Follows = strings.TrimSpace(core.CleanLine(c.Follows))
	c.Moved = make([]core.InvitedOccurrence, len(s.Moved))
	for i, o := range s.Moved {
		o.Title, o.Place, o.Link = core.CleanLine(o.Title), core.CleanLine(o.Place), core.CleanLine(o.Link)
		o.Description = cleanText(o.Description)
		c.Moved[i] = o
	}
	return &c
}

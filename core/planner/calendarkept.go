package planner

import (
	"slices"
	"time"

	"mentorbook/core"
)

// keepsTime is the METHOD by which an organizer declines the time that a guest has proposed (RFC 5546 3.2.8). What that is
// about stays as it is; the proposal is answered.
const keepsTime = "declinecounter"

// keptTime plans such a message: the owner's last proposal about the very thing is answered by it.
func (t *intake) keptTime(s eventStep, known *knownEvent, here bool, ev *core.CalendarEvent) (eventStep, error) {
	as, err := t.stranger(ev, known, here)
	if err != nil {
		return s.refuse(err), nil
	}
	s.Alias = as
	asked, proposed := t.asked[t.answeredAs(ev)]
	if !proposed && here && known.ref.Kind == core.KindMeeting && t.runs[ev.UID] == nil { // one whose series is not here
		asked, proposed = t.asked[eventKey{uid: ev.UID}]
	}
	if run := t.runs[ev.UID]; run != nil && (ev.Recurrence.IsZero() || !here) {
		known, here = &knownEvent{ref: core.RefOf(run), knownMeeting: &knownMeeting{read: run.Origin, rel: run.Relationship}}, true
	}
	switch s.Does = CalendarSame; {
	case !proposed || !here:
		return s.refuse(core.Fail(core.CodeKeepsTime)), nil
	case ev.Stamp.Before(asked) || known.ref.Kind == core.KindSeries && !t.hasDate(ev):
		return s.refuse(core.Fail(core.CodeOlder)), nil
	case known.origin().Kept.Before(asked):
		s.Does = CalendarChanged
	}
	s.As, s.known, s.rel, s.Keeps = known.ref.Kind, known.ref, known.relationship(), true
	s.With = t.nameOf(s.rel)
	return s, nil
}

// hasDate tells whether a message is about all of a series, or about a date that the series has: that may have another by now.
func (t *intake) hasDate(ev *core.CalendarEvent) bool {
	if ev.Recurrence.IsZero() {
		return true
	}
	series := t.runs[ev.UID]
	if series == nil {
		return false
	}
	run, err := runningOf(series)
	return err == nil && run.rule.Has(ev.Recurrence)
}

// takeKept carries it out. An occurrence without a record gets one.
func (t *intake) takeKept(u *unit, p pair) error {
	run := t.runs[p.ev.UID]
	if run != nil && p.ev.Recurrence.IsZero() {
		series, err := load[core.Series](u, run.ID)
		if err != nil {
			return err
		}
		series.Origin.Kept, series.Origin.KeptWords = p.ev.Stamp, p.ev.Comment
		return u.put(series)
	}
	id := p.step.known.ID
	if p.step.known.Kind == core.KindSeries {
		id = core.OccurrenceID(run.ID, p.ev.Recurrence)
	}
	m, err := load[core.Meeting](u, id)
	if core.CodeOf(err) == core.CodeNotFound { // what stands before it in the file has taken the date from its series
		return nil
	}
	if err != nil {
		return err
	}
	m.Origin.Kept, m.Origin.KeptWords = p.ev.Stamp, p.ev.Comment
	return u.put(m)
}

// kept tells whether the organizer keeps the time, since one of the origins says so after a proposal, and what they said
// to that.
func kept(proposed time.Time, origins []core.Origin) (keeps bool, words string) {
	i := slices.IndexFunc(origins, func(o core.Origin) bool { return !o.Kept.IsZero() && !o.Kept.Before(proposed) })
	if i < 0 {
		return false, ""
	}
	return true, origins[i].KeptWords
}

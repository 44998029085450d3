package planner

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// seriesOf makes a series of an event that recurs; nil where it can't be one: for whole days, for dates beside
// the rule, and for a start that the rule itself does not give.
func (t *intake) seriesOf(ev *core.CalendarEvent, rel core.ID) *core.Series {
	if ev.AllDay || ev.Rule == "" || len(ev.Extra) > 0 || !ev.Recurrence.IsZero() {
		return nil
	}
	rule, err := core.ParseRule(ev.Rule)
	if err != nil {
		return nil
	}
	if first, ok := schedule.First(rule, ev.Start); !ok || first != ev.Start {
		return nil
	}
	s := &core.Series{
		Relationship: rel, Title: clip(ev.Title, core.MaxName), Start: ev.Start, End: ev.End, Zone: t.zoneOf(ev),
		Place: ev.Place, Link: ev.Link, Rule: rule.String(), Except: ev.Except, UID: ev.UID,
	}
	if s.Validate() != nil {
		return nil
	}
	return s
}

// knownSeries plans an event whose series is here; what we organize is ours to change.
func (t *intake) knownSeries(s CalendarStep, known knownEvent, ev *core.CalendarEvent) CalendarStep {
	run := t.runs[ev.UID]
	s.As, s.known, s.rel, s.Does = core.KindSeries, known.ref, known.rel, CalendarSame
	if ours(ev.UID) || run == nil {
		return s
	}
	if ev.Cancelled {
		return s.refuse(core.Fail(core.CodeState, "state", string(core.MeetingCancelled))) // to be ended by hand: it may have been held
	}
	now := t.seriesOf(ev, known.rel)
	if now == nil {
		return s.refuse(core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(ev.Rule)))
	}
	if !sameSeries(run, now) {
		s.Does = CalendarChanged
	}
	return s
}

func sameSeries(a, b *core.Series) bool {
	return a.Title == b.Title && a.Start == b.Start && a.End == b.End && a.Zone == b.Zone && a.Place == b.Place &&
		a.Link == b.Link && a.Rule == b.Rule && slices.Equal(a.Except, b.Except)
}

// changedOccurrence plans an occurrence that was changed on its own, of a series that is here or comes along.
func (t *intake) changedOccurrence(s CalendarStep, run *core.Series, ev *core.CalendarEvent) CalendarStep {
	s.As, s.rel = core.KindMeeting, run.Relationship
	if ours(ev.UID) || ev.Cancelled { // the series leaves out what was called off
		s.Does = CalendarSame
		return s
	}
	m := t.meetingOf(ev)
	m.Relationship = run.Relationship
	if err := m.Validate(); err != nil {
		return s.refuse(err)
	}
	s.Does = CalendarNew
	return s
}

// takeSeries keeps a new series, or brings another's up to what its file says now.
func (t *intake) takeSeries(u *unit, p pair) error {
	now := t.seriesOf(p.ev, p.step.rel)
	if now == nil {
		return core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(p.ev.Rule))
	}
	if p.step.Does == CalendarNew {
		t.runs[p.ev.UID] = now
		return u.create(now)
	}
	old, err := load[core.Series](u, p.step.known.ID)
	if err != nil {
		return err
	}
	now.Head, now.Follows = old.Head, old.Follows
	return u.put(now)
}

package planner

import (
	"cmp"

	"mentorbook/core"
)

// daysNow plans what becomes of a meeting of which its organizer has made whole days: nobody knows at which hour they meet, if at
// all. It is busy time then; one that is prepared, and one of a series, is off and keeps its agenda and notes.
func (t *intake) daysNow(s eventStep, known *knownEvent, ev *core.CalendarEvent) eventStep {
	if known.off {
		return s
	}
	m, err := load[core.Meeting](t.r, known.ref.ID)
	if err != nil {
		return s.refuse(err)
	}
	ready, err := prepared(t.r, m)
	if err != nil {
		return s.refuse(err)
	}
	s.Does = CalendarChanged
	if ready || !m.Series.IsZero() || !m.Recurrence.IsZero() {
		s.days, s.Kept, s.Off = true, core.FlawNowDaysOff, true
		return s
	}
	if err := t.busyOf(ev).Validate(); err != nil {
		return s.refuse(err)
	}
	s.As, s.rel, s.Kept = core.KindBusy, core.ID{}, core.FlawNowDays
	return s
}

// takeDays calls such a meeting off.
func (t *intake) takeDays(u *unit, p pair) error {
	m, err := load[core.Meeting](u, p.step.known.ID)
	if core.CodeOf(err) == core.CodeNotFound { // it has gone with its series
		return nil
	}
	if err != nil {
		return err
	}
	m.Origin.Read, m.Origin.Sequence, m.Origin.Stamp = "", p.ev.Sequence, p.ev.Stamp
	m.Origin.Unsay()
	return callOff(u, m, cmp.Or(p.ev.Comment, m.Reason), t.saidAt(p.ev))
}

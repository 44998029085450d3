package planner

import "mentorbook/core"

// An event that says when it begins, and neither when it ends nor how long it takes, ends as it begins (RFC 5545 3.6.1). As busy time
// it is none. A meeting takes time, whatever its file says: it is taken to last as meetings usually do here, and the plan says so.

// ruleNoLength refuses what says that it takes no time: it is a reminder, and neither a meeting nor busy time. What says nothing is
// given a length for when it is a meeting.
func (t *intake) ruleNoLength(s eventStep, at *encounter) (eventStep, bool, error) {
	ev := at.ev
	if ev.AllDay || t.off(ev) || core.MinutesBetween(ev.Start, ev.End, t.zoneOf(ev)) != 0 {
		return s, false, nil
	}
	switch {
	case ev.Backwards:
		return s.refuse(core.Fail(core.CodeEndsFirst)), true, nil
	case ev.Ended:
		return s.refuse(core.Fail(core.CodeNoLength, "state", "zero")), true, nil
	}
	minutes, err := t.usualLength(at)
	if err != nil {
		return s, false, err
	}
	s.lasts = minutes
	ev.End = ev.Start.Later(minutes, t.zoneOf(ev))
	return s, false, nil
}

// usualLength gives how many minutes a meeting is taken to last: as it does here, else as those of its series do, else as all do.
func (t *intake) usualLength(at *encounter) (int, error) {
	if at.here && at.known.ref.Kind == core.KindMeeting {
		m, err := load[core.Meeting](t.r, at.known.ref.ID)
		if err != nil {
			return 0, err
		}
		return m.Organized().Length(), nil
	}
	if run := t.runs[at.ev.UID]; run != nil {
		return run.Organized().Length(), nil
	}
	ws, err := workspaceOf(t.r)
	if err != nil {
		return 0, err
	}
	return ws.Length, nil
}

// withLength tells in a step of a meeting how long that is taken to last, and no end in any that is refused.
func (s eventStep) withLength() eventStep {
	if s.As != core.KindBusy && (s.Does == CalendarNew || s.Does == CalendarChanged) {
		s.Lasts = s.lasts
	}
	if s.lasts > 0 && s.Does == CalendarRefused { // what is not kept is given no end
		s.End = core.Civil{}
	}
	return s
}

// stepEnd gives when the event of a step ends, by the clock of its start.
func (t *intake) stepEnd(s eventStep, ev *core.CalendarEvent) core.Civil {
	if ev.AllDay {
		return ev.End
	}
	minutes := core.MinutesBetween(ev.Start, ev.End, t.zoneOf(ev))
	if minutes <= 0 || !s.Start.Valid() {
		return core.Civil{}
	}
	zone := s.Zone
	if zone == "" {
		zone = t.zoneOf(ev)
	}
	return s.Start.Later(minutes, zone)
}

package calendar

import (
	"mentorbook/core"
	"mentorbook/core/planner"
)

// Meeting gives the meeting of a block's key.
func (m *Model) Meeting(key string) (planner.CalendarMeeting, bool) {
	for _, x := range m.calendar.Meetings {
		if key == "meeting:"+x.Meeting.ID.String() {
			return x, true
		}
	}
	return planner.CalendarMeeting{}, false
}

// Span gives the civil times of a stretch of the n-th day on show, on the owner's clock.
func (m *Model) Span(day, from, to int) (start, end core.Civil) {
	d := m.Days[day].Date
	return d.At(0, 0).AddMinutes(from), d.At(0, 0).AddMinutes(to)
}

// Say names a place for a meeting while it is on its way there, and tells whether something is in the way:
// the time, the guest's time where that is another, and what it clashes with.
func (m *Model) Say(key string, start, end core.Civil) (text string, clash bool) {
	text = m.words.Span(start, end)
	x, moving := m.Meeting(key)
	if moving && len(x.Others) == 1 {
		if there, ok := m.there(start, x.Others[0].Zone); ok {
			text += " · " + m.words.T("calendar.theirs", "time", m.words.Clock(there), "zone", m.words.City(x.Others[0].Zone))
		}
	}
	if name, ok := m.Clash(key, start, end); ok {
		return text + " · " + m.words.T("calendar.clash", "name", name), true
	}
	return text, false
}

// there gives a time on another clock; false where that shows the same.
func (m *Model) there(c core.Civil, zone core.Zone) (core.Civil, bool) {
	loc, err := zone.Location()
	if err != nil {
		return core.Civil{}, false
	}
	at, err := c.In(m.zone)
	if err != nil {
		return core.Civil{}, false
	}
	other := core.CivilOf(at.In(loc))
	return other, other != c
}

// Clash gives the first other meeting that takes place at some of the time, or else the first time at which the
// owner or a guest is busy.
func (m *Model) Clash(key string, start, end core.Civil) (name string, clash bool) {
	for _, x := range m.calendar.Meetings {
		if x.Meeting.Off() || key == "meeting:"+x.Meeting.ID.String() {
			continue
		}
		if x.Start.Compare(end) < 0 && start.Compare(x.End) < 0 {
			return x.Name, true
		}
	}
	x, _ := m.Meeting(key)
	return m.busyAt(x.Others, start, end)
}

// InItsZone gives times on the owner's clock as a meeting has them: in the zone that it was planned in.
func (m *Model) InItsZone(x planner.CalendarMeeting, start, end core.Civil) (from, to core.Civil, err error) {
	loc, err := x.Meeting.Zone.Location()
	if err != nil {
		return from, to, err
	}
	s, e, err := core.SpanIn(start, end, m.zone)
	if err != nil {
		return from, to, err
	}
	return core.CivilOf(s.In(loc)), core.CivilOf(e.In(loc)), nil
}

// OnDay gives the times of a meeting on another day, at the hour that it has.
func (m *Model) OnDay(x planner.CalendarMeeting, d core.Date) (start, end core.Civil) {
	start = d.At(x.Start.Hour, x.Start.Minute)
	return start, start.AddMinutes(x.Meeting.Length())
}

// Length gives the minutes that a new meeting takes.
func (m *Model) Length() int { return m.calendar.Length }

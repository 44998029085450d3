package calendar

import (
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Key names the block of a meeting.
func Key(x planner.CalendarMeeting) string {
	return string(core.KindMeeting) + ":" + x.Meeting.ID.String()
}

// Meeting gives the meeting of a block's key.
func (m *Model) Meeting(key string) (planner.CalendarMeeting, bool) {
	for _, x := range m.calendar.Meetings {
		if key == Key(x) {
			return x, true
		}
	}
	return planner.CalendarMeeting{}, false
}

// Only gives the meeting of a day that has no other; false where it has none or several. One that is off does not count.
func (m *Model) Only(d core.Date) (only planner.CalendarMeeting, ok bool) {
	for _, x := range m.calendar.Meetings {
		switch {
		case x.Meeting.Off() || x.Start.Date != d:
		case ok:
			return planner.CalendarMeeting{}, false
		default:
			only, ok = x, true
		}
	}
	return only, ok
}

// Span gives the civil times of a stretch of the n-th day on show, on the owner's clock.
func (m *Model) Span(day, from, to int) (start, end core.Civil) {
	d := m.Days[day].Date
	return d.At(0, 0).AddMinutes(from), d.At(0, 0).AddMinutes(to)
}

// Say names a place for a meeting while it is on its way there, and tells whether something is in the way:
// the time, the guest's time where that is another, and what it clashes with.
func (m *Model) Say(key string, start, end core.Civil) (text string, clash bool) {
	warning := m.Warn(key, start, end)
	offset, theirs, night := "", "", ""
	if x, moving := m.Meeting(key); moving { // else it is a stretch of a day where nothing is yet
		if p, err := m.Moved(x, start, end); err == nil {
			start, end, offset = m.on(p)
			if at, err := p.Start.In(p.Zone); err == nil {
				theirs = m.words.Clocks(at, m.zone, x.Others...)
				night = m.words.Nights(at, m.zone, x.Others...)
			}
		}
	}
	text = m.which(m.words.Span(start, end), offset)
	if theirs != "" {
		text += " · " + theirs
	}
	if night != "" {
		text += " · " + night
	}
	for _, part := range []string{warning.Past, warning.Clash, warning.Over} {
		if part != "" {
			text += " · " + part
		}
	}
	return text, warning != Warning{}
}

// Warning is what is to be known of the place that a meeting is put to.
type Warning struct {
	Past  string // that it lies behind; "" where it does not, and where the meeting began before, too, and only its end moves
	Clash string // what it clashes with there; "" for nothing
	Over  string // the caps on hours that it exceeds there; "" for none
}

// Warn gives it, for a place in the calendar: where the clock skips or repeats an hour, a meeting ends at another time there than
// its place does.
func (m *Model) Warn(key string, start, end core.Civil) Warning {
	var id core.ID
	minutes, past := end.MinutesSince(start), false
	if x, moving := m.Meeting(key); moving {
		id, past = x.Meeting.ID, start != x.Start && start.Compare(m.Now) < 0
		if p, err := m.Moved(x, start, end); err == nil {
			minutes = p.Minutes
			start, end, _ = m.on(p)
		}
	}
	out := Warning{Clash: m.Clashes(key, start, end), Over: m.over(id, start.Date, minutes)}
	if past {
		out.Past = strings.TrimSuffix(m.words.T("plan.past"), ".")
	}
	return out
}

// over says which caps on hours are exceeded by a meeting of some minutes on a day, or by a new one; "" for none.
func (m *Model) over(id core.ID, day core.Date, minutes int) string {
	var parts []string
	for _, o := range m.calendar.Caps.Over(id, day, minutes) {
		parts = append(parts, m.words.OverCapShort(o.Month, o.Minutes, o.Hours))
	}
	return strings.Join(parts, " · ")
}

// Clashes says what a meeting clashes with at some time, or else what it comes too close to; "" for nothing.
func (m *Model) Clashes(key string, start, end core.Civil) string {
	switch name, more := m.Clash(key, start, end); {
	case more > 0:
		return m.words.T("calendar.clash_more", "name", name, "count", more)
	case name != "":
		return m.words.T("calendar.clash", "name", name)
	}
	if near := m.inTheWay(key, start.AddMinutes(-m.calendar.Gap), end.AddMinutes(m.calendar.Gap)); len(near) > 0 {
		return m.words.Clash(near[0], "", true)
	}
	return ""
}

// Clash gives the first other meeting that takes place at some of the time, or else the first time at which the
// owner or a guest is busy, and how many more there are; "" for nothing.
func (m *Model) Clash(key string, start, end core.Civil) (name string, more int) {
	names := m.inTheWay(key, start, end)
	if len(names) == 0 {
		return "", 0
	}
	return names[0], len(names) - 1
}

// inTheWay names them all.
func (m *Model) inTheWay(key string, start, end core.Civil) (names []string) {
	for _, x := range m.calendar.Meetings {
		if x.Meeting.Off() || key == Key(x) {
			continue
		}
		if x.Start.Compare(end) < 0 && start.Compare(x.End) < 0 {
			names = append(names, x.Name)
		}
	}
	x, _ := m.Meeting(key)
	return append(names, m.busyAt(x.Others, start, end)...)
}

// Place is where a meeting goes: the time at which it begins, in a zone, and the real minutes that it takes.
type Place struct {
	Start   core.Civil
	Zone    core.Zone
	Minutes int
}

// Moved gives the place of a meeting that was put to times on the owner's clock. One that was taken along takes as long as
// before, whatever the clock does meanwhile; one whose end or beginning alone was moved takes the time up to it. It stays
// in the zone that it was planned in, unless a clock there shows that time twice and would mean the other one.
func (m *Model) Moved(x planner.CalendarMeeting, start, end core.Civil) (Place, error) {
	first, _, err := core.SpanIn(x.Meeting.Start, x.Meeting.End, x.Meeting.Zone)
	if err != nil {
		return Place{}, err
	}
	home, err := m.zone.Location()
	if err != nil {
		return Place{}, err
	}
	p := Place{Zone: x.Meeting.Zone, Minutes: x.Meeting.Length()}
	at := start.InLocation(home)
	switch last := first.Add(time.Duration(p.Minutes) * time.Minute); {
	case start == x.Start: // its end
		at = first
		p.Minutes = int(end.EndOf(at, home).Sub(at) / time.Minute)
	case end == x.End && end.MinutesSince(start) != p.Minutes: // its beginning
		p.Minutes = int(last.Sub(at) / time.Minute)
	default: // it goes along with its minutes, and what was added to them on the way
		p.Minutes = end.MinutesSince(start)
	}
	if p.Start, err = clockIn(at, p.Zone); err != nil {
		return Place{}, err
	}
	if again, err := p.Start.In(p.Zone); err != nil || !again.Equal(at) {
		p.Zone, p.Start = "UTC", core.CivilOf(at.UTC())
	}
	return p, nil
}

func clockIn(at time.Time, zone core.Zone) (core.Civil, error) {
	loc, err := zone.Location()
	if err != nil {
		return core.Civil{}, err
	}
	return core.CivilOf(at.In(loc)), nil
}

// on gives what the owner's clock shows when a meeting begins and ends at a place, and which of two times the beginning
// is where the clock shows it twice: "+1", its distance from UTC; "" where it shows it once.
func (m *Model) on(p Place) (from, to core.Civil, offset string) {
	at, err := p.Start.In(p.Zone)
	home, unknown := m.zone.Location()
	if err != nil || unknown != nil {
		return p.Start, p.Start.AddMinutes(p.Minutes), ""
	}
	from, to = core.CivilOf(at.In(home)), core.CivilOf(at.Add(time.Duration(p.Minutes)*time.Minute).In(home))
	if from.Twice(home) {
		_, seconds := at.In(home).Zone()
		offset = locale.Offset(seconds)
	}
	return from, to, offset
}

// which adds to a time which of two it is, where the clock shows it twice.
func (m *Model) which(time, offset string) string {
	if offset == "" {
		return time
	}
	return m.words.T("calendar.twice", "time", time, "offset", offset)
}

// OnDay gives the times of a meeting on another day, at the hour that it has.
func (m *Model) OnDay(x planner.CalendarMeeting, d core.Date) (start, end core.Civil) {
	start = d.At(x.Start.Hour, x.Start.Minute)
	return start, start.AddMinutes(x.Meeting.Length())
}

// Length gives the minutes that a new meeting takes.
func (m *Model) Length() int { return m.calendar.Length }

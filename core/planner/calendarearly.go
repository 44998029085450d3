package planner

import (
	"strings"
	"time"

	"mentorbook/core"
)

// Mails overtake each other. What a message says of a meeting, or of one occurrence, counts by its version and not by
// when it came (RFC 5546 2.1.5): so what calls off a meeting that is not here yet is kept as one that is off, and an
// occurrence that is of a newer version of its series than the one here waits for that as a meeting by itself.

// toCome tells whether a message of the organizer's calls off what is yet to come: an older message about it, which may
// be on its way, is then known for what it is.
func (t *intake) toCome(ev *core.CalendarEvent) bool {
	if ev.Method != "cancel" || !t.off(ev) || ev.Future {
		return false
	}
	m := t.newOf(ev)
	return m.Off() && upcoming(m, t.now) || ev.Rule != "" && !t.over(ev)
}

// over tells whether nothing of what recurs is to come.
func (t *intake) over(ev *core.CalendarEvent) bool {
	s := t.seriesOf(ev, t.owner.ID) // whose it is does not matter
	return s == nil || !t.goesOn(s, t.endOf(s, ev))
}

// newOf makes a meeting of an event that is not here: one that is off where the event is.
func (t *intake) newOf(ev *core.CalendarEvent) *core.Meeting {
	m := t.meetingOf(ev)
	if !t.off(ev) {
		return m
	}
	if _, err := m.EndAt(); err != nil || ev.Startless {
		m.Start, m.Zone = ev.Recurrence, t.zoneOf(ev)
		if loc, err := t.home().Location(); err == nil && !ev.RecurrenceAt.IsZero() {
			m.Start, m.Zone = core.CivilOf(ev.RecurrenceAt.In(loc)), t.home()
		}
		m.End = m.Start.Later(wholeHour, m.Zone)
	}
	if m.Start.Valid() && m.End == m.Start { // a cancellation may leave the end out (RFC 5546 3.2.5)
		m.End = m.Start.Later(wholeHour, m.Zone)
		t.settle(m)
	}
	if m.Planned() && setCancelled(m, ev.Comment, t.saidAt(ev)) == nil {
		m.Origin.Read, m.Origin.Unheard = "", true
		t.noteDeclined(&m.Origin, ev)
	}
	return m
}

// wholeHour is how many minutes a meeting is said to have lasted that was called off by a message without its times, or
// without its end.
const wholeHour = 60

// restate gives a meeting that is called off the times and the title that the message has: they are those of its newest
// version. A message that has the start of all the series instead, as some programs write it, tells no time; one that
// puts words before the title, as others do, tells no title.
func (t *intake) restate(m *core.Meeting, ev *core.CalendarEvent) {
	if ev.Method != "cancel" || ev.Recurrence.IsZero() || ev.Startless || ev.AllDay {
		return
	}
	now := *m
	run := t.runs[ev.UID]
	if run == nil || !t.startsWith(run, ev) {
		now.Start, now.End, now.Zone = ev.Start, ev.End, t.zoneOf(ev)
	}
	if ev.Title != "" && !strings.HasSuffix(ev.Title, m.Title) {
		now.Title = clip(ev.Title, core.MaxName)
	}
	if now.Validate() == nil {
		*m = now
	}
}

// startsWith tells whether an event has the start of the first meeting of a series.
func (t *intake) startsWith(run *core.Series, ev *core.CalendarEvent) bool {
	first, err := run.Start.In(run.Zone)
	return err == nil && startsAt(ev.Start, t.zoneOf(ev), first)
}

// settleOff gives a meeting that was called off before its series came what its message did not say.
func settleOff(m *core.Meeting, run *running) {
	if !m.Off() {
		return
	}
	plain := run.meeting(run.rule.At(m.Recurrence))
	if first, err := run.Start.In(run.Zone); err == nil && startsAt(m.Start, m.Zone, first) {
		m.Start, m.End, m.Zone = plain.Start, plain.End, plain.Zone
	}
	if strings.HasSuffix(m.Title, plain.Title) || m.Title == "" {
		m.Title = plain.Title
	}
	if m.Place == "" && m.Link == "" {
		m.Place, m.Link = plain.Place, plain.Link
	}
	if m.Origin.Description == "" {
		m.Origin.Description = plain.Origin.Description
	}
}

// standAlone makes a meeting one of a series that is not here, with its original start by its own clock.
func standAlone(m *core.Meeting, original time.Time) {
	m.Series = core.ID{}
	if loc, err := m.Zone.Location(); err == nil && !original.IsZero() {
		m.Recurrence = core.CivilOf(original.In(loc))
	}
}

// setAside makes meetings by themselves of those occurrences that are of a newer version than the one that its series is
// brought to, and that this one does not have at their times: bringHome places them in a series that has.
func (t *intake) setAside(u *unit, old, now *core.Series) error {
	if sameTimes(old, now) {
		return nil
	}
	is, err := runningOf(now)
	if err != nil {
		return err
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: old.ID}))
	if err != nil {
		return err
	}
	for _, m := range list {
		if m.Origin.Stamp.IsZero() && m.Origin.Sequence == 0 || !m.Origin.Older(now.Origin.Sequence, now.Origin.Stamp) || !upcoming(m, u.now) {
			continue
		}
		at, err := m.Recurrence.In(old.Zone)
		if err != nil {
			return err
		}
		if place, has := is.rule.OriginalAt(at); has && place == m.Recurrence {
			continue
		}
		standAlone(m, at)
		if err := u.put(m); err != nil {
			return err
		}
		t.knowStray(m)
	}
	return nil
}

// room is a changed occurrence of a busy time, for which that leaves room; of one that was called off nothing takes place.
type room struct {
	clocked
	version core.Origin
	days    bool // whole ones
}

func (t *intake) knowRoom(b *core.Busy) {
	if b.Recurrence.IsZero() {
		return
	}
	if t.rooms == nil {
		t.rooms = map[string][]room{}
	}
	t.rooms[b.UID] = append(t.rooms[b.UID], room{clocked{b.Recurrence, b.ZoneFor(t.home())}, core.Origin{Sequence: b.Sequence, Stamp: b.Stamp}, b.AllDay && !b.Never()})
}

// knowRooms finds them, to carry a plan out.
func (t *intake) knowRooms(r Reader) error {
	whose := t.owner.ID
	if !t.plan.away.IsZero() {
		whose = t.plan.away
	}
	for b, err := range every[core.Busy](r) {
		if err != nil {
			return err
		}
		if b.Calendar != "" && b.Person == whose {
			t.knowRoom(b)
		}
	}
	return nil
}

// early tells whether a message is about one occurrence alone, as the organizer calls it off. Of whole days of a series nothing is
// kept: these stand beside it.
func (t *intake) early(ev *core.CalendarEvent) bool {
	return ev.Method == "cancel" && ev.Alone && !ev.Future && !(ev.AllDay && t.runs[ev.UID] != nil) && !ev.Recurrence.IsZero()
}

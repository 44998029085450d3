package planner

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Who is invited to one meeting of a series alone gets a message about that one, with its RECURRENCE-ID, and nothing of
// the rest (RFC 5546 3.2.2). It is kept as a meeting by itself until its series comes. Then it takes its place within
// the series under the id that it has: its agenda, its notes and all that names it stay with it.

// homeless tells whether a meeting is an occurrence of a series that is not here.
func homeless(m *core.Meeting) bool { return m.Series.IsZero() && !m.Recurrence.IsZero() }

// stray is a homeless meeting as an import knows it.
type stray struct {
	id, rel   core.ID
	original  clocked
	organizer string
	open      bool
}

// knowStray remembers a homeless meeting.
func (t *intake) knowStray(m *core.Meeting) {
	if t.strays == nil {
		t.strays = map[string][]stray{}
	}
	t.strays[m.UID] = append(t.strays[m.UID], stray{m.ID, m.Relationship, clocked{m.Recurrence, m.Zone}, m.Origin.Organizer, m.Planned()})
}

// knowStrays finds the homeless meetings, to carry a plan out.
func (t *intake) knowStrays(r Reader) error {
	for m, err := range every[core.Meeting](r) {
		if err != nil {
			return err
		}
		t.knowDecided(m.UID, m.Recurrence, m.Origin)
		if homeless(m) {
			t.knowStray(m)
		}
	}
	return nil
}

// placeIn gives an occurrence's original start by the clock of what it belongs to; false where that has none then.
func placeIn(run *schedule.Recurring, one clocked) (original core.Civil, has bool) {
	if at, err := one.original.In(one.zone); err == nil {
		if original, has = run.OriginalAt(at); has {
			return original, true
		}
	}
	return ofDay(run, one.original)
}

// ofDay gives the occurrence of a day that is named by its midnight, as a date alone is, and as some programs name it by
// a time: where there is none at midnight and one on that day, no other can be meant. False for all else.
func ofDay(run *schedule.Recurring, c core.Civil) (original core.Civil, has bool) {
	if c.Hour == 0 && c.Minute == 0 {
		if original, has = run.OnlyOn(c.Date); has {
			return original, true
		}
	}
	return c, false
}

// expect lets the events that come after a series in its file know the strays that it takes in.
func (t *intake) expect(series *core.Series) (found bool) {
	run, err := schedule.OfSeries(series)
	if err != nil {
		return false
	}
	for _, one := range t.strays[series.UID] {
		if place, has := placeIn(run, one.original); has && one.rel == series.Relationship {
			if _, err := recordOf(t.r, series.ID, place); err == nil {
				continue // its place is taken
			}
			found = true
			if known := t.known[eventKey{series.UID, one.original.original}]; known != nil {
				t.known[eventKey{series.UID, place}] = known
			}
		}
	}
	return found
}

// relationshipOf is relationship, but for a series of which a meeting is here already: that says whose it is.
func (t *intake) relationshipOf(ev *core.CalendarEvent) *relationshipByMail {
	for _, one := range t.strays[ev.UID] {
		for i := range t.rels {
			if t.rels[i].rel.ID == one.rel {
				return &t.rels[i]
			}
		}
	}
	return t.relationship(ev)
}

// strayOff plans that a series is called off of which nothing is here but single meetings: all of them are (RFC 5546
// 3.2.5). False where there is none.
func (t *intake) strayOff(s eventStep, ev *core.CalendarEvent) (eventStep, bool) {
	strays := t.strays[ev.UID]
	if !t.off(ev) || !ev.Recurrence.IsZero() || len(strays) == 0 || t.seriesOf(ev, strays[0].rel) != nil && t.toCome(ev) {
		return s, false // of one that says its rule there is a series then, which they join
	}
	s.As, s.Does = core.KindMeeting, CalendarSame
	for _, one := range strays {
		s.known, s.rel, s.With = core.Ref{Kind: core.KindMeeting, ID: one.id}, one.rel, t.nameOf(one.rel)
		if one.open && theirs(ev.UID, core.Origin{Organizer: one.organizer}) {
			s.Does = CalendarChanged
			break
		}
	}
	return s, true
}

// callStraysOff carries that out.
func (t *intake) callStraysOff(u *unit, ev *core.CalendarEvent) error {
	for _, one := range t.strays[ev.UID] {
		m, err := load[core.Meeting](u, one.id)
		if err != nil {
			return err
		}
		if m.Planned() && !m.Origin.Older(ev.Sequence, ev.Stamp) {
			if err := t.follow(u, m, ev); err != nil {
				return err
			}
		}
	}
	return nil
}

// bringHome gives the strays their places in a series that has come, and writes it. One that the series says does not
// take place goes, or is called off with its agenda and notes, unless it came with a newer message.
func (t *intake) bringHome(u *unit, series *core.Series) error {
	run, err := runningOf(series)
	if err != nil {
		return err
	}
	var gone []*core.Meeting
	var home []core.Record
	for _, one := range t.strays[series.UID] {
		m, err := load[core.Meeting](u, one.id)
		if err != nil {
			return err
		}
		place, has := placeIn(run.rule, clocked{m.Recurrence, m.Zone})
		if !homeless(m) || m.Relationship != series.Relationship {
			continue
		}
		if !has {
			if upcoming(m, u.now) && series.Origin.Older(m.Origin.Sequence, m.Origin.Stamp) {
				gone = append(gone, m) // the series was moved since
			}
			continue
		}
		if _, err := recordOf(u, series.ID, place); core.CodeOf(err) != core.CodeNotFound {
			if err != nil {
				return err
			}
			continue // its place is taken
		}
		m.Series, m.Recurrence = series.ID, place
		settleOff(m, run)
		out := slices.Contains(series.Except, place) && m.Planned()
		if out && upcoming(m, u.now) && !m.Origin.Older(series.Origin.Sequence, series.Origin.Stamp) {
			gone = append(gone, m)
			continue
		}
		if out {
			series.Except = slices.DeleteFunc(slices.Clone(series.Except), func(c core.Civil) bool { return c == place })
		}
		home = append(home, m)
	}
	for _, rec := range append([]core.Record{series}, home...) {
		if err := u.put(rec); err != nil {
			return err
		}
	}
	for _, m := range gone {
		if err := u.dropOccurrence(m, ""); err != nil {
			return err
		}
	}
	return nil
}

// recordOf gives the record of an occurrence. Its error has CodeNotFound where it has none.
func recordOf(r Reader, series core.ID, original core.Civil) (*core.Meeting, error) {
	at := onWall(original)
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsByOriginal, Of: series, From: at, To: at.Add(1)}) {
		return m, err
	}
	return nil, core.Fail(core.CodeNotFound, "kind", string(core.KindMeeting), "id", original.String())
}

// takeOver makes meetings of a new series of those busy times that are changed occurrences of it: whoever takes part in
// it may have become known since they came.
func (t *intake) takeOver(u *unit, series *core.Series) error {
	run, err := runningOf(series)
	if err != nil {
		return err
	}
	var made []*core.Meeting
	var days []*core.Busy
	err = t.removeParts(u, series.UID, func(b *core.Busy) bool {
		zone := b.ZoneFor(t.home())
		place, has := placeIn(run.rule, clocked{b.Recurrence, zone})
		if !has || b.Person != t.owner.ID {
			return false
		}
		if b.AllDay && !b.Never() {
			b.Recurrence = place
			days = append(days, b)
			return false // see dropDays
		}
		if slices.Contains(series.Except, place) || b.Transparent || b.AllDay {
			return true
		}
		m := run.meeting(run.rule.At(place))
		m.Origin.Sequence, m.Origin.Stamp = b.Sequence, b.Stamp
		if !b.Never() || b.Off == core.BusyOffWithAll {
			m.Title, m.Start, m.End, m.Zone = b.Title, b.Start, b.End, zone
			t.settle(m)
		} else if setCancelled(m, "", t.now) == nil {
			m.Origin.Read, m.Origin.Unheard = "", true
		}
		made = append(made, m)
		return true
	})
	for _, b := range days {
		if err == nil {
			err = u.put(b)
		}
	}
	for _, m := range made {
		if _, taken := recordOf(u, series.ID, m.Recurrence); core.CodeOf(taken) == core.CodeNotFound && err == nil {
			err = u.put(m)
		}
	}
	return err
}

// leaveRoom takes out of a busy time that recurs what is here as a meeting by itself, and those of its occurrences that are
// here as they were changed. A calendar that is no message is the whole: what was changed in an older one is so no more.
func (t *intake) leaveRoom(b *core.Busy, message bool) {
	if !b.Recurs() || b.Person != t.owner.ID || len(t.strays[b.UID])+len(t.rooms[b.UID]) == 0 {
		return
	}
	run, err := schedule.OfBusy(b, t.home())
	if err != nil {
		return
	}
	leave := func(one clocked) {
		if place, has := placeIn(run, one); has && !slices.Contains(b.Except, place) {
			b.Except = append(b.Except, place)
			slices.SortFunc(b.Except, core.Civil.Compare)
		}
	}
	for _, one := range t.strays[b.UID] {
		leave(one.original)
	}
	version := core.Origin{Sequence: b.Sequence, Stamp: b.Stamp}
	for _, one := range t.rooms[b.UID] {
		if message || !version.Older(one.version.Sequence, one.version.Stamp) {
			leave(one.clocked)
		}
	}
}

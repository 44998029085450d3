package planner

import (
	"cmp"
	"slices"
	"time"

	"mentorbook/core"
)

// offHow says how a series comes to be off.
type offHow int

const (
	offByWordOf offHow = iota // its organizer's
	offUnheard                // by that, and nobody had heard of it before
	offForDays                // it is whole days from now on, which show in its place
)

// callOff lets nothing more of another's series take place from an original start on. What was held, missed or
// called off before stays; what was planned is called off with its notes. The next meeting that would have come
// gets a record, so that its place in the calendar says what became of it.
func (t *intake) callOff(u *unit, series *core.Series, ev *core.CalendarEvent, how offHow) error {
	from, at := t.endOf(series, ev), t.saidAt(ev)
	run, err := runningOf(series)
	if err != nil {
		return err
	}
	if how != offForDays {
		if err := u.keepNext(series, run, from, how == offUnheard); err != nil {
			return err
		}
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: series.ID}))
	if err != nil {
		return err
	}
	for _, m := range list {
		if m.Origin.Older(ev.Sequence, ev.Stamp) {
			continue
		}
		gone := wentWith(m, series, run)                                                // by an earlier message: this one says so again
		if !gone && m.Declined() && m.Reason == "" && m.Recurrence.Compare(from) >= 0 { // nothing is left that the owner would not come to
			if err := u.dropOccurrence(m, ""); err != nil {
				return err
			}
			continue
		}
		if !gone && (!m.Planned() || m.Recurrence.Compare(from) < 0) {
			continue
		}
		m.Origin.Read, m.Origin.Sequence, m.Origin.Stamp = "", ev.Sequence, ev.Stamp
		t.noteWhy(&m.Origin, ev)
		switch {
		case !gone && how == offForDays:
			err = u.dropOccurrence(m, ev.Comment)
		case !gone:
			if err = setCancelled(m, ev.Comment, at); err == nil {
				err = u.put(m)
			}
		default:
			err = u.put(m)
		}
		if err != nil {
			return err
		}
	}
	was := *series
	cutSeries(series, run, from, ev.Recurrence.IsZero())
	series.Origin.Read, series.Origin.Sequence, series.Origin.Stamp = "", ev.Sequence, ev.Stamp
	t.noteWhy(&series.Origin, ev)
	v := was.Version()
	v.Sequence, v.Stamp, v.Off = ev.Sequence, ev.Stamp, true
	series.Hear(&was, v)
	return u.put(series)
}

// replaceSeries brings another's series to a new version, which was said at an instant. What was over then stays, and so does
// what was held since, or has an agenda or notes: word that a meeting is off may come later than its time. Another planned
// meeting that the new
// version does not have any more hands its agenda and notes to the one that comes in its place, or is called off
// with them. What its file has as events of their own, by their original starts in apart, these say, whatever its rule has.
func (u *unit) replaceSeries(old, now *core.Series, said time.Time, apart []core.Civil) error {
	if !sameTimes(old, now) {
		if err := u.settleGone(old, now, said); err != nil {
			return err
		}
		if err := u.moveUpcoming(old, now, said, apart); err != nil {
			return err
		}
	}
	was, err := runningOf(old)
	if err != nil {
		return err
	}
	run, err := runningOf(now)
	if err != nil {
		return err
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: now.ID}))
	if err != nil {
		return err
	}
	for _, m := range list {
		switch {
		case !upcoming(m, u.now) && slices.Contains(apart, m.Recurrence):
			continue
		case !upcoming(m, u.now):
			if err := u.dropMissed(m, run, now, said); err != nil {
				return err
			}
			continue
		case wentWith(m, old, was):
			if err := u.reinstate(m, run, now); err != nil {
				return err
			}
			continue
		case slices.Contains(apart, m.Recurrence):
			continue
		case !m.Planned() && (!m.Declined() || m.Reason != "" || m.Origin.Older(now.Origin.Sequence, now.Origin.Stamp)):
			if m.Declined() && run.rule.Has(m.Recurrence) && follow(m, old, now) { // who comes after all comes where it is then
				if err := u.put(m); err != nil {
					return err
				}
			}
			continue // what the owner has declined without a word goes too where nobody has it any more
		}
		// what is off since the owner declined all of it is not left out by its organizer: they may come to it after all
		out := slices.Contains(now.Except, m.Recurrence) && !slices.Contains(old.Restored().Except, m.Recurrence)
		if out || !run.rule.Has(m.Recurrence) {
			m.Origin.Sequence, m.Origin.Stamp = now.Origin.Sequence, now.Origin.Stamp // it goes with its series
			if err := u.dropOccurrence(m, ""); err != nil {
				return err
			}
			continue
		}
		if follow(m, old, now) {
			if err := u.put(m); err != nil {
				return err
			}
		}
	}
	return u.put(now)
}

// dropMissed removes a meeting that was to take place since a version was said that does not have it, and that nobody closed
// or prepared.
func (u *unit) dropMissed(m *core.Meeting, run *running, now *core.Series, said time.Time) error {
	if !m.Planned() || !upcoming(m, said) || run.rule.Has(m.Recurrence) && !slices.Contains(now.Except, m.Recurrence) {
		return nil
	}
	if ready, err := prepared(u, m); err != nil || ready {
		return err
	}
	return u.dropOccurrence(m, "")
}

// wentWith tells whether a meeting is off since a message about all of its series took it out, and not by one about it
// alone, or by the owner: the series has it no more, and both are of that message's version.
func wentWith(m *core.Meeting, series *core.Series, run *running) bool {
	o := m.Origin
	switch {
	case o.Here:
		return together(m, series)
	case !m.Off() || o.Sequence != series.Origin.Sequence || !o.Stamp.Equal(series.Origin.Stamp) || o.Sequence == 0 && o.Stamp.IsZero():
		return false
	case series.Declined() && series.Origin.Here: // its rule ends where the owner declined: only what its organizer left out counts
		return slices.Contains(series.Restored().Except, m.Recurrence)
	}
	return !run.rule.Has(m.Recurrence) || slices.Contains(series.Except, m.Recurrence)
}

// together tells whether the owner declined a meeting with all of its series.
func together(m *core.Meeting, series *core.Series) bool {
	return series.Declined() && series.Origin.Here && m.Declined() && m.Origin.Here && m.Origin.Answered.IsZero()
}

// reinstate lets a meeting take place again that went with its series, where a new version has it (RFC 5546 2.1.4).
// Where that has it no more either, it stays off by that one. What is of a newer version than that keeps what it is.
func (u *unit) reinstate(m *core.Meeting, run *running, now *core.Series) error {
	has := run.rule.Has(m.Recurrence) && !slices.Contains(now.Except, m.Recurrence)
	if m.Origin.Older(now.Origin.Sequence, now.Origin.Stamp) {
		if has {
			m.Reopen()
			m.Origin.Stands = 0
		}
		return u.put(m)
	}
	if m.Origin.Stands += now.Origin.Sequence - m.Origin.Sequence; !m.Origin.Here {
		m.Origin.Stands = 0 // it was off by its organizer's word
	}
	m.Origin.Sequence, m.Origin.Stamp = now.Origin.Sequence, now.Origin.Stamp
	if !has && m.Declined() { // by its organizer's word now: there is nothing to come to after all
		m.Origin.Unsay()
		m.Closed = cmp.Or(now.Origin.Stamp, m.Closed)
	}
	if has {
		m.Reopen()
		m.Origin.Unsay()
		plain := run.meeting(run.rule.At(m.Recurrence))
		if alone := m.Origin.Read != "" || m.Origin.Title != ""; !alone && m.Start == plain.Start && m.End == plain.End && m.Zone == plain.Zone {
			m.Title, m.Place, m.Link, m.Origin = plain.Title, plain.Place, plain.Link, plain.Origin
		}
	}
	return u.put(m)
}

// moveUpcoming is moveOverrides for a version that is more than a longer or shorter one. What was changed on its own
// stays as it is where the new version has it too: that is so as well when word of it comes later. What was over when the word
// was read, but to come when it was said, hands on its agenda and notes too: it was not to take place then.
func (u *unit) moveUpcoming(old, now *core.Series, said time.Time, apart []core.Civil) error {
	a, err := core.ParseRule(old.Rule)
	if err != nil {
		return err
	}
	b, err := core.ParseRule(now.Rule)
	if err != nil {
		return err
	}
	if sameRule(a, b) && old.Start == now.Start && old.End == now.End && old.Zone == now.Zone {
		return nil
	}
	loc, err := old.Zone.Location()
	if err != nil {
		return err
	}
	was, err := runningOf(old)
	if err != nil {
		return err
	}
	is, err := runningOf(now)
	if err != nil {
		return err
	}
	return u.moveOverrides(old, now, core.CivilOf(said.In(loc)), said, carrying{stays: func(m *core.Meeting) bool {
		return slices.Contains(apart, m.Recurrence) || (m.Off() || was.moved(m)) && is.rule.Has(m.Recurrence) && !slices.Contains(now.Except, m.Recurrence)
	}})
}

// moved tells whether a meeting of a series has another time than its rule gives it.
func (s *running) moved(m *core.Meeting) bool {
	plain := s.meeting(s.rule.At(m.Recurrence))
	return m.Start != plain.Start || m.End != plain.End || m.Zone != plain.Zone
}

// settleGone makes records of those occurrences of the last year that nobody closed and that a new version of the
// series does not have, so that it does not undo them. It does those that were yet to come when it was said.
func (u *unit) settleGone(old, now *core.Series, said time.Time) error {
	is, err := runningOf(now)
	if err != nil {
		return err
	}
	return u.settle(old, func(m *core.Meeting) bool {
		return !upcoming(m, said) && (!is.rule.Has(m.Recurrence) || slices.Contains(now.Except, m.Recurrence))
	})
}

// dropOccurrence removes a planned meeting that its series has no more; one with an agenda or notes is called off.
func (u *unit) dropOccurrence(m *core.Meeting, reason string) error {
	ready, err := prepared(u, m)
	switch {
	case err != nil:
		return err
	case ready && m.Planned():
		return callOff(u, m, reason, u.now)
	case ready:
		return nil // it is off, and says so
	}
	d := newDeletion()
	if err := d.takeMeeting(u, m.ID); err != nil {
		return err
	}
	return d.carryOut(u)
}

// prepared tells whether somebody wrote an agenda or notes for a meeting.
func prepared(r Reader, m *core.Meeting) (bool, error) {
	notes, err := countKeys(r, Query{Index: NotesAbout, Of: m.ID, Limit: 1})
	return len(m.Agenda)+notes > 0, err
}

// before gives the exceptions of something that ends before an original start. The first occurrence is one by
// definition, whatever the rule says: where it does not take place either, it is an exception.
func before(except []core.Civil, from, first core.Civil) []core.Civil {
	out := slices.DeleteFunc(slices.Clone(except), func(c core.Civil) bool { return c.Compare(from) >= 0 })
	if from.Compare(first) <= 0 {
		out = append(out, first)
	}
	return out
}

package planner

import (
	"slices"

	"mentorbook/core"
)

// callOff lets nothing more of another's series take place from an original start on. What was held, missed or
// called off before stays; what was planned is called off with its notes. The next meeting that would have come
// gets a record, so that its place in the calendar says what became of it.
func (t *intake) callOff(u *unit, series *core.Series, ev *core.CalendarEvent) error {
	from, at := t.endOf(series, ev), t.saidAt(ev)
	run, err := runningOf(series)
	if err != nil {
		return err
	}
	if next := run.rule.After(from, 1); len(next) > 0 {
		m, err := occurrenceAt(u, core.OccurrenceID(series.ID, next[0]))
		switch {
		case core.CodeOf(err) == core.CodeNotFound: // it has a record
		case err != nil:
			return err
		case upcoming(m, u.now):
			if err := u.put(m); err != nil {
				return err
			}
		}
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: series.ID}))
	if err != nil {
		return err
	}
	for _, m := range list {
		if !m.Planned() || m.Recurrence.Compare(from) < 0 {
			continue
		}
		m.Origin.Sequence, m.Origin.Stamp = ev.Sequence, ev.Stamp
		t.noteDeclined(&m.Origin, ev)
		if err := cancel(u, m, ev.Comment, at); err != nil {
			return err
		}
	}
	series.Rule = run.rule.Before(from).String()
	series.Except = before(series.Except, from, series.Start)
	series.Origin.Sequence, series.Origin.Stamp = ev.Sequence, ev.Stamp
	t.noteDeclined(&series.Origin, ev)
	return u.put(series)
}

// replaceSeries brings another's series to a new version. What is over stays; a planned meeting that the new
// version does not have any more hands its agenda and notes to the one that comes in its place, or is called off
// with them.
func (u *unit) replaceSeries(old, now *core.Series) error {
	if !sameTimes(old, now) {
		if err := u.settleGone(old, now); err != nil {
			return err
		}
		if err := u.moveUpcoming(old, now); err != nil {
			return err
		}
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
		if !m.Planned() || !upcoming(m, u.now) {
			continue
		}
		out := slices.Contains(now.Except, m.Recurrence) && !slices.Contains(old.Except, m.Recurrence)
		if out || !run.rule.Has(m.Recurrence) {
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

// moveUpcoming is moveOverrides for a version that is more than a longer or shorter one.
func (u *unit) moveUpcoming(old, now *core.Series) error {
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
	return u.moveOverrides(old, now, core.CivilOf(u.now.In(loc)))
}

// settleGone makes records of those occurrences of the last year that nobody closed and that a new version of the
// series does not have, so that it does not undo them.
func (u *unit) settleGone(old, now *core.Series) error {
	is, err := runningOf(now)
	if err != nil {
		return err
	}
	return u.settle(old, func(m *core.Meeting) bool {
		return !is.rule.Has(m.Recurrence) || slices.Contains(now.Except, m.Recurrence)
	})
}

// dropOccurrence removes a planned meeting that its series has no more; one with an agenda or notes is called off.
func (u *unit) dropOccurrence(m *core.Meeting, reason string) error {
	ready, err := prepared(u, m)
	switch {
	case err != nil:
		return err
	case ready && m.Planned():
		return cancel(u, m, reason, u.now)
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

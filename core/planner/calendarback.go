package planner

import (
	"slices"

	"mentorbook/core"
)

// A calendar that is no message holds all of a series as it is: what was changed on its own in an older one, and is not in
// this, is one like all others again. A message need not say so: each of its parts is known by its own RECURRENCE-ID and SEQUENCE
// (RFC 5546 2.1.5), and who organizes by Google or Outlook sends what was changed on its own in messages of its own. So that stays
// where the series comes anew with its date in it.

// goneBack gives the meetings of a series of which an event, all of it, says so, as they are among the others. What has newer
// word of its own, or is over or off, stays; of what was changed here since, the rest alone goes back.
func (t *intake) goneBack(r Reader, series *core.Series, ev *core.CalendarEvent) (back []*core.Meeting, err error) {
	if ev.Method != "" && ev.Method != "publish" || series.Origin.Rule != "" {
		return nil, nil
	}
	run, err := runningOf(series)
	if err != nil {
		return nil, err
	}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: series.ID}) {
		if err != nil {
			return nil, err
		}
		original := m.Recurrence
		if !m.Planned() || !upcoming(m, t.now) || !m.Origin.Newer(ev.Sequence, ev.Stamp) || !run.rule.Has(original) ||
			slices.Contains(series.Except, original) || slices.Contains(ev.Changed, original) {
			continue
		}
		if one := restore(m, run.meeting(run.rule.At(original))); one != nil {
			back = append(back, one)
		}
	}
	return back, nil
}

// leavesMoved tells whether a message about all of a series says nothing of a meeting to come that its organizer has moved on its own,
// and that stays so.
func (t *intake) leavesMoved(was, now *core.Series, ev *core.CalendarEvent) (bool, error) {
	if ev.Method != "request" || now.Origin.Rule != "" {
		return false, nil
	}
	had, err := runningOf(was)
	if err != nil {
		return false, err
	}
	run, err := runningOf(now)
	if err != nil {
		return false, err
	}
	for m, err := range scan[core.Meeting](t.r, Query{Index: MeetingsOfSeries, Of: now.ID, From: t.now}) {
		if err != nil {
			return false, err
		}
		original := m.Recurrence
		if m.Planned() && !m.Origin.Stamp.IsZero() && m.Origin.Start.IsZero() && had.moved(m) && run.rule.Has(original) && run.moved(m) &&
			!slices.Contains(now.Except, original) && !slices.Contains(ev.Changed, original) {
			return true, nil
		}
	}
	return false, nil
}

// restore gives a meeting what the plain one in its place has, but for what was changed here since it was read; nil where that
// changes nothing. Where it is not known what was read, all may have been changed here.
func restore(m, plain *core.Meeting) *core.Meeting {
	if m.Origin.Read == "" {
		return nil
	}
	now := *m
	is, of := marksOf(m), again(core.Origin{Read: marksOf(m).String()}, m.Origin)
	if o := &now.Origin; !o.Start.IsZero() { // the owner has moved it here: its organizer has it there
		o.Start, o.End, o.Zone = plain.Start, plain.End, plain.Zone
	} else if of[partTimes] {
		now.Start, now.End, now.Zone = plain.Start, plain.End, plain.Zone
	}
	of.keep(partTitle, &now.Title, plain.Title)
	of.keep(partPlace, &now.Place, plain.Place)
	of.keep(partLink, &now.Link, plain.Link)
	of.keep(partText, &now.Origin.Description, plain.Origin.Description)
	if marksOf(&now) == is && now.Origin == m.Origin {
		return nil
	}
	return &now
}

// takeBack lets those meetings go back. Each keeps its record, with the version of the calendar: an older message about it alone, which
// comes later, is then known for what it is.
func (t *intake) takeBack(u *unit, now *core.Series, ev *core.CalendarEvent) error {
	back, err := t.goneBack(u, now, ev)
	if err != nil {
		return err
	}
	run, err := runningOf(now)
	if err != nil {
		return err
	}
	for _, m := range back {
		if now.Origin.Sequence > m.Origin.Sequence {
			m.Origin.Unsay() // it is asked anew
		}
		m.Origin.Sequence, m.Origin.Stamp, m.Origin.Class = max(ev.Sequence, m.Origin.Sequence), ev.Stamp, now.Origin.Class
		m.Origin.Read = marksOf(run.meeting(run.rule.At(m.Recurrence))).String()
		if err := u.put(m); err != nil {
			return err
		}
	}
	return nil
}

// fates is what becomes of the meetings to come of a series that were moved on their own, by a version that says nothing of them.
type fates struct {
	stays bool        // some stay so
	voids bool        // some are so no more, and are as the others of the series
	gone  []core.Date // the days, on the owner's clock, of those that take place no more
}

// movedOnes gives it.
func (t *intake) movedOnes(was, now *core.Series, ev *core.CalendarEvent) (out fates, err error) {
	if out.stays, err = t.leavesMoved(was, now, ev); err != nil || sameTimes(was, now) || now.Origin.Rule != "" {
		return out, err
	}
	had, err := runningOf(was)
	if err != nil {
		return out, err
	}
	is, err := runningOf(now)
	if err != nil {
		return out, err
	}
	for m, err := range scan[core.Meeting](t.r, Query{Index: MeetingsOfSeries, Of: now.ID, From: t.now}) {
		if err != nil {
			return out, err
		}
		stays := slices.Contains(ev.Changed, m.Recurrence) || is.rule.Has(m.Recurrence) || m.Origin.Older(ev.Sequence, ev.Stamp)
		if !m.Planned() || !had.rule.Has(m.Recurrence) || !had.moved(m) || stays {
			continue
		}
		if had.hasPlace(m.Recurrence, is) {
			out.voids = true
		} else {
			out.gone = append(out.gone, t.dayOf(m))
		}
	}
	return out, nil
}

// hasPlace tells whether another version of a series has a meeting in the place of one: see moveUpcoming.
func (s *running) hasPlace(original core.Civil, is *running) (has bool) {
	if s.rule.Beside(original) {
		_, has = s.rule.Twin(original, is.rule)
		return has
	}
	_, has = is.rule.Nth(s.rule.Index(original))
	return has
}

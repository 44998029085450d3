package planner

import "mentorbook/core"

// What the owner has declined stays off where its organizer sends it again under the same SEQUENCE: nobody asks them anew (RFC 5546
// 2.1.4). But where it is to take place, and what it is called, is heard all the same: who comes after all comes there.

// declinedSince tells whether the owner has declined all of a series after a message about all of it was sent, under the same
// SEQUENCE: that is said to what the message says of one of its meetings, too.
func (t *intake) declinedSince(run *core.Series, ev *core.CalendarEvent) bool {
	if run == nil || !run.Declined() || !run.Origin.Here || ev.Alone || ev.Recurrence.IsZero() || ev.Stamp.IsZero() {
		return false
	}
	at := run.Origin.Answered
	if again := t.heard[eventKey{uid: ev.UID}]; again.answer == core.AnswerDeclined && again.at.After(at) {
		at = again.at
	}
	return !at.Before(ev.Stamp)
}

// hearsDeclined plans that, of all of a series.
func (t *intake) hearsDeclined(s eventStep, run *core.Series, ev *core.CalendarEvent) eventStep {
	t.stale[ev.UID] = run.Origin.Older(ev.Sequence, ev.Stamp)
	if s.hears = t.declinedSays(run, ev) != nil; s.hears {
		s.Does = CalendarChanged
	}
	return s
}

// declinedSays gives a series that the owner has declined with the texts that a later message has for it; nil for no other ones.
func (t *intake) declinedSays(run *core.Series, ev *core.CalendarEvent) *core.Series {
	now := t.seriesOf(once(ev), run.Relationship)
	if now == nil || ev.Sequence != run.Origin.Sequence || !ev.Stamp.After(run.Origin.Stamp) {
		return nil
	}
	keepOwnOfSeries(run, now)
	out := *run
	out.Title, out.Place, out.Link = now.Title, now.Place, now.Link
	out.Origin.Description, out.Origin.Title, out.Origin.Class = now.Origin.Description, now.Origin.Title, now.Origin.Class
	if out.Title == run.Title && out.Place == run.Place && out.Link == run.Link && out.Origin == run.Origin {
		return nil
	}
	out.Origin.Read, out.Origin.Stamp = now.Origin.Read, ev.Stamp
	return &out
}

// hearsDeclinedOne plans it of a meeting.
func (t *intake) hearsDeclinedOne(s eventStep, known *knownEvent, ev *core.CalendarEvent) eventStep {
	m, err := load[core.Meeting](t.r, known.ref.ID)
	if err != nil || t.off(ev) || t.declinedOneSays(m, ev) == nil {
		return s
	}
	s.Does, s.hears = CalendarChanged, true
	return s
}

// declinedOneSays gives a meeting that the owner has declined with the texts and the times that a later message has for it; nil
// for no other ones.
func (t *intake) declinedOneSays(m *core.Meeting, ev *core.CalendarEvent) *core.Meeting {
	crosses := ev.Sequence > m.Origin.Sequence && t.declinedSince(t.runs[ev.UID], ev)
	alone := !crosses && t.staysDeclined(m, ev)
	if !m.Declined() || ev.AllDay || !crosses && !alone && (ev.Sequence != m.Origin.Sequence || !ev.Stamp.After(m.Origin.Stamp)) || m.Origin.Stamp.IsZero() && m.Origin.Answer == "" {
		return nil
	}
	now := t.meetingOf(ev)
	same := again(m.Origin, now.Origin)
	out := *m
	if !same[partTimes] && m.Origin.Start.IsZero() {
		out.Start, out.End, out.Zone = now.Start, now.End, now.Zone
	}
	same.keepTitle(&now.Title, &now.Origin, m.Title)
	same.keep(partPlace, &now.Place, m.Place)
	same.keep(partLink, &now.Link, m.Link)
	out.Title, out.Place, out.Link = now.Title, now.Place, now.Link
	out.Origin.Description, out.Origin.Title, out.Origin.Class = now.Origin.Description, now.Origin.Title, now.Origin.Class
	if meetingSum(&out) == meetingSum(m) && out.Origin.Title == m.Origin.Title || out.Validate() != nil {
		return nil
	}
	if alone {
		out.Origin.Stands = ev.Sequence - (m.Origin.Sequence - m.Origin.Stands)
	}
	if crosses {
		out.Origin.Stands = max(ev.Sequence-t.runs[ev.UID].Origin.Sequence, 0)
	}
	out.Origin.Read, out.Origin.Stamp, out.Origin.Sequence = now.Origin.Read, ev.Stamp, ev.Sequence
	return &out
}

// staysDeclined tells whether one occurrence of a series, which the owner has declined by itself, stays so beside a version of it with
// a higher SEQUENCE: that has the time which they declined, and its organizer counts their answer to it still. See stands.go.
func (t *intake) staysDeclined(m *core.Meeting, ev *core.CalendarEvent) bool {
	if !m.Declined() || !m.Origin.Here || !ours(m.UID) || ev.Recurrence.IsZero() || ev.Method != "request" || ev.Sequence <= m.Origin.Sequence || t.said(ev) != "" {
		return false
	}
	alone, all := t.heard[eventKey{ev.UID, m.Recurrence}], t.heard[eventKey{uid: ev.UID}]
	if alone.answer != core.AnswerDeclined || all.answer == core.AnswerDeclined && alone.at.Before(all.at) || alone.sequence < m.Origin.Sequence-m.Origin.Stands {
		return false
	}
	is := t.meetingOf(ev)
	now, was := &core.Dispatch{Start: is.Start, End: is.End, Zone: is.Zone}, m.Organized()
	return now.SameSpan(was.Start, was.End, was.Zone)
}

// hear carries it out. The meetings of a series that have records follow it.
func (t *intake) hear(u *unit, p pair) error {
	if p.step.As == core.KindMeeting {
		m, err := load[core.Meeting](u, p.step.known.ID)
		if err != nil {
			return err
		}
		if m.Planned() { // it has come back with its series, by what the same file says of that
			return t.follow(u, m, p.ev)
		}
		if now := t.declinedOneSays(m, p.ev); now != nil {
			return u.put(now)
		}
		return nil
	}
	old, err := load[core.Series](u, p.step.known.ID)
	if err != nil {
		return err
	}
	now := t.declinedSays(old, p.ev)
	if now == nil {
		return nil
	}
	t.runs[p.ev.UID] = now
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: old.ID}))
	if err != nil {
		return err
	}
	for _, m := range list {
		if upcoming(m, t.now) && (m.Planned() || m.Declined()) && follow(m, old, now) {
			if err := u.put(m); err != nil {
				return err
			}
		}
	}
	return u.put(now)
}

// putDeclined gives a meeting that the owner has declined elsewhere the times of the version which they declined: who comes after all
// comes then.
func (t *intake) putDeclined(m *core.Meeting, ev *core.CalendarEvent) {
	if !t.declined(ev) || ev.Startless || ev.AllDay {
		return
	}
	now := *m
	if now.Start, now.End, now.Zone = ev.Start, ev.End, t.zoneOf(ev); now.Validate() == nil {
		*m = now
	}
}

// declinedAt gives another's series at the times of a newer version, all of which the owner has declined elsewhere; nil where it has
// these times. Who comes after all comes then.
func (t *intake) declinedAt(run *core.Series, ev *core.CalendarEvent) *core.Series {
	if !t.declined(ev) || ev.Startless || !ev.Recurrence.IsZero() || !run.Origin.Newer(ev.Sequence, ev.Stamp) {
		return nil
	}
	now := t.seriesNow(run, ev)
	if now == nil || sameTimes(run.Restored(), now) {
		return nil
	}
	return now
}

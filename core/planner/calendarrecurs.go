package planner

import (
	"mentorbook/core"
)

// What happened once may recur in a newer version, as where an organizer lets a meeting go on every week, and what recurred
// may happen once. A meeting that is here keeps what was written of it: it is one of those that recur then.

// recursNow tells whether an event is a version, which recurs, of what is known as one meeting. One that is off goes where
// nothing was prepared for it: it may be off by a message that did not say that it recurs.
func (t *intake) recursNow(known *knownEvent, ev *core.CalendarEvent) bool {
	if known.ref.Kind != core.KindMeeting || ev.Rule == "" && len(ev.Extra) == 0 || !ev.Recurrence.IsZero() || ev.AllDay || ev.Transparent || t.off(ev) ||
		!theirs(ev.UID, *known.origin()) || known.origin().Older(ev.Sequence, ev.Stamp) || t.plan.as == CalendarAsBusy {
		return false
	}
	m, err := load[core.Meeting](t.r, known.ref.ID)
	if err != nil || !m.Recurrence.IsZero() {
		return false
	}
	series := t.seriesOf(ev, known.rel) != nil
	if known.off {
		ready, err := prepared(t.r, m)
		return err == nil && !ready && series
	}
	rel := t.relationshipOf(ev)
	return !series || rel != nil && rel.rel.ID == known.rel
}

// becomeOne makes a meeting that is here one of those that recur now: the first.
func (t *intake) becomeOne(u *unit, id core.ID, ev *core.CalendarEvent) error {
	m, err := load[core.Meeting](u, id)
	if err != nil {
		return err
	}
	if m.Planned() {
		if err := t.follow(u, m, ev); err != nil {
			return err
		}
	}
	m.Recurrence = ev.Start.OnClock(t.zoneOf(ev), m.Zone)
	t.knowStray(m)
	return u.put(m)
}

// clearWay makes room for a new series where what it is of is here as one meeting: one that is off goes, any other becomes
// one of the series.
func (t *intake) clearWay(u *unit, p pair) error {
	was := p.step.known
	if was.ID.IsZero() {
		return nil
	}
	if was.Kind == core.KindBusy { // who invites is met now
		return u.remove(was)
	}
	m, err := load[core.Meeting](u, was.ID)
	if err != nil {
		return err
	}
	if m.Off() {
		return u.remove(was)
	}
	return t.becomeOne(u, was.ID, p.ev)
}

// once gives an event that does not recur as a rule that has it alone, for a series that does not recur any more.
func once(ev *core.CalendarEvent) *core.CalendarEvent {
	if ev.Rule != "" || len(ev.Extra) > 0 || ev.AllDay || !ev.Recurrence.IsZero() {
		return ev
	}
	out := *ev
	out.Rule = core.Rule{Freq: core.FreqDaily, Count: 1}.String()
	return &out
}

// halfIn tells whether an event is one changed date of what recurs as no series does, and is known as a meeting by itself:
// former versions took the one for a meeting and the rest for busy time. It goes with the rest where nothing was prepared
// for it.
func (t *intake) halfIn(known *knownEvent, ev *core.CalendarEvent) bool {
	if known.ref.Kind != core.KindMeeting || ev.Alone || ev.Recurrence.IsZero() || t.noSeries[ev.UID] == nil || !known.open || t.plan.as == CalendarAsMeetings {
		return false
	}
	m, err := load[core.Meeting](t.r, known.ref.ID)
	if err != nil || !homeless(m) {
		return false
	}
	ready, err := prepared(t.r, m)
	return err == nil && !ready
}

// makeBusy puts the busy time that it is in the place of a meeting.
func (t *intake) makeBusy(u *unit, p pair) error {
	d := newDeletion()
	if err := d.takeMeeting(u, p.step.known.ID); err != nil {
		return err
	}
	if err := d.carryOut(u); err != nil {
		return err
	}
	if t.off(p.ev) {
		return nil
	}
	return u.create(t.busyOf(p.ev))
}

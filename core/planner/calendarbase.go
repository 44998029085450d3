package planner

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A message about one occurrence need not tell times by the clock of what it belongs to: many programs write UTC.
// So its original start is an instant (RFC 5545 3.8.4.4), to be found by the clock of what is here.

// clocked is the original start of an occurrence that is here without what it belongs to.
type clocked struct {
	original core.Civil
	zone     core.Zone
}

// note remembers an occurrence that is here by itself.
func (t *intake) note(uid string, original core.Civil, zone core.Zone) {
	if !original.IsZero() {
		t.ones[uid] = append(t.ones[uid], clocked{original, zone})
	}
}

// locate finds the original start of an occurrence by the clock of what it belongs to, where the file does not say
// that clock.
func (t *intake) locate(s *eventStep, ev *core.CalendarEvent, base *core.Busy) {
	defer s.place(ev)
	s.recurrence = ev.Recurrence
	if p := t.movedHere(ev.UID); p != nil && !ev.Recurrence.IsZero() {
		t.locateMoved(s, ev, p)
		return
	}
	if !ev.Alone {
		return
	}
	var start core.Civil
	var zone core.Zone
	var rule *schedule.Recurring
	var err error
	run := t.runs[ev.UID]
	if base != nil && t.days[eventKey{uid: ev.UID}] != nil {
		run = nil // it is off since all of it is whole days
	}
	defer func() {
		if _, here := t.known[eventKey{ev.UID, s.recurrence}]; run != nil && !here {
			t.locateOne(s, ev) // it waits for the version of its series that has it
		}
	}()
	switch {
	case run != nil:
		start, zone = run.Start, run.Zone
		rule, err = schedule.OfSeries(run)
	case base != nil && base.AllDay:
		s.recurrence = core.Civil{Date: ev.Recurrence.Date}
		return
	case base != nil:
		start, zone = base.Start, base.ZoneFor(t.home())
		rule, err = schedule.OfBusy(base, t.home())
	default:
		t.locateOne(s, ev)
		return
	}
	if ev.Zone == "UTC" {
		s.zone = zone
	}
	if err == nil && !ev.RecurrenceAt.IsZero() {
		original, has := rule.OriginalAt(ev.RecurrenceAt)
		if s.recurrence = original; !has {
			s.recurrence, _ = ofDay(rule, original)
		}
	} else if ev.Recurrence.Hour == 0 && ev.Recurrence.Minute == 0 { // a date names the occurrence of that day
		s.recurrence = core.Civil{Date: ev.Recurrence.Date, Hour: start.Hour, Minute: start.Minute}
	}
}

// baseOf gives the busy time that recurs and that an event belongs to whose file does not have it; nil where there is
// none.
func (t *intake) baseOf(ev *core.CalendarEvent) (*core.Busy, error) {
	id, here := t.times[ev.UID]
	if !here || !ev.Alone {
		return nil, nil
	}
	return load[core.Busy](t.r, id)
}

// locateOne finds an occurrence that is here by itself, as when the owner is invited to that one alone.
func (t *intake) locateOne(s *eventStep, ev *core.CalendarEvent) {
	for _, one := range t.ones[ev.UID] {
		at, err := one.original.In(one.zone)
		if err == nil && !ev.RecurrenceAt.IsZero() && at.Equal(ev.RecurrenceAt) {
			s.recurrence = one.original
			if ev.Zone == "UTC" {
				s.zone = one.zone
			}
		}
	}
}

// place puts an event by the clock that the step has found.
func (s *eventStep) place(ev *core.CalendarEvent) {
	ev.Recurrence = s.recurrence
	if s.part != "" {
		ev.UID = s.part
	}
	if s.lasts > 0 && !ev.Ended {
		ev.End = ev.Start.Later(s.lasts, ev.Zone)
	}
	if _, err := s.zone.Location(); s.zone == "" || err != nil {
		return
	}
	ev.Start, ev.End = core.SpanOnClock(ev.Start, ev.End, "UTC", s.zone)
	ev.Zone = s.zone
}

func (t *intake) home() core.Zone { return t.owner.Home() }

// busyPart plans a message about one occurrence, or about one and all later ones, of a busy time that is here.
func (t *intake) busyPart(s eventStep, known *knownEvent, here bool, ev *core.CalendarEvent, base *core.Busy) (eventStep, error) {
	s.As, s.known, s.base = core.KindBusy, known.ref, base.ID
	run, err := schedule.OfBusy(base, t.home())
	if err != nil {
		return s, err
	}
	version := core.Origin{Sequence: base.Sequence, Stamp: base.Stamp}
	shows := run.Has(ev.Recurrence) && !slices.Contains(base.Except, ev.Recurrence)
	if !ev.Future && !run.Has(ev.Recurrence) {
		if version.Older(ev.Sequence, ev.Stamp) {
			return s.refuse(core.Fail(core.CodeOlder)), nil // it was moved since
		}
		s.base = core.ID{} // it is of a version that is not here yet
		return t.busyStep(s, known, here, ev)
	}
	anew := t.off(ev) && t.early(ev) && version.Newer(ev.Sequence, ev.Stamp) // of what it leaves out already: the version is kept
	switch {
	case ev.Future && !t.off(ev):
		return s.refuse(core.Fail(core.CodeThisAndFuture)), nil
	case !here && !shows && anew:
		s.Does = CalendarChanged
		return s, nil
	case ev.Future && (here || len(run.After(ev.Recurrence, 1)) > 0), t.off(ev) && !here && shows:
		s.Does = CalendarChanged
		return s, nil
	case len(base.Except) >= core.MaxItems && shows:
		return s.refuse(core.FailField(core.CodeTooMany, "except", "max", core.MaxItems)), nil
	}
	return t.busyStep(s, known, here, ev)
}

// leaveOut takes an occurrence, or it and all later ones, out of the busy time that it belongs to. That is as new
// as the message then: an older copy of it, which has the occurrence still, is known as such.
func (t *intake) leaveOut(u *unit, p pair) error {
	base, err := load[core.Busy](u, p.step.base)
	if err != nil {
		return err
	}
	if p.ev.Stamp.After(base.Stamp) {
		base.Stamp = p.ev.Stamp
	}
	if p.ev.Future {
		run, err := schedule.OfBusy(base, t.home())
		if err != nil {
			return err
		}
		base.Rule = run.Before(p.ev.Recurrence).String()
		base.Except = before(base.Except, p.ev.Recurrence, base.Start)
		base.Extra = slices.DeleteFunc(base.Extra, func(c core.Civil) bool { return c.Compare(p.ev.Recurrence) >= 0 })
		if err := t.removeParts(u, base.UID, func(b *core.Busy) bool { return b.Recurrence.Compare(p.ev.Recurrence) >= 0 }); err != nil {
			return err
		}
	} else if !slices.Contains(base.Except, p.ev.Recurrence) {
		base.Except = append(base.Except, p.ev.Recurrence)
		slices.SortFunc(base.Except, core.Civil.Compare)
	}
	return u.put(base)
}

// dropParts removes the changed occurrences that a new version has as all others, which would show twice, and those that
// it has no more.
func (t *intake) dropParts(u *unit, b *core.Busy) error {
	if parts, err := t.partsOf(u, b.UID); err != nil || len(parts) == 0 || !b.Recurs() {
		return err
	}
	run, err := schedule.OfBusy(b, t.home())
	if err != nil {
		return err
	}
	version := core.Origin{Sequence: b.Sequence, Stamp: b.Stamp}
	return t.removeParts(u, b.UID, func(part *core.Busy) bool {
		place, has := placeIn(run, clocked{part.Recurrence, part.ZoneFor(t.home())})
		if !has {
			place, has = part.Recurrence, run.Has(part.Recurrence)
		}
		if !has {
			return version.Older(part.Sequence, part.Stamp) // it was moved since
		}
		return !slices.Contains(b.Except, place)
	})
}

// removeParts removes those changed occurrences of a busy time of which drop is true.
func (t *intake) removeParts(u *unit, uid string, drop func(*core.Busy) bool) error {
	return t.eachPart(u, uid, func(b *core.Busy) error {
		if !drop(b) {
			return nil
		}
		return u.remove(core.RefOf(b))
	})
}

// eachPart goes through the changed occurrences of a busy time that are here still.
func (t *intake) eachPart(u *unit, uid string, do func(*core.Busy) error) error {
	parts, err := t.partsOf(u, uid)
	if err != nil {
		return err
	}
	for _, ref := range parts {
		b, err := load[core.Busy](u, ref.ID)
		if core.CodeOf(err) == core.CodeNotFound { // by an earlier step
			continue
		}
		if err != nil {
			return err
		}
		if err := do(b); err != nil {
			return err
		}
	}
	return nil
}

// partsOf gives the busy times that were changed occurrences of a UID when the import first asked for any.
func (t *intake) partsOf(u *unit, uid string) ([]core.Ref, error) {
	if t.parts == nil {
		t.parts = map[string][]core.Ref{}
		whose := t.owner.ID
		if !t.plan.away.IsZero() {
			whose = t.plan.away
		}
		for b, err := range every[core.Busy](u) {
			if err != nil {
				return nil, err
			}
			if b.Calendar != "" && b.Person == whose && !b.Recurrence.IsZero() {
				t.parts[b.UID] = append(t.parts[b.UID], core.RefOf(b))
			}
		}
	}
	return t.parts[uid], nil
}

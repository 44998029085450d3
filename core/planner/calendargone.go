package planner

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Busy time that is off stays here as a record that takes place never (core.Busy.Never), with the version by which it is off: an
// older copy of it, as in a file that was exported before, is known as such then and does not bring it back. All of what recurs
// hides those of its occurrences that were changed, and shows them again where it takes place again, as messages about single
// ones may overtake those about all (RFC 5546 2.1.5).

func versionOf(b *core.Busy, organizer string) version {
	return version{organizer, b.Sequence, b.Stamp, b.AllDay, b.Never(), b.Off == core.BusyDeclined, b.Off == core.BusyOffWithAll}
}

// busyOff plans an event that is off as busy time.
func (t *intake) busyOff(s eventStep, known *knownEvent, here bool, ev *core.CalendarEvent) eventStep {
	was := known.origin()
	never := here && known.version.never && !known.version.withAll
	switch {
	case never && t.offMore(known, ev):
		s.Does = CalendarChanged
	case never:
		s.Does = CalendarSame
	case here && was.Older(ev.Sequence, ev.Stamp):
		return s.refuse(core.Fail(core.CodeOlder))
	case here:
		s.Does = CalendarChanged
	case ev.Recurrence.IsZero() && !t.mayCome(ev):
		return s.refuse(t.isOff(ev))
	case t.early(ev) && s.base.IsZero(), ev.Recurrence.IsZero():
		if err := t.busyOf(ev).Validate(); err != nil {
			return s.refuse(err)
		}
		s.Does = CalendarNew
	default: // the event that it belongs to leaves it out
		s.Does = CalendarSame
	}
	return s
}

// offMore tells whether an event says more of what is off than is known: a newer version of that, or its organizer's word beside
// the owner's own. What is no message has a new stamp at every export.
func (t *intake) offMore(known *knownEvent, ev *core.CalendarEvent) bool {
	was := known.origin()
	switch {
	case known.version.declined && !t.declined(ev):
		return !was.Older(ev.Sequence, ev.Stamp)
	case ev.Sequence == was.Sequence && ev.Method != "cancel":
		return false
	}
	return was.Newer(ev.Sequence, ev.Stamp)
}

// mayCome tells whether what is off and was never here is of use to know: older versions of it may be on their way, as it is
// yet to come, or one of its occurrences is here.
func (t *intake) mayCome(ev *core.CalendarEvent) bool {
	if len(t.rooms[ev.UID]) > 0 {
		return true
	}
	if ev.Method != "cancel" || ev.Startless {
		return ev.Method == "cancel"
	}
	b := &core.Busy{Start: ev.Start, End: ev.End, Zone: ev.Zone, Rule: ev.Rule, Extra: ev.Extra}
	run, err := schedule.OfBusy(b, t.home())
	if err != nil {
		return false
	}
	for _, err := range run.From(t.now) {
		return err == nil
	}
	return false
}

// backOn tells whether an event brings back what is off: a newer version does. The owner's own word in their own calendar is of the
// same version, and takes back what they had said before.
func (t *intake) backOn(known *knownEvent, ev *core.CalendarEvent) bool {
	was := known.origin()
	return was.Newer(ev.Sequence, ev.Stamp) || known.version.declined && t.said(ev) != "" && !was.Older(ev.Sequence, ev.Stamp)
}

// stillOff says why it does not.
func stillOff(known *knownEvent, ev *core.CalendarEvent) error {
	switch {
	case known.origin().Older(ev.Sequence, ev.Stamp):
		return core.Fail(core.CodeOlder)
	case known.version.declined:
		return core.Fail(core.CodeDeclined)
	}
	return core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
}

// ruleGone plans a changed occurrence of busy time that is off as a whole by a version that is no older. A message about it alone
// may have been overtaken: it is kept for when the whole takes place again.
func (t *intake) ruleGone(s eventStep, at *encounter) (eventStep, bool, error) {
	ev, all := at.ev, t.known[eventKey{uid: at.ev.UID}]
	if ev.Recurrence.IsZero() || ev.Future || t.off(ev) || all == nil || !all.version.never || s.lasts > 0 || t.backOn(all, ev) {
		return s, false, nil
	}
	s.As, s.known, s.Off = core.KindBusy, at.known.ref, true
	was := at.known.origin()
	switch {
	case !ev.Alone, at.here && was.Older(ev.Sequence, ev.Stamp):
		return s.refuse(stillOff(all, ev)), true, nil
	case at.here && !was.Newer(ev.Sequence, ev.Stamp):
		s.Does = CalendarSame
		return s, true, nil
	}
	if err := t.busyOf(ev).Validate(); err != nil {
		return s.refuse(err), true, nil
	}
	if s.Does, s.hidden = CalendarNew, true; at.here {
		s.Does = CalendarChanged
	}
	return s, true, nil
}

// offFromTheFirst makes a busy time of an event that takes place never: a message may leave out when it would have been.
func (t *intake) offFromTheFirst(b *core.Busy, ev *core.CalendarEvent) *core.Busy {
	if ev.Startless {
		if b.Start, b.Zone, b.AllDay = ev.Recurrence, t.zoneOf(ev), false; b.Start.IsZero() {
			b.Start = core.CivilOf(t.now.In(zoneOf(t.owner)))
		}
		b.End = b.Start
	}
	if b.End == b.Start {
		b.End = b.Start.Later(wholeHour, b.ZoneFor(t.home()))
	}
	b.CallOff(t.whyOff(ev))
	return b
}

func (t *intake) whyOff(ev *core.CalendarEvent) core.BusyOff {
	if t.declined(ev) {
		return core.BusyDeclined
	}
	return ""
}

// takeNewBusy keeps a busy time that is not here yet.
func (t *intake) takeNewBusy(u *unit, p pair) error {
	b := t.busyOf(p.ev)
	if p.step.hidden {
		b.CallOff(core.BusyOffWithAll)
	}
	if err := t.dropParts(u, b); err != nil {
		return err
	}
	if err := u.create(b); err != nil || !b.Never() || !b.Recurrence.IsZero() {
		return err
	}
	return t.partsOff(u, b)
}

// putHidden keeps a newer version of an occurrence that is off with all.
func (t *intake) putHidden(u *unit, p pair) error {
	b := t.busyOf(p.ev)
	b.CallOff(core.BusyOffWithAll)
	return t.putBusyOver(u, p.step.known.ID, b)
}

// callBusyOff lets what was called off take place never; with what recurs, the occurrences that were changed.
func (t *intake) callBusyOff(u *unit, p pair) error {
	switch {
	case p.ev.Future: // leaveOut has done it
		return nil
	case p.step.known.ID.IsZero() && t.early(p.ev):
		return u.create(t.busyOf(p.ev)) // what comes later and has it still leaves room for it
	case p.step.known.ID.IsZero():
		return nil // it was an occurrence without a record
	}
	b, err := load[core.Busy](u, p.step.known.ID)
	if err != nil {
		return err
	}
	if p.ev.Sequence != b.Sequence || p.ev.Stamp.After(b.Stamp) { // one without a stamp is as new as what it is about
		b.Sequence, b.Stamp = p.ev.Sequence, p.ev.Stamp
	}
	b.CallOff(t.whyOff(p.ev))
	if err := u.put(b); err != nil || !b.Recurrence.IsZero() {
		return err
	}
	return t.partsOff(u, b)
}

// partsOff takes the changed occurrences of a busy time off with it, but those that came with a newer message.
func (t *intake) partsOff(u *unit, all *core.Busy) error {
	version := core.Origin{Sequence: all.Sequence, Stamp: all.Stamp}
	return t.editParts(u, all.UID, func(b *core.Busy) bool {
		if b.Never() || version.Newer(b.Sequence, b.Stamp) {
			return false
		}
		b.CallOff(core.BusyOffWithAll)
		return true
	})
}

// partsOn shows those again that were off with all.
func (t *intake) partsOn(u *unit, uid string) error {
	return t.editParts(u, uid, func(b *core.Busy) bool {
		if b.Off != core.BusyOffWithAll {
			return false
		}
		b.Except, b.Off = slices.DeleteFunc(b.Except, func(c core.Civil) bool { return c == b.Start }), ""
		return true
	})
}

// editParts writes those changed occurrences of a busy time that edit changes.
func (t *intake) editParts(u *unit, uid string, edit func(*core.Busy) bool) error {
	return t.eachPart(u, uid, func(b *core.Busy) error {
		if !edit(b) {
			return nil
		}
		return u.put(b)
	})
}

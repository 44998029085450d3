package planner

import (
	"cmp"
	"context"
	"slices"

	"mentorbook/core"
)

// Whole days are no meeting: nobody knows at which hour they meet, if at all. What its organizer makes whole days of is busy time
// then: a meeting, one date of a series, or all of it. What was held stays; what somebody prepared is off and keeps its agenda and
// notes, with the whole days beside it, under the same UID. So does a series: it takes place no more, and is there for when it
// is at an hour again.

// knowDays remembers whole days beside a meeting or a series that is here. It gives whether they have the key of that.
func (t *intake) knowDays(key eventKey, b *core.Busy, known *knownEvent) (taken bool) {
	was := t.known[key]
	taken = was != nil && was.ref.Kind != core.KindBusy
	if b.AllDay && !b.Never() && (taken || t.runs[key.uid] != nil) {
		t.days[key] = known
	}
	return taken
}

// daysStep plans whole days in the place of what is here at an hour, or beside what is off since it became them.
func (t *intake) daysStep(s eventStep, ev *core.CalendarEvent, kept core.Flaw) eventStep {
	b := t.busyOf(ev)
	if err := b.Validate(); err != nil {
		return s.refuse(err)
	}
	s.As, s.rel, s.With, s.Free = core.KindBusy, core.ID{}, "", b.Transparent
	if was := t.days[eventKey{ev.UID, ev.Recurrence}]; was != nil {
		switch sum, err := busySum(b); {
		case err != nil:
			return s.refuse(err)
		case sum == was.sum:
			s.Does = CalendarSame
			return s
		case was.origin().Older(ev.Sequence, ev.Stamp):
			return s.refuse(core.Fail(core.CodeOlder))
		}
		kept = ""
	}
	if s.Does, s.days = CalendarChanged, true; s.Kept == "" {
		s.Kept = kept
	}
	return s
}

// daysNow plans what becomes of a meeting of which its organizer has made whole days.
func (t *intake) daysNow(s eventStep, ev *core.CalendarEvent) eventStep {
	m, err := load[core.Meeting](t.r, s.known.ID)
	if err != nil {
		return s.refuse(err)
	}
	ready, err := prepared(t.r, m)
	switch {
	case err != nil:
		return s.refuse(err)
	case ready && m.Planned():
		return t.daysStep(s, ev, core.FlawNowDaysOff)
	}
	return t.daysStep(s, ev, core.FlawNowDays)
}

// seriesInDays plans what becomes of a series of which its organizer has made whole days, all of it.
func (t *intake) seriesInDays(s eventStep, run *core.Series, ev *core.CalendarEvent) eventStep {
	t.noSeries[ev.UID] = ev // what the file has of its dates is of that
	if t.days[eventKey{uid: ev.UID}] == nil && (run.Origin.Older(ev.Sequence, ev.Stamp) || CalledOff(run) && !run.Origin.Newer(ev.Sequence, ev.Stamp)) {
		return s.refuse(core.Fail(core.CodeOlder))
	}
	return t.daysStep(s, ev, core.FlawNowAllDays)
}

// ruleOfDays plans what is said of one date of a series that is whole days as a whole: it is busy time, too.
func (t *intake) ruleOfDays(s eventStep, at *encounter) (eventStep, bool, error) {
	ev := at.ev
	if ev.Recurrence.IsZero() || t.runs[ev.UID] == nil || t.noSeries[ev.UID] == nil && t.days[eventKey{uid: ev.UID}] == nil {
		return s, false, nil
	}
	known, here := at.known, at.here && at.known.ref.Kind == core.KindBusy
	if !here {
		known = &knownEvent{}
	}
	s, err := t.busyStep(s, known, here, ev)
	return s, true, err
}

// dateOfDays plans what is said of a date of a series that is, or becomes, whole days; decided is false for what is neither.
func (t *intake) dateOfDays(s eventStep, run *core.Series, ev *core.CalendarEvent, has bool) (_ eventStep, decided bool) {
	was, isNew := t.days[eventKey{ev.UID, ev.Recurrence}], t.known[eventKey{uid: ev.UID}] == nil
	switch {
	case was != nil && was.origin().Older(ev.Sequence, ev.Stamp):
		return s.refuse(core.Fail(core.CodeOlder)), true
	case !ev.AllDay || t.off(ev):
		return s, false
	case t.plan.as == CalendarAsMeetings && isNew:
		return s.refuse(core.Fail(core.CodeWholeDays)), true
	case was == nil && !has && !ev.Alone && t.unchanged[ev.UID] && !run.Origin.Newer(ev.Sequence, ev.Stamp):
		return s, true // the owner has taken it out here since it was read
	}
	if s = t.daysStep(s, ev, core.FlawNowDays); s.Does == CalendarChanged && isNew {
		s.Does, s.Kept = CalendarNew, core.FlawBusyDays
	}
	return s, true
}

// besideDays lets a step that brings back at an hour, or takes off, what is whole days here do away with these.
func (t *intake) besideDays(s eventStep, ev *core.CalendarEvent) eventStep {
	was := t.days[eventKey{ev.UID, ev.Recurrence}]
	if was == nil || s.Does == CalendarRefused {
		return s
	}
	if s.days {
		s.beside = was.ref
		return s
	}
	if s.As == core.KindBusy {
		return s
	}
	if s.Does == CalendarSame && t.off(ev) && !was.origin().Older(ev.Sequence, ev.Stamp) {
		s.Does = CalendarChanged
	}
	if s.Does != CalendarSame {
		s.beside = was.ref
		delete(t.days, eventKey{ev.UID, ev.Recurrence})
	}
	return s
}

// backFromDays tells whether a calendar that holds all of a series has a date of it that is whole days here as all others.
func (one room) backFromDays(ev *core.CalendarEvent) bool {
	return (ev.Method == "" || ev.Method == "publish") && one.version.Newer(ev.Sequence, ev.Stamp) &&
		!slices.Contains(ev.Changed, one.original) && !slices.Contains(ev.Except, one.original)
}

// leaveDays takes out of a series what messages about single dates of it have made whole days of: see goneBack, of a calendar that
// has them as all others. It gives whether any of them is back so.
func (t *intake) leaveDays(now *core.Series, ev *core.CalendarEvent) (back bool) {
	run, err := runningOf(now)
	if err != nil {
		return false
	}
	for _, one := range t.rooms[now.UID] {
		original, _ := ofDay(run.rule, one.original) // it may have come before its series, named by its day
		switch out := slices.Contains(now.Except, original); {
		case !one.days || !run.rule.Has(original):
		case one.backFromDays(ev):
			now.Except, back = without(now.Except, original), true
		case !out:
			now.Except = append(slices.Clone(now.Except), original)
			slices.SortFunc(now.Except, core.Civil.Compare)
		}
	}
	return back
}

// dropDays removes the whole days of those dates that a version of their series has at an hour, or has no more.
func (t *intake) dropDays(u *unit, now *core.Series) error {
	if len(t.rooms[now.UID]) == 0 {
		return nil
	}
	run, err := runningOf(now)
	if err != nil {
		return err
	}
	return t.removeParts(u, now.UID, func(b *core.Busy) bool {
		if !b.AllDay {
			return false
		}
		if !run.rule.Has(b.Recurrence) {
			return now.Origin.Older(b.Sequence, b.Stamp) // else it is of a version that is not here yet
		}
		return !slices.Contains(now.Except, b.Recurrence)
	})
}

// takeDays puts whole days in the place of what was at an hour.
func (t *intake) takeDays(u *unit, p pair) error {
	b := t.busyOf(p.ev)
	switch known := p.step.known; {
	case known.Kind == core.KindSeries && p.ev.Recurrence.IsZero():
		series, err := load[core.Series](u, known.ID)
		if err != nil {
			return err
		}
		if err := t.daysElsewhere(u, elsewhereAbout{series: series.ID, rel: series.Relationship}, p.ev, &core.Dispatch{
			Start: series.Start, End: series.End, Zone: series.Zone, Rule: series.Rule, Except: series.Except,
		}); err != nil {
			return err
		}
		if err := t.callOff(u, series, p.ev, offForDays); err != nil {
			return err
		}
		if p.step.beside.ID.IsZero() { // single dates of it, which had become whole days before
			if err := t.removeParts(u, b.UID, func(*core.Busy) bool { return true }); err != nil {
				return err
			}
		}
	default:
		if err := t.clearDate(u, p); err != nil {
			return err
		}
	}
	if p.step.beside.ID.IsZero() {
		return u.create(b)
	}
	return t.putBusyOver(u, p.step.beside.ID, b)
}

// clearDate takes one meeting off where it becomes whole days, and out of its series.
func (t *intake) clearDate(u *unit, p pair) error {
	ev, run := p.ev, t.runs[p.ev.UID]
	m, err := load[core.Meeting](u, p.step.known.ID)
	switch {
	case core.CodeOf(err) == core.CodeNotFound && run != nil && !run.ID.IsZero(): // it has none, or has gone with its series
		m, err = recordOf(u, run.ID, ev.Recurrence)
	case err != nil:
		return err
	}
	if core.CodeOf(err) != core.CodeNotFound {
		if err != nil {
			return err
		}
		if err := t.offForDays(u, m, ev); err != nil {
			return err
		}
	}
	if run == nil || run.ID.IsZero() || ev.Recurrence.IsZero() {
		return nil
	}
	series, err := load[core.Series](u, run.ID)
	if err != nil {
		return err
	}
	is, err := runningOf(series)
	if err != nil || !is.rule.Has(ev.Recurrence) {
		return err
	}
	plain := is.meeting(is.rule.At(ev.Recurrence))
	of := elsewhereAbout{series: series.ID, rel: series.Relationship}
	if err := t.daysElsewhere(u, of, ev, &core.Dispatch{Occurrence: ev.Recurrence, Start: plain.Start, End: plain.End, Zone: plain.Zone}); err != nil || slices.Contains(series.Except, ev.Recurrence) {
		return err
	}
	series.Except = append(series.Except, ev.Recurrence)
	slices.SortFunc(series.Except, core.Civil.Compare)
	run.Except = series.Except
	return u.put(series)
}

// offForDays takes a meeting off: one that was to come and that nobody prepared goes.
func (t *intake) offForDays(u *unit, m *core.Meeting, ev *core.CalendarEvent) error {
	ready, err := prepared(u, m)
	if err != nil {
		return err
	}
	if !m.Planned() && !m.Off() {
		return nil // it was held
	}
	if !ready {
		d := newDeletion()
		if err := d.takeMeeting(u, m.ID); err != nil {
			return err
		}
		return d.carryOut(u)
	}
	m.Origin.Read, m.Origin.Sequence, m.Origin.Stamp = "", ev.Sequence, ev.Stamp
	if m.Off() {
		return u.put(m)
	}
	m.Origin.Unsay()
	if m.Series.IsZero() {
		of := elsewhereAbout{meeting: m.ID, rel: m.Relationship}
		if err := t.daysElsewhere(u, of, ev, &core.Dispatch{Start: m.Start, End: m.End, Zone: m.Zone}); err != nil {
			return err
		}
	}
	return callOff(u, m, cmp.Or(ev.Comment, m.Reason), t.saidAt(ev))
}

// daysElsewhere notes of the owner's own that another calendar told its guests of the whole days: they know that nothing is at the
// hour any more, and are owed no word of it from here. The message tells when it was.
func (t *intake) daysElsewhere(u *unit, of elsewhereAbout, ev *core.CalendarEvent, d *core.Dispatch) error {
	if !t.invitedElsewhere(ev) {
		return nil
	}
	d.Meeting, d.Series, d.Method, d.Elsewhere = of.meeting, of.series, core.MethodCancel, true
	d.UID, d.Sequence, d.At, d.From, d.Title = ev.UID, ev.Sequence, t.stampOf(ev), ev.Organizer.Email, clip(ev.Title, core.MaxName)
	if d.To = t.metGuests(of.rel, ev); len(d.To) == 0 {
		return nil
	}
	return u.create(d)
}

// NowDays gives the UIDs of all of which there are whole days here, for the owner: a series that takes place no more and has the UID
// of one of them was made whole days by its organizer, and was not called off.
func (s BusyTimes) NowDays(ctx context.Context) (map[string]bool, error) {
	return view(ctx, s.e, func(r Reader) (map[string]bool, error) {
		owner, err := ownerOf(r)
		if err != nil {
			return nil, err
		}
		out := map[string]bool{}
		for _, index := range []Index{BusyByStart, BusyByEnd} {
			for b, err := range scan[core.Busy](r, Query{Index: index, Of: owner.ID}) {
				if err != nil {
					return nil, err
				}
				if b.AllDay && !b.Never() && b.UID != "" && b.Recurrence.IsZero() {
					out[b.UID] = true
				}
			}
		}
		return out, nil
	})
}

package planner

import (
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// seriesOf makes a series of an event that recurs; nil where it can't be one: for whole days, for a start that the rule
// itself does not give, and for more dates beside the rule than a series has.
func (t *intake) seriesOf(ev *core.CalendarEvent, rel core.ID) *core.Series {
	if ev.AllDay || ev.Rule == "" && len(ev.Extra) == 0 || !ev.Recurrence.IsZero() {
		return nil
	}
	rule, ok := ruleOf(ev, t.zoneOf(ev))
	if !ok {
		return nil
	}
	if first, ok := schedule.First(rule, ev.Start); !ok || first != ev.Start {
		return nil
	}
	s := &core.Series{
		Relationship: rel, Title: clip(ev.Title, core.MaxName), Start: ev.Start, End: ev.End, Zone: t.zoneOf(ev),
		Place: ev.Place, Link: ev.Link, Rule: rule.String(), Except: ev.Except, UID: ev.UID,
		Origin: t.originOf(ev), Unasked: t.unasked(nil, core.Origin{}, rel, ev),
	}
	s.Origin.Read = marksOfSeries(s).String()
	if s.Validate() != nil {
		return nil
	}
	if !ev.Ends.IsZero() {
		run, err := runningOf(s)
		if err != nil {
			return nil
		}
		s.Rule, s.Except = run.rule.Before(ev.Ends).String(), before(s.Except, ev.Ends, s.Start)
	}
	return s
}

// ruleOf gives the rule of an event with the dates beside it; false where it has none that a series can have.
func ruleOf(ev *core.CalendarEvent, zone core.Zone) (core.Rule, bool) {
	rule := onlyOnce() // of single dates
	if ev.Rule != "" {
		var err error
		if rule, err = core.ParseRule(ev.Rule); err != nil || len(rule.Dates) > 0 { // a file has them by themselves
			return rule, false
		}
	}
	if len(ev.Extra) == 0 {
		return rule, true
	}
	run, err := schedule.OfSeries(&core.Series{Start: ev.Start, End: ev.End, Zone: zone, Rule: rule.String()})
	if err != nil {
		return rule, false
	}
	for _, c := range ev.Extra {
		if !run.Ruled(c) {
			rule.Dates = append(rule.Dates, c)
		}
	}
	slices.SortFunc(rule.Dates, core.Civil.Compare)
	rule.Dates = slices.Compact(rule.Dates)
	return rule, true
}

// knownSeries plans an event whose series is here; what we organize is ours to change.
func (t *intake) knownSeries(s eventStep, known *knownEvent, ev *core.CalendarEvent) eventStep {
	run := t.runs[ev.UID]
	s.As, s.known, s.rel, s.With, s.Does = core.KindSeries, known.ref, known.rel, t.nameOf(known.rel), CalendarSame
	switch {
	case run == nil:
		return s
	case !theirs(ev.UID, run.Origin):
		other := t.off(ev) && t.goesOn(run, t.endOf(run, ev)) || !t.off(ev) && !t.startsIn(ev, run)
		return t.own(s, other || t.saysOther(ev, &core.Meeting{Relationship: run.Relationship, Title: run.Title, Place: run.Place, Link: run.Link}))
	}
	if t.off(ev) {
		return t.calledOff(s, run, ev, t.endOf(run, ev))
	}
	if t.stays(run, ev) {
		return t.hearsDeclined(s, run, ev)
	}
	if ev.AllDay {
		return t.seriesInDays(s, run, ev)
	}
	run = t.asAskedFirst(run, ev)
	now := t.seriesNow(run, ev)
	if now == nil {
		return s.refuse(t.noMeeting(ev, &relationshipByMail{}))
	}
	now.ID = run.ID
	told := toldOfSeries(run, now)
	if ev.Rule == "" && len(ev.Extra) == 0 && !told && !run.Origin.Newer(ev.Sequence, ev.Stamp) { // a copy without its rule ends no series
		return s.refuse(core.FailField(core.CodeBadRule, "rule", "value", ""))
	}
	keepOwnOfSeries(run, now)
	if err := spare(t.r, now); err != nil {
		return s.refuse(err)
	}
	daysBack := t.leaveDays(now, ev)
	joins := t.expect(now)
	back, err := t.goneBack(t.r, run, ev)
	if err != nil {
		return s.refuse(err)
	}
	moved, err := t.movedOnes(run, now, ev)
	if err != nil {
		return s.refuse(err)
	}
	switch {
	case (told || sameSeries(run, now)) && !joins && len(back) == 0 && !daysBack && !news(now.Origin, run.Origin) && (slices.Equal(now.Unasked, run.Unasked) || run.Origin.Older(ev.Sequence, ev.Stamp)):
		t.unchanged[ev.UID] = told
		t.stale[ev.UID] = run.Origin.Older(ev.Sequence, ev.Stamp) // as where what was changed on its own in it has gone back since
		return s.asksOnly(t.asksFirst(ev, run.Origin))
	case run.Origin.Older(ev.Sequence, ev.Stamp):
		if t.stale[ev.UID], t.older[ev.UID] = true, true; t.asksFirst(ev, run.Origin) {
			return s.asksOnly(true)
		}
		return s.refuse(core.Fail(core.CodeOlder))
	}
	gone := append(moved.gone, t.takesAway(run, now)...)
	if joins {
		s.Kept = core.FlawJoins
	} else if slices.SortFunc(gone, core.Date.Compare); len(gone) > 0 {
		s.Kept, s.Gone = core.FlawTakesAway, slices.Compact(gone)
	} else if len(back) > 0 || daysBack || moved.voids {
		s.Kept = core.FlawGoesBack
	} else if moved.stays {
		s.Kept = core.FlawStaysMoved
	}
	t.runs[ev.UID] = now // what comes after it in the file is of this one
	s.Does = CalendarChanged
	return s
}

// calledOff plans that a series ends before an original start.
func (t *intake) calledOff(s eventStep, run *core.Series, ev *core.CalendarEvent, from core.Civil) eventStep {
	switch {
	case !t.goesOn(run, from) && !t.offAfterAll(ev, run.Origin) && t.declinedAt(run, ev) == nil && (!ev.Recurrence.IsZero() || !t.offAnew(ev, run.Origin)):
		s.Does = CalendarSame
	case run.Origin.Older(ev.Sequence, ev.Stamp):
		return s.refuse(core.Fail(core.CodeOlder))
	default:
		s.Does = CalendarChanged
	}
	return s
}

// endOf gives the original start from which a series that is called off as a whole takes place no more: what came
// before the message may have been held.
func (t *intake) endOf(run *core.Series, ev *core.CalendarEvent) core.Civil {
	if !ev.Recurrence.IsZero() {
		return ev.Recurrence
	}
	first := run.Start
	if rule, err := schedule.OfSeries(run); err == nil {
		first = rule.Earliest()
	}
	loc, err := run.Zone.Location()
	if err != nil {
		return first
	}
	if said := core.CivilOf(t.saidAt(ev).In(loc)); said.Compare(first) > 0 {
		return said
	}
	return first
}

// goesOn tells whether anything of a series takes place from an original start on.
func (t *intake) goesOn(s *core.Series, from core.Civil) bool {
	run, err := runningOf(s)
	return err == nil && (t.last[s.UID].Compare(from) >= 0 || len(run.rule.After(from, 1)) > 0)
}

// fromThenOn plans a change of an occurrence and all later ones.
func (t *intake) fromThenOn(s eventStep, run *core.Series, ev *core.CalendarEvent) eventStep {
	s.As, s.known, s.rel, s.With, s.Does = core.KindSeries, core.RefOf(run), run.Relationship, t.nameOf(run.Relationship), CalendarSame
	switch {
	case !theirs(ev.UID, run.Origin):
		return t.own(s, true)
	case t.off(ev):
		return t.calledOff(s, run, ev, ev.Recurrence)
	}
	return s.refuse(core.Fail(core.CodeThisAndFuture))
}

func sameSeries(a, b *core.Series) bool {
	return sameTimes(a, b) && a.Title == b.Title && a.Place == b.Place && a.Link == b.Link && slices.Equal(a.Except, b.Except) &&
		a.Origin.Description == b.Origin.Description && a.Origin.Class == b.Origin.Class && a.Origin.Sequence == b.Origin.Sequence
}

// changedOccurrence plans an occurrence that was changed on its own, of a series that is here or comes along, and
// that has no record yet.
func (t *intake) changedOccurrence(s eventStep, run *core.Series, ev *core.CalendarEvent) eventStep {
	s.As, s.rel, s.With, s.Does = core.KindMeeting, run.Relationship, t.nameOf(run.Relationship), CalendarSame
	r, err := runningOf(run)
	has := err == nil && r.rule.Has(ev.Recurrence) && !slices.Contains(run.Except, ev.Recurrence)
	if !theirs(ev.UID, run.Origin) {
		if !has {
			return s
		}
		o := r.rule.At(ev.Recurrence)
		return t.own(s, t.off(ev) || !t.at(ev, o.Start, o.End) || t.saysOther(ev, r.meeting(o)))
	}
	in := err == nil && r.rule.Has(ev.Recurrence)
	if t.tooLate(run, ev, in, has) || !in && run.Declined() && run.Origin.Here {
		if m := t.goneWith(run, ev); m != nil && m.Validate() == nil {
			s.Does, s.Off, s.Declined = CalendarNew, m.Off(), m.Declined()
			return s
		}
		return s.refuse(core.Fail(core.CodeOlder))
	} else if days, decided := t.dateOfDays(s, run, ev, has); decided {
		return days
	} else if !has && !ev.Alone && t.unchanged[ev.UID] && !run.Origin.Newer(ev.Sequence, ev.Stamp) {
		return s // the owner has taken it out here since it was read, or moved the series
	} else if t.off(ev) && (in || !ev.Alone || !t.toCome(ev)) {
		if has || t.leftOutAnew(run, ev, in) {
			s.Does = CalendarChanged
		}
		return s // else the series leaves it out already
	}
	m := t.newOf(ev)
	m.Relationship = run.Relationship
	if err := m.Validate(); err != nil {
		return s.refuse(err)
	}
	if s.Does = CalendarNew; has && !run.Created.IsZero() { // it is planned here, as one of the series
		s.Does = CalendarChanged
		if was := r.meeting(r.rule.At(ev.Recurrence)); was.Start != m.Start || was.Zone != m.Zone {
			s.Was = &CalendarWas{was.Start, was.Zone}
		}
	}
	return s
}

// goneWith gives an occurrence that was changed on its own by a message that comes after its series was called off: had it
// come before, it would have gone with that, and where the series takes place again it does so as it was changed. Nil for
// what the series did not have then.
func (t *intake) goneWith(run *core.Series, ev *core.CalendarEvent) *core.Meeting {
	if run.Was.IsZero() || !ev.Alone && !(run.Declined() && run.Origin.Here) || t.stale[ev.UID] {
		return nil
	}
	was, err := runningOf(run.Restored())
	if err != nil || !was.rule.Has(ev.Recurrence) || slices.Contains(was.Except, ev.Recurrence) {
		return nil
	}
	if t.off(ev) {
		return t.offBeside(run, was, ev)
	}
	m := t.meetingOf(ev)
	m.Relationship, m.Series, m.Unasked = run.Relationship, run.ID, t.unasked(run.Unasked, core.Origin{}, run.Relationship, ev)
	m.Head.ID = core.OccurrenceID(run.ID, ev.Recurrence)
	if carryOver(&m.Origin, run.Origin); !upcoming(m, t.now) {
		return nil
	}
	if run.Declined() && run.Origin.Here && ev.Sequence > run.Origin.Sequence && !t.declinedSince(run, ev) { // its new time is asked about anew (RFC 5546 2.1.4)
		return m
	}
	if setCancelled(m, "", t.now) != nil {
		return nil
	}
	o := &m.Origin
	if t.declinedSince(run, ev) { // they had said no to that one, too
		o.Stands = max(o.Sequence-run.Origin.Sequence, 0)
	}
	if o.Unheard = true; run.Origin.Older(o.Sequence, o.Stamp) {
		o.Sequence, o.Stamp = run.Origin.Sequence, run.Origin.Stamp
	}
	if o.Answer, o.Answered, o.Here = run.Origin.Answer, run.Origin.Answered, run.Origin.Here; o.Here {
		o.Answered = time.Time{}
	}
	return m
}

// offBeside gives an occurrence that its organizer calls off after the owner has declined all of its series: they can't come to
// that one after all. Nil where a newer version has done away with it.
func (t *intake) offBeside(run *core.Series, was *running, ev *core.CalendarEvent) *core.Meeting {
	if run.Origin.Older(ev.Sequence, ev.Stamp) || !t.toCome(ev) {
		return nil
	}
	m := t.newOf(ev)
	settleOff(m, was)
	m.Relationship, m.Series, m.Unasked = run.Relationship, run.ID, t.unasked(run.Unasked, core.Origin{}, run.Relationship, ev)
	m.Head.ID = core.OccurrenceID(run.ID, ev.Recurrence)
	carryOver(&m.Origin, run.Origin)
	m.Origin.Unsay()
	return m
}

// tooLate tells whether a message about one occurrence comes after a newer version of its series that has done away with
// it: the occurrence is not among those of the series, or was taken out, or the series stands in the same file in an older
// version. A version that has it still, as one with another title, leaves it as it was changed.
func (t *intake) tooLate(run *core.Series, ev *core.CalendarEvent, in, has bool) bool {
	if !run.Origin.Older(ev.Sequence, ev.Stamp) {
		return t.older[ev.UID] && !ev.Alone && !has && !(in && t.off(ev)) // whatever its own count: it is one of an older series
	}
	return t.stale[ev.UID] || ev.Alone && !has && !(in && t.off(ev))
}

// takeSeries keeps a new series, or brings another's up to what its file says now.
func (t *intake) takeSeries(u *unit, p pair) error {
	if p.step.Does == CalendarNew {
		return t.takeNewSeries(u, p)
	}
	old, err := load[core.Series](u, t.runs[p.ev.UID].ID)
	if err != nil {
		return err
	}
	if t.off(p.ev) {
		if err := t.removeParts(u, old.UID, func(b *core.Busy) bool { return b.AllDay }); err != nil {
			return err
		}
		if t.declinedAt(old, p.ev) != nil { // it is off at the times that the owner has declined
			if err := t.bringSeries(u, old, p.ev); err != nil {
				return err
			}
			if old, err = load[core.Series](u, old.ID); err != nil {
				return err
			}
		}
		return t.callOff(u, old, p.ev, offByWordOf)
	}
	return t.bringSeries(u, old, p.ev)
}

// bringSeries brings another's series up to what its file says now.
func (t *intake) bringSeries(u *unit, old *core.Series, ev *core.CalendarEvent) error {
	now := t.seriesNow(old, ev)
	if now == nil {
		return core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(ev.Rule))
	}
	old = t.asAskedFirst(old, ev)
	carryOver(&now.Origin, old.Origin)
	keepOwnOfSeries(old, now)
	now.Head, now.Follows, now.Reminders = old.Head, old.Follows, old.Reminders
	if err := spare(u, now); err != nil {
		return err
	}
	t.leaveDays(now, ev)
	if err := t.dropDays(u, now); err != nil {
		return err
	}
	now.Hear(old, now.Version())
	declined := t.repeatsFormer(old, ev)
	t.runs[ev.UID] = now
	if err := u.missDeclined(old); err != nil {
		return err
	}
	if now.Origin.Rule == "" {
		var err error
		if old, err = u.asOrganized(old); err != nil {
			return err
		}
	}
	if err := t.setAside(u, old, now); err != nil {
		return err
	}
	if err := u.replaceSeries(old, now, t.saidAt(ev), ev.Changed); err != nil {
		return err
	}
	if err := t.takeBack(u, now, ev); err != nil {
		return err
	}
	if err := t.bringHome(u, now); err != nil {
		return err
	}
	if err := u.askedToAll(now); err != nil || !declined {
		return err
	}
	return u.declineAgain(now)
}

// takeNewSeries keeps a series that is not here yet.
func (t *intake) takeNewSeries(u *unit, p pair) error {
	now := t.seriesOf(p.ev, p.step.rel)
	if now == nil {
		return core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(p.ev.Rule))
	}
	t.runs[p.ev.UID] = now
	t.leaveDays(now, p.ev)
	if err := t.clearWay(u, p); err != nil {
		return err
	}
	var err error
	if now.ID, err = t.asAnswered(u, core.KindSeries, now.UID); err != nil {
		return err
	}
	if err := u.create(now); err != nil {
		return err
	}
	if err := t.bringHome(u, now); err != nil {
		return err
	}
	if err := u.askedToAll(now); err != nil {
		return err
	}
	if t.off(p.ev) {
		return t.callOff(u, now, p.ev, offUnheard)
	}
	if err := t.takeOver(u, now); err != nil {
		return err
	}
	return t.dropDays(u, now)
}

// takeOccurrence keeps what a file says of one occurrence. Its record may have come to be, or gone, by what the
// same file says of the whole.
func (t *intake) takeOccurrence(u *unit, run *core.Series, p pair) error {
	ev, id := p.ev, core.OccurrenceID(run.ID, p.ev.Recurrence)
	m, err := load[core.Meeting](u, p.step.known.ID)
	if core.CodeOf(err) == core.CodeNotFound {
		m, err = recordOf(u, run.ID, ev.Recurrence)
	}
	if core.CodeOf(err) == core.CodeNotFound {
		m, err = load[core.Meeting](u, id)
		if err == nil && m.Declined() { // with all of its series: goneWith
			err = core.Fail(core.CodeNotFound, "kind", string(core.KindMeeting), "id", id.String())
		}
	}
	if core.CodeOf(err) != core.CodeNotFound {
		if err != nil {
			return err
		}
		if err := t.follow(u, m, ev); err != nil {
			return err
		}
		return t.putBack(u, run, m)
	}
	r, err := runningOf(run)
	if err != nil {
		return err
	}
	declined := run.Declined() && run.Origin.Here
	waits := (ev.Alone || declined) && !r.rule.Has(ev.Recurrence)
	if (run.Origin.Older(ev.Sequence, ev.Stamp) || declined) && waits {
		if gone := t.goneWith(run, ev); gone != nil {
			return u.create(gone)
		}
	}
	anew := t.leftOutAnew(run, ev, r.rule.Has(ev.Recurrence))
	if t.off(ev) && !waits && !anew {
		return nil // neither a record nor an occurrence
	}
	m = t.newOf(ev)
	if anew {
		settleOff(m, r)
	}
	carryOver(&m.Origin, run.Origin)
	if r.rule.Has(ev.Recurrence) && !slices.Contains(run.Except, ev.Recurrence) {
		m.Origin.Stands = stands(r.meeting(r.rule.At(ev.Recurrence)), m, run)
	}
	m.Unasked = t.unasked(run.Unasked, core.Origin{}, run.Relationship, ev)
	if m.Relationship = run.Relationship; waits {
		standAlone(m, ev.RecurrenceAt)
	} else {
		m.Head.ID, m.Series = id, run.ID
	}
	if err := u.create(m); err != nil {
		return err
	}
	return t.putBack(u, run, m)
}

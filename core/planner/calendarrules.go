package planner

import "mentorbook/core"

// encounter is an event of a file with what it meets here.
type encounter struct {
	ev    *core.CalendarEvent
	base  *core.Busy // the busy time that recurs and that the event is a part of; nil where the file has it, or there is none
	known *knownEvent
	here  bool // it is known; else known says nothing
}

// stepRule plans an event that it is about; decided is false for any other, which the next rule looks at.
type stepRule func(t *intake, s eventStep, at *encounter) (out eventStep, decided bool, err error)

// stepRules gives the rules by which an event is planned, in their order: first what is not taken whatever it says, then
// what it says of something that is here, then what is new. The last one decides all that is left.
func stepRules() [17]stepRule {
	return [...]stepRule{
		(*intake).ruleOnce, (*intake).ruleMethod, (*intake).ruleOwnCancel, (*intake).ruleKeepsTime, (*intake).ruleSaysNothing, (*intake).ruleStranger,
		(*intake).ruleUnsaidAnswer,
		(*intake).rulePublished,
		(*intake).ruleNoLength, (*intake).ruleGone, (*intake).ruleBusyPart, (*intake).ruleAway, (*intake).ruleFromThenOn, (*intake).ruleOfDays, (*intake).ruleHere, (*intake).ruleOfSeries, (*intake).ruleOther,
	}
}

// step plans one event.
func (t *intake) step(ev *core.CalendarEvent) (eventStep, error) {
	s := eventStep{CalendarStep: CalendarStep{Line: ev.Line, UID: ev.UID, Title: ev.Title, Kept: ev.Kept, Cut: ev.Cut}}
	if part := t.partOf(ev); part != nil {
		s.part, ev.UID = part.UID, part.UID
	}
	base, err := t.baseOf(ev)
	if err != nil {
		return s, err
	}
	t.locate(&s, ev, base)
	s.AllDay, s.Off, s.Declined = ev.AllDay, t.off(ev), t.declined(ev)
	if s.Off && !s.Declined || ev.Method == keepsTime {
		s.Says = core.Excerpt(ev.Comment)
	}
	if from := ev.Organizer.Email; !t.mine[core.EmailKey(from)] {
		s.From = core.Excerpt(from)
	}
	if s.Sender, err = t.senderOf(ev); err != nil {
		return s, err
	}
	at := &encounter{ev: ev, base: base}
	if at.known, at.here = t.known[eventKey{ev.UID, ev.Recurrence}]; !at.here {
		at.known = &knownEvent{knownMeeting: &knownMeeting{}}
	}
	s.Start, s.Zone = t.startOf(ev, at.known)
	decided := false
	for _, rule := range stepRules() {
		if s, decided, err = rule(t, s, at); decided || err != nil {
			break
		}
	}
	if err != nil {
		return s, err
	}
	s.End, s.Rule, s.Except, s.Invites = t.stepEnd(s, ev), ev.Rule, ev.Except, t.invitesOthers(s, ev)
	return t.guestsSay(t.besideDays(s, ev).withLength(), ev)
}

// ruleOnce refuses what the file has had: one UID, with one original start, is one event.
func (t *intake) ruleOnce(s eventStep, at *encounter) (eventStep, bool, error) {
	if !t.first(at) {
		return s.refuse(core.FailField(core.CodeDuplicate, "uid", "value", core.Excerpt(at.ev.UID))), true, nil
	}
	return s, false, nil
}

// first tells whether an event is the first of its key in the file, and notes that it has been there.
func (t *intake) first(at *encounter) bool {
	if at.here {
		was := at.known.seen
		at.known.seen = true
		return !was
	}
	key := eventKey{at.ev.UID, at.ev.Recurrence}
	if t.seen[key] {
		return false
	}
	t.seen[key] = true
	return true
}

// ruleMethod refuses messages that ask for what is not done here.
func (t *intake) ruleMethod(s eventStep, at *encounter) (eventStep, bool, error) {
	err := refuseEventMethod(at.ev)
	if err == nil {
		return s, false, nil
	}
	if core.CodeOf(err) == core.CodeAdds && t.isOwn(at) {
		err = core.Fail(core.CodeAdds, "state", "own")
	}
	return s.refuse(err), true, nil
}

// ruleOwnCancel takes no word of others that what the owner organizes is off.
func (t *intake) ruleOwnCancel(s eventStep, at *encounter) (eventStep, bool, error) {
	own, err := t.ownCancel(at.ev, at.known, at.here)
	if !own {
		return s, false, nil
	}
	if s.As, s.known, s.Does = at.known.ref.Kind, at.known.ref, CalendarSame; err != nil {
		s = s.refuse(err)
	}
	return s, true, nil
}

// ruleKeepsTime hears that an organizer does not take the time that the owner has proposed.
func (t *intake) ruleKeepsTime(s eventStep, at *encounter) (eventStep, bool, error) {
	if at.ev.Method != keepsTime {
		return s, false, nil
	}
	if t.isOwn(at) {
		return s.refuse(core.Fail(core.CodeKeepsTime, "state", "own")), true, nil
	}
	s, err := t.keptTime(s, at.known, at.here, at.ev)
	return s, true, err
}

// ruleSaysNothing leaves all as it is where the owner's own calendar comes back, and where others are taken off an event's
// list of guests: nothing is said to the owner then.
func (t *intake) ruleSaysNothing(s eventStep, at *encounter) (eventStep, bool, error) {
	if !t.fromHere(at.ev, at.here) && (!at.ev.Startless || t.off(at.ev)) {
		return s, false, nil
	}
	s.As, s.known, s.Does = at.known.ref.Kind, at.known.ref, CalendarSame
	return s, true, nil
}

// ruleStranger refuses what does not come from the organizer of what is here.
func (t *intake) ruleStranger(s eventStep, at *encounter) (eventStep, bool, error) {
	as, err := t.stranger(at.ev, at.known, at.here)
	if err != nil {
		return s.refuse(err), true, nil
	}
	s.Alias = as
	return s, false, nil
}

// ruleUnsaidAnswer refuses a file that holds nothing but what the owner organizes, with what one guest has said to it: that may be
// their answer, of which only METHOD would tell.
func (t *intake) ruleUnsaidAnswer(s eventStep, at *encounter) (eventStep, bool, error) {
	ev := at.ev
	if ev.Method != "" || t.plan.batch.Count != 1 || !t.plan.away.IsZero() || len(ev.Guests) != 1 || ev.Guests[0].Answer == "" || t.mine[core.EmailKey(ev.Guests[0].Email)] {
		return s, false, nil
	}
	if !t.isOwn(at) {
		return s, false, nil
	}
	return s.refuse(core.Fail(core.CodeNoMethod)), true, nil
}

// isOwn tells whether an event is about a meeting or a series that the owner organizes.
func (t *intake) isOwn(at *encounter) bool {
	run := t.runs[at.ev.UID]
	return at.here && at.known.ref.Kind != core.KindBusy && !theirs(at.ev.UID, *at.known.origin()) || run != nil && !theirs(at.ev.UID, run.Origin)
}

// ruleBusyPart follows what is said of a part of busy time that is here.
func (t *intake) ruleBusyPart(s eventStep, at *encounter) (eventStep, bool, error) {
	if at.base == nil {
		return s, false, nil
	}
	s, err := t.busyPart(s, at.known, at.here, at.ev, at.base)
	return s, true, err
}

// ruleAway makes busy time of all that is in a file of somebody's days off.
func (t *intake) ruleAway(s eventStep, at *encounter) (eventStep, bool, error) {
	if t.plan.away.IsZero() {
		return s, false, nil
	}
	s, err := t.busyStep(s, at.known, at.here, at.ev)
	return s, true, err
}

// ruleFromThenOn follows what is said of one meeting and all later ones. Without their series one of them alone would be
// half of what it says.
func (t *intake) ruleFromThenOn(s eventStep, at *encounter) (eventStep, bool, error) {
	run := t.runs[at.ev.UID]
	switch {
	case !at.ev.Future:
	case run == nil && at.ev.Alone && !t.off(at.ev):
		return s.refuse(core.Fail(core.CodeThisAndFuture)), true, nil
	case run != nil && t.plan.as != CalendarAsBusy:
		return t.fromThenOn(s, run, at.ev), true, nil
	}
	return s, false, nil
}

// ruleHere brings a meeting or a series that is here up to date. What is here as one meeting and recurs now is planned anew,
// and so is an invitation that was busy time so far.
func (t *intake) ruleHere(s eventStep, at *encounter) (eventStep, bool, error) {
	switch {
	case !at.here:
	case t.recursNow(at.known, at.ev):
		s.known, at.here = at.known.ref, false
	case t.metNow(at.known, at.ev):
		s.known, at.here, at.known = at.known.ref, false, &knownEvent{knownMeeting: &knownMeeting{}}
	case t.halfIn(at.known, at.ev):
		s.As, s.known, s.Does = core.KindBusy, at.known.ref, CalendarChanged
		return s, true, nil
	case at.known.ref.Kind == core.KindMeeting:
		return t.knownMeeting(s, at.known, at.ev), true, nil
	case at.known.ref.Kind == core.KindSeries:
		return t.knownSeries(s, at.known, at.ev), true, nil
	}
	return s, false, nil
}

// ruleOfSeries plans what is said of one meeting of a series that is here or comes along.
func (t *intake) ruleOfSeries(s eventStep, at *encounter) (eventStep, bool, error) {
	run := t.runs[at.ev.UID]
	if run == nil || at.ev.Recurrence.IsZero() || t.plan.as == CalendarAsBusy && !at.ev.AllDay {
		return s, false, nil
	}
	return t.changedOccurrence(s, run, at.ev), true, nil
}

// ruleOther plans what is none of that: new meetings and series, and busy time.
func (t *intake) ruleOther(s eventStep, at *encounter) (eventStep, bool, error) {
	s, err := t.otherStep(s, at.known, at.here, at.ev)
	return s, true, err
}

package planner

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// otherStep plans what is none of a meeting or a series that is here.
func (t *intake) otherStep(s eventStep, known *knownEvent, here bool, ev *core.CalendarEvent) (eventStep, error) {
	if off, stray := t.strayOff(s, ev); stray && !here {
		return off, nil
	}
	rel := t.relationshipOf(ev)
	if whole := t.noSeries[ev.UID]; whole != nil && !here && !ev.Alone && !ev.Recurrence.IsZero() { // one of what is no series is no meeting either
		if t.plan.as == CalendarAsMeetings {
			return s.refuse(t.noMeeting(whole, rel)), nil
		}
		if t.plan.as == CalendarAsBoth && !t.off(ev) && !ev.Transparent {
			s.busyFor(t.busyWith(whole, t.relationshipOf(whole)))
		}
		return t.busyStep(s, known, here, ev)
	}
	fits := rel != nil && t.tooWide(ev, rel) == ""
	if !here && t.plan.as != CalendarAsBusy && fits && (!t.off(ev) || t.toCome(ev)) && !ev.Transparent {
		if run := t.seriesOf(ev, rel.rel.ID); run != nil {
			t.runs[ev.UID] = run
			if t.expect(run) || known.open {
				s.Kept = core.FlawJoins
			}
			s.As, s.With, s.rel, s.Does = core.KindSeries, rel.name, rel.rel.ID, CalendarNew
			return s, nil
		}
	}
	if !here && t.plan.as != CalendarAsBusy && fits && meetingLike(ev) && (t.plan.as == CalendarAsMeetings || !longer(ev)) {
		return t.newMeeting(s, rel, ev), nil
	}
	if rel != nil && ev.Recurrence.IsZero() && t.busyWith(ev, rel) != "" {
		t.noSeries[ev.UID] = ev
	}
	if t.plan.as == CalendarAsMeetings && !here {
		return s.refuse(t.noMeeting(ev, rel)), nil
	}
	if !here && t.plan.as == CalendarAsBoth && !t.off(ev) && !ev.Transparent {
		if rel != nil {
			s.busyFor(t.busyWith(ev, rel))
		} else if _, tied := t.fitting(ev); len(tied) > 0 {
			s.busyFor(core.FlawBusyTied)
		}
	}
	return t.busyStep(s, known, here, ev)
}

// startOf gives when an event begins, and by which clock; of one that does not say so, what it is about. Zero where that is
// not here.
func (t *intake) startOf(ev *core.CalendarEvent, known *knownEvent) (core.Civil, core.Zone) {
	switch run := t.runs[ev.UID]; {
	case !ev.Startless:
		return ev.Start, ev.Zone
	case !ev.Recurrence.IsZero() && run != nil:
		return ev.Recurrence, run.Zone
	case !ev.Recurrence.IsZero():
		return ev.Recurrence, ev.Zone
	case run != nil:
		return run.Start, run.Zone
	case known.knownMeeting == nil:
		if b, err := load[core.Busy](t.r, known.ref.ID); err == nil {
			return b.Start, b.Zone
		}
	case !known.start.IsZero():
		if loc, err := t.home().Location(); err == nil {
			return core.CivilOf(known.start.In(loc)), t.home()
		}
	}
	return core.Civil{}, ""
}

func (s eventStep) refuse(why error) eventStep {
	s.Does, s.Err = CalendarRefused, why
	return s
}

// meetingLike tells whether an event can be a meeting: it happens once, at a time of day, and takes that time. What does
// not, as a time that somebody proposes, is none yet.
func meetingLike(ev *core.CalendarEvent) bool {
	return !ev.Transparent && !ev.AllDay && ev.Rule == "" && len(ev.Extra) == 0
}

func addressees(ev *core.CalendarEvent) string {
	s := ev.Organizer.Email
	for _, g := range ev.Guests {
		if s != "" {
			s += ", "
		}
		s += g.Email
	}
	return s
}

// newMeeting plans a meeting that is not here yet.
func (t *intake) newMeeting(s eventStep, rel *relationshipByMail, ev *core.CalendarEvent) eventStep {
	s.As, s.With, s.rel = core.KindMeeting, rel.name, rel.rel.ID
	if t.off(ev) && !t.toCome(ev) {
		return s.refuse(t.isOff(ev))
	}
	m := t.newOf(ev)
	m.Relationship = rel.rel.ID
	if err := m.Validate(); err != nil {
		return s.refuse(err)
	}
	s.Does = CalendarNew
	return s
}

// knownMeeting plans an event whose meeting is here. What we organize is ours to change, and a meeting that is over
// keeps what was noted of it; another's meeting follows its file, also back on when it was called off.
func (t *intake) knownMeeting(s eventStep, known *knownEvent, ev *core.CalendarEvent) eventStep {
	s.As, s.known, s.rel, s.With, s.Does = core.KindMeeting, known.ref, known.rel, t.nameOf(known.rel), CalendarSame
	off := t.off(ev)
	older, first := known.origin().Older(ev.Sequence, ev.Stamp), !off && t.asksFirst(ev, *known.origin())
	again := known.off && !off && (known.asksAgain(ev) && !(known.refused && t.declinedSince(t.runs[ev.UID], ev)) && !t.staysOff(known, ev) || first && !older || known.origin().Answer == core.AnswerDeclined && t.said(ev) != "")
	switch {
	case !theirs(ev.UID, *known.origin()):
		other := off != known.off || !off && !t.at(ev, known.start, known.end)
		if m, err := load[core.Meeting](t.r, known.ref.ID); err == nil && !other {
			other = t.saysOther(ev, m)
		}
		return t.own(s, other)
	case !known.open && !again && !(known.off && t.offAfterAll(ev, *known.origin())):
		o := *known.origin()
		if s.renews = known.off && (t.offAnew(ev, o) || t.declinedAnew(ev, o)); s.renews {
			s.Does = CalendarChanged
			return s
		}
		return t.hearsDeclinedOne(s, known, ev)
	}
	m := t.meetingOf(ev)
	if !off && !again && known.told(m) && ev.Sequence <= known.origin().Sequence && (older || !news(m.Origin, *known.origin()) && !t.asksOthers(known, ev)) {
		return s.asksOnly(first)
	}
	if older && first {
		return s.asksOnly(true)
	} else if older {
		return s.refuse(core.Fail(core.CodeOlder))
	}
	if ev.AllDay && !off {
		return t.daysNow(s, ev)
	}
	m.Relationship = known.rel
	if err := m.Validate(); err != nil && !off { // of what is called off nothing else is read
		return s.refuse(err)
	}
	s.Does, s.Was = CalendarChanged, t.movedFrom(known, m, ev)
	return s
}

// staysOff is staysDeclined of what is known.
func (t *intake) staysOff(known *knownEvent, ev *core.CalendarEvent) bool {
	m, err := load[core.Meeting](t.r, known.ref.ID)
	return err == nil && t.staysDeclined(m, ev)
}

func (t *intake) nameOf(rel core.ID) string {
	for _, r := range t.rels {
		if r.rel.ID == rel {
			return r.name
		}
	}
	return t.ended[rel]
}

// off tells whether an event is off for the owner: by its status, by a message that takes them off its list of guests
// (RFC 5546 3.2.5), or since they have declined it elsewhere. A message that takes others off says nothing to the owner.
func (t *intake) off(ev *core.CalendarEvent) bool {
	if t.declined(ev) {
		return true
	}
	if ev.Cancelled || ev.Method != "cancel" {
		return ev.Cancelled
	}
	return len(ev.Guests) == 0 || slices.ContainsFunc(ev.Guests, func(g core.Party) bool { return t.mine[core.EmailKey(g.Email)] })
}

// uidDomain is the right side of the UIDs that we make.
const uidDomain = "@mentorbook.app"

// Theirs tells whether somebody else invited to a meeting: its UID came with a calendar file.
func Theirs(m *core.Meeting) bool { return theirs(m.UID, m.Origin) }

// theirs tells the same by the UID and what is kept of the invitation: the organizer may use this program too.
func theirs(uid string, origin core.Origin) bool {
	return uid != "" && (!ours(uid) || origin.Organizer != "")
}

func ours(uid string) bool { return strings.HasSuffix(uid, uidDomain) }

// meetingOf makes a meeting of an event; one that is over was held, as far as anybody knows.
func (t *intake) meetingOf(ev *core.CalendarEvent) *core.Meeting {
	m := &core.Meeting{
		Title: clip(ev.Title, core.MaxName), Start: ev.Start, End: ev.End, Zone: t.zoneOf(ev), Place: ev.Place, Link: ev.Link,
		Status: core.MeetingPlanned, UID: ev.UID, Recurrence: ev.Recurrence, Origin: t.originOf(ev),
	}
	m.Origin.Read = marksOf(m).String()
	t.staysMoved(m)
	t.settle(m)
	return m
}

// settle closes a new meeting that is over. Of one to which the owner was asked and never said that they come, only they can
// tell what became of it: it waits to be closed.
func (t *intake) settle(m *core.Meeting) {
	if end, err := m.EndAt(); err == nil && end.Before(t.now) && !t.unsaid(&m.Origin) {
		m.Status, m.Closed = core.MeetingHeld, end
	}
}

// unsaid tells whether another asks for an answer, of which it is not known that the owner has said yes or no.
func (t *intake) unsaid(o *core.Origin) bool {
	return o.Organizer != "" && !o.Copied && !t.mine[core.EmailKey(o.Organizer)] && (o.Answer == "" || o.Answer == core.AnswerTentative)
}

// originOf gives what is kept of an invitation. What this program made for the owner has no organizer but the owner.
func (t *intake) originOf(ev *core.CalendarEvent) core.Origin {
	o := core.Origin{Description: ev.Description, Sequence: ev.Sequence, Stamp: ev.Stamp, Class: ev.Class}
	if p := ev.Organizer; core.ValidEmail(p.Email) && !(ours(ev.UID) && t.mine[core.EmailKey(p.Email)]) {
		o.Organizer, o.Name, o.Copied = p.Email, p.Name, !asks(ev)
	}
	for _, g := range ev.Guests {
		if o.Organizer != "" && t.mine[core.EmailKey(g.Email)] && !t.toSelf(g) {
			o.Invited = g.Email
			break
		}
	}
	if run := t.runs[ev.UID]; o.Class == "" && run != nil && !ev.Recurrence.IsZero() {
		o.Class = run.Origin.Class // what all of it is about, this one is
	}
	if o.Answer = t.said(ev); o.Answer != "" {
		o.Answered = saidWhen(ev)
	}
	return o
}

// carryOver keeps what a new version does not say: its organizer, and what the owner has said to it where nobody asks
// anew (RFC 5546 2.1.4).
func carryOver(now *core.Origin, was core.Origin) {
	if now.Sequence <= was.Sequence {
		now.Kept = was.Kept
		if now.Answer == "" {
			now.Answer, now.Answered, now.Here = was.Answer, was.Answered, was.Here
		}
	}
	switch {
	case now.Organizer == "":
		now.Organizer, now.Name, now.Copied = was.Organizer, was.Name, was.Copied
	case was.Organizer != "" && !was.Copied: // they were asked before
		now.Copied = false
	}
	if now.Invited == "" {
		now.Invited = was.Invited
	}
}

func (t *intake) zoneOf(ev *core.CalendarEvent) core.Zone {
	if ev.Zone == "" {
		return t.owner.Home()
	}
	return ev.Zone
}

func clip(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// busyOf makes a busy time of an event.
func (t *intake) busyOf(ev *core.CalendarEvent) *core.Busy {
	b := &core.Busy{
		Person: t.owner.ID, Calendar: t.plan.Name, UID: ev.UID, Recurrence: ev.Recurrence, Title: clip(ev.Title, core.MaxName),
		Start: ev.Start, End: ev.End, Zone: ev.Zone, AllDay: ev.AllDay, Transparent: ev.Transparent,
		Rule: ev.Rule, Except: slices.Concat(ev.Except, ev.Changed), Extra: ev.Extra, Sequence: ev.Sequence, Stamp: ev.Stamp,
	}
	if core.ValidEmail(ev.Organizer.Email) {
		b.Organizer = ev.Organizer.Email
	}
	if away := t.plan.away; !away.IsZero() {
		b.Person, b.Transparent = away, ev.Transparent && (!ev.AllDay || observed(ev))
	}
	if t.off(ev) && (t.early(ev) || ev.Recurrence.IsZero()) {
		return t.offFromTheFirst(b, ev)
	}
	if ev.Ends.IsZero() {
		t.leaveRoom(b, ev.Method == "request")
		return b
	}
	b.Except = before(b.Except, ev.Ends, b.Start)
	b.Extra = slices.DeleteFunc(slices.Clone(ev.Extra), func(c core.Civil) bool { return c.Compare(ev.Ends) >= 0 })
	if run, err := schedule.OfBusy(b, t.zoneOf(ev)); err == nil {
		b.Rule = run.Before(ev.Ends).String()
	}
	t.leaveRoom(b, ev.Method == "request")
	return b
}

// observed tells whether a whole day is one that is remembered and not taken off: Google's calendars of holidays say so in the first line of
// its description.
func observed(ev *core.CalendarEvent) bool {
	first, _, _ := strings.Cut(ev.Description, "\n")
	return ev.AllDay && strings.EqualFold(strings.TrimSpace(first), "Observance")
}

// busyStep plans an event as busy time. One that was called off takes nobody's time: see busyOff.
func (t *intake) busyStep(s eventStep, known *knownEvent, here bool, ev *core.CalendarEvent) (eventStep, error) {
	s.As, s.known = core.KindBusy, known.ref
	if t.off(ev) {
		return t.busyOff(s, known, here, ev), nil
	}
	if s.lasts > 0 {
		return s.refuse(core.Fail(core.CodeNoLength)), nil
	}
	b := t.busyOf(ev)
	if err := b.Validate(); err != nil {
		return s.refuse(err), nil
	}
	if here && known.version.never && !t.backOn(known, ev) {
		return s.refuse(stillOff(known, ev)), nil
	}
	s.Free = b.Transparent
	s.Stranger = t.fromStranger(ev)
	if s.Several = s.Stranger && len(t.several(ev)) > 0; !here {
		s.Does = CalendarNew
		return s, nil
	}
	sum, err := busySum(b)
	if err != nil {
		return s, err
	}
	switch {
	case sum == known.sum && !(ev.Method == "request" && known.origin().Newer(ev.Sequence, ev.Stamp)): // a message that called it off may lie between
		s.Does = CalendarSame
	case known.origin().Older(ev.Sequence, ev.Stamp):
		return s.refuse(core.Fail(core.CodeOlder)), nil
	default:
		s.Does = CalendarChanged
	}
	return s, nil
}

// pair is an event with its step.
type pair struct {
	step eventStep
	ev   *core.CalendarEvent
}

// Import carries a plan out as one step: one undo takes all of it back, and one that is cancelled leaves
// nothing.
func (s CalendarFiles) Import(ctx context.Context, plan *CalendarPlan, progress Progress) error {
	defer s.e.lean(roomToWrite)()
	if plan.away.IsZero() {
		if err := s.takeReplies(ctx, plan); err != nil {
			return err
		}
	}
	if len(plan.Steps) == 0 {
		return nil
	}
	t := &intake{e: s.e, now: s.e.now(), plan: plan, runs: map[string]*core.Series{}, mine: map[string]bool{}}
	err := s.e.Store.View(ctx, func(r Reader) (err error) {
		if err := t.knowOwner(r); err != nil {
			return err
		}
		if err := t.knowStrays(r); err != nil {
			return err
		}
		if err := t.knowRooms(r); err != nil {
			return err
		}
		return t.knowSeries(r)
	})
	if err != nil {
		return err
	}
	args := map[string]string{"n": strconv.Itoa(plan.New + plan.Changed), "name": plan.Name}
	introduced := false
	_, err = bulk(ctx, s.e, TitleCalendarImported, args, progress, plan.pairs(), func(u *unit, p pair) error {
		if !introduced {
			introduced = true
			if err := plan.introduce(u); err != nil {
				return err
			}
		}
		return t.take(u, p)
	})
	return err
}

// pairs walks the events that change something, or are remembered, each with its step.
func (p *CalendarPlan) pairs() iter.Seq2[pair, error] {
	return func(yield func(pair, error) bool) {
		i := 0
		for ev := range p.batch.Events {
			step := p.step(i)
			step.place(ev)
			if i++; (step.acts() || step.told) && !yield(pair{step, ev}, nil) {
				return
			}
		}
	}
}

// take carries one step out.
func (t *intake) take(u *unit, p pair) error {
	if p.step.told {
		return t.hearBeside(u, t.runs[p.ev.UID], p.ev)
	}
	if p.step.published {
		if err := t.complete(u, p.step.known, p.ev); err != nil {
			return err
		}
	}
	if days := p.step.beside; !p.step.days && !days.ID.IsZero() {
		if err := u.remove(days); err != nil {
			return err
		}
	}
	switch {
	case p.step.Keeps:
		return t.takeKept(u, p)
	case p.step.renews:
		return t.renew(u, p)
	case p.step.hears:
		return t.hear(u, p)
	case p.step.asks:
		return t.noteAsked(u, p)
	case p.step.guests:
		of, _ := t.aboutStep(p.step, p.ev)
		return t.hearGuests(u, of, p.ev)
	case p.step.days:
		return t.takeDays(u, p)
	case p.step.As == core.KindMeeting:
		return t.takeMeeting(u, p)
	case p.step.As == core.KindSeries:
		if err := t.takeSeries(u, p); err != nil {
			return err
		}
		return t.hearGuests(u, elsewhereAbout{series: t.runs[p.ev.UID].ID, rel: p.step.rel}, p.ev)
	case !p.step.base.IsZero():
		if err := t.leaveOut(u, p); err != nil {
			return err
		}
	}
	aMeeting := p.step.known.Kind == core.KindMeeting
	switch {
	case aMeeting && p.step.Does == CalendarChanged:
		return t.makeBusy(u, p)
	case p.step.Does == CalendarNew:
		if aMeeting {
			if err := t.becomeOne(u, p.step.known.ID, p.ev); err != nil {
				return err
			}
		}
		return t.takeNewBusy(u, p)
	case p.step.hidden:
		return t.putHidden(u, p)
	case t.off(p.ev):
		return t.callBusyOff(u, p)
	}
	return t.putBusyOver(u, p.step.known.ID, t.busyOf(p.ev))
}

// putBusyOver lets a busy time take the place of one that is here, and stay what that was made of.
func (t *intake) putBusyOver(u *unit, here core.ID, b *core.Busy) error {
	old, err := load[core.Busy](u, here)
	if err != nil {
		return err
	}
	if b.Head, b.Calendar = old.Head, old.Calendar; b.Organizer == "" {
		b.Organizer = old.Organizer
	}
	if old.Never() && b.Recurrence.IsZero() {
		if err := t.partsOn(u, b.UID); err != nil {
			return err
		}
	}
	if err := t.dropParts(u, b); err != nil {
		return err
	}
	return u.put(b)
}

// takeMeeting keeps a new meeting, or brings another's up to what its file says now.
func (t *intake) takeMeeting(u *unit, p pair) error {
	run := t.runs[p.ev.UID]
	if run != nil && !p.ev.Recurrence.IsZero() {
		if err := t.takeOccurrence(u, run, p); err != nil {
			return err
		}
		if err := t.hearBeside(u, run, p.ev); err != nil {
			return err
		}
		return t.hearGuests(u, elsewhereAbout{series: run.ID, rel: run.Relationship}, p.ev)
	}
	switch {
	case p.step.Does == CalendarNew:
		if was := p.step.known; was.Kind == core.KindBusy && !was.ID.IsZero() { // who invites is met now
			if err := u.remove(was); err != nil {
				return err
			}
		}
		m := t.newOf(p.ev)
		if p.ev.Recurrence.IsZero() {
			var err error
			if m.ID, err = t.asAnswered(u, core.KindMeeting, m.UID); err != nil {
				return err
			}
		}
		m.Relationship, m.Unasked = p.step.rel, t.unasked(nil, core.Origin{}, p.step.rel, p.ev)
		if err := u.create(m); err != nil {
			return err
		}
		return t.hearGuests(u, elsewhereAbout{meeting: m.ID, rel: m.Relationship}, p.ev)
	case t.off(p.ev) && p.ev.Recurrence.IsZero() && len(t.strays[p.ev.UID]) > 0:
		return t.callStraysOff(u, p.ev)
	}
	m, err := load[core.Meeting](u, p.step.known.ID)
	if err != nil {
		return err
	}
	if err := t.follow(u, m, p.ev); err != nil {
		return err
	}
	return t.hearGuests(u, elsewhereAbout{meeting: m.ID, rel: m.Relationship}, p.ev)
}

// follow brings another's meeting up to what its file says now.
func (t *intake) follow(u *unit, m *core.Meeting, ev *core.CalendarEvent) error {
	was := m.Origin
	m.Origin.Sequence, m.Origin.Stamp = ev.Sequence, ev.Stamp
	if t.off(ev) {
		m.Origin.Read = ""
		m.Origin.Unsay() // what was said to a version before is not why it is off
		m.Origin.Start, m.Origin.End, m.Origin.Zone = core.Civil{}, core.Civil{}, ""
		t.noteDeclined(&m.Origin, ev)
		t.restate(m, ev)
		t.putDeclined(m, ev)
		return callOff(u, m, cmp.Or(ev.Comment, m.Reason), t.saidAt(ev)) // the owner may have had a reason of their own
	}
	m.Origin = was
	now := t.meetingOf(ev)
	carryOver(&now.Origin, m.Origin)
	t.keepOwn(m, now)
	now.Origin.Stands = stands(m, now, t.runs[ev.UID])
	named := m.Zone == now.Zone && startsAt(m.Recurrence, m.Zone, ev.RecurrenceAt) // even at an hour that its clock skips
	if loc, err := now.Zone.Location(); err == nil && homeless(m) && !named && !ev.RecurrenceAt.IsZero() {
		m.Recurrence = core.CivilOf(ev.RecurrenceAt.In(loc)) // by its own clock, which may be another now
	}
	m.Title, m.Start, m.End, m.Zone, m.Place, m.Link, m.Origin = now.Title, now.Start, now.End, now.Zone, now.Place, now.Link, now.Origin
	m.Unasked = t.unasked(m.Unasked, was, m.Relationship, ev)
	if m.Off() {
		m.Reopen()
	}
	return u.put(m)
}

// saidAt gives when an event's version was said, as far as that can be believed.
func (t *intake) saidAt(ev *core.CalendarEvent) time.Time {
	if ago := t.now.Sub(ev.Stamp); !ev.Stamp.IsZero() && ago > 0 && ago < occurrencesBehind {
		return ev.Stamp
	}
	return t.now
}

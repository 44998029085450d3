package planner

import (
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"

	"mentorbook/core"
)

// step plans one event.
func (t *intake) step(ev *core.CalendarEvent) (CalendarStep, error) {
	s := CalendarStep{Line: ev.Line, UID: ev.UID, Title: ev.Title, Start: ev.Start}
	key := eventKey{ev.UID, ev.Recurrence}
	known, here := t.known[key]
	if known.seen {
		return s.refuse(core.FailField(core.CodeDuplicate, "uid", "value", core.Excerpt(ev.UID))), nil
	}
	t.known[key] = knownEvent{seen: true}
	if here && known.ref.Kind == core.KindMeeting {
		return t.knownMeeting(s, known, ev), nil
	}
	if here && known.ref.Kind == core.KindSeries {
		return t.knownSeries(s, known, ev), nil
	}
	if run := t.runs[ev.UID]; run != nil && !ev.Recurrence.IsZero() && t.plan.as != CalendarAsBusy {
		return t.changedOccurrence(s, run, ev), nil
	}
	rel := t.relationship(ev)
	if !here && t.plan.as != CalendarAsBusy && rel != nil && !ev.Cancelled {
		if run := t.seriesOf(ev, rel.rel.ID); run != nil {
			t.runs[ev.UID] = run
			s.As, s.With, s.rel, s.Does = core.KindSeries, rel.name, rel.rel.ID, CalendarNew
			return s, nil
		}
	}
	if !here && t.plan.as != CalendarAsBusy && rel != nil && meetingLike(ev) {
		return t.newMeeting(s, rel, ev), nil
	}
	if t.plan.as == CalendarAsMeetings && !here {
		return s.refuse(t.noMeeting(ev, rel)), nil
	}
	return t.busyStep(s, known, here, ev)
}

func (s CalendarStep) refuse(why error) CalendarStep {
	s.Does, s.Err = CalendarRefused, why
	return s
}

// meetingLike tells whether an event can be a meeting: it happens once, at a time of day.
func meetingLike(ev *core.CalendarEvent) bool {
	return !ev.AllDay && ev.Rule == "" && len(ev.Extra) == 0
}

// noMeeting says why an event is no meeting.
func (t *intake) noMeeting(ev *core.CalendarEvent, rel *relationshipByMail) error {
	if rel != nil && !meetingLike(ev) {
		return core.FailField(core.CodeBadTime, "start", "value", ev.Start.Date.String())
	}
	return core.Fail(core.CodeNotFound, "kind", string(core.KindRelationship), "id", core.Excerpt(addressees(ev)))
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
func (t *intake) newMeeting(s CalendarStep, rel *relationshipByMail, ev *core.CalendarEvent) CalendarStep {
	s.As, s.With, s.rel = core.KindMeeting, rel.name, rel.rel.ID
	if ev.Cancelled {
		return s.refuse(core.Fail(core.CodeState, "state", string(core.MeetingCancelled)))
	}
	m := t.meetingOf(ev)
	m.Relationship = rel.rel.ID
	if err := m.Validate(); err != nil {
		return s.refuse(err)
	}
	s.Does = CalendarNew
	return s
}

// knownMeeting plans an event whose meeting is here. What we organize is ours to change, and a meeting that is over
// keeps what was noted of it; another's meeting follows its file.
func (t *intake) knownMeeting(s CalendarStep, known knownEvent, ev *core.CalendarEvent) CalendarStep {
	s.As, s.known, s.rel, s.Does = core.KindMeeting, known.ref, known.rel, CalendarSame
	for _, rel := range t.rels {
		if rel.rel.ID == known.rel {
			s.With = rel.name
		}
	}
	if !known.open || ours(ev.UID) {
		return s
	}
	if m := t.meetingOf(ev); ev.Cancelled || meetingSum(m) != known.sum {
		m.Relationship = known.rel
		if err := m.Validate(); err != nil {
			return s.refuse(err)
		}
		s.Does = CalendarChanged
	}
	return s
}

// uidDomain is the right side of the UIDs that we make.
const uidDomain = "@mentorbook.app"

func ours(uid string) bool { return strings.HasSuffix(uid, uidDomain) }

// meetingOf makes a meeting of an event; one that is over was held, as far as anybody knows.
func (t *intake) meetingOf(ev *core.CalendarEvent) *core.Meeting {
	m := &core.Meeting{
		Title: clip(ev.Title, core.MaxName), Start: ev.Start, End: ev.End, Zone: t.zoneOf(ev), Place: ev.Place, Link: ev.Link,
		Status: core.MeetingPlanned, UID: ev.UID, Recurrence: ev.Recurrence,
	}
	if end, err := m.EndAt(); err == nil && end.Before(t.now) {
		m.Status, m.Closed = core.MeetingHeld, end
	}
	return m
}

func (t *intake) zoneOf(ev *core.CalendarEvent) core.Zone {
	if ev.Zone == "" {
		return core.Zone(zoneOf(t.owner).String())
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
	return &core.Busy{
		Person: t.owner.ID, Calendar: t.plan.Name, UID: ev.UID, Recurrence: ev.Recurrence, Title: clip(ev.Title, core.MaxName),
		Start: ev.Start, End: ev.End, Zone: ev.Zone, AllDay: ev.AllDay, Transparent: ev.Transparent,
		Rule: ev.Rule, Except: slices.Concat(ev.Except, ev.Changed), Extra: ev.Extra, Sequence: ev.Sequence, Stamp: ev.Stamp,
	}
}

// busyStep plans an event as busy time. One that was called off takes nobody's time: it is not taken in, and
// goes where it is here.
func (t *intake) busyStep(s CalendarStep, known knownEvent, here bool, ev *core.CalendarEvent) (CalendarStep, error) {
	s.As, s.known = core.KindBusy, known.ref
	if ev.Cancelled {
		switch {
		case !here && !ev.Recurrence.IsZero(): // the event that it belongs to leaves it out
			s.Does = CalendarSame
			return s, nil
		case !here:
			return s.refuse(core.Fail(core.CodeState, "state", string(core.MeetingCancelled))), nil
		}
		s.Does = CalendarChanged
		return s, nil
	}
	b := t.busyOf(ev)
	if err := b.Validate(); err != nil {
		return s.refuse(err), nil
	}
	if !here {
		s.Does = CalendarNew
		return s, nil
	}
	sum, err := busySum(b)
	if err != nil {
		return s, err
	}
	s.Does = CalendarChanged
	if sum == known.sum || ev.Sequence < known.sequence {
		s.Does = CalendarSame
	}
	return s, nil
}

// pair is an event with its step.
type pair struct {
	step CalendarStep
	ev   *core.CalendarEvent
}

// Import carries a plan out as one step: one undo takes all of it back, and one that is cancelled leaves
// nothing.
func (s CalendarFiles) Import(ctx context.Context, plan *CalendarPlan, progress Progress) error {
	if err := s.takeReplies(ctx, plan); err != nil || len(plan.Steps) == 0 {
		return err
	}
	t := &intake{e: s.e, now: s.e.now(), plan: plan, known: map[eventKey]knownEvent{}, runs: map[string]*core.Series{}}
	err := s.e.Store.View(ctx, func(r Reader) (err error) {
		if t.owner, err = ownerOf(r); err != nil {
			return err
		}
		return t.knowSeries(r)
	})
	if err != nil {
		return err
	}
	args := map[string]string{"n": strconv.Itoa(plan.New + plan.Changed), "name": plan.Name}
	_, err = bulk(ctx, s.e, TitleCalendarImported, args, progress, plan.pairs(), func(u *unit, p pair) error { return t.take(u, p) })
	return err
}

// pairs walks the events that change something, each with its step.
func (p *CalendarPlan) pairs() iter.Seq2[pair, error] {
	return func(yield func(pair, error) bool) {
		i := 0
		for ev := range p.batch.Events {
			step := p.Steps[i]
			if i++; (step.Does == CalendarNew || step.Does == CalendarChanged) && !yield(pair{step, ev}, nil) {
				return
			}
		}
	}
}

// take carries one step out.
func (t *intake) take(u *unit, p pair) error {
	switch {
	case p.step.As == core.KindMeeting && p.step.Does == CalendarNew:
		m := t.meetingOf(p.ev)
		m.Relationship = p.step.rel
		if run := t.runs[p.ev.UID]; run != nil && !p.ev.Recurrence.IsZero() {
			m.Head.ID, m.Series = core.OccurrenceID(run.ID, p.ev.Recurrence), run.ID
		}
		return u.create(m)
	case p.step.As == core.KindSeries:
		return t.takeSeries(u, p)
	case p.step.Does == CalendarNew:
		return u.create(t.busyOf(p.ev))
	case p.step.As == core.KindMeeting:
		return t.follow(u, p)
	case p.ev.Cancelled:
		return u.remove(p.step.known)
	}
	old, err := load[core.Busy](u, p.step.known.ID)
	if err != nil {
		return err
	}
	b := t.busyOf(p.ev)
	b.Head, b.Calendar = old.Head, old.Calendar
	return u.put(b)
}

// follow brings another's meeting up to what its file says now.
func (t *intake) follow(u *unit, p pair) error {
	m, err := load[core.Meeting](u, p.step.known.ID)
	if err != nil {
		return err
	}
	if p.ev.Cancelled {
		return cancel(u, m, "", u.now)
	}
	now := t.meetingOf(p.ev)
	m.Title, m.Start, m.End, m.Zone, m.Place, m.Link = now.Title, now.Start, now.End, now.Zone, now.Place, now.Link
	return u.put(m)
}

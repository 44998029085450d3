package planner

import (
	"slices"
	"strings"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Free and busy times (VFREEBUSY) say when one person can't meet within a stretch of time, and nothing else. Each such time becomes
// a busy time of theirs by a name made of when it is, so that the same times from a newer file are known; what came from such a file
// before and is not named any more within the stretch is off. What is planned here with them takes their time by itself, and follows
// when it moves: it is left out of those times.

// freeBusyUID begins the names of the busy times that are made so.
const freeBusyUID = "free-busy-"

// freeIntake makes events of the free and busy times of a file.
type freeIntake struct {
	r     Reader
	e     *engine
	plan  *CalendarPlan
	owner *core.Person
	whose *core.Person            // whose calendar the file is
	mails map[string]*core.Person // by the key of an address: whose it is, but of those who share one; nil of these
}

// takeFree lets the free and busy times of the file stand among its events. A file of nothing else that is about somebody else is
// taken as theirs, though it was not said whose it is.
func (s CalendarFiles) takeFree(r Reader, plan *CalendarPlan) error {
	if len(plan.batch.Free) == 0 {
		return nil
	}
	f := &freeIntake{r: r, e: s.e, plan: plan, mails: map[string]*core.Person{}}
	if err := f.know(); err != nil {
		return err
	}
	var more []*core.CalendarEvent
	for i := range plan.batch.Free {
		events, why, err := f.events(&plan.batch.Free[i])
		if err != nil {
			return err
		}
		if more = append(more, events...); why != "" {
			plan.Findings = append(plan.Findings, core.Finding{Line: plan.batch.Free[i].Line, Title: plan.batch.Free[i].Of.Name, Flaw: why, Value: core.Excerpt(plan.batch.Free[i].Of.Email), Lost: true})
			plan.Refused++
		}
	}
	events := plan.batch.Events
	plan.batch.Count += len(more)
	plan.batch.Events = func(yield func(*core.CalendarEvent) bool) {
		for ev := range events {
			if !yield(ev) {
				return
			}
		}
		for _, ev := range more {
			if !yield(ev) {
				return
			}
		}
	}
	return nil
}

// know finds whose addresses are whose, and whose file it is.
func (f *freeIntake) know() (err error) {
	if f.owner, err = ownerOf(f.r); err != nil {
		return err
	}
	for p, err := range every[core.Person](f.r) {
		if err != nil {
			return err
		}
		for _, mail := range p.Emails {
			key := core.EmailKey(mail)
			if other, seen := f.mails[key]; seen && (other == nil || other.ID != p.ID) {
				p = nil
			}
			if f.mails[key] = p; p == nil {
				break
			}
		}
	}
	b := f.plan.batch
	if f.plan.away.IsZero() && !f.plan.MeetingsOnly() && b.Count == 0 && len(b.Answers) == 0 {
		for _, one := range b.Free {
			if who := f.mails[core.EmailKey(one.Of.Email)]; who != nil && who.ID != f.owner.ID {
				f.plan.away, f.plan.as = who.ID, CalendarAsBusy
				break
			}
		}
	}
	if f.whose = f.owner; !f.plan.away.IsZero() {
		f.whose, err = load[core.Person](f.r, f.plan.away)
	}
	return err
}

// events makes events of what one part of the file says; or tells why not.
func (f *freeIntake) events(one *core.FreeBusy) ([]*core.CalendarEvent, core.Flaw, error) {
	if email := one.Of.Email; email != "" && !f.whose.HasEmail(email) {
		if f.plan.away.IsZero() || f.mails[core.EmailKey(email)] != nil {
			return nil, core.FlawFreeOther, nil
		}
	}
	one.Stamp = believed(one.Stamp, f.e.nowUTC())
	was, newer, err := f.before(one)
	if err != nil || newer {
		return nil, core.FlawFreeOlder, err
	}
	busy, err := f.without(one.Periods)
	if err != nil {
		return nil, "", err
	}
	var out []*core.CalendarEvent
	named := map[string]bool{}
	for _, p := range busy {
		ev := freeEvent(one, p)
		if !named[ev.UID] {
			named[ev.UID] = true
			out = append(out, ev)
		}
	}
	for _, b := range was {
		if !named[b.UID] && !b.Never() && !one.Partly {
			out = append(out, &core.CalendarEvent{Line: one.Line, UID: b.UID, Stamp: one.Stamp, Start: b.Start, End: b.End, Zone: b.Zone, Ended: true, Cancelled: true})
		}
	}
	return out, "", nil
}

func freeEvent(one *core.FreeBusy, p core.FreeBusyPeriod) *core.CalendarEvent {
	const form = "20060102T150405Z"
	return &core.CalendarEvent{
		Line: p.Line, UID: freeBusyUID + p.Start.UTC().Format(form) + "-" + p.End.UTC().Format(form), Stamp: one.Stamp,
		Start: core.CivilOf(p.Start.UTC()), End: core.CivilOf(p.End.UTC()), Zone: "UTC", Ended: true,
	}
}

// before gives the busy times that came so before, and begin in the stretch of which a part of a file speaks; newer tells that one of
// them is of a newer file.
func (f *freeIntake) before(one *core.FreeBusy) (was []*core.Busy, newer bool, err error) {
	if one.From.IsZero() || !one.From.Before(one.To) {
		return nil, false, nil
	}
	for b, err := range every[core.Busy](f.r) {
		if err != nil {
			return nil, false, err
		}
		if b.Person != f.whose.ID || !strings.HasPrefix(b.UID, freeBusyUID) {
			continue
		}
		at, err := b.Start.In(b.Zone)
		if err != nil {
			return nil, false, err
		}
		if at.Before(one.From) || !at.Before(one.To) {
			continue
		}
		if was = append(was, b); !one.Stamp.IsZero() && b.Stamp.After(one.Stamp) {
			return nil, true, nil
		}
	}
	return was, false, nil
}

// without gives times without those of the meetings that are here with the person: what is left of them, in order.
func (f *freeIntake) without(periods []core.FreeBusyPeriod) ([]core.FreeBusyPeriod, error) {
	met, err := f.met(periods)
	if err != nil {
		return nil, err
	}
	var out []core.FreeBusyPeriod
	for _, p := range periods {
		first, _ := slices.BinarySearchFunc(met, p.Start, func(s schedule.Span, at time.Time) int { return s.Start.Compare(at.Add(-longestMeeting)) })
		for _, m := range met[first:] {
			if !m.Start.Before(p.End) {
				break
			}
			if !m.End.After(p.Start) {
				continue
			}
			if m.Start.After(p.Start) {
				out = append(out, core.FreeBusyPeriod{Line: p.Line, Start: p.Start, End: m.Start})
			}
			p.Start = m.End
		}
		if p.Start.Before(p.End) {
			out = append(out, p)
		}
	}
	return out, nil
}

// met gives when the person meets somebody here while the times last, by their starts. What lies beyond the occurrences of series
// that are looked at is as the file says.
func (f *freeIntake) met(periods []core.FreeBusyPeriod) ([]schedule.Span, error) {
	now := f.e.now()
	var from, to time.Time
	for _, p := range periods {
		if p.Start.Before(now.Add(-occurrencesBehind)) || p.End.After(now.Add(occurrencesAhead)) {
			continue
		}
		if from.IsZero() || p.Start.Before(from) {
			from = p.Start
		}
		if p.End.After(to) {
			to = p.End
		}
	}
	if from.IsZero() {
		return nil, nil
	}
	all, err := f.e.meetingsTouching(f.r, from, to)
	if err != nil {
		return nil, err
	}
	rels := map[core.ID]*core.Relationship{}
	var out []schedule.Span
	for _, m := range all {
		rel := rels[m.Relationship]
		if rel == nil {
			if rel, err = load[core.Relationship](f.r, m.Relationship); err != nil {
				return nil, err
			}
			rels[m.Relationship] = rel
		}
		if m.Off() || leftBefore(rel, f.whose.ID, m.Start.Date) {
			continue
		}
		s, err := spanOf(m)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

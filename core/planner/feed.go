package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// FeedWish says what a published calendar holds.
type FeedWish struct {
	Name         string      // of the calendar
	Period       core.Period // in the owner's zone: what starts, or is due, within it; open: of all times
	Relationship core.ID     // zero: of all
}

// FeedCount is how much went into a published calendar.
type FeedCount struct{ Meetings, Series, Due int }

// WriteFeed writes a calendar of all meetings, series and due dates to a file, for programs that watch it or take
// it in. What was called off or is private is left out, and so is every text but titles, places and links. What others
// call private (RFC 5545 3.8.1.3) is so in the file too; one of a relationship, which is made to be handed on, has of it
// when it takes place alone.
func (s Invitations) WriteFeed(ctx context.Context, wish FeedWish, path string) (FeedCount, error) {
	if s.e.Inviter == nil || s.e.Files == nil {
		return FeedCount{}, core.Fail(core.CodeInternal, "reason", "nobody wired to write calendars")
	}
	f, n, err := s.Feed(ctx, wish)
	if err != nil {
		return n, err
	}
	data, err := s.e.Inviter.Feed(f)
	if err != nil {
		return n, err
	}
	return n, s.e.Files.WriteFile(path, data)
}

// Feed gathers such a calendar.
func (s Invitations) Feed(ctx context.Context, wish FeedWish) (*core.Feed, FeedCount, error) {
	f := &feedReader{s: s, wish: wish, out: &core.Feed{Name: wish.Name, Stamp: s.e.nowUTC()}}
	err := s.e.Store.View(ctx, func(r Reader) error {
		f.Reader = r
		return f.read()
	})
	return f.out, f.n, err
}

type feedReader struct {
	Reader

	s        Invitations
	wish     FeedWish
	ws       *core.Workspace
	from, to time.Time // zero: open
	out      *core.Feed
	n        FeedCount
}

func (f *feedReader) read() error {
	owner, err := ownerOf(f)
	if err != nil {
		return err
	}
	if f.ws, err = workspaceOf(f); err != nil {
		return err
	}
	if err := f.wish.Period.Validate(); err != nil {
		return err
	}
	f.out.Organizer, f.out.Of = partyOf(owner), owner.ID
	f.from, f.to = span(f.wish.Period, zoneOf(owner))
	for _, step := range []func() error{f.meetings, f.series, f.actions, f.milestones} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// discreet tells whether the file is made for somebody else than the owner: that of one relationship is.
func (f *feedReader) discreet() bool { return !f.wish.Relationship.IsZero() }

// lets tells whether an instant lies in the period.
func (f *feedReader) lets(at time.Time) bool {
	return (f.from.IsZero() || !at.Before(f.from)) && (f.to.IsZero() || at.Before(f.to))
}

// meetings adds those that stand by themselves.
func (f *feedReader) meetings() error {
	q := Query{Index: MeetingsByStart, From: f.from, To: f.to}
	if !f.wish.Relationship.IsZero() {
		q.Index, q.Of = MeetingsOfRelationship, f.wish.Relationship
	}
	for m, err := range scan[core.Meeting](f, q) {
		if err != nil {
			return err
		}
		if m.Off() || !m.Series.IsZero() {
			continue
		}
		if err := f.addMeeting(m, m.UID); err != nil {
			return err
		}
	}
	return nil
}

func (f *feedReader) addMeeting(m *core.Meeting, uid string) error {
	rel, err := load[core.Relationship](f, m.Relationship)
	if err != nil {
		return err
	}
	m = m.Shown(f.discreet())
	v := &core.Invitation{UID: uid, Place: m.Place, Link: m.Link, Class: m.Origin.Class, Language: f.ws.Language}
	if v.Title, err = invitationTitle(f, m, rel); err != nil {
		return err
	}
	at, err := spanOf(m)
	if err != nil {
		return err
	}
	v.Start, v.End = at.Start, at.End
	v.Series = aloneOf(m)
	before, err := sentAbout(f, m)
	for _, d := range before {
		v.Sequence = max(v.Sequence, d.Sequence)
	}
	f.organize(v, m.UID, m.Origin)
	f.out.Events = append(f.out.Events, v)
	f.n.Meetings++
	return err
}

// organize names who organizes an event: the owner, or whoever invited them, if that is known.
func (f *feedReader) organize(v *core.Invitation, uid string, origin core.Origin) {
	v.Organizer = f.out.Organizer
	if theirs(uid, origin) {
		v.Organizer = core.Party{Name: origin.Name, Email: origin.Organizer}
		v.Sequence = max(v.Sequence, origin.Sequence)
	}
}

// series adds those that have an occurrence in the period, cut to it.
func (f *feedReader) series() error {
	all, err := runningSeries(f, f.wish.Relationship, time.Time{}) // one that is over may have a meeting moved to later
	if err != nil {
		return err
	}
	for _, run := range all {
		if err := f.addSeries(run); err != nil {
			return err
		}
	}
	return nil
}

func (f *feedReader) addSeries(run *running) error {
	cut, ok, err := f.cut(run)
	if err != nil {
		return err
	}
	if ok = ok && !calledOff(cut); ok {
		if err := f.addWhole(cut); err != nil {
			return err
		}
	}
	// What was moved into the period from outside of it stands by itself.
	for m, err := range scan[core.Meeting](f, Query{Index: MeetingsOfSeries, Of: run.ID, From: f.from, To: f.to}) {
		if err != nil {
			return err
		}
		if m.Off() || ok && cut.rule.Has(m.Recurrence) {
			continue
		}
		if err := f.addMeeting(m, m.ID.String()+"@mentorbook.app"); err != nil {
			return err
		}
	}
	return nil
}

// cut gives a series with the occurrences alone whose original starts lie in the period; false where there is
// none.
func (f *feedReader) cut(run *running) (*running, bool, error) {
	s := *run.Series
	loc, err := s.Zone.Location()
	if err != nil {
		return nil, false, err
	}
	rule := run.rule.Rule()
	if !f.from.IsZero() {
		first := run.rule.After(core.CivilOf(f.from.In(loc)), 1)
		if len(first) == 0 {
			return nil, false, nil
		}
		if rule.Count > 0 {
			rule.Count -= run.rule.Index(first[0])
		}
		s.Start, s.End = first[0], first[0].Later(s.Length(), s.Zone)
	}
	if !f.to.IsZero() {
		last := core.CivilOf(f.to.In(loc)).AddMinutes(-1)
		if last.Compare(s.Start) < 0 {
			return nil, false, nil
		}
		if end, ok := run.rule.Ends(); !ok || end.After(f.to) || rule.Count > 0 {
			rule.Until = soonest(rule.Until, last, loc)
			rule.Count = 0
			if run.rule.Rule().Count > 0 { // it may end before by its count
				all := run.rule.After(run.Start, run.rule.Rule().Count)
				if n := len(all); n > 0 && all[n-1].Compare(last) < 0 {
					rule.Until = soonest(core.Until{}, all[n-1], loc)
				}
			}
		}
	}
	s.Rule = rule.String()
	cut, err := runningOf(&s)
	return cut, err == nil, err
}

// soonest gives the earlier of two ends.
func soonest(u core.Until, last core.Civil, loc *time.Location) core.Until {
	if !u.IsZero() && u.Last(loc).Before(onWall(last)) {
		return u
	}
	return core.Until{Date: last.Date, Hour: last.Hour, Minute: last.Minute, Timed: true}
}

func (f *feedReader) addWhole(run *running) error {
	run = &running{run.Shown(f.discreet()), run.rule}
	a := &matter{series: run.Series, whole: true, run: run, meeting: run.meeting(run.rule.At(run.Start)), discreet: f.discreet()}
	var err error
	if a.rel, err = load[core.Relationship](f, run.Relationship); err != nil {
		return err
	}
	v := &core.Invitation{Method: core.MethodPublish, UID: run.UID, Place: run.Place, Link: run.Link, Class: run.Origin.Class, Language: f.ws.Language}
	at, err := spanOf(a.meeting)
	if err != nil {
		return err
	}
	v.Start, v.End = at.Start, at.End
	if v.Title, err = invitationTitle(f, a.meeting, a.rel); err != nil {
		return err
	}
	d, err := a.dispatch(f, v)
	if err != nil {
		return err
	}
	if v.Series, err = a.invited(f, d, v.Title, nil); err != nil {
		return err
	}
	f.trim(run, v.Series)
	if a.before, err = collect(scan[core.Dispatch](f, Query{Index: DispatchesOfSeries, Of: run.ID})); err != nil {
		return err
	}
	for _, d := range a.known() {
		v.Sequence = max(v.Sequence, d.Sequence)
	}
	f.organize(v, run.UID, run.Origin)
	d.Sequence = v.Sequence
	a.numberOccurrences(v.Series, d)
	f.out.Events = append(f.out.Events, v)
	f.n.Series++
	return err
}

// trim leaves out what lies outside of the period: changes of other occurrences, and those moved out of it.
func (f *feedReader) trim(run *running, s *core.InvitedSeries) {
	s.Except = slices.DeleteFunc(s.Except, func(c core.Civil) bool { return !run.rule.Has(c) })
	s.Moved = slices.DeleteFunc(s.Moved, func(o core.InvitedOccurrence) bool {
		if !run.rule.Has(o.Original) {
			return true
		}
		start, err := o.Start.In(s.Zone)
		if err != nil || f.lets(start) {
			return false
		}
		s.Except = append(s.Except, o.Original)
		return true
	})
}

// actions adds the days by which open promises are due: the owner's, and of everybody in their relationships.
func (f *feedReader) actions() error {
	seen := map[core.ID]bool{}
	queries := []Query{{Index: ActionsOpenWith, Of: f.wish.Relationship}}
	if f.wish.Relationship.IsZero() {
		queries = []Query{{Index: ActionsOpen, Of: f.ws.Owner}}
		for entry, err := range f.Keys(Query{Index: RelationshipsOfPerson, Of: f.ws.Owner}) {
			if err != nil {
				return err
			}
			queries = append(queries, Query{Index: ActionsOpenWith, Of: entry.Ref.ID})
		}
	}
	for _, q := range queries {
		for a, err := range scan[core.Action](f, q) {
			if err != nil {
				return err
			}
			if seen[a.ID] || a.Readers.Private() {
				continue
			}
			seen[a.ID] = true
			if err := f.addDue(a.ID, a.Due, a.Title, a.Owner); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *feedReader) milestones() error {
	for g, err := range every[core.Goal](f) {
		if err != nil {
			return err
		}
		if !g.Open() || g.Readers.Private() || !f.wish.Relationship.IsZero() && !slices.Contains(g.Relationships, f.wish.Relationship) {
			continue
		}
		for _, m := range g.Milestones {
			if !m.Done.IsZero() {
				continue
			}
			if err := f.addDue(m.ID, m.Due, m.Title, g.Person); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *feedReader) addDue(id core.ID, on core.Date, title string, whose core.ID) error {
	if on.IsZero() || !f.wish.Period.Contains(on) {
		return nil
	}
	name, err := personName(f, whose)
	f.out.Due = append(f.out.Due, core.FeedDue{UID: id.String() + "@mentorbook.app", On: on, Title: title + " (" + name + ")"})
	f.n.Due++
	return err
}

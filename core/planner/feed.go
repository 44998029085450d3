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
	Period       core.Period // in the owner's zone: what takes place, or is due, within it, and whole series that have a meeting in it; open: of all times
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

// RenewFeed writes the calendar of everything to the file that the owner wants it published to, as it is now; nothing where they want
// none.
func (s Invitations) RenewFeed(ctx context.Context, name string) error {
	ws, err := Workspaces(s).Get(ctx)
	if err != nil || ws.Feed == "" {
		return err
	}
	_, err = s.WriteFeed(ctx, FeedWish{Name: name}, ws.Feed)
	return err
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
	since    time.Time // what begins before it is over by from; zero: open
	out      *core.Feed
	n        FeedCount
}

func (f *feedReader) under() Reader { return f.Reader }

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
	if f.from, f.to = span(f.wish.Period, zoneOf(owner)); !f.from.IsZero() {
		f.since = f.from.Add(-longestMeeting)
	}
	for _, step := range []func() error{f.meetings, f.series, f.actions, f.milestones} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// discreet tells whether the file is made for somebody else than the owner: that of one relationship is.
func (f *feedReader) discreet() bool { return !f.wish.Relationship.IsZero() }

// meetings adds those that stand by themselves.
func (f *feedReader) meetings() error {
	q := Query{Index: MeetingsByStart, From: f.since, To: f.to}
	if !f.wish.Relationship.IsZero() {
		q.Index, q.Of = MeetingsOfRelationship, f.wish.Relationship
	}
	for m, err := range scan[core.Meeting](f, q) {
		if err != nil {
			return err
		}
		if m.Off() || !m.Series.IsZero() || f.past(m) {
			continue
		}
		if err := f.addMeeting(m, m.UID); err != nil {
			return err
		}
	}
	return nil
}

// past tells whether a meeting is over before the period: one that begins before it may reach into it.
func (f *feedReader) past(m *core.Meeting) bool { return !endsAfter(m, f.from) }

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

// series adds those that have an occurrence in the period, whole: a program takes what a file says of a UID for all of it
// (RFC 5545 3.8.4.7), so that part of a series would end it for whoever has been invited to all of it.
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
	meets, err := f.meets(run)
	if err != nil {
		return err
	}
	whole := false
	var alone []*core.Meeting // the series has them no more: they stand by themselves
	for m, err := range scan[core.Meeting](f, Query{Index: MeetingsOfSeries, Of: run.ID, From: f.since, To: f.to}) {
		switch {
		case err != nil:
			return err
		case m.Off() || f.past(m):
		case run.rule.Has(m.Recurrence):
			whole = true
		default:
			alone = append(alone, m)
		}
	}
	if meets || whole {
		if err := f.addWhole(run); err != nil {
			return err
		}
	}
	for _, m := range alone {
		if err := f.addMeeting(m, m.ID.String()+"@mentorbook.app"); err != nil {
			return err
		}
	}
	return nil
}

// meets tells whether an occurrence without a record of its own takes place in the period.
func (f *feedReader) meets(run *running) (bool, error) {
	from := f.since
	if from.IsZero() {
		start, err := run.rule.Earliest().In(run.Zone)
		if err != nil {
			return false, err
		}
		from = start
	}
	taken, err := run.taken(f, from, Never())
	if err != nil {
		return false, err
	}
	for o, err := range run.rule.From(from) {
		if err != nil || !f.to.IsZero() && !o.Start.Before(f.to) {
			return false, err
		}
		if !taken[o.Original] && !o.Start.Before(from) && o.End.After(f.from) {
			return true, nil
		}
	}
	return false, nil
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

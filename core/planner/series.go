package planner

import (
	"context"
	"slices"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// SeriesBook is what can be done with series of meetings. One occurrence of a series is changed as a meeting, by
// its id.
type SeriesBook struct{ e *engine }

// Plan keeps a new series. What it leaves open gets its default: the owner's zone, the workspace's usual length,
// a calendar UID of its own. It begins at the first time that its rule allows. What was left open when the last meeting
// of the relationship was closed goes onto the agenda of its first one to come.
func (s SeriesBook) Plan(ctx context.Context, series core.Series) (*core.Series, error) {
	return s.PlanFor(ctx, series, 0)
}

// PlanFor keeps a new series, as Plan does, whose meetings take so many minutes in real time, whatever the clock does
// during the first; 0 for what the series says.
func (s SeriesBook) PlanFor(ctx context.Context, series core.Series, minutes int) (*core.Series, error) {
	out := series
	out.Head = core.Head{}
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleSeriesPlanned, args, func(u *unit) error {
		rel, err := load[core.Relationship](u, out.Relationship)
		if err != nil {
			return err
		}
		if rel.Status == core.StatusEnded {
			return core.Fail(core.CodeState, "state", string(rel.Status))
		}
		if err := s.e.seriesDefaults(u, &out, minutes); err != nil {
			return err
		}
		if args["name"], err = seriesStep(u, &out); err != nil {
			return err
		}
		if err := u.put(&out); err != nil {
			return err
		}
		return carryToSeries(u, &out)
	})
	return &out, err
}

// carryToSeries brings the open items of the last closed meeting onto the agenda of a series' first meeting to come,
// which gets a record where there are any.
func carryToSeries(u *unit, s *core.Series) error {
	run, err := runningOf(s)
	if err != nil {
		return err
	}
	first, err := run.next(u, u.now)
	if err != nil || first == nil {
		return err
	}
	n, err := carryFromLast(u, first)
	if err != nil || n == 0 {
		return err
	}
	return u.put(first)
}

func (e *engine) seriesDefaults(u *unit, s *core.Series, minutes int) error {
	ws, err := workspaceOf(u)
	if err != nil {
		return err
	}
	if s.Zone == "" {
		owner, err := load[core.Person](u, ws.Owner)
		if err != nil {
			return err
		}
		s.Zone = owner.Home()
	}
	if minutes == 0 && s.End.IsZero() {
		minutes = ws.Length
	}
	if minutes != 0 && s.Start.Valid() {
		s.End = s.Start.Later(minutes, s.Zone)
	}
	if s.UID == "" {
		s.UID = u.newID().String() + "@mentorbook.app"
	}
	return align(s)
}

// align moves the start of a series to the first time that its rule allows. How long its meetings take stays.
func align(s *core.Series) error {
	if !s.Start.Valid() || !s.End.Valid() {
		return nil // Validate says so
	}
	rule, err := core.ParseRule(s.Rule)
	if err != nil {
		return err
	}
	first, ok := schedule.First(rule, s.Start)
	if !ok || !rule.ForMeetings() {
		return core.FailField(core.CodeBadRule, "rule", "value", core.Excerpt(s.Rule))
	}
	if !rule.Until.IsZero() && rule.Until.Date.Before(first.Date) && !rule.Until.UTC {
		return core.FailField(core.CodeEndNotAfter, "until") // it would have no meeting at all
	}
	s.Rule = rule.String()
	if first != s.Start {
		s.Start, s.End = first, first.Later(s.Length(), s.Zone)
	}
	return nil
}

// seriesStep gives what a step calls a series.
func seriesStep(r Reader, s *core.Series) (string, error) { return seriesName(r, s.Shown(true)) }

func seriesName(r Reader, s *core.Series) (string, error) {
	if s.Title != "" {
		return s.Title, nil
	}
	rel, err := load[core.Relationship](r, s.Relationship)
	if err != nil {
		return "", err
	}
	return RelationshipName(r, rel)
}

// Get gives one series.
func (s SeriesBook) Get(ctx context.Context, id core.ID) (*core.Series, error) {
	return view(ctx, s.e, func(r Reader) (*core.Series, error) { return load[core.Series](r, id) })
}

// Of gives all series of a relationship, in the order of their making.
func (s SeriesBook) Of(ctx context.Context, rel core.ID) ([]*core.Series, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Series, error) {
		return collect(scan[core.Series](r, Query{Index: SeriesOf, Of: rel}))
	})
}

// Occurrences gives the meetings of a series that start within a period in the owner's zone, earliest first:
// those with a record as they are, moved or held or called off, all others as the rule has them.
func (s SeriesBook) Occurrences(ctx context.Context, id core.ID, p core.Period) ([]*core.Meeting, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Meeting, error) {
		owner, err := ownerOf(r)
		if err != nil {
			return nil, err
		}
		series, err := load[core.Series](r, id)
		if err != nil {
			return nil, err
		}
		from, to := span(p, zoneOf(owner))
		all, err := s.e.meetingsBetween(r, series.Relationship, from, to)
		return slices.DeleteFunc(all, func(m *core.Meeting) bool { return m.Series != id }), err
	})
}

// Change edits what all meetings of a series have in common: title, place, link and reminders. A planned meeting that has
// a record and still has the old ones gets the new. Its times are changed by Move and From.
func (s SeriesBook) Change(ctx context.Context, id core.ID, edit func(*core.Series) error) error {
	return change(ctx, s.e, TitleSeriesChanged, id, func(u *unit, series *core.Series) (string, error) {
		return u.changeSeries(series, edit)
	})
}

// changeSeries does what Change says, and gives the series' name. The series itself is not written.
func (u *unit) changeSeries(series *core.Series, edit func(*core.Series) error) (string, error) {
	was := *series
	if err := edit(series); err != nil {
		return "", err
	}
	now := was
	now.Title, now.Place, now.Link, now.Reminders = series.Title, series.Place, series.Link, series.Reminders
	now.Origin.Renamed(was.Title, now.Title)
	*series = now
	for m, err := range scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: series.ID, From: u.now}) {
		if err != nil {
			return "", err
		}
		if !m.Planned() || !follow(m, &was, &now) {
			continue
		}
		if err := u.put(m); err != nil {
			return "", err
		}
	}
	return seriesStep(u, series)
}

// follow gives a meeting the new title, place, link and reminders of its series where it had the old ones.
func follow(m *core.Meeting, was, now *core.Series) bool {
	before := *m
	for _, f := range []struct {
		field    *string
		was, now string
	}{{&m.Title, was.Title, now.Title}, {&m.Place, was.Place, now.Place}, {&m.Link, was.Link, now.Link}, {&m.Origin.Description, was.Origin.Description, now.Origin.Description}, {&m.Origin.Title, was.Origin.Title, now.Origin.Title}} {
		if *f.field == f.was {
			*f.field = f.now
		}
	}
	if m.Origin.Class == was.Origin.Class {
		m.Origin.Class = now.Origin.Class
	}
	asked := slices.Equal(m.Unasked, now.Unasked)
	if slices.Equal(m.Unasked, was.Unasked) && !asked {
		m.Unasked = slices.Clone(now.Unasked)
	} else {
		asked = true
	}
	if m.Reminders.Same(was.Reminders) {
		m.Reminders = now.Reminders
	}
	return !asked || m.Title != before.Title || m.Place != before.Place || m.Link != before.Link ||
		m.Origin != before.Origin || !m.Reminders.Same(before.Reminders)
}

// CallOff calls a series off that has not begun: none of it takes place. It stays, so that guests who were invited can
// be told; its planned meetings go, and those with an agenda or notes are called off with them. One that has begun is
// to be ended instead: CodeSeriesBegun. Another's is declined, from now on where it has begun, and its organizer is to be
// told so.
func (s SeriesBook) CallOff(ctx context.Context, id core.ID, reason string) error {
	by, err := view(ctx, s.e, func(r Reader) (core.Party, error) { return asksToAll(r, id) })
	switch {
	case err != nil:
		return err
	case by.Email != "":
		return s.decline(ctx, id, reason)
	}
	return change(ctx, s.e, TitleSeriesCalledOff, id, func(u *unit, series *core.Series) (string, error) {
		run, err := runningOf(series)
		if err != nil {
			return "", err
		}
		begun, err := u.begun(run)
		switch {
		case err != nil:
			return "", err
		case calledOff(run):
			return "", core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
		case begun:
			return "", core.Fail(core.CodeSeriesBegun)
		}
		if err := u.callOffSeries(series, run, reason); err != nil {
			return "", err
		}
		return seriesStep(u, series)
	})
}

// callOffSeries lets nothing of a series take place. The series itself is not written.
func (u *unit) callOffSeries(series *core.Series, run *running, reason string) error {
	if err := u.dropUpcoming(series.ID, reason, func(core.Civil) bool { return true }); err != nil {
		return err
	}
	series.Reason = reason
	series.Rule = run.rule.Before(run.rule.Earliest()).String()
	series.Except = before(nil, series.Start, series.Start)
	return nil
}

// CalledOff tells whether a series was called off as a whole, as CallOff does: its rule is there, and none of it takes
// place.
func CalledOff(s *core.Series) bool {
	run, err := runningOf(s)
	return err == nil && calledOff(run)
}

// calledOff tells whether a series was called off as a whole: none of it takes place.
func calledOff(run *running) bool { return len(run.rule.After(run.rule.Earliest(), 1)) == 0 }

// begun tells whether the first meeting of a series has begun, by its rule or moved ahead.
func (u *unit) begun(run *running) (bool, error) {
	now, err := u.coming(run.Series)
	if err != nil {
		return false, err
	}
	if run.rule.Earliest().Compare(now) <= 0 {
		return true, nil
	}
	for m, err := range scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: run.ID}) {
		if err != nil || !m.Off() && !upcoming(m, u.now) {
			return true, err
		}
	}
	return false, nil
}

// stopSeries lets nothing more of a series take place from now on. Another's is declined.
func (u *unit) stopSeries(series *core.Series) error {
	by, err := asksToAll(u, series.ID)
	if err != nil {
		return err
	}
	run, err := runningOf(series)
	if err != nil {
		return err
	}
	if by.Email != "" {
		if err := u.declineSeries(series, run, ""); err != nil {
			return err
		}
		return u.put(series)
	}
	now, err := u.coming(series)
	if err != nil {
		return err
	}
	if now.Compare(run.rule.Earliest()) < 0 {
		stands, err := seriesStandsAhead(u, series.ID, u.now)
		if err != nil {
			return err
		}
		if !stands {
			return u.deleteSeries(series)
		}
		if err := u.callOffSeries(series, run, ""); err != nil {
			return err
		}
		return u.put(series)
	}
	if err := u.endSeries(series, untilStart(now), ""); err != nil {
		return err
	}
	return u.put(series)
}

// Delete removes a series with what is planned of it. Meetings that took place, or did not, stay with their
// notes, as meetings of their own; so do planned ones with an agenda or notes, called off. A series that guests have on their calendars is to be ended, and the message
// sent, first: CodeInUse.
func (s SeriesBook) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleSeriesDeleted, args, func(u *unit) error {
		series, err := load[core.Series](u, id)
		if err != nil {
			return err
		}
		if args["name"], err = seriesStep(u, series); err != nil {
			return err
		}
		if err := inUse(seriesStandsAhead(u, id, u.now)); err != nil {
			return err
		}
		return u.deleteSeries(series)
	})
	return err
}

func (u *unit) deleteSeries(series *core.Series) error {
	d := newDeletion()
	d.take(core.RefOf(series))
	for next, err := range scan[core.Series](u, Query{Index: SeriesOf, Of: series.Relationship}) {
		if err != nil {
			return err
		}
		if next.Follows == series.ID {
			alter(d, next).Follows = series.Follows
		}
	}
	for m, err := range scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: series.ID}) {
		if err != nil {
			return err
		}
		if m.Planned() && upcoming(m, u.now) {
			ready, err := prepared(u, m)
			if err != nil {
				return err
			}
			if ready {
				err = setCancelled(m, "", u.now)
			} else if err = d.takeMeeting(u, m.ID); err == nil {
				continue
			}
			if err != nil {
				return err
			}
		}
		m.Series, m.Recurrence, m.UID = core.ID{}, core.Civil{}, u.newID().String()+"@mentorbook.app"
		alter(d, m)
	}
	return d.carryOut(u)
}

// Occurrence gives the meeting that is the occurrence of a series with an original start, on the clock of the
// series' zone. Its error has CodeNotFound where the series has none.
func (s SeriesBook) Occurrence(ctx context.Context, id core.ID, original core.Civil) (*core.Meeting, error) {
	return view(ctx, s.e, func(r Reader) (*core.Meeting, error) {
		m, err := recordOf(r, id, original)
		if core.CodeOf(err) != core.CodeNotFound {
			return m, err
		}
		m, err = load[core.Meeting](r, core.OccurrenceID(id, original))
		if core.CodeOf(err) == core.CodeNotFound {
			err = core.Fail(core.CodeNotFound, "kind", string(core.KindMeeting), "id", original.String())
		}
		return m, err
	})
}

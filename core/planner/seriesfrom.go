package planner

import (
	"cmp"
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A series is changed from one of its meetings on: it ends before that, and another follows it. What was held or missed, or is
// over, keeps its place in the one that it was of, whose guests would lose it else: where there is such a one behind the meeting
// that was named, the other begins with the first after it; but where the named one is to be at a time that is yet to come, it begins
// then: with as many as were said, as if that one had not been.

// From changes a series from one of its occurrences on: the series ends before it, and another that follows it
// begins. Edit is given the new one, which begins at the occurrence and is otherwise like the old; it may be asked more than
// once. Move does the same to the whole where the occurrence is the first. Where some of these were held or missed, or are over,
// they keep their records: it begins at the start that edit gives it where that is yet to come, else after the last of them, and with
// CodeSeriesPast not at all where none is to come. It gives the series that the
// occurrence is of now.
func (s SeriesBook) From(ctx context.Context, id core.ID, original core.Civil, edit func(*core.Series) error) (*core.Series, error) {
	var next *core.Series
	err := change(ctx, s.e, TitleSeriesSplit, id, func(u *unit, series *core.Series) (string, error) {
		run, err := runningOf(series)
		if err != nil {
			return "", err
		}
		if !run.rule.Has(original) {
			return "", core.Fail(core.CodeNotFound, "kind", string(core.KindMeeting), "id", original.String())
		}
		if run.rule.Beside(original) {
			return "", core.Fail(core.CodeBesideRule)
		}
		if err := changes(u, series, run.rule, original, edit); err != nil {
			return "", err
		}
		coming, err := run.comingFrom(u, original, u.now)
		if err != nil {
			return "", err
		}
		if coming == series.Start {
			next = series
			err = u.moveAll(series, edit)
		} else {
			next, err = u.split(run, original, coming, edit)
		}
		if err != nil {
			return "", err
		}
		return seriesStep(u, series)
	})
	return next, err
}

// comingFrom gives the first original start from one on behind which nothing was held or missed, or is over.
func (s *running) comingFrom(r Reader, original core.Civil, now time.Time) (core.Civil, error) {
	kept, ahead := core.Civil{}, map[core.Civil]bool{}
	for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfSeries, Of: s.ID}) {
		switch {
		case err != nil:
			return original, err
		case upcoming(m, now) && (m.Planned() || m.Off()):
			ahead[m.Recurrence] = true
		case m.Recurrence.Compare(kept) > 0 && s.rule.Has(m.Recurrence):
			kept = m.Recurrence
		}
	}
	loc, err := s.Zone.Location()
	if err != nil {
		return original, err
	}
	over, has := s.rule.Last(core.CivilOf(now.In(loc)).AddMinutes(1))
	for has && ahead[over] && over.Compare(original) >= 0 { // it was put off
		over, has = s.rule.Last(over)
	}
	if has && over.Compare(kept) > 0 {
		kept = over
	}
	if kept.Compare(original) < 0 {
		return original, nil
	}
	coming, has := s.rule.NextRuled(kept.AddMinutes(1))
	if !has {
		return original, core.Fail(core.CodeSeriesPast)
	}
	return coming, nil
}

// moveAll does what From says from the first occurrence on.
func (u *unit) moveAll(series *core.Series, edit func(*core.Series) error) error {
	old := *series
	if err := editTimes(series, edit); err != nil {
		return err
	}
	series.Moved(&old)
	if err := pairUp(&old, series, old.Start, series.Start); err != nil {
		return err
	}
	how := carrying{named: true, apart: true, later: series.Start.MinutesSince(old.Start)}
	if err := keepExcept(&old, series, old.Start, how); err != nil {
		return err
	}
	return u.moveOverrides(&old, series, old.Start, u.now, how)
}

// split does what From says from a later one on, the first to come from the one that was named: it writes the series that
// follows, and ends the one before it, which it does not write.
func (u *unit) split(run *running, original, coming core.Civil, edit func(*core.Series) error) (*core.Series, error) {
	series, old := run.Series, *run.Series
	next, how, err := partFrom(run, original, coming, u.now, edit)
	if err != nil {
		return nil, err
	}
	if err := keepExcept(&old, next, coming, how); err != nil {
		return nil, err
	}
	next.Head, next.Reason = core.Head{ID: u.newID()}, ""
	next.UID, next.Follows = next.ID.String()+"@mentorbook.app", series.ID
	if next.Moved(series); next.Origin.Rule != "" {
		next.Theirs.UID = cmp.Or(series.Theirs.UID, series.UID)
		if err := pairUp(series, next, cmp.Or(how.instead, coming), next.Start); err != nil {
			return nil, err
		}
	}
	if err := u.put(next); err != nil {
		return nil, err
	}
	if err := u.moveOverrides(&old, next, coming, u.now, how); err != nil {
		return nil, err
	}
	end, _ := run.rule.Last(coming) // there is one: the first is no split
	if err := u.endSeries(series, untilStart(end), ""); err != nil {
		return nil, err
	}
	series.Moved(&old)
	return next, pairUp(&old, series, old.Start, series.Start)
}

// partFrom gives a series as it goes on, edited, from the first of its occurrences that is to come from the one that was named
// on. Where that is another, and the edit begins before now, it says what the one that was named was to be: the first one to come
// takes its place among the new times as among the old, or is the next of them where they recur at another pace. Else the edit
// says when the first one is to be, and how many there are. It says how what was changed by itself is carried over to it, too.
func partFrom(run *running, original, coming core.Civil, now time.Time, edit func(*core.Series) error) (part *core.Series, how carrying, err error) {
	was := laterPart(run.Series, run.rule, original)
	if was.Rule, err = ruleFrom(&was, coming); err != nil {
		return nil, how, err
	}
	next := was
	err = editTimes(&next, edit)
	how = carrying{named: true, apart: true, later: next.Start.MinutesSince(original)}
	if err != nil || original == coming {
		return &next, how, err
	}
	how.named = false
	is, err := schedule.OfSeries(&next)
	if err != nil {
		return nil, how, err
	}
	if is.Begins().After(now) {
		how.instead = original
		return &next, how, nil
	}
	first, has := is.Nth(run.rule.Index(coming) - run.rule.Index(original))
	if !alike(&was, &next) {
		list := is.After(coming.OnClock(run.Zone, next.Zone), 1)
		if has = len(list) > 0; has {
			first = list[0]
		}
	}
	if !has {
		return nil, how, core.Fail(core.CodeSeriesPast)
	}
	next = laterPart(&next, is, first)
	return &next, how, nil
}

// keepExcept leaves out of a series that goes on from one of its meetings, at other times, what was left out of it: each at the
// place that it had, or at another pace on the date that it had. The first one is there where an edit names it. Another's leave out
// what their organizer says.
func keepExcept(old, now *core.Series, from core.Civil, how carrying) error {
	if theirs(old.UID, old.Origin) || sameTimes(old, now) {
		return nil
	}
	if err := keepBeside(old, now, from, how.later); err != nil {
		return err
	}
	was, err := schedule.OfSeries(old)
	if err != nil {
		return err
	}
	is, err := schedule.OfSeries(now)
	if err != nil {
		return err
	}
	places := alike(old, now)
	for _, c := range old.Except {
		i := was.Index(c) - was.Index(cmp.Or(how.instead, from))
		if c.Compare(from) < 0 || how.named && i == 0 || !was.Ruled(c) {
			continue
		}
		place, has := c, sameDate(was, is, c)
		if places {
			place, has = is.Nth(i)
		}
		if has && !slices.Contains(now.Except, place) {
			now.Except = append(now.Except, place)
		}
	}
	return nil
}

// keepBeside leaves those of the dates beside its rule out of a series with other times that were left out of it before.
func keepBeside(old, now *core.Series, from core.Civil, later int) error {
	was, err := schedule.OfSeries(old)
	if err != nil {
		return err
	}
	is, err := schedule.OfSeries(now)
	if err != nil {
		return err
	}
	for _, c := range old.Except {
		if c.Compare(from) < 0 || !was.Beside(c) {
			continue
		}
		if place, has := twin(c, was, is, later); has && !slices.Contains(now.Except, place) {
			now.Except = append(now.Except, place)
		}
	}
	return nil
}

package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A series ends by its rule, which goes by original starts, and people by the times at which its meetings take place. So
// what was moved to before the end stays, wherever it was to be; and what was put off to behind it is called off.

// ending is with what a series ends.
type ending struct {
	at    core.Until // of its rule
	from  time.Time  // from then on nothing takes place
	named core.Civil // the original start of one that takes place no more, wherever it was moved to; zero for none
}

// stays tells whether a planned meeting takes place before the end.
func (e ending) stays(m *core.Meeting) bool {
	start, err := m.StartAt()
	return err == nil && m.Planned() && m.Recurrence != e.named && start.Before(e.from)
}

// beyond tells whether an original start lies behind the end of the rule.
func (e ending) beyond(c core.Civil) bool { return onWall(c).After(e.at.Last(nil)) }

// End ends a series with a day of its zone: nothing takes place after it. What was held, missed or called off stays;
// planned meetings beyond that day go, and those with an agenda or notes are called off with them. One of which any was held,
// missed, or moved to before the end, beyond it, ends with the last of these, and without those between, or guests would lose
// that. One that has none after it is refused with CodeSeriesOver: a later end would make it longer. Another's is not the owner's
// to end, and goes on: CodeSeriesTheirs. Single meetings of it can be declined, or all of it.
func (s SeriesBook) End(ctx context.Context, id core.ID, last core.Date) error {
	return s.end(ctx, id, "", func(_ Reader, run *running) (ending, error) {
		from, err := last.AddDays(1).At(0, 0).In(run.Zone)
		return ending{at: core.Until{Date: last}, from: from}, err
	})
}

// EndFrom is End by the owner's clock, with a reason for the guests: nothing takes place from a day of theirs on. It is refused
// with CodeEndNotAfter where nothing takes place before that: all of it is to be called off then.
func (s SeriesBook) EndFrom(ctx context.Context, id core.ID, day core.Date, reason string) error {
	return s.end(ctx, id, reason, func(r Reader, run *running) (ending, error) {
		owner, err := ownerOf(r)
		if err != nil {
			return ending{}, err
		}
		from, err := day.At(0, 0).In(owner.Home())
		if err != nil {
			return ending{}, err
		}
		wall, _ := dayOn(day, owner.Home(), run.Zone)
		return ending{at: untilBefore(run, wall), from: from}, nil
	})
}

// EndBefore is End before one of its meetings, named by its original start: that one and all later ones take place no more.
func (s SeriesBook) EndBefore(ctx context.Context, id core.ID, original core.Civil, reason string) error {
	return s.end(ctx, id, reason, func(_ Reader, run *running) (ending, error) {
		from, err := original.In(run.Zone)
		return ending{at: untilBefore(run, original), from: from, named: original}, err
	})
}

// untilBefore gives how far a series goes of which nothing takes place from a moment of its wall on: with the day before
// that, or with its last meeting where that is on the same day. Before its first it ends with the day before that.
func untilBefore(run *running, from core.Civil) core.Until {
	last, ok := run.rule.Last(from)
	switch {
	case !ok:
		return core.Until{Date: run.Start.Date.AddDays(-1)}
	case last.Date.Before(from.Date):
		return core.Until{Date: from.Date.AddDays(-1)}
	}
	return untilStart(last)
}

func (s SeriesBook) end(ctx context.Context, id core.ID, reason string, until func(Reader, *running) (ending, error)) error {
	return change(ctx, s.e, TitleSeriesEnded, id, func(u *unit, series *core.Series) (string, error) {
		by, err := asksToAll(u, id)
		if err == nil && by.Email != "" {
			err = core.Fail(core.CodeSeriesTheirs)
		}
		if err != nil {
			return "", err
		}
		run, err := runningOf(series)
		if err != nil {
			return "", err
		}
		e, err := until(u, run)
		if err != nil {
			return "", err
		}
		put, err := u.callOffPut(run, e, reason)
		if err != nil {
			return "", err
		}
		more, err := run.after(e.at)
		switch {
		case err != nil:
			return "", err
		case !more && put == 0:
			return "", core.FailField(core.CodeSeriesOver, "end")
		case more: // otherwise its rule ends before that already
			if err := u.endAt(run, e, put, reason); err != nil {
				return "", err
			}
		}
		return seriesStep(u, series)
	})
}

// callOffPut calls off what was put off to behind an end, and gives how many that are.
func (u *unit) callOffPut(run *running, e ending, reason string) (n int, err error) {
	all, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: run.ID}))
	if err != nil {
		return 0, err
	}
	for _, m := range all {
		if e.beyond(m.Recurrence) || !m.Planned() || !upcoming(m, u.now) || e.stays(m) {
			continue
		}
		if err := callOff(u, m, reason, u.now); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// endAt lets a series end, or go on as far as what stays beyond its end, without what is between. The series itself is not
// written. put is how many were called off before the end of its rule.
func (u *unit) endAt(run *running, e ending, put int, reason string) error {
	kept, between, err := u.keptBeyond(run, e)
	switch {
	case err != nil:
		return err
	case kept.IsZero():
		return u.endSeries(run.Series, e.at, reason)
	}
	more, err := run.after(untilStart(kept))
	switch {
	case err != nil:
		return err
	case !more && len(between) == 0 && put == 0:
		return core.Fail(core.CodeSeriesPast)
	case !more && len(between) == 0:
		return nil
	}
	if err := u.dropUpcoming(run.ID, reason, func(c core.Civil) bool { return slices.Contains(between, c) }); err != nil {
		return err
	}
	run.Except = append(slices.Clone(run.Except), between...)
	slices.SortFunc(run.Except, core.Civil.Compare)
	return u.endSeries(run.Series, untilStart(kept), reason)
}

// untilStart gives the end of a series with the meeting that has an original start.
func untilStart(c core.Civil) core.Until {
	return core.Until{Date: c.Date, Hour: c.Hour, Minute: c.Minute, Timed: true}
}

// keptBeyond gives the last original start of a series beyond an end that was held, missed or moved to before it, and those
// between that were not; zero where there is none.
func (u *unit) keptBeyond(run *running, e ending) (last core.Civil, between []core.Civil, err error) {
	kept := map[core.Civil]bool{}
	for m, err := range scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: run.ID}) {
		if err != nil {
			return last, nil, err
		}
		c := m.Recurrence
		if took := !m.Planned() && !m.Off(); (took || e.stays(m)) && e.beyond(c) && run.rule.Has(c) {
			if kept[c] = true; c.Compare(last) > 0 {
				last = c
			}
		}
	}
	if last.IsZero() {
		return last, nil, nil
	}
	for o, err := range run.rule.From(run.rule.At(run.rule.Earliest()).Start) {
		switch {
		case err != nil:
			return last, nil, err
		case o.Original.Compare(last) >= 0:
			return last, between, nil
		case e.beyond(o.Original) && !kept[o.Original]:
			between = append(between, o.Original)
		}
	}
	return last, between, nil
}

// endSeries ends a series with a moment on its wall. The series itself is not written.
func (u *unit) endSeries(series *core.Series, until core.Until, reason string) error {
	run, err := schedule.OfSeries(series)
	if err != nil {
		return err
	}
	if until.Date.Before(series.Start.Date) {
		return core.FailField(core.CodeEndNotAfter, "end")
	}
	series.Rule = run.Until(until).String()
	over := func(c core.Civil) bool { return onWall(c).After(until.Last(nil)) }
	series.Except = slices.DeleteFunc(series.Except, over)
	series.Reason = reason
	return u.dropUpcoming(series.ID, reason, over)
}

// dropUpcoming removes those planned meetings of a series, among the coming ones, whose original start is over.
func (u *unit) dropUpcoming(series core.ID, reason string, over func(core.Civil) bool) error {
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: series}))
	if err != nil {
		return err
	}
	for _, m := range list {
		if !m.Planned() || !over(m.Recurrence) || !upcoming(m, u.now) {
			continue
		}
		if err := u.dropOccurrence(m, reason); err != nil {
			return err
		}
	}
	return nil
}

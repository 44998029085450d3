package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// What the owner declines of others' meetings is off here: it takes none of their time, reminds of nothing and is in no
// calendar that they give away. That is so however they come to it: by an answer that goes out, by calling it off here, or by
// days off. It comes back when they say that they come, or when its organizer asks anew.

// leave takes a planned meeting off the owner's calendar. Their own they call off; to another's they do not come.
func (u *unit) leave(m *core.Meeting, reason string) error {
	if err := setCancelled(m, reason, u.now); err != nil {
		return err
	}
	by, err := invitedBy(u, m)
	if err != nil || by.Email == "" {
		return err
	}
	rel, err := load[core.Relationship](u, m.Relationship)
	if err != nil {
		return err
	}
	if len(rel.Participants) > 2 { // it takes place without them: nobody's time is lost by how late they say so
		m.Status = core.MeetingCancelled
	}
	m.Decline(u.now)
	return nil
}

// declineSeries takes all that is to come of another's series off the owner's calendar. The series itself is not written.
func (u *unit) declineSeries(series *core.Series, run *running, reason string) error {
	from, err := u.coming(series)
	if err != nil {
		return err
	}
	if first := run.rule.Earliest(); first.Compare(from) > 0 {
		from = first
	}
	if err := u.keepNext(series, run, from, false); err != nil {
		return err
	}
	list, err := collect(scan[core.Meeting](u, Query{Index: MeetingsOfSeries, Of: series.ID}))
	if err != nil {
		return err
	}
	for _, m := range list {
		if !m.Planned() || !upcoming(m, u.now) {
			continue
		}
		if err := u.leave(m, reason); err != nil {
			return err
		}
		m.Origin.Answered = time.Time{}
		if err := u.put(m); err != nil {
			return err
		}
	}
	cutSeries(series, run, from, true)
	series.Origin.Answer, series.Origin.Answered, series.Origin.Here = core.AnswerDeclined, u.now, true
	return nil
}

// declineAgain lets a series stay declined in a new version of it that does not ask the owner anew.
func (u *unit) declineAgain(series *core.Series) error {
	series, err := load[core.Series](u, series.ID)
	if err != nil {
		return err
	}
	run, err := runningOf(series)
	if err != nil {
		return err
	}
	if goesOn, err := run.goesOn(u, u.now); err != nil || !goesOn {
		return err
	}
	if err := u.declineSeries(series, run, ""); err != nil {
		return err
	}
	return u.put(series)
}

// goWith notes of an occurrence that the owner has declined it with all of its series.
func goWith(m *core.Meeting, series *core.Series) {
	m.Status, m.Closed = core.MeetingCancelled, series.Origin.Answered
	m.Origin.Answer, m.Origin.Here = core.AnswerDeclined, series.Origin.Here
}

// missDeclined keeps of a series that the owner had declined, and that goes on, what went by meanwhile as declined: nobody has
// to say what became of that.
func (u *unit) missDeclined(old *core.Series) error {
	if !old.Declined() {
		return nil
	}
	run, err := runningOf(old.Restored())
	if err != nil {
		return err
	}
	from := old.Origin.Answered
	if earliest := u.now.Add(-occurrencesBehind); from.Before(earliest) {
		from = earliest
	}
	missed, err := run.between(u, from, u.now)
	if err != nil {
		return err
	}
	for _, m := range missed {
		goWith(m, old)
		m.Origin.Answered = old.Origin.Answered // it stays so whatever becomes of the rest
		m.Origin.Unheard = true                 // and is in no figures
		if err := u.put(m); err != nil {
			return err
		}
	}
	return nil
}

// keepNext gives the next meeting that would come of a series from an original start on a record, so that its place in the
// calendar says what became of it. Unheard is true of a series that is new here.
func (u *unit) keepNext(series *core.Series, run *running, from core.Civil, unheard bool) error {
	next := run.rule.After(from, 1)
	if len(next) == 0 {
		return nil
	}
	m, err := occurrenceAt(u, core.OccurrenceID(series.ID, next[0]))
	switch {
	case core.CodeOf(err) == core.CodeNotFound: // it has a record
		return nil
	case err != nil || !upcoming(m, u.now):
		return err
	}
	m.Origin.Unheard = unheard
	return u.put(m)
}

// cutSeries lets nothing more of a series take place from an original start on. Of what may come back it is kept by what it
// recurred; of one that is off already, by what it did when it was on.
func cutSeries(series *core.Series, run *running, from core.Civil, back bool) {
	if back && series.Was.IsZero() && len(run.rule.After(from, 1)) > 0 {
		series.Was = core.Recurs{Rule: series.Rule, Except: slices.Clone(series.Except)}
	}
	series.Rule = run.rule.Before(from).String()
	series.Except = before(series.Except, from, series.Start)
}

// answered brings what an answer was to up to it: it is off where the owner has declined, and back where they come after
// all, or may. It is a step of its own, which can be taken back: what was sent can't. A proposal brings nothing back.
func (s Invitations) answered(ctx context.Context, id core.ID, method core.Method, answer core.Answer) error {
	switch {
	case answer == core.AnswerDeclined:
		return s.decline(ctx, id)
	case method != core.MethodReply:
		return nil
	}
	if err := s.planAgain(ctx, id); err != nil {
		return err
	}
	return s.planSeriesAgain(ctx, id)
}

func (s Invitations) decline(ctx context.Context, id core.ID) error {
	whole, err := view(ctx, s.e, func(r Reader) (bool, error) {
		_, err := load[core.Series](r, id)
		if core.CodeOf(err) == core.CodeNotFound {
			return false, nil
		}
		return err == nil, err
	})
	if err != nil {
		return err
	}
	if whole {
		if err = SeriesBook(s).decline(ctx, id, ""); core.CodeOf(err) == core.CodeState {
			return nil // nothing of it is to come
		}
		return err
	}
	args := map[string]string{}
	_, err = s.e.do(ctx, TitleMeetingDeclined, args, func(u *unit) error { return declineMeeting(u, id, args) })
	return err
}

// decline is Invitations.decline for a series, with a reason. What is off already is refused.
func (s SeriesBook) decline(ctx context.Context, id core.ID, reason string) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleSeriesDeclined, args, func(u *unit) error {
		series, err := load[core.Series](u, id)
		if err != nil {
			return err
		}
		run, err := runningOf(series)
		if err != nil {
			return err
		}
		goesOn, err := run.goesOn(u, u.now)
		if err == nil && !goesOn {
			err = core.Fail(core.CodeState, "state", string(core.MeetingCancelled))
		}
		if err != nil {
			return err
		}
		if args["name"], err = seriesStep(u, series); err != nil {
			return err
		}
		if err := u.declineSeries(series, run, reason); err != nil {
			return err
		}
		return u.put(series)
	})
	return err
}

// asksToAll gives who invites the owner to all of a series and can be answered; the zero party for the owner's own, and for a copy.
func asksToAll(r Reader, id core.ID) (core.Party, error) {
	a, err := aboutOf(r, id)
	if err != nil || a.ownDates() || a.copied() {
		return core.Party{}, err
	}
	return a.organizer, nil
}

// declineMeeting lets a meeting be off since the owner does not come. One that is so with all of its series is so by itself
// from now on: it stays off when the rest comes back.
func declineMeeting(u *unit, id core.ID, args map[string]string) error {
	m, err := load[core.Meeting](u, id)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	along := m.Declined() && m.Origin.Here && m.Origin.Answered.IsZero()
	if !m.Planned() && !along {
		return nil
	}
	if args["name"], err = meetingStep(u, m); err != nil {
		return err
	}
	if along {
		m.Origin.Answered = u.now
	} else if err := u.leave(m, ""); err != nil {
		return err
	}
	return u.put(m)
}

// planSeriesAgain is planAgain for all of a series.
func (s Invitations) planSeriesAgain(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleSeriesPlanned, args, func(u *unit) error {
		old, err := load[core.Series](u, id)
		if core.CodeOf(err) == core.CodeNotFound || err == nil && !old.Declined() {
			return nil
		}
		if err != nil {
			return err
		}
		if args["name"], err = seriesStep(u, old); err != nil {
			return err
		}
		if err := u.missDeclined(old); err != nil {
			return err
		}
		now := old.Restored()
		now.Origin.Unsay()
		if err := u.replaceSeries(old, now, u.now, nil); err != nil {
			return err
		}
		t := &intake{e: s.e, now: u.now}
		if err := t.knowStrays(u); err != nil {
			return err
		}
		return t.bringHome(u, now)
	})
	return err
}

// planAgain plans a meeting that the owner had declined, and to which they have said that they come after all, or may.
func (s Invitations) planAgain(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleMeetingPlanned, args, func(u *unit) error {
		m, err := load[core.Meeting](u, id)
		if core.CodeOf(err) == core.CodeNotFound || err == nil && !m.Declined() { // a series, or a meeting that is on
			return nil
		}
		if err != nil {
			return err
		}
		if args["name"], err = meetingStep(u, m); err != nil {
			return err
		}
		m.Reopen()
		return u.put(m)
	})
	return err
}

package planner

import (
	"context"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// Take moves a meeting to the time, or the place, that a guest proposes for it. What is left is to send the guests the new one.
func (s Replies) Take(ctx context.Context, id core.ID) error {
	reply, err := s.proposal(ctx, id)
	if err != nil {
		return err
	}
	meeting := reply.Meeting
	if meeting.IsZero() {
		if reply.Occurrence.IsZero() {
			return core.FailField(core.CodeRequired, "occurrence") // TakeAt and TakeAll say which
		}
		meeting = core.OccurrenceID(reply.Series, reply.Occurrence)
	}
	title := TitleMeetingMoved
	if reply.Place != "" {
		title = TitleMeetingChanged
	}
	return Meetings(s).change(ctx, title, meeting, func(u *unit, m *core.Meeting) error {
		if !m.Planned() {
			return core.Fail(core.CodeState, "state", string(m.Status))
		}
		if reply.Place != "" {
			m.Place = reply.Place
		} else {
			m.Start, m.End, m.Zone = reply.Start, reply.End, reply.Zone
		}
		return u.put(taken(reply))
	})
}

// TakeAt moves one occurrence of a series to the time, or the place, that a guest proposes for the whole of it. The proposal
// stands: the others may follow.
func (s Replies) TakeAt(ctx context.Context, id, meeting core.ID) error {
	reply, err := s.proposal(ctx, id)
	if err != nil {
		return err
	}
	title := TitleMeetingMoved
	if reply.Place != "" {
		title = TitleMeetingChanged
	}
	return Meetings(s).change(ctx, title, meeting, func(u *unit, m *core.Meeting) error {
		if m.Series.IsZero() || m.Series != reply.Series {
			return core.Fail(core.CodeNotFound, "kind", string(core.KindSeries), "id", m.Series.String())
		}
		if !m.Planned() {
			return core.Fail(core.CodeState, "state", string(m.Status))
		}
		if reply.Place != "" {
			m.Place = reply.Place
			return nil
		}
		series, err := load[core.Series](u, reply.Series)
		if err != nil {
			return err
		}
		if series.Zone != reply.Zone {
			return core.Fail(core.CodeOutdated) // it was asked for another clock
		}
		m.Start, m.End = ProposedFor(reply, series, m)
		m.Zone = reply.Zone
		return nil
	})
}

// ProposedFor gives the time that a proposal for a whole series gives to one of its meetings: as far from its
// original start as the proposed start is from the series'.
func ProposedFor(reply *core.Reply, series *core.Series, m *core.Meeting) (start, end core.Civil) {
	start = m.Recurrence.AddMinutes(reply.Start.MinutesSince(series.Start))
	return start.On(reply.Zone), start.Later(core.MinutesBetween(reply.Start, reply.End, reply.Zone), reply.Zone)
}

// TakeAll moves a whole series, from now on, to the time that a guest proposes for it, by the guest's own rule or
// else by the series' on the proposed day; or gives it the place that they propose. Its error has CodeOffRule where neither has a
// meeting at that time.
func (s Replies) TakeAll(ctx context.Context, id core.ID) error {
	reply, err := s.proposal(ctx, id)
	if err != nil {
		return err
	}
	if reply.Series.IsZero() || !reply.Occurrence.IsZero() {
		return core.FailField(core.CodeRequired, "series")
	}
	if reply.Place != "" {
		return change(ctx, s.e, TitleSeriesChanged, reply.Series, func(u *unit, series *core.Series) (string, error) {
			if err := u.put(taken(reply)); err != nil {
				return "", err
			}
			return u.changeSeries(series, func(s *core.Series) error { s.Place = reply.Place; return nil })
		})
	}
	return change(ctx, s.e, TitleSeriesMoved, reply.Series, func(u *unit, series *core.Series) (string, error) {
		rule, err := u.proposedFor(series, reply)
		if err != nil {
			return "", err
		}
		if err := u.put(taken(reply)); err != nil {
			return "", err
		}
		return u.moveSeries(series, SeriesTime{Start: reply.Start, End: reply.End, Zone: reply.Zone, Rule: rule.String()})
	})
}

// proposedFor gives the rule by which a series is to recur at the time that a guest proposes for it. Where they propose none it
// is its own, with the dates beside it that are to come as much later; theirs has those that it says.
func (u *unit) proposedFor(series *core.Series, reply *core.Reply) (core.Rule, error) {
	if reply.Rule != "" {
		return askedFor(series, reply)
	}
	coming, err := u.coming(series)
	if err != nil {
		return core.Rule{}, err
	}
	text, err := ruleFrom(series, coming)
	if err != nil {
		return core.Rule{}, err
	}
	return RuleAt(text, series.Start, reply.Start)
}

// askedFor gives a guest's own rule: on the proposed day where it names that, else on the days that are as far from its own as that
// day is from the series' first.
func askedFor(series *core.Series, reply *core.Reply) (core.Rule, error) {
	asked, err := core.ParseRule(reply.Rule)
	if err != nil {
		return asked, err
	}
	if first, ok := schedule.First(asked, reply.Start); ok && first == reply.Start {
		return asked, nil
	}
	rule, err := RuleAt(reply.Rule, series.Start, reply.Start)
	rule.Dates, rule.Until = asked.Dates, asked.Until
	return rule, err
}

// Keep leaves a meeting, or a series, at its time: what a guest proposes for it is declined. What they answered besides
// stands. What is left is to tell them, by a DECLINECOUNTER (RFC 5546 3.2.8), or by the invitation where they have another
// time than the present one.
func (s Replies) Keep(ctx context.Context, id core.ID) error {
	reply, err := s.proposal(ctx, id)
	if err != nil {
		return err
	}
	args := map[string]string{}
	_, err = s.e.do(ctx, TitleTimeKept, args, func(u *unit) error {
		if args["name"], err = titleOfRef(u, core.Ref{Kind: core.KindPerson, ID: reply.Person}); err != nil {
			return err
		}
		now := taken(reply)
		now.Kept = s.e.nowUTC()
		return u.put(now)
	})
	return err
}

// proposal gives an answer that asks for another time.
func (s Replies) proposal(ctx context.Context, id core.ID) (*core.Reply, error) {
	reply, err := view(ctx, s.e, func(r Reader) (*core.Reply, error) { return load[core.Reply](r, id) })
	if err == nil && !reply.Proposes() {
		err = core.Fail(core.CodeNotFound, "kind", string(core.KindReply), "id", id.String())
	}
	return reply, err
}

// taken makes of a proposal an answer without one.
func taken(reply *core.Reply) *core.Reply {
	out := *reply
	out.Start, out.End, out.Zone, out.Rule, out.Place, out.Kept = core.Civil{}, core.Civil{}, "", "", "", time.Time{}
	return &out
}

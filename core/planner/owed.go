package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Owed gives the messages that guests are still to be sent about some meetings and series to come, because they have
// another time, do not know that one is off, or have the cancellation of one that takes place. All other records, and those
// that are gone, owe nothing, but for a meeting that was put into the past and stands on a guest's calendar at a time to
// come; a meeting is told of with its series where that is owed. What takes place first stands first.
func (s Invitations) Owed(ctx context.Context, refs []core.Ref) ([]Message, error) {
	return view(ctx, s.e, func(r Reader) ([]Message, error) {
		r = remembering(r)
		var out []Message
		told := map[core.ID]bool{}
		for _, kind := range []core.Kind{core.KindSeries, core.KindMeeting} {
			for _, ref := range refs {
				if ref.Kind != kind {
					continue
				}
				msg, err := s.owed(r, ref.ID)
				if err != nil {
					return nil, err
				}
				if msg == nil || kind == core.KindMeeting && (told[msg.Meeting.Series] || told[msg.Of]) {
					continue
				}
				told[msg.Of] = true
				out = append(out, *msg)
			}
		}
		slices.SortStableFunc(out, func(a, b Message) int { return startOf(a.Meeting).Compare(startOf(b.Meeting)) })
		return out, nil
	})
}

// startOf gives when a meeting starts, to put several in order; the zero time where its zone is not known.
func startOf(m *core.Meeting) time.Time {
	at, err := m.StartAt()
	if err != nil {
		return time.Time{}
	}
	return at
}

// owed gives the message about a meeting or a series; nil where none is owed.
func (s Invitations) owed(r Reader, id core.ID) (*Message, error) {
	a, err := aboutOf(r, id)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	over, err := a.over(r, s.e.now())
	if err != nil || over && (a.whole || a.organizer.Email != "") {
		return nil, err
	}
	if a.organizer.Email != "" {
		return a.owedAnswer(id), nil
	}
	all, err := s.versions(r, a, core.Date{})
	i := slices.IndexFunc(all, func(g GuestVersion) bool {
		return g.State.Owes() != "" && (!over || g.waits(s.e.now()))
	})
	if err != nil || i < 0 {
		return nil, err
	}
	was := all[i].Sent
	if all[i].Rule { // a message about this one alone would be about none that they have
		id = a.series.ID
	}
	return &Message{
		Meeting: a.meeting, Of: id, Was: was.Start.OnClock(was.Zone, a.meeting.Zone), Method: all[i].State.Owes(), State: all[i].State,
	}, nil
}

// owedAnswer gives the answer that the organizer of another's meeting is to be sent, since they know the opposite of what is
// so here; nil for none.
func (a *matter) owedAnswer(id core.ID) *Message {
	if a.ownDates() || !a.ownAnswer().Differs {
		return nil
	}
	out := &Message{Meeting: a.meeting, Of: id, Was: a.meeting.Start, Method: core.MethodReply, Theirs: a.organizer, Answer: core.AnswerAccepted}
	if a.declined() {
		out.Answer = core.AnswerDeclined
	}
	return out
}

// waits tells whether a guest has a meeting on their calendar at a time to come, though it was put to one that lies behind.
func (g GuestVersion) waits(now time.Time) bool {
	if g.State != VersionOldTime {
		return false
	}
	end, err := g.Sent.End.In(g.Sent.Zone)
	return err == nil && end.After(now)
}

// over tells whether what a message would be about lies behind.
func (a *matter) over(r Reader, now time.Time) (bool, error) {
	if a.whole {
		if a.off() || a.declined() {
			return false, nil
		}
		goesOn, err := a.run.goesOn(r, now)
		return !goesOn, err
	}
	end, err := a.meeting.EndAt()
	return err != nil || !end.After(now), err
}

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
// come; a meeting is told of with its series where that is owed. Of a relationship it is all of its series and of its meetings to
// come that have a record. What takes place first stands first.
func (s Invitations) Owed(ctx context.Context, refs []core.Ref) ([]Message, error) {
	return view(ctx, s.e, func(r Reader) ([]Message, error) {
		r = remembering(r)
		all, err := s.within(r, refs)
		if err != nil {
			return nil, err
		}
		return s.owedOf(r, all)
	})
}

// within puts what there is in relationships in the place of these.
func (s Invitations) within(r Reader, refs []core.Ref) ([]core.Ref, error) {
	var out []core.Ref
	for _, ref := range refs {
		if ref.Kind != core.KindRelationship {
			out = append(out, ref)
			continue
		}
		for _, q := range []Query{{Index: SeriesOf, Of: ref.ID}, {Index: MeetingsOfRelationship, Of: ref.ID, From: s.e.now()}} {
			for entry, err := range r.Keys(q) {
				if err != nil {
					return nil, err
				}
				out = append(out, entry.Ref)
			}
		}
	}
	return out, nil
}

func (s Invitations) owedOf(r Reader, refs []core.Ref) ([]Message, error) {
	var out []Message
	told, ended := map[core.ID]bool{}, map[core.ID]bool{}
	for _, kind := range []core.Kind{core.KindSeries, core.KindMeeting} {
		for _, ref := range refs {
			if ref.Kind != kind {
				continue
			}
			msg, err := s.owed(r, ref.ID)
			if err != nil {
				return nil, err
			}
			if msg == nil || told[msg.Of] || kind == core.KindMeeting && told[msg.Meeting.Series] {
				continue
			}
			told[msg.Of], ended[msg.Ends] = true, true
			out = append(out, *msg)
		}
	}
	out = slices.DeleteFunc(out, func(msg Message) bool { return ended[msg.Of] })
	slices.SortStableFunc(out, func(a, b Message) int { return startOf(a.Meeting).Compare(startOf(b.Meeting)) })
	return out, nil
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
	if err != nil || over && a.organizer.Email != "" {
		return nil, err
	}
	if a.organizer.Email != "" {
		return a.owedAnswer(id), nil
	}
	if !a.whole && !a.meeting.Planned() && !a.off() { // how long it took is no news to those who were there
		return nil, nil
	}
	all, err := s.versions(r, a)
	owes := func(left bool) int {
		return slices.IndexFunc(all, func(g GuestVersion) bool {
			return g.State.Owes() != "" && (g.State == VersionLeft) == left && (!over || g.waits(a.whole, s.e.now()))
		})
	}
	i := owes(false) // who comes is told before who has left
	if i < 0 {
		i = owes(true)
	}
	if err != nil || i < 0 {
		return nil, err
	}
	if a.whole && all[i].State == VersionOldTime && !all[i].Ends {
		if heir, err := s.heirOf(r, a.series); err != nil || heir != nil {
			return heir, err
		}
	}
	out := &Message{Meeting: a.meeting, Of: id, Was: a.meeting.Start, Method: all[i].State.Owes(), State: all[i].State}
	if all[i].Rule { // a message about this one alone would be about none that they have
		out.Of = a.series.ID
	}
	if all[i].Ends {
		out.Ends = a.former.series.ID
	}
	if was := all[i].Sent; was != nil {
		out.Was = was.Start.OnClock(was.Zone, a.meeting.Zone)
	}
	return out, nil
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

// waits tells whether a guest has something on their calendar at a time to come, though it was put to one that lies behind, or
// is over by now.
func (g GuestVersion) waits(whole bool, now time.Time) bool {
	if g.State != VersionOldTime && g.State != VersionStillOn && g.State != VersionLeft || g.Ends { // the end of another is owed with that one
		return false
	}
	if whole || g.Rule {
		was, err := recurringIn(g.Sent)
		return err == nil && comesAfter(was, now)
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

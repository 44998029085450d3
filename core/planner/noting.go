package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Note keeps what a guest of a meeting, or of all of a series, said by another way than an answer to the invitation: by telephone,
// in a chat. It is the guest's word as the owner typed it, is marked as that, and words says how it came. It takes the place of what
// the guest said to the very thing before; an answer of theirs that bears a later time takes its place in turn. What is said to one
// meeting of a series is said to that alone. Its error has CodeNotInvited for somebody who was not invited to it.
func (s Replies) Note(ctx context.Context, to, person core.ID, answer core.Answer, words string) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleReplyNoted, args, func(u *unit) error {
		a, err := aboutOf(u, to)
		if err != nil {
			return err
		}
		ws, err := workspaceOf(u)
		if err != nil {
			return err
		}
		who, err := load[core.Person](u, person)
		if err != nil {
			return err
		}
		args["name"] = who.Name
		note := notedReply
		if a.whole {
			note = a.notedToAll
		}
		reply, err := note(u, a.meeting, who, u.now)
		if err != nil {
			return err
		}
		reply.Answer = answer
		reply.Said = core.Said{By: person, Typed: ws.Owner, How: core.HowTyped, At: u.now, Words: core.CleanLine(words)}
		return u.put(reply)
	})
	return err
}

// Dismiss keeps that the owner has taken note of a guest's answer, by its id: that the guest does not come needs them no more. What
// the guest said stays with the meeting, and a later answer needs them anew.
func (s Replies) Dismiss(ctx context.Context, reply core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleReplySeen, args, func(u *unit) error {
		said, err := load[core.Reply](u, reply)
		if err != nil {
			return err
		}
		if args["name"], err = titleOfRef(u, core.Ref{Kind: core.KindPerson, ID: said.Person}); err != nil {
			return err
		}
		said.Seen = u.now
		return u.put(said)
	})
	return err
}

// notedReply gives a guest's answer to what they were told of a meeting: the one that is kept, without what it said, else a
// new one.
func notedReply(r Reader, m *core.Meeting, who *core.Person, now time.Time) (*core.Reply, error) {
	guests, err := answersTo(r, m, now)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(guests, func(g GuestAnswer) bool { return g.Person == who.ID && !g.Off })
	if i < 0 {
		return nil, core.FailField(core.CodeNotInvited, "email", "value", who.Name)
	}
	sent, err := sentAbout(r, m)
	if err != nil {
		return nil, err
	}
	out := &core.Reply{Person: who.ID, Email: guests[i].Email, Meeting: m.ID}
	if !m.Series.IsZero() {
		out.Meeting, out.Series, out.Occurrence = core.ID{}, m.Series, m.Recurrence
	}
	for _, d := range toldTo(sent, who.ID) {
		if out.Sequence = max(out.Sequence, d.Sequence); !m.Recurrence.IsZero() {
			out.Sequence = max(out.Sequence, d.SequenceOf(m.Recurrence))
		}
	}
	old, err := repliesTo(r, m)
	for _, reply := range old {
		if reply.Person == who.ID && reply.Occurrence == out.Occurrence {
			out.Head = reply.Head
			overtake(out, reply)
		}
	}
	return out, err
}

// notedToAll is notedReply for all of a series.
func (a *matter) notedToAll(r Reader, _ *core.Meeting, who *core.Person, now time.Time) (*core.Reply, error) {
	guests, err := standingsOfSeries(r, a.series, now)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(guests, func(g GuestStanding) bool { return g.Person == who.ID && !g.Off })
	if i < 0 {
		return nil, core.FailField(core.CodeNotInvited, "email", "value", who.Name)
	}
	out := &core.Reply{Person: who.ID, Email: guests[i].Email, Series: a.series.ID}
	for _, d := range toldTo(a.known(), who.ID) {
		out.Sequence = max(out.Sequence, d.Sequence)
	}
	for reply, err := range scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: a.series.ID}) {
		if err != nil {
			return nil, err
		}
		if reply.Person == who.ID && reply.Whole() {
			out.Head = reply.Head
			overtake(out, reply)
		}
	}
	return out, nil
}

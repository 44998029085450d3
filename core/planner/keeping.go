package planner

import (
	"cmp"
	"slices"

	"mentorbook/core"
)

// proposed gives the answers of guests who ask, or asked, for another time for the very thing that a message is about, and who do
// not know yet what the owner says to that. Who has what they asked for asks for nothing more.
func (a *matter) proposed(r Reader) ([]*core.Reply, error) {
	q := Query{Index: RepliesOfMeeting, Of: a.meeting.ID}
	if a.series != nil {
		q = Query{Index: RepliesOfSeries, Of: a.series.ID}
	}
	all, err := collect(scan[core.Reply](r, q))
	return slices.DeleteFunc(all, func(reply *core.Reply) bool {
		switch {
		case a.series != nil && (a.whole != reply.Occurrence.IsZero() || !a.whole && reply.Occurrence != a.meeting.Recurrence):
			return true
		case reply.Proposes():
			return a.asAsked(reply)
		}
		return reply.Kept.IsZero() || slices.ContainsFunc(toldTo(a.known(), reply.Person), func(d *core.Dispatch) bool { return d.At.After(reply.Kept) })
	}), err
}

// asAsked tells whether the time that a guest asks for is the present one.
func (a *matter) asAsked(reply *core.Reply) bool {
	now := core.Dispatch{Start: a.meeting.Start, End: a.meeting.End, Zone: a.meeting.Zone}
	if reply.Place != "" {
		return reply.Place == a.meeting.Place
	}
	return now.SameSpan(reply.Start, reply.End, reply.Zone) && (!a.whole || reply.Rule == "" || reply.Rule == a.series.Rule)
}

// declineCounters gives each guest who proposed another time the message that it stays as it is (RFC 5546 3.2.8), with the
// SEQUENCE that they proposed it to. Who has another time than the present one is to be sent the invitation instead; where
// nobody else is left it refuses: CodeNotProposed.
func (s Invitations) declineCounters(r Reader, a *matter, v *core.Invitation, d *core.Dispatch, how Sending) ([]*core.Invitation, error) {
	replies, err := a.proposed(r)
	if err != nil {
		return nil, err
	}
	var out []*core.Invitation
	for _, reply := range replies {
		i := slices.IndexFunc(v.Guests, func(g core.Party) bool { return g.Person == reply.Person })
		if i < 0 {
			continue
		}
		who, err := load[core.Person](r, reply.Person)
		if err != nil {
			return nil, err
		}
		if state := a.version(d, who).State; state != VersionCurrent && state != VersionOldText {
			continue
		}
		one := *v
		one.Sequence, one.Comment, one.Reminders, one.Language = reply.Sequence, how.Comment, nil, cmp.Or(who.Language, v.Language)
		guest := v.Guests[i]
		guest.Email, guest.Answer = reply.Email, reply.Answer
		one.Guests = []core.Party{guest}
		if one.Series, err = a.invited(r, d, one.Title, nil); err != nil {
			return nil, err
		}
		if one.Series != nil {
			one.Series.Moved, one.Series.Follows = nil, ""
		}
		one.Told = wanted(reply, d)
		if err := one.Validate(); err != nil {
			return nil, err
		}
		out = append(out, &one)
	}
	if len(out) == 0 {
		return nil, core.Fail(core.CodeNotProposed)
	}
	return out, nil
}

// wanted gives what a guest would have had instead of what a message tells; nil where that is not known any more.
func wanted(reply *core.Reply, now *core.Dispatch) *core.Dispatch {
	out := *now
	out.Start, out.End, out.Zone, out.Moved = reply.Start, reply.End, reply.Zone, nil
	switch {
	case !reply.Proposes(), reply.Place != "":
		return nil
	case reply.Rule != "":
		out.Rule = reply.Rule
	case now.Rule != "":
		rule, err := RuleAt(now.Rule, now.Start, reply.Start)
		if err != nil {
			return nil
		}
		out.Rule = rule.String()
	}
	return &out
}

// countersTold notes that guests know that the time stays: what they proposed is answered.
func countersTold(u *unit, id core.ID, sent []*core.Invitation) error {
	a, err := aboutOf(u, id)
	if err != nil {
		return err
	}
	replies, err := a.proposed(u)
	if err != nil {
		return err
	}
	for _, reply := range replies {
		if !slices.ContainsFunc(sent, func(v *core.Invitation) bool { return v.Guests[0].Person == reply.Person }) {
			continue
		}
		if err := u.put(taken(reply)); err != nil {
			return err
		}
	}
	return nil
}

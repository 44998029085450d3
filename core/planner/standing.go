package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// GuestStanding is what one guest has of a meeting or a series, and what they said to it.
type GuestStanding struct {
	Person  core.ID     `json:"person"`
	Name    string      `json:"name"`
	Email   string      `json:"email"` // to which it went
	Answer  core.Answer `json:"answer"`
	Version int         `json:"version"` // that they have, as people count: see core.Dispatch.Version
	// Elsewhere is true where that version went out from another calendar of the owner's.
	Elsewhere bool       `json:"elsewhere,omitempty"`
	OldTime   bool       `json:"old_time,omitempty"`         // it has another time than the meeting
	Off       bool       `json:"has_cancellation,omitempty"` // they have its cancellation, and it takes place
	StillOn   bool       `json:"has_invitation,omitempty"`   // it is off and was still to come, and they have no cancellation
	OldText   bool       `json:"old_text,omitempty"`         // it has another title, place or link
	Left      bool       `json:"left,omitempty"`             // they take no part any more, and have not been told so: it is on their calendar
	Wants     core.Civil `json:"proposes,omitzero"`          // the time that they propose instead, in Zone
	Ends      core.Civil `json:"proposes_end,omitzero"`      // with Wants: when that would end
	Rule      string     `json:"proposes_rule,omitempty"`    // with Wants, of a whole series: by what it would recur from then on
	Was       int        `json:"was_minutes,omitempty"`      // with Wants: how long it takes so far
	Zone      core.Zone  `json:"zone,omitempty"`
	Place     string     `json:"proposes_place,omitempty"` // that they propose instead, at the same time
	Noted     bool       `json:"noted,omitempty"`          // the owner typed what they said
}

// Asked gives the time that they propose instead, on a clock; zero for none.
func (g *GuestStanding) Asked(home core.Zone) core.Asked {
	return core.AskedOn(g.Wants, g.Ends, g.Zone, home, g.Was)
}

// Standings gives for each of some records, of meetings and series, those who were invited to it, with their answers; none
// for what is neither.
func (s Replies) Standings(ctx context.Context, records []core.Record) ([][]GuestStanding, error) {
	return view(ctx, s.e, func(r Reader) ([][]GuestStanding, error) {
		r = remembering(r)
		out := make([][]GuestStanding, len(records))
		for i, rec := range records {
			var err error
			switch x := rec.(type) {
			case *core.Meeting:
				out[i], err = standingsOf(r, x, s.e.now())
			case *core.Series:
				out[i], err = standingsOfSeries(r, x, s.e.now())
			}
			if err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// OwnAnswers gives for each of some records what the owner said to another's invitation to it; nil where the owner is no guest.
func (s Replies) OwnAnswers(ctx context.Context, records []core.Record) ([]*OwnAnswer, error) {
	return view(ctx, s.e, func(r Reader) ([]*OwnAnswer, error) {
		r = remembering(r)
		out := make([]*OwnAnswer, len(records))
		for i, rec := range records {
			var err error
			switch x := rec.(type) {
			case *core.Meeting:
				out[i], err = ownAnswerTo(r, x)
			case *core.Series:
				if theirs(x.UID, x.Origin) {
					var a *matter
					if a, err = aboutOf(r, x.ID); err == nil {
						out[i] = a.ownAnswer()
					}
				}
			}
			if err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

func standingsOf(r Reader, m *core.Meeting, now time.Time) ([]GuestStanding, error) {
	answers, err := answersTo(r, m, now)
	if err != nil || len(answers) == 0 {
		return nil, err
	}
	sent, err := sentAbout(r, m)
	if err != nil {
		return nil, err
	}
	rel, err := load[core.Relationship](r, m.Relationship)
	if err != nil {
		return nil, err
	}
	var out []GuestStanding
	for _, g := range answers {
		one, err := g.standing(r)
		if err != nil {
			return nil, err
		}
		one.Left = m.Planned() && endsAfter(m, now) && leftBefore(rel, g.Person, m.Start.Date)
		if d := lastTold(m, toldTo(sent, g.Person)); d != nil {
			one.Version, one.Elsewhere = d.Version(), d.Elsewhere
			if !m.Recurrence.IsZero() && !m.Series.IsZero() {
				one.Version = core.VersionOf(d.SequenceOf(m.Recurrence))
			}
		}
		if one.Version == 0 { // of the series that this one's follows
			was, err := formerSent(r, m.Series, g.Person)
			if err != nil {
				return nil, err
			}
			if was != nil {
				one.Version, one.Elsewhere = was.Version(), was.Elsewhere
			}
		}
		out = append(out, one)
	}
	return out, nil
}

// formerSent gives the message about the former series that a guest has in the stead of one; nil for none.
func formerSent(r Reader, id, person core.ID) (*core.Dispatch, error) {
	series, err := load[core.Series](r, id)
	if err != nil {
		return nil, err
	}
	before, err := formerOfSeries(r, series)
	if err != nil {
		return nil, err
	}
	_, was := before.known(person)
	return was, nil
}

// standing gives what somebody said, with their name; "" for one who is gone.
func (g *GuestAnswer) standing(r Reader) (GuestStanding, error) {
	out := GuestStanding{Person: g.Person, Email: g.Email, Answer: g.Answer, OldTime: g.OldTime, Off: g.Off, StillOn: g.StillOn, OldText: g.OldText}
	if g.Reply != nil && g.Reply.Place != "" {
		out.Place = g.Reply.Place
	} else if g.Reply != nil && g.Reply.Proposes() {
		out.Wants, out.Ends, out.Zone = g.Reply.Start, g.Reply.End, g.Reply.Zone
		var err error
		if out.Rule, err = wantedRule(r, g.Reply); err != nil {
			return out, err
		}
		now, err := presentTime(r, g.Reply)
		if err != nil {
			return out, err
		}
		if now != nil {
			out.Was = core.MinutesBetween(now.Start, now.End, now.Zone)
		}
	}
	out.Noted = g.Reply != nil && g.Reply.Said.Noted()
	var err error
	out.Name, err = titleOfRef(r, core.Ref{Kind: core.KindPerson, ID: g.Person})
	return out, err
}

// wantedRule gives by what a whole series would recur at the time that is proposed for it: by the guest's own rule, or else by that of
// the series on the proposed day. It is "" for one meeting alone, and where the series has none on that day.
func wantedRule(r Reader, reply *core.Reply) (string, error) {
	if !reply.Whole() || reply.Rule != "" {
		return reply.Rule, nil
	}
	series, err := load[core.Series](r, reply.Series)
	if err != nil {
		return "", err
	}
	rule, err := RuleAt(series.Rule, series.Start, reply.Start)
	if err != nil {
		return "", nil
	}
	return rule.String(), nil
}

// standingsOfSeries gives it of a whole series: the answers to all of it.
func standingsOfSeries(r Reader, s *core.Series, now time.Time) ([]GuestStanding, error) {
	a, err := aboutOf(r, s.ID)
	if err != nil || a.organizer.Email != "" {
		return nil, err
	}
	sent := toldTo(a.known(), core.ID{})
	if a.former != nil {
		sent = append(slices.Clone(a.former.sent), sent...)
	}
	if len(sent) == 0 {
		return nil, nil
	}
	replies, err := collect(scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: s.ID}))
	if err != nil {
		return nil, err
	}
	title, err := invitationTitle(r, a.meeting, a.rel)
	if err != nil {
		return nil, err
	}
	next, err := a.dispatch(r, &core.Invitation{Method: core.MethodRequest, Title: title})
	if err != nil {
		return nil, err
	}
	owner, err := ownerOf(r)
	if err != nil {
		return nil, err
	}
	today := core.DateOf(now.In(zoneOf(owner)))
	var out []GuestStanding
	for _, person := range recipientsIn(sent) {
		one, err := a.standing(r, next, person, replies, now, today)
		if err != nil {
			return nil, err
		}
		if one != nil {
			out = append(out, *one)
		}
	}
	return out, nil
}

// standing gives what one guest has of a whole series, and what they said to it; nil for nothing. Today is the owner's.
func (a *matter) standing(r Reader, next *core.Dispatch, person core.ID, replies []*core.Reply, now time.Time, today core.Date) (*GuestStanding, error) {
	who, err := load[core.Person](r, person)
	if core.CodeOf(err) == core.CodeNotFound {
		who, err = &core.Person{Head: core.Head{ID: person}}, nil
	}
	if err != nil {
		return nil, err
	}
	v := a.version(next, who)
	if v.Sent == nil || v.Sent.CallsOff() && (a.off() || a.left(person, today) || a.takenOffElsewhere(person)) {
		return nil, nil
	}
	g := GuestAnswer{Person: person, Answer: core.AnswerNone, OldTime: v.State == VersionOldTime, Off: v.State == VersionOff}
	g.StillOn = v.State == VersionStillOn && v.waits(true, now)
	if v.State == VersionOldText {
		over, err := a.over(r, now)
		if err != nil {
			return nil, err
		}
		g.OldText = !over
	}
	for _, to := range v.Sent.To {
		if to.Person == person {
			g.Email = to.Email
		}
	}
	for _, reply := range replies {
		if reply.Person == person && reply.Occurrence.IsZero() && !v.Ends && answersAll(reply, v.Sent, toldTo(a.known(), person)) {
			if g.Answer, g.Reply = reply.Answer, reply; reply.Place != "" && reply.Place == a.series.Place { // they have it
				g.Reply = taken(reply)
			}
		}
	}
	out, err := g.standing(r)
	out.Version, out.Elsewhere, out.Left = v.Sent.Version(), v.Sent.Elsewhere, !a.off() && a.left(person, today)
	return &out, err
}

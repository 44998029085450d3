package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// GuestStanding is what one guest has of a meeting or a series, and what they said to it.
type GuestStanding struct {
	Person  core.ID     `json:"person"`
	Name    string      `json:"name"`
	Email   string      `json:"email"` // to which it went
	Answer  core.Answer `json:"answer"`
	Version int         `json:"version"`                    // that they have, as people count: see core.Dispatch.Version
	OldTime bool        `json:"old_time,omitempty"`         // it has another time than the meeting
	Off     bool        `json:"has_cancellation,omitempty"` // they have its cancellation, and it takes place
	Wants   core.Civil  `json:"proposes,omitzero"`          // the time that they propose instead, in Zone
	Zone    core.Zone   `json:"zone,omitempty"`
	Noted   bool        `json:"noted,omitempty"` // the owner typed what they said
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
				out[i], err = standingsOf(r, x)
			case *core.Series:
				out[i], err = standingsOfSeries(r, x)
			}
			if err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

func standingsOf(r Reader, m *core.Meeting) ([]GuestStanding, error) {
	answers, err := answersTo(r, m)
	if err != nil || len(answers) == 0 {
		return nil, err
	}
	sent, err := sentAbout(r, m)
	if err != nil {
		return nil, err
	}
	var out []GuestStanding
	for _, g := range answers {
		one, err := g.standing(r)
		if err != nil {
			return nil, err
		}
		if d := lastTold(m, toldTo(sent, g.Person)); d != nil {
			one.Version = d.Version()
			if !m.Recurrence.IsZero() && !m.Series.IsZero() {
				one.Version = core.VersionOf(d.SequenceOf(m.Recurrence))
			}
		}
		out = append(out, one)
	}
	return out, nil
}

// standing gives what somebody said, with their name; "" for one who is gone.
func (g *GuestAnswer) standing(r Reader) (GuestStanding, error) {
	out := GuestStanding{Person: g.Person, Email: g.Email, Answer: g.Answer, OldTime: g.OldTime, Off: g.Off}
	if g.Reply != nil && g.Reply.Proposes() {
		out.Wants, out.Zone = g.Reply.Start, g.Reply.Zone
	}
	out.Noted = g.Reply != nil && g.Reply.Said.Noted()
	var err error
	out.Name, err = titleOfRef(r, core.Ref{Kind: core.KindPerson, ID: g.Person})
	return out, err
}

// standingsOfSeries gives it of a whole series: the answers to all of it.
func standingsOfSeries(r Reader, s *core.Series) ([]GuestStanding, error) {
	sent, err := sentSeries(r, s.ID)
	if err != nil || len(sent) == 0 {
		return nil, err
	}
	replies, err := collect(scan[core.Reply](r, Query{Index: RepliesOfSeries, Of: s.ID}))
	if err != nil {
		return nil, err
	}
	run, err := runningOf(s)
	if err != nil {
		return nil, err
	}
	seen, off := map[core.ID]bool{}, calledOff(run)
	var out []GuestStanding
	for i := len(sent) - 1; i >= 0; i-- { // the newest message that a guest has is the one that counts
		d := sent[i]
		if !d.Method.Informs() {
			continue
		}
		for _, to := range d.To {
			state := stateOf(d, off, d.SameSeries(&core.Dispatch{Start: s.Start, End: s.End, Zone: s.Zone, Rule: s.Rule, Except: d.Except}))
			if seen[to.Person] || d.Method == core.MethodCancel && off {
				seen[to.Person] = true
				continue
			}
			seen[to.Person] = true
			g := GuestAnswer{Person: to.Person, Email: to.Email, Answer: core.AnswerNone, OldTime: state == VersionOldTime, Off: state == VersionOff}
			for _, reply := range replies {
				if reply.Person == to.Person && reply.Occurrence.IsZero() && reply.Sequence >= d.Sequence {
					g.Answer, g.Reply = reply.Answer, reply
				}
			}
			one, err := g.standing(r)
			if err != nil {
				return nil, err
			}
			one.Version = d.Version()
			out = append(out, one)
		}
	}
	slices.Reverse(out)
	return out, nil
}

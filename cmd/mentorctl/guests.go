package main

import (
	"context"
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// meetingWithGuests is a meeting for scripts, beside the answers of those who were invited to it.
type meetingWithGuests struct {
	*core.Meeting
	Guests []planner.GuestStanding `json:"guests,omitempty"`
}

// seriesWithGuests is the same of a series, with the answers to all of it.
type seriesWithGuests struct {
	*core.Series
	Guests []planner.GuestStanding `json:"guests,omitempty"`
}

// withGuests gives records as scripts read them.
func (a *app) withGuests(ctx context.Context, records []core.Record) ([]any, error) {
	guests, err := a.p.Replies.Standings(ctx, records)
	if err != nil {
		return nil, err
	}
	out := make([]any, len(records))
	for i, rec := range records {
		switch r := rec.(type) {
		case *core.Meeting:
			out[i] = meetingWithGuests{r, guests[i]}
		case *core.Series:
			out[i] = seriesWithGuests{r, guests[i]}
		default:
			out[i] = rec
		}
	}
	return out, nil
}

// standing says in few words what guests said, as the window's lists do; "" where nobody was invited.
func standing(w *locale.Words, guests []planner.GuestStanding) string {
	if len(guests) == 0 {
		return ""
	}
	all := make([]planner.GuestAnswer, len(guests))
	for i, g := range guests {
		all[i] = planner.GuestAnswer{Answer: g.Answer, OldTime: g.OldTime, Off: g.Off, StillOn: g.StillOn, OldText: g.OldText}
		if !g.Wants.IsZero() {
			all[i].Reply = &core.Reply{Start: g.Wants}
		}
		if g.Place != "" {
			all[i].Reply = &core.Reply{Place: g.Place}
		}
	}
	return w.Answers(planner.SaidBy(all))
}

// guests writes who was invited, what each said and which version they have, a line a guest.
func (s *sheet) guests(list []planner.GuestStanding, zone core.Zone) {
	if len(list) == 0 {
		return
	}
	s.line(0, s.w.T("show.guests"), "")
	for i, g := range list {
		said := []string{s.w.Word(g.Answer)}
		if g.Noted {
			said = append(said, s.w.T("noted.short"))
		}
		switch {
		case g.Version > 0 && g.Elsewhere:
			said = append(said, s.w.T("show.version_elsewhere", "n", g.Version))
		case g.Version > 0:
			said = append(said, s.w.T("show.version", "n", g.Version))
		}
		if g.OldTime {
			said = append(said, s.w.T("answers.old_time"))
		}
		if g.Off {
			said = append(said, s.w.T("answers.off"))
		}
		if g.StillOn {
			said = append(said, s.w.T("answers.still_on"))
		}
		if g.OldText {
			said = append(said, s.w.T("answers.old_text"))
		}
		if g.Left {
			said = append(said, s.w.T("show.guest_left"))
		}
		if g.Place != "" {
			said = append(said, s.w.ProposedPlace(g.Place, false))
		}
		if !g.Wants.IsZero() {
			said = append(said, s.wanted(g, zone))
		}
		s.entry(1, i, core.CleanLine(g.Name+" <"+g.Email+">")+": "+strings.Join(said, ", "))
	}
}

// uninvited gives who is to come to what others were invited to and can be invited, and knows nothing of it: they have joined since.
func (a *app) uninvited(ctx context.Context, rec core.Record) (out []planner.GuestVersion, err error) {
	switch r := rec.(type) {
	case *core.Meeting:
		if !r.Planned() {
			return nil, nil
		}
	case *core.Series:
		if planner.CalledOff(r) {
			return nil, nil
		}
	default:
		return nil, nil
	}
	all, err := a.p.Invitations.Versions(ctx, core.RefOf(rec).ID)
	told := func(v planner.GuestVersion) bool { return v.State != planner.VersionNone }
	if err != nil || !slices.ContainsFunc(all, told) {
		return nil, err
	}
	return slices.DeleteFunc(all, func(v planner.GuestVersion) bool { return told(v) || len(v.To) == 0 }), nil
}

// uninvited writes them behind so many guests who have it.
func (s *sheet) uninvited(list []planner.GuestVersion, behind int) {
	for i, v := range list {
		s.entry(1, behind+i, core.CleanLine(v.Person.Name+" <"+v.To[0]+">")+": "+s.w.T("meeting.not_invited"))
	}
}

// wanted says what a guest proposes, times by a clock: of a whole series by what it would recur, and from when on.
func (s *sheet) wanted(g planner.GuestStanding, zone core.Zone) string {
	if all := s.recurring(g.Wants, g.Ends, g.Zone, g.Rule, zone); all != "" {
		return s.w.T("show.proposes_series", "when", all)
	}
	asked := g.Asked(zone)
	when := s.moment(asked.Start)
	if asked.Lasts() {
		when = s.w.Lasts(s.w.Date(asked.Start.Date)+", "+s.w.Span(asked.Start, asked.End), asked)
	}
	return s.w.T("calfile.proposes", "time", when)
}

// ownAnswer says what the owner said to another's invitation, in the same way.
func (s *sheet) ownAnswer(own *planner.OwnAnswer, zone core.Zone, today core.Date) string {
	said := own.InFew(zone)
	if asked := own.Proposed; asked != nil && !said.Proposed.IsZero() && !said.Kept && !said.Again {
		if all := s.recurring(asked.Start, asked.End, asked.Zone, asked.Rule, zone); all != "" {
			return s.w.T("show.own_proposed_series", "when", all)
		}
	}
	return s.w.OwnAnswerChip(said, today)
}

// recurring says by what something recurs, on a clock, and from which day on; "" for what does not.
func (s *sheet) recurring(start, end core.Civil, zone core.Zone, rule string, home core.Zone) string {
	at, err := start.In(zone)
	if err != nil || rule == "" {
		return ""
	}
	recurs, ok := planner.Recurs(&core.Series{Start: start, End: end, Zone: zone, Rule: rule}, home, at)
	if !ok {
		return ""
	}
	return s.w.T("show.from", "what", recurs.Words(s.w, ""), "date", s.w.Date(start.OnClock(zone, home).Date))
}

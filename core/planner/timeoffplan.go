package planner

import (
	"context"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// TimeOffStep is what days off would do with one meeting.
type TimeOffStep struct {
	Meeting *core.Meeting
	Others  []*core.Person
	Start   core.Civil // when it would take place instead, in its zone; zero where it is called off
	End     core.Civil
	Own     *core.Meeting  // it is called off because that one of its series stands where it would go, as it will be; nil else
	Theirs  core.Party     // who invites to it where that is somebody else: the owner declines it, and moves nothing
	Stays   bool           // it is theirs, and days off that move would have to move it: it is left as it is
	Clashes []MeetingClash // what it would have no room beside there
	Message Message        // that somebody is to get of it
}

// Off tells whether the meeting would be called off.
func (s *TimeOffStep) Off() bool { return s.Start.IsZero() && !s.Stays }

// TimeOffPlan gives what TakeOff would do, meeting by meeting. A meeting that moves goes by MoveDays, and again by as many
// as long as it would still fall on the days off. One of a series that would come upon another one of it is called off.
// Another's meeting is the organizer's alone to move: it stays, and the owner answers it.
func (s Meetings) TimeOffPlan(ctx context.Context, off TimeOff) ([]TimeOffStep, error) {
	return view(ctx, s.e, func(r Reader) ([]TimeOffStep, error) {
		r = remembering(r)
		steps, err := s.timeOff(r, off)
		if err != nil || len(steps) == 0 {
			return nil, err
		}
		ws, err := workspaceOf(r)
		if err != nil {
			return nil, err
		}
		for i := range steps {
			rel, err := load[core.Relationship](r, steps[i].Meeting.Relationship)
			if err != nil {
				return nil, err
			}
			if steps[i].Others, err = loadAll[core.Person](r, rel.Others(ws.Owner)); err != nil {
				return nil, err
			}
			if steps[i].Message, err = messageOf(r, &steps[i]); err != nil {
				return nil, err
			}
		}
		return steps, s.timeOffClashes(r, ws, steps)
	})
}

// timeOff plans what days off do, without what it clashes with.
func (s Meetings) timeOff(r Reader, off TimeOff) ([]TimeOffStep, error) {
	all, err := s.within(r, off)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	steps := make([]TimeOffStep, len(all))
	for i, m := range all {
		steps[i].Meeting = m
		by, copied, err := organizedBy(r, m)
		if err != nil {
			return nil, err
		}
		if steps[i].Stays = off.MoveDays > 0 && by.Email != ""; steps[i].Stays || !copied { // a copy is called off here without a word
			steps[i].Theirs = by
		}
	}
	if off.MoveDays == 0 {
		return steps, nil
	}
	owner, err := ownerOf(r)
	if err != nil {
		return nil, err
	}
	for i := range steps {
		if steps[i].Stays {
			continue
		}
		m := steps[i].Meeting
		for days := off.MoveDays; ; days += off.MoveDays {
			start, end := m.Start, m.End
			start.Date, end.Date = start.Date.AddDays(days), end.Date.AddDays(days)
			steps[i].Start, steps[i].End = start, end
			if !start.OnClock(m.Zone, owner.Home()).Date.Before(off.Period.To) { // one that runs into them does so, moved or not
				break
			}
		}
	}
	return steps, s.skipOwn(r, steps)
}

// movedBy gives the meetings that would move, as they would be then, by their ids, and from when until when.
func movedBy(steps []TimeOffStep) (out map[core.ID]*core.Meeting, from, to time.Time, err error) {
	out = map[core.ID]*core.Meeting{}
	for _, step := range steps {
		if step.Off() || step.Stays {
			continue
		}
		m := *step.Meeting
		m.Start, m.End = step.Start, step.End
		span, err := spanOf(&m)
		if err != nil {
			return nil, from, to, err
		}
		if from.IsZero() || span.Start.Before(from) {
			from = span.Start
		}
		if span.End.After(to) {
			to = span.End
		}
		out[m.ID] = &m
	}
	return out, from, to, nil
}

// skipOwn calls off what would come upon another meeting of its own series.
func (s Meetings) skipOwn(r Reader, steps []TimeOffStep) error {
	going, from, to, err := movedBy(steps)
	if err != nil {
		return err
	}
	there, err := s.e.meetingsTouching(r, from, to)
	if err != nil {
		return err
	}
	type standing struct {
		schedule.Span
		m *core.Meeting
	}
	taken := map[core.ID][]standing{} // by series
	for _, m := range there {
		if going[m.ID] != nil || m.Series.IsZero() || !m.Planned() {
			continue
		}
		span, err := spanOf(m)
		if err != nil {
			return err
		}
		taken[m.Series] = append(taken[m.Series], standing{span, m})
	}
	for i := range steps {
		m := going[steps[i].Meeting.ID]
		if m == nil || m.Series.IsZero() {
			continue
		}
		span, err := spanOf(m)
		if err != nil {
			return err
		}
		for _, t := range taken[m.Series] {
			if span.Start.Before(t.End) && t.Start.Before(span.End) {
				steps[i].Start, steps[i].End, steps[i].Own = core.Civil{}, core.Civil{}, t.m
				break
			}
		}
		if steps[i].Own == nil {
			taken[m.Series] = append(taken[m.Series], standing{span, m})
		}
	}
	return nil
}

// timeOffClashes finds what the meetings that move would have no room beside.
func (s Meetings) timeOffClashes(r Reader, ws *core.Workspace, steps []TimeOffStep) error {
	going, from, to, err := movedBy(steps)
	if err != nil || len(going) == 0 {
		return err
	}
	there, err := s.e.meetingsTouching(r, from, to.Add(clashesAhead))
	if err != nil {
		return err
	}
	leaving := map[core.ID]bool{}
	for _, step := range steps {
		leaving[step.Meeting.ID] = !step.Stays
	}
	var all []*core.Meeting
	for _, m := range there {
		if !leaving[m.ID] {
			all = append(all, m)
		}
	}
	for _, m := range going {
		all = append(all, m)
	}
	t := newTodayReader(r, s.e)
	t.ws = ws
	if all, err = byStart(all); err != nil {
		return err
	}
	found, err := t.newClashes().of(all, from, to)
	for i := range steps {
		steps[i].Clashes = found[steps[i].Meeting.ID]
	}
	return err
}

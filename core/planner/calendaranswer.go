package planner

import (
	"cmp"
	"context"
	"time"

	"mentorbook/core"
)

// What an import looks at to find invitations: so many of its events, and of a series that begins or goes on so far ahead.
const (
	answersOfImport = 200
	answersAhead    = 60 * 24 * time.Hour
)

// ToAnswer gives the first meeting that a calendar has brought in and to which its organizer waits for the owner's answer,
// and how many such invitations there are; zero for none. A series counts once.
func (s CalendarFiles) ToAnswer(ctx context.Context, plan *CalendarPlan) (first core.ID, count int, err error) {
	type found struct {
		meeting *core.Meeting
		count   int
	}
	got, err := view(ctx, s.e, func(r Reader) (out found, err error) {
		looked := 0
		for i := range plan.Steps {
			step := plan.step(i)
			if !step.invites() || looked == answersOfImport {
				continue
			}
			looked++
			m, err := s.owed(r, &step)
			if err != nil {
				return out, err
			}
			if m == nil {
				continue
			}
			if out.count++; out.meeting == nil || m.Start.Compare(out.meeting.Start) < 0 {
				out.meeting = m
			}
		}
		return out, nil
	})
	if err != nil || got.meeting == nil {
		return core.ID{}, 0, err
	}
	return got.meeting.ID, got.count, nil
}

// invites tells whether an event of somebody else's was taken in as a meeting.
func (s *eventStep) invites() bool {
	return s.From != "" && !s.Off && (s.As == core.KindMeeting || s.As == core.KindSeries) && (s.Does == CalendarNew || s.Does == CalendarChanged)
}

// owed gives the next meeting of an event that the owner owes an answer to; nil for none.
func (s CalendarFiles) owed(r Reader, step *eventStep) (*core.Meeting, error) {
	from := s.e.now()
	to := from.Add(answersAhead)
	if at, err := step.Start.In(step.Zone); err == nil && at.After(from) {
		from, to = at.Add(-wholeDay), at.Add(answersAhead)
	} else {
		from = from.Add(-wholeDay) // it may have begun
	}
	all, err := s.e.meetingsBetween(r, step.rel, from, to)
	if err != nil {
		return nil, err
	}
	for _, m := range all {
		end, err := m.EndAt()
		if err != nil || m.UID != cmp.Or(step.part, step.UID) || !m.Planned() || !end.After(s.e.now()) {
			continue
		}
		if own, err := ownAnswerTo(r, m); err != nil || own.Owed() {
			return m, err
		}
	}
	return nil, nil
}

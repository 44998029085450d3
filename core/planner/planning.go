package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// Planning is what there is to know for planning a meeting, or for giving one another time.
type Planning struct {
	*Places

	Now     time.Time
	Zone    core.Zone     // the owner's
	Length  int           // minutes that a meeting takes as a rule
	Meeting *core.Meeting // the one that is planned anew; nil for a new one
	Name    string        // of its relationship
	Invited bool          // guests have it on their calendars
}

// Planning reads what a plan needs; a zero id is for a new meeting.
func (s Meetings) Planning(ctx context.Context, id core.ID) (*Planning, error) {
	return view(ctx, s.e, func(r Reader) (*Planning, error) {
		places, err := placesOf(r, s.e)
		if err != nil {
			return nil, err
		}
		ws, err := workspaceOf(r)
		if err != nil {
			return nil, err
		}
		owner, err := load[core.Person](r, ws.Owner)
		if err != nil {
			return nil, err
		}
		out := &Planning{Places: places, Now: s.e.now(), Zone: core.Zone(zoneOf(owner).String()), Length: ws.Length}
		if id.IsZero() {
			return out, nil
		}
		if out.Meeting, err = load[core.Meeting](r, id); err != nil {
			return nil, err
		}
		if out.Name, err = meetingName(r, out.Meeting); err != nil {
			return nil, err
		}
		out.Invited, err = invitationStands(r, out.Meeting)
		return out, err
	})
}

// Replan edits a planned meeting as Change does. The step is called a move where its time is another.
func (s Meetings) Replan(ctx context.Context, id core.ID, edit func(*core.Meeting) error) error {
	title, err := view(ctx, s.e, func(r Reader) (Title, error) {
		m, err := load[core.Meeting](r, id)
		if err != nil {
			return "", err
		}
		was := *m
		if err := edit(m); err != nil {
			return "", err
		}
		if was.Start != m.Start || was.End != m.End || was.Zone != m.Zone {
			return TitleMeetingMoved, nil
		}
		return TitleMeetingChanged, nil
	})
	if err != nil {
		return err
	}
	return s.change(ctx, title, id, func(_ *unit, m *core.Meeting) error {
		if !m.Planned() {
			return core.Fail(core.CodeState, "state", string(m.Status))
		}
		return edit(m)
	})
}

// Overlap is a planned meeting at the same time as another.
type Overlap struct {
	Meeting *core.Meeting
	Name    string
}

// longestOverlap is how far before a time another meeting may have begun and still be on: longer ones are rare,
// and stand in the calendar for all to see.
const longestOverlap = 24 * time.Hour

// At gives the planned meetings that take place during a stretch of civil time, one of them left out.
func (s Meetings) At(ctx context.Context, start, end core.Civil, zone core.Zone, but core.ID) ([]Overlap, error) {
	from, err := start.In(zone)
	if err != nil {
		return nil, err
	}
	to, err := end.In(zone)
	if err != nil {
		return nil, err
	}
	return view(ctx, s.e, func(r Reader) ([]Overlap, error) {
		all, err := s.e.meetingsBetween(r, core.ID{}, from.Add(-longestOverlap), to)
		if err != nil {
			return nil, err
		}
		var out []Overlap
		for _, m := range all {
			ends, err := m.EndAt()
			if err != nil {
				return nil, err
			}
			if m.ID == but || !m.Planned() || !ends.After(from) {
				continue
			}
			name, err := meetingName(r, m)
			if err != nil {
				return nil, err
			}
			out = append(out, Overlap{m, name})
		}
		return out, nil
	})
}

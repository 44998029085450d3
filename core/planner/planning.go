package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Planning is what there is to know for planning a meeting, or for giving one another time.
type Planning struct {
	*Places

	Now     time.Time
	Zone    core.Zone      // the owner's
	Length  int            // minutes that a meeting takes as a rule
	Start   core.Civil     // of a new meeting, what to propose: on the owner's clock; zero for one that is planned anew
	Meeting *core.Meeting  // the one that is planned anew; nil for a new one
	Series  *core.Series   // that the meeting is one of; nil for none
	Rule    core.Rule      // by which the series repeats from the meeting on, with what is left of its count
	Name    string         // of its relationship
	Theirs  core.Party     // who invites to it where that is somebody else; zero: the owner
	Invited bool           // guests were sent something about it, if only its cancellation
	Usual   core.Reminders // of a meeting that has none of its own
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
		out := &Planning{Places: places, Now: s.e.now(), Zone: owner.Home(), Length: ws.Length, Usual: ws.Reminders}
		if id.IsZero() {
			out.Start, err = s.proposedStart(r, ws, owner, core.ID{})
			return out, err
		}
		if out.Meeting, err = load[core.Meeting](r, id); err != nil {
			return nil, err
		}
		if !out.Meeting.Series.IsZero() {
			if out.Series, err = load[core.Series](r, out.Meeting.Series); err != nil {
				return nil, err
			}
			run, err := runningOf(out.Series)
			if err != nil {
				return nil, err
			}
			out.Rule = run.rule.Rest(out.Meeting.Recurrence)
		}
		if out.Name, err = meetingName(r, out.Meeting); err != nil {
			return nil, err
		}
		if out.Theirs, err = invitedBy(r, out.Meeting); err != nil {
			return nil, err
		}
		out.Invited, err = guestsKnow(r, out.Meeting)
		return out, err
	})
}

// placesBack is how many meetings are looked through for where they took place.
const placesBack = 20

// UsualPlace gives the link or the place of the last meeting of a relationship that had one; "" for none.
func (s Meetings) UsualPlace(ctx context.Context, rel core.ID) (string, error) {
	return view(ctx, s.e, func(r Reader) (string, error) {
		for m, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: rel, Reverse: true, Limit: placesBack}) {
			if err != nil {
				return "", err
			}
			if m.Link != "" {
				return m.Link, nil
			}
			if m.Place != "" {
				return m.Place, nil
			}
		}
		return "", nil
	})
}

// Replan edits a planned meeting as Change does. The step is called by what becomes of its time, where that is another.
func (s Meetings) Replan(ctx context.Context, id core.ID, edit func(*core.Meeting) error) error {
	return s.replan(ctx, id, TitleMeetingChanged, edit)
}

// replan is Replan, with a name for a step that leaves the time as it is.
func (s Meetings) replan(ctx context.Context, id core.ID, title Title, edit func(*core.Meeting) error) error {
	title, err := view(ctx, s.e, func(r Reader) (Title, error) {
		m, err := load[core.Meeting](r, id)
		if err != nil {
			return "", err
		}
		was := *m
		if err := edit(m); err != nil {
			return "", err
		}
		return timeTitle(&was, m, title), nil
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

// timeTitle names a step by what became of a meeting's time; same is for one that left it as it was.
func timeTitle(was, now *core.Meeting, same Title) Title {
	switch minutes := now.Length(); {
	case was.Start == now.Start && was.End == now.End && was.Zone == now.Zone:
		return same
	case was.Start != now.Start || was.Zone != now.Zone || minutes == was.Length():
		return TitleMeetingMoved
	case minutes > was.Length():
		return TitleMeetingLonger
	}
	return TitleMeetingShorter
}

// ClashesOf gives what a meeting of a relationship would have no room beside if it took place as it is given: other
// meetings and busy times of everybody in it. A meeting with its id is taken to be the same one.
func (s Meetings) ClashesOf(ctx context.Context, meeting core.Meeting) ([]MeetingClash, error) {
	m := meeting
	if m.ID.IsZero() {
		m.ID = s.e.IDs.NewID()
	}
	m.Status = core.MeetingPlanned
	from, err := m.StartAt()
	if err != nil {
		return nil, err
	}
	to, err := m.EndAt()
	if err != nil {
		return nil, err
	}
	return view(ctx, s.e, func(r Reader) ([]MeetingClash, error) {
		t := newTodayReader(r, s.e)
		if t.ws, err = workspaceOf(r); err != nil {
			return nil, err
		}
		all, err := s.e.meetingsTouching(r, from, to.Add(clashesAhead))
		if err != nil {
			return nil, err
		}
		all = append(slices.DeleteFunc(all, func(other *core.Meeting) bool { return other.ID == m.ID }), &m)
		found, err := t.newClashes().of(all, from, to)
		return found[m.ID], err
	})
}

package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// Closing is what is said when a meeting is over.
type Closing struct {
	Attendance []core.Attendance // empty: everybody came who was asked
	Off        bool              // it did not take place because it was called off late; nobody came
	Help       []core.Help
	Useful     int        // 1 to 7; 0 says nothing
	End        core.Civil // when it really ended; zero: as planned
	Reason     string     // why it was missed, if it was
	Shared     string     // a note for both sides; "" writes none
	Private    string     // a note for the owner alone; "" writes none
}

// Closed tells what closing a meeting did.
type Closed struct {
	Meeting *core.Meeting
	Carried int     // agenda items carried over
	Next    core.ID // the meeting that took them; zero: they wait for the next one to be planned
}

// Close ends a meeting: the attendance decides, by the rule of the format, whether it was held or who missed
// it; open agenda items move to the next planned meeting of the relationship, or wait until there is one.
// A meeting that lies more than core.CloseAhead ahead or is over already can't be closed: CodeState.
func (s Meetings) Close(ctx context.Context, id core.ID, c Closing) (*Closed, error) {
	out := &Closed{}
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleMeetingClosed, args, func(u *unit) error {
		m, err := load[core.Meeting](u, id)
		if err != nil {
			return err
		}
		rel, err := load[core.Relationship](u, m.Relationship)
		if err != nil {
			return err
		}
		if args["name"], err = meetingStep(u, m); err != nil {
			return err
		}
		if err := setClosed(u, m, rel, c); err != nil {
			return err
		}
		if out.Carried, out.Next, err = carryToNext(u, m); err != nil {
			return err
		}
		out.Meeting = m
		if err := u.put(m); err != nil {
			return err
		}
		return s.closingNotes(u, m, rel, c)
	})
	return out, err
}

func setClosed(u *unit, m *core.Meeting, rel *core.Relationship, c Closing) error {
	from, err := m.ClosableFrom()
	if err != nil {
		return err
	}
	if !m.Planned() {
		return core.Fail(core.CodeState, "state", string(m.Status))
	}
	if from.After(u.now) {
		return core.Fail(core.CodeState, "state", "future")
	}
	if c.Off {
		m.Status, m.Reason, m.Closed = core.MeetingCancelledLate, c.Reason, u.now
		return nil
	}
	m.Attendance = c.Attendance
	if len(m.Attendance) == 0 {
		for _, p := range rel.Participants {
			if m.Expects(rel, p.Person) {
				m.Attendance = append(m.Attendance, core.Attendance{Person: p.Person, Came: true})
			}
		}
	}
	held, missing := rel.Held(m.Attendance)
	m.Status, m.MissedBy = core.MeetingHeld, ""
	if !held {
		m.Status, m.MissedBy = core.MeetingMissed, missing
	}
	m.Help, m.Useful, m.Reason, m.Closed = c.Help, c.Useful, c.Reason, u.now
	if !c.End.IsZero() {
		m.End = c.End
	}
	return nil
}

// carryToNext moves the open items to the next planned meeting of the relationship, if there is one.
func carryToNext(u *unit, m *core.Meeting) (int, core.ID, error) {
	start, err := m.StartAt()
	if err != nil {
		return 0, core.ID{}, err
	}
	next, err := nextPlanned(u, m, start)
	if err != nil || next == nil {
		return len(m.OpenItems()), core.ID{}, err
	}
	n := core.CarryOver(m, next, u.newID)
	if n == 0 {
		return 0, core.ID{}, nil
	}
	return n, next.ID, u.put(next)
}

// nextPlanned gives the planned meeting of m's relationship that starts first after an instant, m aside; nil
// where there is none.
func nextPlanned(r Reader, m *core.Meeting, after time.Time) (*core.Meeting, error) {
	next, err := nextOccurrence(r, m.Relationship, after)
	if err != nil {
		return nil, err
	}
	if next != nil && next.ID == m.ID { // it is being closed, and has no record yet
		if next, err = nextOccurrence(r, m.Relationship, after.Add(time.Duration(m.Length())*time.Minute)); err != nil {
			return nil, err
		}
	}
	for other, err := range scan[core.Meeting](r, Query{Index: MeetingsOfRelationship, Of: m.Relationship, From: after}) {
		if err != nil {
			return nil, err
		}
		if other.ID != m.ID && other.Planned() {
			return startsFirst(other, next)
		}
	}
	return next, nil
}

func (s Meetings) closingNotes(u *unit, m *core.Meeting, rel *core.Relationship, c Closing) error {
	ws, err := workspaceOf(u)
	if err != nil {
		return err
	}
	if c.Shared != "" {
		readers := rel.DefaultReaders(ws.Owner, onlyOther(rel, ws.Owner))
		if _, err := appendNote(u, core.RefOf(m), c.Shared, readers); err != nil {
			return err
		}
	}
	if c.Private == "" {
		return nil
	}
	_, err = appendNote(u, core.RefOf(m), c.Private, core.Visibility{})
	return err
}

// onlyOther gives the one other participant; zero where there are several.
func onlyOther(rel *core.Relationship, person core.ID) core.ID {
	if others := rel.Others(person); len(others) == 1 {
		return others[0]
	}
	return core.ID{}
}

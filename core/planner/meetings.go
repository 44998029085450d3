package planner

import (
	"context"
	"slices"
	"time"

	"mentorbook/core"
)

// Meetings is what can be done with meetings.
type Meetings struct{ e *engine }

// Plan keeps a new meeting. What it leaves open gets its default: the owner's zone, the workspace's usual
// length, a calendar UID of its own. A time that the clock skips comes later, as core.OnClock says. Agenda items that the last closed meeting left open come along.
func (s Meetings) Plan(ctx context.Context, meeting core.Meeting) (*core.Meeting, error) {
	return s.PlanFor(ctx, meeting, 0)
}

// PlanFor is Plan for a meeting that takes so many real minutes, whatever the clock does meanwhile; for zero minutes
// its end counts, or the usual length.
func (s Meetings) PlanFor(ctx context.Context, meeting core.Meeting, minutes int) (*core.Meeting, error) {
	m := meeting
	m.Head = core.Head{}
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleMeetingPlanned, args, func(u *unit) error {
		rel, err := load[core.Relationship](u, m.Relationship)
		if err != nil {
			return err
		}
		if args["name"], err = RelationshipName(u, rel); err != nil {
			return err
		}
		if rel.Status == core.StatusEnded && m.Status == "" {
			return core.Fail(core.CodeState, "state", string(rel.Status))
		}
		if err := s.e.meetingDefaults(u, &m, minutes); err != nil {
			return err
		}
		if m.Planned() {
			if _, err := carryFromLast(u, &m); err != nil {
				return err
			}
		}
		return u.put(&m)
	})
	return &m, err
}

func (e *engine) meetingDefaults(u *unit, m *core.Meeting, minutes int) error {
	ws, err := workspaceOf(u)
	if err != nil {
		return err
	}
	if m.ID.IsZero() {
		m.ID = u.newID()
	}
	if m.Status == "" {
		m.Status = core.MeetingPlanned
	}
	if m.Zone == "" {
		owner, err := load[core.Person](u, ws.Owner)
		if err != nil {
			return err
		}
		m.Zone = owner.Home()
	}
	if minutes == 0 && m.End.IsZero() {
		minutes = ws.Length
	}
	if minutes != 0 && m.Start.Valid() {
		m.Last(m.Start, minutes, m.Zone)
	}
	m.Start, m.End = core.OnClock(m.Start, m.End, m.Zone)
	if m.UID == "" {
		m.UID = u.newID().String() + uidDomain
	}
	for i := range m.Agenda {
		if m.Agenda[i].ID.IsZero() {
			m.Agenda[i].ID = u.newID()
		}
	}
	return nil
}

// carryFromLast brings the open items of the last closed meeting before m onto m's agenda, and counts them; also of those
// after it that were called off, at which nobody saw to them. Where another is planned before m, nothing is brought.
func carryFromLast(u *unit, m *core.Meeting) (carried int, err error) {
	start, err := m.StartAt()
	if err != nil {
		return carried, err
	}
	q := Query{Index: MeetingsOfRelationship, Of: m.Relationship, To: start, Reverse: true, Limit: 20}
	for last, err := range scan[core.Meeting](u, q) {
		if err != nil {
			return carried, err
		}
		if last.ID == m.ID {
			continue
		}
		if last.Planned() { // it comes before m, and is to be closed first
			break
		}
		if last.Closed.IsZero() {
			continue
		}
		n := core.CarryOver(last, m, u.newID)
		if n > 0 {
			if err := u.put(last); err != nil {
				return carried, err
			}
		}
		if carried += n; !last.Off() {
			break
		}
	}
	return carried, nil
}

// Get gives one meeting.
func (s Meetings) Get(ctx context.Context, id core.ID) (*core.Meeting, error) {
	return view(ctx, s.e, func(r Reader) (*core.Meeting, error) { return load[core.Meeting](r, id) })
}

// Between gives all meetings that start within a period, in the owner's zone, earliest first.
func (s Meetings) Between(ctx context.Context, p core.Period) ([]*core.Meeting, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Meeting, error) {
		owner, err := ownerOf(r)
		if err != nil {
			return nil, err
		}
		from, to := span(p, zoneOf(owner))
		return s.e.meetingsBetween(r, core.ID{}, from, to)
	})
}

// Of gives all meetings of a relationship, earliest first; of its series, those about now.
func (s Meetings) Of(ctx context.Context, rel core.ID) ([]*core.Meeting, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Meeting, error) {
		return s.e.meetingsBetween(r, rel, time.Time{}, time.Time{})
	})
}

// Change edits a meeting. Its relationship, its calendar UID and its place in a series stay what they are.
func (s Meetings) Change(ctx context.Context, id core.ID, edit func(*core.Meeting) error) error {
	return s.change(ctx, TitleMeetingChanged, id, func(_ *unit, m *core.Meeting) error { return edit(m) })
}

func (s Meetings) change(ctx context.Context, title Title, id core.ID, edit func(*unit, *core.Meeting) error) error {
	return change(ctx, s.e, title, id, func(u *unit, m *core.Meeting) (string, error) {
		rel, uid, series, original := m.Relationship, m.UID, m.Series, m.Recurrence
		start, end, zone, called := m.Start, m.End, m.Zone, m.Title
		organized, planned := *m.Organized(), m.Planned()
		if err := edit(u, m); err != nil {
			return "", err
		}
		m.Origin.Renamed(called, m.Title)
		if m.Start != start || m.End != end || m.Zone != zone {
			m.Start, m.End = core.OnClock(m.Start, m.End, m.Zone)
			if err := refuseMove(u, &organized, m); planned && err != nil {
				return "", err
			}
			m.Moved(start, end, zone)
			if m.Planned() {
				m.Reason = "" // it was why it moved before
			}
		}
		m.Relationship, m.UID, m.Series, m.Recurrence = rel, uid, series, original
		return meetingStep(u, m)
	})
}

// meetingStep gives what a step calls a meeting, in the journal and wherever it is said: others may hear it.
func meetingStep(r Reader, m *core.Meeting) (string, error) { return meetingName(r, m.Shown(true)) }

func meetingName(r Reader, m *core.Meeting) (string, error) {
	if m.Title != "" {
		return m.Title, nil
	}
	rel, err := load[core.Relationship](r, m.Relationship)
	if err != nil {
		return "", err
	}
	return RelationshipName(r, rel)
}

// Move gives a planned meeting a new time; the step says so, or that the meeting only takes longer or shorter. A zero end keeps its length; an empty zone keeps its zone; a time that the
// clock skips comes later, as core.OnClock says.
func (s Meetings) Move(ctx context.Context, id core.ID, start, end core.Civil, zone core.Zone) error {
	return s.move(ctx, id, start, end, 0, zone)
}

// MoveFor is Move for a meeting that takes so many real minutes then; zero keeps its length.
func (s Meetings) MoveFor(ctx context.Context, id core.ID, start core.Civil, minutes int, zone core.Zone) error {
	return s.move(ctx, id, start, core.Civil{}, minutes, zone)
}

func (s Meetings) move(ctx context.Context, id core.ID, start, end core.Civil, minutes int, zone core.Zone) error {
	return s.replan(ctx, id, TitleMeetingMoved, func(m *core.Meeting) error {
		minutes := minutes
		if minutes == 0 {
			minutes = m.Length()
		}
		if zone != "" {
			m.Zone = zone
		}
		if end.IsZero() {
			m.Last(start, minutes, m.Zone)
			return nil
		}
		m.Start, m.End = start, end
		return nil
	})
}

// Cancel calls a planned meeting off; late, where less than core.LateNotice is left. Another's is the organizer's to call
// off: the owner declines it, and is to tell them so.
func (s Meetings) Cancel(ctx context.Context, id core.ID, reason string) error {
	title, err := view(ctx, s.e, func(r Reader) (Title, error) {
		m, err := load[core.Meeting](r, id)
		if err != nil {
			return "", err
		}
		if by, err := invitedBy(r, m); err != nil || by.Email != "" {
			return TitleMeetingDeclined, err
		}
		return TitleMeetingCancelled, nil
	})
	if err != nil {
		return err
	}
	return s.change(ctx, title, id, func(u *unit, m *core.Meeting) error {
		if !m.Planned() {
			return core.Fail(core.CodeState, "state", string(m.Status))
		}
		return u.leave(m, reason)
	})
}

func setCancelled(m *core.Meeting, reason string, now time.Time) error {
	status, err := m.CancelStatus(now)
	if err != nil {
		return err
	}
	m.Status, m.Reason, m.Closed = status, reason, now
	return nil
}

// cancel is Cancel within a step.
func cancel(u *unit, m *core.Meeting, reason string) error {
	if err := u.leave(m, reason); err != nil {
		return err
	}
	return u.put(m)
}

// callOff takes a meeting off by its organizer's word.
func callOff(u *unit, m *core.Meeting, reason string, now time.Time) error {
	if err := setCancelled(m, reason, now); err != nil {
		return err
	}
	return u.put(m)
}

// Delete removes a meeting with its notes. One to come that guests have on their calendars is to be cancelled,
// and the cancellation sent, first: CodeInUse.
func (s Meetings) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleMeetingDeleted, args, func(u *unit) error {
		m, err := load[core.Meeting](u, id)
		if err != nil {
			return err
		}
		if args["name"], err = meetingStep(u, m); err != nil {
			return err
		}
		if !m.Series.IsZero() {
			if err := except(u, m); err != nil {
				return err
			}
		}
		if m.Created.IsZero() {
			return u.refuseIfSent(m)
		}
		d := newDeletion()
		if err := d.takeMeeting(u, id); err != nil {
			return err
		}
		if err := u.refuseStanding(d); err != nil {
			return err
		}
		return d.carryOut(u)
	})
	return err
}

// except takes the occurrence that a meeting stands for out of its series, so that it does not come back.
func except(u *unit, m *core.Meeting) error {
	s, err := load[core.Series](u, m.Series)
	if core.CodeOf(err) == core.CodeNotFound {
		return nil
	}
	if err != nil || slices.Contains(s.Except, m.Recurrence) {
		return err
	}
	s.Except = append(s.Except, m.Recurrence)
	slices.SortFunc(s.Except, core.Civil.Compare)
	return u.put(s)
}

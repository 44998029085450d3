package planner

import (
	"context"

	"mentorbook/core"
)

// OverCap is a cap on hours of the owner's that a meeting exceeds, which is a reason to warn, and never to refuse.
type OverCap struct {
	Month   bool // it is on the hours of a month, and else on those of a week
	Hours   int  // the cap
	Minutes int  // what all meetings of that time take with this one
}

// OverCaps gives the caps that a meeting exceeds if it takes place as it is given. A meeting with its id is taken to be the same one.
func (s Meetings) OverCaps(ctx context.Context, meeting core.Meeting) ([]OverCap, error) {
	return view(ctx, s.e, func(r Reader) ([]OverCap, error) {
		t := newTodayReader(r, s.e)
		var err error
		if t.ws, err = workspaceOf(r); err != nil || t.ws.WeeklyHours == 0 && t.ws.MonthlyHours == 0 {
			return nil, err
		}
		owner, err := load[core.Person](r, t.ws.Owner)
		if err != nil {
			return nil, err
		}
		start, err := meeting.StartAt()
		if err != nil {
			return nil, err
		}
		day := core.DateOf(start.In(zoneOf(owner)))
		var out []OverCap
		for _, c := range []struct {
			month    bool
			hours    int
			from, to core.Date
		}{
			{false, t.ws.WeeklyHours, day.Monday(), day.Monday().AddDays(7)},
			{true, t.ws.MonthlyHours, firstOf(day), firstOf(day).AddMonths(1)},
		} {
			if c.hours == 0 {
				continue
			}
			used, err := t.capUsed(owner, &meeting, c.from, c.to)
			if err != nil {
				return nil, err
			}
			if !fits(used, c.hours) {
				out = append(out, OverCap{Month: c.month, Hours: c.hours, Minutes: used})
			}
		}
		return out, nil
	})
}

// capUsed gives the minutes that the meetings from a day of the owner's to another, which is not counted, take with one more.
func (t *todayReader) capUsed(owner *core.Person, one *core.Meeting, from, to core.Date) (int, error) {
	home := zoneOf(owner)
	all, err := t.e.meetingsBetween(t, core.ID{}, from.At(0, 0).InLocation(home), to.At(0, 0).InLocation(home))
	sum := one.Length()
	for _, m := range all {
		if m.ID == one.ID {
			continue
		}
		rel, _, err := t.relationship(m.Relationship)
		if err != nil {
			return 0, err
		}
		sum += capMinutes(m, rel, owner.ID)
	}
	return sum, err
}

// capMinutes gives the minutes of a meeting that count for the owner's caps.
func capMinutes(m *core.Meeting, rel *core.Relationship, owner core.ID) int {
	switch m.Status {
	case core.MeetingPlanned:
		return m.Length()
	case core.MeetingHeld:
		spent := rel.MinutesOf(m, owner)
		return max(spent.Given, spent.Received)
	}
	return 0
}

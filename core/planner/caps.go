package planner

import (
	"context"
	"time"

	"mentorbook/core"
)

// OverCap is a cap on hours of the owner's that a meeting exceeds, which is a reason to warn, and never to refuse.
type OverCap struct {
	Month   bool // it is on the hours of a month, and else on those of a week
	Hours   int  // the cap
	Minutes int  // what all meetings of that time take with this one
}

// CapHours is what the meetings of some weeks and months take, held against the owner's caps on hours. Those of a nil one are
// never exceeded.
type CapHours struct {
	weekly, monthly int // hours; 0 for no cap
	home            *time.Location
	weeks, months   map[core.Date]int // minutes by the first day
	of              map[core.ID]capShare
}

// capShare is what one meeting takes of the week and the month of a day.
type capShare struct {
	day     core.Date
	minutes int
}

// newCapHours gives the sums of no meeting; nil where the owner has no cap.
func newCapHours(ws *core.Workspace, home *time.Location) *CapHours {
	if ws.WeeklyHours == 0 && ws.MonthlyHours == 0 {
		return nil
	}
	return &CapHours{ws.WeeklyHours, ws.MonthlyHours, home, map[core.Date]int{}, map[core.Date]int{}, map[core.ID]capShare{}}
}

// span gives the days that are to be read to know the weeks and months of some days whole; the last is not included.
func (h *CapHours) span(p core.Period) core.Period {
	last := p.To.AddDays(-1)
	out := p
	if h.weekly > 0 {
		out = core.Period{From: p.From.Monday(), To: last.Monday().AddDays(7)}
	}
	if h.monthly > 0 {
		if first := firstOf(p.From); first.Before(out.From) {
			out.From = first
		}
		if end := firstOf(last).AddMonths(1); end.After(out.To) {
			out.To = end
		}
	}
	return out
}

// add counts a meeting of a relationship.
func (h *CapHours) add(m *core.Meeting, rel *core.Relationship, owner core.ID) error {
	start, err := m.StartAt()
	if err != nil {
		return err
	}
	s := capShare{core.DateOf(start.In(h.home)), capMinutes(m, rel, owner)}
	h.weeks[s.day.Monday()] += s.minutes
	h.months[firstOf(s.day)] += s.minutes
	h.of[m.ID] = s
	return nil
}

// Over gives the caps that are exceeded if a meeting takes so many minutes on a day of the owner's: one of those that were counted,
// wherever it lies now, or with the zero id a new one.
func (h *CapHours) Over(id core.ID, day core.Date, minutes int) []OverCap {
	if h == nil {
		return nil
	}
	week, month := h.weeks[day.Monday()]+minutes, h.months[firstOf(day)]+minutes
	if s, counted := h.of[id]; counted {
		if s.day.Monday() == day.Monday() {
			week -= s.minutes
		}
		if firstOf(s.day) == firstOf(day) {
			month -= s.minutes
		}
	}
	var out []OverCap
	if !fits(week, h.weekly) {
		out = append(out, OverCap{Hours: h.weekly, Minutes: week})
	}
	if !fits(month, h.monthly) {
		out = append(out, OverCap{Month: true, Hours: h.monthly, Minutes: month})
	}
	return out
}

// OverCaps gives the caps that a meeting exceeds if it takes place as it is given. A meeting with its id is taken to be the same one.
func (s Meetings) OverCaps(ctx context.Context, meeting core.Meeting) ([]OverCap, error) {
	return view(ctx, s.e, func(r Reader) ([]OverCap, error) {
		t := newTodayReader(r, s.e)
		var err error
		if t.ws, err = workspaceOf(r); err != nil {
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
		t.loc = zoneOf(owner)
		day := core.DateOf(start.In(t.loc))
		hours, err := t.capHours(core.Period{From: day, To: day.AddDays(1)})
		return hours.Over(meeting.ID, day, meeting.Length()), err
	})
}

// capHours sums up the weeks and months of some days, the last of them not included; nil where the owner has no cap.
func (t *todayReader) capHours(days core.Period) (*CapHours, error) {
	hours := newCapHours(t.ws, t.loc)
	if hours == nil {
		return nil, nil
	}
	whole := hours.span(days)
	all, err := t.meetingsStarting(midnight(whole.From, t.loc), midnight(whole.To, t.loc))
	if err != nil {
		return nil, err
	}
	for _, m := range all {
		rel, _, err := t.relationship(m.Relationship)
		if err != nil {
			return nil, err
		}
		if err := hours.add(m, rel, t.ws.Owner); err != nil {
			return nil, err
		}
	}
	return hours, nil
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

func firstOf(d core.Date) core.Date { return core.Date{Year: d.Year, Month: d.Month, Day: 1} }

// fits tells whether minutes are within a cap in hours; 0 is none.
func fits(minutes, hours int) bool { return hours == 0 || minutes <= hours*60 }

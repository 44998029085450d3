package planner

import (
	"slices"

	"mentorbook/core"
)

// Hours is the time that the owner gave, and will give, this month, in minutes.
type Hours struct {
	Used, Planned int
	Limit         int // a month; 0 is none
	WeekPlanned   int // of this week, held or still planned
	WeekLimit     int // 0 is none
	By            []HoursRow
}

// HoursRow is one relationship's share of the month's used and planned minutes.
type HoursRow struct {
	Relationship core.ID
	Name         string
	Minutes      int
}

// hours sums the owner's minutes of the month and of the week, by the rule of each format.
func (t *todayReader) hours() error {
	first := core.Date{Year: t.out.Date.Year, Month: t.out.Date.Month, Day: 1}
	monday := t.out.Date.Monday()
	from, to := earlier(first, monday), later(first.AddMonths(1), monday.AddDays(7))
	month, week := core.Period{From: first, To: first.AddMonths(1)}, core.Period{From: monday, To: monday.AddDays(7)}
	h := &t.out.Hours
	h.Limit, h.WeekLimit = t.ws.MonthlyHours*60, t.ws.WeeklyHours*60
	by := map[core.ID]int{}
	all, err := t.e.meetingsBetween(t, core.ID{}, midnight(from, t.loc), midnight(to, t.loc))
	if err != nil {
		return err
	}
	for _, m := range all {
		start, err := m.StartAt()
		if err != nil {
			return err
		}
		if err := t.count(m, core.DateOf(start.In(t.loc)), month, week, by); err != nil {
			return err
		}
	}
	for id, n := range by {
		h.By = append(h.By, HoursRow{id, t.names[id], n})
	}
	slices.SortFunc(h.By, func(a, b HoursRow) int {
		if a.Minutes != b.Minutes {
			return b.Minutes - a.Minutes
		}
		return slices.Compare(a.Relationship[:], b.Relationship[:])
	})
	return nil
}

func (t *todayReader) count(m *core.Meeting, day core.Date, month, week core.Period, by map[core.ID]int) error {
	rel, _, err := t.relationship(m.Relationship)
	if err != nil {
		return err
	}
	h := &t.out.Hours
	switch m.Status {
	case core.MeetingHeld:
		spent := rel.MinutesOf(m, t.ws.Owner)
		n := max(spent.Given, spent.Received)
		if month.Contains(day) {
			h.Used += n
			by[rel.ID] += n
		}
		if week.Contains(day) {
			h.WeekPlanned += n
		}
	case core.MeetingPlanned:
		if month.Contains(day) {
			h.Planned += m.Length()
			by[rel.ID] += m.Length()
		}
		if week.Contains(day) {
			h.WeekPlanned += m.Length()
		}
	}
	return nil
}

func earlier(a, b core.Date) core.Date {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b core.Date) core.Date {
	if b.After(a) {
		return b
	}
	return a
}

package calendar

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// busy adds the times at which somebody is busy, and learns from which calendars they came.
func (m *Model) busy(show Show) {
	clashing := m.clashing()
	for _, x := range m.calendar.Busy {
		if !slices.Contains(m.Lists, x.Busy.Calendar) {
			m.Lists = append(m.Lists, x.Busy.Calendar)
		}
		if show.Hidden[x.Busy.Calendar] {
			continue
		}
		b := m.taken(x)
		if clashing[taking{core.RefOf(x.Busy), x.Start}] {
			b.Tone = Clashed
		}
		if x.Busy.AllDay {
			m.wholeDays(b, x.Start.Date, x.End.Date)
			continue
		}
		if m.State.View != Agenda && m.State.View != Day && m.State.View != Week {
			b.Title = m.words.Clock(x.Start) + " " + b.Title
		}
		m.add(b, x.Start, x.End)
	}
	slices.Sort(m.Lists)
}

// taking is one time that something takes: what repeats may clash at one of them alone.
type taking struct {
	of    core.Ref
	start core.Civil // on the owner's clock
}

// clashing gives the times that a meeting has no room beside.
func (m *Model) clashing() map[taking]bool {
	out := map[taking]bool{}
	loc, err := m.zone.Location()
	if err != nil {
		return out
	}
	for _, x := range m.calendar.Meetings {
		for _, c := range x.Clashes {
			out[taking{c.With, core.CivilOf(c.Start.In(loc))}] = true
		}
	}
	return out
}

func (m *Model) taken(x planner.CalendarBusy) Block {
	b := Block{Key: "busy:" + x.Busy.ID.String(), Title: x.Busy.Title, Caption: x.Name, Tone: Taken, Fixed: true}
	if b.Title == "" {
		b.Title = m.words.T("calendar.busy")
	}
	if b.Caption == "" {
		b.Caption = x.Busy.Calendar
	}
	return b
}

// wholeDays adds something to the days from one to another, the latter not included.
func (m *Model) wholeDays(b Block, from, to core.Date) {
	period := m.calendar.Period
	if from.Before(period.From) {
		from = period.From
	}
	for d := from; d.Before(to) && d.Before(period.To); d = d.AddDays(1) {
		b.Date = d
		m.Whole = append(m.Whole, b)
	}
}

// busyAt gives whose busy time, or what, stands in the way of a meeting of these people.
func (m *Model) busyAt(people []*core.Person, start, end core.Civil) (name string, clash bool) {
	for _, x := range m.calendar.Busy {
		if x.Busy.Transparent || x.Start.Compare(end) >= 0 || start.Compare(x.End) >= 0 {
			continue
		}
		if x.Name == "" || slices.ContainsFunc(people, func(p *core.Person) bool { return p.ID == x.Busy.Person }) {
			b := m.taken(x)
			if x.Name != "" {
				return x.Name + ": " + b.Title, true
			}
			return b.Title, true
		}
	}
	return "", false
}

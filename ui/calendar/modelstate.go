package calendar

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// View is one of the ways to look at the calendar.
type View string

// The views, as routes name them.
const (
	Day    View = "day"
	Week   View = "week"
	Month  View = "month"
	Agenda View = "agenda"
	Year   View = "year"
)

// Views lists the views in the order in which they are offered.
func Views() []View { return []View{Day, Week, Month, Agenda, Year} }

// ViewOf gives the view that a route's tab names; the week for none and for one that there is not.
func ViewOf(tab string) View {
	for _, v := range Views() {
		if string(v) == tab {
			return v
		}
	}
	return Week
}

// agendaDays is how many days the agenda list shows at once.
const agendaDays = 28

// State is where somebody is in the calendar.
type State struct {
	View View
	Date core.Date // a day on show: the one that was chosen
}

// Period gives the days on show, the last one not included: whole weeks in the month view.
func (s State) Period() core.Period {
	switch s.View {
	case Day:
		return core.Period{From: s.Date, To: s.Date.AddDays(1)}
	case Month:
		first := core.Date{Year: s.Date.Year, Month: s.Date.Month, Day: 1}
		from := first.Monday()
		last := first.AddDays(first.DaysInMonth() - 1)
		return core.Period{From: from, To: last.Monday().AddDays(7)}
	case Agenda:
		return core.Period{From: s.Date, To: s.Date.AddDays(agendaDays)}
	case Year:
		from := YearFrom(s.Date)
		return core.Period{From: from, To: from.AddDays(7 * yearWeeks)}
	default:
		from := s.Date.Monday()
		return core.Period{From: from, To: from.AddDays(7)}
	}
}

// Step goes n screens on, or back.
func (s State) Step(n int) State {
	switch s.View {
	case Day:
		s.Date = s.Date.AddDays(n)
	case Month:
		s.Date = s.Date.AddMonths(n)
	case Agenda:
		s.Date = s.Date.AddDays(n * agendaDays)
	case Year:
		s.Date = s.Date.AddDays(7 * n * yearWeeks)
	default:
		s.Date = s.Date.AddDays(7 * n)
	}
	return s
}

// Title names the days on show; the year of a single day stands there where it is not today's.
func (s State) Title(today core.Date, w *locale.Words) string {
	switch s.View {
	case Day:
		if s.Date.Year != today.Year {
			return w.Date(s.Date)
		}
		return w.DateHeading(s.Date)
	case Month:
		return w.MonthHeading(s.Date)
	default:
		return w.Period(s.Period())
	}
}

// Wish is what is asked of the planner. Of a day with more than anybody could look through, the first entries are
// enough, as many as the view has room for: above the hours that is a few lines, and in a day of a month not many more.
func (s State) Wish() planner.CalendarWish {
	wish := planner.CalendarWish{Period: s.Period(), Limit: 60}
	switch s.View {
	case Day:
		wish.Limit, wish.DueLimit = 200, 4
	case Week:
		wish.DueLimit = 4
	case Month:
		wish.Limit, wish.DueLimit = 16, 8
	}
	return wish
}

// Glance is the month of which it is to be known on which days meetings begin, because the days on show are fewer; the
// zero Period where they are not.
func (s State) Glance() core.Period {
	if s.View == Day || s.View == Week || s.View == Agenda {
		return State{View: Month, Date: s.Date}.Period()
	}
	return core.Period{}
}

package calendar

import (
	"mentorbook/core"
	"mentorbook/core/insight"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

const (
	yearWeeks = 52
	// weeksAhead is how many of the year's weeks lie behind the chosen day's: what is planned matters too.
	weeksAhead = 8
)

// YearFrom gives the Monday with which the year around a day begins.
func YearFrom(day core.Date) core.Date {
	return day.Monday().AddDays(-7 * (yearWeeks - 1 - weeksAhead))
}

// YearRow is a relationship's line of the year at a glance.
type YearRow struct {
	Relationship  core.ID
	Key, Initials string
	Name, Text    string
	Weeks         []insight.WeekState
	Broken        bool
}

// YearModel is the year at a glance, in words.
type YearModel struct {
	Title string
	Today core.Date
	Now   int // the present week; -1 where it is not shown
	Rows  []YearRow

	Weeks  int            // how many each row has
	Months map[int]string // names of the months, by the week in which each begins
}

// NewYearModel puts what the planner gathered into words.
func NewYearModel(y *planner.Year, w *locale.Words) *YearModel {
	m := &YearModel{Title: w.Period(core.Period{From: y.From, To: y.From.AddDays(7 * y.Weeks)}), Today: y.Today, Now: -1, Weeks: y.Weeks, Months: map[int]string{}}
	for n := range y.Weeks {
		if last := y.From.AddDays(7*n + 6); last.Day <= 7 {
			m.Months[n] = w.MonthShort(last.Month)
		}
	}
	if n := y.Today.Monday().DaysSince(y.From) / 7; n >= 0 && n < y.Weeks && !y.Today.Before(y.From) {
		m.Now = n
	}
	for _, r := range y.Rows {
		broken := insight.Count(r.Weeks, insight.Broken)
		row := YearRow{
			Relationship: r.Relationship.ID, Key: r.Relationship.ID.String(), Initials: core.Initials(r.Name), Name: r.Name,
			Weeks: r.Weeks, Broken: broken > 0, Text: w.T("calendar.weeks_met", "count", insight.Count(r.Weeks, insight.Met)),
		}
		if broken > 0 {
			row.Text += " · " + w.T("calendar.weeks_broken", "count", broken)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

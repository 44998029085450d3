package plans

import (
	"strings"
	"time"
	"unicode"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Lane is a goal on the time line.
type Lane struct {
	ID    core.ID
	Title string
	Name  string
	Dots  []Dot // by day
}

// Dot is a step of a goal, or its end.
type Dot struct {
	On    core.Date
	Done  bool
	Late  bool
	End   bool // the goal's own day
	Label string
}

// newLane puts the days of a goal in their order.
func newLane(g *core.Goal, name string, today core.Date, w *locale.Words) Lane {
	l := Lane{ID: g.ID, Title: g.Title, Name: name}
	for _, m := range g.Milestones {
		on := m.Due
		if !m.Done.IsZero() {
			on = m.Done
		}
		if on.IsZero() {
			continue
		}
		d := Dot{On: on, Done: !m.Done.IsZero(), Late: m.Done.IsZero() && on.Before(today) && g.Open()}
		d.Label = dotLabel(m.Title, d, today, w)
		l.add(d)
	}
	if !g.Due.IsZero() {
		d := Dot{On: g.Due, Done: g.Status == core.GoalReached, Late: g.Open() && g.Due.Before(today), End: true}
		d.Label = dotLabel(w.T("plans.goal_end"), d, today, w)
		l.add(d)
	}
	return l
}

func (l *Lane) add(d Dot) {
	i := len(l.Dots)
	for i > 0 && l.Dots[i-1].On.After(d.On) {
		i--
	}
	l.Dots = append(l.Dots, Dot{})
	copy(l.Dots[i+1:], l.Dots[i:])
	l.Dots[i] = d
}

func dotLabel(title string, d Dot, today core.Date, w *locale.Words) string {
	key := "plans.dot.open"
	switch {
	case d.Done:
		key = "plans.dot.done"
	case d.Late:
		key = "plans.dot.late"
	}
	return w.T(key, "title", title, "date", w.DateShort(d.On, today))
}

// Stretch is what the time line shows: whole months.
type Stretch struct {
	From   core.Date // the first of a month
	Months int
}

// StretchAround gives a stretch that begins a quarter of its length before today.
func StretchAround(today core.Date, months int) Stretch {
	first := core.Date{Year: today.Year, Month: today.Month, Day: 1}
	return Stretch{first.AddMonths(-months / 4), months}
}

// To gives the day after the last.
func (s Stretch) To() core.Date { return s.From.AddMonths(s.Months) }

// Move goes so many halves of a stretch on, or back.
func (s Stretch) Move(halves int) Stretch {
	return Stretch{s.From.AddMonths(halves * max(s.Months/2, 1)), s.Months}
}

// MonthHead gives the head of a month on the time line: its short name, and its year where that begins.
func MonthHead(d core.Date, w *locale.Words) string {
	short := strings.TrimLeftFunc(w.DateShort(d, d), func(r rune) bool { return !unicode.IsLetter(r) })
	if w.Language() == core.Russian && !strings.HasSuffix(short, ".") {
		short = w.MonthName(d.Month) // «май»: in a date it would be «мая»
	}
	if d.Month == time.January {
		return w.T("plans.month_of_year", "month", short, "year", d.Year)
	}
	return short
}

// Package calendarfile shows what taking in a calendar file would do, before it is done.
package calendarfile

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Fate is what becomes of an event.
type Fate int

// The fates, in the order of the tabs.
const (
	New Fate = iota
	Changed
	Same
	Refused
	fates
)

// Row is an event, or something that could not be read.
type Row struct {
	Title, Caption string
	Fate           Fate
}

// Model is the preview.
type Model struct {
	Plan  *planner.CalendarPlan
	Rows  []Row
	Count [fates]int
	shown []int
}

// NewModel puts a plan into words.
func NewModel(plan *planner.CalendarPlan, w *locale.Words, today core.Date) *Model {
	m := &Model{Plan: plan}
	for _, s := range plan.Replies {
		m.add(replyRow(s, w, today))
	}
	for _, s := range plan.Steps {
		m.add(stepRow(s, w, today))
	}
	for _, f := range plan.Findings {
		if f.Lost {
			m.add(Row{Title: title(f.Title, w), Caption: w.T("calfile.line", "line", f.Line) + " · " + w.Finding(f), Fate: Refused})
		}
	}
	m.Only(-1)
	return m
}

func (m *Model) add(r Row) {
	m.Rows = append(m.Rows, r)
	m.Count[r.Fate]++
}

func stepRow(s planner.CalendarStep, w *locale.Words, today core.Date) Row {
	r := Row{Title: title(s.Title, w), Caption: w.Moment(s.Start, today)}
	if r.Fate = fateOf(s.Does); r.Fate == Refused {
		r.Caption += " · " + w.Error(s.Err)
		return r
	}
	switch s.As {
	case core.KindMeeting:
		r.Caption += " · " + w.T("calfile.meeting_with", "name", s.With)
	case core.KindSeries:
		r.Caption += " · " + w.T("calfile.series_with", "name", s.With)
	default:
		r.Caption += " · " + w.T("calfile.busy")
	}
	return r
}

func fateOf(does planner.CalendarDoes) Fate {
	switch does {
	case planner.CalendarNew:
		return New
	case planner.CalendarChanged:
		return Changed
	case planner.CalendarSame:
		return Same
	}
	return Refused
}

// replyRow says what a guest answers to an invitation of ours.
func replyRow(s planner.ReplyStep, w *locale.Words, today core.Date) Row {
	r := Row{Title: s.Name, Caption: w.Word(s.Answer), Fate: fateOf(s.Does)}
	if r.Title == "" {
		r.Title = title(s.Email, w)
	}
	switch {
	case r.Fate == Refused:
		r.Caption = w.Error(s.Err)
	case !s.Start.IsZero():
		r.Caption = w.T("calfile.proposes", "time", w.Moment(s.Start, today))
	}
	if s.Title != "" {
		r.Caption += " · " + core.CleanLine(s.Title)
	}
	return r
}

func title(text string, w *locale.Words) string {
	if text = core.CleanLine(text); text == "" {
		return w.T("calfile.untitled")
	}
	return text
}

// Only shows the rows of one fate; -1 all of them.
func (m *Model) Only(f Fate) {
	m.shown = m.shown[:0]
	for i, r := range m.Rows {
		if f < 0 || r.Fate == f {
			m.shown = append(m.shown, i)
		}
	}
}

// Len tells how many rows are shown, At gives one of them.
func (m *Model) Len() int { return len(m.shown) }

// At gives the i-th row that is shown.
func (m *Model) At(i int) Row { return m.Rows[m.shown[i]] }

// Changes tells how many records the import would make or change.
func (m *Model) Changes() int { return m.Count[New] + m.Count[Changed] }

// Ways lists as what events can be taken in, in the order of the screen.
func Ways() []planner.CalendarAs {
	return []planner.CalendarAs{planner.CalendarAsBoth, planner.CalendarAsMeetings, planner.CalendarAsBusy}
}

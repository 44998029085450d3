// Package calendarfile shows what taking in a calendar file would do, before it is done.
package calendarfile

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Fate is what becomes of an event.
type Fate int8

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
	Asks           bool // a guest asks for the latest version
}

// Model is the preview. Rows are put into words as they are shown: a file may hold a hundred thousand.
type Model struct {
	Plan  *planner.CalendarPlan
	Count [fates]int
	rows  []place
	shown []int32
	words *locale.Words
	today core.Date
}

// place tells what a row is about.
type place struct {
	of   sort
	fate Fate
	at   int32 // among those of its sort
}

// sort is what a plan has lists of.
type sort uint8

const (
	ofReply sort = iota
	ofStep
	ofFinding
)

// NewModel puts a plan into words.
func NewModel(plan *planner.CalendarPlan, w *locale.Words, today core.Date) *Model {
	m := &Model{Plan: plan, words: w, today: today, rows: make([]place, 0, len(plan.Replies)+len(plan.Steps))}
	for i, s := range plan.Replies {
		m.add(place{ofReply, fateOf(s.Does), int32(i)})
	}
	for i, s := range plan.Steps {
		m.add(place{ofStep, fateOf(s.Does), int32(i)})
	}
	for i, f := range plan.Findings {
		if f.Lost {
			m.add(place{ofFinding, Refused, int32(i)})
		}
	}
	m.Only(-1)
	return m
}

func (m *Model) add(p place) {
	m.rows = append(m.rows, p)
	m.Count[p.fate]++
}

// row puts a place into words.
func (m *Model) row(p place) Row {
	switch p.of {
	case ofReply:
		return replyRow(m.Plan.Replies[p.at], m.words, m.today)
	case ofStep:
		return stepRow(m.Plan.Steps[p.at], m.words, m.today)
	}
	f := m.Plan.Findings[p.at]
	return Row{Title: title(f.Title, m.words), Caption: m.words.T("calfile.line", "line", f.Line) + " · " + m.words.Finding(f), Fate: Refused}
}

func stepRow(s planner.CalendarStep, w *locale.Words, today core.Date) Row {
	parts := append([]string{w.Moment(s.Start, today)}, w.CalendarStep(locale.EventStep{As: s.As, With: s.With, Off: s.Off, Declined: s.Declined, From: s.From, Kept: s.Kept, Cut: s.Cut, Refused: s.Err})...)
	return Row{Title: title(s.Title, w), Caption: strings.Join(parts, " · "), Fate: fateOf(s.Does)}
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

// Asks gives the meeting or series of which a guest asks, in a row that is shown, for the latest version; false for all
// other rows.
func (m *Model) Asks(i int) (core.ID, bool) {
	if i < 0 || i >= len(m.shown) {
		return core.ID{}, false
	}
	p := m.rows[m.shown[i]]
	if p.of != ofReply {
		return core.ID{}, false
	}
	s := m.Plan.Replies[p.at]
	return s.About, s.Asks && s.Err == nil
}

// Asking tells whether a guest asks for a latest version.
func (m *Model) Asking() bool {
	return slices.ContainsFunc(m.Plan.Replies, func(s planner.ReplyStep) bool { return s.Asks && s.Err == nil })
}

// replyRow says what a guest answers to an invitation of ours.
func replyRow(s planner.ReplyStep, w *locale.Words, today core.Date) Row {
	r := Row{Title: s.Name, Caption: w.CalendarReply(s.Answer, s.Start, today, s.Err), Fate: fateOf(s.Does)}
	if r.Title == "" {
		r.Title = title(s.Email, w)
	}
	if s.Title != "" {
		r.Caption += " · " + core.CleanLine(s.Title)
	}
	r.Asks = s.Asks && s.Err == nil
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
	for i, r := range m.rows {
		if f < 0 || r.fate == f {
			m.shown = append(m.shown, int32(i))
		}
	}
}

// Len tells how many rows are shown, At gives one of them.
func (m *Model) Len() int { return len(m.shown) }

// At gives the i-th row that is shown.
func (m *Model) At(i int) Row { return m.row(m.rows[m.shown[i]]) }

// All tells how many rows there are.
func (m *Model) All() int { return len(m.rows) }

// Changes tells how many records the import would make or change.
func (m *Model) Changes() int { return m.Count[New] + m.Count[Changed] }

// Ways lists as what events can be taken in, in the order of the screen.
func Ways() []planner.CalendarAs {
	return []planner.CalendarAs{planner.CalendarAsBoth, planner.CalendarAsMeetings, planner.CalendarAsBusy}
}

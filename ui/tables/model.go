// Package tables shows what an import of a spreadsheet would do, line by line, before it does anything.
package tables

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Kinds lists what a spreadsheet can be of.
func Kinds() []core.Kind { return []core.Kind{core.KindMeeting, core.KindGoal, core.KindAction} }

// Read is a spreadsheet read as one kind: what it would bring, or why it is none of that kind.
type Read struct {
	Kind core.Kind
	Plan *planner.TablePlan
	Err  error

	Layout *core.TableLayout // what its columns were taken for; nil where it is no table at all
}

// Best gives the kind that a spreadsheet most likely is of: the one of which most lines can be taken; 0 where
// it is none of any.
func Best(all []Read) int {
	best, most := 0, -1
	for i, r := range all {
		if r.Err == nil && len(r.Plan.Steps) > most {
			best, most = i, len(r.Plan.Steps)
		}
	}
	return best
}

// State says what becomes of a line.
type State int

// The states.
const (
	New State = iota
	Known
	Refused
)

// Line is a line of the spreadsheet.
type Line struct {
	State  State
	Title  string
	Detail string
	Chip   string
}

// Model is what the import would do, in words.
type Model struct {
	Sum   string
	Notes []string // what to know besides
	Lines []Line   // those that are not taken first
	New   int
}

// NewModel puts a reading into words.
func NewModel(r Read, w *locale.Words) *Model {
	if r.Err != nil {
		return &Model{Sum: w.Error(r.Err)}
	}
	p := r.Plan
	m := &Model{New: p.Made[p.Kind]}
	m.Sum = w.T("tables.sum", "new", w.Count(p.Kind, m.New), "known", p.Known, "refused", len(p.Rejected))
	if people, rels := p.Made[core.KindPerson], p.Made[core.KindRelationship]; people+rels > 0 {
		m.Notes = append(m.Notes, w.T("tables.makes", "people", w.Count(core.KindPerson, people), "relationships", w.Count(core.KindRelationship, rels)))
	}
	if len(p.Unused) > 0 {
		m.Notes = append(m.Notes, w.T("ctl.unused", "headings", core.Excerpt(strings.Join(p.Unused, ", "))))
	}
	if p.DayFirst {
		m.Notes = append(m.Notes, w.T("ctl.day_first"))
	}
	if p.Decimal != "" {
		m.Notes = append(m.Notes, w.T("ctl.decimal", "mark", p.Decimal))
	}
	for _, x := range p.Rejected {
		m.Lines = append(m.Lines, Line{Refused, w.T("tables.line", "n", x.Line, "name", x.Name), w.Error(x.Err), w.T("tables.refused")})
	}
	for _, s := range p.Steps {
		m.Lines = append(m.Lines, stepLine(s, p.Kind, w))
	}
	return m
}

func stepLine(s planner.TableStep, kind core.Kind, w *locale.Words) Line {
	out := Line{Title: w.T("tables.line", "n", s.Line, "name", s.Name), Detail: s.Who, Chip: w.T("tables.new")}
	if !s.When.IsZero() {
		out.Detail += " · " + w.Date(s.When)
	}
	if s.Known {
		out.State, out.Chip = Known, w.T("tables.known")
		return out
	}
	if s.Noon {
		out.Detail += " · " + w.T("tables.noon")
	}
	for _, made := range s.Makes {
		if made != kind && made != core.KindNote {
			out.Detail += " · " + w.T("tables.also", "kind", w.Word(made))
		}
	}
	return out
}

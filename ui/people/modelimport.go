package people

import (
	"errors"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Fate is what an import does with one line of a file.
type Fate int

// The fates, in the order in which they are shown.
const (
	Choose  Fate = iota // fits several people: somebody has to say which
	Fresh               // a new person
	Filled              // somebody known gets what they lack
	Same                // nothing new
	Refused             // the line can't be taken
)

// ImportRow is one line of a file, in words.
type ImportRow struct {
	Fate          Fate
	Name, Caption string
	Step          int  // of the plan; -1 for a line that was refused
	Doubt         bool // it may be said who is meant
}

// Import is what an import would do.
type Import struct {
	Plan  *planner.ImportPlan
	Rows  []ImportRow
	Count [Refused + 1]int
	only  Fate
	all   bool
	shown []int
	words *locale.Words
}

// NewImport puts a plan into words.
func NewImport(plan *planner.ImportPlan, w *locale.Words) *Import {
	m := &Import{Plan: plan, words: w, all: true}
	m.Tell()
	return m
}

// Tell says it anew, after somebody was chosen.
func (m *Import) Tell() {
	m.Rows, m.Count = nil, [Refused + 1]int{}
	for i := range m.Plan.Steps {
		m.add(m.step(i))
	}
	for _, r := range m.Plan.Rejected {
		name, caption := r.Name, join(" · ", m.words.T("people.import_line", "n", r.Line), m.words.Error(r.Err))
		if name == "" { // nothing else says which line it is
			name, caption = m.words.T("people.import_line", "n", r.Line), m.words.Error(r.Err)
		}
		m.add(ImportRow{Refused, name, caption, -1, false})
	}
	m.filter()
}

func (m *Import) add(r ImportRow) {
	m.Rows = append(m.Rows, r)
	m.Count[r.Fate]++
}

func (m *Import) step(i int) ImportRow {
	s, w := &m.Plan.Steps[i], m.words
	p := &s.Entry.Person
	row := ImportRow{Name: p.Name, Step: i, Doubt: s.Open() || s.Match.Namesake != nil}
	switch {
	case s.Open():
		var names []string
		for _, c := range m.Candidates(i) {
			names = append(names, who(c))
		}
		row.Fate, row.Caption = Choose, w.T("people.import_fits", "names", strings.Join(names, ", "))
		if s.Match.Unlike {
			row.Caption = w.T("people.import_unlike", "name", strings.Join(names, ", "))
		}
	case s.Match.Person == nil:
		row.Fate, row.Caption = Fresh, join(" · ", p.Email(), p.JobTitle, p.Organisation)
		if like := s.Match.Namesake; like != nil {
			row.Caption = join(" · ", row.Caption, w.T("people.import_namesake", "name", who(like)))
		}
	case len(s.Does) > 0 || core.CleanLine(s.Entry.Notes) != "":
		fields := m.fields(s.Does)
		if core.CleanLine(s.Entry.Notes) != "" {
			fields = append(fields, w.Field("notes"))
		}
		row.Fate, row.Caption = Filled, w.T("people.import_fills", "name", s.Match.Person.Name, "fields", strings.Join(fields, ", "))
	default:
		row.Fate, row.Caption = Same, w.T("people.import_same", "name", s.Match.Person.Name)
	}
	if s.Entry.Unnamed {
		row.Caption = join(" · ", row.Caption, w.T("people.import_unnamed"))
	}
	if len(s.Keeps) > 0 {
		row.Caption = join(" · ", row.Caption, w.T("people.import_keeps", "fields", strings.Join(m.fields(core.NamesOf(s.Keeps)), ", ")))
	}
	if len(s.Entry.Dropped) > 0 {
		row.Caption = join(" · ", row.Caption, w.T("people.import_drops", "fields", strings.Join(s.Entry.Dropped, ", ")))
	}
	if len(s.Entry.Remarks) > 0 && s.Entry.Notes != "" {
		row.Caption = join(" · ", row.Caption, w.T("people.import_remarks", "fields", strings.Join(s.Entry.Remarks, ", ")))
	}
	if len(s.Entry.Unfit) > 0 {
		row.Caption = join(" · ", row.Caption, w.T("people.import_unfit", "reasons", w.Error(errors.Join(s.Entry.Unfit...))))
	}
	return row
}

func who(p *core.Person) string {
	if extra := p.Email(); extra != "" {
		return p.Name + " (" + extra + ")"
	}
	return p.Name
}

func (m *Import) fields(names core.FieldNames) []string {
	var out []string
	for _, n := range names {
		out = append(out, m.words.Field(n))
	}
	return out
}

// Candidates gives the people whom a step may mean: whom it fits, or who has the same name.
func (m *Import) Candidates(step int) []*core.Person {
	match := m.Plan.Steps[step].Match
	switch {
	case match.Namesake != nil:
		return []*core.Person{match.Namesake}
	case match.Person == nil:
		return nil
	}
	return append([]*core.Person{match.Person}, match.Others...)
}

// Take says whom a step means, and with it those lines further down that are the same person.
func (m *Import) Take(step int, p *core.Person) {
	m.follow(step, func(s *planner.ImportStep) {
		namesake := s.Match.Namesake
		s.TakeFor(p)
		s.Match.Namesake = namesake
	}, p)
}

// AsNew says that a step means somebody new, whom asNew gives an id.
func (m *Import) AsNew(step int, asNew func(*planner.ImportStep)) {
	fresh := m.Plan.Steps[step].Entry.Person
	m.follow(step, func(s *planner.ImportStep) {
		namesake := s.Match.Namesake
		asNew(s)
		s.Match.Namesake, fresh.Head.ID = namesake, s.ID
	}, &fresh)
}

// follow settles a step, and takes the lines that were taken for whom it meant for whom it means now.
func (m *Import) follow(step int, settle func(*planner.ImportStep), whom *core.Person) {
	s := &m.Plan.Steps[step]
	was := s.ID
	settle(s)
	for i := step + 1; i < len(m.Plan.Steps) && !was.IsZero() && s.Match.Namesake != nil; i++ {
		if later := &m.Plan.Steps[i]; later.ID == was {
			later.TakeFor(whom)
		}
	}
	m.Tell()
}

// Only shows the lines of one fate.
func (m *Import) Only(f Fate) {
	m.only, m.all = f, false
	m.filter()
}

// ShowAll shows all lines.
func (m *Import) ShowAll() {
	m.all = true
	m.filter()
}

func (m *Import) filter() {
	m.shown = m.shown[:0]
	for i, r := range m.Rows {
		if m.all || r.Fate == m.only {
			m.shown = append(m.shown, i)
		}
	}
}

// Len tells how many lines are shown.
func (m *Import) Len() int { return len(m.shown) }

// At gives a line that is shown.
func (m *Import) At(i int) ImportRow { return m.Rows[m.shown[i]] }

// Nothing tells whether the import would do nothing at all.
func (m *Import) Nothing() bool { return m.Count[Fresh]+m.Count[Filled] == 0 }

// Package plans is what people work towards: goals, milestones and skills, of one person and of all, and the
// dialogs in which they are written, measured, rated and let out.
package plans

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Way says how a goal tells how far it has come. There is no way to type a percentage.
type Way int

// The ways.
const (
	NoWay Way = iota
	ByMeasure
	ByMilestones
)

// GoalInput is what stands in the goal editor.
type GoalInput struct {
	Person        core.ID
	Title         string
	Why           string
	Status        core.GoalStatus
	Due           core.Date
	Way           Way
	Measure       MeasureInput
	Milestones    []MilestoneInput
	Evidence      string // one a line
	Blocked       string
	Share         core.Share
	Relationships []core.ID
	Readers       []core.ID // without the owner, who reads everything
}

// MeasureInput is a measure as it is typed.
type MeasureInput struct{ Name, Unit, Baseline, Target, Now string }

// MilestoneInput is a milestone as it is typed.
type MilestoneInput struct {
	ID       core.ID
	Title    string
	Due      core.Date
	Done     bool
	DoneOn   core.Date // the day that was noted before; today where it is zero
	Evidence string
}

// Empty tells whether nothing was typed: such a row is left out.
func (m MilestoneInput) Empty() bool {
	return strings.TrimSpace(m.Title) == "" && m.Due.IsZero() && !m.Done && strings.TrimSpace(m.Evidence) == ""
}

// NewGoalInput shows a goal in the editor.
func NewGoalInput(g *core.Goal, owner core.ID, w *locale.Words) GoalInput {
	in := GoalInput{
		Person: g.Person, Title: g.Title, Why: g.Why, Status: g.Status, Due: g.Due, Evidence: strings.Join(g.Evidence, "\n"),
		Blocked: g.Blocked, Share: g.Share, Relationships: g.Relationships, Readers: without(g.Readers.Readers, owner),
	}
	if in.Status == "" {
		in.Status = core.GoalDraft
	}
	if m := g.Measure; m != nil {
		in.Way = ByMeasure
		in.Measure = MeasureInput{m.Name, m.Unit, w.Number(m.Baseline), w.Number(m.Target), w.Number(m.Now())}
	}
	for _, m := range g.Milestones {
		in.Way = ByMilestones
		in.Milestones = append(in.Milestones, MilestoneInput{m.ID, m.Title, m.Due, !m.Done.IsZero(), m.Done, m.Evidence})
	}
	return in
}

// Write puts the input into a goal. Its error says, by field, what cannot be read; the rules of a goal are the
// planner's business.
func (in GoalInput) Write(g *core.Goal, p *planner.Places, w *locale.Words) error {
	g.Title, g.Why, g.Due, g.Share = core.CleanLine(in.Title), strings.TrimSpace(in.Why), in.Due, in.Share
	g.Blocked, g.Evidence = core.CleanLine(in.Blocked), lines(in.Evidence)
	g.Relationships, g.Readers = in.Relationships, readers(in.Readers, p.Owner)
	if g.Person.IsZero() {
		g.Person = in.Person
	}
	if g.Status != in.Status {
		g.Status, g.Closed = in.Status, core.Date{}
		if !g.Open() {
			g.Closed = p.Today
		}
	}
	return in.writeWay(g, p.Today, w)
}

func (in GoalInput) writeWay(g *core.Goal, today core.Date, w *locale.Words) error {
	old := g.Measure
	g.Measure = nil
	if in.Way != ByMilestones {
		g.Milestones = nil
	}
	switch in.Way {
	case ByMeasure:
		m, err := in.Measure.read(old, today, w)
		g.Measure = m
		return err
	case ByMilestones:
		g.Milestones = in.milestones(today)
		if len(g.Milestones) == 0 {
			return core.FailField(core.CodeRequired, "milestones.1.title")
		}
	}
	return nil
}

// milestones gives the rows in which something stands.
func (in GoalInput) milestones(today core.Date) []core.Milestone {
	var out []core.Milestone
	for _, m := range in.Milestones {
		if m.Empty() {
			continue
		}
		step := core.Milestone{ID: m.ID, Title: core.CleanLine(m.Title), Due: m.Due, Evidence: core.CleanLine(m.Evidence)}
		if m.Done {
			step.Done = m.DoneOn
			if step.Done.IsZero() {
				step.Done = today
			}
		}
		out = append(out, step)
	}
	return out
}

// read gives the measure. A figure for now that differs from the last reading becomes today's.
func (in MeasureInput) read(old *core.Measure, today core.Date, w *locale.Words) (*core.Measure, error) {
	m := &core.Measure{Name: core.CleanLine(in.Name), Unit: core.CleanLine(in.Unit)}
	if old != nil {
		m.Readings = append(m.Readings, old.Readings...)
	}
	var errs []error
	number := func(field, text string) float64 {
		v, err := w.ParseNumber(text)
		if err != nil {
			errs = append(errs, fieldError(field, text))
		}
		return v
	}
	m.Baseline, m.Target = number("measure.baseline", in.Baseline), number("measure.target", in.Target)
	if strings.TrimSpace(in.Now) != "" {
		if now := number("measure.readings", in.Now); len(errs) == 0 && now != m.Now() {
			m.Read(today, now)
		}
	}
	return m, joined(errs)
}

func fieldError(field, text string) error {
	if strings.TrimSpace(text) == "" {
		return core.FailField(core.CodeRequired, field)
	}
	return core.FailField(core.CodeBadNumber, field)
}

func goalStatuses() []core.GoalStatus {
	return []core.GoalStatus{core.GoalDraft, core.GoalAgreed, core.GoalReached, core.GoalDropped}
}

// shares lists the ways of learning of the 70-20-10 rule of thumb, and none.
func shares() []core.Share {
	return []core.Share{"", core.ShareExperience, core.ShareExposure, core.ShareEducation}
}

func shareText(s core.Share, w *locale.Words) string {
	if s == "" {
		return w.T("plans.share.none")
	}
	return w.T("plans.share." + string(s))
}

// Package relationship is the page of one relationship: plan, promises, questions and meetings at a glance.
package relationship

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Model is what the page shows, in words.
type Model struct {
	ID              core.ID
	Title, Subtitle string
	Initials, Key   string
	Phases          []Phase
	Pace            string
	Goals           []Goal
	Skills          []Skill
	Actions         []Action
	Questions       []string
	Next            core.ID // the next planned meeting; zero: none
	Meetings        []string
	Live            bool
}

// Phase is one step of the way.
type Phase struct {
	Text       string
	Done, Here bool
}

// Goal is a line of the plan.
type Goal struct {
	Title, Percent, Caption, Chip string
	Private                       bool
	Part                          float64
	Measured                      bool
}

// Skill is a bar of the plan. Marks are shares of the scale.
type Skill struct {
	Name, Text            string
	Now, Baseline, Target float64
}

// Action is a promise.
type Action struct {
	ID             core.ID
	Title, Caption string
	Done, Late     bool
}

// NewModel puts what the planner gathered into words.
func NewModel(o *planner.Overview, w *locale.Words) *Model {
	rel := o.Relationship
	m := &Model{ID: rel.ID, Title: o.Name, Key: rel.ID.String(), Initials: core.Initials(o.Name), Live: rel.Live()}
	m.Subtitle = subtitle(o, w)
	reached := false
	for _, phase := range core.Phases() {
		here := phase == rel.Phase
		m.Phases = append(m.Phases, Phase{Text: locale.Capital(w.Word(phase)), Here: here, Done: !here && !reached})
		reached = reached || here
	}
	m.Pace = w.T("rel.held", "held", o.Held, "past", o.Past)
	if days := rel.CadenceDays(); days > 0 {
		m.Pace = w.T("rel.every", "n", days, "held", o.Held, "past", o.Past)
	}
	if !o.Review.IsZero() {
		m.Pace += " · " + w.T("rel.review", "date", w.DateShort(o.Review, o.Today))
	}
	for _, g := range o.Goals {
		if g.Goal.Status != core.GoalDropped {
			m.Goals = append(m.Goals, goal(g, o, w))
		}
	}
	for _, k := range o.Skills {
		m.Skills = append(m.Skills, skill(k, w))
	}
	for _, a := range o.Actions {
		m.Actions = append(m.Actions, action(a, o, w))
	}
	for _, q := range o.Questions {
		m.Questions = append(m.Questions, w.Quote(q.Text))
	}
	m.meetings(o, w)
	return m
}

func subtitle(o *planner.Overview, w *locale.Words) string {
	rel := o.Relationship
	out := ""
	if others := rel.Others(o.Owner); len(others) == 1 && o.People[others[0]] != nil {
		p := o.People[others[0]]
		for _, s := range []string{p.JobTitle, p.Organisation} {
			if s != "" {
				out += s + " · "
			}
		}
	}
	out += w.Word(rel.Format) + ", " + w.Word(rel.Duration) + ", " + w.Word(rel.Specialisation)
	if !rel.Since.IsZero() {
		out += " · " + w.T("rel.since", "date", w.Month(rel.Since))
	}
	return out
}

func goal(row planner.GoalRow, o *planner.Overview, w *locale.Words) Goal {
	g := row.Goal
	out := Goal{Title: g.Title, Private: g.Readers.Private()}
	p, ok := g.Progress()
	if out.Measured = ok; ok {
		out.Part, out.Percent = p.Ratio(), w.Percent(p.Percent())
	}
	switch {
	case g.Measure != nil:
		out.Caption = w.T("rel.measure", "name", g.Measure.Name, "now", w.Number(p.Now), "of", w.Number(p.Target),
			"target", w.Number(p.Target), "baseline", w.Number(p.Baseline))
	case ok:
		out.Caption = w.T("rel.milestones", "n", int(p.Now), "of", int(p.Target))
		if next, any := g.NextMilestone(); any {
			out.Caption += " · " + w.T("rel.next_step", "title", next.Title)
			if !next.Due.IsZero() {
				out.Caption += ", " + w.DateShort(next.Due, o.Today)
			}
		}
	default:
		out.Caption = w.Word(g.Status)
	}
	if g.Blocked != "" {
		out.Caption += " · " + w.T("rel.blocked", "text", g.Blocked)
	}
	for _, audience := range row.Released {
		if audience == core.AudienceHR {
			out.Chip = w.T("chip.released_hr")
		}
	}
	if out.Private {
		out.Chip = w.T("chip.private")
	}
	return out
}

func skill(row planner.SkillRow, w *locale.Words) Skill {
	levels := float64(len(row.Skill.Scale))
	out := Skill{Name: row.Skill.Name, Text: w.T("report.not_assessed"), Target: float64(row.Skill.Target) / levels}
	if row.Any {
		out.Now, out.Baseline = float64(row.All.Now)/levels, float64(row.All.Baseline)/levels
		out.Text = w.T("report.skill_value", "from", row.All.Baseline, "to", row.All.Now, "of", len(row.Skill.Scale))
	}
	return out
}

func action(a *core.Action, o *planner.Overview, w *locale.Words) Action {
	out := Action{ID: a.ID, Title: a.Title, Done: !a.Open(), Late: a.DaysLate(o.Today) > 0}
	who := w.T("rel.me")
	if p := o.People[a.Owner]; a.Owner != o.Owner && p != nil {
		who = p.ShortName()
	}
	switch {
	case out.Done:
		out.Caption = w.T("rel.done", "date", w.DateShort(a.Closed, o.Today))
	case a.Due.IsZero():
		out.Caption = who
	default:
		out.Caption = w.T("rel.due", "name", who, "date", w.DateShort(a.Due, o.Today))
	}
	return out
}

// meetings lists the next ones and the last ones, latest first.
func (m *Model) meetings(o *planner.Overview, w *locale.Words) {
	if o.Next != nil {
		m.Next = o.Next.ID
	}
	for i := len(o.Meetings) - 1; i >= 0 && len(m.Meetings) < 8; i-- {
		x := o.Meetings[i]
		m.Meetings = append(m.Meetings, w.Day(x.Start.Date, o.Today)+", "+w.Span(x.Start, x.End)+" · "+w.Word(x.Status))
	}
}

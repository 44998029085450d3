package relationship

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Goal is a line of the plan.
type Goal struct {
	ID                            core.ID
	Title, Percent, Caption       string
	Chips                         []Chip
	Why, Evidence, Blocked, Owner string
	Readers                       string // who may read it
	Part                          float64
	Measured, Figure, Open        bool // Figure: by a measure, not by milestones
	Released                      bool // it is let out to somebody
	Milestones                    []Milestone
}

// Chip is a word about an item.
type Chip struct {
	Text    string
	Private bool
	Quiet   bool
}

// Milestone is a step towards a goal.
type Milestone struct {
	ID            core.ID
	Text, Caption string
	Done, Late    bool
}

// Skill is a bar of the plan. Marks are shares of the scale.
type Skill struct {
	ID                    core.ID
	Name, Text            string
	Whose, Readers        string
	Now, Baseline, Target float64
	Began                 bool // there are two levels: where it began says something
	Private               bool
	Released              bool // it is let out to somebody
	Levels                []string
	Lines                 []Line // levels over time, by side; empty before anybody gave one
	First, Last           string // the dates at the ends
	Said                  []string
}

// Line is the levels that one side gave.
type Line struct {
	Name   string
	Points []Point
}

// Point is a level on a day; At counts days.
type Point struct{ At, Level float64 }

func newGoal(row planner.GoalRow, o *planner.Overview, w *locale.Words) Goal {
	g := row.Goal
	out := Goal{
		ID: g.ID, Title: g.Title, Why: g.Why, Open: g.Open(), Figure: g.Measure != nil, Owner: name(g.Person, o, w),
		Evidence: strings.Join(g.Evidence, " · "), Readers: w.Readers(g.Readers, o.ShortNames()),
	}
	p, ok := g.Progress()
	if out.Measured = ok; ok {
		out.Part, out.Percent = p.Ratio(), w.Percent(p.Percent())
	}
	switch {
	case g.Measure != nil:
		out.Caption = w.T("rel.measure", "name", g.Measure.Name, "figure", w.FigureSince(p, g.Measure.Unit))
	case ok:
		out.Caption = w.T("rel.milestones", "n", int(p.Now), "of", int(p.Target))
		if next, any := g.NextMilestone(); any {
			text := w.T("rel.next_step", "title", next.Title)
			if !next.Due.IsZero() {
				text += ", " + w.DateShort(next.Due, o.Today)
			}
			out.Caption = join(out.Caption, text)
		}
	}
	if !g.Due.IsZero() {
		out.Caption = join(out.Caption, w.T("rel.goal_due", "date", w.DateShort(g.Due, o.Today)))
	}
	if g.Blocked != "" {
		out.Blocked = w.T("rel.blocked", "text", g.Blocked)
		out.Caption = join(out.Caption, out.Blocked)
	}
	out.chips(row, o.Today, w)
	out.Released = len(row.Released) > 0
	for _, m := range g.Milestones {
		out.Milestones = append(out.Milestones, milestone(m, o, w))
	}
	return out
}

func (g *Goal) chips(row planner.GoalRow, today core.Date, w *locale.Words) {
	if row.Goal.Readers.Private() {
		g.Chips = append(g.Chips, Chip{Text: w.PrivateChip(len(row.Released) > 0), Private: true})
	}
	for _, l := range row.Released {
		g.Chips = append(g.Chips, Chip{Text: w.LetOut(l, today)})
	}
	if row.Goal.Status != core.GoalAgreed {
		g.Chips = append(g.Chips, Chip{Text: w.Word(row.Goal.Status), Quiet: true})
	}
	if row.Goal.Share != "" {
		g.Chips = append(g.Chips, Chip{Text: w.Word(row.Goal.Share), Quiet: true})
	}
}

func milestone(m core.Milestone, o *planner.Overview, w *locale.Words) Milestone {
	out := Milestone{ID: m.ID, Text: m.Title, Done: !m.Done.IsZero(), Late: m.Done.IsZero() && !m.Due.IsZero() && m.Due.Before(o.Today)}
	switch {
	case out.Done:
		out.Caption = join(w.T("rel.done", "date", w.DateShort(m.Done, o.Today)), m.Evidence)
	case !m.Due.IsZero():
		out.Caption = w.T("rel.goal_due", "date", w.DateShort(m.Due, o.Today))
	}
	return out
}

func newSkill(row planner.SkillRow, o *planner.Overview, w *locale.Words) Skill {
	k := row.Skill
	levels := float64(len(k.Scale))
	out := Skill{
		ID: k.ID, Name: k.Name, Text: w.T("report.not_assessed"), Target: float64(k.Target) / levels, Private: k.Readers.Private(), Released: len(row.Released) > 0,
		Whose: name(k.Person, o, w), Readers: w.Readers(k.Readers, o.ShortNames()), Levels: k.Scale,
	}
	if row.Any {
		out.Now, out.Baseline = float64(row.All.Now)/levels, float64(row.All.Baseline)/levels
		out.Text, out.Began = w.Levels(row.All.Baseline, row.All.Now, len(k.Scale)), len(row.Given) > 1
	}
	out.history(row, o, w)
	return out
}

// history draws one line for each side that gave levels: the skill's owner, and the others together.
func (s *Skill) history(row planner.SkillRow, o *planner.Overview, w *locale.Words) {
	if len(row.Given) == 0 {
		return
	}
	own, other := Line{Name: locale.Capital(s.Whose)}, Line{Name: w.T("rel.other_side")}
	first := row.Given[0].On
	for _, a := range row.Given {
		p := Point{float64(a.On.DaysSince(first)), float64(a.Level)}
		if a.Said.By == row.Skill.Person {
			own.Points = append(own.Points, p)
		} else {
			other.Name = locale.Capital(name(a.Said.By, o, w))
			other.Points = append(other.Points, p)
		}
	}
	for _, line := range []Line{own, other} {
		if len(line.Points) > 0 {
			s.Lines = append(s.Lines, line)
		}
	}
	s.First, s.Last = w.DateShort(first, o.Today), w.DateShort(row.Given[len(row.Given)-1].On, o.Today)
	for i := len(row.Given) - 1; i >= 0 && len(s.Said) < 3; i-- {
		a := row.Given[i]
		anchor := ""
		if a.Level >= 1 && a.Level <= len(row.Skill.Scale) {
			anchor = row.Skill.Scale[a.Level-1]
		}
		text := w.T("rel.level", "name", locale.Capital(name(a.Said.By, o, w)), "level", a.Level, "anchor", anchor)
		if !a.Said.Own() {
			text = join(text, w.T("rel.typed_for"))
		}
		s.Said = append(s.Said, join(text, w.DateShort(a.On, o.Today)))
	}
}

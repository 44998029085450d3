package relationship

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

func (p *Page) drawPlan(m *Model) fyne.CanvasObject {
	buttons := kit.Line(8, p.button("rel.new_goal", func() { p.deps.Goal(core.ID{}) }), p.button("rel.new_skill", func() { p.deps.Skill(core.ID{}) }), kit.Spring())
	if len(m.Goals)+len(m.Skills) == 0 {
		return kit.NewCard("", "", kit.Stack(0, kit.NewEmpty(p.t("rel.tab_plan"), p.nothing("rel.no_goals"), nil), kit.Pad(0, 16, 16, 16, kit.Line(0, kit.Spring(), buttons, kit.Spring()))))
	}
	goals, skills := []fyne.CanvasObject{}, []fyne.CanvasObject{}
	shown, more := p.first("goals", len(m.Goals))
	for _, g := range m.Goals[:shown] {
		goals = append(goals, p.goalCard(g))
	}
	if more != nil {
		goals = append(goals, more)
	}
	if len(goals) == 0 {
		goals = append(goals, p.emptyCard("rel.goals", "rel.no_goals", "rel.new_goal", func() { p.deps.Goal(core.ID{}) }))
	}
	shown, more = p.first("skills", len(m.Skills))
	if shown > 0 {
		skills = append(skills, p.legend())
	}
	for _, k := range m.Skills[:shown] {
		skills = append(skills, p.skillCard(k))
	}
	if more != nil {
		skills = append(skills, more)
	}
	if len(skills) == 0 {
		skills = append(skills, p.emptyCard("rel.skills", "rel.no_skills", "rel.new_skill", func() { p.deps.Skill(core.ID{}) }))
	}
	return kit.Stack(14, buttons, kit.WideNarrow(kit.Cards(append(goals, kit.Stack(0))...), kit.Cards(append(skills, kit.Stack(0))...)))
}

func (p *Page) goalCard(g Goal) fyne.CanvasObject {
	lines := []fyne.CanvasObject{kit.Line(8, kit.Grow(kit.Chips(chips(g.Chips)...)), muted(g.Readers))}
	if g.Measured {
		lines = append(lines, kit.Line(10, kit.Grow(kit.NewBar(g.Part)), kit.NewLine(g.Percent, kit.Strong())))
	}
	if g.Caption != "" {
		lines = append(lines, muted(g.Caption))
	}
	if g.Why != "" {
		lines = append(lines, kit.NewText(g.Why, kit.Body()))
	}
	var rows []*kit.Row
	for _, step := range g.Milestones {
		rows = append(rows, p.milestoneRow(g, step))
	}
	if len(rows) > 0 {
		lines = append(lines, kit.Rows(rows...))
	}
	if g.Evidence != "" {
		lines = append(lines, muted(p.t("rel.evidence", "text", g.Evidence)))
	}
	buttons := []fyne.CanvasObject{p.button("rel.edit", func() { p.deps.Goal(g.ID) })}
	if g.Figure {
		buttons = append(buttons, p.button("rel.measure_now", func() { p.deps.Measure(g.ID, g.Title) }))
	}
	buttons = append(buttons, p.button(words.ReleaseKey(g.Released), func() { p.deps.Release(core.Ref{Kind: core.KindGoal, ID: g.ID}) }))
	more := kit.NewIconButton("more", kit.Tip{Text: p.t("shell.more")}, nil)
	more.OnTap(func() { kit.ShowMenuUnder(more, p.goalMenu(g)) })
	lines = append(lines, kit.Line(8, append(buttons, more, kit.Spring())...))
	return kit.NewCard(g.Title, g.Owner, kit.Stack(8, lines...)).OnMenu(p.menuAt(func() []kit.MenuEntry { return p.goalMenu(g) }))
}

func (p *Page) milestoneRow(g Goal, step Milestone) *kit.Row {
	color, text := kit.ColorMuted, kit.Body()
	if step.Late {
		color = kit.ColorDanger
	}
	if step.Done {
		text = kit.Muted()
	}
	content := []fyne.CanvasObject{kit.NewText(step.Text, text)}
	if step.Caption != "" {
		content = append(content, kit.NewText(step.Caption, kit.CaptionIn(color)))
	}
	return kit.NewRow(kit.RowSpec{
		Leading: kit.NewCheckBox("", step.Done, func(on bool) { p.deps.Reach(g.ID, step.ID, on) }).Writes(), Content: kit.Stack(0, content...),
		Tap:  func() { p.deps.Evidence(g.ID, step.ID) },
		Menu: p.menuAt(func() []kit.MenuEntry { return p.milestoneMenu(g, step) }),
	})
}

// milestoneMenu is what can be done with a milestone.
func (p *Page) milestoneMenu(g Goal, step Milestone) []kit.MenuEntry {
	done := kit.MenuEntry{Text: p.t("rel.step_done"), Run: func() { p.deps.Reach(g.ID, step.ID, true) }}
	if step.Done {
		done = kit.MenuEntry{Text: p.t("rel.step_open"), Run: func() { p.deps.Reach(g.ID, step.ID, false) }}
	}
	return []kit.MenuEntry{
		done,
		{Text: p.t("rel.step_evidence"), Run: func() { p.deps.Evidence(g.ID, step.ID) }},
		{Text: p.t("rel.edit_goal"), Run: func() { p.deps.Goal(g.ID) }},
	}
}

func (p *Page) skillCard(k Skill) fyne.CanvasObject {
	lines := []fyne.CanvasObject{kit.Line(10, kit.Grow(skillBar(k)), muted(k.Text)), muted(k.Readers)}
	if chart := p.skillChart(k); chart != nil {
		lines = append(lines, chart)
	}
	for _, said := range k.Said {
		lines = append(lines, muted(said))
	}
	lines = append(lines, kit.Line(8, p.button("rel.rate", func() { p.deps.Rate(k.ID) }), p.button("rel.edit", func() { p.deps.Skill(k.ID) }),
		p.button(words.ReleaseKey(k.Released), func() { p.deps.Release(core.Ref{Kind: core.KindSkill, ID: k.ID}) }), kit.Spring()))
	if k.Private {
		return kit.NewPrivateBox(k.Name, p.t("chip.private"), kit.Stack(8, lines...))
	}
	return kit.NewCard(k.Name, k.Whose, kit.Stack(8, lines...))
}

// chartWidth is the width that the charts of skills are set for, in units.
const chartWidth = 360

// skillChart draws the levels that both sides gave over time; nil for fewer than two.
func (p *Page) skillChart(k Skill) fyne.CanvasObject {
	n, last := 0, 0.0
	for _, line := range k.Lines {
		n += len(line.Points)
		last = max(last, line.Points[len(line.Points)-1].At)
	}
	if n < 2 || last == 0 {
		return nil
	}
	chart := draw.LineChart{Height: 110, XTicks: []draw.Tick{{At: 0, Label: k.First}, {At: last, Label: k.Last}}}
	for i := range k.Levels {
		chart.YTicks = append(chart.YTicks, draw.Tick{At: float64(i + 1), Label: p.deps.Words().Number(float64(i + 1))})
	}
	for _, line := range k.Lines {
		s := draw.Series{Name: line.Name}
		for _, point := range line.Points {
			s.Points = append(s.Points, draw.Point{X: point.At, Y: point.Level})
		}
		chart.Series = append(chart.Series, s)
	}
	f := draw.NewFlow(draw.Strip(chartWidth, 12))
	f.LineChart(chart)
	return kit.NewFigure(p.deps.Fonts(), f.Figure())
}

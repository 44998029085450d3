package relationship

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

func (p *Page) drawOverview(m *Model) fyne.CanvasObject {
	wide := []fyne.CanvasObject{p.wayCard(m), p.goalsCard(m), p.skillsCard(m)}
	return p.below(m, kit.WideNarrow(kit.Cards(wide...), kit.Cards(p.actionsCard(m), p.questionsCard(m), p.soonCard(m))))
}

func (p *Page) wayCard(m *Model) fyne.CanvasObject {
	var way []fyne.CanvasObject
	for i, phase := range m.Phases {
		if i > 0 {
			way = append(way, kit.NewLine("—", kit.Muted()))
		}
		kind := kit.Neutral
		if phase.Done || phase.Here {
			kind = kit.Accent
		}
		chip := kit.NewChip(phase.Text, kind)
		if phase.Here {
			chip.Outlined()
		}
		way = append(way, chip)
	}
	lines := []fyne.CanvasObject{kit.Chips(way...)}
	if m.Pace != "" {
		lines = append(lines, muted(m.Pace))
	}
	if m.Leaving != "" {
		lines = append(lines, muted(m.Leaving))
	}
	if m.Purpose != "" {
		lines = append(lines, kit.NewText(m.Purpose, kit.Body()))
	}
	return kit.NewCard("", "", kit.Stack(8, lines...))
}

func chips(list []Chip) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range list {
		kind := kit.Accent
		switch {
		case c.Private:
			kind = kit.Alarm
		case c.Quiet:
			kind = kit.Neutral
		}
		out = append(out, kit.NewChip(c.Text, kind))
	}
	return out
}

func (p *Page) goalsCard(m *Model) fyne.CanvasObject {
	if len(m.Goals) == 0 {
		return p.emptyCard("rel.goals", "rel.no_goals", "rel.new_goal", func() { p.deps.Goal(core.ID{}) })
	}
	list := p.rows("goals", len(m.Goals), func(i int) *kit.Row { return p.goalRow(m.Goals[i]) })
	return kit.NewCard(p.t("rel.goals"), m.GoalsCaption, p.oneMore(list, "rel.new_goal", func() { p.deps.Goal(core.ID{}) }))
}

func (p *Page) goalRow(g Goal) *kit.Row {
	head := append([]fyne.CanvasObject{kit.NewText(g.Title, kit.Strong())}, chips(g.Chips)...)
	content := []fyne.CanvasObject{kit.Chips(head...)}
	if g.Measured {
		content = append(content, kit.NewBar(g.Part))
	}
	content = append(content, muted(join(g.Caption, g.Readers)))
	return kit.NewRow(kit.RowSpec{
		Content: kit.Stack(6, content...), Trailing: kit.NewLine(g.Percent, kit.Strong()),
		Tap: func() { p.deps.Goal(g.ID) }, Menu: p.menuAt(func() []kit.MenuEntry { return p.goalMenu(g) }),
	})
}

// nothing says what an empty card is for. While others look it may be empty only for them, and says no more than that.
func (p *Page) nothing(hint string) string {
	switch hint {
	case "rel.no_goals", "rel.no_skills", "rel.no_actions", "rel.no_questions", "rel.no_notes", "rel.no_runs":
		return p.deps.Words().Empty(hint, p.deps.Hidden())
	}
	return p.t(hint)
}

// emptyCard says what will stand in a card, and offers to make the first.
func (p *Page) emptyCard(title, hint, button string, do func()) fyne.CanvasObject {
	content := []fyne.CanvasObject{kit.NewText(p.nothing(hint), kit.Muted())}
	if do != nil {
		content = append(content, kit.Line(0, p.button(button, do), kit.Spring()))
	}
	return kit.NewCard(p.t(title), "", kit.Stack(10, content...))
}

// oneMore puts the button that makes one more below a list: the one of an empty card does not go with the first.
func (p *Page) oneMore(list fyne.CanvasObject, button string, do func()) fyne.CanvasObject {
	if do == nil {
		return list
	}
	return kit.Stack(8, list, kit.Line(0, kit.NewButton(p.t(button), kit.Plain, do).Writes(), kit.Spring()))
}

func (p *Page) skillsCard(m *Model) fyne.CanvasObject {
	if len(m.Skills) == 0 {
		return p.emptyCard("rel.skills", "rel.no_skills", "rel.new_skill", func() { p.deps.Skill(core.ID{}) })
	}
	cells := []kit.Cell{{Weight: 1}, {Weight: 2}, {Width: 84}}
	list := p.rows("skills", len(m.Skills), func(i int) *kit.Row {
		k := m.Skills[i]
		var name fyne.CanvasObject = kit.NewText(k.Name, kit.Body())
		if k.Private {
			name = kit.Chips(name, kit.NewChip(p.t("chip.private"), kit.Alarm))
		}
		return kit.NewRow(kit.RowSpec{
			Content: kit.Cells(12, cells, kit.Stack(0, name, muted(k.Readers)), skillBar(k), muted(k.Text)),
			Tap:     func() { p.deps.Rate(k.ID) }, Menu: p.menuAt(func() []kit.MenuEntry { return p.skillMenu(k) }),
		})
	})
	return kit.NewCardWith(p.t("rel.skills"), p.legend(), p.oneMore(list, "rel.new_skill", func() { p.deps.Skill(core.ID{}) }))
}

func skillBar(k Skill) fyne.CanvasObject {
	var marks []kit.Mark
	if k.Began {
		marks = append(marks, kit.Mark{At: k.Baseline, Color: kit.ColorText})
	}
	if k.Target > 0 {
		marks = append(marks, kit.Mark{At: k.Target, Color: kit.ColorTarget})
	}
	return kit.NewBar(k.Now).WithMarks(marks...)
}

// legend says what the marks on the bars mean.
func (p *Page) legend() fyne.CanvasObject {
	return kit.BarLegend(p.t("rel.baseline"), p.t("rel.now"), p.t("rel.target"))
}

func (p *Page) actionsCard(m *Model) fyne.CanvasObject {
	if len(m.Actions) == 0 {
		return p.emptyCard("rel.actions", "rel.no_actions", "rel.new_action", p.deps.NewAction)
	}
	open := 0
	for _, a := range m.Actions {
		if !a.Done {
			open++
		}
	}
	list := p.rows("actions", len(m.Actions), func(i int) *kit.Row { return p.actionRow(m.Actions[i]) })
	return kit.NewCard(p.t("rel.actions"), p.deps.Words().Number(float64(open)), p.oneMore(list, "rel.new_action", p.deps.NewAction))
}

func (p *Page) actionRow(a Action) *kit.Row {
	color, title := kit.ColorMuted, kit.Body()
	if a.Late {
		color = kit.ColorDanger
	}
	if a.Done {
		title = kit.Muted()
	}
	return kit.NewRow(kit.RowSpec{
		Leading: kit.NewCheckBox("", a.Done, func(on bool) { p.deps.Tick(a.ID, on) }).Writes(),
		Content: kit.Stack(0, kit.NewText(a.Title, title), kit.NewText(a.Caption, kit.CaptionIn(color))),
		Tap:     func() { p.deps.Action(a.ID) },
		Menu:    p.menuAt(func() []kit.MenuEntry { return p.deps.ActionMenu(a.ID) }),
	})
}

func (p *Page) questionsCard(m *Model) fyne.CanvasObject {
	if len(m.Questions) == 0 {
		return p.emptyCard("rel.questions", "rel.no_questions", "rel.new_question", p.deps.NewQuestion)
	}
	var all []fyne.CanvasObject
	shown, more := p.first("questions", len(m.Questions))
	for i, q := range m.Questions[:shown] {
		if i > 0 {
			all = append(all, kit.Hairline())
		}
		all = append(all, p.questionBox(m, q))
	}
	if more != nil {
		all = append(all, more)
	}
	return kit.NewCard(p.t("rel.questions"), p.deps.Words().Number(float64(len(m.Questions))), p.oneMore(kit.Stack(10, all...), "rel.new_question", p.deps.NewQuestion))
}

func (p *Page) questionBox(m *Model, q Question) fyne.CanvasObject {
	place := p.button("rel.to_agenda", func() { p.deps.Place(q.ID, m.Next) })
	place.SetTip(kit.Tip{Text: m.NextText})
	if m.Next.IsZero() {
		place.SetTip(kit.Tip{Text: p.t("rel.no_next")})
		place.Disable()
	}
	edit := kit.NewIconButton("edit", kit.Tip{Text: p.t("rel.question_edit")}, func() { p.deps.Question(q.ID) }).Writes()
	drop := kit.NewIconButton("trash", kit.Tip{Text: p.t("rel.drop_question")}, func() { p.deps.DropQuestion(q.ID) }).Writes()
	text := []fyne.CanvasObject{kit.NewText(q.Text, kit.Body()), muted(q.Caption)}
	if q.Private {
		text[1] = kit.Chips(muted(q.Caption), kit.NewChip(p.t("chip.private"), kit.Alarm))
	}
	text = append(text, kit.Line(8, place, p.button("rel.answer", func() { p.deps.Answer(q.ID, q.Text) }), kit.Spring(), edit, drop))
	return kit.Stack(6, text...)
}

// soonCard shows the next meetings and the last.
func (p *Page) soonCard(m *Model) fyne.CanvasObject {
	var rows []*kit.Row
	past := 0
	for _, x := range m.Meetings {
		if !x.Future {
			past++
		}
		if past > 3 || len(rows) == 6 {
			break
		}
		rows = append(rows, p.meetingRow(x))
	}
	if len(rows) == 0 {
		return p.emptyCard("rel.meetings", "rel.no_meetings", "rel.plan", func() { p.deps.Plan(m) })
	}
	return kit.NewCard(p.t("rel.meetings"), "", kit.Rows(rows...))
}

func (p *Page) meetingRow(x Meeting) *kit.Row {
	kinds := map[MeetingKind]kit.Kind{Coming: kit.Info, Held: kit.Accent, Missed: kit.Warn, Unclosed: kit.Warn, Off: kit.Neutral}
	lines := []fyne.CanvasObject{kit.NewText(x.When, kit.Body())}
	if x.What != "" {
		lines = append(lines, muted(x.What))
	}
	spec := kit.RowSpec{Content: kit.Stack(0, lines...), Trailing: kit.NewChip(x.Status, kinds[x.Kind])}
	if p.deps.Meeting != nil {
		spec.Tap = func() { p.deps.Meeting(x.ID) }
		spec.Menu = p.menuAt(func() []kit.MenuEntry { return p.deps.MeetingMenu(x) })
	}
	return kit.NewRow(spec)
}

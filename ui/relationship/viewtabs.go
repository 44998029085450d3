package relationship

import (
	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/words"
)

func (p *Page) drawMeetings(m *Model) fyne.CanvasObject {
	var coming, past []Meeting
	found := Found(m.Meetings, p.sought)
	for _, x := range found {
		if x.Future {
			coming = append(coming, x)
		} else {
			past = append(past, x)
		}
	}
	list := func(name string, all []Meeting) fyne.CanvasObject {
		return p.rows(name, len(all), func(i int) *kit.Row { return p.meetingRow(all[i]) })
	}
	plan := func() { p.deps.Plan(m) }
	if len(m.Meetings) == 0 {
		return kit.NewCard("", "", kit.NewEmpty(p.t("rel.tab_meetings"), p.t("rel.no_meetings"), p.button("rel.plan", plan)))
	}
	p.find.SetWords(p.t("rel.find_hint"), kit.FindKeys)
	cards := []fyne.CanvasObject{kit.Line(0, kit.Width(280, p.find), kit.Spring())}
	if len(found) == 0 {
		cards = append(cards, kit.NewCard("", "", p.noneFound()))
	}
	if len(coming) > 0 {
		cards = append(cards, kit.NewCard(p.t("rel.coming"), p.deps.Words().Number(float64(len(coming))), list("coming", coming)))
	} else if m.Live && p.sought == "" {
		cards = append(cards, p.emptyCard("rel.coming", "rel.none_coming", "rel.plan", plan))
	}
	if len(past) > 0 {
		cards = append(cards, kit.NewCard(p.t("rel.past"), m.Pace, list("past", past)))
	}
	return kit.Cards(cards...)
}

func (p *Page) drawNotes(notes []Note) fyne.CanvasObject {
	add := p.button("rel.add_note", func() { p.deps.Note(nil, p.overview) })
	if len(notes) == 0 {
		return kit.NewCard("", "", kit.NewEmpty(p.t("rel.tab_notes"), p.nothing("rel.no_notes"), add))
	}
	cards := []fyne.CanvasObject{kit.Line(0, add, kit.Spring())}
	shown, more := p.first("notes", len(notes))
	for _, n := range notes[:shown] {
		edit := kit.NewButton(p.t("rel.edit_note"), kit.Quiet, func() { p.deps.Note(n.Record, p.overview) }).Writes()
		drop := kit.NewIconButton("trash", kit.Tip{Text: p.t("rel.drop_note")}, func() { p.deps.DropNote(n.Record.ID) }).Writes()
		content := kit.Stack(8, kit.NewNote(n.Record.Text, p.t("rel.more_text")), kit.Line(8, kit.Grow(muted(n.Caption)), edit, drop))
		if n.Private {
			cards = append(cards, kit.NewPrivateBox(n.About, p.t("chip.private"), content))
		} else {
			cards = append(cards, kit.NewCard(n.About, "", content))
		}
	}
	if more != nil {
		cards = append(cards, more)
	}
	return kit.Cards(append(cards, kit.Stack(0))...)
}

func (p *Page) drawLog(steps []Step, more bool) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	cells := []kit.Cell{{Width: 150}, {Width: 52}, {}}
	for _, s := range steps {
		rows = append(rows, kit.Cells(12, cells, kit.NewText(s.Day, kit.Strong()), muted(s.Time), kit.NewText(s.Text, kit.Body())))
	}
	content := kit.Stack(8, rows...)
	switch {
	case more:
		content.Add(kit.Line(0, p.button("rel.log_more", func() {
			p.steps += logPage
			p.fill()
		}), kit.Spring()))
	case len(steps) == 0:
		content.Add(kit.NewText(p.t("rel.no_log"), kit.Muted()))
	}
	return kit.Cards(kit.NewCard(p.t("rel.tab_log"), "", content))
}

func (p *Page) drawAgreements(all []Agreement) fyne.CanvasObject {
	if len(all) == 0 {
		return kit.NewCard("", "", kit.NewEmpty(p.t("rel.tab_agreement"), p.t("rel.no_agreement"), p.button("rel.agree", func() { p.deps.Agree(nil) })))
	}
	var cards []fyne.CanvasObject
	for i, a := range all {
		var rows []fyne.CanvasObject
		cells := []kit.Cell{{Width: 170}, {}}
		for _, t := range a.Parts {
			rows = append(rows, kit.CellsTop(12, cells, muted(t.Label), kit.NewText(t.Text, kit.Body())))
		}
		rows = append(rows, kit.Hairline())
		for _, s := range a.Signatures {
			rows = append(rows, p.signatureRow(a, s, i == 0))
		}
		if i == 0 {
			rows = append(rows, kit.Line(0, p.button("rel.agree_again", func() { p.deps.Agree(a.Record) }), kit.Spring()))
		}
		cards = append(cards, kit.NewCard(a.Title, "", kit.Stack(8, rows...)))
	}
	return kit.Cards(append(cards, kit.Stack(0))...)
}

func (p *Page) signatureRow(a Agreement, s Signature, present bool) fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.NewText(s.Name, kit.Strong()), kit.Grow(muted(s.Text))}
	if present && !s.Signed {
		parts = append(parts, p.button("rel.sign", func() { p.deps.Sign(a.Record, s.Person, s.Name) }))
	}
	return kit.Line(12, parts...)
}

func (p *Page) drawRuns(runs []Run) fyne.CanvasObject {
	if len(runs) == 0 {
		return kit.NewCard("", "", kit.NewEmpty(p.t("rel.tab_checklists"), p.nothing("rel.no_runs"), p.button("rel.start_run", p.deps.StartRun)))
	}
	cards := []fyne.CanvasObject{kit.Line(0, p.button("rel.start_run", p.deps.StartRun), kit.Spring())}
	shown, more := p.first("runs", len(runs))
	for _, r := range runs[:shown] {
		cards = append(cards, p.runCard(r))
	}
	if more != nil {
		cards = append(cards, more)
	}
	return kit.Cards(append(cards, kit.Stack(0))...)
}

func (p *Page) runCard(r Run) fyne.CanvasObject {
	var rows []*kit.Row
	for _, item := range r.Items {
		color, text := kit.ColorMuted, kit.Body()
		if item.Late {
			color = kit.ColorDanger
		}
		tick := p.t("rel.action_done")
		if item.Done {
			text, tick = kit.Muted(), p.t("plans.menu.reopen")
		}
		rows = append(rows, kit.NewRow(kit.RowSpec{
			Leading: kit.NewCheckBox("", item.Done, func(on bool) { p.deps.TickItem(r.ID, item.ID, on) }).Writes(),
			Content: kit.Stack(0, kit.NewText(item.Text, text), kit.NewText(item.Caption, kit.CaptionIn(color))),
			Tap:     func() { p.deps.TickItem(r.ID, item.ID, !item.Done) }, Tick: tick,
			Menu: p.menuAt(func() []kit.MenuEntry { return p.deps.ItemMenu(r.ID, item.ID) }),
		}))
	}
	more := kit.NewIconButton("more", kit.Tip{Text: p.t("shell.more")}, nil)
	more.OnTap(func() { kit.ShowMenuUnder(more, p.deps.RunMenu(r.ID)) })
	right := []fyne.CanvasObject{muted(r.Percent), more}
	if r.Private {
		right = append([]fyne.CanvasObject{kit.NewChip(p.t("chip.private"), kit.Alarm)}, right...)
	}
	return kit.NewCardWith(r.Title, kit.Line(8, right...), kit.Stack(8, kit.NewBar(r.Part), muted(r.Caption), kit.Rows(rows...))).OnMenu(p.menuAt(func() []kit.MenuEntry { return p.deps.RunMenu(r.ID) }))
}

// goalMenu is what can be done with a goal.
func (p *Page) goalMenu(g Goal) []kit.MenuEntry {
	return p.deps.GoalMenu(g)
}

// skillMenu is what can be done with a skill.
func (p *Page) skillMenu(k Skill) []kit.MenuEntry {
	return []kit.MenuEntry{
		{Text: p.t("rel.rate"), Run: func() { p.deps.Rate(k.ID) }},
		{Text: p.t("rel.edit"), Run: func() { p.deps.Skill(k.ID) }},
		{Text: p.t(words.ReleaseKey(k.Released)), Run: func() { p.deps.Release(core.Ref{Kind: core.KindSkill, ID: k.ID}) }},
	}
}

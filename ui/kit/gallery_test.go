package kit

import (
	"testing"

	"fyne.io/fyne/v2"
)

// The gallery draws every widget, light and dark, wide and narrow. With KIT_GALLERY set to a folder the
// pictures are written there to be looked at; without, it still proves that everything draws.
func TestGallery(t *testing.T) {
	for name, look := range map[string]Look{
		"light":   {Mode: Light},
		"dark":    {Mode: Dark},
		"compact": {Mode: Light, Density: Compact},
		"large":   {Mode: Light, Scale: 1.5},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, look, fyne.NewSize(1072, 760), NewText("", Body()))
			b.setContent(Pad(18, 20, 18, 20, todayLike()))
			b.shot("today-" + name)
			b.setContent(Pad(0, 20, 18, 20, relationshipLike()))
			b.shot("relationship-" + name)
		})
	}
}

func (b *bench) setContent(o fyne.CanvasObject) {
	b.stage.content = o
	b.window.SetContent(b.stage)
	size := b.window.Canvas().Size()
	b.stage = &stage{content: o, floats: NewFloats(b.clock.after)}
	b.stage.ExtendBaseWidget(b.stage)
	b.window.SetContent(b.stage)
	b.window.Resize(size)
}

func todayLike() fyne.CanvasObject {
	next := NewCard("Next: Amina Yusuf", "in 40 min · 14:00–14:45 · her time 17:00 (Nairobi)", Stack(14,
		Columns(300, []float32{370, 210},
			Stack(6, NewText("Agenda, 4 of 45 min unallocated", Muted()),
				Stack(0,
					Flow(4, 0, NewText("1. Promotion case: which evidence is missing?", Body()), NewChip("Amina", Info)),
					Flow(4, 0, NewText("2. Tried: delegating the on-call rota", Body()), NewChip("advice → result", Accent)),
					Flow(4, 0, NewText("3. Practice run of the architecture talk", Body()), NewChip("carried over", Neutral)),
				)),
			Stack(6, NewText("Since last time (12 Nov)", Muted()),
				NewText("3 of 4 actions done\n1 question in the inbox\n“Write the promotion doc” is 2 days late", Body())),
		),
		Line(8, NewButton("Open meeting", Primary, nil), NewButton("Copy link", Plain, nil), NewButton("Send agenda", Plain, nil),
			Spring(), NewButton("Reschedule…", Plain, nil)),
	))
	week := NewCard("This week", "Week 48", Rows(
		person("ИП", "Иван Петров", "", "Today 18:00–18:45 · invitation not answered", NewChip("no reply", Warn)),
		person("LC", "Leadership circle", "5 mentees", "Wed 10:00–11:30 · repeats every second Wednesday", NewChip("4 accepted", Accent)),
		person("CW", "Chen Wei ⇄ me", "reverse mentoring", "Thu 09:30–10:00 · clashes with “Board review”", NewChip("clash", Alarm)),
		person("SO", "Sara Okafor", "", "Fri 15:00–15:45", NewChip("agenda empty", Neutral)),
	))
	needs := NewCard("Needs you", "", Rows(
		NewRow(RowSpec{Leading: NewChip("2 d late", Alarm), Content: NewText("Introduce Amina to R. Meyer", Body()), Trailing: NewCheckBox("", false, nil)}),
		NewRow(RowSpec{Leading: NewChip("quiet 31 d", Warn), Content: NewText("No contact with Tomasz — agreed every 2 weeks", Body())}),
		NewRow(RowSpec{Leading: NewChip("report", Info), Content: NewText("Q4 report for HR: Ivan has released 6 of 8 items", Body())}),
	))
	capture := NewCard("Capture", "last meeting: Sara, Fri", Stack(8,
		NewText("Held 45 min · helped with…", Muted()),
		Chips(NewToggle("Knowledge", true, nil), NewToggle("Support", false, nil), NewToggle("Guidance", true, nil),
			NewToggle("Development", false, nil), NewToggle("Connections", false, nil)),
	))
	hours := NewCard("My hours in November", "limit 24 h", Stack(6,
		NewBar(0.71).Thick(),
		NewRuns(Run{"17 h used · 5 h planned · room for one more mentee: ", Caption()}, Run{"no", Style{Size: SizeCaption, Color: ColorMuted, Bold: true}}, Run{" — why?", Caption()}),
		Rows(hour("Amina", "5.2 h", .6), hour("Circle", "4.5 h", .5), hour("Иван", "3.0 h", .35)),
	))
	left := StackGrow(12, -1, Stack(0, NewText("Monday, 23 November", Heading()), NewText("2 meetings today · 3 things need you · 5 h 30 of 8 h planned this week", Muted())),
		Cards(next, week))
	return WideNarrow(left, Cards(needs, capture, hours))
}

func hour(name, hours string, share float64) *Row {
	return NewRow(RowSpec{Content: NewLine(name, Body()), Trailing: Line(8, NewBar(share), NewLine(hours, Caption()))})
}

func person(initials, name, aside, caption string, chip fyne.CanvasObject) *Row {
	return NewRow(RowSpec{
		Leading: NewAvatar(initials, name),
		Content: TwoLines(NewRuns(Run{name, Strong()}, Run{" " + aside, Caption()}).Limit(1), NewText(caption, Caption())), Trailing: chip,
		Tap: func() {},
	})
}

func relationshipLike() fyne.CanvasObject {
	goal := func(title, released string, kind Kind, share float64, percent, caption string) *Row {
		return NewRow(RowSpec{Content: Stack(7,
			Line(8, NewLine(title, Strong()), NewChip(released, kind), Spring(), NewLine(percent, Strong())),
			Pad(0, 54, 0, 0, NewBar(share)), NewText(caption, Caption()))})
	}
	skill := func(name string, now, base, target float64, text string) *Row {
		return NewRow(RowSpec{
			Leading: NewLine(name, Body()),
			Content: NewBar(now).WithMarks(Baseline(base), Target(target)), Trailing: NewLine(text, Caption()),
		})
	}
	left := Cards(
		NewCard("", "", Line(6, NewChip("Initiation ✓", Accent), NewLine("—", Muted()), NewChip("Cultivation · month 8", Accent).Outlined(),
			NewLine("—", Muted()), NewChip("Separation", Neutral), NewLine("—", Muted()), NewChip("Redefinition", Neutral),
			NewText("Every 2 weeks · 14 of 15 held · next review 1 Dec", Caption()))),
		NewCard("Goals", "3 agreed · 1 draft", Rows(
			goal("Reach staff engineer by June 2027", "Released to HR", Accent, .57, "57%", "4 of 7 milestones · next: calibration packet, 5 Dec"),
			goal("Give two external talks", "Released to HR", Accent, .5, "50%", "Talks given: 1 of 2 · baseline 0 · evidence: conference video"),
			goal("Delegate on-call leadership", "Private", Alarm, .2, "20%", "1 of 5 steps · experience · blocked: waiting for a second lead"))),
		NewCard("Skills", "baseline · now · target", Rows(
			skill("System design", .72, .4, .8, "2 → 3 of 4"), skill("Influence", .52, .3, .8, "1 → 2 of 4"),
			skill("Public speaking", .6, .2, .7, "1 → 3 of 3"), skill("Delegation", .3, .2, .6, "1 → 1 of 3"))),
	)
	action := func(title, caption string, late, done bool) *Row {
		c, s := Caption(), Body()
		if late {
			c = CaptionIn(ColorDanger)
		}
		if done {
			s = Muted()
		}
		return NewRow(RowSpec{Leading: NewCheckBox("", done, nil), Content: TwoLines(NewText(title, s), NewText(caption, c))})
	}
	right := Cards(
		NewCard("Open actions", "5", Rows(action("Introduce to R. Meyer", "me · due 21 Nov", true, false), action("Write the promotion document", "Amina · due 21 Nov", true, false),
			action("Shadow the design review", "Amina · due 27 Nov", false, false), action("Send talk outline", "done 18 Nov", false, true))),
		NewCard("Question inbox", "1", Stack(8, NewText("“How do I say no to the second project without burning the bridge?”", Body()),
			Line(8, NewButton("Add to agenda", Plain, nil), NewButton("Answer now", Plain, nil)))),
		NewPrivateBox("Private notes", "only you — in no report", NewText("She underplays her own part again. Ask about the review with K. next time, gently.", Body())),
	)
	tabs := NewTabs([]string{"Overview", "Meetings", "Plan", "Checklists", "Feedback", "Log", "Agreement"}, 0, nil)
	return StackGrow(18, 1, tabs, WideNarrow(left, right))
}

package sample

import "mentorbook/core"

// steps makes milestones due a month apart, the first done of them done; the last done lies some days back.
func (b *builder) steps(done, firstDue int, titles ...string) []core.Milestone {
	var out []core.Milestone
	for i, title := range titles {
		m := core.Milestone{ID: b.ids.at(b.at(b.day(-200), 9)), Title: title, Due: b.workday(firstDue + 30*i)}
		if i < done {
			m.Done = b.day(min(firstDue+30*i, -4*(done-i)))
		}
		out = append(out, m)
	}
	return out
}

func (b *builder) goal(rel *core.Relationship, g core.Goal) *core.Goal {
	goal := g
	if rel != nil {
		goal.Relationships = []core.ID{rel.ID}
	}
	if goal.Status == "" {
		goal.Status = core.GoalAgreed
	}
	if goal.Status == core.GoalReached {
		goal.Closed = b.day(-15)
	}
	return made(b, b.day(-190), &goal)
}

// measure makes a measure with readings spread over the past months.
func (b *builder) measure(name string, baseline, target float64, readings ...float64) *core.Measure {
	m := &core.Measure{Name: name, Baseline: baseline, Target: target}
	for i, v := range readings {
		m.Read(b.day(-30*(len(readings)-i)+18), v)
	}
	return m
}

// release notes that somebody let an item out for HR, in words.
func (b *builder) release(rec core.Record, person core.ID, days int, words string) {
	d := b.day(days)
	made(b, d, &core.Release{Item: core.RefOf(rec), Person: person, Audience: core.AudienceHR, Said: b.said(person, d, words), On: d})
}

// skill lays down a skill and how it was assessed: by the person, as they told it, and by the owner.
func (b *builder) skill(rel *core.Relationship, person core.ID, name string, scale []string, target int, self, other []int) *core.Skill {
	k := made(b, b.day(-180), &core.Skill{Person: person, Name: name, Scale: scale, Target: target, Readers: b.with(person)})
	if rel != nil {
		k.Relationships = []core.ID{rel.ID}
	}
	for side, levels := range [][]int{self, other} {
		by, words := person, "In our meeting"
		if side == 1 {
			by, words = b.owner, ""
		}
		if person == b.owner {
			words = ""
		}
		for i, level := range levels {
			d := b.day(-170 + i*75)
			made(b, d, &core.Assessment{Skill: k.ID, Level: level, On: d, Said: b.said(by, d, words), Readers: b.with(person)})
		}
	}
	return k
}

func englishScale() []string {
	return []string{"Watches others do it", "Does it with help", "Does it alone", "Teaches it"}
}

func russianScale() []string {
	return []string{"Смотрит, как делают другие", "Делает с помощью", "Делает сам", "Учит других"}
}

func (b *builder) aminaPlan(am *core.Person, rel *core.Relationship) {
	staff := b.goal(rel, core.Goal{
		Person: am.ID, Title: "Reach staff engineer by next June", Due: b.day(215), Share: core.ShareExperience, Readers: b.with(am.ID),
		Milestones: b.steps(4, -110, "Scope the role with the manager", "Lead a project across two teams", "Collect feedback from five peers",
			"Mentor a new colleague", "Calibration packet", "Panel rehearsal", "Panel"),
	})
	talks := b.goal(rel, core.Goal{
		Person: am.ID, Title: "Give two external talks", Due: b.day(120), Share: core.ShareExposure, Readers: b.with(am.ID),
		Measure: b.measure("Talks given", 0, 2, 0, 1), Evidence: []string{"Conference video"},
	})
	b.goal(rel, core.Goal{
		Person: am.ID, Title: "Delegate on-call leadership", Due: b.day(60), Share: core.ShareExperience, Blocked: "waiting for a second lead",
		Milestones: b.steps(1, -40, "Write down what I decide alone", "Name a deputy", "Two weeks without me", "Hand over the rota", "Review"),
	})
	b.goal(rel, core.Goal{Person: am.ID, Title: "Read two books on writing", Status: core.GoalDraft, Share: core.ShareEducation, Readers: b.with(am.ID)})
	b.release(staff, am.ID, -3, "In our meeting of that day")
	b.release(talks, am.ID, -3, "In our meeting of that day")
	design := b.skill(rel, am.ID, "System design", englishScale(), 4, []int{2, 3, 3}, []int{2, 2, 3})
	influence := b.skill(rel, am.ID, "Influence", englishScale(), 4, []int{1, 1, 2}, []int{1, 2, 2})
	speaking := b.skill(rel, am.ID, "Public speaking", englishScale(), 3, []int{1, 2, 3}, []int{1, 2, 3})
	b.skill(rel, am.ID, "Delegation", englishScale(), 3, []int{1, 1, 1}, []int{1, 1})
	for _, k := range []*core.Skill{design, influence, speaking} {
		b.release(k, am.ID, -3, "In our meeting of that day")
	}
}

func (b *builder) ivanPlan(iv *core.Person, rel *core.Relationship) {
	lead := b.goal(rel, core.Goal{
		Person: iv.ID, Title: "Вести планирование без моего участия", Due: b.day(45), Share: core.ShareExperience, Readers: b.with(iv.ID),
		Milestones: b.steps(2, -60, "Провести планирование вдвоём", "Провести самостоятельно", "Собрать отзывы", "Передать заместителю"),
	})
	late := b.goal(rel, core.Goal{
		Person: iv.ID, Title: "Сократить число переносов сроков", Due: b.day(100), Readers: b.with(iv.ID),
		Measure: b.measure("Переносов в месяц", 9, 2, 8, 6, 4),
	})
	b.goal(rel, core.Goal{Person: iv.ID, Title: "Разговоры один на один с каждым", Due: b.day(10), Measure: b.measure("Человек", 0, 8, 3, 6), Readers: b.with(iv.ID)})
	b.release(lead, iv.ID, -8, "Письмом")
	b.release(late, iv.ID, -8, "Письмом")
	k := b.skill(rel, iv.ID, "Обратная связь", russianScale(), 4, []int{1, 2, 3}, []int{1, 2, 2})
	b.skill(rel, iv.ID, "Делегирование", russianScale(), 3, []int{1, 2}, []int{1, 1})
	b.release(k, iv.ID, -8, "Письмом")
}

func (b *builder) otherPlans(p map[string]*core.Person, circle, reverse, sara, dmitry *core.Relationship) {
	circleGoals := []struct{ who, title string }{
		{"arun", "A first review cycle without rewriting the texts"},
		{"mei", "Two hours a week without meetings"},
		{"elena", "Передать два проекта и не забрать обратно"},
	}
	for i, g := range circleGoals {
		b.goal(circle, core.Goal{Person: p[g.who].ID, Title: g.title, Due: b.day(30 + 20*i), Milestones: b.steps(1, -20, "Start", "Half-way", "Done"), Readers: b.with(p[g.who].ID)})
	}
	b.goal(reverse, core.Goal{Person: b.owner, Title: "Publish three short clips", Due: b.day(40), Measure: b.measure("Clips", 0, 3, 1), Readers: b.with(p["chen"].ID)})
	b.goal(sara, core.Goal{Person: p["sara"].ID, Title: "Present the quarter to the board", Due: b.day(25), Milestones: b.steps(1, -10, "Story on one page", "Rehearsal", "The day"), Readers: b.with(p["sara"].ID)})
	b.goal(dmitry, core.Goal{Person: p["dmitry"].ID, Title: "Провести совет без подсказок", Status: core.GoalReached, Milestones: b.steps(2, -90, "Репетиция", "Совет"), Readers: b.with(p["dmitry"].ID)})
	b.goal(dmitry, core.Goal{Person: p["dmitry"].ID, Title: "Собрать карту рисков", Due: b.day(55), Measure: b.measure("Направлений", 0, 12, 4, 9), Readers: b.with(p["dmitry"].ID)})
	b.goal(nil, core.Goal{Person: b.owner, Title: "Take a week off from mentoring", Due: b.day(33)})
	b.skill(sara, p["sara"].ID, "Telling a story with data", englishScale(), 3, []int{1, 2}, []int{1, 2})
	b.skill(dmitry, p["dmitry"].ID, "Переговоры", russianScale(), 4, []int{2, 3}, []int{2, 3})
}

// promise is one action: whose, what, when due and what became of it; days from today.
type promise struct {
	mine  bool
	title string
	due   int
	done  int // 0: open; otherwise the day on which it was kept
}

func (b *builder) promises(person core.ID, rel *core.Relationship, list []promise) {
	for _, p := range list {
		a := &core.Action{Title: p.title, Owner: person, Due: b.day(p.due), Relationships: []core.ID{rel.ID}, Status: core.ActionOpen, Readers: b.with(person)}
		if p.mine {
			a.Owner = b.owner
		}
		if p.done != 0 {
			a.Status, a.Closed = core.ActionDone, b.day(p.done)
		}
		made(b, b.day(min(p.due, p.done)-14), a)
	}
}

func (b *builder) questions(rel *core.Relationship, asker core.ID, texts ...string) {
	for _, text := range texts {
		made(b, b.day(-2), &core.Question{Relationship: rel.ID, Asker: asker, Text: text, Asked: b.at(b.day(-2), 10), Readers: b.with(asker)})
	}
}

func (b *builder) checklists(am *core.Person, one *core.Relationship, iv *core.Person, two *core.Relationship, sara *core.Person, three *core.Relationship) {
	start := b.template("A good start", "The first six weeks of a relationship.", -230,
		"Agree on purpose and confidentiality", "Choose a rhythm and a channel", "First goals, in the mentee's words", "Look back after four meetings")
	talk := b.template("Preparing a talk", "From the idea to the stage.", -120, "One sentence that people take home", "Outline", "Slides", "Rehearsal with a friend")
	begin := b.template("Подготовка к аттестации", "За месяц до встречи с руководителем.", -90, "Собрать примеры", "Оценить себя", "Попросить отзывы", "Написать итог")
	b.run(start, sara.ID, three, -27, 3)
	b.run(talk, am.ID, one, -35, 2)
	b.run(begin, iv.ID, two, -12, 1)
}

func (b *builder) template(title, purpose string, since int, items ...string) *core.Checklist {
	c := &core.Checklist{Title: title, Purpose: purpose}
	for i, text := range items {
		owner := core.RoleMentee
		if i == 1 {
			owner = core.RoleMentor
		}
		c.Items = append(c.Items, core.TemplateItem{ID: b.ids.at(b.at(b.day(since), 9)), Text: text, Owner: owner, After: 10 * (i + 1)})
	}
	return made(b, b.day(since), c)
}

func (b *builder) run(c *core.Checklist, person core.ID, rel *core.Relationship, since, done int) {
	next := func() core.ID { return b.ids.at(b.at(b.day(since), 9)) }
	r := c.Start(next(), person, rel, b.day(since), next)
	r.Readers = b.with(person)
	for i := range min(done, len(r.Items)) {
		r.Items[i].Done = b.day(min(since+8*(i+1), -1))
	}
	made(b, b.day(since), r)
}

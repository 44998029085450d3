package sample

import "mentorbook/core"

// mentor lays down a mentor's workspace: nine relationships across all formats, phases and durations.
func (b *builder) mentor() {
	b.start(mentorOwner())
	am := b.person(amina(), -250)
	iv := b.person(ivan(), -200)
	p := map[string]*core.Person{}
	for _, name := range []string{"chen", "sara", "tomasz", "olga", "dmitry", "lucia", "arun", "greta", "rustam", "mei", "joao", "elena", "kofi", "hanna"} {
		p[name] = b.person(others()[name], -240)
	}
	one := b.tell(b.aminaStory(am))
	two := b.tell(b.ivanStory(iv))
	circle := b.tell(b.circleStory(p))
	reverse := b.tell(b.reverseStory(p["chen"]))
	sara := b.tell(b.saraStory(p["sara"]))
	tomasz := b.tell(b.tomaszStory(p["tomasz"]))
	b.tell(b.olgaStory(p["olga"]))
	dmitry := b.tell(b.dmitryStory(p))
	lucia := b.tell(b.luciaStory(p["lucia"]))

	b.aminaPlan(am, one)
	b.ivanPlan(iv, two)
	b.otherPlans(p, circle, reverse, sara, dmitry)
	b.promises(am.ID, one, englishPromises())
	b.promises(iv.ID, two, russianPromises())
	b.promises(p["tomasz"].ID, tomasz, tomaszPromises())
	b.promises(p["dmitry"].ID, dmitry, dmitryPromises())
	b.promises(p["lucia"].ID, lucia, luciaPromises())
	b.questions(one, am.ID, "How do I say no to the second project without burning the bridge?")
	b.questions(two, iv.ID, "Как говорить с командой о переносе сроков, если решение не моё?")
	b.questions(sara, p["sara"].ID, "Which of the two offers would you take in my place?")
	b.boardReview()
	b.checklists(am, one, iv, two, p["sara"], sara)
	made(b, b.day(-20), &core.Note{
		About: core.Ref{Kind: core.KindPerson, ID: am.ID}, Author: b.owner,
		Text: "Prefers examples over frameworks. Do not schedule on Fridays after 14:00 her time.",
	})
}

// boardReview lays down a time from another calendar that a meeting has no room beside.
func (b *builder) boardReview() {
	start := b.workday(3).At(9, 15)
	made(b, b.day(-6), &core.Busy{
		Person: b.owner, Calendar: "work.ics", UID: "board-review@example.org", Title: "Board review",
		Start: start, End: start.AddMinutes(60), Zone: b.opt.Zone,
	})
}

func (b *builder) aminaStory(am *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer, Phase: core.PhaseCultivation,
			Participants: b.pair(b.owner, am.ID), Cadence: 14, Purpose: "From senior to staff engineer by next summer.",
		},
		since: -240, every: 14, last: -11, next: []int{0, 14, 28}, hour: 14, minutes: 45, link: "https://meet.example/amina",
		topics: []string{
			"Promotion case: which evidence is missing?", "Tried: delegating the on-call rota", "Practice run of the architecture talk",
			"What will you do by Friday?", "Feedback from the design review", "Saying no to the second project",
		},
		shared: []string{
			"Evidence gaps: cross-team impact, mentoring others.\n\n**Delegation** — first week went well, second week the rota slipped because nobody owned the hand-over.\n\n- ask the platform team for the incident numbers\n- draft the hand-over checklist together",
			"The talk is clear now. Cut the history, open with the outage.",
		},
		private: []string{"She underplays her own part again. Ask about the review with K. next time, gently."},
		help:    [][]core.Help{{core.HelpGuidance, core.HelpKnowledge}, {core.HelpSupport}, {core.HelpConnections, core.HelpDevelopment}},
	}
}

func (b *builder) ivanStory(iv *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecProfessional, Phase: core.PhaseCultivation,
			Participants: b.pair(b.owner, iv.ID), Purpose: "Уверенно вести группу из восьми человек.",
		},
		since: -180, every: 14, last: -13, next: []int{0, 15}, hour: 18, minutes: 45, link: "https://meet.example/ivan",
		invited: &invited{day: -6},
		topics: []string{
			"Разбор недели: что удалось", "Трудный разговор с заказчиком", "Как распределить дежурства", "Первый шаг до пятницы",
			"Обратная связь от группы", "План на квартал",
		},
		shared: []string{
			"Разговор с заказчиком прошёл спокойно. Помогло то, что цифры были заранее.\n\n- записать договорённости письмом\n- вернуться к срокам через две недели",
			"Дежурства: попробовать пары на месяц, потом решить вместе с группой.",
		},
		private: []string{"Устал. Не давить на сроки, сначала спросить про отпуск."},
		help:    [][]core.Help{{core.HelpSupport, core.HelpGuidance}, {core.HelpKnowledge}},
	}
}

func (b *builder) circleStory(p map[string]*core.Person) story {
	parts := []core.Participant{{Person: b.owner, Role: core.RoleMentor}}
	for _, name := range []string{"arun", "mei", "joao", "elena", "kofi"} {
		parts = append(parts, core.Participant{Person: p[name].ID, Role: core.RoleMentee})
	}
	return story{
		rel: core.Relationship{
			Name: "Leadership circle", Format: core.FormatGroup, Duration: core.DurationLong, Specialisation: core.SpecLeadership,
			Phase: core.PhaseCultivation, Participants: parts, Cadence: 14, Purpose: "Five new leads learn from one another's cases.",
		},
		since: -210, every: 14, next: []int{2}, hour: 10, minutes: 90, link: "https://meet.example/circle", series: new(core.Series),
		topics: []string{"Case of the week", "What we tried since last time", "Two questions to the circle", "One promise each"},
		shared: []string{"Case: a strong engineer who does not write anything down. Three experiments agreed."},
		help:   [][]core.Help{{core.HelpDevelopment}, {core.HelpSupport, core.HelpConnections}},
	}
}

func (b *builder) reverseStory(chen *core.Person) story {
	return story{
		rel: core.Relationship{
			Name: "Chen Wei ⇄ me", Format: core.FormatReverse, Duration: core.DurationShort, Specialisation: core.SpecSkill,
			Phase: core.PhaseInitiation, Participants: b.pair(chen.ID, b.owner), Purpose: "Learn how people under thirty find and judge tools.",
		},
		since: -35, every: 7, last: -5, next: []int{3, 10}, hour: 9, minutes: 30, place: "The studio's kitchen",
		invited: &invited{-5, []core.Answer{core.AnswerAccepted}},
		topics:  []string{"Show me how you searched", "What made you leave the page?", "One habit to try this week"},
		shared:  []string{"Nobody reads the second paragraph. Tried short clips instead of the guide."},
		help:    [][]core.Help{{core.HelpKnowledge}},
	}
}

func (b *builder) saraStory(sara *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationShort, Specialisation: core.SpecSkill, Phase: core.PhaseInitiation,
			Participants: b.pair(b.owner, sara.ID), Purpose: "Present numbers so that people act on them.",
		},
		since: -28, every: 7, last: -3, next: []int{4}, hour: 15, minutes: 45, link: "https://meet.example/sara",
		invited: &invited{-2, []core.Answer{core.AnswerAccepted}},
		shared:  []string{"One chart a slide; the title says what to do."},
		help:    [][]core.Help{{core.HelpKnowledge, core.HelpGuidance}},
	}
}

func (b *builder) tomaszStory(tomasz *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationOngoing, Specialisation: core.SpecStrategic, Phase: core.PhaseCultivation,
			Participants: b.pair(b.owner, tomasz.ID), Cadence: 14, Purpose: "A sounding board for a founder.",
		},
		since: -330, every: 21, last: -31, hour: 11, minutes: 60, place: "Café Pod Lipą",
		topics: []string{"Cash until spring", "Who to hire first", "The offer from the competitor"},
		shared: []string{"Hire operations first; sales can wait until March."}, private: []string{"He has not told his partner about the loan."},
		help: [][]core.Help{{core.HelpGuidance}, {core.HelpConnections}},
	}
}

func (b *builder) olgaStory(olga *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatDigital, Duration: core.DurationEpisodic, Specialisation: core.SpecProfessional, Phase: core.PhaseCultivation,
			Participants: b.pair(b.owner, olga.ID), Purpose: "Вопросы о качестве — письмами, когда они возникают.",
		},
		since: -150, every: 45, last: -40, hour: 12, minutes: 30,
		topics: []string{"Разбор отчёта о дефектах", "Как спорить с планом"},
		shared: []string{"Отправлен разбор отчёта: три замечания и один вопрос."},
		help:   [][]core.Help{{core.HelpKnowledge}},
	}
}

func (b *builder) dmitryStory(p map[string]*core.Person) story {
	return story{
		rel: core.Relationship{
			Name: "Дмитрий Орлов: три наставника", Format: core.FormatCollective, Duration: core.DurationMedium,
			Specialisation: core.SpecCareer, Phase: core.PhaseSeparation, Purpose: "Подготовка к должности директора по рискам.",
			Participants: []core.Participant{
				{Person: b.owner, Role: core.RoleMentor, Scope: "Переговоры"},
				{Person: p["dmitry"].ID, Role: core.RoleMentee},
				{Person: p["greta"].ID, Role: core.RoleMentor, Scope: "Риски"},
				{Person: p["rustam"].ID, Role: core.RoleMentor, Scope: "Команда"},
			},
		},
		since: -260, every: 28, last: -20, next: []int{8}, hour: 16, minutes: 60, link: "https://meet.example/orlov",
		topics: []string{"Итоги месяца", "Случай для разбора", "Кто помогает дальше"},
		shared: []string{"Дмитрий провёл совет без подсказок. Осталось два занятия."},
		help:   [][]core.Help{{core.HelpDevelopment, core.HelpConnections}},
	}
}

func (b *builder) luciaStory(lucia *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecLeadership, Phase: core.PhaseRedefinition,
			Participants: b.pair(b.owner, lucia.ID), Cadence: 60, Purpose: "From mentee to peer: an hour every other month.",
		},
		since: -360, every: 30, last: -24, next: []int{35}, hour: 17, minutes: 60, link: "https://meet.example/lucia",
		topics: []string{"What changed since last time", "A case from each of us"},
		shared: []string{"We agreed to meet as peers from now on."},
		help:   [][]core.Help{{core.HelpSupport}},
	}
}

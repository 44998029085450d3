package sample

import "mentorbook/core"

// mentee lays down a mentee's workspace: two mentors, one search under way, a plan of her own and questions.
func (b *builder) mentee() {
	b.start(menteeOwner())
	kofi := b.person(others()["kofi"], -200)
	elena := b.person(others()["elena"], -120)
	greta := b.person(others()["greta"], -15)
	b.person(others()["hanna"], -90)
	first := b.tell(b.kofiStory(kofi))
	second := b.tell(b.elenaStory(elena))
	search := core.Relationship{
		Name: "A mentor for public speaking", Format: core.FormatIndividual, Duration: core.DurationShort, Specialisation: core.SpecSkill,
		Phase: core.PhaseInitiation, Status: core.StatusProposed, Purpose: "Written to Greta; waiting for her answer.",
		Participants: []core.Participant{{Person: b.owner, Role: core.RoleMentee}, {Person: greta.ID, Role: core.RoleMentor, Scope: "asked"}},
	}
	made(b, b.day(-9), &search)
	b.noorPlan(kofi, first, second)
	b.promises(kofi.ID, first, []promise{
		{true, "Rewrite the retention analysis", -1, 0},
		{true, "Show the dashboard to two users", 5, 0},
		{false, "Introduce me to the data platform team", 3, 0},
		{true, "Read the two papers", -12, -12},
		{true, "Ask for a code review outside the team", -30, -29},
	})
	b.promises(elena.ID, second, []promise{
		{true, "Собрать портфолио из трёх работ", 9, 0}, {false, "Прислать примеры писем", -4, -6}, {true, "Записать пробный рассказ на три минуты", 2, 0},
	})
	b.questions(first, b.owner, "How much of the roadmap should an analyst argue about?", "Is it too early to ask for a team of my own?")
	b.questions(second, b.owner, "Как отвечать на вопрос о зарплате?")
	b.noorChecklist(first)
}

func (b *builder) kofiStory(kofi *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer, Phase: core.PhaseCultivation,
			Participants: b.pair(kofi.ID, b.owner), Cadence: 14, Purpose: "From analyst to lead of a small team.",
		},
		since: -190, every: 14, last: -10, next: []int{4, 18}, hour: 17, minutes: 45, link: "https://meet.example/kofi",
		topics:  []string{"What did I learn this fortnight?", "The retention analysis", "A decision that I avoid", "My promise until next time"},
		shared:  []string{"Start from the decision, not from the data."},
		private: []string{"I was nervous about the review and did not say so."},
	}
}

func (b *builder) elenaStory(elena *core.Person) story {
	return story{
		rel: core.Relationship{
			Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecProfessional, Phase: core.PhaseInitiation,
			Participants: b.pair(elena.ID, b.owner), Purpose: "Говорить о своей работе по-русски и уверенно.",
		},
		since: -60, every: 14, last: -6, next: []int{8}, hour: 12, minutes: 30, place: "Кофейня на набережной",
		topics: []string{"Рассказ о работе за три минуты", "Что мешало", "Что попробовать"},
		shared: []string{"Лучше начинать с вывода."},
	}
}

func (b *builder) noorPlan(kofi *core.Person, first, second *core.Relationship) {
	lead := b.goal(first, core.Goal{
		Person: b.owner, Title: "Lead the retention project", Due: b.day(80), Share: core.ShareExperience, Readers: b.with(kofi.ID),
		Milestones: b.steps(2, -50, "Find a sponsor", "Plan on one page", "First result", "Hand-over"),
	})
	b.goal(first, core.Goal{Person: b.owner, Title: "Answer requests within two days", Due: b.day(40), Measure: b.measure("Days to an answer", 6, 2, 5, 4), Readers: b.with(kofi.ID)})
	b.goal(nil, core.Goal{Person: b.owner, Title: "Decide whether I want to lead people", Status: core.GoalDraft})
	b.goal(second, core.Goal{Person: b.owner, Title: "Выступить перед отделом", Due: b.day(30), Milestones: b.steps(1, -10, "План рассказа", "Репетиция", "Выступление")})
	made(b, b.day(-5), &core.Release{Item: core.RefOf(lead), Person: b.owner, Audience: core.AudienceHR, Said: b.said(b.owner, b.day(-5), ""), On: b.day(-5)})
	for _, s := range []struct {
		name  string
		self  []int
		other []int
	}{{"Statistics", []int{2, 3}, nil}, {"Storytelling", []int{1, 2}, nil}, {"Negotiation", []int{1, 1}, nil}} {
		b.skill(first, b.owner, s.name, englishScale(), 3, s.self, s.other)
	}
}

func (b *builder) noorChecklist(rel *core.Relationship) {
	c := b.template("Before every meeting", "Fifteen minutes, the evening before.", -150, "What has changed?", "One question that I can't answer alone", "What did I promise?")
	b.run(c, b.owner, rel, -3, 1)
}

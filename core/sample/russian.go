package sample

import (
	"maps"

	"mentorbook/core"
)

// in gives a text in the language of the sample: everybody in a Russian one writes in Russian.
func (b *builder) in(text string) string {
	if said := b.russian[text]; said != "" {
		return said
	}
	return text
}

// translate puts what stands in a record into the language of the sample. Names of people and companies stay.
func (b *builder) translate(rec core.Record) {
	if b.russian == nil {
		return
	}
	for _, text := range texts(rec) {
		*text = b.in(*text)
	}
}

// texts gives what somebody has written in a record.
func texts(rec core.Record) []*string {
	switch r := rec.(type) {
	case *core.Person:
		return []*string{&r.JobTitle, &r.Origin}
	case *core.Relationship:
		out := []*string{&r.Name, &r.Purpose}
		for i := range r.Participants {
			out = append(out, &r.Participants[i].Scope)
		}
		return out
	case *core.Meeting:
		out := []*string{&r.Place}
		for i := range r.Agenda {
			out = append(out, &r.Agenda[i].Text)
		}
		return out
	case *core.Series:
		return []*string{&r.Place}
	case *core.Note:
		return []*string{&r.Text}
	case *core.Busy:
		return []*string{&r.Title}
	case *core.Action:
		return []*string{&r.Title}
	case *core.Question:
		return []*string{&r.Text}
	case *core.Assessment:
		return []*string{&r.Said.Words}
	case *core.Release:
		return []*string{&r.Said.Words}
	}
	return plannedTexts(rec)
}

// plannedTexts gives those of plans and checklists.
func plannedTexts(rec core.Record) []*string {
	var out []*string
	switch r := rec.(type) {
	case *core.Goal:
		out = append(out, &r.Title, &r.Blocked)
		if r.Measure != nil {
			out = append(out, &r.Measure.Name)
		}
		for i := range r.Evidence {
			out = append(out, &r.Evidence[i])
		}
		for i := range r.Milestones {
			out = append(out, &r.Milestones[i].Title)
		}
	case *core.Skill:
		out = append(out, &r.Name)
		for i := range r.Scale {
			out = append(out, &r.Scale[i])
		}
	case *core.Checklist:
		out = append(out, &r.Title, &r.Purpose)
		for i := range r.Items {
			out = append(out, &r.Items[i].Text)
		}
	}
	return out
}

// russianTexts gives what stands in a Russian sample in place of what is written in English in the other.
func russianTexts() map[string]string {
	out := map[string]string{}
	for _, part := range []map[string]string{
		russianPeople(), russianRelationships(), russianAgendas(), russianNotes(), russianActions(), russianGoals(), russianSteps(), russianSkills(), russianChecklists(),
	} {
		maps.Copy(out, part)
	}
	return out
}

func russianPeople() map[string]string {
	return map[string]string{
		"Independent mentor":      "Независимый наставник",
		"Data analyst":            "Аналитик данных",
		"Senior engineer":         "Старший инженер",
		"Junior product designer": "Младший дизайнер продукта",
		"Analyst":                 "Аналитик",
		"Founder":                 "Основатель",
		"Head of data":            "Руководитель отдела данных",
		"Engineering manager":     "Руководитель разработки",
		"Mentor":                  "Наставник",
		"Team lead":               "Руководитель команды",
		"Operations lead":         "Руководитель операций",
		"Platform lead":           "Руководитель платформы",
		"HR partner":              "HR-партнёр",
		"A conference in Nairobi": "Конференция в Найроби",
	}
}

func russianRelationships() map[string]string {
	return map[string]string{
		"From senior to staff engineer by next summer.":       "От старшего инженера до ведущего к следующему лету.",
		"Leadership circle":                                   "Круг руководителей",
		"Five new leads learn from one another's cases.":      "Пять новых руководителей учатся на случаях друг друга.",
		"Chen Wei ⇄ me":                                       "Chen Wei ⇄ я",
		"Learn how people under thirty find and judge tools.": "Понять, как люди до тридцати находят и выбирают инструменты.",
		"The studio's kitchen":                                "Кухня в студии",
		"Present numbers so that people act on them.":         "Показывать цифры так, чтобы по ним действовали.",
		"A sounding board for a founder.":                     "Собеседник, с которым основатель проверяет свои решения.",
		"From mentee to peer: an hour every other month.":     "Из подопечной в коллеги: час раз в два месяца.",
		"A mentor for public speaking":                        "Наставник по публичным выступлениям",
		"Written to Greta; waiting for her answer.":           "Письмо Грете отправлено, жду ответа.",
		"asked":                                 "предложение отправлено",
		"From analyst to lead of a small team.": "От аналитика до руководителя небольшой команды.",
		"Board review":                          "Совет директоров",
		"How do I say no to the second project without burning the bridge?": "Как отказаться от второго проекта и не испортить отношений?",
		"Which of the two offers would you take in my place?":               "Какое из двух предложений вы выбрали бы на моём месте?",
		"How much of the roadmap should an analyst argue about?":            "Насколько аналитику стоит спорить о планах продукта?",
		"Is it too early to ask for a team of my own?":                      "Не рано ли просить себе команду?",
	}
}

func russianAgendas() map[string]string {
	return map[string]string{
		"Promotion case: which evidence is missing?": "Повышение: каких доводов не хватает?",
		"Tried: delegating the on-call rota":         "Что вышло: передать график дежурств",
		"Practice run of the architecture talk":      "Прогон доклада об архитектуре",
		"What will you do by Friday?":                "Что будет сделано до пятницы?",
		"Feedback from the design review":            "Отзывы после разбора проекта",
		"Saying no to the second project":            "Как отказаться от второго проекта",
		"Case of the week":                           "Случай недели",
		"What we tried since last time":              "Что попробовали с прошлого раза",
		"Two questions to the circle":                "Два вопроса кругу",
		"One promise each":                           "По одному обещанию от каждого",
		"Show me how you searched":                   "Показать, как шёл поиск",
		"What made you leave the page?":              "Почему страницу закрыли?",
		"One habit to try this week":                 "Одна привычка на эту неделю",
		"Cash until spring":                          "Деньги до весны",
		"Who to hire first":                          "Кого нанять первым",
		"The offer from the competitor":              "Предложение конкурента",
		"What changed since last time":               "Что изменилось с прошлого раза",
		"A case from each of us":                     "По одному случаю от каждой",
		"What did I learn this fortnight?":           "Чему я научилась за две недели?",
		"The retention analysis":                     "Анализ удержания клиентов",
		"A decision that I avoid":                    "Решение, которое я откладываю",
		"My promise until next time":                 "Моё обещание до следующего раза",
	}
}

func russianNotes() map[string]string {
	return map[string]string{
		"Evidence gaps: cross-team impact, mentoring others.\n\n**Delegation** — first week went well, second week the rota slipped because nobody owned the hand-over.\n\n- ask the platform team for the incident numbers\n- draft the hand-over checklist together": "Чего не хватает: влияния за пределами команды и наставничества.\n\n**Делегирование** — первая неделя прошла хорошо, на второй график сбился: за передачу дежурств никто не отвечал.\n\n- попросить у команды платформы данные об инцидентах\n- вместе составить список для передачи дежурств",
		"The talk is clear now. Cut the history, open with the outage.":                       "Теперь доклад понятен. Убрать предысторию, начать со сбоя.",
		"She underplays her own part again. Ask about the review with K. next time, gently.":  "Снова преуменьшает свою роль. В следующий раз бережно спросить о разговоре с К.",
		"Case: a strong engineer who does not write anything down. Three experiments agreed.": "Случай: сильный инженер, который ничего не записывает. Договорились о трёх пробах.",
		"Nobody reads the second paragraph. Tried short clips instead of the guide.":          "Второй абзац никто не читает. Попробовали короткие ролики вместо инструкции.",
		"One chart a slide; the title says what to do.":                                       "Один график на слайд; заголовок говорит, что делать.",
		"Hire operations first; sales can wait until March.":                                  "Сначала нанять операционного директора; продажи подождут до марта.",
		"He has not told his partner about the loan.":                                         "Партнёр ещё не знает о кредите.",
		"We agreed to meet as peers from now on.":                                             "Договорились дальше встречаться на равных.",
		"Start from the decision, not from the data.":                                         "Начинать с решения, а не с данных.",
		"I was nervous about the review and did not say so.":                                  "Волновалась из-за разбора и не сказала об этом.",
		"Prefers examples over frameworks. Do not schedule on Fridays after 14:00 her time.":  "Примеры ей понятнее схем. По пятницам после 14:00 по её времени встреч не назначать.",
		"In our meeting of that day":                                                          "На встрече в тот день",
		"In our meeting":                                                                      "На нашей встрече",
	}
}

func russianActions() map[string]string {
	return map[string]string{
		"Introduce Amina to R. Meyer":            "Познакомить Амину с Р. Мейером",
		"Write the promotion document":           "Написать обоснование повышения",
		"Shadow the design review":               "Побыть наблюдателем на разборе проекта",
		"Send the talk outline":                  "Прислать план доклада",
		"Send the hand-over template":            "Прислать шаблон передачи дел",
		"Name a deputy for next week":            "Назначить заместителя на следующую неделю",
		"Ask three peers for feedback":           "Попросить отзывы у трёх коллег",
		"Collect the incident numbers":           "Собрать данные об инцидентах",
		"Find a rehearsal audience":              "Найти слушателей для репетиции",
		"Draft the scope of the role":            "Набросать круг обязанностей",
		"Share the staff ladder":                 "Прислать уровни должностей",
		"Book the conference":                    "Записаться на конференцию",
		"Cash plan until April":                  "План денег до апреля",
		"Ask around for an operations lead":      "Расспросить знакомых об операционном директоре",
		"Answer the competitor":                  "Ответить конкуренту",
		"Three reference calls":                  "Три звонка за отзывами",
		"Send the term sheet notes":              "Прислать заметки к условиям сделки",
		"Talk to the partner":                    "Поговорить с партнёром",
		"Bring a case of my own":                 "Принести свой случай",
		"Send the team's charter":                "Прислать правила команды",
		"Try the silent start in a meeting":      "Попробовать начать совещание с тишины",
		"Recommend her for the panel":            "Рекомендовать её в экспертный совет",
		"First month as a mentor: look back":     "Первый месяц в роли наставника: оглянуться назад",
		"Hire a deputy":                          "Нанять заместителя",
		"Write the reference":                    "Написать рекомендацию",
		"Rewrite the retention analysis":         "Переписать анализ удержания",
		"Show the dashboard to two users":        "Показать отчёт двум пользователям",
		"Introduce me to the data platform team": "Познакомить меня с командой платформы данных",
		"Read the two papers":                    "Прочитать две статьи",
		"Ask for a code review outside the team": "Попросить кого-нибудь из другой команды проверить код",
	}
}

func russianGoals() map[string]string {
	return map[string]string{
		"Reach staff engineer by next June":                "Стать ведущим инженером к июню",
		"Give two external talks":                          "Дважды выступить вне компании",
		"Talks given":                                      "Выступлений",
		"Conference video":                                 "Запись с конференции",
		"Delegate on-call leadership":                      "Передать руководство дежурствами",
		"waiting for a second lead":                        "нет второго руководителя",
		"Read two books on writing":                        "Прочитать две книги о том, как писать",
		"A first review cycle without rewriting the texts": "Первый цикл оценки, не переписывая тексты за других",
		"Two hours a week without meetings":                "Два часа в неделю без совещаний",
		"Publish three short clips":                        "Выпустить три коротких ролика",
		"Clips":                                            "Роликов",
		"Present the quarter to the board":                 "Представить совету итоги квартала",
		"Take a week off from mentoring":                   "Неделя отдыха от наставничества",
		"Lead the retention project":                       "Вести проект по удержанию клиентов",
		"Answer requests within two days":                  "Отвечать на запросы за два дня",
		"Days to an answer":                                "Дней до ответа",
		"Decide whether I want to lead people":             "Решить, хочу ли я руководить людьми",
	}
}

// russianSteps gives the milestones of goals.
func russianSteps() map[string]string {
	return map[string]string{
		"Scope the role with the manager":  "Обсудить обязанности с руководителем",
		"Lead a project across two teams":  "Провести проект двух команд",
		"Collect feedback from five peers": "Собрать отзывы пяти коллег",
		"Mentor a new colleague":           "Помочь новому коллеге освоиться",
		"Calibration packet":               "Документы для комиссии",
		"Panel rehearsal":                  "Репетиция защиты",
		"Panel":                            "Защита",
		"Write down what I decide alone":   "Записать, что решаю только я",
		"Name a deputy":                    "Назначить заместителя",
		"Two weeks without me":             "Две недели без меня",
		"Hand over the rota":               "Передать график",
		"Review":                           "Подвести итоги",
		"Start":                            "Начало",
		"Half-way":                         "Половина пути",
		"Done":                             "Готово",
		"Story on one page":                "Рассказ на одной странице",
		"Rehearsal":                        "Репетиция",
		"The day":                          "Выступление",
		"Find a sponsor":                   "Найти, кто поддержит",
		"Plan on one page":                 "План на одной странице",
		"First result":                     "Первый результат",
		"Hand-over":                        "Передача дел",
	}
}

func russianSkills() map[string]string {
	return map[string]string{
		"System design":             "Проектирование систем",
		"Influence":                 "Влияние",
		"Public speaking":           "Публичные выступления",
		"Delegation":                "Делегирование",
		"Telling a story with data": "Рассказ с данными",
		"Statistics":                "Статистика",
		"Storytelling":              "Умение рассказывать",
		"Negotiation":               "Переговоры",
		"Watches others do it":      "Смотрит, как делают другие",
		"Does it with help":         "Делает с помощью",
		"Does it alone":             "Делает без помощи",
		"Teaches it":                "Учит других",
	}
}

func russianChecklists() map[string]string {
	return map[string]string{
		"A good start":                           "Хорошее начало",
		"The first six weeks of a relationship.": "Первые шесть недель наставничества.",
		"Agree on purpose and confidentiality":   "Договориться о цели и о том, что остаётся между нами",
		"Choose a rhythm and a channel":          "Выбрать ритм и способ связи",
		"First goals, in the mentee's words":     "Первые цели словами подопечного",
		"Look back after four meetings":          "Оглянуться назад после четырёх встреч",
		"Preparing a talk":                       "Подготовка выступления",
		"From the idea to the stage.":            "От замысла до сцены.",
		"One sentence that people take home":     "Одна мысль, с которой люди уйдут",
		"Outline":                                "План",
		"Slides":                                 "Слайды",
		"Rehearsal with a friend":                "Репетиция с другом",
		"Before every meeting":                   "Перед каждой встречей",
		"Fifteen minutes, the evening before.":   "Пятнадцать минут накануне вечером.",
		"What has changed?":                      "Что изменилось?",
		"One question that I can't answer alone": "Один вопрос, на который нужен ответ наставника",
		"What did I promise?":                    "Что я обещала?",
	}
}

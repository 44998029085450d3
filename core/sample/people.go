package sample

import "mentorbook/core"

// mentorOwner is the owner of the mentor's sample.
func mentorOwner() core.Person {
	return core.Person{
		Name: "Maja Lindqvist", GivenName: "Maja", FamilyName: "Lindqvist", Pronoun: core.PronounShe,
		Emails: []string{"maja@lindqvist.example"}, Organisation: "Lindqvist & Co.", JobTitle: "Independent mentor",
	}
}

// menteeOwner is the owner of the mentee's sample.
func menteeOwner() core.Person {
	return core.Person{
		Name: "Noor Haddad", GivenName: "Noor", FamilyName: "Haddad", Pronoun: core.PronounShe,
		Emails: []string{"noor@haddad.example"}, Organisation: "Tidewater Analytics", JobTitle: "Data analyst",
	}
}

func (b *builder) person(p core.Person, since int) *core.Person {
	q := p
	q.Consent = core.Consent{Given: true, On: b.day(since)}
	q.Quiet = core.Hours{From: 21 * 60, To: 8 * 60}
	if q.Language == "" {
		q.Language = core.English
	}
	return made(b, b.day(since), &q)
}

func amina() core.Person {
	return core.Person{
		Name: "Amina Yusuf", GivenName: "Amina", FamilyName: "Yusuf", Pronoun: core.PronounShe, Zone: "Africa/Nairobi",
		Emails: []string{"amina.yusuf@kijani.example"}, Organisation: "Kijani Energy", JobTitle: "Senior engineer",
		Links: []string{"https://people.kijani.example/amina"}, Origin: "A conference in Nairobi",
	}
}

func ivan() core.Person {
	return core.Person{
		Name: "Иван Петров", GivenName: "Иван", MiddleName: "Сергеевич", FamilyName: "Петров", Address: "Иван",
		Pronoun: core.PronounHe, Zone: "Europe/Moscow", Language: core.Russian, Emails: []string{"petrov@severvetr.example"},
		Organisation: "«Северный ветер»", JobTitle: "Руководитель группы", Phones: []string{"+7 900 000-00-01"},
	}
}

func others() map[string]core.Person {
	return map[string]core.Person{
		"chen":   {Name: "Chen Wei", GivenName: "Wei", FamilyName: "Chen", Zone: "Asia/Shanghai", Emails: []string{"chen.wei@lanterns.example"}, Organisation: "Lanterns Studio", JobTitle: "Junior product designer"},
		"sara":   {Name: "Sara Okafor", GivenName: "Sara", FamilyName: "Okafor", Pronoun: core.PronounShe, Zone: "Africa/Lagos", Emails: []string{"sara@okafor.example"}, Organisation: "Palm & Partners", JobTitle: "Analyst"},
		"tomasz": {Name: "Tomasz Zieliński", GivenName: "Tomasz", FamilyName: "Zieliński", Pronoun: core.PronounHe, Zone: "Europe/Warsaw", Emails: []string{"tomasz@wiatrak.example"}, Organisation: "Wiatrak", JobTitle: "Founder"},
		"olga":   {Name: "Ольга Смирнова", GivenName: "Ольга", MiddleName: "Викторовна", FamilyName: "Смирнова", Pronoun: core.PronounShe, Zone: "Asia/Yekaterinburg", Language: core.Russian, Emails: []string{"smirnova@granit.example"}, Organisation: "«Гранит»", JobTitle: "Инженер по качеству"},
		"dmitry": {Name: "Дмитрий Орлов", GivenName: "Дмитрий", MiddleName: "Андреевич", FamilyName: "Орлов", Pronoun: core.PronounHe, Zone: "Asia/Almaty", Language: core.Russian, Emails: []string{"orlov@stepnoy.example"}, Organisation: "«Степной банк»", JobTitle: "Начальник отдела"},
		"lucia":  {Name: "Lucía Ferreira", GivenName: "Lucía", FamilyName: "Ferreira", Pronoun: core.PronounShe, Zone: "America/Montevideo", Emails: []string{"lucia@ferreira.example"}, Organisation: "Río Claro", JobTitle: "Head of data"},
		"arun":   {Name: "Arun Mehta", GivenName: "Arun", FamilyName: "Mehta", Pronoun: core.PronounHe, Zone: "Asia/Kolkata", Emails: []string{"arun@mehta.example"}, Organisation: "Mehta Instruments", JobTitle: "Engineering manager"},
		"greta":  {Name: "Greta Holm", GivenName: "Greta", FamilyName: "Holm", Pronoun: core.PronounShe, Zone: "Europe/Stockholm", Emails: []string{"greta@holm.example"}, Organisation: "Holm Advisory", JobTitle: "Mentor"},
		"rustam": {Name: "Рустам Каримов", GivenName: "Рустам", FamilyName: "Каримов", Pronoun: core.PronounHe, Zone: "Asia/Tashkent", Language: core.Russian, Emails: []string{"karimov@chinor.example"}, Organisation: "«Чинор»", JobTitle: "Наставник"},
		"mei":    {Name: "Mei Tanaka", GivenName: "Mei", FamilyName: "Tanaka", Pronoun: core.PronounShe, Zone: "Asia/Tokyo", Emails: []string{"mei@tanaka.example"}, Organisation: "Aoba Robotics", JobTitle: "Team lead"},
		"joao":   {Name: "João Prado", GivenName: "João", FamilyName: "Prado", Pronoun: core.PronounHe, Zone: "America/Sao_Paulo", Emails: []string{"joao@prado.example"}, Organisation: "Prado Logística", JobTitle: "Operations lead"},
		"elena":  {Name: "Елена Волкова", GivenName: "Елена", MiddleName: "Игоревна", FamilyName: "Волкова", Pronoun: core.PronounShe, Zone: "Europe/Moscow", Language: core.Russian, Emails: []string{"volkova@luchina.example"}, Organisation: "«Лучина»", JobTitle: "Руководитель проектов"},
		"kofi":   {Name: "Kofi Asante", GivenName: "Kofi", FamilyName: "Asante", Pronoun: core.PronounHe, Zone: "Africa/Accra", Emails: []string{"kofi@asante.example"}, Organisation: "Volta Works", JobTitle: "Platform lead"},
		"hanna":  {Name: "Hanna Weiss", GivenName: "Hanna", FamilyName: "Weiss", Pronoun: core.PronounShe, Zone: "Europe/Vienna", Emails: []string{"hanna@weiss.example"}, Organisation: "Weiss Textiles", JobTitle: "HR partner"},
	}
}

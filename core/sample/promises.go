package sample

func englishPromises() []promise {
	return []promise{
		{true, "Introduce Amina to R. Meyer", -2, 0},
		{false, "Write the promotion document", -2, 0},
		{false, "Shadow the design review", 4, 0},
		{false, "Send the talk outline", -6, -5},
		{true, "Send the hand-over template", 2, 0},
		{false, "Name a deputy for next week", 4, 0},
		{false, "Ask three peers for feedback", -20, -21},
		{false, "Collect the incident numbers", -34, -33},
		{true, "Find a rehearsal audience", -48, -50},
		{false, "Draft the scope of the role", -62, -60},
		{true, "Share the staff ladder", -90, -92},
		{false, "Book the conference", -75, -75},
	}
}

func russianPromises() []promise {
	return []promise{
		{false, "Записать договорённости с заказчиком", -1, 0},
		{false, "Провести разговоры с двумя новыми людьми", 6, 0},
		{true, "Прислать список вопросов для обратной связи", 3, 0},
		{false, "Собрать отзывы группы", 12, 0},
		{false, "Составить график дежурств", -15, -14},
		{true, "Познакомить с Еленой Волковой", -30, -28},
		{false, "План на квартал на одной странице", -44, -41},
		{false, "Отметить три удачи недели", -58, -58},
		{true, "Прислать пример протокола", -72, -73},
	}
}

func tomaszPromises() []promise {
	return []promise{
		{false, "Cash plan until April", -17, 0},
		{true, "Ask around for an operations lead", -9, 0},
		{false, "Answer the competitor", 9, 0},
		{false, "Three reference calls", -52, -50},
		{true, "Send the term sheet notes", -73, -74},
		{false, "Talk to the partner", 20, 0},
	}
}

func dmitryPromises() []promise {
	return []promise{
		{false, "Подготовить случай для разбора", 5, 0},
		{true, "Прочитать черновик карты рисков", 7, 0},
		{false, "Согласовать повестку совета", -25, -26},
		{false, "Написать итоги полугодия", 21, 0},
		{true, "Договориться о последней встрече втроём", 13, 0},
		{false, "Разобрать жалобу вдвоём с Гретой", -55, -52},
	}
}

func luciaPromises() []promise {
	return []promise{
		{true, "Bring a case of my own", 30, 0},
		{false, "Send the team's charter", 25, 0},
		{false, "Try the silent start in a meeting", -40, -38},
		{true, "Recommend her for the panel", -61, -60},
		{false, "First month as a mentor: look back", 60, 0},
		{false, "Hire a deputy", -100, -97},
		{true, "Write the reference", -120, -119},
	}
}

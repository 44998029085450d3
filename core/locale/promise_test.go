package locale_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"

	"pgregory.net/rapid"
)

func pid(n byte) core.ID { return core.ID{15: n} }

func circle() []*core.Person {
	named := func(n byte, p core.Person) *core.Person {
		p.ID = pid(n)
		return &p
	}
	return []*core.Person{
		named(1, core.Person{Name: "Amina Yusuf", GivenName: "Amina", FamilyName: "Yusuf"}),
		named(2, core.Person{Name: "Иван Петров", GivenName: "Иван", FamilyName: "Петров", Address: "Иван Сергеевич"}),
		named(3, core.Person{Name: "Мария Орлова", GivenName: "Мария"}),
		named(4, core.Person{Name: "Павел Чёрный"}),
		named(5, core.Person{Name: "Андрей Ли"}),
		named(6, core.Person{Name: "Chen Wei"}),
		named(9, core.Person{Name: "Lena Roth"}),
	}
}

func TestParsePromise(t *testing.T) {
	today := core.NewDate(2026, 11, 23) // a Monday
	friday, tomorrow := core.NewDate(2026, 11, 27), core.NewDate(2026, 11, 24)
	for _, c := range []struct {
		text, title string
		owner       byte
		due         core.Date
	}{
		{"Amina: send the draft by Friday", "send the draft", 1, friday},
		{"amina: send the draft Friday", "send the draft", 1, friday},
		{"Amina — send the draft", "send the draft", 1, core.Date{}},
		{"Yusuf: call tomorrow", "call", 1, tomorrow},
		{"me: introduce Amina to R. Meyer by 25 Nov", "introduce Amina to R. Meyer", 9, core.NewDate(2026, 11, 25)},
		{"Amina: read it by 1 June", "read it", 1, core.NewDate(2027, 6, 1)},
		{"Amina: sum up what was said 1 June", "sum up what was said 1 June", 1, core.Date{}},
		{"Ивану: прочитать к 1 июня", "прочитать", 2, core.NewDate(2027, 6, 1)},
		{"Amina: read it by 20 Nov", "read it", 1, core.NewDate(2026, 11, 20)},
		{"by Friday name a deputy", "name a deputy", 0, friday},
		{"send version 2.10", "send version 2.10", 0, core.Date{}},
		{"read chapters 3 4", "read chapters 3 4", 0, core.Date{}},
		{"read chapters 3 to 4 by 3.12", "read chapters 3 to 4", 0, core.NewDate(2026, 12, 3)},
		{"agenda: three points", "agenda: three points", 0, core.Date{}},
		{"what to do now", "what to do now", 0, core.Date{}},
		{"write down what was said yesterday", "write down what was said yesterday", 0, core.Date{}},
		{"Chen: show the search in 2 weeks", "show the search", 6, core.NewDate(2026, 12, 7)},
		{"Amina: send the book on Wednesday next week", "send the book", 1, core.NewDate(2026, 12, 2)},
		{"Amina: send the book by Wednesday of next week", "send the book", 1, core.NewDate(2026, 12, 2)},
		{"Amina: send the book next week on Wednesday", "send the book", 1, core.NewDate(2026, 12, 2)},
		{"Amina: send the book next week", "send the book", 1, core.NewDate(2026, 11, 30)},
		{"Amina: send the book on Friday this week", "send the book", 1, friday},
		{"Мария: отправить книгу в среду на следующей неделе", "отправить книгу", 3, core.NewDate(2026, 12, 2)},
		{"Мария: отправить книгу на следующей неделе в среду", "отправить книгу", 3, core.NewDate(2026, 12, 2)},
		{"Мария: отправить книгу к среде следующей недели", "отправить книгу", 3, core.NewDate(2026, 12, 2)},
		{"Мария: отправить книгу на следующей неделе", "отправить книгу", 3, core.NewDate(2026, 11, 30)},
		{"Мария: отправить книгу в воскресенье на следующей неделе", "отправить книгу", 3, core.NewDate(2026, 12, 6)},
		{"Friday", "", 0, friday},
		{"", "", 0, core.Date{}},
		{"Иван: прислать черновик к пятнице", "прислать черновик", 2, friday},
		{"Ивану: прислать черновик к пятнице", "прислать черновик", 2, friday},
		{"с Иваном: разобрать отчёт", "с Иваном: разобрать отчёт", 0, core.Date{}},
		{"Иваном - разобрать отчёт завтра", "разобрать отчёт", 2, tomorrow},
		{"Ивана Сергеевича: спросить об отпуске", "спросить об отпуске", 2, core.Date{}},
		{"Петрову: письмо до 1 декабря", "письмо", 2, core.NewDate(2026, 12, 1)},
		{"Марии: план через неделю", "план", 3, core.NewDate(2026, 11, 30)},
		{"Марией: план", "план", 3, core.Date{}},
		{"Орловой: план", "план", 3, core.Date{}},
		{"Павлу: цифры к концу месяца", "цифры", 4, core.NewDate(2026, 11, 30)},
		{"Черному: цифры", "цифры", 4, core.Date{}},
		{"Андрею: звонок", "звонок", 5, core.Date{}},
		{"Андреем: звонок", "звонок", 5, core.Date{}},
		{"я: написать рекомендацию ко вторнику", "написать рекомендацию", 9, tomorrow},
		{"мне: написать", "написать", 9, core.Date{}},
		{"к пятнице назвать заместителя", "назвать заместителя", 0, friday},
		{"дочитать до главы 3", "дочитать до главы 3", 0, core.Date{}},
		{"итоги: три пункта", "итоги: три пункта", 0, core.Date{}},
	} {
		p := locale.ParsePromise(c.text, today, circle(), pid(9))
		want := core.ID{}
		if c.owner != 0 {
			want = pid(c.owner)
		}
		if p.Title != c.title || p.Owner != want || p.Due != c.due {
			t.Errorf("%q: %q of %d by %s; want %q of %d by %s", c.text, p.Title, p.Owner[15], p.Due, c.title, c.owner, c.due)
		}
	}
}

// A day in the middle of a line is understood where nothing else can be meant, and the title loses just its words.
func TestADayInTheMiddle(t *testing.T) {
	today := core.NewDate(2026, 11, 23) // a Monday
	friday, monday, december := core.NewDate(2026, 11, 27), core.NewDate(2026, 11, 30), core.NewDate(2026, 12, 5)
	for _, c := range []struct {
		text, title string
		due         core.Date
	}{
		{"Amina: by Friday send the draft", "send the draft", friday},
		{"Bob: by Friday send the draft", "Bob: send the draft", friday},
		{"Анна: к пятнице прислать черновик", "Анна: прислать черновик", friday},
		{"Анна: до пятницы прислать черновик", "Анна: прислать черновик", friday},
		{"Анна: прислать черновик к пятнице", "Анна: прислать черновик", friday},
		{"send by Friday the draft", "send the draft", friday},
		{"Send the draft by 5 December to Boris", "Send the draft to Boris", december},
		{"send by the end of the month the figures", "send the figures", monday},
		{"send by 2026-12-05 the figures", "send the figures", december},
		{"send, by Friday, the draft", "send the draft", friday},
		{"Send it by Friday. Then call Bob.", "Send it. Then call Bob.", friday},
		{"send it by Friday; call Bob", "send it; call Bob", friday},
		{"pay the rent due Friday in cash", "pay the rent in cash", friday},
		{"прислать к пятнице черновик", "прислать черновик", friday},
		{"прислать к пт. черновик", "прислать черновик", friday},
		{"прислать ко вторнику черновик", "прислать черновик", core.NewDate(2026, 11, 24)},
		{"прислать к среде следующей недели черновик", "прислать черновик", core.NewDate(2026, 12, 2)},
		{"прислать к 5 декабря 2026 года черновик", "прислать черновик", december},
		{"подготовить к концу месяца отчёт", "подготовить отчёт", monday},
		{"прислать, к пятнице, черновик", "прислать черновик", friday},
		// the day at the end is the one that is meant
		{"read 'Friday' by Monday", "read 'Friday'", monday},
		{"read “By Friday” by Monday", "read “By Friday”", monday},
		{"прочитать «К пятнице» к понедельнику", "прочитать «К пятнице»", monday},
		// and these are none
		{"Call May", "Call May", core.Date{}},
		{"call May about the draft", "call May about the draft", core.Date{}},
		{"read the novel by August Strindberg first", "read the novel by August Strindberg first", core.Date{}},
		{"a poem by May Smith to learn", "a poem by May Smith to learn", core.Date{}},
		{"read 'by Friday' aloud", "read 'by Friday' aloud", core.Date{}},
		{"read the chapter “Sold by Friday” aloud", "read the chapter “Sold by Friday” aloud", core.Date{}},
		{"drop by Friday with the book", "drop by Friday with the book", core.Date{}},
		{"stand by tomorrow for Amina", "stand by tomorrow for Amina", core.Date{}},
		{"a note written by Friday the robot", "a note written by Friday the robot", core.Date{}},
		{"prepare Friday meetings better", "prepare Friday meetings better", core.Date{}},
		{"think about tomorrow and plan", "think about tomorrow and plan", core.Date{}},
		{"send by Friday's meeting the draft", "send by Friday's meeting the draft", core.Date{}},
		{"send by Friday morning the draft", "send by Friday morning the draft", core.Date{}},
		{"by Friday morning send the draft", "by Friday morning send the draft", core.Date{}},
		{"send by Friday at 10 the draft", "send by Friday at 10 the draft", core.Date{}},
		{"send by Friday or Monday the draft", "send by Friday or Monday the draft", core.Date{}},
		{"send by Friday the draft and by Monday the figures", "send by Friday the draft and by Monday the figures", core.Date{}},
		{"multiply by 3.12 the figures", "multiply by 3.12 the figures", core.Date{}},
		{"cut by 10 lines the draft", "cut by 10 lines the draft", core.Date{}},
		{"sum up what was sent by 20 November in full", "sum up what was sent by 20 November in full", core.Date{}},
		{"wait until Friday with the answer", "wait until Friday with the answer", core.Date{}},
		{"comment on Friday what was said", "comment on Friday what was said", core.Date{}},
		{"рассказать в марте о поездке", "рассказать в марте о поездке", core.Date{}},
		{"рассказать, что было в пятницу вечером", "рассказать, что было в пятницу вечером", core.Date{}},
		{"отложить до пятницы решение", "отложить до пятницы решение", core.Date{}},
		{"перейти к 3 главе без спешки", "перейти к 3 главе без спешки", core.Date{}},
		{"прислать к пятнице вечером черновик", "прислать к пятнице вечером черновик", core.Date{}},
		{"прислать к пятнице или понедельнику черновик", "прислать к пятнице или понедельнику черновик", core.Date{}},
		{"перейти к среде обитания", "перейти к среде обитания", core.Date{}},
	} {
		if p := locale.ParsePromise(c.text, today, circle(), pid(9)); p.Title != c.title || p.Due != c.due {
			t.Errorf("%q: %q by %s; want %q by %s", c.text, p.Title, p.Due, c.title, c.due)
		}
	}
}

// What was meant as a day or as a name and is none is told of.
func TestWhatIsNoDayAndNobody(t *testing.T) {
	today := core.NewDate(2026, 11, 23)
	for text, want := range map[string][2]string{
		"Amina: send the draft by 31 Feb":        {"31 Feb", ""},
		"send the draft 31 Feb":                  {"31 Feb", ""},
		"send the draft by 31.02":                {"31.02", ""},
		"send the draft by 31.02.2027":           {"31.02.2027", ""},
		"прислать черновик к 30 февраля":         {"30 февраля", ""},
		"прислать черновик до 31.11":             {"31.11", ""},
		"прислать черновик к 31 ноября 2026":     {"31 ноября 2026", ""},
		"send version 45.10":                     {"", ""},
		"read chapters 30 to 40":                 {"", ""},
		"send the draft by 28 Feb":               {"", ""},
		"send the draft by Friday":               {"", ""},
		"Bob: send the draft by Friday":          {"", "Bob"},
		"Анне Ивановой: прислать черновик":       {"", "Анне Ивановой"},
		"Amina: send the draft":                  {"", ""},
		"agenda: three points":                   {"", ""},
		"Read this: a very long story about it":  {"", ""},
		"итоги: три пункта":                      {"", ""},
		"Bob: send it by 31 Feb":                 {"31 Feb", "Bob"},
		"see https://example.org/a:b by tuesday": {"", ""},
	} {
		p := locale.ParsePromise(text, today, circle(), pid(9))
		if got := [2]string{p.NoDay, p.NoName}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A slip in what was meant as a day is told of, with what may have been meant, and nothing is taken for it.
func TestASlipInADayIsToldOf(t *testing.T) {
	today := core.NewDate(2026, 11, 23) // a Monday
	for _, c := range []struct {
		text, noDay string
		lines       []string
	}{
		{"Amina: send the draft by Fryday", "Fryday", []string{"Amina: send the draft by Friday"}},
		{"Amina: send the draft by fryday.", "fryday", []string{"Amina: send the draft by Friday."}},
		{"Amina: send the draft by Firday", "Firday", []string{"Amina: send the draft by Friday"}},
		{"send the draft by next wensday", "next wensday", []string{"send the draft by next Wednesday"}},
		{"send the draft on Munday", "Munday", []string{"send the draft on Monday", "send the draft on Sunday"}},
		{"send the draft by Nonday", "Nonday", []string{"send the draft by Monday"}},
		{"send the draft by Bunday", "Bunday", []string{"send the draft by Sunday"}},
		{"call tomorow", "tomorow", []string{"call tomorrow"}},
		{"call Wendesday", "Wendesday", []string{"call Wednesday"}},
		{"by Fryday name a deputy", "Fryday", []string{"by Friday name a deputy"}},
		{"read it by 5 Decembre", "5 Decembre", []string{"read it by 5 December"}},
		{"read it by Febuary 5", "Febuary 5", []string{"read it by February 5"}},
		{"show it in 2 weks", "in 2 weks", []string{"show it in 2 weeks"}},
		{"read it by March", "March", []string{"read it by 1 March"}},
		{"read it by Octobr", "Octobr", []string{"read it by 1 October"}},
		{"send the draft by 31 Feb", "31 Feb", []string{"send the draft by 28 Feb"}},
		{"Иван: прислать черновик к пятницэ", "пятницэ", []string{"Иван: прислать черновик к пятнице"}},
		{"прислать черновик до птяницы", "птяницы", []string{"прислать черновик до пятницы"}},
		{"прислать черновик в суботу", "суботу", []string{"прислать черновик в субботу"}},
		{"прислать черновик к понедельнеку", "понедельнеку", []string{"прислать черновик к понедельнику"}},
		{"прислать к следующей пятницэ", "следующей пятницэ", []string{"прислать к следующей пятнице"}},
		{"позвонить зватра", "зватра", []string{"позвонить завтра"}},
		{"прочитать к 5 октебря", "5 октебря", []string{"прочитать к 5 октября"}},
		{"к пятницэ назвать заместителя", "пятницэ", []string{"к пятнице назвать заместителя"}},
		{"прочитать до марта", "марта", []string{"прочитать до 1 марта"}},
		{"прочитать к октябрю", "октябрю", []string{"прочитать к 1 октября"}},
		{"прислать к 31 ноября", "31 ноября", []string{"прислать к 30 ноября"}},
		{"Bob: by Fryday send the draft", "Fryday", []string{"Bob: by Friday send the draft"}},
		{"hold no meetings on Mondays", "", nil},
		{"buy a sundae", "", nil},
		{"write about March", "", nil},
		{"позвать на завтрак", "", nil},
		{"рассказать об отпуске в марте", "", nil},
		{"разобрать в среднем", "", nil},
		{"до конца четверти", "", nil},
		{"принять к сведению", "", nil},
		{"поставить на паузу", "", nil},
	} {
		p := locale.ParsePromise(c.text, today, circle(), pid(9))
		var lines []string
		for _, d := range p.Perhaps {
			lines = append(lines, d.Line)
			if again := locale.ParsePromise(d.Line, today, circle(), pid(9)); again.NoDay != "" || again.Due != d.Due || again.Owner != p.Owner {
				t.Errorf("%q: %q reads %+v, want due %s", c.text, d.Line, again, d.Due)
			}
		}
		if p.NoDay != c.noDay || !slices.Equal(lines, c.lines) || !p.Due.IsZero() {
			t.Errorf("%q: %q, perhaps %q, due %s; want %q, %q", c.text, p.NoDay, lines, p.Due, c.noDay, c.lines)
		}
	}
}

func TestANameOfTwoMeansNeither(t *testing.T) {
	people := append(circle(), &core.Person{Head: core.Head{ID: pid(7)}, Name: "Иван Смирнов"}, &core.Person{Head: core.Head{ID: pid(8)}, Name: "Александра Ли"},
		&core.Person{Head: core.Head{ID: pid(10)}, Name: "Александр Ким"})
	for name, want := range map[string]byte{
		"Иван": 0, "Ивану": 0, "Иван Смирнов": 7, "Смирнову": 7, "Ивану Петрову": 2, "Александра": 8, "Александр": 10, "Ли": 0, "": 0, "A": 0, "Am": 1,
	} {
		got, ok := locale.PersonNamed(name, people, pid(9))
		if ok != (want != 0) || got[15] != want {
			t.Errorf("%q means %d, want %d", name, got[15], want)
		}
	}
}

// A letter names whom it is all the name of, and nobody whose longer name begins with it, or has it as an initial.
func TestALetterNamesWhoIsCalledByIt(t *testing.T) {
	today := core.NewDate(2026, 11, 23)
	people := []*core.Person{
		{Head: core.Head{ID: pid(1)}, Name: "Q"},
		{Head: core.Head{ID: pid(2)}, Name: "Quinn P"},
		{Head: core.Head{ID: pid(3)}, Name: "Ю", GivenName: "Ю"},
		{Head: core.Head{ID: pid(4)}, Name: "Zenobia Hart", Address: "Z"},
	}
	for text, owner := range map[string]byte{"Q: dust the shelves": 1, "q: dust the shelves": 1, "Ю: пыль завтра": 3, "Z: dust": 4, "P: dust": 0, "H: dust": 0} {
		if got := locale.ParsePromise(text, today, people, pid(9)).Owner; got != pid(owner) && (owner != 0 || !got.IsZero()) {
			t.Errorf("%q is %v's, not %d's", text, got, owner)
		}
	}
}

// Whatever is typed, the title holds no word that was not typed, and a promise with a title can be kept.
func TestPromisesOfAnyText(t *testing.T) {
	today := core.NewDate(2026, 11, 23)
	words := rapid.SampledFrom([]string{"Amina:", "Ивану:", "by", "к", "Friday", "пятнице", "3", "12.", "—", "send", "черновик", ":", "in", "2", "weeks", "до", "1 декабря"})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOfN(words, 0, 9), func(w []string) string {
			out := ""
			for _, s := range w {
				out += s + " "
			}
			return out
		})).Draw(t, "text")
		p := locale.ParsePromise(text, today, circle(), pid(9))
		if len(p.Title) > len(core.CleanLine(text)) {
			t.Fatalf("%q became %q", text, p.Title)
		}
		if !p.Due.IsZero() && !p.Due.Valid() {
			t.Fatalf("%q is due %s", text, p.Due)
		}
	})
}

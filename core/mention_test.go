package core_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestNamesIn(t *testing.T) {
	people := []*core.Person{
		{Name: "Will Hunter"},
		{Name: "Amina Yusuf", Emails: []string{"amina@kijani.example"}},
		{Name: "Иван Петров", GivenName: "Иван", FamilyName: "Петров"},
		{Name: "Ольга Смирнова"},
		{Name: "Андрей Толстой"},
		{Name: "陈伟"},
		{Name: "Zoë O’Brien"},
		{Name: "Jo Li"},
	}
	mentee := &core.Person{Name: "Anna Hunter"}
	for text, want := range map[string]string{
		"Give two talks": "", "I will hunt for a job": "", "with Will": "Will Hunter", "Will Hunter’s team": "Will Hunter",
		"Hunter":           "", // the mentee is called so
		"Ask Amina's lead": "Amina Yusuf", "write to AMINA@kijani.example": "Amina Yusuf", "animation": "", "Aminal": "",
		"Передать Петрову два проекта": "Иван Петров", "вместе с Иваном": "Иван Петров", "у Ивана и Ольги": "Иван Петров, Ольга Смирнова",
		"Смирновой нужен отчёт": "Ольга Смирнова", "с Толстым": "Андрей Толстой", "толстым карандашом": "", "Иванов": "Иван Петров",
		"跟陈伟谈": "陈伟", "call Zoe O'Brien": "Zoë O’Brien", "Li and Jo": "", "": "", "Петровский парк": "",
	} {
		var got []string
		for _, p := range core.NamesIn(text, people, []*core.Person{mentee}) {
			got = append(got, p.Name)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q names %q, want %q", text, s, want)
		}
	}
}

func TestWholeNamesAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[A-ZА-Я][a-zа-я]{3,9} [A-ZА-Я][a-zа-я]{3,9}`).Draw(t, "name")
		before, after := rapid.StringMatching(`[a-z ,.]{0,9}`).Draw(t, "before"), rapid.StringMatching(`[ ,.!][a-z ]{0,9}`).Draw(t, "after")
		p := &core.Person{Name: name}
		if got := core.NamesIn(before+" "+name+after, []*core.Person{p}, nil); len(got) != 1 {
			t.Fatalf("%q is not found", name)
		}
		core.NamesIn(rapid.String().Draw(t, "text"), []*core.Person{{Name: rapid.String().Draw(t, "any")}}, nil)
	})
}

// TestNamesThatAreWords: what is a word as well as a name is taken for one only where it cannot be the word, and a name
// that is no word wherever it has a capital letter.
func TestNamesThatAreWords(t *testing.T) {
	people := []*core.Person{
		{Name: "John Public"},
		{Name: "Maria Long", GivenName: "Maria", FamilyName: "Long"},
		{Name: "Grace Okafor"},
		{Name: "April Young"},
		{Name: "Мария Мороз", GivenName: "Мария", FamilyName: "Мороз"},
		{Name: "Вера Кузнецова"},
		{Name: "Белый Андрей", GivenName: "Андрей", FamilyName: "Белый"},
		{Name: "Пётр Голова"},
		{Name: "Павел Дмитриев"},
	}
	for text, want := range map[string]string{
		// Family names that are words.
		"Public speaking": "", "Improve Public Speaking": "", "The course “Public speaking”": "", "Goal: Public speaking": "",
		"PUBLIC SPEAKING": "", "Speak in public. Public talks help": "", "Better Public Relations": "", "- Public speaking\n- Long texts": "",
		"John Public told me": "John Public", "Ask Public about it": "John Public", "Mr Public agreed": "John Public", "Dr. Public agreed": "John Public",
		"J. Public agreed": "John Public", "Public, John": "John Public", "with John": "John Public", "Long-term plans": "", "Long meetings are tiring": "",
		"Show Long's plan to me": "Maria Long", "Young people": "", "the Young Professionals programme": "",
		// Given names, words or not.
		"Maria told me": "Maria Long", "As Maria said": "Maria Long", "maria": "", "Maria’s advice": "Maria Long",
		"Grace under pressure": "", "Okafor told me": "Grace Okafor", "talk with Grace": "Grace Okafor", "Grace Okafor’s team": "Grace Okafor",
		"by April": "", "since April 2026": "", "12 April": "", "April will be busy": "", "I asked April yesterday": "April Young", "April Young helped": "April Young",
		// Russian.
		"Мария сказала": "Мария Мороз", "вместе с Марией": "Мария Мороз", "Мороз на улице": "", "Передать Морозу проект": "Мария Мороз",
		"Мороз Мария согласна": "Мария Мороз", "Г-жа Мороз": "Мария Мороз", "Вера в себя": "", "Верю. Вера в команду растёт": "", "Спросить Веру": "Вера Кузнецова",
		"Кузнецова сказала": "Вера Кузнецова", "Вера Кузнецова сказала": "Вера Кузнецова", "Веры Кузнецовой": "Вера Кузнецова", "вера": "",
		"Белый список адресов": "", "Белую книгу прочитать": "", "Поговорить с Белым": "Белый Андрей", "Андрея Белого": "Белый Андрей", "Андрею передать": "Белый Андрей",
		"Голова болит": "", "Решает Голова": "Пётр Голова", "Петру Голове": "Пётр Голова", "Цель: Голова и сердце": "", "Петра спросить": "Пётр Голова",
		"вместе с Павлом": "Павел Дмитриев", "Дмитриеву и Павлу": "Павел Дмитриев", "Павлин": "", "Дмитрий": "",
	} {
		var got []string
		for _, p := range core.NamesIn(text, people, nil) {
			got = append(got, p.Name)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q names %q, want %q", text, s, want)
		}
	}
}

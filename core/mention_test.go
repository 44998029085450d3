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

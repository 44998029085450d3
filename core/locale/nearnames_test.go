package locale

import (
	"testing"

	"mentorbook/core"
)

func TestNearNames(t *testing.T) {
	var people []*core.Person
	for _, name := range []string{"Amina Yusuf", "Tomasz Zieliński", "Иван Петров", "Анна Орлова", "Hanna Weiss"} {
		people = append(people, &core.Person{Name: name})
	}
	for typed, want := range map[string]string{
		"Anima": "Amina Yusuf", "Amna": "Amina Yusuf", "amina yusif": "Amina Yusuf", "Tomas": "Tomasz Zieliński", "Иавн": "Иван Петров",
		"Ивану Петрову": "Иван Петров", "Ivan": "Иван Петров", "Anna Orlova": "Анна Орлова", "Томаш": "Tomasz Zieliński", "Амина": "Amina Yusuf", "Bob": "", "Боб": "", "": "", "Anna": "Анна Орлова", "Hana": "Hanna Weiss",
	} {
		got := ""
		if near := NearNames(typed, people, 1); len(near) > 0 {
			got = near[0].Name
		}
		if got != want {
			t.Errorf("%q is near %q, want %q", typed, got, want)
		}
	}
	if n := len(NearNames("Amina", append(people, people...), 1)); n != 1 {
		t.Errorf("%d of at most one", n)
	}
}

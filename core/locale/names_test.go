package locale_test

import (
	"strings"
	"testing"

	"mentorbook/core/locale"
)

func TestNameBegins(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        bool
	}{
		{"Amina Yusuf", "am", true},
		{"Amina Yusuf", "yus", true},
		{"Amina Yusuf", "mina", false},
		{"Amina Yusuf", "amina y", true},
		{"Пётр Ёлкин", "елк", true},
		{"Петр", "пё", true},
		{"Amina", "", false},
		{"Amina", "  ", false},
		{"", "a", false},
	} {
		if got := locale.NameBegins(c.name, c.typed); got != c.want {
			t.Errorf("%q by %q: %v", c.name, c.typed, got)
		}
	}
}

// Who is nearly called as typed is found where nobody is called so, also by their second name and in either order.
func TestNamed(t *testing.T) {
	people := []string{"Tomasz Zieliński", "Екатерина Воронцова", "Amina Yusuf", "Пётр Елкин"}
	for typed, want := range map[string]string{
		"tom": "Tomasz Zieliński", "tomsaz": "Tomasz Zieliński", "ziellinski": "Tomasz Zieliński",
		"екатеирна": "Екатерина Воронцова", "вороцнвоа": "Екатерина Воронцова", "ворнцоова ек": "Екатерина Воронцова",
		"yusuf amina": "Amina Yusuf", "петр": "Пётр Елкин", "ёлкин": "Пётр Елкин", "ami": "Amina Yusuf", "aim": "", "": "", " ": "", "yusuf boris": "",
	} {
		got := strings.Join(locale.Named(people, typed, func(s string) []string { return []string{s} }), ", ")
		if got != want {
			t.Errorf("%q finds %q, not %q", typed, got, want)
		}
	}
}

package locale_test

import (
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

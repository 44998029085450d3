package locale_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// A name in small letters is the same name, also one that several people have; a word that is nobody's name is a word.
func TestNamesInSmallLetters(t *testing.T) {
	today := core.NewDate(2026, 11, 23)
	named := func(n byte, name string) *core.Person {
		p := &core.Person{Name: name}
		p.ID = pid(n)
		return p
	}
	people := append(circle(), named(10, "Anna Berg"), named(11, "Anna Holm"), named(12, "Всеволод Ямин"), named(13, "Rebecca Allan"), named(14, "Ольга Ямина"))
	for _, c := range []struct {
		line, title, noName string
		owner               byte
	}{
		{"amina: send the draft by Friday", "send the draft", "", 1},
		{"yusuf - send the draft by Friday", "send the draft", "", 1},
		{"ивану: прислать черновик к пятнице", "прислать черновик", "", 2},
		{"марии орловой — прислать черновик к пятнице", "прислать черновик", "", 3},
		{"ольге: прислать черновик к пятнице", "прислать черновик", "", 14},
		{"reb: send the draft by Friday", "send the draft", "", 13},
		{"anna: send the draft by Friday", "anna: send the draft", "anna", 0}, // there are two
		{"Anna: send the draft by Friday", "Anna: send the draft", "Anna", 0},
		{"anna berg: send the draft by Friday", "send the draft", "", 10},
		{"Bob: send the draft by Friday", "Bob: send the draft", "Bob", 0},
		// and these are words
		{"goals: send the draft by Friday", "goals: send the draft", "", 0},
		{"re: send the draft by Friday", "re: send the draft", "", 0},
		{"all: send the draft by Friday", "all: send the draft", "", 0},
		{"все: прислать черновик к пятнице", "все: прислать черновик", "", 0},
		{"an: send the draft by Friday", "an: send the draft", "", 0},
		{"ann: send the draft by Friday", "ann: send the draft", "", 0},
		{"bob: send the draft by Friday", "bob: send the draft", "", 0},
		{"итоги: прислать черновик к пятнице", "итоги: прислать черновик", "", 0},
	} {
		p := locale.ParsePromise(c.line, today, people, pid(9))
		want := core.ID{}
		if c.owner != 0 {
			want = pid(c.owner)
		}
		if p.Owner != want || p.Title != c.title || p.NoName != c.noName || p.Due != core.NewDate(2026, 11, 27) {
			t.Errorf("%q: %q of %d by %v, nobody %q", c.line, p.Title, p.Owner[15], p.Due, p.NoName)
		}
	}
	for line, want := range map[string]string{
		"chen wei: the search": "Chen Wei: the search", "anna: the search": "Anna: the search", "ивану: поиск": "Ивану: поиск", "goals: three": "goals: three", "me: go": "me: go", "chen wei": "chen wei",
	} {
		if got := locale.OfAnother(line, people); got != want {
			t.Errorf("%q becomes %q", line, got)
		}
	}
}

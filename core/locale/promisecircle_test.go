package locale_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// The whole name of a circle before a colon or a dash is its name, in whatever letters, case and quotation marks; a part of it,
// or a word that begins like it, is none, and what is somebody's name is theirs.
func TestALineForACircle(t *testing.T) {
	var circles []*core.Relationship
	for i, name := range []string{"Leadership circle", "Круг руководителей", "Второй круг", "Go - spring", "Go", "Pairs", "pairs", "", "Amina"} {
		circles = append(circles, &core.Relationship{Head: core.Head{ID: pid(byte(i + 1))}, Name: name})
	}
	people := append(circle(), &core.Person{Name: "Leadership Circle-Smith"})
	for _, c := range []struct {
		line, name, rest string
		of               []byte
	}{
		{"Leadership circle: bring a case by Friday", "Leadership circle", "bring a case by Friday", []byte{1}},
		{"leadership CIRCLE: bring a case", "Leadership circle", "bring a case", []byte{1}},
		{"Leadership circle — bring a case: yours", "Leadership circle", "bring a case: yours", []byte{1}},
		{"“Leadership circle”: bring a case", "Leadership circle", "bring a case", []byte{1}},
		{"Leadership circle:", "Leadership circle", "", []byte{1}},
		{"Круг руководителей: принести случай", "Круг руководителей", "принести случай", []byte{2}},
		{"Кругу руководителей: принести случай", "Круг руководителей", "принести случай", []byte{2}},
		{"«Кругу руководителей» — принести случай", "Круг руководителей", "принести случай", []byte{2}},
		{"второму кругу: прочитать главу", "Второй круг", "прочитать главу", []byte{3}},
		{"Go - spring: tidy up", "Go - spring", "tidy up", []byte{4}},
		{"Go - tidy up", "Go", "tidy up", []byte{5}},
		{"Pairs: meet", "pairs", "meet", []byte{6, 7}},
		{"Leadership: bring a case", "", "", nil},
		{"Leadership circle bring a case", "", "", nil},
		{"ask the Leadership circle: who comes?", "", "", nil},
		{"Amina: bring a case", "", "", nil}, // she is meant
		{": bring a case", "", "", nil},
		{"", "", "", nil},
	} {
		got := locale.CircleNamed(c.line, circles, people)
		var want []core.ID
		for _, n := range c.of {
			want = append(want, pid(n))
		}
		if !slices.Equal(got.Of, want) || got.Name != c.name || got.Rest != c.rest || got.Of != nil && got.Before+got.Rest != c.line {
			t.Errorf("%q: %+v", c.line, got)
		}
	}
}

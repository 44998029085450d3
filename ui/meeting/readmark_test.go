package meeting

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// A mark and a chip have one line: long names are given by the first ones where those tell people apart, and are counted else.
func TestLongNamesAreGivenShortOnMarks(t *testing.T) {
	for _, c := range []struct {
		lang  core.Language
		names []string
		mark  string
		chips []string
	}{
		{core.English, []string{"Arun", "Mei"}, "shared with Arun and Mei", []string{"Arun", "Mei"}},
		{core.English, []string{"Amina von Hohenstein-Schwarzenberg"}, "shared with Amina", []string{"Amina"}},
		{core.English, []string{"Amina von Hohenstein", "Boris von Hohenstein", "Clara von Hohenstein"}, "shared with Amina, Boris and Clara", []string{"Amina", "Boris", "Clara"}},
		{core.English, []string{"Amina von Hohenstein", "Amina von Wolkenstein"}, "shared with 2 people", []string{"Amina von Hohenstein", "Amina von Wolkenstein"}},
		{core.English, []string{"Konstantinopolskaja-Preobrashenskaja"}, "shared with 1 person", []string{"Konstantinopolskaja-Preobrashenskaja"}},
		{core.Russian, []string{"Александра Вознесенская", "Константин Преображенский", "Виктория Рождественская"}, "вы и Александра, Константин и Виктория", []string{"Александра", "Константин", "Виктория"}},
		{core.Russian, []string{"Александра Вознесенская", "Константин Преображенский", "Виктория Рождественская", "Екатерина Крестовоздвиженская"}, "вы и ещё 4 человека", []string{"Александра", "Константин", "Виктория", "Екатерина"}},
	} {
		w, err := locale.New(c.lang)
		if err != nil {
			t.Fatal(err)
		}
		owner := &core.Person{Head: core.Head{ID: core.ID{1}}, Name: "Maja"}
		r := &planner.Room{Owner: owner, People: map[core.ID]*core.Person{owner.ID: owner}}
		v, people := core.Visibility{Readers: []core.ID{owner.ID}}, []*core.Person{}
		for i, name := range c.names {
			p := &core.Person{Head: core.Head{ID: core.ID{byte(i + 2)}}, Name: name}
			r.People[p.ID], people, v.Readers = p, append(people, p), append(v.Readers, p.ID)
		}
		if got := readMark(v, r, w); got != c.mark {
			t.Errorf("%q is marked as %q, not %q", c.names, got, c.mark)
		}
		if got := chipNames(people, r, w); !slices.Equal(got, c.chips) {
			t.Errorf("%q stand on chips as %q", c.names, got)
		}
	}
}

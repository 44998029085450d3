package planner

import (
	"maps"
	"strings"
	"testing"

	"mentorbook/core"
)

// People are called for short, but where that would be the same for two.
func TestShortNames(t *testing.T) {
	person := func(name string) *core.Person { return &core.Person{Name: name, GivenName: strings.Fields(name)[0]} }
	owner, a, b, c := core.ID{1}, core.ID{2}, core.ID{3}, core.ID{4}
	o := &Overview{Owner: owner, People: map[core.ID]*core.Person{owner: person("Amina Maj"), a: person("Amina Yusuf"), b: person("Ivan Petrov"), c: person("Ivan Orlov")}}
	want := map[core.ID]string{a: "Amina", b: "Ivan Petrov", c: "Ivan Orlov"}
	if got := o.ShortNames(); !maps.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
}

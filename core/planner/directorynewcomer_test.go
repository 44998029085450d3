package planner_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

func TestTheNewcomerIsTheOnlyOneWithoutARelationship(t *testing.T) {
	owner, amina, sara := core.ID{1}, core.ID{2}, core.ID{3}
	row := func(id core.ID, parts int) planner.PersonRow {
		return planner.PersonRow{Person: &core.Person{Head: core.Head{ID: id}}, With: make([]planner.PersonPart, parts)}
	}
	for name, c := range map[string]struct {
		rows []planner.PersonRow
		want core.ID
	}{
		"nobody but the owner":       {[]planner.PersonRow{row(owner, 0)}, core.ID{}},
		"one":                        {[]planner.PersonRow{row(owner, 0), row(amina, 0)}, amina},
		"one beside those in some":   {[]planner.PersonRow{row(owner, 2), row(sara, 2), row(amina, 0)}, amina},
		"everybody has one":          {[]planner.PersonRow{row(owner, 1), row(sara, 1)}, core.ID{}},
		"two, so neither is the one": {[]planner.PersonRow{row(sara, 0), row(owner, 0), row(amina, 0)}, core.ID{}},
	} {
		d := planner.Directory{Owner: owner, Rows: c.rows}
		if got := d.Newcomer(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

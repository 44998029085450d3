package planner_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestWhoStaysOfTwo holds the order of the reasons, whichever of the two somebody begins with.
func TestWhoStaysOfTwo(t *testing.T) {
	person := func(n byte, day int, relationships, meetings int) planner.Candidate {
		made := time.Date(2026, 1, day, 0, 0, 0, 0, time.UTC)
		return planner.Candidate{Person: &core.Person{Head: core.Head{ID: core.ID{n}, Created: made}}, Relationships: relationships, Meetings: meetings}
	}
	all := &planner.Candidates{Owner: core.ID{1}}
	for _, c := range []struct {
		name        string
		stays, goes planner.Candidate
	}{
		{"the owner, whatever hangs on the other", person(1, 9, 0, 0), person(2, 1, 3, 30)},
		{"who has the relationships", person(3, 9, 1, 0), person(2, 1, 0, 0)},
		{"then the meetings", person(3, 9, 1, 5), person(2, 1, 1, 4)},
		{"then who was known first", person(3, 1, 1, 5), person(2, 9, 1, 5)},
	} {
		for _, two := range [][2]planner.Candidate{{c.stays, c.goes}, {c.goes, c.stays}} {
			keep, other := all.Keep(two[0], two[1])
			if keep.Person != c.stays.Person || other.Person != c.goes.Person {
				t.Errorf("%s: %v stays", c.name, keep.Person.ID)
			}
		}
	}
	if all.MayKeep(core.ID{2}, core.ID{1}) || all.MayKeep(core.ID{2}, core.ID{2}) || !all.MayKeep(core.ID{1}, core.ID{2}) {
		t.Error("the owner may go, or somebody into themselves")
	}
}

package plans

import (
	"fmt"
	"runtime"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// manyPlans is a workspace of so many people with two goals and a skill each, that the owner reads too.
func manyPlans(n int) *planner.Plans {
	id := func(kind byte, i int) core.ID { return core.ID{0: kind, 14: byte(i >> 8), 15: byte(i)} }
	owner := id(1, 0)
	p := &planner.Plans{Places: &planner.Places{Today: core.NewDate(2026, 11, 23), Owner: owner, People: []*core.Person{{Head: core.Head{ID: owner}, Name: "Maja Lindqvist"}}}}
	for i := 1; i <= n; i++ {
		person := &core.Person{Head: core.Head{ID: id(1, i)}, Name: fmt.Sprintf("Person Number %d", i)}
		p.People = append(p.People, person)
		read := core.Visibility{Readers: []core.ID{owner, person.ID}}
		for j := range 2 {
			p.Goals = append(p.Goals, planner.GoalRow{Goal: &core.Goal{Head: core.Head{ID: id(2, 2*i+j)}, Title: "A goal", Person: person.ID, Readers: read, Status: core.GoalAgreed}})
		}
		p.Skills = append(p.Skills, planner.SkillRow{Skill: &core.Skill{Head: core.Head{ID: id(3, i)}, Name: "A skill", Person: person.ID, Readers: read, Scale: []string{"a", "b"}}})
	}
	return p
}

// Four times as many people take about four times as much: nothing is made anew of all of them for each goal.
func TestPlansGrowWithThePeople(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	taken := func(n int) float64 {
		p := manyPlans(n)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		m := NewModel(p, Filter{}, false, w)
		runtime.ReadMemStats(&after)
		if len(m.Goals) != 3*n || len(m.Skills) != 2*n {
			t.Fatalf("%d goals and %d skills of %d people", len(m.Goals), len(m.Skills), n)
		}
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	taken(100) // what is made once
	if small, large := taken(250), taken(1000); large > 8*small {
		t.Errorf("1,000 people take %.0f bytes, 250 take %.0f: %.1f times as many", large, small, large/small)
	}
}

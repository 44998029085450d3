package meeting

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A line for somebody who is not in the meeting is in doubt, whether their name has a capital letter or not; a word is none.
func TestALineForSomebodyElseIsInDoubt(t *testing.T) {
	w := english(t)
	m := NewModel(roomOf(core.FormatIndividual, 2), w, false)
	m.room.People[id(2)].Name = "Amina Yusuf"
	m.Know(&planner.Places{People: []*core.Person{{Head: core.Head{ID: id(2)}, Name: "Amina Yusuf"}, {Head: core.Head{ID: id(7)}, Name: "Chen Wei"}}})
	for line, want := range map[string]core.Code{
		"Chen: send the draft by Friday": core.CodeNobody, "chen: send the draft by Friday": core.CodeNobody, "chen wei: send it": core.CodeNobody,
		"amina: send the draft by Friday": "", "goals: send the draft": "", "send the draft": "",
	} {
		a, hint, err := m.Promise(line, "", w)
		if core.CodeOf(err) != want {
			t.Errorf("%q: %v, %q", line, err, hint)
		}
		if owner := a.Owner == id(2); owner != (line[:5] == "amina") {
			t.Errorf("%q is given to %v", line, a.Owner)
		}
	}
}

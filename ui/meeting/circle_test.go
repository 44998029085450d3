package meeting

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A line for the circle that meets is not the owner's in silence: who adds it all the same means each of them who was asked to come. One
// for another circle is in doubt, as one for somebody who is not here.
func TestALineForTheCircleThatMeets(t *testing.T) {
	w := english(t)
	r := roomOf(core.FormatGroup, 4)
	r.Relationship.Name, r.Relationship.ID, r.Meeting.Unasked = "Second circle", id(90), []core.ID{id(4)}
	other := &core.Relationship{Head: core.Head{ID: id(91)}, Name: "Круг руководителей", Status: core.StatusActive}
	m := NewModel(r, w, false)
	m.Know(&planner.Places{People: m.Participants(), Relationships: []planner.Place{{Relationship: r.Relationship, Name: "Second circle"}, {Relationship: other, Name: "Круг руководителей"}}})
	for _, c := range []struct {
		line, state, title, hint string
		owners                   []core.ID
	}{
		{"Second circle: read it by Friday", "circle_action", "Read it", "somebody of Second circle · due Fri 27 Nov", []core.ID{id(2), id(3)}},
		{"second circle - read it by Friday", "circle_action", "Read it", "somebody of Second circle · due Fri 27 Nov", []core.ID{id(2), id(3)}},
		{"Second circle: me: read it by Friday", "", "Read it", "me · due Fri 27 Nov", []core.ID{id(1)}},
		{"Кругу руководителей: read it by Friday", "action", "Кругу руководителей: read it", "nobody here is called “Круг руководителей” · me · due Fri 27 Nov", []core.ID{id(1)}},
		{"Third: read it by Friday", "action", "Third: read it", "nobody here is called “Third” · me · due Fri 27 Nov", []core.ID{id(1)}},
		{"read it by Friday", "", "Read it", "me · due Fri 27 Nov", []core.ID{id(1)}},
	} {
		a, hint, err := m.Promise(c.line, "", w)
		var owners []core.ID
		for _, one := range m.ForEach(a, c.line) {
			owners = append(owners, one.Owner)
		}
		state := ""
		for _, p := range core.Problems(err) {
			if state, _ = p.Args["state"].(string); state == "" {
				state = p.Field
			}
		}
		if a.Title != c.title || hint != c.hint || state != c.state || !slices.Equal(owners, c.owners) {
			t.Errorf("%q: %q, %q, %q, %v", c.line, a.Title, hint, state, owners)
		}
	}
	r.Relationship.Participants = r.Relationship.Participants[:2]
	if a, _, err := m.Promise("Second circle: read it", "", w); err != nil || a.Owner != id(2) {
		t.Errorf("of the one other of a circle: %v, %v", a.Owner, err)
	}
}

package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A relationship with a name of its own says who the other side is, on its page; one that is named after them does not say it
// twice.
func TestARelationshipsOwnNameHidesNobody(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Role: core.RoleMentee})
	day, err := h.Planner.MenteeDay(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var rel *core.Relationship
	var mentor string
	for _, row := range day.Mentors {
		if others := row.Others(day.Owner); rel == nil && len(others) == 1 {
			rel, mentor = row.Relationship, day.People[others[0]].Name
		}
	}
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Lacks(mentor + " · ")
	if err := h.Planner.Relationships.Change(t.Context(), rel.ID, func(r *core.Relationship) error { r.Name = "Growth"; return nil }); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Go(shell.Route{Screen: "relationship", ID: rel.ID})
	h.Wants("Growth", mentor+" · ")
}

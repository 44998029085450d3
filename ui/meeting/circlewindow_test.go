package meeting_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// A promise for the circle that meets is not kept by one Enter: it says that this is several people, and the second one makes one for each
// of them. One for another circle is a name that nobody here has.
func TestAPromiseOfTheCircleIsAskedAbout(t *testing.T) {
	h, id := at(t, "Mei", true, uitest.Options{Before: func(p *planner.Planner) {
		all, err := p.Relationships.All(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Relationships.Change(t.Context(), all[slices.IndexFunc(all, func(r *core.Relationship) bool { return r.Name == "" })].ID, func(r *core.Relationship) error {
			r.Name = "Second circle"
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}})
	circle := h.Relationship("Mei")
	owners := func(title string) map[core.ID]int {
		t.Helper()
		all, err := h.Planner.Actions.OfMeeting(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		out := map[core.ID]int{}
		for _, a := range all {
			if a.Title == title {
				out[a.Owner]++
			}
		}
		return out
	}
	h.Keys("Alt+4")
	h.Type("Leadership circle: bring a case by Friday")
	h.Wants("somebody of Leadership circle · due Fri 27 Nov")
	h.Keys("Enter")
	h.Wants("“Leadership circle” is several people", "press Enter again")
	h.Shot("meeting-circle")
	if got := owners("Bring a case"); len(got) != 0 {
		t.Fatalf("it was kept for %v", got)
	}
	h.Keys("Enter")
	if got := owners("Bring a case"); len(got) != len(circle.Mentees()) || got[circle.Mentees()[0]] != 1 {
		t.Errorf("it is of %v", got)
	}
	h.Keys("Alt+4")
	h.Type("Second circle: bring a case by Friday")
	h.Keys("Enter")
	h.Wants("Nobody here is called “Second circle”")
}

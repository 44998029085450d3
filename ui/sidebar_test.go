package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// The relationships in the sidebar stay where they are while somebody works, whatever waits in them by now; one that came
// back is where it was.
func TestTheSidebarKeepsItsOrder(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	order := h.UI.SidebarNames
	was := order()
	if len(was) < 3 {
		t.Fatalf("%q", was)
	}
	byWaiting := func() []planner.SidebarRow {
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return day.Sidebar
	}
	first := byWaiting()[0]
	open, err := h.Planner.Actions.Of(t.Context(), first.Relationship)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range open {
		if a.Open() {
			if err := h.Planner.Actions.Done(t.Context(), a.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	h.Settle()
	if byWaiting()[0].Relationship == first.Relationship {
		t.Fatal("the same one waits first")
	}
	if now := order(); !slices.Equal(now, was) {
		t.Errorf("%q, was %q", now, was)
	}
	if err := h.Planner.Relationships.Delete(t.Context(), first.Relationship); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Run("undo")
	if now := order(); !slices.Equal(now, was) {
		t.Errorf("%q after the undo, was %q", now, was)
	}
}

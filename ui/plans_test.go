package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/sample"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func TestPlansOverAllPeople(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "plans"})
	h.Wants("Amina Yusuf", "Give two external talks", "Talks given: 1 of 2, from 0", "50%", "Private", "Released to HR", "blocked")
	h.Lacks("Провести совет без подсказок") // reached
	h.Shot("plans")
	h.Tap("Late")
	h.Lacks("Give two external talks")
	h.Tap("Late")
	h.Tap("Timeline")
	h.Wants("6 months", "Jan 2027", "Oct")
	h.Shot("plans-time")
	h.Tap("Skills")
	h.Wants("System design", "2 → 3 of 4")
	h.Shot("plans-skills")
	h.Tap("System design")
	h.Wants("Rated by")
	h.Tap("Cancel")
	h.Keys("Ctrl+Shift+P")
	h.Tap("Goals")
	h.Wants("Give two external talks")
	h.Lacks("Delegate on-call leadership")
}

func TestPlansInRussianAndWhenThereAreNone(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian, Role: core.RoleMentee})
	h.Go(shell.Route{Screen: "plans", Tab: "time"})
	h.Wants("6 месяцев", "янв. 2027")
	h.Shot("plans-time-ru")
	h = uitest.Open(t, uitest.Options{Empty: true})
	h.Go(shell.Route{Screen: "plans"})
	h.Wants("No goals yet")
	h.Tap("Skills")
	h.Wants("No skills yet")
}

func TestPlansOfAThousand(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Large: sample.Options{Relationships: 400, Meetings: 1, Actions: 1}})
	h.Go(shell.Route{Screen: "plans"})
	h.Wants("goals")
	h.Tap("Timeline")
	h.Shot("plans-many")
}

// A goal has one menu wherever it stands: it can be deleted on the page of a relationship too, by a click with the right
// button anywhere on its card, and what is open is not opened again.
func TestAGoalHasOneMenu(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(1280, 1600)})
	rel := h.Relationship("Amina Yusuf")
	goal, err := h.Planner.Goals.Add(t.Context(), core.Goal{Title: "Zigzag", Person: h.Person("Amina").ID, Status: core.GoalAgreed, Relationships: []core.ID{rel.ID}})
	if err != nil {
		t.Fatal(err)
	}
	wants := []string{"Edit…", "Release…", "Reached", "Drop the goal", "Delete"}
	for _, at := range []shell.Route{{Screen: "plans"}, {Screen: "relationship", ID: rel.ID, Tab: "plan"}} {
		h.Go(at)
		h.Menu("Zigzag")
		h.Wants(wants...)
		h.Lacks("Reopen")
		h.Keys("Escape")
	}
	h.Menu("Zigzag")
	h.Tap("Delete")
	if _, err := h.Planner.Goals.Get(t.Context(), goal.ID); core.CodeOf(err) != core.CodeNotFound {
		t.Errorf("the goal is still there: %v", err)
	}
	h.Run("undo")
	if _, err := h.Planner.Goals.Get(t.Context(), goal.ID); err != nil {
		t.Error(err)
	}
}

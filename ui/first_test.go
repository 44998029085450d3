package ui_test

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A workspace in which nothing has begun says what to do first, until there is a relationship.
func TestAFreshWorkspaceSaysWhatToDoFirst(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true})
	h.Wants("First steps", "Add your first mentee")
	first := func(want string) {
		t.Helper()
		if b, ok := h.Canvas().Focused().(*kit.Button); !ok || !strings.HasPrefix(b.Text(), want) {
			t.Errorf("%T has the focus, not the button %q", h.Canvas().Focused(), want)
		}
	}
	first("New person")
	h.Shot("first-mentor")
	h.Lacks("My hours")
	h.Keys("Ctrl+Z") // what made the workspace is no step that could be taken back
	h.Wants("there is nothing to undo")
	if owner, err := h.Planner.Workspace.Owner(t.Context()); err != nil || owner.Name == "" {
		t.Errorf("the owner is %+v, %v", owner, err)
	}
	h.Tap("New person")
	h.Press("Escape")
	amina, err := h.Planner.People.Add(t.Context(), core.Person{Name: "Amina Yusuf"})
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "today"})
	first("New relationship")
	if !h.CanClick("New relationship") || h.CanClick("New person") {
		t.Error("the next step is not the next")
	}
	owner, err := h.Planner.Workspace.Owner(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	begun := core.Relationship{
		Format: core.FormatIndividual, Status: core.StatusActive, Phase: core.PhaseInitiation, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: amina.ID, Role: core.RoleMentee}},
	}
	if _, err := h.Planner.Relationships.Add(t.Context(), begun); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants("No upcoming meetings")
}

func TestAFreshWorkspaceOfAMentee(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Empty: true, Role: core.RoleMentee, Language: core.Russian, Before: func(*planner.Planner) {}})
	h.Wants("С чего начать", "Добавьте наставника")
	h.Shot("first-mentee-ru")
}

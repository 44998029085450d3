package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/sample"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

func TestPlansOverAllPeople(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Go(shell.Route{Screen: "plans"})
	h.Wants("Amina Yusuf", "Give two external talks", "Talks given: 1 of 2, from 0", "50%", "Private", "for HR", "blocked")
	h.Lacks("Провести совет без подсказок") // reached
	h.Shot("plans")
	h.Tap("Late")
	h.Lacks("Give two external talks")
	h.Tap("Late")
	h.Tap("Time line")
	h.Wants("6 months", "Jan 2027", "Oct")
	h.Shot("plans-time")
	h.Tap("Skills")
	h.Wants("System design", "2 → 3 of 4")
	h.Shot("plans-skills")
	h.Tap("System design")
	h.Wants("Who says it")
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
	h.Tap("Time line")
	h.Shot("plans-many")
}

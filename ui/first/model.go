// Package first is what Today shows in a workspace in which nothing has begun yet: what to do first.
package first

import (
	"slices"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Step is one of the first things to do.
type Step struct {
	Title, Hint string
	Commands    []string // that do it, the usual one first
	Done        bool
	Now         bool // it is this one's turn
}

// OutsetOf gives how far a workspace has come in which nothing has begun yet.
func OutsetOf(t *planner.Today) planner.Outset {
	return planner.Outset{Side: t.Side, People: t.People, Related: t.Related}
}

// Turn gives the step whose turn it is.
func Turn(s planner.Outset, w *locale.Words) Step {
	steps := Steps(s, w)
	return steps[slices.IndexFunc(steps, func(s Step) bool { return s.Now })]
}

// Steps lists what to do first, for a mentor, for a mentee, or for somebody who is both. No meeting is planned yet: its turn
// comes at the latest.
func Steps(at planner.Outset, w *locale.Words) []Step {
	side := "mentor"
	switch at.Side {
	case core.RoleMentee:
		side = "mentee"
	case core.RoleBoth:
		side = "both"
	}
	step := func(name string, done bool, commands ...string) Step {
		return Step{Title: w.T("first." + name + "." + side), Hint: w.T("first." + name + "_hint." + side), Commands: commands, Done: done}
	}
	steps := []Step{
		step("person", at.Related || at.People > 1, "person.new", "people.import"),
		step("relationship", at.Related, "relationship.new"),
		step("meeting", false, "meeting.new"),
	}
	for i := range steps {
		if !steps[i].Done {
			steps[i].Now = true
			break
		}
	}
	return steps
}

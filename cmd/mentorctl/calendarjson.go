package main

import (
	"mentorbook/core"
	"mentorbook/core/planner"
)

// calendarJSON is what an import of a calendar does, for scripts.
type calendarJSON struct {
	Name     string         `json:"name"`
	Steps    []calendarStep `json:"steps"`
	Whose    string         `json:"whose,omitempty"` // the name of the person whose days off they are; none: it is a calendar of the owner's
	Replies  []replyStep    `json:"replies,omitempty"`
	Findings []core.Finding `json:"findings,omitempty"`
	Others   int            `json:"others,omitempty"` // tasks and the like, which are no events
	New      int            `json:"new"`
	Changed  int            `json:"changed"`
	Same     int            `json:"same"`
	Refused  int            `json:"refused"`

	Unknown []planner.UnknownHost `json:"unknown,omitempty"` // who invites, and is in no relationship with the owner, or in several
}

// calendarStep is one event, and why it is refused, if it is.
type calendarStep struct {
	planner.CalendarStep
	Reason string `json:"reason,omitempty"`
}

// replyStep is one answer to an invitation, and why it is not taken, if it is not.
type replyStep struct {
	planner.ReplyStep
	Reason string `json:"reason,omitempty"`
}

func (a *app) calendarJSON(plan *planner.CalendarPlan) calendarJSON {
	out := calendarJSON{
		Name: plan.Name, Whose: plan.Whose, Steps: []calendarStep{}, Findings: plan.Findings, Others: plan.Others,
		New: plan.New, Changed: plan.Changed, Same: plan.Same, Refused: plan.Refused,
		Unknown: plan.Unknown,
	}
	for _, s := range plan.Steps {
		out.Steps = append(out.Steps, calendarStep{s, a.words().Error(s.Err)})
	}
	for _, s := range plan.Replies {
		out.Replies = append(out.Replies, replyStep{s, a.words().Error(s.Err)})
	}
	return out
}

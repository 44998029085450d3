package calendarfile

import (
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Choice is who an unknown organizer may be.
type Choice struct {
	Text string
	Host planner.Host
	Busy bool // nobody: what they invite to is kept as busy time
}

// mostStrangers is how many people in no relationship are offered: a workspace may have thousands of them.
const mostStrangers = 40

// Choices lists who an organizer may be, in the order of the screen. Who has the address already is nobody else, and of somebody who
// is met in several relationships it lists these.
func Choices(plan *planner.CalendarPlan, u planner.UnknownHost, w *locale.Words) []Choice {
	if len(u.Ties) > 0 {
		return append([]Choice{{Text: w.T("calfile.several_busy"), Busy: true}}, tieChoices(core.ID{}, u.Ties)...)
	}
	out := []Choice{{Text: w.T("calfile.host_busy"), Busy: true}}
	either := func(id core.ID, name string) {
		for _, role := range []core.Role{core.RoleMentor, core.RoleMentee} {
			out = append(out, Choice{Text: w.T("calfile.host_"+string(role), "name", name), Host: planner.Host{Person: id, Role: role}})
		}
	}
	if u.Person.IsZero() {
		either(core.ID{}, w.T("calfile.host_new", "name", u.Name))
	}
	strangers := 0
	for _, p := range plan.Known {
		switch {
		case !u.Person.IsZero() && p.ID != u.Person:
		case len(p.Ties) > 0:
			out = append(out, tieChoices(p.ID, p.Ties)...)
		case p.Met:
			out = append(out, Choice{Text: p.Name, Host: planner.Host{Person: p.ID}})
		case strangers < mostStrangers:
			strangers++
			either(p.ID, p.Name)
		}
	}
	return out
}

// tieChoices lists relationships with one person, whose names tell them apart.
func tieChoices(person core.ID, ties []planner.Tie) []Choice {
	out := make([]Choice, len(ties))
	for i, t := range ties {
		out[i] = Choice{Text: t.Name, Host: planner.Host{Person: person, Relationship: t.Relationship}}
	}
	return out
}

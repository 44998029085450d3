package calendarfile

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// mostHosts is how many organizers are asked for at once, those first who invite to most. A message has one, a file of a
// whole mailbox any number.
const mostHosts = 40

// askHosts asks who they are that invite by addresses which nobody here has, or in which of several relationships they do. What is said counts for this file.
func (p *preview) askHosts(plan *planner.CalendarPlan) fyne.CanvasObject {
	w := p.deps.Words
	var fields []fyne.CanvasObject
	strangers := false
	unknown := slices.SortedStableFunc(slices.Values(plan.Unknown), func(a, b planner.UnknownHost) int { return b.Count - a.Count })
	for _, u := range unknown[:min(len(unknown), mostHosts)] {
		choices := Choices(plan, u, w)
		texts := make([]string, len(choices))
		for i, c := range choices {
			texts[i] = c.Text
		}
		asks := "calfile.several_ask"
		if len(u.Ties) == 0 {
			asks, strangers = "calfile.host_ask", true
		}
		field := kit.NewSelect(w.T(asks, "value", core.CleanLine(u.Email)), texts, 0, func(i int) { p.say(u.Email, choices[i]) })
		if p.hosts[core.EmailKey(u.Email)] = field; p.first == nil {
			p.first = field.Focusable()
		}
		fields = append(fields, field)
	}
	if len(fields) == 0 {
		return nil
	}
	if more := len(unknown) - len(fields); more > 0 {
		fields = append(fields, kit.NewText(w.T("calfile.host_more", "count", more), kit.Caption()))
	}
	hint := "calfile.several_hint"
	if strangers {
		hint = "calfile.host_hint"
	}
	return kit.Stack(8, append(fields, kit.NewText(w.T(hint), kit.Caption()))...)
}

// say reads the file anew with what was said of an organizer.
func (p *preview) say(email string, c Choice) {
	said := maps.Clone(p.way.Hosts)
	if said[email] = c.Host; c.Busy {
		delete(said, email)
	}
	p.way.Hosts = said
	p.deps.Read(p.way, p.replan)
}

package calendarfile

import (
	"maps"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
)

// mostHosts is how many organizers are asked for: a message has one.
const mostHosts = 3

// askHosts asks who they are that invite by addresses which nobody here has. What is said counts for this file.
func (p *preview) askHosts(plan *planner.CalendarPlan) fyne.CanvasObject {
	w := p.deps.Words
	var fields []fyne.CanvasObject
	for _, u := range plan.Unknown[:min(len(plan.Unknown), mostHosts)] {
		choices := Choices(plan, u, w)
		texts := make([]string, len(choices))
		for i, c := range choices {
			texts[i] = c.Text
		}
		field := kit.NewSelect(w.T("calfile.host_ask", "value", core.CleanLine(u.Email)), texts, 0, func(i int) { p.say(u.Email, choices[i]) })
		if p.hosts == nil {
			p.hosts = field
		}
		fields = append(fields, field)
	}
	if len(fields) == 0 {
		return nil
	}
	return kit.Stack(8, append(fields, kit.NewText(w.T("calfile.host_hint"), kit.Caption()))...)
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

package ui

import (
	"mentorbook/core"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
)

// sectionCommands lead to each part of the settings by its name: who looks for what is set there need not know where that is.
func (w *Window) sectionCommands() []shell.Command {
	const group = "settings.title"
	out := []shell.Command{{ID: "settings.working", Title: "settings.do.working", Group: group, Run: func() {
		work(w, "dialog", w.cfg.Planner.Workspace.Owner, func(owner *core.Person) { w.editWork(owner) })
	}}}
	for _, section := range settings.Sections() {
		out = append(out, shell.Command{
			ID: "settings." + section, Title: "settings.do." + section, Reads: true, Steers: section != settings.SectionBackups, Group: group,
			Run: func() { w.showSettings(section) },
		})
	}
	return out
}

// showSettings goes to a part of the settings, also where they are on show.
func (w *Window) showSettings(section string) {
	w.shell.Go(shell.Route{Screen: screenSettings, Tab: section})
	if page, ok := w.shell.Router.Page().(*settings.Page); ok {
		page.Show(section)
	}
}

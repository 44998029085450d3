package ui

import (
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
)

func (w *Window) todayScreen() screen {
	return screen{
		name: screenToday, nav: "window.today",
		badge: func(t *planner.Today) string { return badge(len(t.Needs)+t.More, false, w.words()) },
		page: func(shell.Route) shell.Page {
			return today.New(today.Deps{
				Words: w.words, Load: w.loadToday, Open: w.openRelationship, Tick: func(id core.ID) { w.tick(id, true) }, First: w.firstSteps,
			})
		},
		commands: []shell.Command{
			{ID: "today", Title: "window.today", Keys: "Ctrl+1", Run: func() { w.shell.Go(shell.Route{Screen: screenToday}) }},
		},
	}
}

// loadToday reads the day; the sidebar's figures come with it.
func (w *Window) loadToday(done func(*planner.Today)) {
	work(w, "today", w.cfg.Planner.Today, func(t *planner.Today) {
		w.showSidebar(t)
		done(t)
	})
}

package ui

import (
	"slices"

	"mentorbook/core/planner"
	"mentorbook/ui/shell"
)

// Names of the window's screens, as routes have them.
const (
	screenToday        = "today"
	screenPeople       = "people"       // the list, with the person of the route's id beside it
	screenRelationship = "relationship" // of the route's id, at its tab
	screenMeeting      = "meeting"      // of the route's id
	screenCalendar     = "calendar"     // at its tab: day, week, month or agenda
	screenPlans        = "plans"
	screenChecklists   = "checklists"
	screenReports      = "reports" // for the relationship of the route's id, or none yet
	screenSettings     = "settings"
)

// screen is one place of the window. A feature tells all about itself here, so that nothing else needs to
// know what screens there are.
type screen struct {
	name     string // and that of its icon, where it has a line in the sidebar
	page     func(shell.Route) shell.Page
	nav      string                      // key of its line in the sidebar; "" for a screen without one
	badge    func(*planner.Today) string // the figure on that line; nil for none
	bottom   bool                        // its line stands at the sidebar's end
	commands []shell.Command             // that work on every screen
	imports  map[string]func(string)     // what it does with a file of a kind, by the extension: ".csv"
}

// allScreens lists the screens in the order of the sidebar.
func (w *Window) allScreens() []screen {
	return []screen{
		w.todayScreen(),
		w.peopleScreen(),
		w.calendarScreen(),
		w.meetingScreen(),
		w.relationshipScreen(),
		w.plansScreen(),
		w.checklistsScreen(),
		w.reportsScreen(),
		w.settingsScreen(),
	}
}

// newCommands lists the commands of the button that makes something. Those that no screen registers are left out.
func newCommands() []string {
	return []string{"meeting.new", "action.new", "question.new", "note.new", "", "goal.new", "skill.new", "checklist.new", "", "person.new", "relationship.new"}
}

func (w *Window) screen(name string) (screen, bool) {
	i := slices.IndexFunc(w.screens, func(s screen) bool { return s.name == name })
	if i < 0 {
		return screen{}, false
	}
	return w.screens[i], true
}

// has tells whether there is such a screen: no door leads nowhere.
func (w *Window) has(name string) bool {
	_, ok := w.screen(name)
	return ok
}

// Screens names all screens that routes may lead to.
func (w *Window) Screens() []string {
	out := make([]string, len(w.screens))
	for i, s := range w.screens {
		out[i] = s.name
	}
	return out
}

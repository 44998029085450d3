package main

// screen is one of the window's places to take pictures of. Its pictures are called name-theme-language.png.
type screen struct {
	name  string
	as    string   // whose sample: mentor or mentee; "" for the window of a first start, with no workspace
	route string   // as -open takes it; {KIND:NAME} stands for an id, see places.find
	keys  []string // pressed one after another when the screen has settled, such as ctrl+k
}

// screens lists them all. A new screen is one line here.
func screens() []screen {
	return []screen{
		{name: "welcome"},
		{name: "today", as: "mentor", route: "today"},
		{name: "relationship", as: "mentor", route: "relationship/{relationship:Amina Yusuf}"},
		{name: "relationship-plan", as: "mentor", route: "relationship/{relationship:Amina Yusuf}/plan"},
		{name: "relationship-notes", as: "mentor", route: "relationship/{relationship:Amina Yusuf}/notes"},
		{name: "people", as: "mentor", route: "people/{person:Amina Yusuf}"},
		{name: "palette", as: "mentor", route: "people", keys: []string{"ctrl+k", "a", "m", "i", "n", "a"}},
		{name: "meeting", as: "mentor", route: "meeting/{planned:Amina Yusuf}"},
		{name: "meeting-held", as: "mentor", route: "meeting/{held:Amina Yusuf}"},
		{name: "calendar-day", as: "mentor", route: "calendar/day"},
		{name: "calendar-week", as: "mentor", route: "calendar/week"},
		{name: "calendar-month", as: "mentor", route: "calendar/month"},
		{name: "calendar-list", as: "mentor", route: "calendar/agenda"},
		{name: "calendar-year", as: "mentor", route: "calendar/year"},
		{name: "plans", as: "mentor", route: "plans"},
		{name: "plans-time", as: "mentor", route: "plans/time"},
		{name: "checklists", as: "mentor", route: "checklists"},
		{name: "report", as: "mentor", route: "reports/{relationship:Amina Yusuf}"},
		{name: "settings", as: "mentor", route: "settings"},
		{name: "today-mentee", as: "mentee", route: "today"},
	}
}

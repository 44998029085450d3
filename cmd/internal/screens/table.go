package main

// screen is one of the window's places to take pictures of. Its pictures are called name-theme-language.png.
type screen struct {
	name  string
	as    string   // whose sample: mentor or mentee
	route string   // as -open takes it; {KIND:NAME} stands for an id, see places.find
	keys  []string // pressed one after another when the screen has settled, such as ctrl+k
}

// screens lists them all. A new screen is one line here.
func screens() []screen {
	return []screen{
		{name: "today", as: "mentor", route: "today"},
		{name: "relationship", as: "mentor", route: "relationship/{relationship:Amina Yusuf}"},
		{name: "relationship-plan", as: "mentor", route: "relationship/{relationship:Amina Yusuf}/plan"},
		{name: "relationship-notes", as: "mentor", route: "relationship/{relationship:Amina Yusuf}/notes"},
		{name: "people", as: "mentor", route: "people/{person:Amina Yusuf}"},
		{name: "palette", as: "mentor", route: "people", keys: []string{"ctrl+k", "p", "l", "a", "n"}},
		{name: "calendar-week", as: "mentor", route: "calendar/week"},
		{name: "calendar-month", as: "mentor", route: "calendar/month"},
		{name: "plans", as: "mentor", route: "plans"},
		{name: "plans-time", as: "mentor", route: "plans/time"},
		{name: "checklists", as: "mentor", route: "checklists"},
		{name: "report", as: "mentor", route: "reports/{relationship:Amina Yusuf}"},
		{name: "today-mentee", as: "mentee", route: "today"},
	}
}

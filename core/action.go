package core

// Action is a promise: one owner, and mostly a day by which it is kept.
type Action struct {
	Head
	Title         string       `json:"title"`
	Owner         ID           `json:"owner"`
	Due           Date         `json:"due,omitzero"`
	Relationships []ID         `json:"relationships,omitempty"`
	Meeting       ID           `json:"meeting,omitzero"` // in which it was promised
	Goal          ID           `json:"goal,omitzero"`    // towards which it leads
	Status        ActionStatus `json:"status"`
	Closed        Date         `json:"closed,omitzero"` // the day it was kept or dropped
	Readers       Visibility   `json:"visibility,omitzero"`
}

// ActionStatus is what became of a promise.
type ActionStatus string

// The statuses of an action.
const (
	ActionOpen    ActionStatus = "open"
	ActionDone    ActionStatus = "done"
	ActionDropped ActionStatus = "dropped"
)

// Kind is KindAction.
func (*Action) Kind() Kind { return KindAction }

// Open tells whether the promise is still to be kept.
func (a *Action) Open() bool { return a.Status == ActionOpen }

// DaysLate counts the days since its due date; 0 where it is not late, not open or has no date.
func (a *Action) DaysLate(today Date) int {
	if !a.Open() || a.Due.IsZero() {
		return 0
	}
	return max(today.DaysSince(a.Due), 0)
}

// Validate checks the fields. That the owner takes part in each linked relationship, Accord checks.
func (a *Action) Validate() error {
	var p problems
	p.name("title", a.Title, MaxLine)
	p.required("owner", a.Owner)
	p.date("due", a.Due)
	p.date("closed", a.Closed)
	choice(&p, "status", a.Status, ActionOpen, ActionDone, ActionDropped)
	if a.Open() == !a.Closed.IsZero() {
		p.add(CodeRequired, "closed")
	}
	p.links("relationships", a.Relationships)
	p.note("visibility", a.Readers.validate())
	return p.err()
}

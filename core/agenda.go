package core

import "slices"

// AgendaItem is one point of a meeting's agenda. It lives inside its meeting.
type AgendaItem struct {
	ID      ID         `json:"id"`
	Text    string     `json:"text"`
	Owner   ID         `json:"owner,omitzero"`
	Minutes int        `json:"minutes,omitempty"`
	Stage   Stage      `json:"stage,omitempty"`
	Done    bool       `json:"done,omitempty"`
	Carried int        `json:"carried,omitempty"` // how often it was carried over from a meeting before
	From    ID         `json:"from,omitzero"`     // the item of the meeting before that it continues
	Moved   bool       `json:"moved,omitempty"`   // carried over to a later meeting, so no longer open here
	Source  Ref        `json:"source,omitzero"`   // the question or action that it was pulled from
	Readers Visibility `json:"visibility,omitzero"`
}

// Stage is the step of a conversation that an item belongs to; "" is none.
type Stage string

// The stages of a conversation: goal, reality, options, way forward.
const (
	StageGoal       Stage = "goal"
	StageReality    Stage = "reality"
	StageOptions    Stage = "options"
	StageWayForward Stage = "way_forward"
)

// Stages lists them in order.
func Stages() []Stage { return []Stage{StageGoal, StageReality, StageOptions, StageWayForward} }

func (a *AgendaItem) validate() error {
	var p problems
	p.required("id", a.ID)
	p.name("text", a.Text, MaxLine)
	p.between("minutes", a.Minutes, 0, 24*60)
	p.between("carried", a.Carried, 0, 10_000)
	if a.Stage != "" {
		choice(&p, "stage", a.Stage, Stages()...)
	}
	if a.Source != (Ref{}) {
		choice(&p, "source.kind", a.Source.Kind, KindQuestion, KindAction)
		p.required("source.id", a.Source.ID)
	}
	p.note("visibility", a.Readers.validate())
	return p.err()
}

// Open tells whether the item still waits to be talked about.
func (a *AgendaItem) Open() bool { return !a.Done && !a.Moved }

// AgendaMinutes sums the minutes that the agenda gives its items.
func (m *Meeting) AgendaMinutes() int {
	n := 0
	for i := range m.Agenda {
		n += m.Agenda[i].Minutes
	}
	return n
}

// OpenItems lists the items that still wait, in their order.
func (m *Meeting) OpenItems() []AgendaItem {
	var out []AgendaItem
	for i := range m.Agenda {
		if m.Agenda[i].Open() {
			out = append(out, m.Agenda[i])
		}
	}
	return out
}

// CarryOver moves the open items of a closed meeting onto the next one: each once, in their order, before
// what the next agenda holds already, with the count raised. Items that a former carrying-over brought there
// are not brought again. It gives how many items moved; from a meeting onto itself none does.
func CarryOver(from, to *Meeting, newID func() ID) int {
	if from == to || (from.ID == to.ID && !from.ID.IsZero()) {
		return 0
	}
	there := map[ID]bool{}
	for i := range to.Agenda {
		if came := to.Agenda[i].From; !came.IsZero() {
			there[came] = true
		}
	}
	var moved []AgendaItem
	n := 0
	for i := range from.Agenda {
		item := &from.Agenda[i]
		if !item.Open() {
			continue
		}
		item.Moved = true
		n++
		if there[item.ID] {
			continue
		}
		next := *item
		next.ID, next.From, next.Moved = newID(), item.ID, false
		next.Carried++
		next.Readers.Readers = slices.Clone(item.Readers.Readers) // two records never share a list
		moved = append(moved, next)
	}
	to.Agenda = append(moved, to.Agenda...)
	return n
}

// Shown gives the meeting as others may see it: where hide is set, a copy whose agenda lacks what nobody but the owner
// reads, so that not even a number tells of it, and without the owner's own verdict; of another's private meeting a copy without
// what it is about.
func (m *Meeting) Shown(hide bool) *Meeting {
	if !hide {
		return m
	}
	out := *m
	out.Agenda = slices.DeleteFunc(slices.Clone(m.Agenda), func(a AgendaItem) bool { return a.Readers.Private() })
	out.Useful = 0
	out.veil()
	return &out
}

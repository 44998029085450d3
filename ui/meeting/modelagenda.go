package meeting

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// Agenda is the list of items with its sum.
type Agenda struct {
	Caption string // "41 of 45 min"
	Over    bool   // more is planned than there is time
	Items   []Item
	Empty   string // what is said where there are none
	Open    int    // items that wait
}

// Item is one point.
type Item struct {
	ID      core.ID
	Text    string
	About   []string // stage, minutes, owner, how often carried over
	Minutes int
	Done    bool
	Moved   bool // carried over to a later meeting
	Private bool
	Place   int // among all items of the meeting, also those that are not shown
	Record  core.AgendaItem
}

func newAgenda(r *planner.Room, w *locale.Words, presenting bool) Agenda {
	m := r.Meeting
	out := Agenda{
		Caption: w.T("meeting.minutes_of", "n", m.Shown(presenting).AgendaMinutes(), "of", m.Length()),
		Over:    m.Shown(presenting).AgendaMinutes() > m.Length(),
		Empty:   w.Empty("meeting.agenda_empty", presenting),
	}
	if presenting && len(m.Shown(true).Agenda) == 0 { // none that may be shown takes more than no time
		out.Caption = ""
	}
	if !m.Planned() { // how long it took says nothing of what was planned for it, and nothing can be added any more
		out.Over, out.Caption, out.Empty = false, "", w.Empty("meeting.agenda_none", presenting)
		if n := m.Shown(presenting).AgendaMinutes(); n > 0 {
			out.Caption = w.Hours(n)
		}
	}
	for i := range m.Agenda {
		a := m.Agenda[i]
		if presenting && a.Readers.Private() {
			continue
		}
		if a.Open() {
			out.Open++
		}
		item := Item{ID: a.ID, Place: i, Text: a.Text, Minutes: a.Minutes, Done: a.Done, Moved: a.Moved, Private: a.Readers.Private(), Record: a}
		item.About = aboutItem(a, r, w)
		out.Items = append(out.Items, item)
	}
	return out
}

func aboutItem(a core.AgendaItem, r *planner.Room, w *locale.Words) []string {
	var out []string
	if a.Stage != "" {
		out = append(out, locale.Capital(w.Word(a.Stage)))
	}
	if a.Minutes > 0 {
		out = append(out, w.Hours(a.Minutes))
	}
	if name := nameIn(a.Owner, r, w); name != "" {
		out = append(out, name)
	}
	return append(out, becameOf(a, r, w)...)
}

// becameOf says how often an item was carried over and, of a meeting that is over, what became of it there: nothing is said of
// what was talked about, which is ticked. The meeting is named on whose agenda it is now.
func becameOf(a core.AgendaItem, r *planner.Room, w *locale.Words) []string {
	var out []string
	switch {
	case a.Moved && a.Carried > 0: // here, and on from here
		out = append(out, w.T("meeting.carried", "count", a.Carried+1))
	case a.Moved:
		out = append(out, w.T("meeting.moved_on"))
	case a.Carried > 0:
		out = append(out, w.T("meeting.carried", "count", a.Carried))
	}
	if a.Open() && !r.Meeting.Planned() {
		out = append(out, w.T("meeting.item_open"))
	}
	if now := r.Went[a.ID]; a.Moved && now != nil {
		start, _ := now.On(r.Owner.Home())
		out = append(out, w.T("meeting.moved_to", "date", w.DateShort(start.Date, r.Today)))
	}
	return out
}

// First gives the first item that waits; the zero id where none does.
func (a *Agenda) First() core.ID {
	for _, item := range a.Items {
		if !item.Done && !item.Moved {
			return item.ID
		}
	}
	return core.ID{}
}

// After gives the next item that waits after one, round the end; the zero id where none does.
func (a *Agenda) After(id core.ID) core.ID {
	at := 0
	for i, item := range a.Items {
		if item.ID == id {
			at = i + 1
		}
	}
	for i := range a.Items {
		item := a.Items[(at+i)%len(a.Items)]
		if !item.Done && !item.Moved && item.ID != id {
			return item.ID
		}
	}
	return core.ID{}
}

// PlaceOf gives the place among all items of the meeting at which the item stands that is shown at a place.
func (a *Agenda) PlaceOf(shown int) int {
	if shown < 0 || shown >= len(a.Items) {
		return shown
	}
	return a.Items[shown].Place
}

// Item gives an item by its id; false where it is gone.
func (a *Agenda) Item(id core.ID) (Item, bool) {
	for _, item := range a.Items {
		if item.ID == id {
			return item, true
		}
	}
	return Item{}, false
}

// Line gives what stands below an item's text.
func (i Item) Line() string { return strings.Join(i.About, " · ") }

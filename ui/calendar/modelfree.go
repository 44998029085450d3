package calendar

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
)

// FreeSlot is a time at which all are free.
type FreeSlot struct {
	Text, Why  string
	Start, End core.Civil // on the owner's clock
}

// FreeModel is the times at which the owner and the people of a relationship are free.
type FreeModel struct {
	Relationship core.ID
	Name         string // the relationship's
	Caption      string
	Slots        []FreeSlot
	Empty        string // why there is none
	Assumed      string // who counts as busy from when on, though they may be free, and whose time zone is not known; "" for nobody
	Message      string // what can be sent to the guest, in their language and on their clock
	Title        string // of the times in a calendar file, in the guest's language
	Times        *planner.FreeTimes

	found *planner.FreeTimes // also where nothing is free
}

// NewFreeModel puts what the planner found into words. words gives a guest's language.
func NewFreeModel(rel core.ID, name string, f *planner.FreeTimes, w *locale.Words, words func(core.Language) *locale.Words) *FreeModel {
	m := &FreeModel{Relationship: rel, Name: name, found: f, Caption: w.T("calendar.free_for", "name", name, "length", w.Hours(f.Minutes))}
	loc := planner.Home(f.Owner)
	for _, s := range f.Slots {
		slot := FreeSlot{Start: core.CivilOf(s.Start.In(loc)), End: core.CivilOf(s.End.In(loc))}
		slot.Text = w.DateWithDay(slot.Start.Date, slot.Start.Date) + " · " + w.Clock(slot.Start)
		var why []string
		if theirs := w.TheirClock(s.Start, f.Owner.Home(), f.Others()...); theirs != "" {
			why = append(why, theirs)
		}
		for _, r := range s.Reasons {
			why = append(why, w.T("slot."+string(r.Code), "name", nameOf(f.People, r.Person), "time", w.Clock(r.At)))
		}
		slot.Why = strings.Join(why, ", ")
		m.Slots = append(m.Slots, slot)
	}
	var assumed []string
	for _, p := range f.NoZone {
		assumed = append(assumed, w.T("free.no_zone", "name", p.ShortName()))
	}
	for _, a := range f.Assumed { // why somebody is busy is not said where others may look
		from := core.CivilOf(a.From.In(loc))
		assumed = append(assumed, w.Assumed(a.Person.ShortName(), "", from, from.Date))
	}
	m.Assumed = strings.Join(assumed, "\n")
	switch {
	case f.Full:
		m.Empty = w.T("calendar.free_full")
	case len(m.Slots) == 0:
		m.Empty = w.T("calendar.free_none")
	default:
		m.Message, m.Times = message(f, words), f
		m.Title = words(f.Reader().Language).T("calendar.propose_title", "name", f.Owner.Name)
	}
	return m
}

func nameOf(people []*core.Person, id core.ID) string {
	for _, p := range people {
		if p.ID == id {
			return p.ShortName()
		}
	}
	return ""
}

// message is the proposal for the guests: in the language of the only one, else in the owner's, on each guest's
// clock where there is one.
func message(f *planner.FreeTimes, words func(core.Language) *locale.Words) string {
	reader := f.Reader()
	w := words(reader.Language)
	loc, err := reader.Zone.Location()
	if err != nil {
		reader, loc = f.Owner, planner.Home(f.Owner)
	}
	lines := []string{w.T("calendar.propose_head", "zone", w.City(reader.Home()))}
	for _, s := range f.Slots {
		start, end := core.CivilOf(s.Start.In(loc)), core.CivilOf(s.End.In(loc))
		lines = append(lines, "– "+w.DateLong(start.Date)+", "+w.Span(start, end))
	}
	return strings.Join(lines, "\n")
}

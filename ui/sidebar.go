package ui

import (
	"slices"
	"strconv"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// maxSidebar is how many relationships stand in the sidebar; the others are found by the palette.
const maxSidebar = 40

// showSidebar fills the sidebar from a day; nil, the day is not read yet, is nothing.
func (w *Window) showSidebar(t *planner.Today) {
	if w.day = t; t == nil {
		return
	}
	s := shell.Sidebar{}
	if len(t.Sidebar) > 0 {
		s.Heading = w.words().T("window.relationships")
	}
	for _, at := range w.screens {
		if at.nav == "" {
			continue
		}
		line := shell.NavEntry{Route: shell.Route{Screen: at.name}, Text: w.words().T(at.nav), Icon: at.name}
		if c, ok := w.shell.Commands.Find(at.name); ok {
			line.Keys = c.Keys
		}
		if at.badge != nil && !w.presenting() { // the figures count what is private, too
			line.Badge = at.badge(t)
		}
		if at.bottom {
			s.Bottom = append(s.Bottom, line)
		} else {
			s.Main = append(s.Main, line)
		}
	}
	for i, row := range w.steady(t.Sidebar) {
		if i == maxSidebar {
			break
		}
		figure, veil, rest := "", "", ""
		if row.More > 0 {
			rest = "+" + strconv.Itoa(row.More)
		}
		if w.presenting() {
			veil = w.called(core.KindRelationship, row.Relationship) // the others are nobody's concern
		} else {
			figure = badge(row.Waiting, row.Quiet, w.words())
		}
		s.List = append(s.List, shell.NavEntry{
			Route: shell.Route{Screen: screenRelationship, ID: row.Relationship}, Text: row.Name, Tail: row.Apart, Rest: rest, Veil: veil, Badge: figure,
			Menu: func() []kit.MenuEntry { return w.sidebarMenu(row.Relationship, row.Name) },
		})
	}
	w.shell.SetSidebar(s)
}

// steady gives the relationships in the order in which they stood when the window first showed them: a line that is about to
// be pressed goes nowhere because something in it waits no more. New ones come last, and what came back is where it was.
func (w *Window) steady(rows []planner.SidebarRow) []planner.SidebarRow {
	place := make(map[core.ID]int, len(w.order))
	for i, id := range w.order {
		place[id] = i
	}
	for _, row := range rows {
		if _, known := place[row.Relationship]; !known {
			place[row.Relationship] = len(w.order)
			w.order = append(w.order, row.Relationship)
		}
	}
	out := slices.Clone(rows)
	slices.SortStableFunc(out, func(a, b planner.SidebarRow) int { return place[a.Relationship] - place[b.Relationship] })
	return out
}

// badge is a figure, or a mark where there is none but something is amiss.
func badge(n int, mark bool, w *locale.Words) string {
	switch {
	case n > 0:
		return w.Number(float64(n))
	case mark:
		return "!"
	}
	return ""
}

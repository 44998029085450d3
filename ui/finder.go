package ui

import (
	"context"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

// maxFound is how many things the palette lists.
const maxFound = 30

// find looks for records.
func (w *Window) find(query string) func(context.Context) (shell.Hits, error) {
	words := w.words()
	return func(ctx context.Context) (shell.Hits, error) {
		today, err := w.cfg.Planner.TodayDate(ctx)
		if err != nil {
			return shell.Hits{}, err
		}
		found, err := w.search.Find(ctx, query, maxFound)
		var out shell.Hits
		if found.Newest > 0 {
			out.Note = words.T("find.newest", "n", words.Number(float64(found.Newest)))
		}
		for _, f := range found.Found {
			to, ok := w.placeOf(f)
			if !ok {
				continue
			}
			hit := shell.Hit{
				Title: hitTitle(f, words), Snippet: f.Snippet, Caption: hitCaption(f, today, words), Open: func() { w.shell.Go(to) },
			}
			if f.Private {
				hit.Mark = words.T("chip.private")
			}
			out.List = append(out.List, hit)
		}
		return out, err
	}
}

func hitTitle(f planner.Found, w *locale.Words) string {
	if f.Title == "" && f.Ref.Kind == core.KindMeeting {
		return w.T("find.meeting", "name", f.Where)
	}
	return f.Title
}

// hitCaption says what was found, where it is, and of which day.
func hitCaption(f planner.Found, today core.Date, w *locale.Words) string {
	parts := []string{w.T("kind." + string(f.Ref.Kind))}
	if f.Where != "" && !(f.Title == "" && f.Ref.Kind == core.KindMeeting) { // which is called after it
		parts = append(parts, f.Where)
	}
	if !f.On.IsZero() {
		parts = append(parts, w.DateShort(f.On, today))
	}
	return strings.Join(parts, " · ")
}

// placeOf gives the place where a thing is to be seen; false where there is none.
func (w *Window) placeOf(f planner.Found) (shell.Route, bool) {
	at := func(tab string) (shell.Route, bool) {
		return shell.Route{Screen: screenRelationship, ID: f.Relationship, Tab: tab}, !f.Relationship.IsZero()
	}
	switch f.Ref.Kind {
	case core.KindPerson:
		return shell.Route{Screen: screenPeople, ID: f.Ref.ID}, true
	case core.KindMeeting:
		if w.has(screenMeeting) {
			return shell.Route{Screen: screenMeeting, ID: f.Ref.ID}, true
		}
		return at(relationship.TabMeetings)
	case core.KindGoal:
		if f.Relationship.IsZero() && w.has(screenPlans) {
			return shell.Route{Screen: screenPlans}, true
		}
		return at(relationship.TabPlan)
	case core.KindNote:
		switch {
		case f.About.Kind == core.KindPerson:
			return shell.Route{Screen: screenPeople, ID: f.About.ID}, true
		case f.About.Kind == core.KindMeeting && w.has(screenMeeting):
			return shell.Route{Screen: screenMeeting, ID: f.About.ID}, true
		}
		return at(relationship.TabNotes)
	case core.KindAction, core.KindQuestion:
		if f.Relationship.IsZero() {
			return shell.Route{Screen: screenToday}, true
		}
	}
	return at("")
}

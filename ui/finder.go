package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/checklists"
	"mentorbook/ui/plans"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

// maxFound is how many things the palette lists.
const maxFound = 30

// mostLooked is how many are looked at while few of them may be named.
const mostLooked = 500

// also gives other words for what a command does, so that it is found by those of a button or of another program, and by its
// name in any language: people type what they know it as.
func (w *Window) also(command string) string {
	c, _ := w.shell.Commands.Find(command)
	return w.inEach(func(words *locale.Words) string {
		said := wordsFor(words, "also.", command)
		if words.Language() != w.words().Language() {
			said += " " + words.T(c.Title)
		}
		return said
	})
}

// calledBy gives the words that a command goes by almost as by its own name, in every language.
func (w *Window) calledBy(command string) string {
	return w.inEach(func(words *locale.Words) string { return wordsFor(words, "called.", command) })
}

// inEach puts together what is said in each language, that of the window first.
func (w *Window) inEach(say func(*locale.Words) string) string {
	said := say(w.words())
	for lang, read := range w.wordsIn {
		if lang == w.words().Language() {
			continue
		}
		if words := read(); words != nil {
			said += " " + say(words)
		}
	}
	return said
}

func wordsFor(words *locale.Words, prefix, command string) string {
	if key := prefix + command; words.Has(key) {
		return words.T(key)
	}
	return ""
}

// everyLanguage gives the words of each language; they are read when they are first asked for, and nil where they can't be.
func everyLanguage() map[core.Language]func() *locale.Words {
	out := map[core.Language]func() *locale.Words{}
	for _, lang := range []core.Language{core.English, core.Russian} {
		out[lang] = sync.OnceValue(func() *locale.Words {
			words, err := locale.New(lang)
			if err != nil {
				return nil
			}
			return words
		})
	}
	return out
}

// readings gives the ways in which a typed text may mean the names of commands, by the rules that records are found by.
func readings(query string) []func(name, others string) float64 {
	var out []func(name, others string) float64
	for _, q := range planner.NameQueries(query) {
		out = append(out, q.Fits)
	}
	return out
}

// find looks for records.
func (w *Window) find(query string) func(context.Context) (shell.Hits, error) {
	words, most := w.words(), maxFound
	focus, hidden := w.focus(), w.presenting()
	wishes := w.wishes(query)
	if hidden {
		most = mostLooked // few of them are about whom the page shows
	}
	return func(ctx context.Context) (shell.Hits, error) {
		today, err := w.cfg.Planner.TodayDate(ctx)
		if err != nil {
			return shell.Hits{}, err
		}
		found, err := w.search.Find(ctx, query, most)
		if hidden && err == nil {
			found.Found, err = w.aboutFocus(ctx, focus, found.Found)
		}
		var meant []shell.Hit
		if err == nil {
			meant, err = w.meant(ctx, wishes, focus, hidden)
		}
		var out shell.Hits
		if found.Newest > 0 {
			out.Note = words.T("find.newest", "n", words.Number(float64(found.Newest)))
		}
		for _, f := range relationshipsFirst(found.Found) {
			to, ok := w.placeOf(f)
			if !ok {
				continue
			}
			hit := shell.Hit{
				Title: hitTitle(f, words), Snippet: f.Snippet, Caption: hitCaption(f, today, words), Near: f.Near, Exact: exactly(f, query), Open: func() { w.openFound(f, to) },
			}
			if f.Private {
				hit.Mark = words.T("chip.private")
			}
			out.List = append(out.List, hit)
		}
		out.List = append(out.List, meant...)
		if day, ok := dayMeant(query, today); ok {
			hit := shell.Hit{Title: words.DateHeading(day), Caption: words.T("window.calendar") + " · " + strconv.Itoa(day.Year), Open: func() { w.showDay(day) }}
			at := len(out.List) // a weekday or a month may be somebody's name
			if strings.ContainsAny(query, "0123456789") {
				at = 0
			}
			out.List = slices.Insert(out.List, at, hit)
		}
		return out, err
	}
}

// exactly tells whether somebody, or a relationship, is called just as was typed.
func exactly(f planner.Found, query string) bool {
	return (f.Ref.Kind == core.KindPerson || f.Ref.Kind == core.KindRelationship) && locale.IsName(f.Title, query)
}

// focus gives the relationship or the person whom the page on show is about; the zero Ref where it is about nobody alone.
func (w *Window) focus() core.Ref {
	r := w.shell.Router.Route()
	if w.opening != (shell.Route{}) {
		r = w.opening
	} else if page := w.shell.Router.Page(); page != nil {
		if under := w.under(page); under != (shell.Route{}) {
			r = under
		}
	}
	switch {
	case r.Screen == screenRelationship:
		return relationshipRef(r.ID)
	case r.Screen == screenReports && !r.ID.IsZero():
		return relationshipRef(r.ID)
	case r.Screen == screenPeople && !r.ID.IsZero():
		return core.Ref{Kind: core.KindPerson, ID: r.ID}
	}
	return core.Ref{}
}

// aboutFocus gives what is about whom the page on show is about, at most as much as the palette lists: while others look at the
// screen, it names nobody else.
func (w *Window) aboutFocus(ctx context.Context, focus core.Ref, all []planner.Found) ([]planner.Found, error) {
	whom := []core.ID{focus.ID}
	if focus.Kind == core.KindRelationship {
		rec, err := w.cfg.Planner.Record(ctx, focus)
		if err != nil {
			return nil, err
		}
		if rel, ok := rec.(*core.Relationship); ok {
			for _, p := range rel.Participants {
				whom = append(whom, p.Person)
			}
		}
	}
	about := func(f planner.Found) bool {
		return !focus.ID.IsZero() && (slices.Contains(whom, f.Ref.ID) || slices.Contains(whom, f.About.ID) || f.Relationship == focus.ID)
	}
	all = slices.DeleteFunc(all, func(f planner.Found) bool { return !about(f) })
	return all[:min(len(all), maxFound)], nil
}

// dayMeant reads a typed day; false where it is none. A figure alone is no day.
func dayMeant(query string, today core.Date) (core.Date, bool) {
	if strings.Trim(query, "0123456789 ") == "" {
		return core.Date{}, false
	}
	day, err := locale.ParseDate(query, today)
	return day, err == nil
}

// relationshipsFirst puts a relationship before the person of the same name: who types a name wants to go on with somebody,
// not to their address.
func relationshipsFirst(all []planner.Found) []planner.Found {
	out := slices.Clone(all)
	for i := range out {
		if out[i].Ref.Kind != core.KindPerson {
			continue
		}
		for j := i + 1; j < len(out); j++ {
			if r := out[j]; r.Ref.Kind == core.KindRelationship && locale.IsName(r.Title, out[i].Title) && !r.Near {
				copy(out[i+1:j+1], out[i:j])
				out[i] = r
				break
			}
		}
	}
	return out
}

// readyToFind reads what is looked in, and in which words. Where that fails, looking says so.
func (w *Window) readyToFind(ctx context.Context) {
	for _, read := range w.wordsIn {
		read()
	}
	_ = w.search.Read(ctx)
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

// openFound goes to the place where a thing is to be seen, and opens what is only a line there.
func (w *Window) openFound(f planner.Found, to shell.Route) {
	w.shell.Go(to)
	switch f.Ref.Kind {
	case core.KindGoal:
		w.editGoal(f.Ref.ID)
	case core.KindSkill:
		w.rateSkill(f.Ref.ID)
	case core.KindAction:
		w.editAction(f.Ref.ID)
	case core.KindQuestion:
		w.editQuestion(f.Ref.ID)
	}
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
	case core.KindRun:
		return shell.Route{Screen: screenChecklists, ID: f.Ref.ID, Tab: checklists.TabRuns}, true
	case core.KindChecklist:
		return shell.Route{Screen: screenChecklists, ID: f.Ref.ID, Tab: checklists.TabTemplates}, true
	case core.KindGoal, core.KindSkill:
		if f.Relationship.IsZero() && w.has(screenPlans) {
			tab := plans.TabGoals
			if f.Ref.Kind == core.KindSkill {
				tab = plans.TabSkills
			}
			return shell.Route{Screen: screenPlans, Tab: tab}, true
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

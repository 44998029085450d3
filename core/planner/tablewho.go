package planner

import (
	"errors"
	"net/mail"
	"slices"
	"strings"
	"time"

	"mentorbook/core"
)

// tabling is the planning of one spreadsheet: whom its rows mean, and what is here already.
type tabling struct {
	e     *engine
	r     Reader
	now   time.Time
	today core.Date
	ws    *core.Workspace
	owner *core.Person

	people  []*core.Person
	matcher *core.Matcher
	rels    map[core.ID][]*core.Relationship // of a person with the owner
	byName  map[string][]*core.Relationship
	apart   map[string][]*core.Relationship // by the names of those that are told apart, with what does
	relName map[core.ID]string
	given   map[string]who // what a name of the file has been found to mean

	newPeople map[core.ID]*core.Person
	newRels   map[core.ID]*core.Relationship
	taken     map[core.ID]bool // of the new ones: a step brings it along

	meetings map[core.ID]map[core.Date][]*core.Meeting // of a relationship by their day
	plans    map[core.ID]map[string]core.ID            // of a person: goals and actions, by what makes them the same
}

func (e *engine) newTabling(r Reader) (*tabling, error) {
	t := &tabling{
		e: e, r: r, now: e.now().UTC().Truncate(time.Millisecond),
		rels: map[core.ID][]*core.Relationship{}, byName: map[string][]*core.Relationship{}, relName: map[core.ID]string{},
		apart: map[string][]*core.Relationship{},
		given: map[string]who{}, newPeople: map[core.ID]*core.Person{}, newRels: map[core.ID]*core.Relationship{}, taken: map[core.ID]bool{},
		meetings: map[core.ID]map[core.Date][]*core.Meeting{}, plans: map[core.ID]map[string]core.ID{},
	}
	var err error
	if t.ws, err = workspaceOf(r); err != nil {
		return nil, err
	}
	if t.today, t.owner, err = e.today(r); err != nil {
		return nil, err
	}
	if t.people, err = collect(every[core.Person](r)); err != nil {
		return nil, err
	}
	t.matcher = core.NewMatcher(t.people)
	for rel, err := range every[core.Relationship](r) {
		if err != nil {
			return nil, err
		}
		bare, err := bareName(r, rel)
		if err != nil {
			return nil, err
		}
		t.know(rel, bare)
		for _, lang := range []core.Language{core.English, core.Russian, ""} { // a table may have been filled in in another
			name, err := toldApartIn(r, rel.ID, bare, lang)
			if err != nil {
				return nil, err
			}
			t.knowApart(rel, bare, name)
		}
	}
	return t, nil
}

// know makes a relationship of the owner's findable by its name and its people.
func (t *tabling) know(rel *core.Relationship, name string) {
	if !rel.Has(t.owner.ID) {
		return
	}
	t.relName[rel.ID] = name
	t.byName[core.NameKey(name)] = append(t.byName[core.NameKey(name)], rel)
	for _, id := range rel.Others(t.owner.ID) {
		t.rels[id] = append(t.rels[id], rel)
	}
}

// knowApart makes a relationship findable by what tells it from others of its name, too.
func (t *tabling) knowApart(rel *core.Relationship, bare, name string) {
	if name == bare || !rel.Has(t.owner.ID) {
		return
	}
	t.relName[rel.ID] = name
	if key := core.NameKey(name); !slices.Contains(t.apart[key], rel) {
		t.apart[key] = append(t.apart[key], rel)
	}
}

// who is what a name in a file was found to mean: a person, or relationships of that name, or somebody new.
type who struct {
	person *core.Person
	rels   []*core.Relationship
	err    error
}

// whom finds what a name or an e-mail address means: the owner where there is none. Its error has
// CodeAmbiguous where it fits several people equally well: nobody is chosen silently.
func (t *tabling) whom(field, text string) who {
	if text == "" {
		return who{person: t.owner}
	}
	known, ok := t.given[text]
	if !ok {
		known = t.look(text)
		t.given[text] = known
	}
	var e *core.Error
	if errors.As(known.err, &e) && e.Field == "" {
		known.err = core.FailField(e.Code, field, "kind", string(core.KindPerson), "id", core.Excerpt(text), "n", e.Args["n"])
	}
	return known
}

func (t *tabling) look(text string) who {
	if core.MeansMe(text) {
		return who{person: t.owner}
	}
	if rels := t.apart[core.NameKey(text)]; len(rels) > 0 { // before people: in parts it is the name of one
		return who{rels: rels}
	}
	p := personIn(text)
	m := t.matcher.Find(p)
	switch rels := t.byName[core.NameKey(text)]; {
	case m.Kind == core.MatchEmail && len(m.Others) == 0, m.Kind == core.MatchName && len(m.Others) == 0:
		return who{person: m.Person}
	case m.Person != nil:
		return who{err: core.Fail(core.CodeAmbiguous, "n", 1+len(m.Others))}
	case len(rels) > 0:
		return who{rels: rels}
	}
	if len(p.Emails) == 0 {
		switch fits := t.byPartOfName(text); len(fits) {
		case 0:
		case 1:
			return who{person: fits[0]}
		default:
			return who{err: core.Fail(core.CodeAmbiguous, "n", len(fits))}
		}
	}
	if err := p.Validate(); err != nil {
		return who{err: err}
	}
	t.newPeople[t.made(p)] = p
	t.matcher.Add(p)
	t.people = append(t.people, p)
	return who{person: p}
}

// personIn makes a person of a cell: a name, an address, or both as in an e-mail's head.
func personIn(text string) *core.Person {
	if !strings.Contains(text, "@") {
		return &core.Person{Name: text}
	}
	a, err := mail.ParseAddress(text)
	if err != nil || !strings.Contains(a.Address, "@") {
		return &core.Person{Name: text, Emails: []string{text}}
	}
	name := core.CleanLine(a.Name)
	if name == "" {
		name = a.Address
	}
	return &core.Person{Name: name, Emails: []string{a.Address}}
}

// byPartOfName finds the people of whose names the words are a part: people write first names in their tables.
func (t *tabling) byPartOfName(text string) []*core.Person {
	words := strings.Fields(core.NameKey(text))
	if len(words) == 0 {
		return nil
	}
	var out []*core.Person
	for _, p := range t.people {
		has := strings.Fields(core.NameKey(p.Name))
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(has, w) }) {
			out = append(out, p)
		}
	}
	return out
}

// within finds the relationship that a row of a day is about: by its own name, or the one with the person.
// Where several fit, it is the one with them alone, then the one that was lived on that day. None is nil.
func (t *tabling) within(w who, day core.Date) (*core.Relationship, error) {
	fits := w.rels
	if w.person != nil {
		fits = t.rels[w.person.ID]
	}
	for _, better := range []func(*core.Relationship) bool{
		func(r *core.Relationship) bool { return len(w.rels) > 0 || len(r.Participants) == 2 },
		func(r *core.Relationship) bool { return lived(r, day) },
		(*core.Relationship).Live,
	} {
		if len(fits) < 2 {
			break
		}
		var left []*core.Relationship
		for _, r := range fits {
			if better(r) {
				left = append(left, r)
			}
		}
		if len(left) > 0 {
			fits = left
		}
	}
	switch len(fits) {
	case 0:
		return nil, nil
	case 1:
		return fits[0], nil
	}
	var names []string
	for _, r := range fits[:min(len(fits), shownFits)] {
		names = append(names, t.relName[r.ID])
	}
	return nil, core.FailField(core.CodeAmbiguous, "with",
		"kind", string(core.KindRelationship), "id", core.Excerpt(t.relName[fits[0].ID]), "n", len(fits), "names", names)
}

// shownFits is how many of those that a name may mean are named.
const shownFits = 3

func lived(r *core.Relationship, day core.Date) bool {
	return (r.Since.IsZero() || !day.Before(r.Since)) && (r.Ended.IsZero() || !day.After(r.Ended))
}

// newWith makes a relationship of the owner and a person: what a meeting needs that has none. What nobody said
// of it is as open as can be: one to one, going on, professional.
func (t *tabling) newWith(p *core.Person, day core.Date) *core.Relationship {
	mine, theirs := core.RoleMentor, core.RoleMentee
	if t.ws.Side == core.RoleMentee {
		mine, theirs = theirs, mine
	}
	rel := &core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationOngoing, Specialisation: core.SpecProfessional,
		Participants: []core.Participant{{Person: t.owner.ID, Role: mine}, {Person: p.ID, Role: theirs}},
		Phase:        core.PhaseInitiation, Status: core.StatusActive, Since: t.today,
	}
	t.newRels[t.made(rel)] = rel
	t.know(rel, p.Name)
	t.began(rel, day)
	return rel
}

// began moves the beginning of a new relationship back to the first day that the file has of it.
func (t *tabling) began(rel *core.Relationship, day core.Date) {
	if t.newRels[rel.ID] != nil && !day.IsZero() && day.Before(rel.Since) {
		rel.Since = day
	}
}

// bring adds to a step the new people and the new relationship that it needs, if no step before it does.
func (t *tabling) bring(step *TableStep) {
	if len(step.records) == 0 {
		return
	}
	var first []core.Record
	need := func(id core.ID, rec core.Record) {
		if !t.taken[id] {
			t.taken[id] = true
			first = append(first, rec)
		}
	}
	if p := t.newPeople[step.owner]; p != nil {
		need(p.ID, p)
	}
	if rel := t.newRels[step.within]; rel != nil {
		for _, id := range rel.Others(t.owner.ID) {
			if p := t.newPeople[id]; p != nil {
				need(p.ID, p)
			}
		}
		need(rel.ID, rel)
	}
	step.records = append(first, step.records...)
}

// settle ends the planning: each new relationship's history begins with it.
func (t *tabling) settle() {
	for _, rel := range t.newRels {
		rel.Phases = []core.PhaseChange{{Phase: rel.Phase, Since: rel.Since}}
	}
}

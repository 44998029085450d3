package planner

import (
	"strings"

	"mentorbook/core"
	"mentorbook/core/search"
)

// How many letters of a text stand for it, and stand around a hit.
const (
	titleLetters   = 80
	snippetLetters = 90
)

// describe says what a hit is and where it belongs.
func describe(r Reader, e *searchEntry, q search.Query, home core.Zone) (Found, error) {
	rec, err := r.Get(e.ref)
	if err != nil {
		return Found{}, err
	}
	f := Found{Ref: e.ref, Private: e.private, Relationship: e.relation}
	switch x := rec.(type) {
	case *core.Person:
		f.Title, f.Snippet = x.Name, x.JobTitle
		if x.Organisation != "" && x.JobTitle != "" {
			f.Snippet += " · "
		}
		f.Snippet += x.Organisation
		return f, nil
	case *core.Relationship:
		f.Title, err = RelationshipName(r, x)
		f.Snippet = q.Snippet(x.Purpose, snippetLetters)
		return f, err
	case *core.Meeting:
		f.Title, f.On = x.Title, dateOf(x, home)
		snippet, private := agendaHit(x.Agenda, q)
		f.Snippet, f.Private = snippet, private || e.private
	case *core.Question:
		f.Title, f.On = q.Snippet(x.Text, titleLetters), dateOf(x, home)
	case *core.Action:
		f.Title, f.On = x.Title, x.Due
	case *core.Goal:
		f.Title, f.On, f.About = x.Title, x.Due, core.Ref{Kind: core.KindPerson, ID: x.Person}
		if q.Score(search.NewDoc(x.Title, "")) == 0 {
			f.Snippet = q.Snippet(goalText(x), snippetLetters)
		}
	case *core.Skill:
		f.Title, f.About = x.Name, core.Ref{Kind: core.KindPerson, ID: x.Person}
	case *core.Run:
		f.Title, f.On, f.About = x.Title, x.Started, core.Ref{Kind: core.KindPerson, ID: x.Person}
	case *core.Checklist:
		f.Title = x.Title
	case *core.Note:
		f.Title, f.On, f.About = q.Snippet(strings.ReplaceAll(x.Text, "**", ""), titleLetters), dateOf(x, home), x.About
		return f, f.placeNote(r, home)
	}
	return f, f.nameWhere(r)
}

// placeNote finds out where a note belongs: a relationship, through a meeting or goal of it, or a person.
func (f *Found) placeNote(r Reader, home core.Zone) error {
	rec, err := r.Get(f.About)
	if err != nil {
		return err
	}
	switch x := rec.(type) {
	case *core.Person:
		f.Where = x.Name
		return nil
	case *core.Relationship:
		f.Relationship = x.ID
	case *core.Meeting:
		f.Relationship, f.On = x.Relationship, dateOf(x, home)
	case *core.Goal:
		f.Relationship = first(x.Relationships)
	}
	return f.nameWhere(r)
}

func (f *Found) nameWhere(r Reader) error {
	if f.Relationship.IsZero() {
		return nil
	}
	rel, err := load[core.Relationship](r, f.Relationship)
	if core.CodeOf(err) == core.CodeNotFound {
		f.Relationship = core.ID{}
		return nil
	}
	if err != nil {
		return err
	}
	f.Where, err = RelationshipName(r, rel)
	return err
}

// agendaHit gives the first item that a query finds, one that others may read before one that they may not.
func agendaHit(agenda []core.AgendaItem, q search.Query) (text string, private bool) {
	for _, item := range agenda {
		if q.Score(search.NewDoc("", item.Text)) == 0 {
			continue
		}
		if !item.Readers.Private() {
			return item.Text, false
		}
		if text == "" {
			text, private = item.Text, true
		}
	}
	return text, private
}

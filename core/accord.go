package core

import (
	"errors"
	"slices"
)

// Lookup gives the record that a reference names. Its error has CodeNotFound where there is none.
type Lookup func(Ref) (Record, error)

// Accord checks a record against those that it names: whoever promises, asks, signs, attends or works towards
// something in a relationship takes part in it, or once did; a level fits its skill's scale; a release is the word of
// whom its item belongs to. It gives all that is wrong, joined. What is not there it passes over: Missing tells of that.
func Accord(rec Record, look Lookup) error {
	a := accord{look: look}
	switch r := rec.(type) {
	case *Agreement:
		for i, s := range r.Signed {
			a.takesPart(at("signed", i)+".by", s.By, r.Relationship)
		}
	case *Meeting:
		a.meeting(r)
	case *Question:
		a.takesPart("asker", r.Asker, r.Relationship)
		if m, ok := found[*Meeting](&a, KindMeeting, r.Meeting); ok && !r.Relationship.IsZero() && m.Relationship != r.Relationship {
			a.add(CodeElsewhere, "meeting")
		}
	case *Action:
		a.takesPart("owner", r.Owner, r.Relationships...)
		a.promised(r)
	case *Goal:
		a.takesPart("person", r.Person, r.Relationships...)
	case *Skill:
		a.takesPart("person", r.Person, r.Relationships...)
	case *Run:
		a.takesPart("person", r.Person, r.Relationships...)
	case *Assessment:
		if s, ok := found[*Skill](&a, KindSkill, r.Skill); ok {
			a.noteField("level", r.Fits(s))
		}
	case *Release:
		a.release(r)
	}
	return errors.Join(a.err(), a.broken)
}

// Missing refuses a record that names one which is not there.
func Missing(rec Record, look Lookup) error {
	var p problems
	for _, to := range Pointers(rec) {
		switch _, err := look(to.Ref); {
		case CodeOf(err) == CodeNotFound:
			p.add(CodeNotFound, to.Field, "kind", string(to.Ref.Kind), "id", to.Ref.ID.String())
		case err != nil:
			return err
		}
	}
	return p.err()
}

// accord is one check in the making.
type accord struct {
	problems
	look   Lookup
	broken error // what kept it from looking
}

// found gives a record that is named; false where none is, or it is not there.
func found[T Record](a *accord, kind Kind, id ID) (rec T, ok bool) {
	if id.IsZero() || a.broken != nil {
		return rec, false
	}
	got, err := a.look(Ref{Kind: kind, ID: id})
	if err != nil {
		if CodeOf(err) != CodeNotFound {
			a.broken = err
		}
		return rec, false
	}
	rec, ok = got.(T)
	return rec, ok
}

// takesPart refuses somebody who never took part in one of the relationships.
func (a *accord) takesPart(field string, person ID, rels ...ID) {
	for _, id := range rels {
		if rel, ok := found[*Relationship](a, KindRelationship, id); ok && !person.IsZero() && !rel.Has(person) {
			a.add(CodeNotParty, field, "person", person.String(), "relationship", id.String())
		}
	}
}

// promised refuses a meeting of another relationship than the promise is linked to, unless whose it is took part in that one, too.
func (a *accord) promised(r *Action) {
	m, ok := found[*Meeting](a, KindMeeting, r.Meeting)
	if !ok || len(r.Relationships) == 0 || slices.Contains(r.Relationships, m.Relationship) {
		return
	}
	if rel, ok := found[*Relationship](a, KindRelationship, m.Relationship); ok && !rel.Has(r.Owner) {
		a.add(CodeElsewhere, "meeting")
	}
}

func (a *accord) meeting(m *Meeting) {
	for i, one := range m.Attendance {
		a.takesPart(at("attendance", i)+".person", one.Person, m.Relationship)
	}
	for i := range m.Agenda {
		a.takesPart(at("agenda", i)+".owner", m.Agenda[i].Owner, m.Relationship)
	}
	if s, ok := found[*Series](a, KindSeries, m.Series); ok && s.Relationship != m.Relationship {
		a.add(CodeElsewhere, "series")
	}
}

func (a *accord) release(r *Release) {
	of := r.Person
	switch r.Item.Kind {
	case KindGoal:
		if g, ok := found[*Goal](a, KindGoal, r.Item.ID); ok {
			of = g.Person
		}
	case KindSkill:
		if s, ok := found[*Skill](a, KindSkill, r.Item.ID); ok {
			of = s.Person
		}
	}
	if of != r.Person {
		a.add(CodeNotYours, "person")
	}
}

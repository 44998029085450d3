package core

import "strconv"

// Pointer is a place in a record that names another record.
type Pointer struct {
	Field string // the path of the field, as in Error
	Ref   Ref
}

// Pointers gives every place in which a record names another one that has to be there. What was sent, answered or
// written says what was: a dispatch, a report, and what an answer answered may name what is gone. Of an item of an
// agenda the same holds for the one that it continues.
func Pointers(rec Record) []Pointer {
	var p pointers
	switch r := rec.(type) {
	case *Workspace:
		p.person("owner", r.Owner)
	case *Relationship:
		for i, x := range r.Participants {
			p.person(entry("participants", i, "person"), x.Person)
		}
	case *Agreement:
		p.add("relationship", KindRelationship, r.Relationship)
		for i, s := range r.Signed {
			p.said("signed."+strconv.Itoa(i+1), s)
		}
	case *Series:
		p.add("relationship", KindRelationship, r.Relationship)
		p.add("follows", KindSeries, r.Follows)
		p.unasked(r.Unasked)
	case *Meeting:
		p.meeting(r)
	case *Question:
		p.add("relationship", KindRelationship, r.Relationship)
		p.person("asker", r.Asker)
		p.add("meeting", KindMeeting, r.Meeting)
		p.readers("visibility.readers", r.Readers)
	case *Note:
		p.add("about.id", r.About.Kind, r.About.ID)
		p.person("author", r.Author)
		p.readers("visibility.readers", r.Readers)
	default:
		p.plan(rec)
	}
	return p
}

type pointers []Pointer

func entry(list string, i int, rest string) string {
	return list + "." + strconv.Itoa(i+1) + "." + rest
}

func (p *pointers) add(field string, kind Kind, id ID) {
	if !id.IsZero() {
		*p = append(*p, Pointer{field, Ref{Kind: kind, ID: id}})
	}
}

func (p *pointers) person(field string, id ID) { p.add(field, KindPerson, id) }

func (p *pointers) relationships(list []ID) {
	for _, id := range list {
		p.add("relationships", KindRelationship, id)
	}
}

func (p *pointers) readers(field string, v Visibility) {
	for _, id := range v.Readers {
		p.person(field, id)
	}
}

func (p *pointers) said(field string, s Said) {
	p.person(field+".by", s.By)
	p.person(field+".typed", s.Typed)
}

func (p *pointers) unasked(list []ID) {
	for i, id := range list {
		p.person(at("unasked", i), id)
	}
}

func (p *pointers) meeting(m *Meeting) {
	p.add("relationship", KindRelationship, m.Relationship)
	p.add("series", KindSeries, m.Series)
	p.unasked(m.Unasked)
	for i, a := range m.Attendance {
		p.person(entry("attendance", i, "person"), a.Person)
	}
	for i, item := range m.Agenda {
		p.person(entry("agenda", i, "owner"), item.Owner)
		p.add(entry("agenda", i, "source.id"), item.Source.Kind, item.Source.ID)
		p.readers(entry("agenda", i, "visibility.readers"), item.Readers)
	}
}

// plan is for what people plan, promise and say of themselves.
func (p *pointers) plan(rec Record) {
	switch r := rec.(type) {
	case *Action:
		p.person("owner", r.Owner)
		p.relationships(r.Relationships)
		p.add("meeting", KindMeeting, r.Meeting)
		p.add("goal", KindGoal, r.Goal)
		p.readers("visibility.readers", r.Readers)
	case *Goal:
		p.person("person", r.Person)
		p.relationships(r.Relationships)
		p.readers("visibility.readers", r.Readers)
	case *Skill:
		p.person("person", r.Person)
		p.relationships(r.Relationships)
		p.readers("visibility.readers", r.Readers)
	case *Assessment:
		p.add("skill", KindSkill, r.Skill)
		p.said("said", r.Said)
		p.readers("visibility.readers", r.Readers)
	case *Run:
		p.add("checklist", KindChecklist, r.Checklist)
		p.person("person", r.Person)
		p.relationships(r.Relationships)
		p.readers("visibility.readers", r.Readers)
		for i, item := range r.Items {
			p.person(entry("items", i, "owner"), item.Owner)
		}
	case *Release:
		p.add("item.id", r.Item.Kind, r.Item.ID)
		p.person("person", r.Person)
		p.said("said", r.Said)
	case *Busy:
		p.person("person", r.Person)
	case *Reply:
		p.person("person", r.Person)
		p.said("said", r.Said)
	}
}

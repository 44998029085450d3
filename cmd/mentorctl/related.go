package main

import (
	"context"
	"reflect"
	"slices"

	"mentorbook/core"
)

// related gives what is written about a record and stands in records of its own: the notes about it, the assessments of
// a skill.
func (a *app) related(ctx context.Context, rec core.Record) ([]core.Record, error) {
	var out []core.Record
	if skill, ok := rec.(*core.Skill); ok {
		list, err := a.p.Skills.Assessments(ctx, skill.ID)
		for _, one := range list {
			out = append(out, one)
		}
		return out, err
	}
	list, err := a.p.Notes.About(ctx, rec.Base().ID)
	for _, one := range list {
		out = append(out, one)
	}
	return out, err
}

// related writes such records below the one that they are about, one after another.
func (s *sheet) related(list []core.Record) {
	if len(list) == 0 {
		return
	}
	s.line(0, s.w.T("show."+string(list[0].Kind())+"s"), "")
	for i, rec := range list {
		s.kind = rec.Kind()
		on, readers, about := core.DateOf(rec.Base().Created.In(s.home)), core.Visibility{}, "about"
		switch r := rec.(type) {
		case *core.Note:
			readers = r.Readers
		case *core.Assessment:
			on, readers, about = r.On, r.Readers, "skill"
		}
		head := s.w.Date(on) + " (" + tailOf(rec.Base().ID) + ")"
		if readers.Private() {
			head += ", " + s.w.T("visibility.private")
		}
		s.entry(1, i, head)
		v := reflect.ValueOf(rec).Elem()
		for j := range v.NumField() {
			if f := v.Type().Field(j); !f.Anonymous && !slices.Contains([]string{about, "on"}, jsonName(f)) {
				s.field(v, j, []string{"", "", jsonName(f)})
			}
		}
	}
}

package core_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
)

// TestPointersFindsEveryID walks each specimen by reflection: every id in it is the record's own, that of something
// that lives inside of it, or among its pointers. So a field that is added is not forgotten.
func TestPointersFindsEveryID(t *testing.T) {
	history := map[string]bool{"Reply.Meeting": true, "Reply.Series": true, "AgendaItem.From": true}
	total := 0
	for kind, rec := range specimens() {
		if kind == core.KindDispatch || kind == core.KindReport {
			if found := core.Pointers(rec); len(found) > 0 {
				t.Errorf("%s is history, and points at %v", kind, found)
			}
			continue
		}
		known := map[core.ID]bool{}
		for _, p := range core.Pointers(rec) {
			if p.Ref.IsZero() || !p.Ref.Kind.Valid() || p.Field == "" {
				t.Errorf("%s: %+v points at nothing", kind, p)
			}
			known[p.Ref.ID] = true
			total++
		}
		eachID(reflect.ValueOf(rec).Elem(), func(owner reflect.Type, field string, id core.ID) {
			place := owner.Name() + "." + field
			if field == "ID" && owner != reflect.TypeFor[core.Ref]() || id.IsZero() || history[place] {
				return
			}
			if !known[id] {
				t.Errorf("%s: nothing points at what %s names", kind, place)
			}
		})
	}
	if total < 40 {
		t.Errorf("only %d pointers in all specimens", total)
	}
}

// eachID visits every id in a value, with the struct and the field that hold it.
func eachID(v reflect.Value, visit func(owner reflect.Type, field string, id core.ID)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachID(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachID(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, f := v.Type().Field(i).Name, v.Field(i)
			switch x := f.Interface().(type) {
			case core.ID:
				visit(v.Type(), name, x)
			case []core.ID:
				for _, id := range x {
					visit(v.Type(), name, id)
				}
			default:
				if strings.HasPrefix(f.Type().PkgPath(), "mentorbook") || f.Kind() == reflect.Slice || f.Kind() == reflect.Pointer {
					eachID(f, visit)
				}
			}
		}
	}
}

func TestPointersNameTheirPlace(t *testing.T) {
	m := &core.Meeting{Relationship: id(200), Agenda: []core.AgendaItem{{}, {Source: core.Ref{Kind: core.KindQuestion, ID: id(7)}, Readers: core.Visibility{Readers: []core.ID{amina}}}}}
	want := []core.Pointer{
		{Field: "relationship", Ref: core.Ref{Kind: core.KindRelationship, ID: id(200)}},
		{Field: "agenda.2.source.id", Ref: core.Ref{Kind: core.KindQuestion, ID: id(7)}},
		{Field: "agenda.2.visibility.readers", Ref: core.Ref{Kind: core.KindPerson, ID: amina}},
	}
	if d := cmp.Diff(want, core.Pointers(m)); d != "" {
		t.Error(d)
	}
}

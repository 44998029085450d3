package wire

import (
	"bytes"
	"encoding/json"
	"maps"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// texts remembers what stands in a record as it is written: of a few hundred records a step changes a few.
type texts map[string]text

// text is a record as it is written: the ids that it names, and those of what lives inside of it.
type text struct{ names, own map[string]bool }

func (k texts) of(raw []byte) text {
	known, ok := k[string(raw)]
	if !ok {
		known = text{ids(raw), map[string]bool{}}
		collectOwn(raw, known.own)
		k[string(raw)] = known
	}
	return known
}

// pointers lists every record, but for what was sent or written, that points at something that is not there.
func pointers(t *testing.T, p *planner.Planner, known texts) (dangling []string) {
	t.Helper()
	there := map[string]bool{}
	type item struct {
		ref core.Ref
		text
	}
	var items []item
	ok(t, p.Store.View(t.Context(), func(r planner.Reader) error {
		for _, kind := range core.Kinds() {
			for rec, err := range r.All(kind) {
				if err != nil {
					return err
				}
				raw, err := json.Marshal(rec)
				if err != nil {
					return err
				}
				here := known.of(raw)
				there[rec.Base().ID.String()] = true
				maps.Copy(there, here.own)
				if kind != core.KindDispatch && kind != core.KindReport { // history: it says what was
					items = append(items, item{core.RefOf(rec), here})
				}
			}
		}
		return nil
	}))
	for _, it := range items {
		for id := range it.names {
			if !there[id] {
				dangling = append(dangling, it.ref.String()+" points at "+id)
			}
		}
	}
	return dangling
}

// ids finds the values that look like ids.
func ids(raw []byte) map[string]bool {
	out := map[string]bool{}
	for _, part := range bytes.Split(raw, []byte(`"`)) {
		if id, err := core.ParseID(string(part)); err == nil && len(part) == 36 {
			out[id.String()] = true
		}
	}
	return out
}

// collectOwn adds the ids of what lives inside a record: its agenda items, milestones and the like.
func collectOwn(raw []byte, there map[string]bool) {
	var v any
	if json.Unmarshal(raw, &v) != nil {
		return
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if id, ok := v["id"].(string); ok && v["kind"] == nil {
				there[id] = true
			}
			for _, x := range v {
				walk(x)
			}
		case []any:
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(v)
}

// TestNothingIsLeftPointing deletes, erases and merges everybody and everything of the sample, one at a time: nothing
// that stays points at what is gone.
func TestNothingIsLeftPointing(t *testing.T) {
	p, ctx, known := open(t), t.Context(), texts{}
	if found := pointers(t, p, known); len(found) > 0 {
		t.Fatalf("in the sample: %q", found)
	}
	people, err := p.People.All(ctx)
	ok(t, err)
	rels, err := p.Relationships.All(ctx)
	ok(t, err)
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	before := contents(t, p)
	tries := 0
	try := func(what string, do func() error) {
		t.Helper()
		err := do()
		switch core.CodeOf(err) {
		case core.CodeRoles, core.CodeInUse: // two who meet each other can't become one; whom guests expect stays
			return
		}
		ok(t, err)
		if found := pointers(t, p, known); len(found) > 0 {
			t.Errorf("%s: %q", what, found[:min(len(found), 3)])
		}
		_, err = p.Undo(ctx)
		ok(t, err)
		if tries++; tries%4 == 0 && contents(t, p) != before {
			t.Fatalf("%s: undo did not bring all of it back", what)
		}
	}
	for i, one := range people {
		if one.ID == owner.ID {
			continue
		}
		try("deleting "+one.Name, func() error { return p.People.Delete(ctx, one.ID) })
		if next := people[(i+1)%len(people)]; next.ID != owner.ID && i%4 == 0 {
			try("merging "+next.Name+" into "+one.Name, func() error { return p.People.Merge(ctx, one.ID, next.ID) })
		}
	}
	for _, rel := range rels {
		try("deleting a relationship", func() error { return p.Relationships.Delete(ctx, rel.ID) })
	}
	for _, kind := range []core.Kind{core.KindMeeting, core.KindGoal, core.KindSkill, core.KindAction, core.KindChecklist, core.KindRun} {
		records, err := p.List(ctx, planner.Filter{Kind: kind})
		ok(t, err)
		for _, rec := range records[:min(len(records), 2)] {
			id := rec.Base().ID
			try("deleting a "+string(kind), func() error {
				switch kind {
				case core.KindMeeting:
					return p.Meetings.Delete(ctx, id)
				case core.KindGoal:
					return p.Goals.Delete(ctx, id)
				case core.KindSkill:
					return p.Skills.Delete(ctx, id)
				case core.KindAction:
					return p.Actions.Delete(ctx, id)
				case core.KindChecklist:
					return p.Checklists.Delete(ctx, id)
				}
				return p.Checklists.DeleteRun(ctx, id)
			})
		}
	}
	for i, one := range people {
		if one.ID != owner.ID && i%2 == 0 {
			err := p.People.Erase(ctx, one.ID)
			if core.CodeOf(err) == core.CodeInUse { // somebody expects them
				continue
			}
			ok(t, err)
			if found := pointers(t, p, known); len(found) > 0 {
				t.Errorf("erasing %s: %q", one.Name, found[:min(len(found), 3)])
			}
		}
	}
}

package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
)

// TestTails lists some of many people whose ids end alike: the tails shown tell them from those that are not listed
// too, and each finds its own, even where another id holds it in its middle.
func TestTails(t *testing.T) {
	ctx := t.Context()
	store, err := storage.Create(ctx, filepath.Join(t.TempDir(), "a.mentorbook"), storage.Options{})
	ok(t, err)
	defer store.Close()
	p, err := Planner(ctx, store, Clock{Fixed: noon()}, "test", core.English)
	ok(t, err)
	_, err = p.Workspace.Start(ctx, planner.Start{Owner: core.Person{Name: "Maja"}, Side: core.RoleMentor, Language: core.English})
	ok(t, err)
	var listed []core.Record
	for i, id := range []string{
		"01a21444-5f1c-76b5-8601-e2c3e7abcdef", "01a21444-5f1c-76b5-8601-e2c3e8abcdef", // alike but for the seventh from behind
		"01a21444-5f1c-76b5-8601-7abcdef00001", // holds the first's tail in its middle
		"01a21444-5f1c-76b5-8601-000000000002",
	} {
		one, err := core.ParseID(id)
		ok(t, err)
		rec := &core.Person{Head: core.Head{ID: one}, Name: "P"}
		ok(t, store.Update(ctx, func(w planner.Writer) error { return w.Put(rec) }))
		if i == 0 || i == 3 {
			listed = append(listed, rec)
		}
	}
	tails, err := p.TailsOf(ctx, listed)
	ok(t, err)
	for i, rec := range listed {
		if len(tails[i]) != 7 {
			t.Errorf("tail %q", tails[i])
		}
		if found, err := p.Find(ctx, core.KindPerson, tails[i]); err != nil || found != rec.Base().ID {
			t.Errorf("%q finds %s, %v", tails[i], found, err)
		}
	}
	if _, err := p.Find(ctx, core.KindPerson, "abcdef"); core.CodeOf(err) != core.CodeAmbiguous {
		t.Errorf("a part of three: %v", err)
	}
}

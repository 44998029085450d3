package wire

import (
	"path/filepath"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
)

// at gives a planner over the same file at a later time.
func at(t *testing.T, store *storage.Store, now time.Time) *planner.Planner {
	t.Helper()
	p, err := Planner(t.Context(), store, Clock{Fixed: now}, "test", core.English)
	ok(t, err)
	return p
}

// TestUpkeep lets months pass: images of changes stay as long as the workspace says and go after that, with who,
// what and when kept; a backup is kept once a day, and only if anything has changed.
func TestUpkeep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.mentorbook")
	store, err := storage.Create(t.Context(), path, storage.Options{})
	ok(t, err)
	t.Cleanup(func() { ok(t, store.Close()) })
	p := at(t, store, noon())
	ok(t, sample.Fill(t.Context(), p, sample.Options{As: core.RoleMentor, Now: noon()}, nil))
	change := func(p *planner.Planner, hours int) {
		ok(t, p.Workspace.Change(t.Context(), func(w *core.Workspace) error { w.WeeklyHours = hours; return nil }))
	}
	change(p, 9)
	ws, err := p.Workspace.Get(t.Context())
	ok(t, err)
	images := func() (n int) {
		history, err := p.History.Of(t.Context(), core.RefOf(ws), 0)
		ok(t, err)
		for _, cs := range history {
			if len(cs.Changes) == 0 || cs.At.IsZero() || cs.Title == "" {
				t.Errorf("an entry lost who, what or when: %+v", cs)
			}
			for _, c := range cs.Changes {
				if c.Before != nil {
					n++
				}
			}
		}
		return n
	}
	for _, c := range []struct {
		days, images int
		backup       bool
		undoable     bool
	}{
		{0, 1, true, true},
		{0, 1, false, true},
		{89, 1, false, true},
		{91, 0, true, false}, // trimming is a change too
	} {
		later := at(t, store, noon().AddDate(0, 0, c.days))
		made, err := Upkeep(t.Context(), later, store)
		ok(t, err)
		step, err := later.Undoable(t.Context())
		ok(t, err)
		if images() != c.images || (made != "") != c.backup || (step != nil) != c.undoable {
			t.Errorf("after %d days: %d images, backup %q, to undo %v; want %+v", c.days, images(), made, step, c)
		}
	}
	for _, c := range []struct {
		hours  int
		change bool
		backup bool
	}{{100 * 24, true, true}, {100*24 + 23, true, false}, {100*24 + 24, false, true}, {100*24 + 48, false, false}} {
		now := noon().Add(time.Duration(c.hours) * time.Hour)
		later := at(t, store, now)
		if c.change {
			change(later, c.hours%97)
		}
		made, err := Upkeep(t.Context(), later, store)
		ok(t, err)
		if (made != "") != c.backup {
			t.Errorf("after %d hours: backup %q, want %v", c.hours, made, c.backup)
		}
	}
}

// TestEraseTakesDrafts: what was being typed about somebody goes with them; other drafts stay.
func TestEraseTakesDrafts(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Tomasz")
	person := rel.Others(rel.Mentors()[0])[0]
	meetings, err := p.Meetings.Of(ctx, rel.ID)
	ok(t, err)
	other := named(t, p, "Amina")
	for _, d := range []planner.Draft{
		{Key: planner.DraftKey(core.Ref{Kind: core.KindPerson, ID: person}, "note"), Text: "about him"},
		{Key: planner.DraftKey(core.RefOf(meetings[0]), "private"), Text: "about a meeting with him"},
		{Key: planner.DraftKey(core.RefOf(other), "goal.new"), Text: `{"person":"` + person.String() + `","title":"a goal of his, in her relationship"}`},
		{Key: planner.DraftKey(core.RefOf(other), "purpose"), Text: "about her"},
	} {
		ok(t, p.Store.SaveDraft(ctx, d))
	}
	ok(t, p.People.Erase(ctx, person))
	left, err := p.Store.Drafts(ctx)
	ok(t, err)
	if len(left) != 1 || left[0].Text != "about her" {
		t.Fatalf("left: %v", left)
	}
}

// TestDeletionMindsCalendars: whoever has invited guests calls the meetings off first. The plan of a deletion says
// how many stand, the deletion is refused until then, and one undo brings all of it back.
func TestDeletionMindsCalendars(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Tomasz")
	person := rel.Others(rel.Mentors()[0])[0]
	m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: core.NewDate(2026, 12, 10).At(9, 0)})
	ok(t, err)
	send := func(method core.Method) {
		t.Helper()
		_, err := p.Invitations.Send(ctx, m.ID, method, filepath.Join(t.TempDir(), "a.ics"))
		ok(t, err)
	}
	standing := func() int {
		t.Helper()
		a, err := p.People.DeletionOf(ctx, person)
		ok(t, err)
		b, err := p.Relationships.DeletionOf(ctx, rel.ID)
		ok(t, err)
		if a.Standing != b.Standing {
			t.Errorf("the person's deletion finds %d, the relationship's %d", a.Standing, b.Standing)
		}
		return a.Standing
	}
	ways := map[string]func() error{
		"person":       func() error { return p.People.Delete(ctx, person) },
		"relationship": func() error { return p.Relationships.Delete(ctx, rel.ID) },
		"meeting":      func() error { return p.Meetings.Delete(ctx, m.ID) },
	}
	refused := func(when string, want int) {
		t.Helper()
		if n := standing(); n != want {
			t.Errorf("%s: %d stand, want %d", when, n, want)
		}
		before := contents(t, p)
		for name, way := range ways {
			if err := way(); core.CodeOf(err) != core.CodeInUse {
				t.Errorf("%s: deleting the %s gave %v", when, name, err)
			}
		}
		if err := p.People.Erase(ctx, person); core.CodeOf(err) != core.CodeInUse {
			t.Errorf("%s: erasing gave %v", when, err)
		}
		if contents(t, p) != before {
			t.Errorf("%s: a refusal changed something", when)
		}
	}
	send(core.MethodRequest)
	refused("invited", 1)
	ok(t, p.Meetings.Cancel(ctx, m.ID, ""))
	refused("cancelled, and nobody told", 1)
	send(core.MethodCancel)
	if n := standing(); n != 0 {
		t.Fatalf("%d stand after the cancellation", n)
	}
	before := contents(t, p)
	for name, way := range ways {
		ok(t, way())
		_, err := p.Undo(ctx)
		ok(t, err)
		if contents(t, p) != before {
			t.Errorf("undo of deleting the %s did not bring all of it back", name)
		}
	}
	// What lies behind is on nobody's calendar: it stands in no way.
	later, err := Planner(ctx, p.Store.(*storage.Store), Clock{Fixed: noon().AddDate(1, 0, 0)}, "test", core.English)
	ok(t, err)
	ok(t, later.People.Delete(ctx, person))
}

// TestDeletionTellsWhoStaysInvited deletes one of a circle, whose meetings go on.
func TestDeletionTellsWhoStaysInvited(t *testing.T) {
	p, ctx := open(t), t.Context()
	circle := named(t, p, "Leadership")
	m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: circle.ID, Start: core.NewDate(2026, 12, 10).At(9, 0)})
	ok(t, err)
	_, err = p.Invitations.Send(ctx, m.ID, core.MethodRequest, filepath.Join(t.TempDir(), "a.ics"))
	ok(t, err)
	d, err := p.People.DeletionOf(ctx, circle.Mentees()[0])
	ok(t, err)
	if d.Standing != 0 || d.StillInvited != 1 {
		t.Fatalf("%+v", d)
	}
	ok(t, p.People.Delete(ctx, circle.Mentees()[0]))
}

package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestWhatWentComesBackHoweverItWent deletes a promise, and undoes the making of another: both come back, once, and undo
// takes that back; also where the clock was put back before they went.
func TestWhatWentComesBackHoweverItWent(t *testing.T) {
	deleted := func(p *planner.Planner, id core.ID) error { return p.Actions.Delete(t.Context(), id) }
	undone := func(p *planner.Planner, _ core.ID) error { _, err := p.Undo(t.Context()); return err }
	for name, c := range map[string]struct {
		away func(*planner.Planner, core.ID) error
		back bool
	}{"deleted": {deleted, false}, "undone": {undone, false}, "deleted, by a clock put back": {deleted, true}, "undone, by a clock put back": {undone, true}} {
		t.Run(name, func(t *testing.T) {
			p, ctx := open(t), t.Context()
			rel := named(t, p, "Amina")
			made, err := p.Actions.Add(ctx, core.Action{Title: "Send the draft", Owner: rel.Mentees()[0], Status: core.ActionOpen, Relationships: []core.ID{rel.ID}})
			ok(t, err)
			ref := core.RefOf(made)
			if _, err := p.History.BringBackRecord(ctx, ref); core.CodeOf(err) != core.CodeNothingToUndo {
				t.Errorf("what is there was brought back: %v", err)
			}
			if c.back {
				p.IDs = rewound{}
			}
			ok(t, c.away(p, made.ID))
			_, err = p.History.BringBackRecord(ctx, ref)
			ok(t, err)
			back, err := p.Actions.Get(ctx, made.ID)
			ok(t, err)
			if back.Title != made.Title {
				t.Errorf("%+v came back", back)
			}
			_, err = p.Undo(ctx)
			ok(t, err)
			if _, err := p.Actions.Get(ctx, made.ID); core.CodeOf(err) != core.CodeNotFound {
				t.Errorf("undo has left it: %v", err)
			}
		})
	}
}

// TestWordsAreRescuedToWhatIsLeft keeps words about a promise that is gone: with its relationship, and once that is gone
// too, with the person, else with the owner, and always for the owner alone.
func TestWordsAreRescuedToWhatIsLeft(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	mentee := rel.Mentees()[0]
	made, err := p.Actions.Add(ctx, core.Action{Title: "Send the draft", Owner: mentee, Status: core.ActionOpen, Relationships: []core.ID{rel.ID}})
	ok(t, err)
	ref := core.RefOf(made)
	ok(t, p.Actions.Delete(ctx, made.ID))
	ws, err := p.Workspace.Get(ctx)
	ok(t, err)
	check := func(gone, want core.Ref) {
		t.Helper()
		n, err := p.Notes.Rescue(ctx, gone, "with the figures")
		ok(t, err)
		if n.About != want || n.Text != "with the figures" || !n.Readers.Private() || n.Author != ws.Owner {
			t.Errorf("%+v, not about %v", n, want)
		}
	}
	owner := core.Ref{Kind: core.KindPerson, ID: ws.Owner}
	check(ref, core.RefOf(rel))
	ok(t, p.Relationships.Delete(ctx, rel.ID))
	check(ref, core.Ref{Kind: core.KindPerson, ID: mentee})
	ok(t, p.People.Delete(ctx, mentee))
	check(ref, owner)
	check(core.Ref{Kind: core.KindAction, ID: mentee}, owner)
}

package wire

import (
	"testing"

	"mentorbook/core"
)

// TestWhatWentComesBackHoweverItWent deletes a promise, and undoes the making of another: both come back, once, and undo
// takes that back.
func TestWhatWentComesBackHoweverItWent(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	for name, away := range map[string]func(core.ID) error{
		"deleted": func(id core.ID) error { return p.Actions.Delete(ctx, id) },
		"undone":  func(core.ID) error { _, err := p.Undo(ctx); return err },
	} {
		t.Run(name, func(t *testing.T) {
			made, err := p.Actions.Add(ctx, core.Action{Title: "Send the draft", Owner: rel.Mentees()[0], Status: core.ActionOpen, Relationships: []core.ID{rel.ID}})
			ok(t, err)
			ref := core.RefOf(made)
			if _, err := p.History.BringBackRecord(ctx, ref); core.CodeOf(err) != core.CodeNothingToUndo {
				t.Errorf("what is there was brought back: %v", err)
			}
			ok(t, away(made.ID))
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

package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// deletedNow lists what can be brought back.
func deletedNow(t *testing.T, p *planner.Planner) []planner.Deleted {
	t.Helper()
	all, err := p.History.Deleted(t.Context())
	ok(t, err)
	return all
}

// TestADeletionIsBroughtBackAlone deletes one thing of each kind, does other things after, and brings each back by
// itself, first deleted first: everything is as before, and undo goes past it to what was done then.
func TestADeletionIsBroughtBackAlone(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	mentee := rel.Mentees()[0]
	note, err := p.Notes.Write(ctx, core.Note{About: core.Ref{Kind: core.KindPerson, ID: mentee}, Text: "Plays the oud"})
	ok(t, err)
	before := contents(t, p)
	goals, err := p.Goals.Of(ctx, rel.ID)
	ok(t, err)
	ok(t, p.Goals.Delete(ctx, goals[0].ID))
	ok(t, p.Notes.Delete(ctx, note.ID))
	ok(t, p.People.Delete(ctx, mentee))
	var made []core.ID
	for range 10 {
		person, err := p.People.Add(ctx, core.Person{Name: "Sam Tarly"})
		ok(t, err)
		made = append(made, person.ID)
	}
	all := deletedNow(t, p)
	if len(all) != 3 || all[0].Kind != core.KindPerson || all[2].Step.Args["name"] != goals[0].Title || all[1].Step.Args["name"] != "Plays the oud" {
		t.Fatalf("%+v", all)
	}
	for _, d := range all { // the person first: the others are hers
		step, err := p.History.BringBack(ctx, d.Set)
		ok(t, err)
		if step.Title != planner.TitleBroughtBack {
			t.Errorf("%+v", step)
		}
		if _, err := p.History.BringBack(ctx, d.Set); core.CodeOf(err) != core.CodeNothingToUndo {
			t.Errorf("brought back twice: %v", err)
		}
	}
	if left := deletedNow(t, p); len(left) != 0 {
		t.Errorf("%+v are still deleted", left)
	}
	for _, id := range made {
		ok(t, p.People.Delete(ctx, id))
	}
	if now := contents(t, p); now != before {
		t.Error("not everything is as it was")
	}
	for range 10 + 3 + 10 { // the deletions of the ten, what came back, the ten: never the deletions themselves
		_, err := p.Undo(ctx)
		ok(t, err)
	}
	if left := deletedNow(t, p); len(left) != 3 {
		t.Errorf("%d stand after what brought them back was undone", len(left))
	}
}

// TestWhatCannotComeBackSaysWhy holds the refusals: what belongs to something that is deleted too, and what has
// changed since.
func TestWhatCannotComeBackSaysWhy(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	mentee := rel.Mentees()[0]
	goals, err := p.Goals.Of(ctx, rel.ID)
	ok(t, err)
	ok(t, p.Goals.Delete(ctx, goals[0].ID))
	ok(t, p.People.Delete(ctx, mentee))
	all := deletedNow(t, p)
	if _, err := p.History.BringBack(ctx, all[1].Set); core.CodeOf(err) != core.CodeLostTie {
		t.Errorf("a goal of nobody: %v", err)
	}
	_, err = p.History.BringBack(ctx, all[0].Set)
	ok(t, err)
	_, err = p.History.BringBack(ctx, all[1].Set)
	ok(t, err)
}

// TestTheErasedAreNotAmongTheDeleted holds that what was deleted before and belonged to somebody who is erased can't be
// brought back, nor read in the journal.
func TestTheErasedAreNotAmongTheDeleted(t *testing.T) {
	p, ctx := open(t), t.Context()
	rel := named(t, p, "Amina")
	mentee := rel.Mentees()[0]
	goals, err := p.Goals.Of(ctx, rel.ID)
	ok(t, err)
	ok(t, p.Goals.Delete(ctx, goals[0].ID))
	gone := deletedNow(t, p)
	if len(gone) != 1 {
		t.Fatalf("%+v", gone)
	}
	ok(t, p.People.Erase(ctx, mentee))
	if all := deletedNow(t, p); len(all) != 0 {
		t.Errorf("%+v", all)
	}
	if _, err := p.History.BringBack(ctx, gone[0].Set); err == nil {
		t.Error("brought back nevertheless")
	}
}

package wire

import (
	"slices"
	"testing"

	"mentorbook/core"
)

// What somebody promised outside of every relationship stands on their page and in the inbox, the earliest first, until it is
// kept; what belongs to a relationship, and the owner's own, is elsewhere.
func TestPromisesOutsideOfRelationshipsAreFound(t *testing.T) {
	p := open(t)
	boris, err := p.People.Add(t.Context(), core.Person{Name: "Boris Stranger"})
	ok(t, err)
	add := func(a core.Action) *core.Action {
		t.Helper()
		a.Status = core.ActionOpen
		out, err := p.Actions.Add(t.Context(), a)
		ok(t, err)
		return out
	}
	undated := add(core.Action{Title: "Send a card", Owner: boris.ID})
	late := add(core.Action{Title: "Return the book", Owner: boris.ID, Due: core.NewDate(2026, 11, 2)})
	amina := named(t, p, "Amina Yusuf")
	rel, err := p.Relationships.Get(t.Context(), amina.ID)
	ok(t, err)
	theirs := rel.Participants[1].Person
	alone := add(core.Action{Title: "Read it alone", Owner: theirs, Due: core.NewDate(2026, 12, 2)})
	add(core.Action{Title: "Read it together", Owner: theirs, Relationships: []core.ID{rel.ID}, Due: core.NewDate(2026, 12, 1)})
	others := func() []core.ID {
		t.Helper()
		day, err := p.Today(t.Context())
		ok(t, err)
		var out []core.ID
		for _, o := range day.Inbox.Others {
			if o.Owner.ID != o.Action.Owner {
				t.Errorf("%s is said to be of %s", o.Action.Title, o.Owner.Name)
			}
			out = append(out, o.Action.ID)
		}
		return out
	}
	onPage := func(who core.ID) []core.ID {
		t.Helper()
		file, err := p.People.File(t.Context(), who)
		ok(t, err)
		var out []core.ID
		for _, a := range file.Promises {
			out = append(out, a.ID)
		}
		return out
	}
	list := func(where string, got, want []core.ID) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, not %v", where, got, want)
		}
	}
	list("the inbox", others(), []core.ID{late.ID, alone.ID, undated.ID})
	list("the page", onPage(boris.ID), []core.ID{late.ID, undated.ID})
	list("another's page", onPage(theirs), []core.ID{alone.ID})
	ok(t, p.Actions.Done(t.Context(), late.ID))
	list("the inbox", others(), []core.ID{alone.ID, undated.ID})
	list("the page", onPage(boris.ID), []core.ID{undated.ID})
	owner, err := p.Workspace.Owner(t.Context())
	ok(t, err)
	add(core.Action{Title: "My own", Owner: owner.ID})
	list("the owner's page", onPage(owner.ID), nil)
}

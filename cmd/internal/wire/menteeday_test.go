package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// The day of somebody who learns knows whom their questions and promises are for that are for none of their mentors: for those whom
// they mentor, and for the sides of a relationship that is over.
func TestTheMenteesDayKnowsWhomAllIsFor(t *testing.T) {
	p, ctx := open(t), t.Context()
	mentee, mentor := metTwice(t, p)
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	over := withEgor(t, p)
	for _, rel := range []*core.Relationship{mentee, mentor, over} {
		_, err := p.Questions.Ask(ctx, core.Question{Text: "For " + rel.ID.String(), Asker: owner.ID, Relationship: rel.ID})
		ok(t, err)
	}
	circle := named(t, p, "Leadership")
	_, err = p.Actions.Add(ctx, core.Action{Title: "Send the slides", Owner: owner.ID, Relationships: []core.ID{circle.ID}})
	ok(t, err)
	ok(t, p.Relationships.End(ctx, over.ID, planner.End{}))
	day, err := p.MenteeDay(ctx)
	ok(t, err)
	others := map[core.ID]string{}
	for _, row := range day.Others {
		if _, twice := others[row.ID]; twice || row.ID == mentor.ID {
			t.Errorf("%s is there twice", row.Name)
		}
		others[row.ID] = row.Name
	}
	for rel, name := range map[core.ID]string{mentee.ID: nameOf(t, p, mentee), over.ID: "Egor", circle.ID: circle.Name} {
		if others[rel] != name {
			t.Errorf("%q, not %q", others[rel], name)
		}
	}
	for _, q := range day.Questions {
		for _, id := range q.Readers.Readers {
			if day.People[id] == nil {
				t.Errorf("who reads %q is nobody", q.Text)
			}
		}
	}
}

package wire

import (
	"bytes"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A circle goes on without somebody who signed its agreement and was to do something in another's checklist: nothing
// that stays names them, and the workspace can still be taken out and in.
func TestACircleGoesOnWithoutOneWhoSigned(t *testing.T) {
	p, ctx := open(t), t.Context()
	circle := named(t, p, "Leadership circle")
	leaver, other := circle.Participants[1].Person, circle.Participants[2].Person
	a, err := p.Agreements.Write(ctx, core.Agreement{Relationship: circle.ID, Purpose: "To lead"})
	ok(t, err)
	ok(t, p.Agreements.Sign(ctx, a.ID, core.Said{By: leaver, Words: "in our meeting"}))
	ok(t, p.Agreements.Sign(ctx, a.ID, core.Said{By: other, Words: "in our meeting"}))
	list, err := p.Checklists.Add(ctx, core.Checklist{Title: "First weeks", Items: []core.TemplateItem{{Text: "Meet"}}})
	ok(t, err)
	runs, err := p.Checklists.Start(ctx, list.ID, core.Date{}, planner.Given{Person: other, Relationship: circle.ID})
	ok(t, err)
	ok(t, p.Checklists.ChangeRun(ctx, runs[0].ID, func(r *core.Run) error {
		r.Items[0].Owner = leaver
		return nil
	}))
	ok(t, p.People.Delete(ctx, leaver))
	if found := pointers(t, p, texts{}); len(found) > 0 {
		t.Errorf("%q", found)
	}
	left, err := p.Agreements.Of(ctx, circle.ID)
	ok(t, err)
	if last := left[len(left)-1]; len(last.Signed) != 1 || last.Signed[0].By != other {
		t.Errorf("signed: %+v", last.Signed)
	}
	var out bytes.Buffer
	ok(t, p.Exchange.Export(ctx, &out))
	ok(t, openWith(t).Exchange.Import(ctx, &out, nil))
}

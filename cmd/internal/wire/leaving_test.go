package wire

import (
	"bytes"
	"path/filepath"
	"slices"
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

// Who has left a circle is invited to nothing of what there still is, alone or with its series; what they were invited to and is
// called off they are told of.
func TestWhoHasLeftIsToldOfWhatIsOffAlone(t *testing.T) {
	p, ctx := open(t), t.Context()
	circle := named(t, p, "Leadership circle")
	leaver := circle.Participants[1].Person
	s, err := p.Series.Plan(ctx, core.Series{Relationship: circle.ID, Start: civil("2026-11-04T10:00"), End: civil("2026-11-04T11:00"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	ok(t, err)
	to := func(id core.ID, method core.Method) (all []core.ID) {
		t.Helper()
		sent, err := p.Invitations.SendAs(ctx, id, method, filepath.Join(t.TempDir(), "x.ics"), planner.Sending{Together: true})
		ok(t, err)
		for _, r := range sent[0].To {
			all = append(all, r.Person)
		}
		return all
	}
	if all := to(s.ID, core.MethodRequest); !slices.Contains(all, leaver) {
		t.Fatalf("%v", all)
	}
	ok(t, p.Relationships.Change(ctx, circle.ID, func(r *core.Relationship) error {
		r.Participants[1].Until = core.NewDate(2026, 11, 20)
		return nil
	}))
	if all := to(s.ID, core.MethodRequest); slices.Contains(all, leaver) || len(all) != len(circle.Participants)-2 {
		t.Errorf("the series: %v", all)
	}
	one := core.OccurrenceID(s.ID, civil("2026-12-02T10:00"))
	ok(t, p.Meetings.Cancel(ctx, one, "ill"))
	if all := to(one, core.MethodCancel); !slices.Contains(all, leaver) {
		t.Errorf("one called off: %v", all)
	}
}

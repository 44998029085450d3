package wire

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestNobodyLeavesTheirPromises: an owner takes part in each relationship that their action links to, also after
// the relationship has been edited; ending somebody's part is another thing.
func TestNobodyLeavesTheirPromises(t *testing.T) {
	p, ctx := open(t), t.Context()
	circle := named(t, p, "Leadership")
	leaver := circle.Mentees()[0]
	out := func() error {
		return p.Relationships.Change(ctx, circle.ID, func(r *core.Relationship) error {
			r.Participants = slices.DeleteFunc(slices.Clone(r.Participants), func(x core.Participant) bool { return x.Person == leaver })
			return nil
		})
	}
	a, err := p.Actions.Add(ctx, core.Action{Title: "Kept here", Owner: leaver, Relationships: []core.ID{circle.ID}})
	ok(t, err)
	if err := out(); core.CodeOf(err) != core.CodeInUse {
		t.Fatalf("taken out: %v", err)
	}
	ok(t, p.Relationships.Change(ctx, circle.ID, func(r *core.Relationship) error {
		for i := range r.Participants {
			if r.Participants[i].Person == leaver {
				r.Participants[i].Until = core.NewDate(2026, 11, 20)
			}
		}
		return nil
	}))
	taken := 0
	for _, kind := range []core.Kind{core.KindAction, core.KindGoal, core.KindSkill, core.KindRun} {
		records, err := p.List(ctx, planner.Filter{Kind: kind, Relationship: circle.ID})
		ok(t, err)
		for _, rec := range records {
			var err error
			switch x := rec.(type) {
			case *core.Action:
				if x.Owner == leaver {
					taken++
					err = p.Actions.Delete(ctx, x.ID)
				}
			case *core.Goal:
				if x.Person == leaver {
					taken++
					err = p.Goals.Delete(ctx, x.ID)
				}
			case *core.Skill:
				if x.Person == leaver {
					taken++
					err = p.Skills.Delete(ctx, x.ID)
				}
			case *core.Run:
				if x.Person == leaver {
					taken++
					err = p.Checklists.DeleteRun(ctx, x.ID)
				}
			}
			ok(t, err)
		}
	}
	if taken == 0 || a.ID.IsZero() {
		t.Fatal("nothing was linked")
	}
	err = out()
	if core.CodeOf(err) != core.CodeInUse || core.Problems(err)[0].Args["kind"] != string(core.KindMeeting) {
		t.Fatalf("taken out of meetings that they came to: %v", err)
	}
	ok(t, p.Relationships.Change(ctx, circle.ID, func(r *core.Relationship) error {
		r.Participants = append(r.Participants, core.Participant{Person: named(t, p, "Amina Yusuf").Participants[1].Person, Role: core.RoleMentee})
		return nil
	}))
	ok(t, p.Relationships.Change(ctx, circle.ID, func(r *core.Relationship) error { // who did nothing yet, never was in it
		r.Participants = r.Participants[:len(r.Participants)-1]
		return nil
	}))
}

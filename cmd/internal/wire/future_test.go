package wire

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What has happened has not happened on a day to come, and that is refused where the day was typed.
func TestWhatHappenedIsNotStillToCome(t *testing.T) {
	p, ctx := open(t), t.Context()
	today, err := p.TodayDate(ctx)
	ok(t, err)
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	skill, err := p.Skills.Add(ctx, core.Skill{Person: owner.ID, Name: "Juggling", Scale: []string{"one", "two"}})
	ok(t, err)
	goal, err := p.Goals.Add(ctx, core.Goal{Person: owner.ID, Title: "Juggle", Measure: &core.Measure{Name: "balls", Target: 5}})
	ok(t, err)
	steps, err := p.Goals.Add(ctx, core.Goal{Person: owner.ID, Title: "Learn", Milestones: []core.Milestone{{Title: "Begin"}}})
	ok(t, err)
	anna, err := p.People.Add(ctx, core.Person{Name: "Anna Berg"})
	ok(t, err)
	rel, err := p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecCareer, Since: today.AddDays(-30),
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: anna.ID, Role: core.RoleMentee}},
	})
	ok(t, err)
	consent := func(day core.Date) core.Consent { return core.Consent{Given: true, On: day, Words: "by e-mail"} }
	for _, day := range []core.Date{today.AddDays(1), today.AddDays(-9), today} { // phases follow one another
		fine := !day.After(today)
		_, assessed := p.Skills.Assess(ctx, core.Assessment{Skill: skill.ID, Level: 1, On: day})
		given, released := p.Releases.Release(ctx, core.Release{Item: core.RefOf(goal), Audience: core.AudienceHR, On: day})
		if released == nil { // one that stands is not given twice
			ok(t, p.Releases.Withdraw(ctx, given.ID))
		}
		measured := p.Goals.Measure(ctx, goal.ID, day, 2)
		reached := p.Goals.Reach(ctx, steps.ID, steps.Milestones[0].ID, day, "")
		entered := p.Relationships.Enter(ctx, rel.ID, core.PhaseCultivation, day)
		_, came := p.People.Add(ctx, core.Person{Name: "Berta Berg", Consent: consent(day)})
		consented := p.People.Change(ctx, anna.ID, func(a *core.Person) error {
			a.Consent = consent(day)
			return nil
		})
		for what, err := range map[string]error{
			"assessed": assessed, "released": released, "measured": measured, "reached": reached, "entered": entered, "came": came, "consented": consented,
		} {
			switch problems := core.Problems(err); {
			case fine:
				ok(t, err)
			case core.CodeOf(err) != core.CodeFuture || len(problems) != 1 || problems[0].Field != map[bool]string{true: "consent.on", false: "on"}[what == "came" || what == "consented"]:
				t.Errorf("%s on %v: %v", what, day, err)
			}
		}
	}
}

// A relationship ends today or has ended, however that is said; a planned end is the agreement's. One that is ended
// already may be changed.
func TestARelationshipDoesNotEndYetToCome(t *testing.T) {
	p, ctx := open(t), t.Context()
	today, err := p.TodayDate(ctx)
	ok(t, err)
	rel := named(t, p, "Amina")
	later := today.AddDays(1)
	ending := func(day core.Date) func(*core.Relationship) error {
		return func(r *core.Relationship) error {
			r.Status, r.Ended = core.StatusEnded, day
			return nil
		}
	}
	fresh := *rel
	fresh.Status, fresh.Ended = core.StatusEnded, later
	_, added := p.Relationships.Add(ctx, fresh)
	for what, err := range map[string]error{
		"ended":   p.Relationships.End(ctx, rel.ID, planner.End{On: later, DropActions: true}),
		"changed": p.Relationships.Change(ctx, rel.ID, ending(later)),
		"added":   added,
	} {
		if problems := core.Problems(err); core.CodeOf(err) != core.CodeFuture || problems[0].Field != "ended" {
			t.Errorf("%s: %v", what, err)
		}
	}
	left, err := p.Relationships.EndingOf(ctx, rel.ID)
	if ok(t, err); len(left.OpenActions) == 0 {
		t.Error("its actions were dropped all the same")
	}
	ok(t, p.Relationships.End(ctx, rel.ID, planner.End{On: today}))
	ok(t, p.Relationships.Change(ctx, rel.ID, ending(today.AddDays(-1))))
	ok(t, p.Relationships.Change(ctx, rel.ID, func(r *core.Relationship) error {
		r.EndReason = "a move"
		return nil
	}))
}

// A signature is of now or of before.
func TestNobodyHasSignedYetToCome(t *testing.T) {
	p, ctx := open(t), t.Context()
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	anna, err := p.People.Add(ctx, core.Person{Name: "Anna Berg"})
	ok(t, err)
	rel, err := p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: anna.ID, Role: core.RoleMentee}},
	})
	ok(t, err)
	a, err := p.Agreements.Write(ctx, core.Agreement{Relationship: rel.ID, Purpose: "To grow"})
	ok(t, err)
	today, err := p.TodayDate(ctx)
	ok(t, err)
	later := today.AddDays(2).At(12, 0).InLocation(time.UTC)
	if err := p.Agreements.Sign(ctx, a.ID, core.Said{By: anna.ID, Words: "by e-mail", At: later}); core.CodeOf(err) != core.CodeFuture {
		t.Errorf("a signature of %v: %v", later, err)
	}
	ok(t, p.Agreements.Sign(ctx, a.ID, core.Said{By: anna.ID, Words: "by e-mail", At: today.AddDays(-2).At(12, 0).InLocation(time.UTC)}))
	ok(t, p.Agreements.Sign(ctx, a.ID, core.Said{By: owner.ID}))
}

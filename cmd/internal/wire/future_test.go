package wire

import (
	"testing"

	"mentorbook/core"
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
	for day, fine := range map[core.Date]bool{today.AddDays(1): false, today: true, today.AddDays(-9): true} {
		_, assessed := p.Skills.Assess(ctx, core.Assessment{Skill: skill.ID, Level: 1, On: day})
		_, released := p.Releases.Release(ctx, core.Release{Item: core.RefOf(goal), Audience: core.AudienceHR, On: day})
		measured := p.Goals.Measure(ctx, goal.ID, day, 2)
		reached := p.Goals.Reach(ctx, steps.ID, steps.Milestones[0].ID, day, "")
		for what, err := range map[string]error{"assessed": assessed, "released": released, "measured": measured, "reached": reached} {
			switch problems := core.Problems(err); {
			case fine:
				ok(t, err)
			case core.CodeOf(err) != core.CodeFuture || len(problems) != 1 || problems[0].Field != "on":
				t.Errorf("%s on %v: %v", what, day, err)
			}
		}
	}
}

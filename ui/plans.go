package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/plans"
	"mentorbook/ui/shell"
)

func (w *Window) plansScreen() screen {
	return screen{
		name: screenPlans, nav: "plans.group",
		page: func(r shell.Route) shell.Page { return plans.New(r.Tab, w.plansDeps()) },
		commands: []shell.Command{
			{ID: "plans", Title: "plans.group", Reads: true, Keys: "Ctrl+4", Run: func() { w.shell.Go(shell.Route{Screen: screenPlans}) }},
			{ID: "goal.new", Title: "plans.goal.new", Group: "plans.group", Keys: "Ctrl+Shift+G", Run: func() { w.newGoal(w.here()) }},
			w.tableCommand(),
			{ID: "skill.new", Title: "plans.skill.new", Group: "plans.group", Run: func() { w.newSkill(w.here()) }},
			{ID: "plan.release", Title: "plans.release_one", Group: "plans.group", Run: func() { w.onChosen(core.KindGoal, w.releaseItem) }},
			{ID: "plan.rate", Title: "plans.rate_one", Group: "plans.group", Run: func() {
				w.onChosen(core.KindSkill, func(of core.Ref) { w.rateSkill(of.ID) })
			}},
		},
	}
}

// onChosen does something with the goal or skill that the keys are on in the plans, a skill alone where that is the kind.
// Elsewhere it leads there, and says what is to be chosen.
func (w *Window) onChosen(kind core.Kind, do func(core.Ref)) {
	if p, ok := w.shell.Router.Page().(*plans.Page); ok {
		if of, chosen := p.Chosen(); chosen && (kind == core.KindGoal || of.Kind == kind) {
			do(of)
			return
		}
	}
	to, hint := shell.Route{Screen: screenPlans}, "plans.choose_one"
	if kind == core.KindSkill {
		to.Tab, hint = plans.TabSkills, "plans.choose_skill"
	}
	w.shell.Go(to)
	if p, ok := w.shell.Router.Page().(*plans.Page); ok {
		p.Choose()
	}
	w.shell.Toast(w.t(hint))
}

func (w *Window) plansDeps() plans.Deps {
	d := plans.Deps{
		Words: w.words, Presenting: w.presenting,
		Load:    func(done func(*planner.Plans)) { work(w, "plans", veiled(w, w.cfg.Planner.Plans), done) },
		NewGoal: func() { w.newGoal(core.ID{}) }, NewSkill: func() { w.newSkill(core.ID{}) },
		EditGoal: w.editGoal, EditSkill: w.editSkill, RateSkill: w.rateSkill, Release: w.releaseItem,
		GoalMenu: w.goalMenu,
		Moved: func(tab string) {
			w.shell.Router.Rename(shell.Route{Screen: screenPlans, Tab: tab})
			w.shell.RefreshHeader()
		},
		Header: w.shell.RefreshHeader,
	}
	if w.has(screenPeople) {
		d.OpenPerson = func(id core.ID) { w.shell.Go(shell.Route{Screen: screenPeople, ID: id}) }
	}
	return d
}

// closeGoal marks a goal as reached or dropped, or opens it again.
func (w *Window) closeGoal(id core.ID, status core.GoalStatus) {
	title := planner.TitleGoalChanged
	switch status {
	case core.GoalReached:
		title = planner.TitleGoalReached
	case core.GoalDropped:
		title = planner.TitleGoalDropped
	}
	w.step("goal", func(ctx context.Context) error { return w.cfg.Planner.Goals.Close(ctx, id, status) }, title)
}

func (w *Window) deleteGoal(id core.ID) {
	w.step("goal", func(ctx context.Context) error { return w.cfg.Planner.Goals.Delete(ctx, id) }, planner.TitleGoalDeleted)
}

package ui

import (
	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/plans"
	"mentorbook/ui/words"
)

// goalMenu is what can be done with a goal, wherever it stands.
func (w *Window) goalMenu(g plans.GoalActs) []kit.MenuEntry {
	out := []kit.MenuEntry{{Text: w.t("plans.menu.edit"), Keys: "Enter", Run: func() { w.editGoal(g.ID) }}}
	if g.Figure {
		out = append(out, kit.MenuEntry{Text: w.t("rel.measure_now"), Run: func() { w.measureGoal(g.ID, g.Title) }})
	}
	out = append(out, kit.MenuEntry{Text: w.t(words.ReleaseKey(g.Released)), Run: func() { w.releaseItem(core.Ref{Kind: core.KindGoal, ID: g.ID}) }}, kit.MenuEntry{Line: true})
	end := func(key string, status core.GoalStatus) kit.MenuEntry {
		return kit.MenuEntry{Text: w.t(key), Run: func() { w.closeGoal(g.ID, status) }}
	}
	if g.Open {
		out = append(out, end("plans.menu.reached", core.GoalReached), end("plans.menu.dropped", core.GoalDropped))
	} else {
		out = append(out, end("plans.menu.reopen", core.GoalAgreed))
	}
	return append(out, kit.MenuEntry{Line: true}, kit.MenuEntry{Text: w.t("plans.delete"), Danger: true, Run: func() { w.deleteGoal(g.ID) }})
}

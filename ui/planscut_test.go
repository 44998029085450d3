package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/plans"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// In a small window as in a usual one, neither the figure nor the day of a goal is cut, nor the mark that says that it is late;
// on the time line no title of the sample is.
func TestNoPlanIsCutWhereItMatters(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1280, 800)} {
		for _, lang := range []core.Language{core.English, core.Russian} {
			h := uitest.Open(t, uitest.Options{Language: lang, Size: size, Before: lateGoal(t), Route: shell.Route{Screen: "plans"}})
			all, err := h.Planner.Plans(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var essential []string
			for _, row := range plans.NewModel(all, plans.Filter{}, false, h.Words).Goals {
				essential = append(essential, row.Figure, row.Due)
			}
			essential = append(essential, h.Words.T("plans.late_goal"), h.Words.T("plans.late_step"))
			whole := 0
			kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
				if text, ok := o.(*kit.Text); ok && text.Text() != "" && slices.Contains(essential, text.Text()) {
					if whole++; text.Cut() {
						t.Errorf("%v, %s: %q is cut", size, lang, text.Text())
					}
				}
				return true
			})
			if whole < 5 {
				t.Errorf("%v, %s: only %d texts are seen", size, lang, whole)
			}
			h.Shot("plans-" + string(lang))
		}
	}
}

// lateGoal makes the first goal late, with what marks a goal may have.
func lateGoal(t *testing.T) func(p *planner.Planner) {
	return func(p *planner.Planner) {
		all, err := p.Plans(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Goals.Change(t.Context(), all.Goals[0].Goal.ID, func(g *core.Goal) error {
			g.Due, g.Blocked = core.DateOf(uitest.Now()).AddDays(-400), "the budget"
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
}

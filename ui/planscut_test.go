package ui_test

import (
	"fmt"
	"slices"
	"strings"
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

// With whatever marks a goal has, the words of its next step are whole in a small window, and every mark is shown or counted.
func TestMarksCutNoStep(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1280, 800)} {
		for _, lang := range []core.Language{core.English, core.Russian} {
			h := uitest.Open(t, uitest.Options{Language: lang, Size: size, Before: func(p *planner.Planner) {
				lateGoal(t)(p)
				all, err := p.Plans(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range all.Goals {
					if row.Goal.Title != "Reach staff engineer by next June" {
						continue
					}
					if err := p.Goals.Change(t.Context(), row.Goal.ID, func(g *core.Goal) error { g.Status, g.Blocked = core.GoalDraft, "the budget"; return nil }); err != nil {
						t.Fatal(err)
					}
					for _, to := range []core.Audience{core.AudienceSponsor, core.AudienceMentor} {
						if _, err := p.Releases.Release(t.Context(), core.Release{Item: core.RefOf(row.Goal), Audience: to, Said: core.Said{Words: "said"}}); err != nil {
							t.Fatal(err)
						}
					}
				}
			}, Route: shell.Route{Screen: "plans"}})
			h.Keys("Ctrl+F")
			h.Type("staff engineer")
			h.Settle()
			step, seen := "Calibration packet", false
			kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
				if text, ok := o.(*kit.Text); ok && strings.Contains(text.Text(), step) {
					head, _, _ := strings.Cut(text.Text(), step)
					need := kit.NewLine(head+step, kit.Caption()).NaturalWidth()
					if seen = true; text.Cut() && text.Size().Width < need {
						t.Errorf("%v, %s: %q has %v of %v", size, lang, text.Text(), text.Size().Width, need)
					}
				}
				return true
			})
			if !seen {
				t.Errorf("%v, %s: the step is not seen", size, lang)
			}
			h.Shot(fmt.Sprint("plans-marks-", size.Width, lang))
		}
	}
}

// What counts marks is there only in a row that has some out of sight, also after its room was asked for.
func TestNothingCountsMarksThatAreShown(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Size: fyne.NewSize(900, 600), Route: shell.Route{Screen: "plans"}})
	h.Window.Resize(fyne.NewSize(1280, 800))
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if list, ok := o.(*kit.List); ok {
			for _, row := range list.Children() {
				row.MinSize()
				kit.Walk(row, func(in fyne.CanvasObject) bool {
					in.MinSize()
					if chip, ok := in.(*kit.Chip); ok && (strings.HasPrefix(chip.Text(), "+") || chip.Size().Width == 0) {
						t.Errorf("a mark says %q, %v wide", chip.Text(), chip.Size().Width)
					}
					return true
				})
			}
		}
		return true
	})
}

package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Each goal and skill of the plans shows that there is more to be done with it; the menu is the same by its icon and by key.
func TestTheMenuOfAPlanIsInSight(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, tab := range []string{"", "skills"} {
			h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
			h.Go(shell.Route{Screen: "plans", Tab: tab})
			h.Keys("Down")
			h.Shot("plans-menu-" + string(lang) + tab)
			h.Click(h.Words.T("plans.row_menu"))
			h.Wants(h.Words.T("plans.menu.edit"))
			h.Shot("plans-menu-open-" + string(lang) + tab)
			byIcon := kit.Texts(h.Root())
			h.Keys("Escape")
			if _, list := h.Canvas().Focused().(*kit.List); !list {
				t.Fatalf("%T has the focus", h.Canvas().Focused())
			}
			h.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF10})
			if byKey := kit.Texts(h.Root()); len(byKey) != len(byIcon) || byKey[0] != byIcon[0] {
				t.Errorf("by key %q, by the icon %q", byKey, byIcon)
			}
		}
	}
}

// The palette finds what lets an item out and what rates a skill by the words that people have for it, from anywhere; in the
// plans it is done with what the keys are on.
func TestThePaletteReleasesAndRates(t *testing.T) {
	for lang, words := range map[core.Language]map[string][]string{
		core.English: {"plans.release_one": {"release", "hr"}, "plans.rate_one": {"rate", "assess"}, "reports.new": {"hr"}},
		core.Russian: {"plans.release_one": {"выпустить", "разрешить", "hr"}, "plans.rate_one": {"оценить"}, "reports.new": {"hr"}},
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		h.Go(shell.Route{Screen: "today"})
		for title, all := range words {
			for _, word := range all {
				h.Keys("Ctrl+K")
				h.Type(word)
				h.Settle()
				h.Wants(h.Words.T(title))
				h.Keys("Escape")
			}
		}
		h.Run("plan.rate")
		h.Wants(h.Words.T("plans.choose_skill"))
		h.Keys("Enter") // as that says
		h.Wants(h.Words.T("plans.rating.who"))
		h.Keys("Escape")
		h.Go(shell.Route{Screen: "plans"})
		h.Go(shell.Route{Screen: "today"})
		h.Run("plan.release")
		h.Wants(h.Words.T("plans.choose_one"))
		h.Run("plan.release")
		h.Wants(h.Words.T("plans.release.audience"))
		h.Keys("Escape")
		h.Run("plan.rate") // from the goals: it leads to the skills
		h.Lacks(h.Words.T("plans.rating.who"))
		h.Run("plan.rate")
		h.Wants(h.Words.T("plans.rating.who"))
	}
}

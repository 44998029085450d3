package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Whoever withdraws one of several releases is told which others stand; as long as one does, the way to the dialog says that a
// release is taken back there, wherever the goal stands.
func TestWhatStaysReleasedIsSaid(t *testing.T) {
	for lang, still := range map[core.Language]string{
		core.English: "it stays released for HR (until 31 January 2027)", core.Russian: "показ остаётся разрешён для HR (до 31 января 2027 г.)",
	} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		rel := h.Relationship("Amina Yusuf")
		goal, err := h.Planner.Goals.Add(t.Context(), core.Goal{Title: "Zigzag", Person: h.Person("Amina").ID, Status: core.GoalAgreed, Relationships: []core.ID{rel.ID}})
		if err != nil {
			t.Fatal(err)
		}
		again, first := h.Words.T("plans.release_again"), h.Words.T("plans.release")
		menus := func(want, not string) {
			t.Helper()
			for _, at := range []shell.Route{{Screen: "plans"}, {Screen: "relationship", ID: rel.ID, Tab: "plan"}} {
				h.Go(at)
				h.Menu("Zigzag")
				h.Wants(want)
				if at.Screen == "plans" {
					h.Lacks(not)
				}
				h.Keys("Escape")
			}
			h.Go(shell.Route{Screen: "plans"})
		}
		menus(first, again)
		for _, to := range []core.Date{core.NewDate(2027, 2, 1), {}} {
			_, err := h.Planner.Releases.Release(t.Context(), core.Release{
				Item: core.RefOf(goal), Audience: core.AudienceHR, Period: core.Period{To: to}, On: core.NewDate(2026, 11, 19+to.Day), Said: core.Said{Words: "said"},
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		menus(again, first)
		for _, want := range []string{still, ""} {
			h.Menu("Zigzag")
			h.Tap(again)
			h.Tap(h.Words.T("plans.release.withdraw")) // the earliest of them, which stands last
			if want != "" {
				h.Wants(want)
			} else if h.Sees(still) {
				t.Errorf("%s: nothing is released, and it is said to be", lang)
			}
		}
		menus(first, again)
	}
}

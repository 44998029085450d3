package uitest_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// A mentee's private skills carry their mark on the relationship's overview. While others look, the overview and the plans
// do not say that there are none.
func TestPrivateSkillsAreMarkedAndNeverDenied(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian, Role: core.RoleMentee})
	all, err := h.Planner.List(t.Context(), planner.Filter{Kind: core.KindSkill})
	if err != nil || len(all) == 0 {
		t.Fatal(err, len(all))
	}
	rels, err := h.Planner.List(t.Context(), planner.Filter{Kind: core.KindRelationship})
	if err != nil || len(rels) == 0 {
		t.Fatal(err)
	}
	chip, denied, nothing := h.Words.T("chip.private"), h.Words.T("rel.no_skills"), h.Words.T("rel.nothing_shown")
	marked := false
	for _, rec := range rels {
		h.Go(shell.Route{Screen: "relationship", ID: rec.(*core.Relationship).ID})
		h.Settle()
		seen := kit.Texts(h.Root())
		if i := slices.Index(seen, all[0].(*core.Skill).Name); i >= 0 {
			marked = i+1 < len(seen) && seen[i+1] == chip
			break
		}
	}
	if !marked {
		t.Error("a private skill has no mark")
	}
	h.Run("presenting")
	h.Settle()
	if seen := kit.Texts(h.Root()); slices.Contains(seen, denied) || !slices.Contains(seen, nothing) {
		t.Errorf("it is denied that there are skills: %q", seen)
	}
	h.Go(shell.Route{Screen: "plans"})
	h.Settle()
	if seen := kit.Texts(h.Root()); slices.Contains(seen, h.Words.T("plans.none_found")) || slices.Contains(seen, h.Words.Count(core.KindSkill, 0)) {
		t.Errorf("the plans tell: %q", seen)
	}
}

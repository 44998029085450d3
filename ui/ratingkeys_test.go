package ui_test

import (
	"testing"

	"mentorbook/ui/uitest"
)

// Enter on a level takes it and saves, as Enter does in any small dialog; Space takes it alone.
func TestEnterOnALevelSaves(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	all, err := h.Planner.Plans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	skill := all.Skills[0].Skill.ID
	before, err := h.Planner.Skills.Assessments(t.Context(), skill)
	if err != nil {
		t.Fatal(err)
	}
	h.UI.RateSkill(skill)
	h.Settle()
	h.Press("Space")
	h.Settle()
	h.Wants(h.Words.T("plans.rating.who"))
	h.Press("Enter")
	h.Settle()
	h.Lacks(h.Words.T("plans.rating.who"))
	after, err := h.Planner.Skills.Assessments(t.Context(), skill)
	if err != nil || len(after) != len(before)+1 {
		t.Errorf("%d ratings after %d, %v", len(after), len(before), err)
	}
}

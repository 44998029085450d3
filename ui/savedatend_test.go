package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// What is saved as the window ends is not offered as unfinished by the next one, and a step taken back then is not put back by
// such an offer.
func TestWhatTheEndSavesIsNoDraft(t *testing.T) {
	h := withSettings(t, uitest.Options{})
	was := ownRules(h).WeeklyHours
	focusField(h, h.Words.Label("weekly_hours"))
	h.Keys("Ctrl+A")
	h.Type("11")
	h = h.Later()
	if got := ownRules(h).WeeklyHours; got != 11 {
		t.Fatalf("%d hours are kept", got)
	}
	h.Lacks(h.Words.T("settings.rules"))
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts are left of what is saved", n)
	}
	h.Keys("Ctrl+Z")
	if got := ownRules(h).WeeklyHours; got != was {
		t.Errorf("%d hours after the step was taken back, not %d", got, was)
	}
	h = h.Later()
	h.Lacks(h.Words.T("settings.rules"))
}

// Neither is a template that was being changed.
func TestATemplateSavedAtTheEndIsNoDraft(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("checklist.new")
	h.Type("First week")
	focusHint(h, "What to do")
	h.Type("Meet the team")
	h = h.Later()
	if rows := board(h).Templates; !slices.ContainsFunc(rows, func(r planner.TemplateRow) bool { return r.Title == "First week" }) {
		t.Fatalf("it is not saved: %v", rows)
	}
	if n := drafts(t, h); n != 0 {
		t.Errorf("%d drafts are left of what is saved", n)
	}
}

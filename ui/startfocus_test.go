package ui_test

import (
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/uitest"
)

// Whoever opens a workspace begins where its first page is come to by key: a mentee's question is typed at once. A mentor's day is read.
func TestTheWindowComesUpWithItsField(t *testing.T) {
	for _, language := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Role: core.RoleMentee, Language: language})
		first := h.Canvas().Focused()
		if first == nil {
			t.Fatal("nothing has the focus")
		}
		h.Type("How do I ask for more money?")
		h.Keys("Enter")
		h.Wants("How do I ask for more money?")
		all, err := h.Planner.List(t.Context(), planner.Filter{Kind: core.KindQuestion})
		if err != nil || !slices.ContainsFunc(all, func(rec core.Record) bool {
			return rec.(*core.Question).Text == "How do I ask for more money?"
		}) {
			t.Errorf("of %d questions none is that one, %v", len(all), err)
		}
	}
	if f := uitest.Open(t, uitest.Options{}).Canvas().Focused(); f != nil {
		t.Errorf("a mentor's day begins at %T", f)
	}
}

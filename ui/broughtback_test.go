package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// After a crash, Open leads to the field in which the words stand that were brought back.
func TestOpenLeadsToTheWordsThatWereBroughtBack(t *testing.T) {
	for _, field := range []string{planner.FieldShared, planner.FieldPrivate, planner.FieldItem, planner.FieldAction, planner.FieldLine} {
		h := uitest.Open(t, uitest.Options{})
		day, err := h.Planner.Today(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		of := core.RefOf(day.Next.Meeting)
		if field == planner.FieldLine {
			of = core.RefOf(day.Last.Meeting)
		}
		if err := h.Planner.Drafts.Keep(t.Context(), planner.DraftKey(of, field), zebra); err != nil {
			t.Fatal(err)
		}
		h = h.Again()
		if field != planner.FieldLine {
			h.Go(shell.Route{Screen: "people"})
			h.Tap(h.Words.T("button.open"))
		}
		h.Press("Ctrl+A")
		f, ok := h.Canvas().Focused().(interface{ SelectedText() string })
		if !ok || f.SelectedText() != zebra {
			t.Errorf("%s: %T has the focus at %v, not what was typed", field, h.Canvas().Focused(), h.Shell.Router.Route())
		}
		if h.Sees(h.Words.T("drafts.offer", "count", 1, "name", day.Next.Name)) {
			t.Errorf("%s: what is on show is still offered", field)
		}
	}
}

package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// TestWhatCanOnlyBeReadStaysAsItIs: what is done right on a page, or typed there, is refused with the reason, even where
// the file would take it, and the page shows what is kept; dialogs in which something would be typed stay closed.
func TestWhatCanOnlyBeReadStaysAsItIs(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) {
		cfg.Reading = core.Fail(core.CodeUnfinished, "kind", string(core.CodeDiskFull))
	}})
	h.Wants("mport was interrupted", "nothing can be changed", "This file is read-only")
	h.Shot("reading")
	h.Go(shell.Route{Screen: "checklists"})
	first := board(h).Runs[0]
	for _, item := range first.Items {
		if item.Done.IsZero() {
			tickLine(h, item.ID)
			break
		}
	}
	h.Wants("is read-only: choose another place")
	if got := board(h).Runs[0]; got.Done() != first.Done() {
		t.Error("a line was ticked")
	}
	h.Wants("Amina Yusuf · 2/4")
	h.Go(shell.Route{Screen: "relationship", ID: h.Relationship("Amina Yusuf").ID, Tab: "plan"})
	h.Tap("Update the figure")
	if n := len(h.Canvas().Overlays().List()); n > 0 {
		t.Error("a dialog is open in which nothing that is typed would be kept")
	}
	for _, id := range []string{"calendar.days_off", "meeting.new", "relationship.new", "redo"} {
		if h.Shell.Commands.WhyNot(id) != "This file is read-only" {
			t.Errorf("%s is on", id)
		}
	}
	for _, id := range []string{"relationship.plan", "relationship.notes", "calendar"} {
		if why := h.Shell.Commands.WhyNot(id); why != "" {
			t.Errorf("%s: %s", id, why)
		}
	}
	if h.Menu("Amina Yusuf"); !h.Sees("Plan a meeting") {
		t.Error("no menu")
	}
	h.Keys("Escape")
	if steps, err := h.Planner.Undoable(t.Context()); err != nil || steps != nil {
		t.Errorf("a step was done: %+v, %v", steps, err)
	}
	h.Errors = nil // each refusal is one
}

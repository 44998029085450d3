package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// A backup that was put in place is the last that was done, whatever the steps of the file itself: undo takes that back, and names
// it, until something is done in the window.
func TestUndoTakesBackABackup(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		step := func() {
			if err := h.Planner.Goals.Delete(t.Context(), goalOf(t, h)); err != nil {
				t.Fatal(err)
			}
		}
		step()
		before, err := h.Planner.Undoable(t.Context())
		if err != nil || before == nil {
			t.Fatal(err)
		}
		undone, redone := 0, 0
		title := h.Words.T("problem.restoring")
		h.UI.DidWhole("undo", title, func() { undone++ })
		h.Keys("Ctrl+Z")
		if now, err := h.Planner.Undoable(t.Context()); err != nil || undone != 1 || now.Title != before.Title {
			t.Errorf("undone %d times, then there is %+v, %v", undone, now, err)
		}
		h.UI.DidWhole("redo", title, func() { redone++ })
		h.Keys("Ctrl+Y")
		if redone != 1 {
			t.Error("it is not done again")
		}
		h.UI.DidWhole("undo", title, func() { undone++ })
		h.Keys("Ctrl+Z") // of the backup
		h.UI.DidWhole("redo", title, func() { redone++ })
		h.Keys("Ctrl+Z") // of the goal
		if _, err := h.Planner.Undoable(t.Context()); err != nil || undone != 2 || len(h.Errors) > 0 {
			t.Errorf("undone %d times, %v, %v", undone, err, h.Errors)
		}
		h.Keys("Ctrl+Y") // of the goal: the backup is not the last thing any more
		if redone != 1 {
			t.Error("the backup comes again though something was done since")
		}
	}
}

// goalOf gives a goal of the sample.
func goalOf(t *testing.T, h *uitest.House) core.ID {
	t.Helper()
	all, err := h.Planner.Goals.Of(t.Context(), h.Relationship("Amina").ID)
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	return all[0].ID
}

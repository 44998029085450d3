package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

const history = "Mentee,Goal,Due,Baseline,Target,Current,Remarks\n" +
	"Amina Yusuf,Write a design note,2027-01-31,0,3,1,x\n" +
	"Sara Okafor,Lead the board meeting,2027-02-01,,,,\n" +
	"Amina Yusuf,,2027-01-01,,,,\n" +
	"Amina Yusuf,Bad day,someday,,,,\n"

// A spreadsheet is shown line by line first; importing it is one step, and taken back as one.
func TestASpreadsheetIsShownAndTaken(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	path := filepath.Join(h.Dir, "history.csv")
	if err := os.WriteFile(path, []byte(history), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := h.Planner.Plans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.UI.ImportTable(path)
	h.Settle()
	h.Wants("Import from history.csv", "New: 2 goals · already here: 0 · not taken: 2", "Write a design note", "not taken", "Amina Yusuf · 31 January 2027")
	h.Shot("table")
	h.Tap("Import")
	h.Wants("17 goals", "Write a design note")
	h.Run("undo")
	after, err := h.Planner.Plans(t.Context())
	if err != nil || len(after.Goals) != len(before.Goals) {
		t.Errorf("%d goals, there were %d, %v", len(after.Goals), len(before.Goals), err)
	}
}

func TestAFileThatIsNoTable(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Language: core.Russian})
	path := filepath.Join(h.Dir, "notes.csv")
	if err := os.WriteFile(path, []byte("просто текст\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.ImportTable(path)
	h.Settle()
	h.Wants("Импорт из notes.csv", "Пока ничего не изменено")
	h.Tap("Импортировать")
	h.Wants("Импорт из notes.csv") // there is nothing to take: the dialog stays
}

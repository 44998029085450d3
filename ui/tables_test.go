package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/tables"
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
	h.Wants("Import from history.csv", "New: 2 goals · already here: 0 · skipped: 2", "Write a design note", "skipped", "Amina Yusuf · 31 January 2027")
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

// Where the headings say nothing, the window lets somebody say what each column is, in the words of the window, and reads
// the file by that.
func TestColumnsAreNamedByHand(t *testing.T) {
	for lang, said := range map[core.Language]string{core.English: "no heading “goal”", core.Russian: "нет заголовка «цель»"} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		path := filepath.Join(h.Dir, "odd.csv")
		if err := os.WriteFile(path, []byte("Wer,Was,Bis\nAmina Yusuf,Write a design note,2027-01-31\nSara Okafor,Lead the meeting,2027-02-01\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.ImportTable(path)
		h.Settle()
		h.Tap(locale.Capital(h.Words.T("kinds.goal")))
		if !strings.Contains(strings.ToLower(strings.Join(kit.Texts(h.Root()), " ")), said) {
			t.Errorf("%q is not said, but %q", said, kit.Texts(h.Root()))
		}
		choose := func(heading, field string) {
			t.Helper()
			focusField(h, heading)
			h.Keys("Space")
			h.Tap(locale.Capital(h.Words.Label(field)))
		}
		choose("Was", "title")
		h.Wants(h.Words.Count(core.KindGoal, 2))
		choose("Wer", "person")
		choose("Bis", "due")
		h.Wants(h.Words.Date(core.NewDate(2027, 1, 31)))
		h.Shot("columns-" + string(lang))
		choose("Bis", "why") // a column is one thing
		h.Lacks(h.Words.Date(core.NewDate(2027, 1, 31)))
		h.Tap(h.Words.T("tables.confirm"))
		plans, err := h.Planner.Plans(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, g := range plans.Goals {
			if g.Goal.Title == "Write a design note" && g.Goal.Person == h.Person("Amina").ID && g.Goal.Why == "2027-01-31" && g.Goal.Due.IsZero() {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%s: the goal is there %d times", lang, found)
		}
	}
}

// Each field that a column can be has a name in both languages.
func TestFieldsOfTablesHaveNames(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		for _, kind := range tables.Kinds() {
			layout, err := h.Planner.Tables.Layout(t.Context(), kind, "x.csv", strings.NewReader("With,Goal\nAnn,x\n"))
			if err != nil {
				t.Fatal(err)
			}
			for _, field := range layout.Fields {
				if !h.Words.Has("field." + field) {
					t.Errorf("%s: a column of a table of %s has no name: %s", lang, kind, field)
				}
			}
		}
	}
}

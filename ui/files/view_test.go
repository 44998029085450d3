package files

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// show opens a chooser in a window and gives what was chosen, "" for nothing yet.
func show(t *testing.T, lang core.Language, start string, ask Ask) (b *shelltest.Bench, chosen *string) {
	t.Helper()
	w := words(t, lang)
	b = shelltest.New(t, fyne.NewSize(900, 600), shell.Config{Brand: "Mentorbook", Words: w.T, Open: func(shell.Route) shell.Page { return nil }, ErrorIn: w.Error})
	chosen = new(string)
	ask.Done = func(path string) { *chosen = path }
	Show(Deps{Words: func() *locale.Words { return w }, Shell: b.Shell, Start: func() string { return start }, Places: []string{start}}, ask)
	settle(b)
	return b, chosen
}

func settle(b *shelltest.Bench) {
	b.T.Helper()
	b.Queue.Until(b.T, "the folder", func() bool { return !b.Shell.Runner.Running(job) })
}

func TestOpenByKeysAlone(t *testing.T) {
	dir := folder(t, "in/first.csv", "in/second.csv", "out/", "notes.txt")
	b, chosen := show(t, core.English, dir, Ask{Title: "Import people", Extensions: []string{".csv"}})
	b.Shot("open-en")
	if b.Sees("notes.txt") {
		t.Error("a file that does not fit is offered")
	}
	b.Press("Enter") // into the first folder
	settle(b)
	b.Press("Down")
	b.Press("Enter")
	settle(b)
	if *chosen != filepath.Join(dir, "in", "second.csv") || b.Canvas().Overlays().Top() != nil {
		t.Error(*chosen)
	}
}

// A path can be typed at once, whatever has the focus: letters that no row begins with go to the field of the name.
func TestOpenTakesAPathThatIsTypedAtOnce(t *testing.T) {
	dir := folder(t, "in/Holidays.ics", "notes.ics", "empty/")
	for _, start := range []string{dir, filepath.Join(dir, "empty")} {
		b, chosen := show(t, core.English, start, Ask{Title: "Import a calendar", Extensions: []string{".ics"}})
		want := filepath.Join(dir, "in", "Holidays.ics")
		b.Type(want)
		b.Press("Enter")
		settle(b)
		if *chosen != want {
			t.Errorf("from %s: %q", start, *chosen)
		}
	}
	b, chosen := show(t, core.English, filepath.Join(dir, "in"), Ask{Title: "Import a calendar", Extensions: []string{".ics"}})
	b.Type("../No")
	b.Type("tes.ics")
	b.Press("Enter")
	settle(b)
	if *chosen != "" {
		t.Error("another name was taken for it")
	}
	b, chosen = show(t, core.English, dir, Ask{Title: "Import a calendar", Extensions: []string{".ics"}})
	b.Type("no") // the first letters of a row, as ever
	b.Press("Enter")
	settle(b)
	if *chosen != filepath.Join(dir, "notes.ics") {
		t.Error(*chosen)
	}
}

// Where there is nothing to choose, the focus is where a name can be typed, and seen to be there; the way up leads back to the list.
func TestAnEmptyFolderLeavesTheFocusToTheName(t *testing.T) {
	dir := folder(t, "in/notes.txt", "first.csv")
	b, chosen := show(t, core.English, filepath.Join(dir, "in"), Ask{Title: "Import people", Extensions: []string{".csv"}})
	if _, is := b.Canvas().Focused().(*kit.List); is || b.Canvas().Focused() == nil {
		t.Fatalf("%T has the focus", b.Canvas().Focused())
	}
	b.Type("x")
	b.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) // which deletes as long as there is something
	settle(b)
	if b.Sees("first.csv") {
		t.Error("a letter was deleted, and the folder left")
	}
	b.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	settle(b)
	if _, is := b.Canvas().Focused().(*kit.List); !is || !b.Sees("first.csv") {
		t.Fatalf("%T has the focus above", b.Canvas().Focused())
	}
	b.Press("Down", "Enter")
	settle(b)
	if *chosen != filepath.Join(dir, "first.csv") {
		t.Error(*chosen)
	}
}

func TestOpenGoesUpAndBackToWhereOneWas(t *testing.T) {
	dir := folder(t, "aa/", "in/first.csv", "zz/")
	b, chosen := show(t, core.Russian, filepath.Join(dir, "in"), Ask{Title: "Импорт", Extensions: []string{".csv"}})
	b.Shot("open-ru")
	b.Press("Left")
	settle(b)
	if !b.Sees("zz") {
		t.Fatal("no way up")
	}
	b.Press("Enter", "Escape")
	settle(b)
	if *chosen != "" || b.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close it")
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := folder(t, "people.csv", "notes.txt")
	b, chosen := show(t, core.English, dir, Ask{Title: "Import people", Extensions: []string{".csv"}})
	b.Press("Tab")
	b.Type("notes.txt")
	b.Press("Enter")
	settle(b)
	if !b.Sees("is a different kind of file: choose one of .csv") || *chosen != "" {
		t.Error("a wrong file is taken in silence")
	}
	b.Click("people.csv")
	b.Click("people.csv")
	settle(b)
	if *chosen != filepath.Join(dir, "people.csv") {
		t.Error(*chosen)
	}
}

func TestSaveAsksBeforeItWritesOver(t *testing.T) {
	dir := folder(t, "Report.pdf")
	b, chosen := show(t, core.English, dir, Ask{Title: "Save the report", Save: true, Name: "Report.pdf"})
	b.Shot("save-en")
	b.Press("Enter")
	settle(b)
	b.Shot("save-replace-en")
	if !b.Sees("“Report.pdf” already exists") {
		t.Fatal("no question")
	}
	b.Press("Enter") // the focus is on the answer that does no harm
	if *chosen != "" {
		t.Fatal("Enter alone replaces a file")
	}
	b.Press("Enter")
	settle(b)
	b.Click("Replace")
	if *chosen != filepath.Join(dir, "Report.pdf") || b.Canvas().Overlays().Top() != nil {
		t.Error(*chosen)
	}
}

func TestSaveIntoANewFolder(t *testing.T) {
	dir := folder(t)
	b, chosen := show(t, core.English, dir, Ask{Title: "Save", Save: true, Name: "Report.pdf"})
	b.Click("New folder")
	b.Type("Autumn")
	b.Press("Enter")
	settle(b)
	b.Press("Enter")
	settle(b)
	if *chosen != filepath.Join(dir, "Autumn", "Report.pdf") {
		t.Error(*chosen)
	}
}

func TestAFolderThatCannotBeReadSaysSo(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("an administrator reads everything")
	}
	dir := folder(t, "in/")
	if err := os.Chmod(filepath.Join(dir, "in"), 0); err != nil {
		t.Fatal(err)
	}
	b, _ := show(t, core.English, filepath.Join(dir, "in"), Ask{Title: "Open"})
	if !b.Sees("access is denied") {
		t.Error("no word")
	}
}

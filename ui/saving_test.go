package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// stubborn writes no file as long as it has a reason.
type stubborn struct {
	planner.Files

	why *error
}

func (s stubborn) WriteFile(path string, data []byte) error {
	if *s.why != nil {
		return *s.why
	}
	return s.Files.WriteFile(path, data)
}

// Where a file can't be written, the dialog in which its name was typed says why and what to do, and stays: the next try may
// do.
func TestWhereNothingCanBeWrittenTheDialogSaysWhatToDo(t *testing.T) {
	var why error
	h := uitest.Open(t, uitest.Options{Change: func(c *ui.Config) { c.Planner.Files = stubborn{c.Planner.Files, &why} }})
	amina := h.Relationship("Amina Yusuf")
	for _, c := range []struct {
		what string
		ask  func()
		file string
	}{
		{"a report", func() {
			h.Go(shell.Route{Screen: "reports", ID: amina.ID})
			h.Tap("Export PDF…")
		}, "*.pdf"},
		{"people", func() {
			h.Run("people.export_vcf")
			h.Keys("Ctrl+Enter")
		}, "people.vcf"},
		{"people as a table", func() {
			h.Run("people.export_csv")
			h.Keys("Ctrl+Enter")
		}, "people.csv"},
		{"an invitation", func() {
			h.Go(shell.Route{Screen: "meeting", ID: aMeeting(t, h.Planner).ID})
			h.Keys("Ctrl+Shift+I")
			h.Tap("Save e-mail…")
		}, "*.eml"},
	} {
		c.ask()
		for _, wrong := range []struct {
			err  error
			says string
		}{
			{core.Fail(core.CodeDiskFull, "path", "/disk"), "free some and try again"},
			{core.Fail(core.CodeReadOnly, "path", "/disk", "state", "folder"), "choose another place"},
			{core.Fail(core.CodeFile, "path", "/disk", "state", "no_folder"), "choose another place"},
			{core.Fail(core.CodeFile, "path", "/disk/file", "reason", "the disk reports a fault", "state", "unwritten"), "choose another place or name"},
		} {
			why = wrong.err
			h.Tap("Save")
			if said := kit.Texts(h.Root()); !strings.Contains(strings.Join(said, "\n"), wrong.says) || h.Canvas().Overlays().Top() == nil {
				t.Fatalf("%s: %v: the dialog says %q", c.what, wrong.err, said)
			}
		}
		why = nil
		h.Tap("Save")
		if found, err := filepath.Glob(filepath.Join(h.Dir, c.file)); err != nil || len(found) != 1 {
			t.Errorf("%s: written are %q, %v", c.what, found, err)
		}
		for h.Canvas().Overlays().Top() != nil {
			h.Keys("Escape")
		}
	}
	h.Errors = nil
}

// A folder that is gone by the time of writing is said to be, and which.
func TestAFolderThatIsGoneIsSaidToBe(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("people.export_vcf")
	h.Keys("Ctrl+Enter")
	h.Type(filepath.Join(h.Dir, "nowhere", "people.vcf"))
	h.Keys("Enter")
	h.Wants("choose another place", filepath.Join(h.Dir, "nowhere"))
	if err := os.Mkdir(filepath.Join(h.Dir, "nowhere"), 0o700); err != nil {
		t.Fatal(err)
	}
	h.Keys("Enter")
	h.Wants("Saved: people.vcf")
}

// Where no program opens files, what was written can still be found: its path can be copied.
func TestThePathOfAFileCanBeCopiedWhereNothingOpensIt(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("people.export_vcf")
	h.Keys("Ctrl+Enter")
	h.Keys("Enter")
	h.Tap("Copy the path")
	if got := fyne.CurrentApp().Clipboard().Content(); got != filepath.Join(h.Dir, "people.vcf") {
		t.Errorf("the path that is copied is %q", got)
	}
}

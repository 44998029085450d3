package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// copier is a program around the window that makes workspaces and backups, or can't.
type copier struct {
	machine

	why  *error
	made *string
}

func (c copier) BackUp(context.Context, shell.Report) (time.Time, bool, error) {
	return uitest.Now(), true, *c.why
}
func (c copier) Import(_, path string) { *c.made = path }

// Where a backup that was asked for can't be made, the settings say so beside the button, until one was made.
func TestAFailedBackupIsSaidWhereItWasAskedFor(t *testing.T) {
	why, made := core.Fail(core.CodeDiskFull, "path", "/disk"), ""
	var err error = why
	h := uitest.Open(t, uitest.Options{Change: func(c *ui.Config) { c.Host = copier{why: &err, made: &made} }})
	h.Go(shell.Route{Screen: "settings"})
	h.Tap("Back up now")
	if said := strings.Join(kit.Texts(h.Root()), "\n"); !strings.Contains(said, "No backup was made") || !strings.Contains(said, "free some and try again") {
		t.Errorf("%q", said)
	}
	h.Shot("backup-failed")
	err = nil
	h.Tap("Back up now")
	if said := strings.Join(kit.Texts(h.Root()), "\n"); strings.Contains(said, "No backup was made") {
		t.Errorf("%q", said)
	}
	h.Errors = nil
}

// A file that the calendar cannot be published to is refused where it was named; what was named stays.
func TestACalendarFileIsWrittenBeforeItIsKept(t *testing.T) {
	var none error
	made := ""
	h := uitest.Open(t, uitest.Options{Change: func(c *ui.Config) { c.Host = copier{why: &none, made: &made} }})
	feed := func() string { return ownRules(h).Feed }
	h.Go(shell.Route{Screen: "settings"})
	h.Tap(h.Words.T("settings.feed_start"))
	h.Keys("Ctrl+A")
	path := filepath.Join(h.Dir, "nowhere", "x.ics")
	h.Type(path)
	h.Keys("Enter")
	h.Wants("choose another place")
	if got := feed(); got != "" || !fieldSays(h, path) {
		t.Fatalf("%q is published, and %q shown", got, kit.Texts(h.Root()))
	}
	if err := os.Mkdir(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	h.Keys("Enter")
	if _, err := os.Stat(path); err != nil || feed() != path || h.Canvas().Overlays().Top() != nil {
		t.Errorf("%v %q", err, feed())
	}
	h.Errors = nil
}

// A place where no workspace can be made is refused where it was named, before the open one is left.
func TestAWorkspaceIsImportedWhereThereIsAPlaceForIt(t *testing.T) {
	var none error
	made := ""
	h := uitest.Open(t, uitest.Options{Change: func(c *ui.Config) { c.Host = copier{why: &none, made: &made} }})
	export := filepath.Join(h.Dir, "all.json")
	if err := h.Planner.Exchange.WriteFile(t.Context(), export, nil); err != nil {
		t.Fatal(err)
	}
	there := filepath.Join(h.Dir, "taken.mentorbook")
	if err := os.WriteFile(there, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{export})
	h.Settle()
	for _, c := range []struct{ path, says string }{
		{filepath.Join(h.Dir, "nowhere", "new.mentorbook"), "choose another place"},
		{there, "choose another name"},
	} {
		h.Keys("Ctrl+A")
		h.Type(c.path)
		h.Keys("Enter")
		if h.CanClick(h.Words.T("files.replace_yes")) {
			h.Tap(h.Words.T("files.replace_yes"))
		}
		h.Wants(c.says)
		if made != "" || !fieldSays(h, c.path) {
			t.Fatalf("%q is made, and %q shown", made, kit.Texts(h.Root()))
		}
	}
	path := filepath.Join(h.Dir, "new.mentorbook")
	h.Keys("Ctrl+A")
	h.Type(path)
	h.Keys("Enter")
	if made != path {
		t.Errorf("%q is made: %q", made, kit.Texts(h.Root()))
	}
	h.Errors = nil
}

// fieldSays tells whether a text stands in a field that can be seen.
func fieldSays(h *uitest.House, text string) (found bool) {
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		f, ok := o.(*kit.TextField)
		found = found || ok && f.Text() == text
		return true
	})
	return found
}

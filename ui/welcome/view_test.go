package welcome

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

func TestMain(m *testing.M) {
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// Whoever is a mentor to some and a mentee of others says so at the start, as in the settings; that fits the smallest
// window in both languages.
func TestSomebodyWhoIsBothStarts(t *testing.T) {
	for _, w := range languages(t) {
		form := &Form{Side: core.RoleMentor, Name: "Anna Kim", Zone: "Europe/Berlin", Language: w.Language(), Path: "own"}
		var started planner.Start
		b := shelltest.New(t, fyne.NewSize(900, 600), shell.Config{
			Brand: w.T("app.name"), Words: w.T,
			Open: func(shell.Route) shell.Page {
				return New(form, Deps{
					Words: func() *locale.Words { return w }, Now: time.Now, Recent: func(done func([]Recent)) { done(nil) },
					Samples: func(core.Role) string { return "" }, Speak: func(core.Language) {},
					Missing: func(path string, done func(string)) { done(MissingFolder(path)) },
					Start:   func(_ string, start planner.Start, _ func(error)) { started = start },
				})
			},
		})
		b.Shell.Go(shell.Route{Screen: "welcome"})
		b.Click(w.T("welcome.as_both"))
		b.Shot("welcome-both-" + string(w.Language()))
		kit.Walk(b.Canvas().Content(), func(o fyne.CanvasObject) bool {
			if start, ok := o.(*kit.Button); ok && start.Text() == w.T("welcome.start") {
				if end := fyne.CurrentApp().Driver().AbsolutePositionForObject(start).Y + start.Size().Height; end > 572 {
					t.Errorf("%s: the button that begins ends at %.0f of 600", w.Language(), end)
				}
			}
			return true
		})
		b.Click(w.T("welcome.start"))
		if started.Side != core.RoleBoth {
			t.Errorf("%s: it starts as %q", w.Language(), started.Side)
		}
	}
}

// Before a folder is made it is said below the path, as soon as that is typed.
func TestAFolderThatIsMadeIsNamed(t *testing.T) {
	for _, w := range languages(t) {
		dir := t.TempDir()
		form := &Form{Side: core.RoleMentor, Name: "Anna Kim", Zone: "Europe/Berlin", Language: w.Language(), Path: filepath.Join(dir, "fresh", "own")}
		var page *Page
		b := shelltest.New(t, fyne.NewSize(900, 600), shell.Config{
			Brand: w.T("app.name"), Words: w.T,
			Open: func(shell.Route) shell.Page {
				page = New(form, Deps{
					Words: func() *locale.Words { return w }, Now: time.Now, Recent: func(done func([]Recent)) { done(nil) },
					Samples: func(core.Role) string { return "" }, Missing: func(path string, done func(string)) { done(MissingFolder(path)) },
				})
				return page
			},
		})
		b.Shell.Go(shell.Route{Screen: "welcome"})
		if said := strings.Join(kit.Texts(page.fields.path), " "); !strings.Contains(said, w.T("welcome.file_hint")) {
			t.Errorf("of the proposed file it says %q", said)
		}
		b.Canvas().Focus(page.fields.path.Focusable())
		b.Press("Ctrl+A")
		b.Type(filepath.Join(dir, "mistyped", "own"))
		want := w.T("welcome.makes_folder", "folder", filepath.Join(dir, "mistyped"))
		if said := strings.Join(kit.Texts(page.fields.path), " "); !strings.Contains(said, want) {
			t.Errorf("%q lacks %q", said, want)
		}
		b.Shell.Reword()
		if said := strings.Join(kit.Texts(page.fields.path), " "); !strings.Contains(said, want) {
			t.Errorf("after a change of the language, %q lacks %q", said, want)
		}
	}
}

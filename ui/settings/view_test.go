package settings_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/shell/shelltest"
)

func TestMain(m *testing.M) {
	test.NewApp()
	shelltest.Theme(kit.Look{Mode: kit.Light})
	os.Exit(m.Run())
}

// Who chooses another size sees the choice afterwards, however much taller everything above it has become.
func TestTheSizeThatWasChosenStaysInView(t *testing.T) {
	w, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { shelltest.Theme(kit.Look{Mode: kit.Light}) })
	look := settings.Look{Scale: 1}
	facts := &settings.Facts{
		Owner: &core.Person{Head: core.Head{ID: core.ID{2}}, Name: "Maja Lindqvist", Zone: "Europe/Berlin"}, Workspace: core.NewWorkspace(core.ID{1}, core.ID{2}, core.RoleMentor, core.English),
		Path: "/tmp/x.mentorbook", Now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
	}
	var page *settings.Page
	b := shelltest.New(t, fyne.NewSize(900, 600), shell.Config{
		Words: func(key string, args ...any) string { return w.T(key, args...) },
		Open: func(shell.Route) shell.Page {
			page = settings.New(settings.Deps{
				Words: func() *locale.Words { return w }, Load: func(done func(*settings.Facts)) { done(facts) },
				Typing: func(func(forms.Draft)) {}, Unbacked: func() string { return "" }, Look: func() settings.Look { return look }, Fits: func(float32) bool { return true },
				SetLook: func(l settings.Look) {
					look = l
					shelltest.Theme(kit.Look{Mode: kit.Light, Scale: l.Scale})
					page.Refresh()
				},
			}, "")
			return page
		},
	})
	b.Shell.Go(shell.Route{Screen: "settings"})
	sizes := func() (found *kit.Segments) {
		kit.Walk(page.Object(), func(o fyne.CanvasObject) bool {
			if s, is := o.(*kit.Segments); is && strings.Contains(strings.Join(kit.Texts(s), " "), "150") {
				found = s
			}
			return true
		})
		return found
	}
	seen := func() bool {
		driver := fyne.CurrentApp().Driver()
		y := driver.AbsolutePositionForObject(sizes()).Y - driver.AbsolutePositionForObject(page.Object()).Y
		return y >= 0 && y+sizes().Size().Height <= page.Object().Size().Height
	}
	page.Reveal(sizes()) // at the bottom edge
	for _, size := range []string{"150", "100"} {
		b.Click(size)
		if !seen() {
			t.Errorf("at %s %% the sizes are out of view", size)
		}
	}
}

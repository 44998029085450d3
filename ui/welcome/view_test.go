package welcome

import (
	"os"
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
					Start: func(_ string, start planner.Start, _ func(error)) { started = start },
				})
			},
		})
		b.Shell.Go(shell.Route{Screen: "welcome"})
		b.Click(w.T("welcome.as_both"))
		b.Shot("welcome-both-" + string(w.Language()))
		b.Click(w.T("welcome.start"))
		if started.Side != core.RoleBoth {
			t.Errorf("%s: it starts as %q", w.Language(), started.Side)
		}
	}
}

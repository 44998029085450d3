package main

import (
	"log"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"mentorbook/assets"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// appID and appVersion are those of FyneApp.toml, so that a plain build is right too.
const (
	appID      = "app.mentorbook.desktop"
	appVersion = "0.1.0"
)

// show opens the window and returns when it is closed.
func show(p *planner.Planner, words *locale.Words, first shell.Route, o options) {
	app.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Mentorbook", Version: appVersion, Build: 1, Migrations: map[string]bool{"fyneDo": !threadCheck},
	})
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("mentorbook.png", assets.AppIcon()))
	w := a.NewWindow("Mentorbook")
	w.Resize(fyne.NewSize(1280, 800))
	var window *ui.Window
	a.Lifecycle().SetOnStarted(func() {
		a.Settings().SetTheme(kit.NewTheme(kit.Look{Mode: mode(o.theme), Fonts: kit.BundledFonts()}))
		window = ui.New(w, ui.Config{
			Planner: p, Words: words, Path: o.workspace, Desktop: desktop(a), First: first, Dispatch: fyne.Do, After: after,
			Log: func(err error) { log.Print(err) },
		})
		window.Open()
	})
	w.ShowAndRun()
	if window != nil {
		window.Close()
	}
}

func mode(theme string) kit.Mode {
	switch theme {
	case "dark":
		return kit.Dark
	case "light":
		return kit.Light
	}
	return kit.FollowSystem
}

// after calls f on the window's goroutine after a while.
func after(d time.Duration, f func()) (stop func()) {
	t := time.AfterFunc(d, func() { fyne.Do(f) })
	return func() { t.Stop() }
}

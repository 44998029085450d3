package main

import (
	"errors"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"mentorbook/assets"
	"mentorbook/cmd/internal/wire"
	"mentorbook/cmd/mentorbook/program"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
)

// appID, appName and appVersion are those of FyneApp.toml, so that a plain build is right too.
const (
	appName    = "Mentorbook"
	appID      = "app.mentorbook.desktop"
	appVersion = wire.Version
)

var errNoDisplay = errors.New("no display")

// hasDisplay tells whether a window could open. Only X11 and Wayland announce themselves by variables.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// startOver is when a start is over, and the memory that only it needed is given back: in a window that rests nothing
// else would ask for that.
const startOver = 3 * time.Second

// newApp makes the toolkit's application. It learns its id afterwards: made with one it would read, watch and write a file of
// preferences that nothing here uses, not safely, and complain of it where another window writes it at the same time.
func newApp() fyne.App {
	about := fyne.AppMetadata{Name: appName, Version: appVersion, Build: 1, Migrations: map[string]bool{"fyneDo": !threadCheck}}
	app.SetMetadata(about)
	a := app.NewWithID("")
	about.ID = appID
	app.SetMetadata(about)
	fyne.SetCurrentApp(kit.Calm(a))
	endAtOnce(a.Lifecycle())
	return a
}

// endAtOnce leaves out what the toolkit runs after its loop to save preferences, of which there are none: it hands that to the
// loop while that ends, and where the loop does not come to it any more, the program waits for it for ever, without a window.
func endAtOnce(l fyne.Lifecycle) {
	if hooked, ok := l.(interface{ SetOnStoppedHookExecuted(func()) }); ok {
		hooked.SetOnStoppedHookExecuted(nil)
	}
}

// show opens the window and returns when it is closed.
func show(cfg program.Config) (err error) {
	started := false
	defer func() {
		if !started && recover() != nil {
			err = errNoDisplay // the toolkit panics where the display that it was told of does not answer
		}
	}()
	a := newApp()
	cfg.SetLook = func(l settings.Look) { a.Settings().SetTheme(kit.NewTheme(look(l))) }
	cfg.SetLook(cfg.Look())
	w := a.NewWindow(appName)
	last, room := cfg.Settings.Window, room()
	w.Resize(size(last, room, 1))
	shell.FirstFrame(w)
	cfg.Window, cfg.Desktop, cfg.Dispatch, cfg.After = w, desktop(a, cfg.Log), fyne.Do, after
	var p *program.Program
	cfg.Tray = putInTray(&cfg.Desktop, func() { p.Raise() }, cfg.Log)
	cfg.About = about
	p = program.New(cfg)
	a.Lifecycle().SetOnStarted(func() { // the first frame is on the screen
		started = true
		if fits := size(last, room, w.Canvas().Scale()); fits != size(last, room, 1) {
			w.Resize(fits) // the scale is known only now
		}
		p.Begin()
		icon := fyne.NewStaticResource("mentorbook.png", assets.AppIcon())
		a.SetIcon(icon)
		w.SetIcon(icon)
		time.AfterFunc(startOver, debug.FreeOSMemory)
	})
	w.SetCloseIntercept(p.Leave)
	w.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		var paths []string
		for _, uri := range dropped {
			paths = append(paths, uri.Path())
		}
		p.Dropped(paths)
	})
	go closeOnSignal(p.Quit)
	w.ShowAndRun()
	if !started {
		return errNoDisplay
	}
	return p.Close()
}

// closeOnSignal closes the window when the system asks the program to end, so that a backup is made.
func closeOnSignal(quit func()) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	<-asked
	fyne.Do(quit)
}

// look is what the theme is made of.
func look(l settings.Look) kit.Look {
	out := kit.Look{Mode: mode(l.Theme), Scale: l.Scale, Fonts: kit.BundledFonts()}
	if l.Compact {
		out.Density = kit.Compact
	}
	return out
}

// about lists what the program is made of, as the build knows it.
func about() settings.About {
	out := settings.About{Version: appVersion}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			out.Libraries = append(out.Libraries, settings.Library{Name: m.Path, Version: m.Version})
		}
	}
	return out
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

package main

import (
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"

	"mentorbook/assets"
	"mentorbook/cmd/mentorbook/notice"
	"mentorbook/cmd/mentorbook/program"
	"mentorbook/cmd/mentorbook/tray"
	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
)

// desktop offers what the system around the window can do. Where it has no program that opens files, nothing is
// offered.
func desktop(a fyne.App, log func(error)) ui.Desktop {
	d := ui.Desktop{Notify: notifier(a, log)}
	for _, dir := range []string{xdg.UserDirs.Documents, xdg.UserDirs.Desktop, xdg.UserDirs.Download} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			d.Places = append(d.Places, dir)
			if dir == xdg.UserDirs.Download {
				d.Downloads = dir
			}
		}
	}
	d.Link = func(link string) error {
		u, err := url.Parse(link)
		switch {
		case err != nil:
			return core.Fail(core.CodeBadLink)
		case runtime.GOOS != "linux":
			return a.OpenURL(u)
		}
		return start(u.Scheme+":", "xdg-open", link) // the log is told no letter that somebody wrote
	}
	name, reveal := opener()
	if _, err := exec.LookPath(name); err != nil {
		return d
	}
	d.Open = func(path string) error { return start(path, name, path) }
	d.Reveal = func(path string) error { return start(path, name, reveal(path)...) }
	return d
}

// notifier shows messages of the desktop's own: by what is known of the desktop, or else as the toolkit does, without buttons.
func notifier(a fyne.App, log func(error)) func(title, body string, buttons []kit.MenuEntry) (end func()) {
	desk := notice.New(notice.Config{Name: appName, ID: appID, Icon: assets.AppIcon(), On: fyne.Do, Log: log})
	if desk == nil {
		return func(title, body string, _ []kit.MenuEntry) func() {
			go a.SendNotification(fyne.NewNotification(title, body)) // it waits for the desktop's answer
			return func() {}
		}
	}
	return func(title, body string, buttons []kit.MenuEntry) func() {
		n := notice.Notice{Title: title, Body: body}
		for _, b := range buttons {
			n.Buttons = append(n.Buttons, notice.Button{Text: b.Text, Do: b.Run})
		}
		return desk.Show(n)
	}
}

// opener names the system's program that opens files, and the arguments with which it shows one in its folder.
func opener() (name string, reveal func(path string) []string) {
	switch runtime.GOOS {
	case "windows":
		return "explorer", func(path string) []string { return []string{"/select,", path} }
	case "darwin":
		return "open", func(path string) []string { return []string{"-R", path} }
	}
	return "xdg-open", func(path string) []string { return []string{filepath.Dir(path)} }
}

// soon is how long a program that opens things has to say that it can't: it may well stay as long as what it opened.
const soon = 2 * time.Second

// start runs a program beside this one, and looks after its end so that nothing is left of it. It waits a moment: what
// opens things ends with an error where nothing on the computer takes them.
func start(path, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	err := cmd.Start()
	if err == nil {
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		select {
		case err = <-ended:
		case <-time.After(soon):
		}
	}
	if err == nil || saysNothing(runtime.GOOS, err) {
		return nil
	}
	reason := err.Error()
	var inner *exec.Error
	if errors.As(err, &inner) {
		reason = inner.Err.Error()
	}
	return core.Wrap(core.CodeFile, err, "path", path, "reason", reason)
}

// saysNothing tells whether the way in which a program ended says nothing of how it went: Windows' Explorer ends with 1
// also where it has opened what it was given.
func saysNothing(system string, err error) bool {
	var ended *exec.ExitError
	return system == "windows" && errors.As(err, &ended)
}

// putInTray offers the system's tray, where one is known to work; nil where not. Nothing is shown yet.
func putInTray(d *ui.Desktop, open func(), log func(error)) program.Tray {
	t := tray.New(tray.Config{Name: appName, Icon: assets.AppIcon(), Open: open, On: fyne.Do, Log: log})
	if t == nil {
		return nil
	}
	d.Tray = func(menu []kit.MenuEntry) error {
		items := make([]tray.Item, len(menu))
		for i, e := range menu {
			items[i] = tray.Item{Text: e.Text, Do: e.Run, Line: e.Line}
		}
		return t.Show(items)
	}
	return t
}

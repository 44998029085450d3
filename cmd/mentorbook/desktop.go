package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"

	"mentorbook/assets"
	"mentorbook/cmd/mentorbook/program"
	"mentorbook/cmd/mentorbook/tray"
	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
)

// desktop offers what the system around the window can do. Where it has no program that opens files, nothing is
// offered.
func desktop(a fyne.App) ui.Desktop {
	d := ui.Desktop{Notify: func(title, body string) {
		go a.SendNotification(fyne.NewNotification(title, body)) // it waits for the desktop's answer
	}}
	for _, dir := range []string{xdg.UserDirs.Documents, xdg.UserDirs.Desktop, xdg.UserDirs.Download} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			d.Places = append(d.Places, dir)
			if dir == xdg.UserDirs.Download {
				d.Downloads = dir
			}
		}
	}
	name, reveal := opener()
	if _, err := exec.LookPath(name); err != nil {
		return d
	}
	d.Open = func(path string) error { return start(path, name, path) }
	d.Reveal = func(path string) error { return start(path, name, reveal(path)...) }
	return d
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

// start runs a program beside this one, and looks after its end so that nothing is left of it.
func start(path, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	err := cmd.Start()
	if err == nil {
		go func() { _ = cmd.Wait() }()
		return nil
	}
	reason := err.Error()
	var inner *exec.Error
	if errors.As(err, &inner) {
		reason = inner.Err.Error()
	}
	return core.Wrap(core.CodeFile, err, "path", path, "reason", reason)
}

// putInTray offers the system's tray, where one is known to work; nil where not. Nothing is shown yet.
func putInTray(d *ui.Desktop, open func(), log func(error)) program.Tray {
	t := tray.New(tray.Config{Name: "Mentorbook", Icon: assets.AppIcon(), Open: open, On: fyne.Do, Log: log})
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

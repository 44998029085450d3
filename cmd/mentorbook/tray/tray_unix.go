//go:build linux || freebsd || openbsd || netbsd

package tray

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"slices"
	"sync"
	"time"

	"fyne.io/systray"
	"github.com/godbus/dbus/v5"

	"mentorbook/cmd/mentorbook/picture"
	"mentorbook/core"
)

// Tray is the icon. Nothing is done before it is shown. Its methods may be called from any goroutine, and wait for
// the bus.
type Tray struct {
	cfg   Config
	mu    sync.Mutex // one after another uses the library, which keeps all that it has in its package
	end   func()     // nil while the icon is not shown
	items []*systray.MenuItem
	do    []func() // of the items, as they were last told
}

// New makes an icon that is not shown yet; nil where no tray of the system is known.
func New(cfg Config) *Tray { return &Tray{cfg: cfg} }

// askFor is how long the bus may take for an answer.
const askFor = time.Second

// Ready tells whether there is a tray that shows icons now.
func (t *Tray) Ready() bool {
	ctx, cancel := context.WithTimeout(context.Background(), askFor)
	defer cancel()
	bus, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer bus.Close()
	if bus.Auth(nil) != nil || bus.Hello() != nil {
		return false
	}
	const watcher = "org.kde.StatusNotifierWatcher"
	var shown dbus.Variant
	err = bus.Object(watcher, "/StatusNotifierWatcher").CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get",
		dbus.FlagNoAutoStart, watcher, "IsStatusNotifierHostRegistered").Store(&shown)
	on, ok := shown.Value().(bool)
	return err == nil && ok && on
}

// Show shows the icon with a menu, or changes its menu. The number of lines and which of them are mere lines stay as
// they were first. Where there is no tray it fails: CodeNoTray.
func (t *Tray) Show(menu []Item) (err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	defer func() { err = errors.Join(err, fault(recover())) }()
	if t.end == nil {
		if !t.Ready() {
			return core.Fail(core.CodeNoTray)
		}
		t.begin()
	}
	if t.items == nil {
		t.add(menu)
	}
	for i, item := range t.items {
		if item == nil || i >= len(menu) {
			continue
		}
		t.do[i] = menu[i].Do
		if menu[i].Text == "" {
			item.Hide()
			continue
		}
		item.SetTitle(menu[i].Text)
		item.Show()
	}
	return nil
}

func (t *Tray) begin() {
	if t.items == nil {
		t.dress()
	}
	start, end := systray.RunWithExternalLoop(nil, nil)
	t.end = end
	start()
}

// dress gives the icon its looks. The library keeps them, and panics after that where an icon before has left it with
// a bus that is gone.
func (t *Tray) dress() {
	icon, err := smaller(t.cfg.Icon)
	if err != nil {
		t.cfg.Log(err)
	}
	systray.SetTitle(t.cfg.Name)
	systray.SetOnTapped(func() { t.cfg.On(t.cfg.Open) })
	defer func() { _ = recover() }()
	systray.SetIcon(icon)
}

func (t *Tray) add(menu []Item) {
	systray.ResetMenu() // of an icon before, in one program
	t.items, t.do = make([]*systray.MenuItem, len(menu)), make([]func(), len(menu))
	for i, line := range menu {
		if line.Line {
			systray.AddSeparator()
			continue
		}
		item := systray.AddMenuItem(line.Text, "")
		t.items[i] = item
		go func() {
			for range item.ClickedCh {
				t.click(i)
			}
		}()
	}
}

func (t *Tray) click(i int) {
	t.mu.Lock()
	do := t.do[i]
	t.mu.Unlock()
	if do != nil {
		t.cfg.On(do)
	}
}

// Hide takes the icon away. It can be shown again.
func (t *Tray) Hide() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.end == nil {
		return
	}
	defer func() {
		if err := fault(recover()); err != nil {
			t.cfg.Log(err)
		}
	}()
	end := t.end
	t.end = nil
	end()
}

// fault makes an error of what the library panics with where it has lost the bus.
func fault(caught any) error {
	if caught == nil {
		return nil
	}
	return core.Fail(core.CodeInternal, "reason", caught)
}

// iconSize is the width and the height of the icon, in pixels: twice what panels show.
const iconSize = 64

// smaller gives the picture of a PNG as one of the size that trays show.
func smaller(data []byte) ([]byte, error) {
	small, err := picture.Smaller(data, iconSize)
	if err != nil {
		return data, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, small); err != nil {
		return data, core.Wrap(core.CodeInternal, err)
	}
	return slices.Clip(out.Bytes()), nil
}

//go:build linux || freebsd || openbsd || netbsd

package tray_test

import (
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/godbus/dbus/v5/prop"

	"mentorbook/assets"
	"mentorbook/cmd/mentorbook/bustest"
	"mentorbook/cmd/mentorbook/tray"
	"mentorbook/core"
)

const watcherName = "org.kde.StatusNotifierWatcher"

// panel is a desktop's panel: it is told of icons, and can read and click their menus.
type panel struct {
	*dbus.Conn

	told chan string // who has told of an icon
}

// RegisterStatusNotifierItem is the protocol's.
func (p *panel) RegisterStatusNotifierItem(_ string, sender dbus.Sender) *dbus.Error {
	p.told <- string(sender)
	return nil
}

func newPanel(t *testing.T, conn *dbus.Conn) *panel {
	t.Helper()
	p := &panel{conn, make(chan string, 10)}
	_, err := prop.Export(conn, "/StatusNotifierWatcher", prop.Map{watcherName: {"IsStatusNotifierHostRegistered": {Value: true}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.Export(p, "/StatusNotifierWatcher", watcherName); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName(watcherName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return p
}

// icon waits for the next icon that the panel is told of.
func (p *panel) icon(t *testing.T) dbus.BusObject {
	t.Helper()
	select {
	case who := <-p.told:
		return p.Object(who, "/StatusNotifierMenu")
	case <-time.After(20 * time.Second):
		t.Fatal("the panel was told of no icon")
	}
	return nil
}

// line is a line of a menu that shows.
type line struct {
	id    int32
	label string
}

func lines(t *testing.T, icon dbus.BusObject) []line {
	t.Helper()
	type layout struct {
		ID       int32
		Props    map[string]dbus.Variant
		Children []dbus.Variant
	}
	var root layout
	var revision uint32
	if err := icon.Call("com.canonical.dbusmenu.GetLayout", 0, int32(0), int32(-1), []string{}).Store(&revision, &root); err != nil {
		t.Fatal(err)
	}
	var out []line
	for _, child := range root.Children {
		var l layout
		if err := dbus.Store([]any{child.Value()}, &l); err != nil {
			t.Fatal(err)
		}
		if shown, ok := l.Props["visible"].Value().(bool); ok && !shown {
			continue
		}
		label, _ := l.Props["label"].Value().(string)
		if kind, _ := l.Props["type"].Value().(string); kind == "separator" {
			label = "-"
		}
		out = append(out, line{l.ID, label})
	}
	return out
}

func labels(all []line) []string {
	var out []string
	for _, l := range all {
		out = append(out, l.label)
	}
	return out
}

// clicks remembers what was clicked.
type clicks struct {
	mu  sync.Mutex
	all []string
	new chan struct{}
}

func (c *clicks) on(what string) func() {
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.all = append(c.all, what)
		c.new <- struct{}{}
	}
}

func (c *clicks) last(t *testing.T) string {
	t.Helper()
	select {
	case <-c.new:
	case <-time.After(20 * time.Second):
		t.Fatal("nothing was clicked")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.all[len(c.all)-1]
}

func icon(t *testing.T, c *clicks) *tray.Tray {
	return tray.New(tray.Config{
		Name: "Mentorbook", Icon: assets.AppIcon(), Open: c.on("open"), On: func(do func()) { do() },
		Log: func(err error) { t.Error(err) },
	})
}

// Where there is no bus, or no panel on it, there is no tray, and nothing breaks.
func TestWithoutATray(t *testing.T) {
	c := &clicks{new: make(chan struct{}, 10)}
	for name, set := range map[string]func(t *testing.T){
		"no bus": func(t *testing.T) {
			t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
		},
		"no panel": func(t *testing.T) { bustest.Start(t) },
	} {
		t.Run(name, func(t *testing.T) {
			set(t)
			i := icon(t, c)
			if i.Ready() {
				t.Error("ready")
			}
			if err := i.Show([]tray.Item{{Text: "Quit"}}); core.CodeOf(err) != core.CodeNoTray {
				t.Error(err)
			}
			i.Hide()
		})
	}
}

// The panel shows the icon and its menu as it was last told, and clicks come to whom they are for. What was hidden can
// be shown again.
func TestTheMenuOfTheTray(t *testing.T) {
	conn := bustest.Start(t)
	p := newPanel(t, conn)
	c := &clicks{new: make(chan struct{}, 10)}
	i := icon(t, c)
	if !i.Ready() {
		t.Fatal("not ready")
	}
	show := func(next string) {
		t.Helper()
		err := i.Show([]tray.Item{{Text: next, Do: c.on(next)}, {Line: true}, {Text: "Открыть", Do: c.on("menu")}, {Text: "Quit", Do: c.on("quit")}})
		if err != nil {
			t.Fatal(err)
		}
	}
	show("Amina")
	menu := p.icon(t)
	wants := func(want ...string) []line {
		t.Helper()
		got := lines(t, menu)
		if !slices.Equal(labels(got), want) {
			t.Fatalf("the menu shows %q, want %q", labels(got), want)
		}
		return got
	}
	click := func(id int32, want string) {
		t.Helper()
		if err := menu.Call("com.canonical.dbusmenu.Event", 0, id, "clicked", dbus.MakeVariant(0), uint32(0)).Err; err != nil {
			t.Fatal(err)
		}
		if got := c.last(t); got != want {
			t.Errorf("clicked %q, want %q", got, want)
		}
	}
	click(wants("Amina", "-", "Открыть", "Quit")[0].id, "Amina")
	show("")
	wants("-", "Открыть", "Quit")
	show("Ivan")
	all := wants("Ivan", "-", "Открыть", "Quit")
	click(all[0].id, "Ivan")
	click(all[3].id, "quit")
	item := conn.Object(menu.Destination(), "/StatusNotifierItem")
	if err := item.Call("org.kde.StatusNotifierItem.Activate", 0, int32(0), int32(0)).Err; err != nil {
		t.Fatal(err)
	}
	if got := c.last(t); got != "open" {
		t.Errorf("a click on the icon: %q", got)
	}
	pixels, err := item.GetProperty("org.kde.StatusNotifierItem.IconPixmap")
	if err != nil || len(pixels.String()) < 1000 || len(pixels.String()) > 200_000 {
		t.Errorf("the icon: %v, %d signs", err, len(pixels.String()))
	}
	i.Hide()
	show("Again")
	menu = p.icon(t)
	wants("Again", "-", "Открыть", "Quit")
	i.Hide()
}

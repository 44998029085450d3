package program

import (
	"slices"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// fakeTray is a system's tray.
type fakeTray struct {
	mu     sync.Mutex
	panel  bool // there is a panel that shows icons
	menu   []kit.MenuEntry
	hidden bool // the icon was taken away
}

func (f *fakeTray) Ready() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.panel
}

func (f *fakeTray) Hide() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.hidden, f.menu = true, nil
}

func (f *fakeTray) show(menu []kit.MenuEntry) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.hidden, f.menu = false, menu
	return nil
}

// lines gives the texts that show, and what the one with a text does.
func (f *fakeTray) lines(text string) (all []string, do func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, e := range f.menu {
		if e.Text != "" {
			all = append(all, e.Text)
		}
		if e.Text == text {
			do = e.Run
		}
	}
	return all, do
}

func (f *fakeTray) set(panel bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.panel = panel
}

// hiding is a window that tells whether it is hidden.
type hiding struct {
	fyne.Window

	hidden bool
}

func (h *hiding) Hide() { h.hidden = true }

func (h *hiding) Show() { h.hidden = false }

// Closing the window ends the program, unless it is to stay in the tray and there is one; the menu says what comes
// next and brings the window back.
func TestClosingTheWindowLeavesTheTray(t *testing.T) {
	f, w := &fakeTray{}, &hiding{}
	m := boot(t, t.TempDir(), func(c *Config) {
		c.Path, c.Sample = c.Default, core.RoleMentor
		w.Window, c.Window = c.Window, w
		c.Tray, c.Desktop.Tray = f, f.show
	})
	m.Shell.Go(shell.Route{Screen: "settings"})
	m.settle()
	m.tap("Stay in the tray when the window is closed")
	m.Queue.Until(t, "the answer of the tray", func() bool { return m.toasts() != "" })
	m.settle()
	m.wants("This desktop shows no tray icons")
	if m.p.Tray() {
		t.Fatal("stays where there is no tray")
	}
	f.set(true)
	m.tap("Stay in the tray when the window is closed")
	m.Queue.Until(t, "the icon", func() bool { all, _ := f.lines(""); return len(all) > 0 })
	all, open := f.lines("Open Mentorbook")
	if want := []string{"Amina Yusuf · today 14:00 · 16:00 in Nairobi", "Open Mentorbook", "Quick capture…", "Quit"}; !slices.Equal(all, want) {
		t.Errorf("the menu says %q, not %q", all, want)
	}
	m.p.Leave()
	m.Queue.Until(t, "the end of the window", func() bool { return w.hidden })
	open()
	if w.hidden || m.quit {
		t.Error("the window is not back")
	}
	m.p.Leave()
	m.Queue.Until(t, "the end of the window", func() bool { return w.hidden })
	_, next := f.lines("Amina Yusuf · today 14:00 · 16:00 in Nairobi")
	next()
	m.settle()
	if w.hidden || m.Shell.Router.Route().Screen != "meeting" {
		t.Errorf("the next meeting leads to %v", m.Shell.Router.Route())
	}
	f.set(false) // the panel has gone
	m.p.Leave()
	m.Queue.Until(t, "the end of the program", func() bool { return m.quit })
}

// Who wants it no more has no icon, and the next start knows.
func TestTheTrayIsLeftAgain(t *testing.T) {
	f := &fakeTray{panel: true}
	dir := t.TempDir()
	start := func() *machineUnderTest {
		m := boot(t, dir, func(c *Config) {
			c.Path, c.Sample = c.Default, core.RoleMentor
			c.Tray, c.Desktop.Tray = f, f.show
		})
		m.Shell.Go(shell.Route{Screen: "settings"})
		m.settle()
		return m
	}
	m := start()
	m.tap("Stay in the tray when the window is closed")
	m.Queue.Until(t, "the icon", func() bool { all, _ := f.lines(""); return len(all) > 0 })
	m.close()
	if all, _ := f.lines(""); len(all) != 2 { // nothing of a workspace that is closed
		t.Errorf("the menu still says %q", all)
	}
	m = start()
	m.Queue.Until(t, "the icon", func() bool { all, _ := f.lines(""); return len(all) == 4 })
	m.tap("Stay in the tray when the window is closed")
	m.Queue.Until(t, "the end of the icon", func() bool { f.mu.Lock(); defer f.mu.Unlock(); return f.hidden })
	m.p.Leave()
	m.Queue.Until(t, "the end of the program", func() bool { return m.quit })
}

package program

import (
	"io"
	"net"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// A second start leads the window that has the file open to what it was to show; what is open in a dialog there stays.
func TestASecondStartLeadsTheFirst(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	m := boot(t, dir, func(c *Config) { c.Path = path })
	router := m.p.window.Shell().Router
	before := router.Route()
	for _, c := range []struct{ to, want shell.Route }{
		{shell.Route{}, before},
		{shell.Route{Screen: "nowhere"}, before},
		{shell.Route{Screen: "calendar people"}, before},
		{shell.Route{Screen: "calendar", Tab: "week"}, shell.Route{Screen: "calendar", Tab: "week"}},
		{shell.Route{}, shell.Route{Screen: "calendar", Tab: "week"}},
		{shell.Route{Screen: "people"}, shell.Route{Screen: "people"}},
	} {
		if !Raise(filepath.Join(dir, "s"), path, c.to) {
			t.Errorf("%v: nobody answered", c.to)
		}
		m.settle()
		if got := router.Route(); got != c.want {
			t.Errorf("%q leads to %v, not to %v", c.to, got, c.want)
		}
	}
	m.p.window.Shell().Commands.Run("person.new")
	m.settle()
	Raise(filepath.Join(dir, "s"), path, shell.Route{Screen: "plans"})
	m.settle()
	dialog, ok := m.Canvas().Overlays().Top().(kit.Floating)
	if !ok {
		t.Fatal("the dialog has gone")
	}
	if said := strings.Join(dialog.Floats().Toasts(), " "); router.Route().Screen != "people" || said != m.p.words.T("window.visit_later") {
		t.Errorf("under a dialog it leads to %v and says %q", router.Route(), said)
	}
}

// Whoever writes to the socket may be anybody: what is no route as the program writes them is not answered, and little of it read.
func TestOnlyRoutesAreAnswered(t *testing.T) {
	id := core.ID{1, 2, 3}
	for line, want := range map[string]bool{
		"raise": true, "raise today": true, "raise calendar/week": true, "raise relationship/" + id.String() + "/plan": true,
		"": false, "raised": false, "raise ": false, "raise /": false, "raise /week": false, "raise a/b/c/d": false, "raise today\x00": false, "raise to day": false,
		"raise today\r": false, "raise ../../etc": false, "raise сегодня": false, "RAISE today": false, "raise today;open": false,
	} {
		if _, ok := asked(line); ok != want {
			t.Errorf("%q is answered: %v", line, ok)
		}
	}
	for _, text := range []string{strings.Repeat("raise ", 1<<16), "raise " + strings.Repeat("a", 200) + "\n", "\n", "raise"} {
		ours, theirs := net.Pipe()
		raised := false
		end := make(chan struct{})
		go func() {
			answer(theirs, func(shell.Route) { raised = true })
			close(end)
		}()
		_, _ = io.WriteString(ours, text)
		_ = ours.Close()
		<-end
		if raised {
			t.Errorf("%.20q… is answered", text)
		}
	}
}

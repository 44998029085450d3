package program

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
)

// Whoever looks at the welcome screen from a workspace gets back to where they were in it, by key and by button.
func TestTheWelcomeScreenLeadsBack(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	m := boot(t, dir, func(c *Config) { c.Path = path })
	for _, back := range []func(){func() { m.Press("Escape") }, func() { m.Click("Back to mine") }} {
		m.Shell.Go(shell.Route{Screen: "people"})
		m.settle()
		m.Shell.Commands.Run("file.new")
		m.settle()
		m.wants("Welcome to Mentorbook", "Back to mine")
		back()
		m.settle()
		if m.p.path != path || m.Shell.Router.Route().Screen != "people" {
			t.Fatalf("back in %q at %v", m.p.path, m.Shell.Router.Route())
		}
	}
	m.close()
	m = boot(t, t.TempDir(), nil)
	if m.CanClick("Back to") {
		t.Error("there is nothing to go back to")
	}
}

// An opening that takes long says so, and can be cancelled: everything is as it was.
func TestALongOpeningIsCancelled(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	m := boot(t, dir, func(c *Config) { c.Path = path })
	m.Shell.Go(shell.Route{Screen: "people"})
	m.settle()
	slow := func(ctx context.Context) (*opened, error) {
		<-ctx.Done()
		return nil, core.Wrap(core.CodeCancelled, ctx.Err())
	}
	other := filepath.Join(dir, "other.mentorbook")
	m.p.become(other, slow, nil)
	if m.Sees("Opening other") {
		t.Error("it is said at once")
	}
	m.Clock.Move(600 * time.Millisecond)
	m.wants("Opening other", "1 second")
	m.Clock.Move(2 * time.Second)
	m.wants("3 seconds")
	m.Press("Enter") // the focus is on Cancel
	m.wants("Stopping")
	m.settle()
	if m.p.path != path || m.Shell.Router.Route().Screen != "people" {
		t.Errorf("in %q at %v", m.p.path, m.Shell.Router.Route())
	}
	m.p.become(other, slow, nil)
	m.Clock.Move(time.Second)
	m.Press("Escape")
	m.settle()
	if m.p.path != path {
		t.Errorf("after Escape in %q", m.p.path)
	}
}

// A file that has been opened when somebody has already cancelled is closed again.
func TestAFileThatOpensTooLateIsClosed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	o := opener{device: "01020304", language: core.English}
	if w, err := o.file(ctx, path); w != nil || core.CodeOf(err) != core.CodeCancelled {
		t.Errorf("%v, %v", w, err)
	}
	if w, err := o.file(t.Context(), path); err != nil || w.store.Close() != nil {
		t.Errorf("it is held: %v", err)
	}
}

// Whoever quits while a file is being opened, or while the one before it is being closed, gets no window of it any more:
// there is none to fill. The file is closed well all the same.
func TestNothingIsShownAfterTheEnd(t *testing.T) {
	dir := t.TempDir()
	path, other := filepath.Join(dir, "mine.mentorbook"), filepath.Join(dir, "other.mentorbook")
	made(t, path)
	made(t, other)
	for name, begin := range map[string]func(p *Program){
		"opening": func(p *Program) { p.Open(other) },
		"leaving": func(p *Program) { p.Welcome() },
		"failing": func(p *Program) { p.Open(filepath.Join(dir, "none.mentorbook")) },
	} {
		t.Run(name, func(t *testing.T) {
			m := boot(t, dir, func(c *Config) { c.Path = path })
			begin(m.p)
			m.p.Quit()
			m.p.work.Wait()
			m.Queue.Run()
			if m.p.window != nil || m.p.begin != nil {
				t.Error("something fills a window that has gone")
			}
			m.close()
			o := opener{device: "01020304", language: core.English}
			if w, err := o.file(t.Context(), other); err != nil || w.store.Close() != nil {
				t.Errorf("it is held: %v", err)
			}
		})
	}
}

// The screen about a file that can't be opened leads back to the workspace that was open, by a button too.
func TestTheScreenAboutAProblemLeadsBack(t *testing.T) {
	dir := t.TempDir()
	path, broken := filepath.Join(dir, "mine.mentorbook"), filepath.Join(dir, "broken.mentorbook")
	made(t, path)
	if err := os.WriteFile(broken, []byte("no workspace"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := boot(t, dir, func(c *Config) { c.Path = path })
	m.Shell.Go(shell.Route{Screen: "people"})
	m.settle()
	m.p.Dropped([]string{broken})
	m.settle()
	m.wants("broken.mentorbook cannot be opened")
	m.Click("Back to mine")
	m.settle()
	if m.p.path != path || m.Shell.Router.Route().Screen != "people" {
		t.Fatalf("back in %q at %v", m.p.path, m.Shell.Router.Route())
	}
}

// What was typed for a workspace of one's own stays while something else is looked at: contacts that are dropped too early, which is
// said, a file that cannot be opened, and the workspace that is gone back to. Once it has served it is gone.
func TestWhatIsTypedOnTheWelcomeScreenStays(t *testing.T) {
	dir := t.TempDir()
	m := boot(t, dir, nil)
	typed := func() string { return m.p.form.Name + " " + m.p.form.Email }
	m.p.form.Name, m.p.form.Email = "Nora Falk", "nora@falk.example"
	m.p.Dropped([]string{filepath.Join(dir, "people.VCF")})
	m.settle()
	m.wants("Start or open a workspace first", "Welcome to Mentorbook")
	broken := filepath.Join(dir, "broken.mentorbook")
	if err := os.WriteFile(broken, []byte("no workspace"), 0o600); err != nil {
		t.Fatal(err)
	}
	m.p.Dropped([]string{broken})
	m.settle()
	m.p.Welcome()
	m.settle()
	if m.wants("Welcome to Mentorbook"); typed() != "Nora Falk nora@falk.example" {
		t.Errorf("after a file that cannot be opened: %q", typed())
	}
	m.p.Start(filepath.Join(dir, "mine.mentorbook"), planner.Start{Owner: core.Person{Name: "Nora Falk"}, Side: core.RoleMentor, Language: core.English}, func(err error) { t.Error(err) })
	m.settle()
	m.Shell.Commands.Run("file.new")
	m.settle()
	if m.wants("Welcome to Mentorbook"); typed() != " " {
		t.Errorf("once it has served: %q", typed())
	}
	m.p.form.Name = "Olga"
	m.Press("Escape")
	m.settle()
	m.Shell.Commands.Run("file.new")
	m.settle()
	if typed() != "Olga " || !m.Sees("Olga") {
		t.Errorf("after going back: %q", typed())
	}
	m.close()
}

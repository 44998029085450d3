package program

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/ui/shell"
)

// sampled makes a workspace with the mentor's sample.
func sampled(t *testing.T, path string) {
	t.Helper()
	o := opener{clock: wire.Clock{Fixed: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}, device: "01020304", language: core.English}
	w, err := o.sample(t.Context(), path, core.RoleMentor)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.close(t.Context(), o.clock.Now()); err != nil {
		t.Fatal(err)
	}
}

// TestAFileThatCanOnlyBeRead: it is opened, every screen shows it, and it says above each that nothing can be changed;
// what writes is off with the reason, a box that is ticked is told of and shows what is kept, nothing that is typed is
// kept, and no byte of the file changes. Once it may be written it can be opened again from there.
func TestAFileThatCanOnlyBeRead(t *testing.T) {
	for lang, words := range map[core.Language]struct{ may, nothing, off, again, saved string }{
		core.English: {"is read-only", "nothing can be changed", "This file is read-only", "Try again", "All changes saved"},
		core.Russian: {"доступен только для чтения", "изменить ничего нельзя", "Этот файл доступен только для чтения", "Попробовать ещё раз", "Все изменения сохранены"},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "mine.mentorbook")
		sampled(t, path)
		if err := os.Chmod(path, 0o400); err != nil {
			t.Fatal(err)
		}
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		m := boot(t, dir, func(c *Config) { c.Path, c.Language = path, lang })
		m.wants(words.may, words.nothing, words.off)
		for _, name := range []string{"today", "people", "calendar", "plans", "checklists", "reports", "settings"} {
			if !m.Shell.Go(shell.Route{Screen: name}) {
				t.Errorf("no screen %s", name)
			}
			m.settle()
			m.wants(words.nothing)
		}
		if len(m.logged) > 0 {
			t.Errorf("looking around: %v", m.logged)
		}
		for _, command := range []string{"meeting.new", "action.new", "person.new", "goal.new", "note.new", "capture", "undo", "calendar.import", "file.backup"} {
			if got := m.Shell.Commands.WhyNot(command); got != words.off {
				t.Errorf("%s: %q", command, got)
			}
			m.Shell.Commands.Run(command)
			m.settle()
		}
		for _, command := range []string{"today", "people", "file.open", "file.new", "file.quit", "settings", "about", "people.export_csv", "shell.palette", "presenting"} {
			if got := m.Shell.Commands.WhyNot(command); got != "" {
				t.Errorf("%s: %q", command, got)
			}
		}
		if n := len(m.Canvas().Overlays().List()); n > 0 {
			t.Errorf("%d dialogs are open", n)
		}
		now, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(now, before) {
			t.Errorf("the file is not what it was: %v", err)
		}
		if err := os.Chmod(path, 0o600); err != nil {
			t.Fatal(err)
		}
		m.tap(words.again)
		m.settle()
		m.wants(words.saved)
		if m.Sees(words.nothing) {
			t.Error("it still says that nothing can be changed")
		}
		m.close()
	}
}

// TestAnOlderFileThatCanOnlyBeRead: bringing it up to date writes, so that it stays closed; the screen says what to do, and
// that does it.
func TestAnOlderFileThatCanOnlyBeRead(t *testing.T) {
	for lang, words := range map[core.Language][]string{
		core.English: {"older Mentorbook", "open the copy"},
		core.Russian: {"прежней версией", "откройте копию"},
	} {
		dir := t.TempDir()
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "storage", "testdata", "version1.bolt"))
		if err != nil {
			t.Fatal(err)
		}
		path, copied := filepath.Join(dir, "old.mentorbook"), filepath.Join(dir, "copy.mentorbook")
		for name, mode := range map[string]os.FileMode{path: 0o400, copied: 0o600} {
			if err := os.WriteFile(name, data, mode); err != nil {
				t.Fatal(err)
			}
		}
		m := boot(t, dir, func(c *Config) { c.Path, c.Language = path, lang })
		m.wants(words...)
		m.wants("old.mentorbook")
		m.close()
		now, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(now, data) {
			t.Errorf("the file is not what it was: %v", err)
		}
		m = boot(t, dir, func(c *Config) { c.Path, c.Language = copied, lang })
		for _, text := range words {
			if m.Sees(text) {
				t.Errorf("the copy says %q", text)
			}
		}
		m.close()
	}
}

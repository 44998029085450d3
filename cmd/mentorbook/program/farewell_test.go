package program

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage/machine"
)

// begun keeps something as typed into a form that makes somebody new.
func begun(t *testing.T, m *machineUnderTest) {
	t.Helper()
	ws, err := m.p.open.planner.Workspace.Get(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := m.p.open.planner.Drafts.Keep(t.Context(), planner.DraftKey(core.RefOf(ws), "person.new"), `{"name":"Half a name"}`); err != nil {
		t.Fatal(err)
	}
}

// That the program ended over a text is said after an end without a farewell, and of no other: each end that somebody asked for
// is remembered, and so is the beginning of each use.
func TestOnlyAnEndWithoutAFarewellIsToldOf(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "mine.mentorbook")
	made(t, path)
	const torn, plain = "when Mentorbook closed", "You began “New person”"
	says := func(m *machineUnderTest, want, other string) {
		t.Helper()
		m.Shell.Go(m.Shell.Router.Route())
		m.settle()
		m.wants(want)
		if m.Sees(other) {
			t.Errorf("%q is said", other)
		}
	}
	settings := func() *machine.Settings {
		t.Helper()
		s, _, err := machine.Load(filepath.Join(dir, "machine.json"), strings.NewReader(""))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	m := boot(t, dir, func(c *Config) { c.Path = path })
	begun(t, m)
	m.p.work.Wait()
	if settings().Cut(path).IsZero() {
		t.Error("killed now, nobody would know")
	}
	m.close()
	m = boot(t, dir, func(c *Config) { c.Path = path })
	says(m, plain, torn)
	m.close()
	now := m.p.cfg.Clock.Now()
	for began, want := range map[time.Time]string{now: torn, now.Add(time.Hour): plain} { // what was typed before that was not cut off
		s := settings()
		s.Begin(path, began) // and no farewell
		if err := s.Save(filepath.Join(dir, "machine.json")); err != nil {
			t.Fatal(err)
		}
		m = boot(t, dir, func(c *Config) { c.Path = path })
		says(m, want, map[string]string{torn: plain, plain: torn}[want])
		m.close()
	}
}

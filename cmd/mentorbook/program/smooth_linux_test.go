package program

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/core/sample"
	"mentorbook/storage"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// largeFile makes a workspace of many people.
func largeFile(t *testing.T, path string, clock planner.Clock) {
	t.Helper()
	fill := wire.Filled(t.Context(), clock, "test", core.English, func(p *planner.Planner) error {
		return sample.Fill(t.Context(), p, sample.Options{As: core.RoleMentor, Now: clock.Now(), Language: core.English, Relationships: 200, Meetings: 6, Actions: 1}, nil)
	})
	store, err := storage.Make(t.Context(), path, storage.Options{Holder: "test"}, fill)
	if err == nil {
		err = store.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// While a large workspace is opened, backed up, checked, written out whole and taken in again, the window could always
// answer.
func TestTheFileNeverStopsTheWindow(t *testing.T) {
	w := uitest.NewStopwatch(t)
	dir := t.TempDir()
	var path string
	m := boot(t, dir, func(c *Config) {
		path = filepath.Join(dir, "mine.mentorbook")
		largeFile(t, path, c.Clock)
		c.Dispatch = w.Dispatch(c.Dispatch)
	})
	step := func(name string, do func()) {
		w.Smooth(t, name, slower, func() {
			w.AtOnce(do)
			m.settle()
		})
	}
	step("open", func() { m.p.Open(path) })
	step("backup", func() { m.Shell.Commands.Run("file.backup") })
	if list, err := storage.Backups(path); err != nil || len(list) == 0 {
		t.Fatal("no backup was made", err, m.toasts())
	}
	step("settings", func() { m.Shell.Go(shell.Route{Screen: "settings"}) })
	step("check", func() { m.Click("Check") })
	m.Click("Export everything as JSON")
	m.settle()
	step("export", func() { m.Press("Enter") })
	export := filepath.Join(dir, "mine.json")
	if info, err := os.Stat(export); err != nil || info.Size() < 1<<20 {
		t.Fatal(err, info, m.toasts())
	}
	step("import", func() { m.p.Import(export, filepath.Join(dir, "copy.mentorbook")) })
	if !strings.HasSuffix(m.p.path, "copy.mentorbook") {
		t.Error(m.p.path, m.logged)
	}
}

// How much is done is told, where it can be known.
func TestALongImportTellsHowFarItIs(t *testing.T) {
	s := &share{}
	if _, known := s.part(); known {
		t.Error("knows what nobody has told")
	}
	s.of(200)
	in := s.reader(strings.NewReader(strings.Repeat("x", 100)))
	buf := make([]byte, 50)
	for _, want := range []float64{0.25, 0.5} {
		if _, err := in.Read(buf); err != nil {
			t.Fatal(err)
		}
		if part, known := s.part(); !known || part != want {
			t.Errorf("%v, %v", part, known)
		}
	}
	if (*share)(nil).told() != nil {
		t.Error("tells of nothing")
	}
}

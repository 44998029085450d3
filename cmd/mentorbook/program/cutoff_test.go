//go:build linux

package program

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/storage/disktest"
	"mentorbook/ui/shell"
)

// TestACutOffImportOnAFullDisk: where an import that a crash cut off can't be taken back for want of room, the window
// shows what is there, and says why nothing can be changed; with room, trying again takes it back.
func TestACutOffImportOnAFullDisk(t *testing.T) {
	disk := disktest.Mounted(t, "size=16m")
	path := filepath.Join(disk, "mine.mentorbook")
	sampled(t, path)
	if err := os.RemoveAll(path + ".backups"); err != nil {
		t.Fatal(err)
	}
	cutOff(t, path)
	ballast := filepath.Join(disk, "ballast")
	disktest.Fill(t, ballast)
	m := boot(t, t.TempDir(), func(c *Config) { c.Path = path })
	m.wants("no disk space to remove", "nothing can be changed")
	m.Shell.Go(shell.Route{Screen: "people"})
	m.settle()
	m.wants("2,017 people", "nothing can be changed") // a part of the import: it is said
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	m.tap("Try again")
	m.settle()
	m.Shell.Go(shell.Route{Screen: "people"})
	m.settle()
	if m.wants("All changes saved", "17 people"); m.Sees("2,017 people") || m.Sees("nothing can be changed") {
		t.Error("the import was not taken back")
	}
}

// cutOff leaves an import in a workspace as a crash does: begun, and neither ended nor taken back.
func cutOff(t *testing.T, path string) {
	t.Helper()
	o := opener{clock: wire.Clock{Fixed: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}, device: "01020304", language: core.English}
	w, err := o.file(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer w.store.Close()
	var file strings.Builder
	file.WriteString("Name,E-mail\n")
	for i := range 3000 {
		fmt.Fprintf(&file, "Person %d,p%d@crowd.example\n", i, i)
	}
	plan, err := w.planner.People.ReadPeople(t.Context(), "crowd.csv", strings.NewReader(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Fatal("the import was not cut off")
		}
	}()
	_ = w.planner.People.Import(t.Context(), plan, func(done int) {
		if done >= 2000 {
			panic("the end")
		}
	})
}

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage"
	"mentorbook/storage/disktest"
)

// crowd writes a table of so many people.
func crowd(t *testing.T, dir string, n int) (path string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("Name,E-mail,Notes\n")
	for i := range n {
		fmt.Fprintf(&b, "Person %d,p%d@crowd.example,\"Met at the fair, no. %d\"\n", i, i, i)
	}
	path = filepath.Join(dir, "crowd.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAnImportFillsTheDisk imports more people than the disk has room for: whenever it gets full, the import is taken
// back whole, and everything goes on.
func TestAnImportFillsTheDisk(t *testing.T) {
	table := crowd(t, t.TempDir(), 8000)
	for _, size := range []string{"1400k", "2m", "3m", "4m", "6m"} {
		t.Run(size, func(t *testing.T) {
			dir := disktest.Mounted(t, "size="+size)
			file := filepath.Join(dir, "w")
			args := func(more ...string) []string {
				return append([]string{"-w", file, "--lang", "en", "--now", "2026-11-23T12:20:00Z"}, more...)
			}
			if code, _, e := ctl(t, args("demo")...); code != exitDone {
				t.Fatal(e)
			}
			before := whole(t, file)
			code, out, line := ctl(t, args("people", "import", table)...)
			if code != exitRefused || out != "" || !strings.Contains(line, "Not enough disk space") {
				t.Fatalf("exit %d, stdout %.60q, stderr %q", code, out, line)
			}
			if after := whole(t, file); after != before {
				t.Error("the import was not taken back whole")
			}
			for _, more := range [][]string{{"check"}, {"undo"}} { // of a sample there is nothing to undo
				if code, _, line := ctl(t, args(more...)...); code == exitUsage || strings.Contains(line, "No room") {
					t.Errorf("%v: %q", more, line)
				}
			}
			if left, _ := filepath.Glob(file + ".room"); len(left) > 0 {
				t.Error("the room was not given up")
			}
		})
	}
	file := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", file, "demo"); code != exitDone {
		t.Fatal(e)
	}
	if code, _, e := ctl(t, "-w", file, "people", "import", table); code != exitDone {
		t.Errorf("where there is room: %s", e)
	}
}

// TestUndoOfAnImportFillsTheDisk: taking a large import back may need more room than there is. Then it stays.
func TestUndoOfAnImportFillsTheDisk(t *testing.T) {
	dir := disktest.Mounted(t, "size=24m")
	file := filepath.Join(dir, "w")
	if code, _, e := ctl(t, "-w", file, "demo"); code != exitDone {
		t.Fatal(e)
	}
	if code, _, e := ctl(t, "-w", file, "people", "import", crowd(t, t.TempDir(), 3000)); code != exitDone {
		t.Fatal(e)
	}
	before := whole(t, file)
	ballast := filepath.Join(dir, "ballast")
	disktest.Fill(t, ballast)
	if code, _, line := ctl(t, "-w", file, "--lang", "en", "undo"); code != exitRefused || !strings.Contains(line, "Not enough disk space") {
		t.Fatalf("exit %d, %q", code, line)
	}
	if whole(t, file) != before {
		t.Error("half of it was undone")
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if code, _, line := ctl(t, "-w", file, "undo"); code != exitDone {
		t.Errorf("with room: %s", line)
	}
}

// cutOff leaves an import in a workspace as a crash does: begun, and neither ended nor taken back.
func cutOff(t *testing.T, file, table string) {
	t.Helper()
	ctx := context.Background()
	store, err := storage.Open(ctx, file, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	p, err := wire.Planner(ctx, store, wire.Clock{Fixed: time.Date(2026, 11, 23, 12, 20, 0, 0, time.UTC)}, "test", core.English)
	if err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(table)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	plan, err := p.People.ReadPeople(ctx, "crowd.csv", in)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Fatal("the import was not cut off")
		}
	}()
	_ = p.People.Import(ctx, plan, func(done int) {
		if done >= 2000 {
			panic("the end")
		}
	})
}

// TestOneCutOffImportAfterAnother: a second import takes back first what is left of one before it, which nobody could
// find afterwards.
func TestOneCutOffImportAfterAnother(t *testing.T) {
	ctx := t.Context()
	file := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", file, "demo"); code != exitDone {
		t.Fatal(e)
	}
	before := whole(t, file)
	table := crowd(t, t.TempDir(), 2500)
	cutOff(t, file, table)
	store, err := storage.Open(ctx, file, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := planner.New(planner.Ports{Store: store, Clock: wire.Clock{}, IDs: wire.IDs{}, Device: "test"}) // no recovery
	plan := &planner.ImportPlan{Steps: []planner.ImportStep{{Entry: core.ContactEntry{Person: core.Person{Name: "Ada Quill"}}}}}
	plan.Steps[0].ID = (wire.IDs{}).NewID()
	err = errors.Join(p.People.Import(ctx, plan, nil), store.Close())
	if err != nil {
		t.Fatal(err)
	}
	if code, _, e := ctl(t, "-w", file, "undo"); code != exitDone {
		t.Fatal(e)
	}
	if whole(t, file) != before {
		t.Error("a part of the first import stays for good")
	}
}

// cutOffWithoutRoom cuts an import off on a disk that is full then. Pages that are free within the file itself could be
// enough to take it back, and how many there are depends on chance: drafts take them up.
func cutOffWithoutRoom(t *testing.T, file, ballast string) {
	t.Helper()
	cutOff(t, file, crowd(t, t.TempDir(), 3000))
	disktest.Fill(t, ballast)
	ctx := t.Context()
	store, err := storage.Open(ctx, file, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	n := 0
	for size := 256 << 10; size >= 1<<10; size /= 4 {
		for err = error(nil); err == nil; n++ {
			err = store.SaveDraft(ctx, planner.Draft{Key: fmt.Sprintf("room %d", n), Text: strings.Repeat("x", size)})
		}
		if core.CodeOf(err) != core.CodeDiskFull {
			t.Fatal(err)
		}
	}
}

// TestACutOffImportStopsNobodyFromReading: an import that a crash cut off, and for whose taking back the disk has no
// room or the file no leave, is said; what is there can be read all the same. With room it is taken back.
func TestACutOffImportStopsNobodyFromReading(t *testing.T) {
	dir := disktest.Mounted(t, "size=16m")
	file := filepath.Join(dir, "w")
	if code, _, e := ctl(t, "-w", file, "demo"); code != exitDone {
		t.Fatal(e)
	}
	before := whole(t, file)
	ballast := filepath.Join(dir, "ballast")
	cutOffWithoutRoom(t, file, ballast)
	readsCutOff(t, file, says("no disk space to remove", "нет места, чтобы убрать"))
	for lang, part := range says("no disk space to remove", "нет места, чтобы убрать") {
		code, _, line := ctl(t, "-w", file, "--lang", lang, "undo")
		if code != exitRefused || !strings.Contains(line, part) {
			t.Errorf("undo: exit %d, %q", code, line)
		}
	}
	if err := os.Chmod(file, 0o400); err != nil {
		t.Fatal(err)
	}
	readsCutOff(t, file, says("is read-only", "доступен только для чтения"))
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if whole(t, file) != before {
		t.Error("with room, the import was not taken back")
	}
	if code, _, line := ctl(t, "-w", file, "check"); code != exitDone || line != "" {
		t.Errorf("check afterwards: exit %d, %q", code, line)
	}
}

func readsCutOff(t *testing.T, file string, words map[string]string) {
	t.Helper()
	out := t.TempDir()
	for lang, part := range words {
		for _, args := range [][]string{
			{"list", "people"},
			{"export", filepath.Join(out, "x.json")},
			{"backup", filepath.Join(out, "copy-"+lang)},
			{"calendar", "export", "-o", filepath.Join(out, "c.ics")},
		} {
			code, told, line := ctl(t, append([]string{"-w", file, "--lang", lang}, args...)...)
			if code != exitDone || told == "" || !strings.Contains(line, part) {
				t.Errorf("%v: exit %d, %q", args, code, line)
			}
			oneLine(t, line, false)
		}
	}
	for lang, part := range says("was interrupted", "был прерван") {
		code, told, line := ctl(t, "-w", file, "--lang", lang, "check")
		if code != exitDone || told == "" || !strings.Contains(line, part) {
			t.Errorf("check: exit %d, %q", code, line)
		}
	}
}

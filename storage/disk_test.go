//go:build linux

package storage

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/storage/disktest"
)

// TestFullDisk writes to a file system of 4 MB until it is full: the save, the backup and the export that meet
// the end say so, and all is as it was.
func TestFullDisk(t *testing.T) {
	dir := disktest.Mounted(t, "size=4m")
	path := filepath.Join(dir, "w.mentorbook")
	s, err := Create(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	backup := filepath.Join(t.TempDir(), "elsewhere")
	if err := s.Backup(context.Background(), backup); err != nil {
		t.Fatal(err)
	}
	if err := (Files{}).WriteFile(filepath.Join(dir, "export"), []byte("as it was")); err != nil {
		t.Fatal(err)
	}
	stamp := uint64(0)
	for stamp = 1; ; stamp++ {
		err = s.Update(context.Background(), func(w planner.Writer) error {
			note := &core.Note{
				Head: core.Head{ID: testID(900)}, About: core.Ref{Kind: core.KindPerson, ID: testID(1)}, Author: testID(1),
				Text: strings.Repeat("long ", 2000*int(stamp)),
			}
			if err := w.Put(note); err != nil {
				return err
			}
			return writeStamp(w, stamp)
		})
		if err != nil {
			break
		}
	}
	wantCode(t, err, core.CodeDiskFull)
	if stamp < 3 {
		t.Fatalf("full after %d saves", stamp-1)
	}
	sameStamp(t, s, stamp-1)
	disktest.Fill(t, filepath.Join(dir, "ballast"))
	to := filepath.Join(dir, "copy")
	wantCode(t, s.Backup(context.Background(), to), core.CodeDiskFull)
	_, err = s.KeepBackup(context.Background(), epoch)
	wantCode(t, err, core.CodeDiskFull)
	wantCode(t, Files{}.WriteFile(filepath.Join(dir, "export"), make([]byte, 1<<20)), core.CodeDiskFull)
	_, err = Create(context.Background(), filepath.Join(dir, "second"), Options{})
	wantCode(t, err, core.CodeDiskFull)
	_, _, err = compactClosed(t, s, path)
	wantCode(t, err, core.CodeDiskFull)
	_, err = Restore(context.Background(), backup, path, epoch)
	wantCode(t, err, core.CodeDiskFull)
	if raw, err := os.ReadFile(filepath.Join(dir, "export")); err != nil || string(raw) != "as it was" {
		t.Errorf("the export is %q, %v", raw, err)
	}
	onlyThese(t, dir, "ballast", "export", "w.mentorbook")
	if got := stampedBy(t, path); got != stamp-1 {
		t.Errorf("stamp %d after all, want %d", got, stamp-1)
	}
	checkClean(t, path)
}

func compactClosed(t *testing.T, s *Store, path string) (int64, int64, error) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return Compact(context.Background(), path)
}

func sameStamp(t *testing.T, s *Store, stamp uint64) {
	t.Helper()
	err := s.View(context.Background(), func(r planner.Reader) error {
		n := 0
		for p, err := range r.All(core.KindPerson) {
			if err != nil {
				return err
			}
			if n++; p.Base().Rev.Counter != stamp {
				t.Errorf("stamp %d, want %d", p.Base().Rev.Counter, stamp)
			}
		}
		if n == 0 {
			t.Error("no people")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func stampedBy(t *testing.T, path string) (stamp uint64) {
	t.Helper()
	s, err := Open(context.Background(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.View(context.Background(), func(r planner.Reader) error {
		for p, err := range r.All(core.KindPerson) {
			if err != nil {
				return err
			}
			stamp = p.Base().Rev.Counter
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return stamp
}

func onlyThese(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	if fmt.Sprint(have) != fmt.Sprint(names) {
		t.Errorf("the folder holds %v, want %v", have, names)
	}
}

// TestReadOnlyMount opens a workspace on a file system that can't be written to.
func TestReadOnlyMount(t *testing.T) {
	dir := disktest.Mounted(t, "size=8m")
	path := filepath.Join(dir, "w")
	s, err := Create(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 50)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Fatalf("remount: %v %s", err, out)
	}
	_, err = Open(context.Background(), path, Options{})
	wantCode(t, err, core.CodeReadOnly)
	_, err = Create(context.Background(), filepath.Join(dir, "new"), Options{})
	wantCode(t, err, core.CodeReadOnly)
	wantCode(t, Files{}.WriteFile(filepath.Join(dir, "export"), nil), core.CodeReadOnly)
	readOnlyWorks(t, path)
}

// TestReadOnlyFile opens a workspace whose file nobody may write to.
func TestReadOnlyFile(t *testing.T) {
	s := newStore(t)
	fill(t, s, 50)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(s.Path(), 0o400); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	_, err = Open(context.Background(), s.Path(), Options{})
	wantCode(t, err, core.CodeReadOnly)
	readOnlyWorks(t, s.Path())
	if after, err := os.ReadFile(s.Path()); err != nil || !bytes.Equal(before, after) {
		t.Error("the file changed")
	}
}

func readOnlyWorks(t *testing.T, path string) {
	t.Helper()
	s, err := Open(context.Background(), path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wantCode(t, s.Update(context.Background(), func(planner.Writer) error { return nil }), core.CodeReadOnly)
	wantCode(t, s.SaveDraft(context.Background(), planner.Draft{Key: "k", Text: "t"}), core.CodeReadOnly)
	if err := s.View(context.Background(), func(r planner.Reader) error {
		n, err := r.Count(core.KindPerson)
		if n != 10 {
			t.Errorf("%d people", n)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

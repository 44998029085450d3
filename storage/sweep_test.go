//go:build linux

package storage

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// leave puts what a crash leaves into a folder: old and young copies, with what lies beside them, and a folder of a check.
// It gives a copy that is old too, but that somebody is at work on.
func leave(t *testing.T, dir string) (held *os.File) {
	t.Helper()
	put := func(name string, age time.Duration) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("somebody's notes"), 0o600); err != nil {
			t.Fatal(err)
		}
		was := time.Now().Add(-age)
		if err := os.Chtimes(path, was, was); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, ".mentorbook-check-1"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, age := range map[string]time.Duration{
		".mentorbook-copy-1": time.Hour, ".mentorbook-copy-1.open": time.Hour, ".mentorbook-copy-1.room": time.Hour,
		".mentorbook-copy-2.open": time.Hour, ".mentorbook-check-1/copy.mentorbook": time.Hour, ".mentorbook-check-1": time.Hour,
		".mentorbook-copy-young": 0, ".mentorbook-copy-young.open": time.Hour, ".mentorbook-copy-held": time.Hour,
	} {
		if name != ".mentorbook-check-1" {
			put(name, age)
		}
	}
	was := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, ".mentorbook-check-1"), was, was); err != nil {
		t.Fatal(err)
	}
	held, err := os.Open(filepath.Join(dir, ".mentorbook-copy-held"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := tryLock(held, true); err != nil || !got {
		t.Fatal(got, err)
	}
	return held
}

// TestSweep leaves what a crash leaves, in a workspace's folder and in that of its backups: opening, restoring,
// compacting and a backup into the folder remove it, but for what is young or held.
func TestSweep(t *testing.T) {
	ctx := context.Background()
	for name, do := range map[string]func(path, backup string) error{
		"open": func(path, _ string) error {
			s, err := Open(ctx, path, Options{})
			if err != nil {
				return err
			}
			return s.Close()
		},
		"compact": func(path, _ string) error {
			_, _, err := Compact(ctx, path)
			return err
		},
		"restore": func(path, backup string) error {
			_, err := Restore(ctx, backup, path, epoch)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			fill(t, s, 20)
			backup, err := s.KeepBackup(ctx, epoch)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			dir, base := filepath.Dir(s.Path()), filepath.Base(s.Path())
			defer leave(t, dir).Close()
			if err := do(s.Path(), backup); err != nil {
				t.Fatal(err)
			}
			stay := []string{".mentorbook-copy-held", ".mentorbook-copy-young", ".mentorbook-copy-young.open", base, base + ".backups"}
			if name == "restore" {
				stay = append(stay, base+".before-"+epoch.Format(backupLayout))
			}
			onlyThese(t, dir, stay...)
		})
	}
	t.Run("backup", func(t *testing.T) {
		s := newStore(t)
		fill(t, s, 20)
		dir := t.TempDir()
		defer leave(t, dir).Close()
		if err := s.Backup(ctx, filepath.Join(dir, "copy")); err != nil {
			t.Fatal(err)
		}
		onlyThese(t, dir, ".mentorbook-copy-held", ".mentorbook-copy-young", ".mentorbook-copy-young.open", "copy")
	})
	t.Run("folder of backups", func(t *testing.T) {
		s := newStore(t)
		fill(t, s, 20)
		backup, err := s.KeepBackup(ctx, epoch)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		defer leave(t, filepath.Dir(backup)).Close()
		if s, err = Open(ctx, s.Path(), Options{}); err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		onlyThese(t, filepath.Dir(backup), ".mentorbook-copy-held", ".mentorbook-copy-young", ".mentorbook-copy-young.open", filepath.Base(backup))
	})
}

//go:build linux

package storage

import (
	"context"
	"path/filepath"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestHolds: a workspace holds its older copies, whatever was trimmed of their journal, and none that has gone on.
func TestHolds(t *testing.T) {
	ctx := context.Background()
	s := newStore(t)
	step := func(s *Store, id uint64) {
		t.Helper()
		update(t, s, func(w planner.Writer) error {
			rec := sampleRecord(5*id, id)
			if err := w.Put(rec); err != nil {
				return err
			}
			return w.Append(entryFor(id, core.ID{}, rec))
		})
	}
	begin := func(s *Store, id core.ID) {
		t.Helper()
		update(t, s, func(w planner.Writer) error {
			return w.Put(core.NewWorkspace(id, testID(77), core.RoleMentor, core.English))
		})
	}
	holds := func(what string, a, b *Store, want bool) {
		t.Helper()
		if got, err := a.Holds(ctx, b); err != nil || got != want {
			t.Errorf("%s: %v, %v", what, got, err)
		}
	}
	begin(s, testID(1))
	step(s, 10)
	step(s, 20)
	path := filepath.Join(t.TempDir(), "copy")
	if err := s.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	c, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	holds("a copy", s, c, true)
	holds("its original", c, s, true)
	step(s, 15) // the clock was put back
	holds("an older copy", s, c, true)
	holds("a newer original", c, s, false)
	update(t, s, func(w planner.Writer) error {
		_, err := w.TrimJournal(epoch.AddDate(1, 0, 0), 0)
		return err
	})
	holds("an older copy, when the journal was trimmed", s, c, true)
	step(c, 30)
	holds("a copy that went on apart", s, c, false)
	holds("the other way", c, s, false)
	stranger := newStore(t)
	begin(stranger, testID(2))
	holds("another workspace", s, stranger, false)
}

// TestBackupsOfOneSecond makes several backups within one second, with or without the first of them left: each has
// a name of its own, and they are listed in the order of their making.
func TestBackupsOfOneSecond(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	var made []string
	for i := range 12 { // with two figures, too
		fill(t, s, 1)
		update(t, s, func(w planner.Writer) error { return w.Put(sampleRecord(5, uint64(i))) })
		name, err := backupName(s.Path(), epoch)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Backup(ctx, name); err != nil {
			t.Fatal(err)
		}
		made = append(made, name)
	}
	list, err := Backups(s.Path())
	if err != nil || len(list) != len(made) {
		t.Fatalf("%d backups, %v", len(list), err)
	}
	for i, b := range list {
		if b.Path != made[i] || !b.At.Equal(epoch) {
			t.Errorf("%d: %v, want %s", i, b, made[i])
		}
	}
	update(t, s, func(w planner.Writer) error { return w.Put(sampleRecord(5, 99)) })
	last, err := s.KeepBackup(ctx, epoch)
	if err != nil {
		t.Fatal(err)
	}
	if list, err = Backups(s.Path()); err != nil || len(list) != 2 || list[0].Path != made[0] || list[1].Path != last {
		t.Errorf("thinned to %v, %v; the first is %s, the newest %s", list, err, made[0], last)
	}
	update(t, s, func(w planner.Writer) error { return w.Put(sampleRecord(5, 100)) })
	next, err := s.KeepBackup(ctx, epoch)
	if list, _ = Backups(s.Path()); err != nil || next == last || len(list) != 2 || list[1].Path != next {
		t.Errorf("after thinning: %v, %v; the newest is %s", list, err, next)
	}
}

// TestBackupNames reads each name that a backup may have, and no other.
func TestBackupNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 2000).Draw(t, "n")
		name := epoch.Format(backupLayout)
		if n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		at, got, ok := backupTime(name + backupSuffix)
		if !ok || got != n || !at.Equal(epoch) {
			t.Fatalf("%s: %v, %d, %v", name, at, got, ok)
		}
	})
	for _, name := range []string{"", "notes.txt", "2026-03-01T090000Z-1.mentorbook", "2026-03-01T090000Z-x.mentorbook", "2026-03-01T090000Z2.mentorbook", "2026-13-01T090000Z.mentorbook"} {
		if _, _, ok := backupTime(name); ok {
			t.Errorf("%q is taken for a backup", name)
		}
	}
}

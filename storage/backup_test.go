//go:build linux

package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// TestBackupIfChanged makes a backup of what has changed, and none of what has not.
func TestBackupIfChanged(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	fill(t, s, 100)
	first, err := s.KeepBackup(ctx, epoch)
	if err != nil || first == "" {
		t.Fatal(first, err)
	}
	for i := range 3 {
		if again, err := s.KeepBackup(ctx, epoch.Add(time.Duration(i+1)*time.Hour)); err != nil || again != "" {
			t.Errorf("backed up again: %s, %v", again, err)
		}
	}
	update(t, s, func(w planner.Writer) error { return w.SetMeta("seen", []byte("small value")) })
	if again, err := s.KeepBackup(ctx, epoch.Add(4*time.Hour)); err != nil || again != "" {
		t.Errorf("backed up for a note of the program: %s, %v", again, err)
	}
	update(t, s, func(w planner.Writer) error { return w.Put(sampleRecord(5, 7)) })
	second, err := s.KeepBackup(ctx, epoch.Add(24*time.Hour))
	if err != nil || second == "" || second == first {
		t.Fatal(second, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{first, second, s.Path()} {
		checkClean(t, path)
	}
	if err := os.Truncate(second, 5000); err != nil {
		t.Fatal(err)
	}
	if got := LastGoodBackup(s.Path()); got != first {
		t.Errorf("the last good backup is %s", got)
	}
}

// tired is a context that somebody cancels after it was asked a few times.
type tired struct {
	context.Context
	left int
}

func (c *tired) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// A restoring that is cancelled while the backup is being copied leaves every file as it was.
func TestRestoreIsCancelled(t *testing.T) {
	s := newStore(t)
	fill(t, s, 2000)
	backup, err := s.KeepBackup(t.Context(), epoch)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 10)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	state := func() string {
		raw, err := os.ReadFile(s.Path())
		names, err2 := filepath.Glob(filepath.Join(filepath.Dir(s.Path()), "*"))
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		return fmt.Sprintf("%x %q", sha256.Sum256(raw), names)
	}
	was := state()
	for asked := range 4 {
		_, err := Restore(&tired{t.Context(), asked}, backup, s.Path(), epoch)
		wantCode(t, err, core.CodeCancelled)
		if state() != was {
			t.Fatalf("cancelled after %d times: %s, was %s", asked, state(), was)
		}
	}
	if _, err := Restore(t.Context(), backup, s.Path(), epoch); err != nil || state() == was {
		t.Error("never cancelled, it restores nothing", err)
	}
}

// TestRestore brings a backup back: what was there is kept aside, a damaged backup and a held file are refused.
func TestRestore(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	fill(t, s, 200)
	backup, err := s.KeepBackup(ctx, epoch)
	if err != nil {
		t.Fatal(err)
	}
	want, err := readAll(backup, 0)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 300)
	_, err = Restore(ctx, backup, s.Path(), epoch)
	wantCode(t, err, core.CodeWorkspaceOpen)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	later, err := readAll(s.Path(), 0)
	if err != nil || later == want {
		t.Fatal("nothing to restore", err)
	}
	bad := filepath.Join(t.TempDir(), "bad")
	raw, _ := os.ReadFile(backup)
	raw[len(raw)/2] ^= 4
	if err := os.WriteFile(bad, raw[:len(raw)-4096], 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Restore(ctx, bad, s.Path(), epoch)
	wantCode(t, err, core.CodeDamaged)
	for range 2 { // the second time the name for what is kept aside is taken
		aside, err := Restore(ctx, backup, s.Path(), epoch)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := readAll(s.Path(), 0); err != nil || got != want {
			t.Errorf("restored something else: %v", err)
		}
		if got, err := readAll(aside, 0); err != nil || got != later {
			t.Errorf("kept something else aside: %v", err)
		}
		later = want
	}
	if err := os.WriteFile(s.Path(), []byte("broken beyond repair"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Open(ctx, s.Path(), Options{})
	if e := wantCode(t, err, core.CodeDamaged); e.Args["backup"] != backup {
		t.Errorf("%v offers no backup", e)
	}
	if _, err := Restore(ctx, backup, s.Path(), epoch); err != nil {
		t.Fatal(err)
	}
	checkClean(t, s.Path())
}

// TestThin holds the rules of thinning over random days: the last 7 days, 5 weeks and 12 months that have a
// backup keep their newest, those days their first too, and nothing else is kept.
func TestThin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []BackupInfo
		zone := time.FixedZone("", rapid.IntRange(-11, 13).Draw(t, "hours")*3600)
		longest := rapid.SampledFrom([]int{3 * 60, 20 * 24 * 60}).Draw(t, "longest pause")
		at := epoch
		for i := range rapid.IntRange(0, 120).Draw(t, "backups") {
			at = at.Add(time.Duration(rapid.IntRange(1, longest).Draw(t, "minutes")) * time.Minute)
			list = append(list, BackupInfo{Path: string(rune('a' + i)), At: at})
		}
		gone := Thin(list, zone)
		var kept []BackupInfo
		for _, b := range list {
			if !slices.Contains(gone, b) {
				kept = append(kept, b)
			}
		}
		if len(kept)+len(gone) != len(list) || len(kept) > 2*7+5+12 {
			t.Fatalf("%d kept, %d gone of %d", len(kept), len(gone), len(list))
		}
		if n := len(list); n > 0 {
			last := list[n-1]
			first := slices.IndexFunc(list, func(b BackupInfo) bool { return core.DateOf(b.At.In(zone)) == core.DateOf(last.At.In(zone)) })
			if !slices.Contains(kept, last) || !slices.Contains(kept, list[first]) {
				t.Fatal("the newest is gone, or the first of its day")
			}
		}
		if again := Thin(kept, zone); len(again) != 0 {
			t.Fatalf("thinning twice takes %d more", len(again))
		}
	})
}

func TestThinTable(t *testing.T) {
	var list []BackupInfo
	for d := range 400 { // one each day, and four on the last
		list = append(list, BackupInfo{Path: time.Duration(d).String(), At: time.Date(2026, 1, 1, 20, 0, 0, 0, time.UTC).AddDate(0, 0, d)})
	}
	early := func(hours int) BackupInfo {
		return BackupInfo{Path: fmt.Sprint("early", hours), At: list[len(list)-1].At.Add(-time.Duration(hours) * time.Hour)}
	}
	first, second, third := early(11), early(8), early(1)
	list = slices.Insert(list, 399, first, second, third)
	gone := Thin(list, time.UTC)
	if slices.Contains(gone, first) || !slices.Contains(gone, second) || !slices.Contains(gone, third) {
		t.Error("of four of a day, others are kept than the first and the last")
	}
	// 29 January to 4 February by day, the last of them twice; the Sundays of 31 and 24, 17, 10 January by week, of which 31 is a
	// day too; the ends of January (a day too), December, and ten months before that.
	if kept := len(list) - len(gone); kept != 8+3+10 {
		t.Errorf("%d are kept", kept)
	}
	// Where it is four hours later, 20:00 is midnight: the one of the evening before is the first of a day, and the third its last.
	before := list[398]
	if gone := Thin(list, time.FixedZone("", 4*3600)); slices.Contains(gone, before) || !slices.Contains(gone, first) || slices.Contains(gone, third) {
		t.Error("the days are not those of the calendar there")
	}
}

// What is thinned away as backups are made is never the first one of the day.
func TestTheFirstBackupOfADayStays(t *testing.T) {
	s := newStore(t)
	morning := time.Date(2026, 11, 23, 8, 0, 0, 0, time.FixedZone("", 3600))
	var made []string
	for i := range 4 { // the day before, and three of this one
		fill(t, s, 10*(i+1))
		at := morning.Add(time.Duration(i-1) * 2 * time.Hour)
		if i == 0 {
			at = morning.AddDate(0, 0, -1)
		}
		path, err := s.KeepBackup(t.Context(), at)
		if err != nil || path == "" {
			t.Fatal(path, err)
		}
		made = append(made, path)
	}
	list, err := Backups(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, b := range list {
		left = append(left, b.Path)
	}
	if want := []string{made[0], made[1], made[3]}; !slices.Equal(left, want) {
		t.Errorf("left are %q, not %q", left, want)
	}
}

// TestCompactNeverGrows compacts files of several sizes again and again: none gets larger, and all say what they said.
func TestCompactNeverGrows(t *testing.T) {
	for _, n := range []int{0, 1, 10, 500} {
		s := newStore(t)
		fill(t, s, n)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		want, err := readAll(s.Path(), 0)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 3 {
			had, err := sizeOf(s.Path())
			if err != nil {
				t.Fatal(err)
			}
			before, after, err := Compact(context.Background(), s.Path())
			if now, _ := sizeOf(s.Path()); err != nil || before != had || after != now || after > before {
				t.Errorf("%d records, %d.: from %d to %d, told %d to %d, %v", n, i+1, had, now, before, after, err)
			}
			if got, err := readAll(s.Path(), 0); err != nil || got != want {
				t.Errorf("%d records: something else after: %v", n, err)
			}
		}
		onlyThese(t, filepath.Dir(s.Path()), filepath.Base(s.Path()))
	}
}

// TestCompactForgets writes a mark, deletes it and compacts: its bytes are nowhere in the file any more.
func TestCompactForgets(t *testing.T) {
	s := newStore(t)
	mark := []byte("Zanzibar-Kaleidoscope-4711")
	note := &core.Note{Head: core.Head{ID: testID(100_003)}, About: core.Ref{Kind: core.KindPerson, ID: testID(1)}, Author: testID(1), Text: string(mark)}
	update(t, s, func(w planner.Writer) error { return w.Put(note) })
	fill(t, s, 1000)
	update(t, s, func(w planner.Writer) error { return w.Delete(core.RefOf(note)) })
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	want, err := readAll(s.Path(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if raw, _ := os.ReadFile(s.Path()); !bytes.Contains(raw, mark) {
		t.Error("the mark is not there before: the test proves nothing")
	}
	before, after, err := Compact(context.Background(), s.Path())
	if err != nil || after >= before {
		t.Errorf("%d bytes before, %d after, %v", before, after, err)
	}
	raw, _ := os.ReadFile(s.Path())
	if bytes.Contains(raw, mark) {
		t.Error("the mark is still there")
	}
	if got, err := readAll(s.Path(), 0); err != nil || got != want {
		t.Errorf("something else after: %v", err)
	}
	checkClean(t, s.Path())
	onlyThese(t, filepath.Dir(s.Path()), filepath.Base(s.Path()))
}

// TestRestoreOverFolder holds that a folder is refused under the name that was typed, and that nothing is left beside it.
func TestRestoreOverFolder(t *testing.T) {
	s := newStore(t)
	backup, err := s.KeepBackup(t.Context(), epoch)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err = Restore(t.Context(), backup, folder, epoch)
	wantCode(t, err, core.CodeIsFolder)
	var e *core.Error
	if !errors.As(err, &e) || e.Args["path"] != folder {
		t.Errorf("names %v, not %s", e.Args["path"], folder)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left beside it: %v %v", left, err)
	}
}

package storage

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mentorbook/core/planner"
)

// Taking a restore back and doing it again leaves one file beside the workspace, however often; restores of other backups
// leave the newest few, and what was older is among the backups.
func TestRestoresAreTidied(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	fill(t, s, 50)
	backup, err := s.KeepBackup(ctx, epoch)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 80)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content := func(path string) string {
		t.Helper()
		all, err := readAll(path, 0)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	restored, former := content(backup), content(path)
	now := epoch
	from := backup
	for i := range 6 {
		now = now.Add(time.Second)
		aside, err := Restore(ctx, from, path, now)
		if err != nil {
			t.Fatal(err)
		}
		want, kept := restored, former
		if i%2 == 1 {
			want, kept = former, restored
		}
		if content(path) != want || content(aside) != kept || len(asidesOf(path)) != 1 {
			t.Fatalf("turn %d: %d files beside the workspace, or other ones", i, len(asidesOf(path)))
		}
		from = aside
	}
	broken := path + planner.AsideInfix + "2020-01-02T030405Z"
	if err := os.WriteFile(broken, []byte("broken beyond repair"), 0o600); err != nil {
		t.Fatal(err)
	}
	first := asidesOf(path)[1].path
	was := content(first)
	for range keptAsides {
		now = now.Add(time.Second)
		if _, err := Restore(ctx, backup, path, now); err != nil {
			t.Fatal(err)
		}
	}
	all := asidesOf(path)
	if len(all) != keptAsides+1 || all[0].path != broken {
		t.Fatalf("%d files beside the workspace, the oldest %s", len(all), all[0].path)
	}
	list, err := Backups(path)
	if err != nil || len(list) != 2 || content(list[1].Path) != was || list[1].Path == backup {
		t.Fatalf("%v, %v", list, err)
	}
	if _, err := os.Stat(filepath.Clean(first)); !os.IsNotExist(err) {
		t.Errorf("it lies there still: %v", err)
	}
	checkClean(t, path)
}

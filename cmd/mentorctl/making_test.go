package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/storage"
)

// TestMakingIsCutOff kills the making of a workspace at moments spread over its time: what lies there afterwards is
// nothing, so that it can be made again, or the whole.
func TestMakingIsCutOff(t *testing.T) {
	exported := filepath.Join(t.TempDir(), "all.json")
	if code, _, e := ctl(t, "-w", filepath.Join(t.TempDir(), "w"), "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	path := filepath.Join(t.TempDir(), "whole")
	start := time.Now()
	if out, err := making(path, "demo").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(start)
	if code, _, e := ctl(t, "-w", path, "export", exported); code != exitDone {
		t.Fatal(e)
	}
	const kills = 12
	nothing := 0
	for i := range kills {
		for _, args := range [][]string{{"demo"}, {"import", exported}} {
			path := filepath.Join(t.TempDir(), "w")
			cmd := making(path, args...)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(took * time.Duration(i) / kills)
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
			if _, err := os.Lstat(path); err != nil {
				nothing++
				continue
			}
			code, out, line := ctl(t, "-w", path, "check")
			if code != exitDone || strings.Contains(out, " 0 ") {
				t.Errorf("%v, kill %d: exit %d, stdout %q, stderr %q", args, i, code, out, line)
			}
		}
	}
	if nothing == 0 {
		t.Error("no kill came before the end")
	}
}

// making is a process that makes a workspace.
func making(path string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Args = append([]string{"mentorctl", "-w", path, "--now", "2026-11-23T12:20:00Z"}, args...)
	return cmd
}

// TestCheckMissesTheWorkspace: a file in which nobody has begun is not called sound.
func TestCheckMissesTheWorkspace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w")
	store, err := storage.Create(t.Context(), path, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	for lang, part := range says("creating it was interrupted", "создание прервалось") {
		if code, out, line := ctl(t, "-w", path, "--lang", lang, "check"); code != exitRefused || out != "" || !strings.Contains(line, part) {
			t.Errorf("exit %d, stdout %q, stderr %q", code, out, line)
		}
	}
}

// TestExportEndsInJSON: the export of everything takes nobody's file for its own.
func TestExportEndsInJSON(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"one.mentorbook", "two.mentorbook"} {
		if code, _, e := ctl(t, "-w", name, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
			t.Fatal(e)
		}
	}
	if err := os.Symlink("two.mentorbook", "two.json"); err != nil {
		t.Skip(err)
	}
	before := whole(t, "two.mentorbook")
	for _, to := range []string{"two.mentorbook", "two.json", "notes.txt"} {
		if code, out, line := ctl(t, "-w", "one.mentorbook", "export", to); code == exitDone || out != "" || !strings.Contains(line, to) {
			t.Errorf("%s: exit %d, stdout %q, stderr %q", to, code, out, line)
		}
	}
	if whole(t, "two.mentorbook") != before {
		t.Error("the other workspace is not what it was")
	}
}

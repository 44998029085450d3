package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestStoppedMakingLeavesNothing asks the program to stop in the midst of a large sample, as a shell and as the system
// does: it says so in a line, and its unfinished file is gone.
func TestStoppedMakingLeavesNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process is not asked to stop there")
	}
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		dir := t.TempDir()
		cmd := making(filepath.Join(dir, "w"), "demo", "--relationships", "1000", "--meetings", "100", "--actions", "20")
		var out, complaints bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &complaints
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		for size(t, dir) < 4<<20 {
			select {
			case err := <-ended:
				t.Fatalf("ended by itself: %v, %s", err, complaints.String())
			case <-time.After(5 * time.Millisecond):
			}
		}
		if err := cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		<-ended
		said := complaints.String()
		if last := strings.Split(strings.TrimSpace(said), "\n"); cmd.ProcessState.ExitCode() != exitRefused || out.Len() > 0 || !strings.Contains(last[len(last)-1], "Stopped") {
			t.Errorf("%v: %v, stdout %q, stderr %q", signal, cmd.ProcessState, out.String(), said)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("%v: left behind: %v %v", signal, left, err)
		}
	}
}

// size sums up the files of a folder in which others come and go.
func size(t *testing.T, dir string) (sum int64) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		sum += info.Size()
	}
	return sum
}

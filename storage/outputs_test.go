//go:build linux

package storage

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// childOutput writes one file again and again, each time all of one letter.
func childOutput(args []string) int {
	for i := 0; ; i++ {
		if err := (Files{}).WriteFile(args[0], letters(i)); err != nil {
			fmt.Println(err)
			return 1
		}
		if i == 0 {
			fmt.Println("begun")
		}
	}
}

func letters(i int) []byte { return bytes.Repeat([]byte{'a' + byte(i%26)}, 1<<20) }

// sameLetters tells whether a file is one that childOutput wrote, whole.
func sameLetters(t *testing.T, path string) bool {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return len(raw) == 1<<20 && bytes.Equal(raw, bytes.Repeat(raw[:1], len(raw)))
}

// TestKillWhileAFileIsWritten kills a process that writes a file: the file is whole, the next write of whatever file into
// the folder removes what was left, and so does the next opening of a workspace there.
func TestKillWhileAFileIsWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "report.pdf")
	workspace := filepath.Join(dir, "w.mentorbook")
	s, err := Create(context.Background(), workspace, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	rng := seeded(t)
	left := 0
	for i := 0; i < 60 && left < 4; i++ {
		killOutput(t, path, time.Duration(rng.IntN(8000))*time.Microsecond)
		if !sameLetters(t, path) {
			t.Fatal("half a file")
		}
		if len(namedLike(dir, outputs)) == 0 {
			continue
		}
		left++
		if left%2 == 0 {
			err = (Files{}).WriteFile(filepath.Join(dir, "other.csv"), []byte("x"))
		} else if s, err = Open(context.Background(), workspace, Options{}); err == nil {
			err = s.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
		if rest := namedLike(dir, outputs); len(rest) > 0 {
			t.Fatalf("left: %v", rest)
		}
	}
	if left < 4 {
		t.Errorf("of all kills only %d left anything", left)
	}
}

func killOutput(t *testing.T, path string, after time.Duration) {
	t.Helper()
	cmd := child(t, "output", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if lines := bufio.NewScanner(out); !lines.Scan() || lines.Text() != "begun" {
		t.Fatalf("%q", lines.Text())
	}
	time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
	_ = cmd.Wait()
}

// TestManyWriteIntoOneFolder: nobody takes what another is writing for left over.
func TestManyWriteIntoOneFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var all sync.WaitGroup
	failed := make([]error, 8)
	for i := range failed {
		all.Go(func() {
			for n := range 60 {
				path := filepath.Join(dir, fmt.Sprint("file", i%3))
				failed[i] = errors.Join(failed[i], (Files{}).WriteFile(path, letters(n)))
			}
		})
	}
	all.Wait()
	if err := errors.Join(failed...); err != nil {
		t.Error(err)
	}
	for i := range 3 {
		if !sameLetters(t, filepath.Join(dir, fmt.Sprint("file", i))) {
			t.Error("half a file")
		}
	}
	if rest := namedLike(dir, outputs); len(rest) > 0 {
		t.Errorf("left: %v", rest)
	}
}

//go:build linux

package storage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"mentorbook/core"
)

// die ends the process as a check of a broken file can: in a goroutine that no guard reaches, or from outside.
func die(how string) {
	fmt.Println(`{"done":1,"total":2}`)
	switch how {
	case "panic":
		go func() { panic("a broken page") }()
	case "fault":
		go faultBeyondTheEnd()
	case "stack":
		debug.SetMaxStack(16 << 20) // the usual gigabyte takes the machine's memory first
		go func() { fmt.Fprintln(os.Stderr, roundAndRound(1)) }()
	case "kill":
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	case "silence": // it ends well, and has said half of what it found
		fmt.Print(`{"report":{"coun`)
		os.Exit(0)
	}
	select {}
}

// faultBeyondTheEnd reads a page of a mapped file that has become shorter, as a disk that fails shows itself: SIGBUS.
func faultBeyondTheEnd() {
	f, err := os.CreateTemp("", "fault")
	if err != nil {
		panic(err)
	}
	_ = os.Remove(f.Name())
	_ = f.Truncate(4096)
	data, err := syscall.Mmap(int(f.Fd()), 0, 4096, syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		panic(err)
	}
	_ = f.Truncate(0)
	fmt.Println(data[7])
}

// roundAndRound goes round in a circle, as pages that name each other make a walk do, until the stack is full.
func roundAndRound(n int) int {
	if n < 0 {
		return n
	}
	return roundAndRound(n+1) + n
}

// TestTheCheckDies: whatever ends the process that looks, the one that asked lives, knows that the file is not known to
// be sound, and can ask again.
func TestTheCheckDies(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.mentorbook")
	s, err := Create(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, 20)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, how := range []string{"panic", "fault", "stack", "kill", "silence"} {
		t.Run(how, func(t *testing.T) {
			t.Setenv("STORAGE_CHECK_DIES", how)
			told := 0
			report, err := CheckTelling(t.Context(), path, func(int, int) { told++ })
			if err != nil || len(report.Findings) != 1 || report.Findings[0].Where != "file" {
				t.Fatalf("%+v, %v", report, err)
			}
			if told != 1 {
				t.Errorf("it was told %d times how far the check is: it did not run", told)
			}
		})
	}
	report, err := Check(t.Context(), path)
	if err != nil || len(report.Findings) > 0 || report.Counts[core.KindPerson] == 0 {
		t.Errorf("afterwards: %+v, %v", report, err)
	}
}

// TestTheCheckIsCancelled: one that hangs ends with whoever asked.
func TestTheCheckIsCancelled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.mentorbook")
	s, err := Create(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	t.Setenv("STORAGE_CHECK_DIES", "never")
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	_, err = CheckTelling(ctx, path, func(int, int) { cancel() })
	if core.CodeOf(err) != core.CodeCancelled || context.Cause(ctx) != context.Canceled {
		t.Errorf("%v", err)
	}
}

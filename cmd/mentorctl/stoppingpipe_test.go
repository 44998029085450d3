//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mentorbook/core"
)

// TestStoppedWaitingForAPipe asks the program to stop where it waits for what comes out of a pipe, with what it was named by and with
// its own input: it says so in a line, and ends.
func TestStoppedWaitingForAPipe(t *testing.T) {
	dir := t.TempDir()
	path, pipe := filepath.Join(dir, "w"), filepath.Join(dir, "pipe")
	if code, _, line := ctl(t, "-w", path, "--lang", "en", "new", "Ann", "--email", "ann@example.com"); code != exitDone {
		t.Fatal(line)
	}
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	begun := []byte("BEGIN:VCALENDAR\r\n" + strings.Repeat("X-A:b\r\n", 20_000)) // more than a pipe holds: whoever has written it is read
	for _, args := range [][]string{
		{"calendar", "import", pipe},
		{"calendar", "import", "/dev/stdin"},
		{"calendar", "lint", "/dev/stdin"},
		{"calendar", "occurrences", "/dev/stdin", "--from", "2026-12-01", "--to", "2026-12-02"},
	} {
		cmd := making(path, append(args, "--lang", "en")...)
		var complaints bytes.Buffer
		cmd.Stderr = &complaints
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if args[2] == pipe {
			if in, err = os.OpenFile(pipe, os.O_WRONLY, 0); err != nil { // waits for the reader
				t.Fatal(err)
			}
		}
		if _, err := in.Write(begun); err != nil {
			_ = cmd.Wait()
			t.Fatalf("%s: %v, %q", args, err, complaints.String())
		}
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		err = cmd.Wait()
		_ = in.Close()
		if code := cmd.ProcessState.ExitCode(); code != exitRefused || !strings.Contains(complaints.String(), "Stopped") {
			t.Errorf("%s: %v, %q", args, err, complaints.String())
		}
	}
}

// What nobody opens for writing is not waited for when the program is asked to stop.
func TestStoppedOpeningAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := openFile(ctx, pipe); core.CodeOf(err) != core.CodeCancelled {
		t.Error(err)
	}
	writer, err := os.OpenFile(pipe, os.O_WRONLY, 0) // the one that was given up still waits: let it go
	if err != nil {
		t.Fatal(err)
	}
	_ = writer.Close()
}

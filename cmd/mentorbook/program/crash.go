package program

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	"mentorbook/core"
	"mentorbook/storage"
	"mentorbook/ui/shell"
)

const (
	crashRaw    = "crash-*.raw"
	crashReport = "crash-*.txt"
	mostReports = 10 // that are kept
)

// Blackbox keeps what is known of the program's own end by a fault: where in the program it happened, and nothing
// of what the workspace holds.
type Blackbox struct {
	dir string
	raw *os.File // what the runtime writes into when the program ends by a panic
}

// Record begins: the end of this process by a fault, on whatever goroutine, will be found in the folder.
func Record(dir string) (*Blackbox, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, storage.FileError(dir, err)
	}
	path := filepath.Join(dir, fmt.Sprintf("crash-%d.raw", os.Getpid()))
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, storage.FileError(path, err)
	}
	b := &Blackbox{dir: dir, raw: f}
	return b, storage.FileError(path, debug.SetCrashOutput(f, debug.CrashOptions{}))
}

// Close ends the recording of a program that ends well.
func (b *Blackbox) Close() {
	if b == nil {
		return
	}
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	_ = b.raw.Close()
	if info, err := os.Stat(b.raw.Name()); err == nil && info.Size() == 0 {
		_ = os.Remove(b.raw.Name())
	}
}

// Log writes an error to the log. A fault of the program, even one that did not end it, leaves a report; the log tells no
// more of it than that, for the value of a panic may hold a text of the user's.
func (b *Blackbox) Log(err error) {
	log.Print(err)
	var stack []byte
	var work *shell.PanicError
	var step *storage.Panic
	switch {
	case b == nil:
	case errors.As(err, &work):
		stack = work.Stack
	case errors.As(err, &step):
		stack = step.Stack
	}
	now, line := time.Now(), plainly(err)
	if stack != nil {
		line = "a fault of the program; where it happened stands in " + reportName(now)
		if err := write(b.dir, stack, now); err != nil {
			log.Print(err)
		}
	}
	if b != nil {
		if err := b.keep(line, now); err != nil {
			log.Print(err)
		}
	}
}

// plainly gives what the log keeps of an error: what kind it is, of which field or file, and what the system said. The
// values that it carries may be the user's words, and stay out.
func plainly(err error) string {
	var said []string
	for _, e := range core.Problems(err) {
		parts := []string{string(e.Code)}
		for _, part := range []any{e.Field, e.Args["path"], bySystem(e.Err)} {
			if part != nil && part != "" {
				parts = append(parts, fmt.Sprint(part))
			}
		}
		if reason, ok := e.Args["reason"].(string); ok && e.Code == core.CodeInternal {
			parts = append(parts, reason)
		}
		said = append(said, strings.Join(parts, " "))
	}
	return strings.ReplaceAll(strings.Join(said, "; "), "\n", " ")
}

// bySystem gives what the system or the start of another program said. Of any other error only its type: a library's, or
// what it panicked with, may quote the file that it was given.
func bySystem(err error) string {
	var number syscall.Errno
	var start *exec.Error
	var ended *exec.ExitError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &number):
		return number.Error()
	case errors.As(err, &start):
		return start.Error()
	case errors.As(err, &ended):
		return ended.Error()
	}
	return fmt.Sprintf("%T", err)
}

func reportName(at time.Time) string {
	return "crash-" + at.UTC().Format("2006-01-02T150405.000Z") + ".txt"
}

func write(dir string, stack []byte, now time.Time) error {
	return storage.Files{}.WriteFile(filepath.Join(dir, reportName(now)), strip(stack))
}

// Newest gives the newest report in a folder, "" where there is none. What processes that ended by a fault have
// left is made a report first; older reports are thinned out.
func Newest(dir string, now time.Time) string {
	left, err := filepath.Glob(filepath.Join(dir, crashRaw))
	if err != nil {
		return ""
	}
	for _, path := range left {
		raw, err := os.ReadFile(path)
		if err != nil || runs(path) {
			continue
		}
		if len(raw) == 0 {
			_ = os.Remove(path) // its process was ended from outside
			continue
		}
		at := now
		if info, err := os.Stat(path); err == nil {
			at = info.ModTime()
		}
		if write(dir, raw, at) == nil {
			_ = os.Remove(path)
		}
	}
	reports, err := filepath.Glob(filepath.Join(dir, crashReport))
	if err != nil || len(reports) == 0 {
		return ""
	}
	slices.Sort(reports)
	for _, old := range reports[:max(len(reports)-mostReports, 0)] {
		_ = os.Remove(old)
	}
	return reports[len(reports)-1]
}

// runs tells whether the process still runs that a file of this name belongs to.
func runs(path string) bool {
	var pid int
	if n, err := fmt.Sscanf(filepath.Base(path), "crash-%d.raw", &pid); n != 1 || err != nil {
		return false
	}
	p, err := os.FindProcess(pid)
	return err == nil && p.Signal(syscall.Signal(0)) == nil
}

// strip leaves nothing of a dump but which functions were called from where: the value of a panic, and arguments,
// may hold a text of the user's.
func strip(dump []byte) []byte {
	var out bytes.Buffer
	out.WriteString("Mentorbook met a fault of its own. This is where in the program; nothing of your texts is in here.\n\n")
	lines := bufio.NewScanner(bytes.NewReader(dump))
	lines.Buffer(nil, 1<<20)
	previous := ""
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "goroutine "):
			fmt.Fprintf(&out, "\n%s\n", line)
		case isPlace(line):
			if function := functionOf(previous); function != "" {
				fmt.Fprintf(&out, "%s\n%s\n", function, line)
			}
		}
		previous = line
	}
	return out.Bytes()
}

// isPlace tells whether a line of a dump is "\t/path/file.go:12 +0x34".
func isPlace(line string) bool {
	rest, ok := strings.CutPrefix(line, "\t")
	return ok && strings.Contains(rest, ".go:") && !strings.ContainsAny(rest, "\"“«")
}

// functionOf gives the function of the line above a place, without its arguments; "" where there is none.
func functionOf(line string) string {
	if by, ok := strings.CutPrefix(line, "created by "); ok {
		by, _, _ = strings.Cut(by, " in goroutine")
		return "created by " + by
	}
	end := strings.LastIndexByte(line, '(')
	if end <= 0 || strings.ContainsAny(line[:end], " \t\"") {
		return ""
	}
	return line[:end]
}

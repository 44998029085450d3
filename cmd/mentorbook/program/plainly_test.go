package program

import (
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"mentorbook/core"
)

// The log keeps what the system said, and nothing of what a library may quote of a file.
func TestTheLogQuotesNoFile(t *testing.T) {
	for want, err := range map[string]error{
		"internal *fmt.wrapError":  core.Wrap(core.CodeInternal, fmt.Errorf("reading contacts: %v: %w", "Ida is ill", errors.New("x"))),
		"no space left on device":  core.Wrap(core.CodeInternal, &fs.PathError{Op: "write", Path: "w", Err: syscall.ENOSPC}),
		"executable file not foun": core.Wrap(core.CodeInternal, &exec.Error{Name: "xdg-open", Err: exec.ErrNotFound}),
	} {
		if line := plainly(err); !strings.Contains(line, want) || strings.Contains(line, "Ida") {
			t.Errorf("%q, wanted %q", line, want)
		}
	}
}

package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"testing"
)

// Explorer ends with 1 where all went well; elsewhere, and where a program did not even start, an error is one.
func TestHowExplorerEndsSaysNothing(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ended := exec.Command(self, "-no-such-flag").Run()
	var exit *exec.ExitError
	if !errors.As(ended, &exit) {
		t.Fatalf("it ended with %v", ended)
	}
	for _, c := range []struct {
		system string
		err    error
		want   bool
	}{
		{"windows", ended, true},
		{"windows", &exec.Error{Name: "explorer", Err: fs.ErrNotExist}, false},
		{"linux", ended, false},
		{"darwin", ended, false},
	} {
		if got := saysNothing(c.system, c.err); got != c.want {
			t.Errorf("%s, %v: %v", c.system, c.err, got)
		}
	}
}

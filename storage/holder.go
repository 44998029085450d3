package storage

import (
	"fmt"
	"os"
	"strings"

	"mentorbook/core"
)

// The holder's name stands in a small file beside the workspace, so that whoever finds it held can be told by
// whom. It is a courtesy: the lock itself is the file system's, and a file left over by a crash harms nothing.
func holderPath(path string) string { return path + ".open" }

func writeHolder(path, name string) {
	if name == "" {
		name = "mentorbook"
	}
	_ = os.WriteFile(holderPath(path), fmt.Appendf(nil, "%s, process %d\n", name, os.Getpid()), 0o600)
}

func removeHolder(path string) { _ = os.Remove(holderPath(path)) }

func readHolder(path string) string {
	raw, err := os.ReadFile(holderPath(path))
	if err != nil || len(raw) > 200 {
		return ""
	}
	return core.CleanLine(strings.TrimSpace(string(raw)))
}

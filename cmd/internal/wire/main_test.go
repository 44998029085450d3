package wire

import (
	"os"
	"testing"

	"mentorbook/storage"
)

// TestMain keeps the workspaces of these tests in memory where the system has a place for that. They ask what the
// planner does over the real store, thousands of synced transactions long; whether a sync lasts is storage's test.
func TestMain(m *testing.M) {
	if storage.RunCheckChild(os.Stdout) {
		return
	}
	dir, err := os.MkdirTemp("/dev/shm", "wire-*")
	if err == nil {
		err = os.Setenv("TMPDIR", dir)
	}
	code := m.Run()
	if err == nil {
		_ = os.RemoveAll(dir)
	}
	os.Exit(code)
}

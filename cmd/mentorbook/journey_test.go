package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// needs gives what a journey through the real window needs; without it the journey is skipped, and fails in CI.
func needs(t *testing.T) (window, ctl string) {
	t.Helper()
	window, ctl = os.Getenv("MENTORBOOK_BIN"), os.Getenv("MENTORCTL_BIN")
	_, err := exec.LookPath("xdotool")
	if window != "" && ctl != "" && os.Getenv("DISPLAY") != "" && err == nil {
		return window, ctl
	}
	if os.Getenv("CI") != "" {
		t.Fatal("no built programs, no display or no xdotool: make test provides them")
	}
	t.Skip("needs the built programs, a display and xdotool: make test provides them")
	return "", ""
}

// until polls for something that the window does in its own time.
func until(t *testing.T, what string, ready func() bool) {
	t.Helper()
	for end := time.Now().Add(60 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if ready() {
			return
		}
	}
	t.Fatalf("%s did not come", what)
}

// ownHome is the environment of a program that must not know or change what this machine remembers. It names a language:
// the toolkit takes C for none, and complains before any of our code runs.
func ownHome(t *testing.T) []string {
	t.Helper()
	home := t.TempDir()
	return append(os.Environ(), "LANG=en_GB.UTF-8", "LC_ALL=", "LC_MESSAGES=", "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "XDG_RUNTIME_DIR="+home)
}

// complains fails where the toolkit has complained of the program: each of its errors is a fault, on the screen or not.
// Its own preferences, in which this program keeps nothing, it reads anew while it writes them, and finds them empty.
func complains(t *testing.T, stderr string) {
	t.Helper()
	for _, complaint := range strings.Split(stderr, "Fyne error:")[1:] {
		if !strings.HasPrefix(strings.TrimSpace(complaint), "Preferences load error") {
			t.Errorf("the toolkit complains:\n%s", complaint)
		}
	}
	if strings.Contains(stderr, "Error in Fyne call thread") {
		t.Errorf("the toolkit was called from elsewhere:\n%s", stderr)
	}
}

// TestFirstStart opens the window over no file, sees it appear, closes it, and reads by the command line what
// it left: the sample, whole, and a backup.
func TestFirstStart(t *testing.T) {
	window, ctl := needs(t)
	path := filepath.Join(t.TempDir(), "practice.mentorbook")
	complaints := new(strings.Builder)
	cmd := exec.Command(window, "-workspace", path, "-sample", "mentor", "-now", "2026-11-23T12:20:00Z", "-theme", "light")
	cmd.Env = ownHome(t)
	cmd.Stderr = complaints
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	find := func() string {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Mentorbook$").Output()
		ids := strings.Fields(string(out))
		if err != nil || len(ids) == 0 {
			return ""
		}
		return ids[len(ids)-1]
	}
	until(t, "the window", func() bool { return find() != "" })
	until(t, "the end", func() bool {
		// A window that has just gone, or was not yet in its frame when it was found, never becomes active: xdotool
		// would wait for it for ever.
		ctx, stop := context.WithTimeout(t.Context(), 2*time.Second)
		defer stop()
		_ = exec.CommandContext(ctx, "xdotool", "windowactivate", "--sync", find(), "key", "alt+F4").Run()
		select {
		case err := <-ended:
			if err != nil {
				t.Fatalf("the window ended badly: %v\n%s", err, complaints)
			}
			return true
		default:
			return false
		}
	})
	complains(t, complaints.String())
	out, err := exec.Command(ctl, "-w", path, "--lang", "en", "list", "relationships").CombinedOutput()
	if err != nil || strings.Count(string(out), "\n") != 9 {
		t.Errorf("%v: %s", err, out)
	}
	if out, err := exec.Command(ctl, "-w", path, "check").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	backups, err := filepath.Glob(filepath.Join(path+".backups", "*.mentorbook"))
	if err != nil || len(backups) != 1 {
		t.Errorf("%v: %d backups", err, len(backups))
	}
}

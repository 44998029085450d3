package main

import (
	"debug/buildinfo"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mentorbook/ui/settings"
)

// running is a started window.
type running struct {
	cmd        *exec.Cmd
	complaints *strings.Builder
	ended      chan error
	gone       bool
}

// launch starts the built program in a home of its own.
func launch(t *testing.T, window string, env []string, args ...string) *running {
	t.Helper()
	r := &running{cmd: exec.Command(window, args...), complaints: new(strings.Builder), ended: make(chan error, 1)}
	r.cmd.Env, r.cmd.Stderr = env, r.complaints
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { r.ended <- r.cmd.Wait() }()
	t.Cleanup(func() { _ = r.cmd.Process.Kill() })
	return r
}

// over tells whether it has ended, and how.
func (r *running) over() (bool, error) {
	select {
	case err := <-r.ended:
		r.gone = true
		return true, err
	default:
		return r.gone, nil
	}
}

// windows lists the windows of the program on the display.
func windows() []string {
	out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Mentorbook$").Output()
	if err != nil {
		return nil
	}
	return strings.Fields(string(out))
}

func active() string {
	out, err := exec.Command("xdotool", "getactivewindow").Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// startAgain starts the program over a file that is open already, and waits until it has handed over and ended.
func startAgain(t *testing.T, window string, env, args []string) {
	t.Helper()
	again := launch(t, window, env, args...)
	until(t, "the end of the second start", func() bool {
		over, err := again.over()
		if err != nil {
			t.Fatalf("%v: %s", err, again.complaints)
		}
		return over
	})
}

// TestASecondStart opens a file, covers its window by another one's, and starts the first file again: its window
// comes to front, also when it was an icon, and the second process ends. mentorctl says that the file is open.
func TestASecondStart(t *testing.T) {
	window, ctl := needs(t)
	dir, env := t.TempDir(), ownHome(t)
	args := func(name string) []string {
		return []string{"-workspace", filepath.Join(dir, name), "-sample", "mentor", "-now", "2026-11-23T12:20:00Z"}
	}
	launch(t, window, env, args("one.mentorbook")...)
	until(t, "the first window", func() bool { return len(windows()) == 1 })
	first := windows()[0]
	until(t, "the file", func() bool {
		_, err := os.Stat(filepath.Join(dir, "one.mentorbook"))
		return err == nil
	})
	launch(t, window, env, args("two.mentorbook")...)
	until(t, "another file's window", func() bool { return len(windows()) == 2 })
	steady := 0
	until(t, "it to be in front, and to stay there", func() bool { // a window that is still opening comes to front again
		if steady++; active() == "" || active() == first {
			steady = 0
		}
		_, err := os.Stat(filepath.Join(dir, "two.mentorbook"))
		return err == nil && steady > 20
	})

	startAgain(t, window, env, args("one.mentorbook"))
	looked := 0
	until(t, "the first window to be in front", func() bool {
		if looked++; looked%50 == 0 { // a window manager that was busy may have missed it: somebody would press again
			startAgain(t, window, env, args("one.mentorbook"))
		}
		return active() == first
	})
	if n := len(windows()); n != 2 {
		t.Errorf("%d windows", n)
	}
	if err := exec.Command("xdotool", "windowminimize", "--sync", first).Run(); err != nil {
		t.Fatal(err)
	}
	launch(t, window, env, args("one.mentorbook")...)
	until(t, "the icon to be a window again", func() bool { return active() == first })

	out, err := exec.Command(ctl, "-w", filepath.Join(dir, "one.mentorbook"), "--lang", "en", "list", "people").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "one.mentorbook is already open (mentorbook, process ") {
		t.Errorf("%v: %s", err, out)
	}
}

// TestEveryLibraryHasItsLicenceNamed holds what the window says about itself against what it is made of.
func TestEveryLibraryHasItsLicenceNamed(t *testing.T) {
	window, _ := needs(t)
	info, err := buildinfo.ReadFile(window)
	if err != nil || len(info.Deps) == 0 {
		t.Fatal(info, err)
	}
	for _, m := range info.Deps {
		if settings.Licence(m.Path) == "" {
			t.Errorf("%s has no licence in ui/settings", m.Path)
		}
	}
}

// TestNoDisplay starts without a display, and with one that does not answer: one line that names mentorctl.
func TestNoDisplay(t *testing.T) {
	window, _ := needs(t)
	for name, display := range map[string]string{"none": "", "dead": ":987"} {
		t.Run(name, func(t *testing.T) {
			env := append(ownHome(t), "DISPLAY="+display, "WAYLAND_DISPLAY=")
			cmd := exec.Command(window, "-lang", "en")
			cmd.Env = env
			out, err := cmd.CombinedOutput()
			if cmd.ProcessState.ExitCode() != 1 {
				t.Errorf("%v: %s", err, out)
			}
			lines := strings.Split(strings.TrimSpace(string(out)), "\n")
			if last := lines[len(lines)-1]; !strings.Contains(last, "mentorctl") || strings.Contains(string(out), "goroutine") {
				t.Errorf("%s", out)
			}
		})
	}
}

// TestAFaultLeavesAReport ends the program by the signal at which the runtime dies as at a panic, and starts it again:
// it tells where the report lies, which holds no text of the workspace.
func TestAFaultLeavesAReport(t *testing.T) {
	window, _ := needs(t)
	env := ownHome(t)
	path := filepath.Join(t.TempDir(), "one.mentorbook")
	args := []string{"-workspace", path, "-sample", "mentor", "-now", "2026-11-23T12:20:00Z", "-lang", "en"}
	r := launch(t, window, env, args...)
	until(t, "the window", func() bool { return len(windows()) == 1 })
	home := env[len(env)-1][len("XDG_RUNTIME_DIR="):]
	remembers := func(text string) bool {
		raw, err := os.ReadFile(filepath.Join(home, "mentorbook", "machine.json"))
		return err == nil && strings.Contains(string(raw), text)
	}
	until(t, "the workspace to be open", func() bool { return remembers("one.mentorbook") })
	if err := r.cmd.Process.Signal(syscall.SIGQUIT); err != nil {
		t.Fatal(err)
	}
	until(t, "the end", func() bool { over, _ := r.over(); return over })
	launch(t, window, env, args...)
	var reports []string
	until(t, "the report", func() bool {
		reports, _ = filepath.Glob(filepath.Join(home, "mentorbook", "crash-*.txt"))
		return len(reports) == 1
	})
	text, err := os.ReadFile(reports[0])
	if err != nil || !strings.Contains(string(text), "goroutine 1 ") || strings.Contains(string(text), "Amina") {
		t.Errorf("%v: %.2000s", err, text)
	}
	until(t, "the note that it was told of", func() bool { return remembers(filepath.Base(reports[0])) })
}

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/cmd/internal/onscreen"
)

// hands are somebody's at the keyboard of the built program, in a home of their own.
type hands struct {
	t       *testing.T
	display *onscreen.Display
	home    onscreen.Home
	window  string
	ctl     string
	program *onscreen.Program
	shown   *onscreen.Window
	eyes    *eyes
}

func atKeyboard(t *testing.T) *hands {
	t.Helper()
	window, ctl := needs(t)
	d, err := onscreen.OpenDisplay()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	h := &hands{t: t, display: d, home: onscreen.Home(t.TempDir()), window: window, ctl: ctl, eyes: newEyes()}
	h.must(h.home.Still())
	settings := filepath.Join(string(h.home), ".config", "mentorbook", "machine.json")
	h.must(os.MkdirAll(filepath.Dir(settings), 0o700)) // a window that the whole of is on the screen
	h.must(os.WriteFile(settings, []byte(`{"device":"01020304","window":{"width":1180,"height":720}}`), 0o600))
	return h
}

func (h *hands) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// start opens the window, at noon of a Monday unless the arguments say otherwise, and waits until it shows what it is
// going to show.
func (h *hands) start(args ...string) {
	h.t.Helper()
	var err error
	h.program, err = h.display.Start(h.home, "Mentorbook", h.window, append([]string{"-now", "2026-11-23T12:20:00Z", "-theme", "light"}, args...)...)
	h.must(err)
	program := h.program
	h.t.Cleanup(func() {
		program.Kill()
		complains(h.t, program.Complaints())
	})
	h.shown, _, err = h.program.Painted(2)
	h.must(err)
	h.rest()
}

// rest waits until the window shows all that the last keys did.
func (h *hands) rest() {
	h.t.Helper()
	_, err := h.program.Settled(h.shown)
	h.must(err)
}

// press presses chords, one after another, each when the one before is done.
func (h *hands) press(chords ...string) {
	h.t.Helper()
	for _, c := range chords {
		h.must(h.display.Press(c))
		h.rest()
	}
}

// typed types a text, and waits until the window shows what came of it.
func (h *hands) typed(text string) {
	h.t.Helper()
	h.must(h.display.Type(text))
	h.rest()
}

// quit leaves by the key for it, and waits for the end. On a busy machine the key may come while a dialog is still at its
// work, under which it does nothing: then it is pressed again.
func (h *hands) quit() {
	h.t.Helper()
	h.must(h.display.Press("ctrl+q"))
	pressed := time.Now()
	until(h.t, "the end", func() bool {
		if time.Since(pressed) > 5*time.Second {
			pressed = time.Now()
			_ = h.display.Press("ctrl+q") // there may be no window any more
		}
		err := h.program.Until("end", 10*time.Millisecond, func() (bool, error) { return false, nil })
		return err != nil && strings.Contains(err.Error(), "ended before")
	})
}

// file is where a workspace lies unless another place is chosen.
func (h *hands) file() string {
	return filepath.Join(string(h.home), ".local", "share", "mentorbook", "practice.mentorbook")
}

// tells gives what the command line says about a file.
func (h *hands) tells(path string, args ...string) string {
	h.t.Helper()
	out, err := exec.Command(h.ctl, append([]string{"-w", path, "--lang", "en"}, args...)...).CombinedOutput()
	if err != nil {
		h.t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// TestFromNothingByKeyboardAlone begins with no file at all: a workspace of one's own, the first mentee, out, and in
// again, where all of it is.
func TestFromNothingByKeyboardAlone(t *testing.T) {
	h := atKeyboard(t)
	h.start("-lang", "en")
	h.typed("Maja Lindqvist")
	h.press("Return", "ctrl+k")
	h.typed("new person")
	h.press("Return")
	h.typed("Amina Yusuf")
	h.press("Return")
	h.quit()
	people := h.tells(h.file(), "list", "people")
	if !strings.Contains(people, "Maja Lindqvist") || !strings.Contains(people, "Amina Yusuf") {
		t.Errorf("after the first day:\n%s", people)
	}
	h.start()
	h.press("ctrl+z")
	h.quit()
	people = h.tells(h.file(), "list", "people")
	if !strings.Contains(people, "Maja Lindqvist") || strings.Contains(people, "Amina Yusuf") {
		t.Errorf("after the second day, with a step taken back:\n%s", people)
	}
}

// TestADamagedFileIsRestoredByKeyboard spoils the file between two days: the window says so in Russian, and the
// first button brings the backup of the day before, the spoilt file beside it.
func TestADamagedFileIsRestoredByKeyboard(t *testing.T) {
	h := atKeyboard(t)
	path := filepath.Join(string(h.home), "mine.mentorbook")
	h.start("-workspace", path, "-sample", "mentor", "-lang", "ru")
	h.quit()
	raw, err := os.ReadFile(path)
	h.must(err)
	for i := range raw {
		if i < 8192 || i%13 == 0 {
			raw[i] ^= 0x5a
		}
	}
	h.must(os.WriteFile(path, raw, 0o600))
	h.start("-workspace", path, "-lang", "ru")
	h.press("Return")
	h.quit()
	if n := strings.Count(h.tells(path, "list", "relationships"), "\n"); n != 9 {
		t.Errorf("%d relationships came back", n)
	}
	aside, err := filepath.Glob(path + ".before-*")
	if err != nil || len(aside) != 1 {
		t.Fatal(aside, err)
	}
	if kept, err := os.ReadFile(aside[0]); err != nil || string(kept) != string(raw) {
		t.Error("the spoilt file is not as it was:", err)
	}
}

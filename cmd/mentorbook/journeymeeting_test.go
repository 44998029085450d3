package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// journey is a person at the keyboard of the built program.
type journey struct {
	t    *testing.T
	ctl  string
	path string // of the workspace
	run  *running
	id   string // of the window
}

// begin starts the program over a workspace with the sample, in the middle of Amina's meeting, and waits for its window.
func begin(t *testing.T, window, ctl string, env []string, path string) *journey {
	t.Helper()
	j := &journey{t: t, ctl: ctl, path: path}
	j.run = launch(t, window, env, "-workspace", path, "-sample", "mentor", "-now", "2026-11-23T13:20:00Z", "-lang", "en", "-theme", "light")
	until(t, "the window", func() bool {
		if all := windows(); len(all) == 1 {
			j.id = all[0]
		}
		return j.id != "" && exec.Command("xdotool", "windowactivate", "--sync", j.id).Run() == nil
	})
	return j
}

// press presses keys, named as xdotool names them.
func (j *journey) press(keys ...string) {
	j.t.Helper()
	if out, err := exec.Command("xdotool", append([]string{"key", "--delay", "30"}, keys...)...).CombinedOutput(); err != nil {
		j.t.Fatalf("%v: %s", err, out)
	}
}

func (j *journey) typing(text string) {
	j.t.Helper()
	if out, err := exec.Command("xdotool", "type", "--delay", "20", text).CombinedOutput(); err != nil {
		j.t.Fatalf("%v: %s", err, out)
	}
}

// holds tells whether a text stands in the file: what was kept can be read there while the window has it open.
func (j *journey) holds(text string) bool {
	data, err := os.ReadFile(j.path)
	return err == nil && strings.Contains(string(data), text)
}

// soon waits a little for the file to hold a text.
func (j *journey) soon(text string) bool {
	for end := time.Now().Add(4 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if j.holds(text) {
			return true
		}
	}
	return false
}

// quit closes the window and waits for the end of the program.
func (j *journey) quit() {
	j.t.Helper()
	until(j.t, "the end", func() bool {
		_ = exec.Command("xdotool", "windowactivate", "--sync", j.id, "key", "alt+F4").Run()
		over, err := j.run.over()
		if err != nil {
			j.t.Fatalf("the window ended badly: %v\n%s", err, j.run.complaints)
		}
		return over
	})
}

// export gives the whole workspace as text.
func (j *journey) export() string {
	j.t.Helper()
	out := filepath.Join(j.t.TempDir(), "all.json")
	if said, err := exec.Command(j.ctl, "-w", j.path, "export", out).CombinedOutput(); err != nil {
		j.t.Fatalf("%v: %s", err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		j.t.Fatal(err)
	}
	return string(data)
}

// openMeeting goes from Today to the meeting that is on, by keys alone, and promises something there: the file
// tells when that has worked.
func (j *journey) openMeeting() {
	j.t.Helper()
	until(j.t, "a promise made on the meeting's page", func() bool {
		j.press("Escape", "ctrl+1", "F6", "Return")
		time.Sleep(400 * time.Millisecond) // for a page that is there already; the next round has more
		j.press("alt+4")
		j.typing("Amina: ask the quartermaster by friday")
		j.press("Return")
		return j.soon(`"title":"Ask the quartermaster"`)
	})
}

// TestAMeetingIsClosedByKeyboardAlone opens the meeting that is on, promises something, writes a note and closes it
// without a pointer, and reads what came of it by the command line.
func TestAMeetingIsClosedByKeyboardAlone(t *testing.T) {
	window, ctl := needs(t)
	j := begin(t, window, ctl, ownHome(t), filepath.Join(t.TempDir(), "practice.mentorbook"))
	j.openMeeting()
	j.press("alt+2")
	j.typing("Agreed on a deputy a week")
	j.press("alt+5", "Tab", "5", "2", "Tab", "1", "3", "Tab", "6", "ctrl+shift+Return")
	if !j.soon(`"end":"2026-11-23T14:52"`) {
		t.Fatal("the meeting is not closed")
	}
	j.quit()
	all := j.export()
	closed := regexp.MustCompile(`"end": ?"2026-11-23T14:52",(\s*"[a-z]+": ?"[^"]*",)*\s*"status": ?"held"`)
	for _, want := range []string{"Agreed on a deputy a week", "Ask the quartermaster"} {
		if !strings.Contains(all, want) {
			t.Errorf("the workspace lacks %q", want)
		}
	}
	if !closed.MatchString(all) {
		t.Error("no meeting of 52 minutes was held")
	}
	if said, err := exec.Command(ctl, "-w", j.path, "check").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
}

// TestNoTypedWordIsLost kills the program while a note is being typed. When it starts again, the note stands in its
// field as it was, and can be finished.
func TestNoTypedWordIsLost(t *testing.T) {
	window, ctl := needs(t)
	env, path := ownHome(t), filepath.Join(t.TempDir(), "practice.mentorbook")
	j := begin(t, window, ctl, env, path)
	j.openMeeting()
	const note = "She underplays her own part again: ask about the review next time"
	j.press("alt+3")
	j.typing(note)
	until(t, "the draft", func() bool { return j.holds(note) })
	if err := j.run.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	until(t, "the end", func() bool {
		over, _ := j.run.over()
		return over && len(windows()) == 0
	})

	j = begin(t, window, ctl, env, path)
	until(t, "the finished note", func() bool {
		j.press("ctrl+1", "F6", "Return")
		time.Sleep(400 * time.Millisecond)
		j.press("alt+3")
		j.typing(", gently")
		j.press("Escape")
		return j.soon(note + ", gently")
	})
	j.quit()
	if all := j.export(); !strings.Contains(all, note+", gently") {
		t.Error("the note is not kept as it was typed")
	}
}

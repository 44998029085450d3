package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNothingCallsTheToolkitFromElsewhere walks through every screen and the dialogs of the same window built with
// the toolkit's own check for calls from the wrong goroutine left on, and changes something on the way.
func TestNothingCallsTheToolkitFromElsewhere(t *testing.T) {
	h := atKeyboard(t)
	if h.window = os.Getenv("MENTORBOOK_THREADCHECK_BIN"); h.window == "" {
		t.Skip("needs the window with the check: make test provides it")
	}
	path := filepath.Join(string(h.home), "checked.mentorbook")
	h.start("-workspace", path, "-sample", "mentor", "-lang", "en")
	h.press("ctrl+2", "Down", "ctrl+3", "alt+3", "alt+4", "alt+5", "alt+2", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+comma", "ctrl+1")
	h.press("ctrl+k")
	h.typed("amina")
	h.press("Escape", "ctrl+shift+m", "Escape", "ctrl+shift+g", "Escape", "F1", "Escape")
	h.press("ctrl+shift+n")
	h.typed("What did we forget")
	h.press("Return", "Escape", "ctrl+z", "ctrl+shift+z", "alt+Left")
	h.quit()
	if said := h.program.Complaints(); strings.Contains(said, "call thread") {
		t.Error(said)
	}
	h.tells(path, "check")
}

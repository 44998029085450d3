package ui_test

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/uitest"
)

// The title says which workspace the window shows, in the language of the moment, and nothing of it while others look.
func TestTheTitleNamesTheWorkspace(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Change: func(cfg *ui.Config) { cfg.Path = filepath.Join("folder", "Practice 2026.mentorbook") }})
	title := func(want string) {
		t.Helper()
		if got := h.Window.Title(); got != want {
			t.Errorf("the title is %q, not %q", got, want)
		}
	}
	title("Practice 2026 – Mentorbook")
	h.Wants("Practice 2026.mentorbook") // at the foot
	h.Run("presenting")
	title("Mentorbook")
	h.Lacks("Practice 2026")
	h.Run("presenting")
	title("Practice 2026 – Mentorbook")
	h.Wants("Practice 2026.mentorbook")
	h = uitest.Open(t, uitest.Options{Language: core.Russian, Change: func(cfg *ui.Config) { cfg.Path = "Практика.mentorbook" }})
	title("Практика — Mentorbook")
}

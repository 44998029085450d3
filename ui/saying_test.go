package ui_test

import (
	"testing"
	"time"

	"mentorbook/core/locale"
	"mentorbook/ui"
	"mentorbook/ui/uitest"
)

// What the window has to tell when it opens is told once, and goes: when it is answered, and by itself.
func TestANoteGoes(t *testing.T) {
	shown := 0
	open := func() *uitest.House {
		return uitest.Open(t, uitest.Options{Change: func(c *ui.Config) {
			c.Notes = []ui.Note{{
				Say: func(*locale.Words) (string, string) { return "Something was wrong", "Show it" },
				Do:  func() { shown++ },
			}}
		}})
	}
	h := open()
	h.Wants("Something was wrong")
	h.Tap("Show it")
	h.Lacks("Something was wrong")
	if shown != 1 {
		t.Errorf("shown %d times", shown)
	}
	h = open()
	h.Clock.Move(3 * time.Minute)
	h.Lacks("Something was wrong")
}

package main

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/cmd/internal/onscreen"
)

// TestAFileIsDroppedOnTheWindow lets a file of contacts go over the window, as a file manager does, sees the preview of
// what it would bring, takes it in by Enter, and reads by the command line who came.
func TestAFileIsDroppedOnTheWindow(t *testing.T) {
	h := atKeyboard(t)
	path := filepath.Join(string(h.home), "practice.mentorbook")
	card := filepath.Join(string(h.home), "Ana & friends.vcf") // with what an address has to escape
	const vcard = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Costa\r\nEMAIL:ana@costa.example\r\nEND:VCARD\r\n"
	h.must(os.WriteFile(card, []byte(vcard), 0o600))
	h.start("-workspace", path, "-sample", "mentor", "-lang", "en")
	h.sees("Needs you")
	h.must(onscreen.Drop(h.shown, image.Pt(h.shown.Width/2, h.shown.Height/2), card))
	h.sees("Import from Ana & friends.vcf")
	h.sees("Ana Costa")
	h.keys("Return")
	h.rest()
	h.quit()
	if got := h.tells(path, "list", "people"); !strings.Contains(got, "Ana Costa") {
		t.Errorf("she did not come: %s", got)
	}
	h.tells(path, "check")
}

// TestTheSystemEndsTheProgram tells the program to end while words are being typed in a dialog: it ends in order, with a
// backup, and keeps the words.
func TestTheSystemEndsTheProgram(t *testing.T) {
	h := atKeyboard(t)
	path := filepath.Join(string(h.home), "practice.mentorbook")
	h.start("-workspace", path, "-sample", "mentor", "-lang", "en")
	h.sees("Needs you")
	h.keys("ctrl+shift+n")
	h.sees("Quick capture")
	const words = "Ask about the quiet quartermaster"
	h.letters(words)
	h.sees(words)
	if said, err := h.program.Terminate(); err != nil || strings.Contains(said, "panic") || strings.Contains(said, "Error in Fyne") {
		t.Errorf("it ended badly: %v\n%s", err, said)
	}
	if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), words) {
		t.Errorf("the words are lost (%v)", err)
	}
	if backups, err := filepath.Glob(filepath.Join(path+".backups", "*.mentorbook")); err != nil || len(backups) == 0 {
		t.Errorf("%v: %d backups", err, len(backups))
	}
	h.tells(path, "check")
}

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// A file of which nothing could be read says so at once, and why.
func TestABrokenCalendarFileSaysWhy(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for name, text := range map[string]string{
			"no event": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nFOO BAR\r\nEND:VCALENDAR\r\n",
			"cut off":  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@x.example\r\nDTSTART:2026",
			"no start": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@x.example\r\nDTSTAMP:20261101T080000Z\r\nSUMMARY:No beginning\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		} {
			h := uitest.Open(t, uitest.Options{Language: lang})
			path := filepath.Join(h.Dir, "broken.ics")
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			h.UI.Dropped([]string{path})
			h.Settle()
			head, _, _ := strings.Cut(h.Words.T("calfile.unread", "reason", "|"), "|")
			h.Lacks(h.Words.T("calfile.nothing"))
			h.Wants(head)
			h.Shot("calendarfile-" + strings.ReplaceAll(name, " ", "-") + "-" + string(lang))
		}
	}
}

// What was taken in is to be seen: the calendar opens where its first meeting is.
func TestAnImportLeadsToWhatItBrought(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	path := filepath.Join(h.Dir, "work.ics")
	if err := os.WriteFile(path, []byte(calendarText(h.Person("Amina").Email())), 0o600); err != nil {
		t.Fatal(err)
	}
	h.UI.Dropped([]string{path})
	h.Settle()
	h.Keys("Enter")
	h.Wants("7–13 December 2026", "10:00 Amina")
}

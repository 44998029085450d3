package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// calendarText is a calendar with a meeting with Amina, something else, and an event that cannot be read.
func calendarText(mail string) string {
	return strings.ReplaceAll(strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "X-WR-CALNAME:Work",
		"BEGIN:VEVENT", "UID:a@x.example", "DTSTAMP:20261101T080000Z", "DTSTART:20261210T090000Z", "DTEND:20261210T094500Z", "SUMMARY:Walk and talk",
		"ATTENDEE:mailto:" + mail, "END:VEVENT",
		"BEGIN:VEVENT", "UID:b@x.example", "DTSTAMP:20261101T080000Z", "DTSTART:20261211T090000Z", "DTEND:20261211T100000Z", "SUMMARY:Board review", "END:VEVENT",
		"BEGIN:VEVENT", "UID:c@x.example", "DTSTAMP:20261101T080000Z", "SUMMARY:No beginning", "END:VEVENT",
		"END:VCALENDAR", "",
	}, "\n"), "\n", "\r\n")
}

func TestACalendarFileIsShownBeforeItIsTakenIn(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		path := filepath.Join(h.Dir, "work.ics")
		if err := os.WriteFile(path, []byte(calendarText(h.Person("Amina").Email())), 0o600); err != nil {
			t.Fatal(err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Wants("Work", "Walk and talk", "Board review", "No beginning", h.Words.T("calfile.busy"), h.Words.T("calfile.about", "count", 2))
		h.Shot("calendarfile-" + string(lang))
		h.Tap(h.Words.T("calfile.as_busy"))
		h.Lacks(h.Words.T("calfile.meeting_with", "name", "Amina Yusuf"))
		h.Tap(h.Words.T("calfile.as_both"))
		h.Wants(h.Words.T("calfile.meeting_with", "name", "Amina Yusuf"))
		h.Tap(h.Words.T("calfile.refused") + " 1")
		h.Lacks("Board review")
		before, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina").ID)
		if err != nil {
			t.Fatal(err)
		}
		h.Keys("Enter")
		h.Keys("Escape")
		after, err := h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina").ID)
		if err != nil || len(after) != len(before) {
			t.Fatalf("Enter on a row imported: %d, %v", len(after), err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Tap(h.Words.T("calfile.do"))
		if after, err = h.Planner.Meetings.Of(t.Context(), h.Relationship("Amina").ID); err != nil || len(after) != len(before)+1 {
			t.Errorf("%d meetings where %d were: %v", len(after), len(before), err)
		}
		h.UI.Dropped([]string{path})
		h.Settle()
		h.Wants(h.Words.T("calfile.nothing"))
	}
}

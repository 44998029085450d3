package main

import (
	"os"
	"strings"
	"testing"
)

// ownEvent writes a file of a calendar of the owner's, with what they organize there and Bob has accepted.
func ownEvent(t *testing.T, uid, lines string) string {
	t.Helper()
	text := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nBEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261101T000000Z\n" + lines +
		"SUMMARY:Talk\nORGANIZER:mailto:ann@example.com\nATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.org\nEND:VEVENT\nEND:VCALENDAR\n"
	file := uid + ".ics"
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(text, "\n", "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// Of what the owner's other calendar sent, nothing was prepared here: so it is told until a version goes out from here. That the file
// of a calendar is no invitation is not told beside that.
func TestWhatAnotherCalendarSentIsNotCalledPrepared(t *testing.T) {
	w := newTokyo(t)
	w.run("calendar", "import", ownEvent(t, "one", "SEQUENCE:1\nDTSTART:20261203T150000Z\nDURATION:PT1H\n"))
	w.run("calendar", "import", ownEvent(t, "run", "SEQUENCE:1\nDTSTART:20261210T150000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"))
	copied := strings.NewReplacer("METHOD:REQUEST\r\n", "", "UID:theirs", "UID:copy")
	text, err := os.ReadFile(theirEvent(t, "theirs", "DTSTART:20261204T150000Z\nDURATION:PT1H\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("copy.ics", []byte(copied.Replace(string(text))), 0o600); err != nil {
		t.Fatal(err)
	}
	w.run("calendar", "import", "copy.ics")
	meeting := w.idOf("meetings", "--from", "2026-12-03", "--to", "2026-12-04")
	for _, c := range []struct{ kind, id string }{{"meeting", meeting}, {"series", w.idOf("series")}} {
		for lang, says := range map[string]string{"en": "accepted, version 2, sent from your other calendar", "ru": "версия 2, отправлена из другого календаря"} {
			got := w.run("show", c.kind, c.id, "--lang", lang)
			if !strings.Contains(got, says) || strings.Contains(got, "prepared") || strings.Contains(got, "Copied") {
				t.Errorf("%s", got)
			}
		}
		w.run("invite", c.id, "--method", "request", "-o", "own.ics")
		if got := w.run("show", c.kind, c.id); !strings.Contains(got, "version 2 prepared") || strings.Contains(got, "other calendar") {
			t.Errorf("sent from here: %s", got)
		}
	}
	got := w.run("show", "meeting", w.idOf("meetings", "--from", "2026-12-04", "--to", "2026-12-05"))
	if strings.Contains(got, "Copied") || !strings.Contains(got, "My answer: from a calendar") {
		t.Errorf("%s", got)
	}
}

// A copy that the owner has declined, at another time than it has here, is listed at the time at which the preview has it, whatever
// zone its file says that in.
func TestADeclinedCopyIsListedWhenItWasPreviewed(t *testing.T) {
	for _, start := range []string{"DTSTART:20261204T190000Z\n", "DTSTART;TZID=Europe/Berlin:20261204T200000\n"} {
		w := newTokyo(t)
		w.run("calendar", "import", theirEvent(t, "talk", "DTSTART:20261204T150000Z\nDURATION:PT1H\n"))
		text, err := os.ReadFile(theirEvent(t, "talk", "SEQUENCE:1\n"+start+"DURATION:PT1H\n"))
		if err != nil {
			t.Fatal(err)
		}
		copied := strings.NewReplacer("METHOD:REQUEST", "METHOD:PUBLISH", "ATTENDEE:", "ATTENDEE;PARTSTAT=DECLINED:").Replace(string(text))
		if err := os.WriteFile("no.ics", []byte(copied), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := w.run("calendar", "import", "--dry-run", "no.ics"); !strings.Contains(got, "2026-12-04T14:00") {
			t.Errorf("preview: %s", got)
		}
		w.run("calendar", "import", "no.ics")
		list := w.run("list", "meetings", "--from", "2026-12-04", "--to", "2026-12-05")
		if !strings.Contains(list, "14:00–15:00") || !strings.Contains(list, "declined") {
			t.Errorf("list: %s", list)
		}
		if got := w.run("calendar", "import", "no.ics"); !strings.Contains(got, "new 0, changed 0, same 1") {
			t.Errorf("once more: %s", got)
		}
	}
}

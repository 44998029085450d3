package main

import (
	"os"
	"strings"
	"testing"
)

// TestDaysOffAnswerOrganizers: the organizer of another's meeting is named, or written to, that it is declined; where the rest
// moves it stays.
func TestDaysOffAnswerOrganizers(t *testing.T) {
	w := newTokyo(t)
	invitation := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:talk\nDTSTAMP:20261101T000000Z\n"+
		"DTSTART:20261203T150000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:bob@example.org\nATTENDEE:mailto:ann@example.com\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	if err := os.WriteFile("talk.ics", []byte(invitation), 0o600); err != nil {
		t.Fatal(err)
	}
	w.run("calendar", "import", "talk.ics")
	days := []string{"days-off", "--from", "2026-12-03", "--to", "2026-12-04"}
	for lang, says := range map[string][2]string{"en": {"bob@example.org’s meeting stays as it is", "bob@example.org still expects you"}, "ru": {"приглашает bob@example.org", "bob@example.org всё ещё ждёт вас"}} {
		for i, more := range [][]string{{"--move-days", "7"}, nil} {
			code, _, line := w.do(append(append(days, more...), "--lang", lang)...)
			if code != exitDone || !strings.Contains(line, says[i]) || !strings.Contains(line, "--method reply") {
				t.Errorf("exit %d, %q", code, line)
			}
			if more == nil { // what stays is no step
				w.run("undo")
			}
		}
	}
	for lang, says := range map[string]string{"en": "0 meetings", "ru": "0 встреч"} { // what stays is not counted, also before anything is done
		code, out, line := w.do(append(days, "--move-days", "7", "--dry-run", "--lang", lang)...)
		if code != exitDone || !strings.Contains(out, says) || !strings.Contains(out, "bob@example.org") {
			t.Errorf("dry: exit %d, %q", code, line)
		}
	}
	for how, want := range map[string]string{"": `"fate": "declined",` + "\n    \"message\": \"reply\"", "7": `"fate": "stays"`} {
		ask := append([]string{"--json"}, append(days, "--dry-run")...)
		if how != "" {
			ask = append(ask, "--move-days", how)
		}
		if out := w.run(ask...); !strings.Contains(out, want) {
			t.Errorf("%q: %s", how, out)
		}
	}
	w.run(append(days, "--reason", "Leave", "-o", "out")...)
	files, err := os.ReadDir("out")
	if err != nil || len(files) != 1 || !strings.HasPrefix(files[0].Name(), "2026-12-03-reply-") {
		t.Error(files, err)
	}
}

// TestDaysOffSayWhatFallsTogether: of meetings that would come to stand at one time each is said to clash with the other.
func TestDaysOffSayWhatFallsTogether(t *testing.T) {
	w := newTokyo(t)
	w.made("plan", w.rel, "--start", "2027-03-02T09:00", "--title", "First")
	w.made("plan", w.rel, "--start", "2027-03-09T09:30", "--title", "Second")
	ask := []string{"days-off", "--from", "2027-03-01", "--to", "2027-03-15", "--move-days", "7", "--dry-run"}
	for lang, says := range map[string][2]string{"en": {"clashes with “First”", "clashes with “Second”"}, "ru": {"накладка: «First»", "накладка: «Second»"}} {
		out := w.run(append(ask, "--lang", lang)...)
		for _, part := range says {
			if !strings.Contains(out, part) {
				t.Errorf("%s is not said:\n%s", part, out)
			}
		}
	}
	if out := w.run(append([]string{"--json"}, ask...)...); strings.Count(out, `"clashes"`) != 2 {
		t.Errorf("for scripts:\n%s", out)
	}
}

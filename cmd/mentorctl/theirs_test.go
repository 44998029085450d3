package main

import (
	"os"
	"strings"
	"testing"
)

// theirEvent writes a message from somebody else that asks the owner to a meeting.
func theirEvent(t *testing.T, uid, lines string) string {
	t.Helper()
	text := "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261101T000000Z\n" + lines +
		"SUMMARY:Talk\nORGANIZER:mailto:bob@example.org\nATTENDEE:mailto:ann@example.com\nEND:VEVENT\nEND:VCALENDAR\n"
	file := uid + ".ics"
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(text, "\n", "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// idOf gives the id in the first line of a list.
func (w *tokyo) idOf(list string, more ...string) string {
	w.t.Helper()
	fields := strings.Fields(w.run(append([]string{"list", list}, more...)...))
	if len(fields) == 0 {
		w.t.Fatalf("no %s", list)
	}
	return fields[0]
}

// TestAGuestEndsNoSeries: another's series goes on, so it does here; what can be done instead is said, and works as it is said.
func TestAGuestEndsNoSeries(t *testing.T) {
	w := newTokyo(t)
	w.run("calendar", "import", theirEvent(t, "run", "DTSTART:20261203T150000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"))
	id, all := w.idOf("series"), w.days()
	for lang, says := range map[string]string{"en": "somebody else organizes this series", "ru": "эту серию ведёт другой человек"} {
		code, _, line := w.do("cancel", id, "--from", "2026-12-10", "--lang", lang)
		if code != exitUsage || !strings.Contains(line, says) || !strings.Contains(line, "invite "+id+" --method reply --answer declined") {
			t.Errorf("exit %d, %q", code, line)
		}
	}
	if got := w.days(); got != all || strings.Count(all, ",") != 2 {
		t.Errorf("it takes place on %s, not %s", got, all)
	}
	w.run("cancel", id, "--occurrence", "2026-12-10T15:00")
	if got := w.days(); strings.Count(got, ",") != 1 {
		t.Errorf("one was called off: %s", got)
	}
	w.run("invite", id, "--method", "reply", "--answer", "declined", "-o", "no.ics")
	if got := w.days(); got != "" {
		t.Errorf("all of it was declined: %s", got)
	}
}

// TestADeclinedMeetingIsShownSo: a meeting to which the owner does not come is not called cancelled, in no view of it.
func TestADeclinedMeetingIsShownSo(t *testing.T) {
	w := newTokyo(t)
	w.run("calendar", "import", theirEvent(t, "talk", "DTSTART:20261203T150000Z\nDURATION:PT1H\n"))
	december := []string{"--from", "2026-12-01", "--to", "2027-01-01"}
	id := w.idOf("meetings", december...)
	for lang, says := range map[string][3]string{"en": {"Status: planned", "Status: declined", "declined"}, "ru": {"запланирована", "отклонена", "отклонена"}} {
		if out := w.run("show", "meeting", id, "--lang", lang); !strings.Contains(out, says[0]) {
			t.Errorf("planned:\n%s", out)
		}
		w.run("invite", id, "--method", "reply", "--answer", "declined", "-o", lang+".ics")
		if out := w.run("show", "meeting", id, "--lang", lang); !strings.Contains(out, says[1]) {
			t.Errorf("declined:\n%s", out)
		}
		if out := w.run(append([]string{"list", "meetings", "--lang", lang}, december...)...); !strings.Contains(out, says[2]) {
			t.Errorf("declined:\n%s", out)
		}
		w.run("invite", id, "--method", "reply", "--answer", "accepted", "-o", lang+"2.ics")
	}
	w.run("cancel", w.made("plan", w.rel, "--start", "2026-12-04T10:00"))
	if out := w.run(append([]string{"list", "meetings"}, december...)...); !strings.Contains(out, "cancelled") {
		t.Errorf("one's own:\n%s", out)
	}
}

// TestAProposalIsShownBesideADecline: who does not come and asks for another time has both said of them, in the list and the
// sheet.
func TestAProposalIsShownBesideADecline(t *testing.T) {
	w := newTokyo(t)
	w.run("calendar", "import", theirEvent(t, "talk", "DTSTART:20261203T150000Z\nDURATION:PT1H\n"))
	december := []string{"list", "meetings", "--from", "2026-12-01", "--to", "2027-01-01"}
	id := w.idOf("meetings", december[2:]...)
	w.run("invite", id, "--method", "reply", "--answer", "declined", "-o", "no.ics")
	if out := w.run(december...); strings.Contains(out, "proposed") {
		t.Errorf("nothing is proposed:\n%s", out)
	}
	w.run("invite", id, "--method", "counter", "--propose", "2026-12-04T10:00", "-o", "other.ics")
	for lang, says := range map[string][2]string{"en": {"declined", "proposed: 4 Dec 10:00"}, "ru": {"отклонена", "предложено: 4 дек. 10:00"}} {
		for _, call := range [][]string{december, {"show", "meeting", id}} {
			out := w.run(append(call, "--lang", lang)...)
			if !strings.Contains(out, says[0]) || !strings.Contains(out, says[1]) {
				t.Errorf("%s:\n%s", call, out)
			}
		}
	}
}

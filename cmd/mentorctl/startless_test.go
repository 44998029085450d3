package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// message gives an iTIP message that leaves out when what it is about begins, as RFC 5546 4.2.2 shows one.
func message(method, attendee, uid string, sequence int, more string) string {
	return strings.ReplaceAll(fmt.Sprintf(`BEGIN:VCALENDAR
PRODID:-//Example/EN
METHOD:%s
VERSION:2.0
BEGIN:VEVENT
%s
ORGANIZER:mailto:ann@example.com
UID:%s
SEQUENCE:%d
DTSTAMP:20261123T130000Z
%sEND:VEVENT
END:VCALENDAR
`, method, attendee, uid, sequence, more), "\n", "\r\n")
}

// TestMessagesWithoutAStart: answers and cancellations need not say when something begins: they are about what is here.
func TestMessagesWithoutAStart(t *testing.T) {
	t.Chdir(t.TempDir())
	run := func(file string, args ...string) string {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--lang", "en", "--now", "2026-11-23T14:00:00Z"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s%s", args, out, line)
		}
		return out
	}
	made := func(file string, args ...string) string { return strings.Fields(run(file, args...))[0] }
	uidOf := func(file string) string {
		t.Helper()
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(regexp.MustCompile(`(?m)^UID:(.*)$`).FindStringSubmatch(string(raw))[1])
	}
	run("ann", "new", "Ann", "--email", "ann@example.com", "--zone", "Europe/Berlin")
	rel := made("ann", "relationships", "add", made("ann", "people", "add", "Bob", "--email", "bob@example.org"), "--as", "mentor")
	run("ann", "invite", made("ann", "plan", rel, "--start", "2026-12-11T10:00"), "--method", "request", "-o", "one.ics")
	run("ann", "invite", made("ann", "plan", rel, "--start", "2026-12-12T10:00", "--repeat", "weekly", "--times", "4"), "--method", "request", "-o", "all.ics")
	run("bob", "new", "Bob", "--email", "bob@example.org", "--as", "mentee", "--zone", "America/New_York")
	run("bob", "relationships", "add", made("bob", "people", "add", "Ann", "--email", "ann@example.com"), "--as", "mentee")
	run("bob", "calendar", "import", "one.ics")
	run("bob", "calendar", "import", "all.ics")

	one, all, bob := uidOf("one.ics"), uidOf("all.ics"), "ATTENDEE:mailto:bob@example.org"
	for _, c := range []struct{ to, text, says string }{
		{"ann", message("REPLY", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@example.org", one, 0, ""), "accepted"},
		{"ann", message("REPLY", "ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.org", all, 0, "RECURRENCE-ID;TZID=Europe/Berlin:20261219T100000\n"), "declined"},
		{"bob", message("CANCEL", "ATTENDEE:mailto:else@example.org", one, 1, ""), "same 1"},
		{"bob", message("CANCEL", bob, one, 1, ""), "changed: 2026-12-11T04:00 — meeting"},
		{"bob", message("CANCEL", bob, one, 1, ""), "same 1"},
		{"bob", message("CANCEL", bob, all, 1, "RECURRENCE-ID:20261219T090000Z\n"), "changed: 2026-12-19T04:00 (10:00 in Berlin) — meeting"},
	} {
		file := filepath.Join(t.TempDir(), "m.ics")
		if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := run(c.to, "calendar", "import", file); !strings.Contains(got, c.says) {
			t.Errorf("%s\n%s", c.text, got)
		}
	}
	list := run("bob", "list", "meetings", "--from", "2026-12-01", "--to", "2027-02-01")
	if strings.Count(list, "cancelled") != 2 || strings.Count(list, "planned") != 3 {
		t.Error(list)
	}
	if err := os.WriteFile("unknown.ics", []byte(message("CANCEL", bob, "unknown@example.com", 1, "")), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, _ := ctl(t, "-w", "bob", "--lang", "en", "calendar", "import", "unknown.ics"); code != exitRefused || !strings.Contains(out, "skipped") {
		t.Errorf("what is not here: exit %d, %q", code, out)
	}
}

// TestAFileThatIsCutIsNamed: what came after a cut is lost, be it in an event or before the first.
func TestAFileThatIsCutIsNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	const head, event = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "BEGIN:VEVENT\r\nUID:u\r\nDTSTART:20261201T100000Z\r\nSUMMARY:Talk\r\nEND:VEVENT\r\n"
	for text, times := range map[string]int{head: 0, head + "PROD": 0, head + event: 1, head + event + "BEGIN:VEVENT\r\nUID:v": 1, head + event + "END:VCALENDAR\r\n": -1, head + "END:VCALENDAR": -1} {
		if err := os.WriteFile("f.ics", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		for lang, part := range says("it breaks off in the middle", "обрывается") {
			code, out, line := ctl(t, "--lang", lang, "calendar", "occurrences", "f.ics", "--from", "2026-12-01", "--to", "2026-12-31")
			if whole := times < 0; code != exitDone || strings.Contains(line, part) == whole || whole != (line == "") || !whole && strings.Count(out, "Talk") != times {
				t.Errorf("%q: exit %d, %q, %q", text, code, out, line)
			}
		}
	}
}

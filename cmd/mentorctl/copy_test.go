package main

import (
	"os"
	"strings"
	"testing"
)

// What a calendar alone tells of is shown as that and can't be answered, with the reason; the organizer's message can be, and undo
// of it says that the organizer has the answer.
func TestACopyOfACalendarAndItsInvitation(t *testing.T) {
	t.Chdir(t.TempDir())
	do := func(want int, args ...string) (out, line string) {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", "w", "--now", "2026-11-26T12:00:00Z"}, args...)...)
		if code != want {
			t.Fatalf("%v: %d, %s%s", args, code, out, line)
		}
		return out, line
	}
	id := func(out string) string { first, _, _ := strings.Cut(out, " "); return first }
	do(exitDone, "new", "Maja", "--as", "mentee", "--email", "maja@lindqvist.example", "--zone", "Europe/Berlin")
	kim, _ := do(exitDone, "people", "add", "Kim Lee", "--email", "kim@example.org")
	do(exitDone, "relationships", "add", id(kim), "--as", "mentee")
	for _, method := range []string{"PUBLISH", "REQUEST"} {
		text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:"+method+"\nBEGIN:VEVENT\nUID:g@google.com\nDTSTAMP:20261123T080000Z\nDTSTART:20361210T090000Z\n"+
			"DTEND:20361210T094500Z\nSUMMARY:Talk\nORGANIZER;CN=Kim Lee:mailto:kim@example.org\nATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
		if err := os.WriteFile(method+".ics", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	do(exitDone, "calendar", "import", "PUBLISH.ics")
	list, _ := do(exitDone, "list", "meetings")
	if !strings.Contains(list, "from a calendar") {
		t.Errorf("the list: %s", list)
	}
	reply := []string{"invite", id(list), "--method", "reply", "--answer", "accepted", "-o", "r.ics"}
	if code, out, line := ctl(t, append([]string{"-w", "w", "--now", "2026-11-26T12:00:00Z"}, reply...)...); code == exitDone || !strings.Contains(line, "It came with a calendar, not as an invitation, and kim@example.org expects no answer") {
		t.Errorf("an answer to a copy: %s%s", out, line)
	}
	do(exitDone, "calendar", "import", "REQUEST.ics")
	do(exitDone, reply...)
	if _, line := do(exitDone, "undo"); !strings.Contains(line, "The organizer (Kim Lee) still has your acceptance of “Talk”") {
		t.Errorf("undo says %q", line)
	}
}

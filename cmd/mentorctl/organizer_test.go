package main

import (
	"os"
	"strings"
	"testing"
)

// Of an invitation by an unknown address the line says which it is and how to go on; that one command makes a meeting of it.
func TestAnUnknownOrganizerIsOneCommandAway(t *testing.T) {
	t.Chdir(t.TempDir())
	if code, _, e := ctl(t, "-w", "w", "new", "Maja", "--as", "mentee", "--email", "maja@lindqvist.example", "--zone", "Europe/Berlin"); code != exitDone {
		t.Fatal(e)
	}
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:g@google.com\nDTSTAMP:20261123T080000Z\nDTSTART:20361210T090000Z\n"+
		"DTEND:20361210T094500Z\nSUMMARY:Talk\nORGANIZER;CN=Kim Lee:mailto:kim@example.org\nATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	if err := os.WriteFile("i.ics", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, out, e := ctl(t, "-w", "w", "calendar", "import", "i.ics"); code != exitDone || !strings.Contains(out, "--organizer kim@example.org=") {
		t.Fatalf("%s%s", out, e)
	}
	for _, bad := range []string{"kim@example.org", "kim@example.org=mentor:boss", "=mentor", "kim@example.org=nobody"} {
		if code, out, _ := ctl(t, "-w", "w", "calendar", "import", "i.ics", "--organizer", bad); code == exitDone {
			t.Errorf("%s: %s", bad, out)
		}
	}
	code, out, e := ctl(t, "-w", "w", "calendar", "import", "i.ics", "--organizer", "kim@example.org=mentor")
	if code != exitDone || !strings.Contains(out, "meeting: Kim Lee") || strings.Contains(out, "--organizer") {
		t.Fatalf("%s%s", out, e)
	}
	if _, out, _ := ctl(t, "-w", "w", "calendar", "import", "i.ics"); strings.Contains(out, "--organizer") {
		t.Errorf("known, and asked again: %s", out)
	}
}

package main

import (
	"encoding/json"
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

// Of an invitation by somebody who is met in two relationships both stand there with their ids; either makes a meeting of it.
func TestAnInvitationOfOneOfTwoRelationshipsIsOneCommandAway(t *testing.T) {
	for _, lang := range []string{"en", "ru"} {
		t.Run(lang, func(t *testing.T) {
			t.Chdir(t.TempDir())
			run := func(args ...string) string {
				t.Helper()
				code, out, e := ctl(t, append([]string{"-w", "w", "--lang", lang}, args...)...)
				if code != exitDone {
					t.Fatalf("%v: %s", args, e)
				}
				return out
			}
			run("new", "Maja", "--as", "mentor", "--email", "maja@lindqvist.example", "--zone", "Europe/Berlin")
			made := func(args ...string) string {
				t.Helper()
				var rec struct{ ID string }
				if err := json.Unmarshal([]byte(run(append([]string{"--json"}, args...)...)), &rec); err != nil {
					t.Fatal(err)
				}
				return rec.ID
			}
			q := made("people", "add", "Quinn", "--email", "quinn@quay.example")
			mentee, mentor := made("relationships", "add", q, "--as", "mentor"), made("relationships", "add", q, "--as", "mentee")
			text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:g@google.com\nDTSTAMP:20261123T080000Z\nDTSTART:20361210T090000Z\n"+
				"DTEND:20361210T094500Z\nSUMMARY:Talk\nORGANIZER:mailto:quinn@quay.example\nATTENDEE:mailto:maja@lindqvist.example\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
			if err := os.WriteFile("i.ics", []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			out := run("calendar", "import", "i.ics", "--dry-run")
			for _, want := range []string{"--organizer quinn@quay.example=", mentee, mentor} {
				if !strings.Contains(out, want) {
					t.Errorf("no %q in:\n%s", want, out)
				}
			}
			if out := run("--json", "calendar", "import", "i.ics", "--dry-run"); !strings.Contains(out, `"relationship": "`+mentor) {
				t.Errorf("for scripts: %s", out)
			}
			for _, say := range []string{mentee, mentor, mentor[len(mentor)-8:]} {
				if out := run("calendar", "import", "i.ics", "--dry-run", "--organizer", "quinn@quay.example="+say); strings.Contains(out, "--organizer") {
					t.Errorf("%s: %s", say, out)
				}
			}
			run("calendar", "import", "i.ics", "--organizer", "quinn@quay.example="+mentor)
			if out := run("list", "meetings", "--relationship", mentor); !strings.Contains(out, "Talk") {
				t.Errorf("it is not there: %s", out)
			}
		})
	}
}

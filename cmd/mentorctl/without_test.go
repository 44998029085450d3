package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// Who takes part and has no e-mail address is not invited: the invitation that goes to the others names them.
func TestWhoIsNotInvitedIsNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	run := func(args ...string) (id, said string) {
		t.Helper()
		code, out, e := ctl(t, append([]string{"-w", "w", "--json", "--lang", "en"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, e)
		}
		var made struct{ ID string }
		if err := json.Unmarshal([]byte(out), &made); err != nil {
			t.Fatalf("%v in %s", err, out)
		}
		return made.ID, e
	}
	if code, _, e := ctl(t, "-w", "w", "new", "Maja", "--as", "mentor", "--email", "maja@lindqvist.example", "--zone", "Europe/Berlin"); code != exitDone {
		t.Fatal(e)
	}
	ann, _ := run("people", "add", "Ann", "--email", "ann@example.org")
	bob, _ := run("people", "add", "Bob")
	rel, _ := run("relationships", "add", ann, bob, "--as", "mentor", "--format", "group")
	meeting, _ := run("plan", rel, "--start", "2036-12-10T16:00")
	series, _ := run("plan", rel, "--start", "2036-12-11T16:00", "--repeat", "weekly")
	for _, id := range []string{meeting, series} {
		if _, said := run("invite", id, "-o", "i.eml"); !strings.Contains(said, ": Bob") || strings.Contains(said, "Ann") {
			t.Errorf("it says %q", said)
		}
	}
	run("people", "change", bob, "--email", "bob@example.org")
	if _, said := run("invite", meeting, "-o", "i.eml"); strings.Contains(said, "Bob") {
		t.Errorf("with an address it says %q", said)
	}
}

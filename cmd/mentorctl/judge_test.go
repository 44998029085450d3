package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"mentorbook/core/ical/icaltest"
)

// commands are what the scripts know beside the program: `judge FILE…` asks other programs whether they accept
// invitations, and writes what they find in them to stdout; `capture NAME FILE REGEXP` puts the first submatch of a
// file into the environment.
func commands(t *testing.T) map[string]func(*testscript.TestScript, bool, []string) {
	judges := icaltest.Start(t)
	return map[string]func(*testscript.TestScript, bool, []string){
		"judge": func(ts *testscript.TestScript, neg bool, args []string) {
			if neg || len(args) == 0 {
				ts.Fatalf("usage: judge FILE…")
			}
			for _, name := range args {
				var found []string
				if path := ts.MkAbs(name); filepath.Ext(path) == ".eml" {
					found = judgeMail(ts, judges, path)
				} else {
					found = judgeCalendar(ts, judges, path)
				}
				_, err := ts.Stdout().Write([]byte(strings.Join(found, "\n") + "\n"))
				ts.Check(err)
			}
		},
		"capture": func(ts *testscript.TestScript, neg bool, args []string) {
			if neg || len(args) != 3 {
				ts.Fatalf("usage: capture NAME FILE REGEXP")
			}
			found := regexp.MustCompile(args[2]).FindStringSubmatch(ts.ReadFile(args[1]))
			if len(found) < 2 {
				ts.Fatalf("nothing in %s is like %s", args[1], args[2])
			}
			ts.Setenv(args[0], found[1])
		},
	}
}

// judgeCalendar asks libical for the rules of iTIP, Python's icalendar for what it reads, and khal to import it.
func judgeCalendar(ts *testscript.TestScript, judges *icaltest.Judges, path string) (found []string) {
	ts.Check(judges.Restrict(path))
	calendars, err := judges.Read(path)
	ts.Check(err)
	for _, c := range calendars {
		for _, e := range c.Events {
			found = append(found, "python: "+strings.Join([]string{c.Method, e.Start, e.Summary}, " | "))
			for _, a := range e.Attendees {
				found = append(found, "python: guest "+a.Email)
			}
		}
	}
	taken, err := judges.Import("2026-01-01", "2027-12-31", path)
	ts.Check(err)
	for _, i := range taken {
		found = append(found, "khal: "+i.Start+" | "+i.Title)
	}
	return found
}

// judgeMail asks Python's email package, and the judges of calendars for what the e-mail carries.
func judgeMail(ts *testscript.TestScript, judges *icaltest.Judges, path string) (found []string) {
	mails, err := judges.ReadMail(path)
	ts.Check(err)
	for _, m := range mails {
		if len(m.Defects) > 0 || m.Bare > 0 || m.Longest > 998 { // RFC 5322 2.1.1
			ts.Fatalf("%s: defects %v, %d bare line ends, a line of %d octets", path, m.Defects, m.Bare, m.Longest)
		}
		for _, to := range m.To {
			found = append(found, "mail: to "+to.Email)
		}
		found = append(found, "mail: "+m.Subject)
		for _, part := range m.Parts {
			if part.Type != "text/calendar" {
				continue
			}
			inner := path + ".ics"
			ts.Check(os.WriteFile(inner, part.Body, 0o600))
			found = append(found, "mail: method "+part.Params["method"])
			found = append(found, judgeCalendar(ts, judges, inner)...)
			break
		}
	}
	return found
}

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The test's own program stands in for mentorctl: it answers lists as the real one does, with meetings
// that the demo must pass over among them.
func TestMain(m *testing.M) {
	if os.Getenv("DEMO_STANDS_IN") != "" {
		os.Exit(standIn(os.Args[1:]))
	}
	os.Exit(m.Run())
}

const (
	meetings = `[{"id":"m0","relationship":"a","status":"held","start":"2026-11-24T10:00"},
		{"id":"m1","relationship":"a","status":"planned","start":"2026-11-25T10:00"},
		{"id":"m2","relationship":"a","status":"planned","start":"2026-11-26T10:00"},
		{"id":"m3","relationship":"b","status":"planned","start":"2026-11-27T10:00"}]`
	releases = `[{"id":"r1","audience":"hr","item":{"kind":"goal","id":"g1"}},
		{"id":"r2","audience":"mentor","item":{"kind":"goal","id":"g2"}},
		{"id":"r3","audience":"hr","item":{"kind":"skill","id":"s1"}},
		{"id":"r4","audience":"hr","item":{"kind":"goal","id":"gone"}}]`
	goals  = `[{"id":"g1","relationships":["a","b"]},{"id":"g2","relationships":["a"]},{"id":"g3"}]`
	skills = `[{"id":"s1","relationships":["b"]}]`
)

func standIn(args []string) int {
	line := strings.Join(args, " ")
	answers := map[string]string{"meetings": meetings, "releases": releases, "goals": goals, "skills": skills}
	if os.Getenv("DEMO_STANDS_IN") == "empty" {
		answers = map[string]string{"meetings": "[]", "releases": "[]", "goals": "[]", "skills": "[]"}
	}
	if strings.HasSuffix(line, " demo --now 2026-11-23T09:00:00Z") {
		if _, err := os.Stat(args[1]); err == nil {
			fmt.Fprintln(os.Stderr, "the file exists")
			return 1
		}
		return write(args[1])
	}
	for i, arg := range args {
		switch {
		case arg == "list":
			fmt.Println(answers[args[i+1]])
			return 0
		case arg == "-o" && os.Getenv("DEMO_STANDS_IN") != "mute":
			return write(args[i+1])
		}
	}
	return 0
}

func write(path string) int {
	if os.WriteFile(path, []byte("x"), 0o600) != nil {
		return 1
	}
	return 0
}

func runDemo(t *testing.T, folder, mode string) (string, error) {
	t.Helper()
	t.Setenv("DEMO_STANDS_IN", mode)
	t.Setenv("GORACE", "atexit_sleep_ms=0") // or each stand-in waits a second before it ends
	var out strings.Builder
	d := demo{ctl: os.Args[0], folder: folder, out: &out}
	if err := d.setClock("2026-11-23T09:00:00Z"); err != nil {
		t.Fatal(err)
	}
	err := d.run()
	return out.String(), err
}

func TestDemoWritesInvitationsAndReportsAndMayBeRunTwice(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "build", "demo")
	for range 2 {
		out, err := runDemo(t, folder, "yes")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{
			" invite m1 --method request -o " + filepath.Join(folder, "invitation-1-2026-11-25.eml"),
			" invite m1 --method publish -o " + filepath.Join(folder, "invitation-1-2026-11-25.ics"),
			" invite m3 --method request -o " + filepath.Join(folder, "invitation-2-2026-11-27.eml"),
			" report b --audience hr --from 2025-11-23 --to 2026-11-24 --lang en -o " + filepath.Join(folder, "report-hr-en.pdf"),
			" --lang ru -o " + filepath.Join(folder, "report-hr-ru.pdf"),
			"1 bytes  " + filepath.Join(folder, "report-mentee-ru.pdf"),
			"1 bytes  " + filepath.Join(folder, "sample.mentorbook"),
		} {
			if !strings.Contains(out, want) {
				t.Errorf("%q is not in\n%s", want, out)
			}
		}
		files, err := os.ReadDir(folder)
		if err != nil || len(files) != 9 {
			t.Errorf("%d files: %v %v", len(files), files, err)
		}
	}
}

func TestDemoKeepsWhatIsNotItsOwn(t *testing.T) {
	folder := t.TempDir()
	mine := filepath.Join(folder, "notes.txt")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := runDemo(t, folder, "yes"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(mine); err != nil {
		t.Error(err)
	}
}

func TestDemoFailsWhenNothingCameOut(t *testing.T) {
	for mode, want := range map[string]string{"empty": "no meeting planned", "mute": "wrote no request"} {
		if _, err := runDemo(t, t.TempDir(), mode); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", mode, err, want)
		}
	}
	d := demo{ctl: filepath.Join(t.TempDir(), "absent"), folder: t.TempDir(), out: &strings.Builder{}}
	if err := d.run(); err == nil {
		t.Error("no error without a mentorctl")
	}
	if err := d.setClock("yesterday"); err == nil {
		t.Error("no error for a time that is none")
	}
}

func TestStandInAnswersAreJSON(t *testing.T) {
	for _, answer := range []string{meetings, releases, goals, skills} {
		if !json.Valid([]byte(answer)) {
			t.Errorf("%s", answer)
		}
	}
}

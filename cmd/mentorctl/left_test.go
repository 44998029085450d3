package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Who has left a circle after the invitation has it on their calendar: the guests of a meeting and of a series say so, and so does the
// next invitation, which no longer goes to them, until they were told that it goes on without them.
func TestWhoHasLeftIsNamed(t *testing.T) {
	dir := t.TempDir()
	file, later := filepath.Join(dir, "w"), filepath.Join(dir, "later")
	do := func(file string, args ...string) (out, line string) {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-23T12:00:00Z", "--lang", "en"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		return out, line
	}
	first := func(out, _ string) string {
		id, _, _ := strings.Cut(out, " ")
		return id
	}
	do(file, "new", "Nora Falk", "--zone", "Europe/Berlin", "--email", "nora@falk.example")
	ann, bob := first(do(file, "people", "add", "Ann", "--email", "ann@e.example")), first(do(file, "people", "add", "Bob", "--email", "bob@e.example"))
	rel := first(do(file, "relationships", "add", ann, bob, "--as", "mentor", "--format", "group", "--name", "Circle"))
	meeting := first(do(file, "plan", rel, "--start", "2026-12-03T12:00"))
	series := first(do(file, "plan", rel, "--start", "2026-12-08T12:00", "--repeat", "weekly", "--times", "4"))
	for _, id := range []string{meeting, series} {
		do(file, "invite", id, "--method", "request", "-o", filepath.Join(dir, "first.ics"))
	}
	do(file, "export", filepath.Join(dir, "all.json"))
	leave(t, filepath.Join(dir, "all.json"), 2, "2026-11-20")
	do(later, "import", filepath.Join(dir, "all.json"))
	const left = "Bob <bob@e.example>: no answer yet, version 1 prepared, has left, and still has it"
	for kind, id := range map[string]string{"meeting": meeting, "series": series} {
		if out, _ := do(later, "show", kind, id); !strings.Contains(out, left) || strings.Count(out, "has left") != 1 {
			t.Errorf("the %s before: %s", kind, out)
		}
		if _, line := do(later, "invite", id, "--method", "request", "-o", filepath.Join(dir, "again.ics")); !strings.Contains(line, "Bob") || !strings.Contains(line, "invite "+id+" --method uninvite") {
			t.Errorf("the %s is sent anew: %q", kind, line)
		}
		do(later, "invite", id, "--method", "uninvite", "-o", filepath.Join(dir, "left.ics"))
		if out, _ := do(later, "show", kind, id); strings.Contains(out, "Bob <") {
			t.Errorf("the %s afterwards: %s", kind, out)
		}
		if _, line := do(later, "invite", id, "--method", "request", "-o", filepath.Join(dir, "again.ics")); line != "" {
			t.Errorf("the %s once more: %q", kind, line)
		}
	}
}

// Who has joined a circle after the invitation, and can be invited, is named as one who is not yet, until they are; nobody is of what
// nobody was invited to.
func TestWhoHasJoinedIsNotInvitedYet(t *testing.T) {
	dir := t.TempDir()
	file, later := filepath.Join(dir, "w"), filepath.Join(dir, "later")
	do := func(file string, args ...string) (first, out string) {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-23T12:00:00Z", "--lang", "en"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		first, _, _ = strings.Cut(out, " ")
		return first, out
	}
	do(file, "new", "Nora Falk", "--zone", "Europe/Berlin", "--email", "nora@falk.example")
	var people []string
	for _, name := range []string{"Ann", "Bob", "Cid"} {
		id, _ := do(file, "people", "add", name, "--email", strings.ToLower(name)+"@e.example")
		people = append(people, id)
	}
	rel, _ := do(file, "relationships", "add", people[0], people[1], people[2], "--as", "mentor", "--format", "group", "--name", "Circle")
	series, _ := do(file, "plan", rel, "--start", "2026-12-08T12:00", "--repeat", "weekly", "--times", "4")
	const joined = "Cid <cid@e.example>: not invited yet"
	if _, out := do(file, "show", "series", series); strings.Contains(out, joined) {
		t.Errorf("nobody is: %s", out)
	}
	do(file, "export", filepath.Join(dir, "all.json"))
	leave(t, filepath.Join(dir, "all.json"), 3, "2026-11-20") // invited is who is in it
	do(later, "import", filepath.Join(dir, "all.json"))
	do(later, "invite", series, "--method", "request", "-o", filepath.Join(dir, "first.ics"))
	do(later, "export", filepath.Join(dir, "left.json"))
	leave(t, filepath.Join(dir, "left.json"), 3, "")
	back := filepath.Join(dir, "back")
	do(back, "import", filepath.Join(dir, "left.json"))
	if _, out := do(back, "show", "series", series); strings.Count(out, joined) != 1 {
		t.Errorf("joined: %s", out)
	}
	do(back, "invite", series, "--method", "request", "-o", filepath.Join(dir, "again.ics"))
	if _, out := do(back, "show", "series", series); strings.Contains(out, "not invited yet") || !strings.Contains(out, "Cid <cid@e.example>") {
		t.Errorf("invited: %s", out)
	}
}

// leave writes into an export that one who takes part in its only relationship has left.
func leave(t *testing.T, path string, participant int, until string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all struct { // in this order
		Format  json.RawMessage  `json:"format"`
		Version json.RawMessage  `json:"version"`
		Records []map[string]any `json:"records"`
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	for _, rec := range all.Records {
		if rec["kind"] == "relationship" {
			rec["record"].(map[string]any)["participants"].([]any)[participant].(map[string]any)["until"] = until
		}
	}
	if raw, err = json.Marshal(all); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

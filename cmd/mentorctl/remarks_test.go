package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is done all the same is remarked on: a meeting that begins in the past, and a second person of one name.
func TestRemarks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	do := func(lang string, args ...string) (out, line string) {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-26T12:00:00Z", "--lang", lang}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		return out, line
	}
	do("en", "new", "Nora Falk", "--zone", "Europe/Berlin")
	person, line := do("en", "people", "add", "Mei Tanaka", "--email", "mei@tanaka.example")
	if line != "" {
		t.Errorf("the first of a name: %q", line)
	}
	person, _, _ = strings.Cut(person, " ")
	rel, _ := do("en", "relationships", "add", person, "--as", "mentor")
	rel, _, _ = strings.Cut(rel, " ")
	for lang, part := range says("called Mei Tanaka too", "зовут так же, Mei Tanaka") {
		if _, line := do(lang, "people", "add", "Tanaka Mei"); !strings.Contains(line, part) {
			t.Errorf("another of the name: %q", line)
		}
	}
	for lang, part := range says("This time has passed", "Это время") {
		if _, line := do(lang, "plan", rel, "--start", "2020-12-11T10:00", "--title", "long ago "+lang); !strings.Contains(line, part) {
			t.Errorf("planned for the past: %q", line)
		}
	}
	if _, line := do("en", "plan", rel, "--start", "2020-12-11T10:00", "--repeat", "yearly", "--times", "3"); !strings.Contains(line, "This time has passed") {
		t.Errorf("a series that begins in the past: %q", line)
	}
	ahead, line := do("en", "plan", rel, "--start", "2026-11-26T14:00")
	if line != "" {
		t.Errorf("planned for what is to come: %q", line)
	}
	ahead, _, _ = strings.Cut(ahead, " ")
	if _, line := do("en", "move", ahead, "--start", "2026-11-26T09:00"); !strings.Contains(line, "This time has passed") {
		t.Errorf("moved into the past: %q", line)
	}
	if code, _, line := ctl(t, "-w", file, "--lang", "en", "plan", rel, "--start", "2026-12-11T10:00", "--title", "photo \u202Egpj.exe"); code != exitRefused || !strings.Contains(line, "characters that cannot be saved") {
		t.Errorf("a title that turns: exit %d, %q", code, line)
	}
}

// An export replaces an older export, and nothing else; and what it holds null in is not taken back.
func TestExportReplacesExportsAlone(t *testing.T) {
	dir := t.TempDir()
	file, to, foreign := filepath.Join(dir, "w"), filepath.Join(dir, "all.json"), filepath.Join(dir, "package.json")
	if code, _, line := ctl(t, "-w", file, "--now", "2026-11-26T12:00:00Z", "demo"); code != exitDone {
		t.Fatal(line)
	}
	for range 2 {
		if code, _, line := ctl(t, "-w", file, "export", to); code != exitDone {
			t.Fatal(line)
		}
	}
	if err := os.WriteFile(foreign, []byte(`{"name":"mentorbook"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, line := ctl(t, "-w", file, "--lang", "en", "export", foreign); code != exitRefused || !strings.Contains(line, "already exists") {
		t.Errorf("over a foreign file: exit %d, %q", code, line)
	}
	if kept, err := os.ReadFile(foreign); err != nil || string(kept) != `{"name":"mentorbook"}` {
		t.Errorf("the foreign file: %q, %v", kept, err)
	}
	whole, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	for field, pair := range map[string][2]string{
		"created": {`"created":"`, `"created":null,"x":"`},
		"link":    {`"link":"https://meet.example/amina"`, `"link":null`},
		"rev":     {`"device":"mentorctl"`, `"device":null`},
	} {
		text := strings.Replace(string(whole), pair[0], pair[1], 1)
		if field == "created" {
			head, rest, _ := strings.Cut(string(whole), `"created":"`)
			_, tail, _ := strings.Cut(rest, `"`)
			text = head + `"created":null` + tail
		}
		if text == string(whole) {
			t.Fatalf("%s is not in the export", field)
		}
		bad := filepath.Join(dir, field+".json")
		if err := os.WriteFile(bad, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, line := ctl(t, "-w", filepath.Join(dir, "new-"+field), "--lang", "en", "import", bad)
		if code != exitRefused || !strings.Contains(strings.ToLower(line), "): "+field+": ") || !strings.Contains(line, "a different kind") {
			t.Errorf("%s is null: exit %d, %q", field, code, line)
		}
	}
}

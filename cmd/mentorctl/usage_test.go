package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// ctl runs one command line as the program does.
func ctl(t *testing.T, args ...string) (code int, out, complaints string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.WithoutCancel(t.Context()), args, &o, &e)
	return code, o.String(), e.String()
}

// foreign is what a line in a language must not hold: letters of the other alphabet, or the words in which the
// readers of the command line would say it.
func foreign(lang string) *regexp.Regexp {
	if lang == "en" {
		return regexp.MustCompile(`[А-Яа-яё]`)
	}
	return regexp.MustCompile(`^mentorctl: [^А-Яа-яё]*$|(?i)\b(unknown|flag|shorthand|invalid|arguments?|accepts|requires?|received|needs|usage|wrong|no|not|such|for|is|of|syntax|parsing)\b`)
}

// TestWrongUsage holds for every way to call the program wrongly: exit code 2, one line on stderr, nothing on
// stdout, no file made, and all words in the user's language, wherever on the line it was named.
func TestWrongUsage(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "none.mentorbook")
	for name, args := range map[string][]string{
		"command":       {"nothing"},
		"subcommand":    {"people", "nothing"},
		"no subcommand": {"people"},
		"help topic":    {"help", "nothing"},
		"option":        {"list", "people", "--nothing"},
		"letter":        {"list", "people", "-x"},
		"empty option":  {"list", "people", "--from"},
		"option form":   {"list", "people", "--=x"},
		"number":        {"demo", "--relationships", "many"},
		"negative":      {"demo", "--relationships", "-1"},
		"huge":          {"demo", "--relationships", "99999999999"},
		"huge meetings": {"demo", "--relationships", "1", "--meetings", "99999999999", "--actions", "99999999999"},
		"switch":        {"list", "people", "--json=perhaps"},
		"too few":       {"show", "meeting"},
		"too many":      {"list", "people", "goals"},
		"kind of list":  {"list", "nothing"},
		"kind":          {"show", "nothing", "1"},
		"date":          {"list", "meetings", "--from", "31.02.2026"},
		"dates":         {"list", "meetings", "--from", "2026-02-02", "--to", "2026-02-01"},
		"side":          {"demo", "--as", "guest"},
		"method":        {"invite", "1", "--method", "shout", "-o", "x.ics"},
		"no output":     {"invite", "1"},
		"no start":      {"plan", "1"},
		"start":         {"move", "1", "--start", "tomorrow"},
		"length":        {"plan", "1", "--start", "2026-12-10T16:00", "--minutes", "-5"},
		"off":           {"cancel", "1", "--occurrence", "2026-12-10T16:00", "--from", "2026-12-10"},
		"audience":      {"report", "1", "--audience", "press", "--from", "2026-01-01", "--to", "2026-02-01", "-o", "x.pdf"},
		"no period":     {"report", "1", "-o", "x.pdf"},
		"table":         {"import-table", "people", "x.csv"},
		"columns":       {"import-table", "goals", "x.csv", "--columns", "title"},
		"now":           {"list", "people", "--now", "whenever"},
		"backup":        {"backup", "a", "b"},
	} {
		for _, lang := range []string{"en", "ru"} {
			t.Run(name+" "+lang, func(t *testing.T) {
				code, out, line := ctl(t, append(append([]string{"-w", file}, args...), "--lang", lang)...)
				if name == "empty option" { // it swallows what follows it
					code, out, line = ctl(t, append([]string{"-w", file, "--lang", lang}, args...)...)
				}
				if code != exitUsage || out != "" || strings.Count(line, "\n") != 1 || !strings.HasPrefix(line, "mentorctl: ") {
					t.Errorf("exit %d, stdout %q, stderr %q", code, out, line)
				}
				if found := foreign(lang).FindString(line); found != "" {
					t.Errorf("not all in %s: %q in %q", lang, found, line)
				}
			})
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
	if code, _, line := ctl(t, "--lang", "de", "list", "people"); code != exitUsage || strings.Count(line, "\n") != 1 {
		t.Errorf("a language that is none: exit %d, %q", code, line)
	}
}

// TestHelp holds that every command and every option has words of its own in both languages.
func TestHelp(t *testing.T) {
	var walk func(c *cobra.Command, path []string)
	for _, lang := range []string{"en", "ru"} {
		walk = func(c *cobra.Command, path []string) {
			code, out, complaints := ctl(t, append(append([]string{"--lang", lang}, path...), "--help")...)
			if code != exitDone || complaints != "" || strings.Contains(out, "ctl.") {
				t.Errorf("%s %v: exit %d, %q, stdout %s", lang, path, code, complaints, out)
			}
			c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
				if f.Name != "help" && !strings.Contains(out, "--"+f.Name+" ") {
					t.Errorf("%s %v: does not tell of --%s", lang, path, f.Name)
				}
			})
			for _, sub := range c.Commands() {
				walk(sub, append(append([]string{}, path...), sub.Name()))
			}
		}
		walk((&app{}).root(), nil)
	}
	_, long, _ := ctl(t, "--lang", "ru", "people", "import", "--help")
	if _, short, _ := ctl(t, "--lang", "ru", "help", "people", "import"); short != long || !strings.Contains(long, "Вызов: mentorctl people import FILE.vcf|FILE.csv") {
		t.Errorf("help people import: %q, not %q", short, long)
	}
}

// A value that no workspace would take is wrong usage, whether the command line or the planner finds that out, and names its
// field; what there is in the way is a refusal.
func TestValuesThatNoWorkspaceTakes(t *testing.T) {
	w := newTokyo(t)
	plan := func(more ...string) []string {
		return append([]string{"plan", w.rel, "--start", "2026-12-11T10:00"}, more...)
	}
	if err := os.WriteFile("f.ics", []byte("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code   int
		args   []string
		en, ru string
	}{
		{exitUsage, plan("--zone", "Mars/Base"), "Time zone: “Mars/Base”", "Часовой пояс: «Mars/Base»"},
		{exitUsage, plan("--repeat", "weekly", "--zone", "Mars/Base"), "Time zone: “Mars/Base”", "Часовой пояс: «Mars/Base»"},
		{exitUsage, plan("--repeat", "SECONDLY"), "“SECONDLY”", "«SECONDLY»"},
		{exitUsage, plan("--repeat", "FREQ=SECONDLY"), "“FREQ=SECONDLY”", "«FREQ=SECONDLY»"},
		{exitUsage, plan("--repeat", "weekly", "--until", "2026-12-10"), "the last day must not be earlier than the first meeting", "последний день не может быть раньше первой встречи"},
		{exitUsage, plan("--repeat", "FREQ=WEEKLY;UNTIL=20261201"), "the last day must not be earlier", "последний день не может быть раньше"},
		{exitUsage, plan("--link", "nowhere"), "Link: “nowhere”", "Ссылка: «nowhere»"},
		{exitUsage, []string{"calendar", "import", "--zone", "Head office=Mars/Base", "f.ics"}, "“Mars/Base”", "«Mars/Base»"},
		{exitUsage, []string{"people", "add", "Zoe", "--email", "zoe"}, "“zoe” is not an e-mail address", "«zoe»"},
		{exitRefused, plan("--link", "nowhere", "--title", "photo \u202egpj"), "Link: “nowhere”", "Ссылка: «nowhere»"},
		{exitRefused, []string{"move", "ffffff", "--start", "2026-12-11T10:00", "--zone", "Mars/Base"}, "ffffff", "ffffff"},
	} {
		for lang, part := range says(c.en, c.ru) {
			code, out, line := w.do(append(c.args, "--lang", lang)...)
			if code != c.code || out != "" || !strings.Contains(strings.ToLower(line), strings.ToLower(part)) {
				t.Errorf("%v: exit %d, %q, %q", c.args, code, out, line)
			}
		}
	}
}

// A flag that says nothing is wrong usage, and names itself: a script's variable that was not set must not mean "all".
func TestFlagsThatSayNothing(t *testing.T) {
	for flag, args := range map[string][]string{
		"from":          {"list", "meetings", "--from", ""},
		"relationship":  {"list", "meetings", "--relationship", ""},
		"zone":          {"plan", "b257b9", "--start", "2026-12-11T10:00", "--zone", ""},
		"minutes":       {"plan", "b257b9", "--start", "2026-12-11T10:00", "--minutes", "0"},
		"times":         {"plan", "b257b9", "--start", "2026-12-11T10:00", "--repeat", "weekly", "--times", "0"},
		"every":         {"plan", "b257b9", "--start", "2026-12-11T10:00", "--repeat", "weekly", "--every", "0"},
		"relationships": {"demo", "--relationships", "0"},
		"meetings":      {"demo", "--meetings", "4", "--actions", "2"},
		"workspace":     {"-w", "", "list", "people"},
	} {
		for _, lang := range []string{"en", "ru"} {
			code, out, line := ctl(t, append([]string{"--lang", lang}, args...)...)
			if code != exitUsage || out != "" || !strings.Contains(line, "--"+flag) {
				t.Errorf("%v: exit %d, %q, %q", args, code, out, line)
			}
			oneLine(t, line, false)
		}
	}
}

// Somebody new under an address of another is made, and said; a name that cannot be kept is refused.
func TestPeopleAreAddedWithOpenEyes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	for _, lang := range []string{"en", "ru"} {
		code, out, line := ctl(t, "-w", file, "--lang", lang, "people", "add", "Ann "+lang, "--email", "Amina.Yusuf@kijani.example")
		if code != exitDone || !strings.Contains(out, "Ann") || !strings.Contains(line, "Amina Yusuf") {
			t.Errorf("exit %d, %q, %q", code, out, line)
		}
	}
	if code, _, line := ctl(t, "-w", file, "people", "add", "Ann", "--email", "ann@new.example"); code != exitDone || line != "" {
		t.Errorf("exit %d, %q", code, line)
	}
	for _, name := range []string{"\xff\xfe\xfd", "a\nb", " "} {
		if code, _, line := ctl(t, "-w", file, "people", "add", name); code != exitRefused || line == "" {
			t.Errorf("%q: exit %d, %q", name, code, line)
		}
	}
}

// What the owner calls a relationship of two is nobody else's to read: invitations name who meets.
func TestAnOwnNameStaysAtHome(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "w")
	must := func(args ...string) string {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-23T12:20:00Z"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		id, _, _ := strings.Cut(out, " ")
		return id
	}
	must("new", "Nora Falk", "--email", "nora@falk.example", "--zone", "Europe/Berlin")
	mei := must("people", "add", "Mei Tanaka", "--email", "mei@tanaka.example")
	rel := must("relationships", "add", mei, "--as", "mentor", "--name", "difficult, may quit")
	meeting := must("plan", rel, "--start", "2026-12-11T10:00")
	series := must("plan", rel, "--start", "2026-12-12T10:00", "--repeat", "weekly", "--times", "3")
	for name, id := range map[string]string{"one.eml": meeting, "one.ics": meeting, "all.ics": series} {
		out := filepath.Join(dir, name)
		must("invite", id, "--method", "request", "-o", out)
		raw, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if text := readable(t, raw); strings.Contains(text, "difficult") || !strings.Contains(text, "Mei Tanaka") {
			t.Errorf("%s says %q", name, text)
		}
	}
}

// A large sample is the same one whenever it is asked for in the same words, its workspace's id too.
func TestALargeSampleIsTheSameAgain(t *testing.T) {
	var all []string
	for _, name := range []string{"a", "b"} {
		file := filepath.Join(t.TempDir(), name)
		code, _, line := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo", "--relationships", "5", "--seed", "3")
		if code != exitDone {
			t.Fatal(line)
		}
		all = append(all, whole(t, file))
	}
	if all[0] != all[1] {
		t.Error("two exports differ")
	}
}

// readable gives a message with its parts decoded, unfolded.
func readable(t *testing.T, raw []byte) string {
	t.Helper()
	var out strings.Builder
	for _, part := range strings.Split(strings.ReplaceAll(string(raw), "\r\n", "\n"), "\n\n") {
		if plain, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(strings.SplitN(part, "\n--", 2)[0], "\n", "")); err == nil {
			out.Write(plain)
			continue
		}
		out.WriteString(part)
	}
	return strings.NewReplacer("\r\n ", "", "\n ", "").Replace(out.String())
}

// TestShowTellsItsKinds holds that "show" takes the words that "list" has, for one and for many, and that its refusal
// names each word once, in order.
func TestShowTellsItsKinds(t *testing.T) {
	names := kindNames()
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("not in order, or twice: %q", names)
	}
	for _, word := range append(names, "template", "checklist") {
		if _, err := kindsOf(word); err != nil {
			t.Errorf("%s: %v", word, err)
		}
	}
	one, err1 := kindsOf("template")
	many, err2 := kindsOf("templates")
	if err1 != nil || err2 != nil || !slices.Equal(one, many) {
		t.Errorf("template is %q, templates %q", one, many)
	}
	code, _, complaint := ctl(t, "show", "nothing", "1")
	if code != 2 || strings.Count(complaint, "series") != 1 || !strings.Contains(complaint, "template, templates") {
		t.Errorf("%d: %s", code, complaint)
	}
}

package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// refused runs a command line in both languages: it must end with a code, and say each part in its one line.
func refused(t *testing.T, file string, code int, args []string, english, russian string) {
	t.Helper()
	for lang, part := range says(english, russian) {
		got, _, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-26T12:00:00Z", "--lang", lang}, args...)...)
		if got != code || !strings.Contains(line, part) {
			t.Errorf("%v: exit %d, %q; want %d and %q", args, got, line, code, part)
		}
	}
}

// Figures that no command can do anything with are refused with what is possible.
func TestFiguresAreTold(t *testing.T) {
	plan := []string{"plan", "1", "--start", "2026-12-11T10:00"}
	for _, c := range []struct {
		args             []string
		english, russian string
	}{
		{append(plan, "--minutes", "0"), "--minutes takes a number from 1 to 10,080", "--minutes принимает число от 1 до 10\u00a0080"},
		{append(plan, "--minutes", "99999999999"), "--minutes takes a number from 1 to 10,080", "--minutes принимает"},
		{append(plan, "--repeat", "weekly", "--times", "0"), "--times takes a number from 2 to 1000", "--times принимает число от 2"},
		{append(plan, "--repeat", "weekly", "--every", "99999999999"), "--every takes a number from 1 to", "--every принимает"},
		{[]string{"free", "1", "--minutes", "30", "--days", "0"}, "--days takes a number from 1 to 366", "--days принимает"},
		{[]string{"free", "1", "--minutes", "4"}, "--minutes takes a number from 5 to 1440", "--minutes принимает число от 5"},
		{[]string{"demo", "--relationships", "0"}, "--relationships takes a number from 1 to", "--relationships принимает"},
		{[]string{"demo", "--relationships", "100000", "--meetings", "100"}, "at most 5,000,000 records", "не более"},
		{[]string{"close", "1", "--useful", "8"}, "--useful takes a number from 1 to 7", "--useful принимает число от 1 до 7"},
		{[]string{"relationships", "add", "1", "--as", "mentor", "--cadence", "367"}, "--cadence takes a number from 1 to 366", "--cadence принимает"},
	} {
		english, russian := strings.ReplaceAll(c.english, "\u00a0", " "), strings.ReplaceAll(c.russian, "\u00a0", " ")
		refused(t, filepath.Join(t.TempDir(), "w"), exitUsage, c.args, english, russian)
	}
}

// A word that is on no list is answered with the list.
func TestListsAreNamed(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "w")
	for _, args := range [][]string{{"demo"}, {"people", "add", "Ann Onym"}} {
		if code, _, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-26T12:00:00Z"}, args...)...); code != exitDone {
			t.Fatal(line)
		}
	}
	_, out, _ := ctl(t, "-w", file, "list", "people")
	ann := ""
	for line := range strings.Lines(out) {
		if strings.Contains(line, "Ann Onym") {
			ann, _, _ = strings.Cut(line, " ")
		}
	}
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	table := write("a.csv", "Title,Owner,Status\nx,me,weird\n")
	for _, c := range []struct {
		code             int
		args             []string
		english, russian string
	}{
		{exitUsage, []string{"people", "add", "X", "--language", "fr"}, "“fr” is not on the list: en, ru", "«fr» нет в списке: en, ru"},
		{exitUsage, []string{"relationships", "add", ann, "--as", "mentor", "--duration", "foo"}, "short, medium, long, episodic, ongoing", "нет в списке: short"},
		{exitUsage, []string{"import-table", "actions", table, "--columns", "b"}, "mentorctl: wrong usage: give each column", "mentorctl: неверный вызов: столбцы"},
		{exitUsage, []string{"import-table", "actions", table, "--columns", "foo=b"}, "it has title, owner, with", "есть поля title, owner, with"},
		{exitRefused, []string{"people", "import", write("h.vcf", "hello\n")}, "not a vCard", "не vCard"},
	} {
		refused(t, file, c.code, c.args, c.english, c.russian)
	}
	for lang, part := range says("“weird” is not on the list: open, done", "«weird» нет в списке: открыта, выполнена") {
		if _, out, _ := ctl(t, "-w", file, "--lang", lang, "import-table", "actions", table); !strings.Contains(out, part) {
			t.Errorf("a status that is none: %q", out)
		}
	}
}

// Whoever writes "me" into a table of promises means the owner, in either language.
func TestMeInATableIsTheOwner(t *testing.T) {
	dir := t.TempDir()
	file, table := filepath.Join(dir, "w"), filepath.Join(dir, "a.csv")
	if code, _, line := ctl(t, "-w", file, "--now", "2026-11-26T12:00:00Z", "demo"); code != exitDone {
		t.Fatal(line)
	}
	text := "What,Owner,With\n"
	for i, me := range []string{"me", "Me", "myself", "я", "Сам", "Maja Lindqvist", "maja@lindqvist.example", ""} {
		text += strconv.Itoa(i) + "," + me + ",Amina Yusuf\n"
	}
	text += "Elsewhere,Chen Wei,Amina Yusuf\n"
	if err := os.WriteFile(table, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, line := ctl(t, "-w", file, "--lang", "en", "--now", "2026-11-26T12:00:00Z", "import-table", "actions", table)
	if code != exitDone || !strings.Contains(out, "new 8, already here 0, skipped 1; new people 0, new relationships 0") {
		t.Errorf("exit %d, %s, %s", code, out, line)
	}
	if !strings.Contains(out, "Owner: “Chen Wei” is not in this relationship") {
		t.Errorf("who is refused is not named: %s", out)
	}
	if n := strings.Count(out, "Maja Lindqvist"); n < 8 {
		t.Errorf("%d rows are hers: %s", n, out)
	}
}

// The help of a command is asked for before its words as well as behind them.
func TestHelpBeforeTheCommand(t *testing.T) {
	_, want, _ := ctl(t, "--lang", "en", "people", "import", "-h")
	for _, args := range [][]string{{"-h", "people", "import"}, {"--help", "people", "import"}, {"people", "-h", "import"}, {"--json", "-h", "people", "import"}, {"help", "people", "import"}} {
		if code, out, line := ctl(t, append([]string{"--lang", "en"}, args...)...); code != exitDone || line != "" || out != want {
			t.Errorf("%v: exit %d, %q, %s", args, code, line, out)
		}
	}
	if _, out, _ := ctl(t, "help", "relationships", "add"); !strings.Contains(out, "--as mentor|mentee|both") {
		t.Errorf("a side is not told of: %s", out)
	}
}

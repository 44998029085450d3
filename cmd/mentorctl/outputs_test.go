package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/storage/disktest"
)

// TestOutputsThatCannotBe: what can't be written says so in the user's words, and leaves nothing behind: a file of
// another kind, a dash, a pipe that nobody reads, a full device, a folder that can only be read.
func TestOutputsThatCannotBe(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs pipes and devices")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "w")
	if code, _, e := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	pipe, device := filepath.Join(dir, "pipe.json"), filepath.Join(dir, "device.json")
	if out, err := exec.Command("mkfifo", pipe).CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	if err := os.Symlink("/dev/full", device); err != nil {
		t.Fatal(err)
	}
	dash := says("“-” cannot be used as the output", "«-» здесь не означает вывод")
	kind := says("is a different kind of file: choose one of .ics", "файл другого вида: выберите .ics")
	for _, c := range []struct {
		args []string
		code int
		says map[string]string
	}{
		{[]string{"export", "-"}, exitUsage, dash},
		{[]string{"people", "export", "-"}, exitUsage, dash},
		{[]string{"backup", "-"}, exitUsage, dash},
		{[]string{"calendar", "export", "-o", "-"}, exitUsage, dash},
		{[]string{"free", "eca68e", "--minutes", "45", "-o", "-"}, exitUsage, dash},
		{[]string{"calendar", "export", "-o", filepath.Join(dir, "c.txt")}, exitUsage, kind},
		{[]string{"free", "eca68e", "--minutes", "45", "-o", filepath.Join(dir, "c.txt")}, exitUsage, kind},
		{[]string{"export", pipe}, exitRefused, says("nothing reads from this pipe", "этот канал никто не читает")},
		{[]string{"backup", pipe}, exitRefused, says("already exists", "уже есть")},
		{[]string{"export", device}, exitRefused, says("not enough disk space", "на диске нет места")},
	} {
		for lang, part := range c.says {
			code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-23T12:20:00Z", "--lang", lang}, c.args...)...)
			if code != c.code || out != "" || !strings.Contains(strings.ToLower(line), strings.ToLower(part)) {
				t.Errorf("%v: exit %d, %q, %q", c.args, code, out, line)
			}
			oneLine(t, line, false)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestAnswersThatCannotBeWritten: an answer for which there is no room is told as such.
func TestAnswersThatCannotBeWritten(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("there is no device that is always full")
	}
	defer full.Close()
	file := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	for _, args := range [][]string{
		{"list", "people"},
		{"--json", "list", "people"},
		{"show", "person", "eca68e"},
		{"check"},
		{"help"},
		{"free", "eca68e", "--minutes", "45"},
	} {
		for lang, part := range says("no space left there", "там нет места") {
			var e bytes.Buffer
			all := append([]string{"-w", file, "--now", "2026-11-23T12:20:00Z", "--lang", lang}, args...)
			if code := run(context.WithoutCancel(t.Context()), all, full, &e); code != exitRefused || !strings.Contains(e.String(), part) {
				t.Errorf("%v: exit %d, %q", args, code, e.String())
			}
			oneLine(t, e.String(), false)
		}
	}
}

// TestFolderThatCannotBeWritten names the folder, not a file that is not there.
func TestFolderThatCannotBeWritten(t *testing.T) {
	dir := disktest.Mounted(t, "size=8m")
	file := filepath.Join(dir, "w")
	if code, _, e := ctl(t, "-w", file, "demo"); code != exitDone {
		t.Fatal(e)
	}
	if out, err := exec.Command("mount", "-o", "remount,ro", dir).CombinedOutput(); err != nil {
		t.Fatalf("remount: %v %s", err, out)
	}
	for _, args := range [][]string{
		{"-w", filepath.Join(dir, "new"), "demo"},
		{"-w", filepath.Join(dir, "deep", "er", "new"), "demo"},
		{"-w", file, "export", filepath.Join(dir, "x.json")},
		{"-w", file, "backup", filepath.Join(dir, "copy")},
	} {
		for lang, part := range says("he folder "+dir+" is read-only", "В папку "+dir+" нельзя писать") {
			code, out, line := ctl(t, append([]string{"--lang", lang}, args...)...)
			if code != exitRefused || out != "" || !strings.Contains(line, part) {
				t.Errorf("%v: exit %d, %q", args, code, line)
			}
			oneLine(t, line, false)
		}
	}
}

// TestDamageWithoutBackup says what is wrong with a damaged workspace, and where one would have looked for a backup.
func TestDamageWithoutBackup(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	if code, _, e := ctl(t, "-w", file, "--now", "2026-11-23T12:20:00Z", "demo"); code != exitDone {
		t.Fatal(e)
	}
	if err := os.Truncate(file, 64<<10); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"list", "people"}, {"check"}, {"undo"}, {"backup"}} {
		for lang, parts := range map[core.Language][]string{
			core.English: {"is damaged (the file is cut short)", "no usable backup was found", file + ".backups"},
			core.Russian: {"повреждён (файл обрезан)", "а исправной резервной копии в папке", file + ".backups"},
		} {
			code, out, line := ctl(t, append([]string{"-w", file, "--lang", string(lang)}, args...)...)
			for _, part := range parts {
				if code != exitRefused || out != "" || !strings.Contains(line, part) {
					t.Errorf("%v: exit %d, %q, want %q", args, code, line, part)
				}
			}
			oneLine(t, line, false)
		}
	}
}

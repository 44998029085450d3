package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A series that has ended is not called off after what took place of it: the guests' programs would wipe that out too. One
// whose every meeting was called off is. Days off write one message to each guest where the series went to each by themselves.
func TestWhatTookPlaceOfASeriesIsNotCalledOff(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "w")
	do := func(now string, want int, args ...string) (out, line string) {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", now}, args...)...)
		if code != want {
			t.Fatalf("%v: %d, %s", args, code, line)
		}
		return out, line
	}
	id := func(out string) string { first, _, _ := strings.Cut(out, " "); return first }
	const before, after = "2026-11-26T12:00:00Z", "2026-12-20T12:00:00Z"
	do(before, exitDone, "new", "Nora Falk", "--email", "nora@falk.example", "--zone", "Europe/Berlin")
	mei, _ := do(before, exitDone, "people", "add", "Mei Tanaka", "--email", "mei@tanaka.example")
	juan, _ := do(before, exitDone, "people", "add", "Juan Rey", "--email", "juan@rey.example")
	rel, _ := do(before, exitDone, "relationships", "add", id(mei), id(juan), "--as", "mentor", "--name", "Circle")
	series := func(letter string) string {
		out, _ := do(before, exitDone, "plan", id(rel), "--start", "2026-12-04T16:00", "--repeat", "weekly", "--times", "2", "--title", letter)
		do(before, exitDone, "invite", id(out), "--separately", "-o", filepath.Join(dir, letter+".eml"))
		return id(out)
	}
	held, off := series("held"), series("off")
	for _, start := range []string{"2026-12-04T16:00", "2026-12-11T16:00"} {
		do(before, exitDone, "cancel", off, "--occurrence", start)
	}
	if _, line := do(after, exitRefused, "invite", held, "--method", "cancel", "-o", filepath.Join(dir, "1.eml")); !strings.Contains(line, "taken place") {
		t.Errorf("%q", line)
	}
	do(after, exitDone, "invite", off, "--method", "cancel", "-o", filepath.Join(dir, "2.eml"))
	folder := filepath.Join(dir, "daysoff")
	out, _ := do(before, exitDone, "days-off", "--from", "2026-12-11", "--to", "2026-12-12", "--move-days", "1", "-o", folder)
	all, err := os.ReadDir(folder)
	if err != nil || len(all) != 2 || strings.Count(out, "request-") != 2 {
		t.Errorf("%d messages, %v:\n%s", len(all), err, out)
	}
}

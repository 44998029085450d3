package main

import (
	"strings"
	"testing"
)

// What is planned says for whom it is night and, of a series, how many of its later meetings clash; so does one that is moved.
func TestPlanningSaysWhereThereIsNoRoom(t *testing.T) {
	w := newTokyo(t)
	mei := w.made("people", "add", "Mei", "--zone", "Asia/Tokyo")
	rel := w.made("relationships", "add", mei, "--as", "mentor")
	said := func(want string, args ...string) string {
		t.Helper()
		code, out, line := w.do(args...)
		if code != exitDone || !strings.Contains(line, want) {
			t.Fatalf("%v: exit %d, %q, not %q", args, code, line, want)
		}
		id, _, _ := strings.Cut(out, " ")
		return id
	}
	said("It is 02:00 for Mei (night", "plan", rel, "--start", "2026-12-10T12:00")
	said("It is 02:00 for Mei (night", "plan", rel, "--start", "2026-12-11T12:00", "--repeat", "weekly", "--times", "2")
	said("1 later meeting within a year clashes, on 10 Dec", "plan", w.rel, "--start", "2026-12-03T12:00", "--repeat", "weekly", "--times", "3")
	id := said("", "plan", w.rel, "--start", "2026-12-02T15:00", "--repeat", "weekly", "--times", "3")
	said("2 later meetings within a year clash; the first on 10 Dec", "move", id, "--from", "2026-12-02", "--start", "2026-12-03T12:00")
}

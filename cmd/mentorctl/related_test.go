package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// TestNotesAreReadWhereTheyAreWritten closes a meeting with two notes, and finds them below it and in lists.
func TestNotesAreReadWhereTheyAreWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	must := func(args ...string) string {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--lang", "en", "--now", "2026-11-26T12:00:00Z"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		return out
	}
	id := func(out string) string {
		first, _, _ := strings.Cut(out, " ")
		return first
	}
	must("new", "Nora Falk", "--zone", "Europe/Berlin")
	rel := id(must("relationships", "add", id(must("people", "add", "Mei Tanaka")), "--as", "mentor"))
	other := id(must("relationships", "add", id(must("people", "add", "Arun Patel")), "--as", "mentor"))
	meeting := id(must("plan", rel, "--start", "2026-11-26T10:00"))
	before := must("show", "--json", "meeting", meeting)
	if strings.Contains(must("show", "meeting", meeting), "Notes:") {
		t.Error("notes that nobody wrote")
	}
	must("close", meeting, "--note", "the rota is agreed\nby Friday", "--private", "tired, ask why")
	shown := must("show", "meeting", meeting)
	_, notes, ok := strings.Cut(shown, "\nNotes:\n")
	if !ok || !strings.Contains(notes, "the rota is agreed") || !strings.Contains(notes, "tired, ask why") || strings.Count(notes, "), private\n") != 1 {
		t.Errorf("below the meeting: %s", shown)
	}
	if private, _, _ := strings.Cut(notes, "tired"); !strings.Contains(private[strings.LastIndex(private, "26 November"):], "private") {
		t.Errorf("the private one is not marked: %s", notes)
	}
	keys := func(text string) int {
		t.Helper()
		var fields map[string]any
		if err := json.Unmarshal([]byte(text), &fields); err != nil {
			t.Fatal(err)
		}
		if fields["notes"] != nil {
			t.Error("a record in JSON has a field that its format does not know")
		}
		return len(fields)
	}
	if keys(must("show", "--json", "meeting", meeting)) < keys(before) {
		t.Error("fields are missing in JSON")
	}
	for args, want := range map[string]int{"": 2, "--relationship " + rel: 2, "--relationship " + other: 0, "--from 2026-11-27": 0, "--from 2026-11-26": 2} {
		all := must(append([]string{"list", "notes"}, strings.Fields(args)...)...)
		if strings.Count(all, "\n") != want || want > 0 && (!strings.Contains(all, "Mei Tanaka  private  tired") || !strings.Contains(all, "Mei Tanaka  shared   the rota")) {
			t.Errorf("list notes %s: %q", args, all)
		}
		var list []struct{ ID, Text string }
		if err := json.Unmarshal([]byte(must(append([]string{"list", "notes", "--json"}, strings.Fields(args)...)...)), &list); err != nil || len(list) != want {
			t.Errorf("list notes %s: %v, %v", args, list, err)
		}
	}
	if !strings.Contains(must("show", "note", id(must("list", "notes"))), "Who can read it") {
		t.Error("a note is not shown by the id that its list gives")
	}
}

// TestAssessmentsAreReadWithTheirSkill shows the sample's: in words below the skill, and in a list by their own date.
func TestAssessmentsAreReadWithTheirSkill(t *testing.T) {
	file := filepath.Join(t.TempDir(), "w")
	must := func(args ...string) string {
		t.Helper()
		code, out, line := ctl(t, append([]string{"-w", file, "--now", "2026-11-26T12:00:00Z"}, args...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", args, line)
		}
		return out
	}
	must("demo")
	for lang, label := range says("\nAssessments:\n  1. ", "\nОценки:\n  1. ") {
		skill, _, _ := strings.Cut(must("list", "skills"), " ")
		if shown := must("--lang", lang, "show", "skill", skill); !strings.Contains(shown, label) {
			t.Errorf("below the skill: %s", shown)
		}
	}
	rel := ""
	for line := range strings.Lines(must("--lang", "en", "list", "relationships")) {
		if strings.Contains(line, "Amina Yusuf") {
			rel, _, _ = strings.Cut(line, " ")
		}
	}
	all, hers := must("--lang", "en", "list", "assessments"), must("--lang", "en", "list", "assessments", "--relationship", rel)
	if n, m := strings.Count(all, "\n"), strings.Count(hers, "\n"); m == 0 || m >= n || !strings.Contains(hers, "Influence — Amina Yusuf") || !strings.Contains(hers, "level 1") {
		t.Errorf("%d of them, %d hers: %s", n, m, hers)
	}
	for line := range strings.Lines(must("--lang", "en", "list", "assessments", "--from", "2026-08-01")) {
		if strings.Fields(line)[1] < "2026-08-01" {
			t.Errorf("before the period: %s", line)
		}
	}
}

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/ui/uitest"
)

// The calendar is published to the chosen file, written again when changes rest, and no more once it is stopped.
// Where it cannot be written the window says so and goes on.
func TestTheCalendarIsPublished(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	path := filepath.Join(h.Dir, "mentoring.ics")
	publish := func(to string) {
		t.Helper()
		if err := h.Planner.Workspace.Change(t.Context(), func(w *core.Workspace) error {
			w.Feed = to
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	rest := func() string {
		t.Helper()
		h.Settle()
		h.Clock.Move(4 * time.Second)
		h.Settle()
		data, err := os.ReadFile(path)
		if err != nil {
			return ""
		}
		return string(data)
	}
	if got := rest(); got != "" {
		t.Fatal("publishes without being asked")
	}
	publish(path)
	before := rest()
	if !strings.Contains(before, "METHOD:PUBLISH") || strings.Contains(before, "A walk by the river") {
		t.Fatalf("%.300q", before)
	}
	rel := h.Relationship("Sara")
	day := core.NewDate(2026, 12, 1)
	if _, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel.ID, Title: "A walk by the river", Start: day.At(9, 0), End: day.At(10, 0)}); err != nil {
		t.Fatal(err)
	}
	if after := rest(); !strings.Contains(after, "A walk by the river") {
		t.Error("the new meeting is not in it")
	}
	publish(filepath.Join(h.Dir, "no", "such", "folder", "x.ics"))
	rest()
	h.Wants("The calendar file cannot be written")
	publish("")
	last := rest()
	if _, err := h.Planner.Relationships.Get(t.Context(), rel.ID); err != nil || last == "" {
		t.Fatal(err)
	}
}

// What was changed while no window was open is in the file soon after a start, and what is changed shortly before the end is in it then.
func TestThePublishedCalendarFollowsStartAndEnd(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	path := filepath.Join(h.Dir, "mentoring.ics")
	has := func(title string) bool {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return strings.Contains(string(data), title)
	}
	rel, day := h.Relationship("Sara"), core.NewDate(2026, 12, 1)
	plan := func(title string, hour int) {
		t.Helper()
		if _, err := h.Planner.Meetings.Plan(t.Context(), core.Meeting{Relationship: rel.ID, Title: title, Start: day.At(hour, 0), End: day.At(hour+1, 0)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.Planner.Workspace.Change(t.Context(), func(w *core.Workspace) error { w.Feed = path; return nil }); err != nil {
		t.Fatal(err)
	}
	plan("A walk by the river", 9)
	h.Settle()
	if has("A walk") {
		t.Fatal("changes have not rested")
	}
	h.UI.Close()
	if !has("A walk by the river") {
		t.Error("what was changed last is not in it")
	}
	plan("Tea at noon", 12) // elsewhere
	h = h.Later()
	h.Settle()
	h.Clock.Move(4 * time.Second)
	h.Settle()
	if !has("Tea at noon") {
		t.Error("what was changed meanwhile is not in it")
	}
}

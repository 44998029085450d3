//go:build linux

package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core/sample"
	"mentorbook/ui"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// watched opens a window whose goroutine is watched.
func watched(t *testing.T, opt uitest.Options) (*uitest.House, *uitest.Stopwatch) {
	t.Helper()
	w, watching := uitest.NewStopwatch(t), false
	opt.Change = func(c *ui.Config) {
		c.Dispatch, c.Planner.Store = w.Dispatch(c.Dispatch), w.Store(c.Planner.Store)
		watching = true
	}
	h := uitest.Open(t, opt)
	if !watching {
		t.Fatal("nobody watches")
	}
	return h, w
}

// sees fails where the watch does not notice the test's own look into the file.
func sees(t *testing.T, w *uitest.Stopwatch) {
	t.Helper()
	if !w.Noticed() {
		t.Error("this test's own look into the file was not noticed: the watch sees nothing")
	}
}

// While thousands of people are taken in, the window's goroutine never waits for the file, and nothing that it is
// given to do takes long: it could always paint and answer.
func TestALargeImportNeverStopsTheWindow(t *testing.T) {
	h, w := watched(t, uitest.Options{})
	const many = 3000
	var file strings.Builder
	file.WriteString("Name,E-mail,Phone,Organisation\n")
	for i := range many {
		fmt.Fprintf(&file, "Person %d,person%d@import.example,+49 30 %06d,Organisation %d\n", i, i, i, i%50)
	}
	path := filepath.Join(h.Dir, "many.csv")
	if err := os.WriteFile(path, []byte(file.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Smooth(t, "preview", slower, func() {
		w.AtOnce(func() { h.UI.Dropped([]string{path}) })
		h.Settle()
		h.Wants("Import from many.csv")
	})
	w.Smooth(t, "import", slower, func() {
		w.AtOnce(func() { h.Click("Import") })
		h.Settle()
	})
	if n := len(all(t, h)); n < many {
		t.Errorf("%d people", n)
	}
	sees(t, w)
}

// While a large workspace is looked at, reported on and written out whole, the window could always answer.
func TestALargeWorkspaceNeverStopsTheWindow(t *testing.T) {
	h, w := watched(t, uitest.Options{Large: sample.Options{Relationships: 300, Meetings: 6, Actions: 1}})
	rels, err := h.Planner.Relationships.All(t.Context())
	if err != nil || len(rels) != 300 {
		t.Fatal(err, len(rels))
	}
	sees(t, w)
	rel := rels[0].ID
	for _, to := range []shell.Route{{Screen: "today"}, {Screen: "people"}, {Screen: "plans"}, {Screen: "checklists"}, {Screen: "relationship", ID: rel}, {Screen: "reports", ID: rel}} {
		w.Smooth(t, to.Screen, slower, func() {
			w.AtOnce(func() { h.Shell.Go(to) })
			h.Settle()
		})
	}
	w.Smooth(t, "report", slower, func() {
		w.AtOnce(func() { h.Click(h.Words.T("reports.export")) })
		h.Settle()
		w.AtOnce(func() { h.Press("Enter") })
		h.Settle()
	})
	if files, err := filepath.Glob(filepath.Join(h.Dir, "*.pdf")); err != nil || len(files) != 1 {
		t.Errorf("reports written: %v, %v", files, err)
	}
	w.Smooth(t, "palette", slower, func() {
		w.AtOnce(func() { h.Press("Ctrl+K") })
		for _, letter := range "meeting" {
			w.AtOnce(func() { h.Type(string(letter)) })
			h.Settle()
		}
		w.AtOnce(func() { h.Press("Escape") })
	})
}

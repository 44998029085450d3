package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// newLab gives a quick one with the built window and an empty one; without a display the test is skipped, and
// fails in CI.
func newLab(t *testing.T) *lab {
	t.Helper()
	l := &lab{window: os.Getenv("MENTORBOOK_BIN"), folder: t.TempDir(), quick: true, say: t.Logf}
	if l.window == "" || os.Getenv("DISPLAY") == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("no built program or no display: make test provides them")
		}
		t.Skip("needs the built program and a display: make test provides them")
	}
	l.empty = filepath.Join(t.TempDir(), "emptywindow")
	if out, err := exec.Command("go", "build", "-tags=migrated_fynedo", "-o", l.empty, "./emptywindow").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return l
}

// Every row measures something on both sides, in the table and as JSON.
func TestEveryRowWorks(t *testing.T) {
	l := newLab(t)
	var out bytes.Buffer
	if err := run(t.Context(), l, "", true, &out); err != nil {
		t.Fatal(err)
	}
	var results []result
	if err := json.Unmarshal(out.Bytes(), &results); err != nil {
		t.Fatal(err)
	}
	if len(results) != len(rows()) {
		t.Fatalf("%d results of %d rows", len(results), len(rows()))
	}
	for i, r := range results {
		if row := rows()[i]; r.Name != row.name || (r.Reached != nil) != (row.aim > 0) {
			t.Errorf("row %d is %+v", i, r)
		}
		if strings.HasPrefix(r.Name, "processor") {
			continue // a window that nobody touches may use none
		}
		if r.Ours <= 0 || r.Bare <= 0 || r.Rounds == 0 || r.Low > r.High {
			t.Errorf("measured nothing: %+v", r)
		}
	}
	out.Reset()
	if err := printTable(&out, results); err != nil || strings.Count(out.String(), "\n") != len(results)+1 {
		t.Errorf("%v\n%s", err, out.String())
	}
}

// Each row says something else than the others.
func TestRowsAreToldApart(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rows() {
		if seen[r.name+r.over] {
			t.Errorf("%s over %s stands there twice", r.name, r.over)
		}
		seen[r.name+r.over] = true
	}
}

func TestMediansAndSpread(t *testing.T) {
	r := row{name: "x", over: "y", unit: "ms", aim: 1.5}
	got := r.result([]pair{{10, 10}, {20, 10}, {12, 10}, {14, 10}, {100, 50}})
	if got.Ours != 14 || got.Bare != 10 || got.Ratio != 1.4 || got.Low != 1.2 || got.High != 2 || !*got.Reached || got.Rounds != 5 {
		t.Errorf("%+v", got)
	}
	if got := r.result([]pair{{16, 10}}); *got.Reached {
		t.Errorf("1.6 reaches 1.5: %+v", got)
	}
	if got := (row{unit: "MB"}).result([]pair{{3, 0}, {5, 0}}); got.Ours != 4 || got.Ratio != 0 || got.Reached != nil {
		t.Errorf("%+v", got)
	}
}

package wire

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// update writes anew what is expected of the files.
var update = flag.Bool("update", false, "write what is expected of other programs' files anew")

// Files as Google, Outlook, Apple's programs and Thunderbird write them are read as their users expect, one after the other
// in one workspace; a second time nothing of them is new.
func TestFilesOfOtherPrograms(t *testing.T) {
	folder := filepath.Join("testdata", "programs")
	files, err := os.ReadDir(folder)
	ok(t, err)
	p := open(t)
	var b strings.Builder
	for _, file := range files {
		name := file.Name()
		if name == "expected.txt" {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(folder, name))
		ok(t, err)
		read := func() *planner.CalendarPlan {
			plan, err := p.CalendarFiles.Read(t.Context(), name, strings.NewReader(string(raw)), planner.CalendarAsBoth)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return plan
		}
		plan := read()
		fmt.Fprintf(&b, "%s\n", name)
		for _, s := range plan.Steps {
			fmt.Fprintf(&b, "  %s %s %s %s %q%s%s\n", s.Does, s.As, s.Start, s.Zone, s.Title, flags(s), core.CodeOf(s.Err))
		}
		for _, f := range plan.Findings {
			if f.Lost {
				fmt.Fprintf(&b, "  lost %s %s\n", f.Flaw, f.Value)
			}
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		if again := read(); again.New+again.Changed > 0 {
			t.Errorf("%s a second time: %s", name, sums(again))
		}
	}
	for _, uid := range []string{"1abcdefghijklmnop@google.com", "040000008200E00074C5B7101A82E00800000000SERIES5"} {
		fmt.Fprintf(&b, "%s\n  %s\n", uid, starts(t, p, seriesByUID(t, p, uid).ID))
	}
	path := filepath.Join(folder, "expected.txt")
	if *update {
		ok(t, os.WriteFile(path, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(path)
	ok(t, err)
	if got := b.String(); got != string(want) {
		t.Errorf("\n%s\nnot\n%s", got, want)
	}
}

func flags(s planner.CalendarStep) string {
	out := " "
	if s.AllDay {
		out += "whole days "
	}
	if s.Off {
		out += "off "
	}
	return out
}

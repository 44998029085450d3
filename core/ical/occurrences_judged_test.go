package ical

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

// listedBy gives the occurrences of a file as the command line prints them.
func listedBy(t *testing.T, raw []byte, from, to string) ([]icaltest.Listed, []core.Finding) {
	t.Helper()
	list, findings, err := Occurrences(t.Context(), bytes.NewReader(raw), at(from+"T00:00:00Z"), at(to+"T00:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	var out []icaltest.Listed
	for _, o := range list {
		out = append(out, icaltest.Listed{Start: o.Start.Format("20060102T150405Z"), UID: o.UID, Summary: o.Summary})
	}
	return out, findings
}

// foreign gives the files written in the manner of other programs.
func foreign(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/foreign/*.ics")
	if err != nil || len(files) < 7 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	return files
}

const foreignFrom, foreignTo = "2026-01-01", "2027-01-01"

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestForeignFiles(t *testing.T) {
	for _, file := range foreign(t) {
		got, findings := listedBy(t, readFile(t, file), foreignFrom, foreignTo)
		if len(findings) > 0 {
			t.Errorf("%s: %v", file, findings)
		}
		var b strings.Builder
		for _, o := range got {
			fmt.Fprintf(&b, "%s\t%s\t%s\n", o.Start, o.UID, o.Summary)
		}
		golden := strings.TrimSuffix(file, ".ics") + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff(string(readFile(t, golden)), b.String()); d != "" {
			t.Errorf("%s (-expected +listed):\n%s", file, d)
		}
	}
}

// wrongJudge is an occurrence that a judge lists or leaves out, and why it is wrong.
type wrongJudge struct{ file, start, uid, why string }

// khalIsWrong says where khal does not follow the standard.
func khalIsWrong() []wrongJudge {
	return []wrongJudge{
		{"dates-only.ics", "20260304T080000Z", "off-the-pattern@planner.example", "the start is always the first instance (RFC 5545 3.8.5.3)"},
	}
}

func withoutWrong(list []icaltest.Listed, file string, wrong []wrongJudge) []icaltest.Listed {
	return slices.DeleteFunc(slices.Clone(list), func(l icaltest.Listed) bool {
		return slices.ContainsFunc(wrong, func(w wrongJudge) bool {
			return w.file == filepath.Base(file) && w.uid == l.UID && w.start == l.Start
		})
	})
}

func TestPythonListsTheSameOfForeignFiles(t *testing.T) {
	judges := icaltest.Start(t)
	files := foreign(t)
	found, err := judges.Occurrences(foreignFrom, foreignTo, files...)
	if err != nil {
		t.Fatal(err)
	}
	for i, file := range files {
		if found[i].Refused != "" {
			t.Errorf("%s: %s", file, found[i].Refused)
			continue
		}
		got, _ := listedBy(t, readFile(t, file), foreignFrom, foreignTo)
		if d := cmp.Diff(found[i].Occurrences, got); d != "" {
			t.Errorf("%s (-python +ours):\n%s", file, d)
		}
	}
}

func TestPythonListsTheSameOfOurs(t *testing.T) {
	judges := icaltest.Start(t)
	all := slices.DeleteFunc(situations(), func(s situation) bool { return !s.python })
	files := written(t, all)
	found, err := judges.Occurrences("2026-01-01", "2029-01-01", files...)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		got, findings := listedBy(t, readFile(t, files[i]), "2026-01-01", "2029-01-01")
		if len(findings) > 0 || len(got) != 1 {
			t.Errorf("%s: %d occurrences, findings %v", s.name, len(got), findings)
		}
		if d := cmp.Diff(found[i].Occurrences, got); d != "" {
			t.Errorf("%s (-python +ours):\n%s", s.name, d)
		}
	}
}

func TestKhalListsTheSameOfForeignFiles(t *testing.T) {
	judges := icaltest.Start(t)
	for _, file := range foreign(t) {
		found, err := judges.ImportAll(foreignFrom, foreignTo, file)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		var want []icaltest.Listed
		for _, f := range found {
			start := strings.NewReplacer("-", "", ":", "").Replace(f.Start)
			if len(start) == 8 {
				start += "T0000"
			}
			want = append(want, icaltest.Listed{Start: start + "00Z", UID: f.UID, Summary: f.Title})
		}
		sortListed(want)
		got, _ := listedBy(t, readFile(t, file), foreignFrom, foreignTo)
		sortListed(got)
		wrong := khalIsWrong()
		if d := cmp.Diff(withoutWrong(want, file, wrong), withoutWrong(got, file, wrong)); d != "" {
			t.Errorf("%s (-khal +ours):\n%s", file, d)
		}
	}
}

func sortListed(list []icaltest.Listed) {
	slices.SortFunc(list, func(a, b icaltest.Listed) int {
		return strings.Compare(a.Start+"\x00"+a.UID, b.Start+"\x00"+b.UID)
	})
}

// A rule within the day counts by the clock on the wall: an hour that the clock skips is read as any time that it skips
// (RFC 5545 3.3.10, 3.3.5), an hour later by the clock, and is there beside the occurrence of that hour. They are two,
// with original starts of their own, and the COUNT of the rule has both: what RFC 5545 3.8.5.3 calls duplicates comes of
// a rule and of dates beside it. Python lists the same.
func TestHoursAcrossTheSkippedHour(t *testing.T) {
	judges := icaltest.Start(t)
	text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n"
	for uid, rule := range map[string]string{"hourly": "FREQ=HOURLY;COUNT=6", "half": "FREQ=MINUTELY;INTERVAL=30;COUNT=8", "daily": "FREQ=DAILY;BYHOUR=1,2,3,4;COUNT=9"} {
		text += "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=America/New_York:20260308T013000\r\nDURATION:PT15M\r\nSUMMARY:" + uid +
			"\r\nRRULE:" + rule + "\r\nEND:VEVENT\r\n"
	}
	file := filepath.Join(t.TempDir(), "hours.ics")
	if err := os.WriteFile(file, []byte(text+"END:VCALENDAR\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	found, err := judges.Occurrences("2026-03-01", "2026-04-01", file)
	if err != nil {
		t.Fatal(err)
	}
	got, findings := listedBy(t, readFile(t, file), "2026-03-01", "2026-04-01")
	if d := cmp.Diff(found[0].Occurrences, got); d != "" || len(findings) > 0 || len(got) != 6+8+9 {
		t.Errorf("%d, %v (-python +ours):\n%s", len(got), findings, d)
	}
}

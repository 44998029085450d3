package main

import (
	"os"
	"strings"
	"testing"
)

// tokyo is the workspace of an owner whose clock shows New York's day while their meetings are planned in Tokyo.
type tokyo struct {
	t   *testing.T
	rel string
}

func newTokyo(t *testing.T) *tokyo {
	t.Chdir(t.TempDir())
	w := &tokyo{t: t}
	w.run("new", "Ann", "--email", "ann@example.com", "--zone", "America/New_York")
	w.rel = w.made("relationships", "add", w.made("people", "add", "Bob", "--email", "bob@example.org"), "--as", "mentor")
	return w
}

func (w *tokyo) do(args ...string) (code int, out, line string) {
	w.t.Helper()
	return ctl(w.t, append([]string{"-w", "w", "--lang", "en", "--now", "2026-11-24T14:00:00Z"}, args...)...)
}

func (w *tokyo) run(args ...string) string {
	w.t.Helper()
	code, out, line := w.do(args...)
	if code != exitDone {
		w.t.Fatalf("%v: %s%s", args, out, line)
	}
	return out
}

func (w *tokyo) made(args ...string) string { return strings.Fields(w.run(args...))[0] }

// days gives when the planned meetings of December are listed.
func (w *tokyo) days() string {
	w.t.Helper()
	var out []string
	for line := range strings.Lines(w.run("list", "meetings", "--from", "2026-12-01", "--to", "2027-01-01")) {
		if f := strings.Fields(line); strings.Contains(line, "planned") {
			out = append(out, strings.TrimPrefix(f[1], "2026-12-")+" "+f[2])
		}
	}
	return strings.Join(out, ", ")
}

// TestFromIsADayOfTheOwners: a day that is typed is one on which meetings are listed, whatever zone they were planned in.
func TestFromIsADayOfTheOwners(t *testing.T) {
	const all = "03 19:00–19:45, 10 19:00–19:45, 17 19:00–19:45"
	for _, c := range []struct{ does, from, days string }{
		{"cancel", "2026-12-11", "03 19:00–19:45, 10 19:00–19:45"},
		{"cancel", "2026-12-10", "03 19:00–19:45"},
		{"cancel", "2026-12-09", "03 19:00–19:45"},
		{"cancel", "2026-12-03", ""},
		{"move", "2026-12-10", "03 19:00–19:45, 10 20:00–20:45, 17 20:00–20:45"},
	} {
		w := newTokyo(t)
		id := w.made("plan", w.rel, "--start", "2026-12-04T09:00", "--minutes", "45", "--zone", "Asia/Tokyo", "--repeat", "weekly", "--times", "3")
		if got := w.days(); got != all {
			t.Fatal(got)
		}
		args := []string{c.does, id, "--from", c.from}
		if c.does == "move" {
			args = append(args, "--start", c.from+"T20:00")
		}
		w.run(args...)
		if got := w.days(); got != c.days {
			t.Errorf("%s --from %s: %q", c.does, c.from, got)
		}
		w.run("check")
	}
	w := newTokyo(t)
	id := w.made("plan", w.rel, "--start", "2026-12-04T09:00", "--zone", "Asia/Tokyo", "--repeat", "weekly", "--times", "3")
	if code, _, line := w.do("move", id, "--from", "2026-12-11", "--start", "2026-12-11T20:00"); code == exitDone || !strings.Contains(line, "2026-12-11") {
		t.Errorf("moved from a day without a meeting: %q", line)
	}
}

// TestOccurrenceByTheOwnersClock: a start that is one meeting's by the owner's clock and another's by the series' is the
// first's; where the owner's has none, the series' own is taken.
func TestOccurrenceByTheOwnersClock(t *testing.T) {
	const both = "FREQ=DAILY;BYHOUR=2,16;COUNT=4" // in New York: 12:00 the day before, and 02:00
	for _, c := range []struct{ rule, start, occurrence, gone string }{
		{both, "2026-12-04T02:00", "2026-12-04T02:00", "04 02:00"},
		{both, "2026-12-04T02:00", "2026-12-04T16:00", "04 02:00"},
		{both, "2026-12-04T02:00", "2026-12-03", "03 12:00"},
		{"FREQ=DAILY;BYHOUR=0,20;COUNT=4", "2026-12-04T00:00", "2026-12-03", "03 10:00"},
		{"FREQ=WEEKLY;COUNT=2", "2026-12-04T09:00", "2026-12-04", "03 19:00"},
		{"FREQ=DAILY;COUNT=2", "2026-12-04T09:00", "2026-12-04", "04 19:00"},
		{"FREQ=DAILY;COUNT=2", "2026-12-04T09:00", "2026-12-05T09:00", "04 19:00"},
	} {
		w := newTokyo(t)
		id := w.made("plan", w.rel, "--start", c.start, "--minutes", "45", "--zone", "Asia/Tokyo", "--repeat", c.rule)
		before := strings.Split(w.days(), ", ")
		w.run("cancel", id, "--occurrence", c.occurrence)
		after := w.days()
		for _, day := range before {
			if gone := strings.HasPrefix(day, c.gone); gone == strings.Contains(after, day) {
				t.Errorf("%s, %s: of %q there is %q", c.rule, c.occurrence, before, after)
			}
		}
	}
}

// TestMessagesOfDaysOffAreNamedByTheOwnersDays: the file of a meeting has the day on which it is listed in its name.
func TestMessagesOfDaysOffAreNamedByTheOwnersDays(t *testing.T) {
	w := newTokyo(t)
	id := w.made("plan", w.rel, "--start", "2026-12-04T09:00", "--zone", "Asia/Tokyo")
	w.run("invite", id, "--method", "request", "-o", "r.eml")
	w.run("days-off", "--from", "2026-12-03", "--to", "2026-12-04", "-o", "out")
	files, err := os.ReadDir("out")
	if err != nil || len(files) != 1 || !strings.HasPrefix(files[0].Name(), "2026-12-03-cancel-") {
		t.Error(files, err)
	}
}

// TestCancelFromBeforeABegunSeries names a day that can be typed.
func TestCancelFromBeforeABegunSeries(t *testing.T) {
	w := newTokyo(t)
	id := w.made("plan", w.rel, "--start", "2026-11-20T09:00", "--zone", "Asia/Tokyo", "--repeat", "weekly", "--times", "5")
	code, _, line := w.do("cancel", id, "--from", "2026-11-01")
	if code != exitUsage || !strings.Contains(line, "such as --from 2026-11-24") {
		t.Errorf("exit %d, %q", code, line)
	}
	w.run("cancel", id, "--from", "2026-11-24")
	if got := w.days(); got != "" {
		t.Error(got)
	}
}

// TestDaysOffTakeInWhatRunsIntoThem: a meeting that begins on the evening before is none that can take place.
func TestDaysOffTakeInWhatRunsIntoThem(t *testing.T) {
	for _, c := range []struct {
		minutes, days string
		how           []string
	}{
		{"90", "", nil},
		{"30", "19 23:30–20", nil}, // it ends as the days begin
		{"90", "22 23:30–23", []string{"--move-days", "1"}},
	} {
		w := newTokyo(t)
		w.run("plan", w.rel, "--start", "2026-12-19T23:30", "--minutes", c.minutes)
		w.run(append([]string{"days-off", "--from", "2026-12-20", "--to", "2026-12-22"}, c.how...)...)
		got := w.days()
		if day, _, _ := strings.Cut(c.days, " "); got == "" != (day == "") || !strings.HasPrefix(got, day) {
			t.Errorf("%s %v: %q", c.minutes, c.how, got)
		}
	}
}

// TestTimesOfAListAreTheOwners: beside them stands what another clock shows, or which of two times it is where the owner's
// shows it twice.
func TestTimesOfAListAreTheOwners(t *testing.T) {
	w := newTokyo(t)
	for _, c := range []struct{ start, minutes, zone, line string }{
		{"2026-12-04T10:00", "45", "Europe/Berlin", "2026-12-04  04:00–04:45  (10:00 in Berlin)  "},
		{"2026-12-04T10:00", "45", "America/New_York", "2026-12-04  10:00–10:45  America/New_York  "},
		{"2026-12-04T10:00", "45", "America/Toronto", "2026-12-04  10:00–10:45  America/Toronto  "},
		{"2027-11-07T05:30", "30", "UTC", "2027-11-07  01:30 (UTC−4)–01:00 (UTC−5)  (05:30 in UTC)  "},
		{"2027-11-07T06:30", "60", "UTC", "2027-11-07  01:30 (UTC−5)–02:30  (06:30 in UTC)  "},
	} {
		if got := w.run("plan", w.rel, "--start", c.start, "--minutes", c.minutes, "--zone", c.zone); !strings.Contains(got, c.line) {
			t.Errorf("%s %s: %s", c.start, c.zone, got)
		}
	}
}

// TestSheetOfAnUntouchedOccurrence does not say when that was written: it never was.
func TestSheetOfAnUntouchedOccurrence(t *testing.T) {
	w := newTokyo(t)
	w.run("plan", w.rel, "--start", "2026-12-04T10:00", "--repeat", "weekly", "--times", "2")
	id := w.made("list", "meetings")
	if got := w.run("show", "meeting", id); strings.Contains(got, "Created") || strings.Contains(got, "Last changed") {
		t.Error(got)
	}
	w.run("rename", id, "--title", "First")
	if got := w.run("show", "meeting", id); !strings.Contains(got, "Created: 24 November 2026") {
		t.Error(got)
	}
}

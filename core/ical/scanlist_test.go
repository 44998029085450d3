package ical

import (
	"strings"
	"testing"
	"time"
)

// longDates gives n times, an hour from one to the next.
func longDates(n int) string {
	first := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(first.Add(time.Duration(i) * time.Hour).Format("20060102T150405Z"))
	}
	return b.String()
}

// A list of dates may be longer than a line may be, folded or not: the event is taken with all of it.
func TestALongListOfDatesIsReadWhole(t *testing.T) {
	folds := map[string]func(string) string{
		"on one line": func(s string) string { return s },
		"folded":      func(s string) string { return string(foldLine(nil, []byte(s))) },
		"folded once": func(s string) string { return s[:len(s)/3] + "\r\n " + s[len(s)/3:] },
	}
	for how, fold := range folds {
		for _, n := range []int{3, 5_000, 70_000, maxDates} { // within a line; too long a line; within what is unfolded; beyond
			for _, name := range []string{"EXDATE", "RDATE;X-A=\"b,c:d\""} {
				text := inCalendar("DTSTART:20260101T000000Z", fold(name+":"+longDates(n)), "SUMMARY:Behind it")
				b, err := read(t.Context(), text, false, nil)
				if err != nil || len(b.findings) > 0 || len(b.events) != 1 {
					t.Fatalf("%s of %d %s: %v, %+v", name, n, how, err, b.findings)
				}
				e := b.events[0]
				have := len(e.except) + len(e.dates)
				if have != n || e.title != "Behind it" {
					t.Errorf("%s of %d %s: %d, %q", name, n, how, have, e.title)
				}
				at := e.lastDate()
				if want := time.Date(2026, 1, 1, n-1, 0, 0, 0, time.UTC); !at.Equal(want) {
					t.Errorf("%s of %d %s: the last is %v, not %v", name, n, how, at, want)
				}
			}
		}
	}
}

func (e *event) lastDate() time.Time {
	if n := len(e.except); n > 0 {
		return e.except[n-1].wall.instant()
	}
	return e.dates[len(e.dates)-1].start.wall.instant()
}

// What stands in no list that can be cut takes no more time or memory for its length.
func TestLongListsMadeToHarm(t *testing.T) {
	for name, line := range map[string]string{
		"no commas":            "EXDATE:" + strings.Repeat("x", 40<<20),
		"commas alone":         "EXDATE:" + strings.Repeat(",", 40<<20),
		"no colon":             "EXDATE;A=" + strings.Repeat("b,", 20<<20),
		"a comma now and then": "EXDATE:" + strings.Repeat(strings.Repeat("2", maxUnfolded-2)+",", 40),
		"a million folds":      "RDATE:" + strings.Repeat("\r\n 20260101T000000Z,", 1_000_000),
		"folds of nothing":     "RDATE:" + strings.Repeat("\r\n ", 5_000_000),
	} {
		text := inCalendar("DTSTART:20260101T000000Z", line, "SUMMARY:Behind it")
		began := time.Now()
		b, err := read(t.Context(), text, false, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if took := time.Since(began); took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if len(b.events)+len(b.findings) != 1 || len(b.findings) == 1 && b.findings[0].Title != "Behind it" {
			t.Errorf("%s: %d events, %+v", name, len(b.events), b.findings)
		}
	}
}

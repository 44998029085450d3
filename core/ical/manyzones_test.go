package ical

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"weak"

	"mentorbook/core"
)

// manyZones is a file of n zones that no name tells, each with a rule and an event.
func manyZones(n int, rule string) string {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\n")
	for i := range n {
		fmt.Fprintf(&b, "BEGIN:VTIMEZONE\nTZID:Z%d\nBEGIN:STANDARD\nDTSTART:19700101T000000\nRRULE:%s\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n", i, rule)
	}
	for i := range n {
		fmt.Fprintf(&b, "BEGIN:VEVENT\nUID:u%d@example.org\nDTSTAMP:20260101T000000Z\nDTSTART;TZID=Z%d:20261201T100000\nDURATION:PT1H\nSUMMARY:Talk\nEND:VEVENT\n", i, i)
	}
	b.WriteString("END:VCALENDAR\n")
	return strings.ReplaceAll(b.String(), "\n", "\r\n")
}

// What is kept of a file's zones is bounded for all of them together, and the file says so: some hundred zones as programs
// write them are read, and of thousands that change their clocks every day the first ones.
func TestManyZonesInOneFile(t *testing.T) {
	list := func(text string) (out []Occurrence, tooMany, lost int) {
		t.Helper()
		from := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
		out, findings, err := Occurrences(t.Context(), strings.NewReader(text), from, from.AddDate(0, 0, 1))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			if f.Flaw == core.FlawTooMany && f.Value == "VTIMEZONE" {
				tooMany++
			}
			if f.Lost {
				lost++
			}
		}
		return out, tooMany, lost
	}
	out, tooMany, lost := list(manyZones(600, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))
	if len(out) != 600 || tooMany != 0 || lost != 0 || out[0].Start.Hour() != 8 {
		t.Errorf("as programs write them: %d, too many %d, lost %d", len(out), tooMany, lost)
	}
	out, tooMany, lost = list(manyZones(3_000, "FREQ=DAILY"))
	if len(out) < 100 || len(out) > 1_000 || tooMany != 1 || lost != 3_000-len(out) {
		t.Errorf("of every day: %d, too many %d, lost %d", len(out), tooMany, lost)
	}
	again := strings.Repeat(manyZones(300, "FREQ=DAILY"), 10) // ten calendars in one file
	if out, tooMany, _ = list(again); len(out) > 1_000 || tooMany != 1 {
		t.Errorf("of ten calendars: %d, too many %d", len(out), tooMany)
	}
}

// Lint looks at as many zones as are read, needs time in proportion to them, and takes the others for described.
func TestLintOfManyZones(t *testing.T) {
	found := linted(t, manyZones(maxZones+1_000, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))
	if len(found) != 1 || found[0].Flaw != core.FlawTooMany || found[0].Value != "VTIMEZONE" {
		t.Errorf("%d found, %+v", len(found), found[:min(3, len(found))])
	}
}

// A line of thousands of parameters is looked through once for each, and not to its end each time.
func TestManyParameters(t *testing.T) {
	l := contentLine{}
	l.cut("ATTENDEE" + strings.Repeat(";X-A=b", 9_000) + `;CN="A; B":mailto:a@example.org`)
	n := 0
	for range l.eachParam {
		n++
	}
	if n != 9_001 || l.param("CN") != "A; B" || l.value != "mailto:a@example.org" {
		t.Errorf("%d, %q, %q", n, l.param("CN"), l.value)
	}
}

// The file is read a second time for its changed occurrences: what was made of it for the rest of lint is garbage then, so
// that the file does not stand in memory twice.
func TestLintHoldsAFileOnce(t *testing.T) {
	text := strings.ReplaceAll(manyZones(10, "FREQ=DAILY"), "SUMMARY", "RECURRENCE-ID:20261201T080000Z\r\nSUMMARY")
	l := &linter{properties: knownProperties(), parameterRules: parameterRules()}
	roots := l.tree(t.Context(), text)
	first := weak.Make(roots[0].children[len(roots[0].children)-1])
	changed := changedIn(roots)
	clear(roots)
	runtime.GC()
	if first.Value() != nil || len(changed) != 10 {
		t.Errorf("%d changed occurrences hold what was read", len(changed))
	}
	runtime.KeepAlive(changed)
	runtime.KeepAlive(l)
}

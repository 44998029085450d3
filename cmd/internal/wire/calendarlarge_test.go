package wire

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"mentorbook/core/planner"
)

// What the plan of a large calendar holds is the file and little more: a hundred thousand events are to fit in less than
// 300 MB, with all that the program is besides.
func TestThePlanOfALargeCalendarIsSmall(t *testing.T) {
	const events, each = 10_000, 620 // octets for one event beside the file
	p := open(t)
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n")
	for i := range events {
		fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:%08d-4000@team.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Berlin:202612%02dT100000\r\nDURATION:PT1H\r\n", i, 1+i%28)
		fmt.Fprintf(&b, "SUMMARY:Talk %d\r\nLOCATION:Room %d\r\nDESCRIPTION:What happened\\, and \r\n what did not\r\n", i, i%40)
		fmt.Fprintf(&b, "ORGANIZER;CN=Nora:mailto:nora@team.example\r\nATTENDEE;CN=Dar\r\n ya:mailto:darya%d@team.example\r\n", i%500)
		if i%5 == 0 {
			b.WriteString("RRULE:FREQ=WEEKLY;COUNT=20\r\n")
		}
		b.WriteString("END:VEVENT\r\n")
	}
	b.WriteString("END:VCALENDAR\r\n")
	text := b.String()
	before := inUse()
	plan, err := p.CalendarFiles.Read(t.Context(), "team.ics", strings.NewReader(text), planner.CalendarAsBoth)
	ok(t, err)
	if plan.New != events {
		t.Fatal(sums(plan))
	}
	grown := inUse() - before
	if most := len(text) + events*each; grown > most {
		t.Errorf("the plan holds %d KB for a file of %d KB: more than %d KB", grown>>10, len(text)>>10, most>>10)
	}
	runtime.KeepAlive(plan)
}

// inUse tells how many octets are in use, garbage not counted.
func inUse() int {
	runtime.GC()
	runtime.GC()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return int(now.HeapAlloc)
}

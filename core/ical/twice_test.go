package ical

import "testing"

// A time that the clock shows twice is the first of both, wherever that is and whatever recurs at it (RFC 5545 3.3.5).
func TestATimeThatComesTwiceIsTheFirst(t *testing.T) {
	for name, c := range map[string]struct{ lines, want string }{
		"Santiago, before midnight": {"DTSTART;TZID=America/Santiago:20270403T233000\r\nDURATION:PT30M", "20270404T023000Z"},
		"Santiago, weekly":          {"DTSTART;TZID=America/Santiago:20270327T233000\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY;COUNT=3", "20270328T023000Z 20270404T023000Z 20270411T033000Z"},
		"Berlin":                    {"DTSTART;TZID=Europe/Berlin:20271031T023000\r\nDURATION:PT30M", "20271031T003000Z"},
		"New York, a date beside":   {"DTSTART;TZID=America/New_York:20271101T013000\r\nDURATION:PT30M\r\nRDATE;TZID=America/New_York:20271107T013000", "20271101T053000Z 20271107T053000Z"},
	} {
		text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n" + c.lines + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		if got := startsIn2027(t, text); got != c.want {
			t.Errorf("%s: %s, not %s", name, got, c.want)
		}
	}
}

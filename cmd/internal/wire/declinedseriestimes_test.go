package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// All of a series that the owner has declined elsewhere in a newer version, at another time, is shown and kept at the time that they
// declined: once, and also where they had declined it before.
func TestADeclinedSeriesIsAtTheTimeThatWasDeclined(t *testing.T) {
	copyOf := func(sequence, stamp, answer, times string) string {
		text := eventText("run", times+"SUMMARY:Weekly\nORGANIZER:mailto:amina.yusuf@kijani.example\nATTENDEE;PARTSTAT="+answer+":mailto:maja@lindqvist.example\nSEQUENCE:"+sequence)
		return calendarText(strings.ReplaceAll(text, "DTSTAMP:20261101", "DTSTAMP:"+stamp))
	}
	const (
		tuesdays  = "DTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"
		thursdays = "DTSTART;TZID=Africa/Nairobi:20261203T150000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY;COUNT=4\n"
		fridays   = "DTSTART;TZID=Africa/Nairobi:20261204T110000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2\n"
	)
	p := open(t)
	s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
	for _, c := range []struct{ name, text, start, shows string }{
		{"moved and declined", copyOf("2", "20261110", "DECLINED", thursdays), "2026-12-03T15:00", "12-03T15:00*cancelled"},
		{"moved and declined again", copyOf("3", "20261111", "DECLINED", fridays), "2026-12-04T11:00", "12-04T11:00*cancelled"},
		{"accepted after all", copyOf("3", "20261112", "ACCEPTED", fridays), "2026-12-04T11:00", "12-04T11:00* 12-11T11:00"},
		{"declined where it is", copyOf("4", "20261113", "DECLINED", fridays), "2026-12-04T11:00", "12-04T11:00*cancelled"},
	} {
		before := contents(t, p)
		plan := readCalendar(t, p, c.text, planner.CalendarAsBoth)
		if got := plan.Steps[0]; got.Start.String() != c.start || got.Does != planner.CalendarChanged {
			t.Errorf("%s: %s at %s", c.name, got.Does, got.Start)
		}
		ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
		now := seriesByUID(t, p, "run")
		if now.Start.String() != c.start || starts(t, p, s.ID) != c.shows {
			t.Errorf("%s: %s %s: %s", c.name, now.Start, now.Rule, starts(t, p, s.ID))
		}
		if got := take(t, p, c.text); got != same {
			t.Errorf("%s, again: %s", c.name, got)
		}
		after := contents(t, p)
		if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
			t.Errorf("%s: one undo does not take it back: %v", c.name, err)
		}
		if _, err := p.Redo(t.Context()); err != nil || contents(t, p) != after {
			t.Errorf("%s: redo: %v", c.name, err)
		}
	}
	if got := take(t, p, copyOf("1", "20261101", "DECLINED", tuesdays)); got != same || core.Civil.String(seriesByUID(t, p, "run").Start) != "2026-12-04T11:00" {
		t.Errorf("an older copy: %s", got)
	}
}

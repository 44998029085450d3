package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What its organizer says of one date of a series that the owner has changed from a date on is about the one that stands in its
// place here, in whichever part, and brings no second meeting in beside it.
func TestAMessageAboutOneDateOfAPart(t *testing.T) {
	about := func(method, day, more string) string {
		text := itip(method, eventText("run", withAmina+"SEQUENCE:2\nRECURRENCE-ID;TZID=Africa/Nairobi:202612"+day+"T100000\n"+more))
		return strings.Replace(text, "DTSTAMP:20261101", "DTSTAMP:20261124", 1)
	}
	const moved = "DTSTART;TZID=Africa/Nairobi:20261223T120000\nDURATION:PT1H"
	plain := func(day string) string { return "DTSTART;TZID=Africa/Nairobi:202612" + day + "T100000\nDURATION:PT1H" }
	for _, c := range []struct{ name, text, former, later string }{
		{"moved", about("REQUEST", "22", moved), "12-01T10:00 12-08T10:00", "12-15T11:00 12-23T12:00* 12-29T11:00"},
		{"moved, told in UTC", strings.Replace(about("REQUEST", "22", moved), ";TZID=Africa/Nairobi:20261222T100000", ":20261222T070000Z", 1), "12-01T10:00 12-08T10:00", "12-15T11:00 12-23T12:00* 12-29T11:00"},
		{"named anew at its time", about("REQUEST", "22", plain("22")), "12-01T10:00 12-08T10:00", "12-15T11:00 12-22T11:00* 12-29T11:00"},
		{"called off", about("CANCEL", "22", plain("22")+"\nSTATUS:CANCELLED"), "12-01T10:00 12-08T10:00", "12-15T11:00 12-22T10:00*cancelled 12-29T11:00"},
		{"of the former part", about("REQUEST", "08", moved), "12-01T10:00 12-23T12:00*", "12-15T11:00 12-22T11:00 12-29T11:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, ctx := open(t), t.Context()
			s := theirs(t, p, "FREQ=WEEKLY;COUNT=5")
			var later *core.Series
			asBefore(t, p, func() {
				var err error
				later, err = p.Series.MoveFrom(ctx, s.ID, civil("2026-12-15T10:00"), planner.SeriesTime{Start: civil("2026-12-15T11:00")}, 0)
				ok(t, err)
			})
			before := contents(t, p)
			if got := take(t, p, c.text); got != changedOne {
				t.Fatal(got)
			}
			if got := starts(t, p, s.ID); got != c.former {
				t.Errorf("the former part: %s", got)
			}
			if got := starts(t, p, later.ID); got != c.later {
				t.Errorf("the later part: %s", got)
			}
			all, err := p.Meetings.Of(ctx, s.Relationship)
			ok(t, err)
			for _, m := range all {
				if m.UID == "run" && m.Series.IsZero() {
					t.Errorf("beside it: %+v", m)
				}
			}
			sound(t, p, "taken")
			if got := take(t, p, c.text); got != same {
				t.Errorf("a second time: %s", got)
			}
			if _, err := p.Undo(ctx); err != nil || contents(t, p) != before {
				t.Errorf("undo is not identity: %v", err)
			}
		})
	}
}

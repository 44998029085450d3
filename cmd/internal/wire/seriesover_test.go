package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
)

// A series that ends before one of its meetings, as the window has it, and one that ends from the day of the owner's on
// which that takes place, as the command line has it, end alike: also where its own clock shows another day then.
func TestASeriesEndsAlikeByMeetingAndByDay(t *testing.T) {
	for _, zone := range []core.Zone{"Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"} {
		p := open(t)
		var left []string
		for i := range 2 {
			s, err := p.Series.Plan(t.Context(), core.Series{Relationship: named(t, p, "Amina Yusuf").ID, Start: civil("2026-12-02T09:00"), Zone: zone, Rule: "FREQ=DAILY"})
			ok(t, err)
			original := civil("2026-12-05T09:00")
			if i == 0 {
				ok(t, p.Series.EndBefore(t.Context(), s.ID, original, ""))
			} else {
				ok(t, p.Series.EndFrom(t.Context(), s.ID, original.OnClock(zone, "Europe/Berlin").Date, ""))
			}
			left = append(left, starts(t, p, s.ID))
		}
		if left[0] != left[1] || left[0] != "12-02T09:00 12-03T09:00 12-04T09:00" {
			t.Errorf("%s: %q", zone, left)
		}
	}
}

// A series that has no meeting after a day is not ended with it: that would make it longer.
func TestASeriesIsNotEndedAfterItsEnd(t *testing.T) {
	c := converse(t)
	ctx, p := t.Context(), c.organizer
	for name, rule := range map[string]string{"by count": "FREQ=WEEKLY;COUNT=3", "by day": "FREQ=WEEKLY;UNTIL=20261220"} {
		s, err := p.Series.Plan(ctx, core.Series{Relationship: c.rel, Start: civil("2026-12-04T10:00"), End: civil("2026-12-04T10:45"), Zone: "Europe/Berlin", Rule: rule})
		ok(t, err)
		before := takesPlace(t, p, s.UID)
		for _, last := range []core.Date{core.NewDate(2026, 12, 18), core.NewDate(2026, 12, 25), core.NewDate(2027, 12, 11)} {
			if err := p.Series.End(ctx, s.ID, last); core.CodeOf(err) != core.CodeSeriesOver {
				t.Errorf("%s, %v: %v", name, last, err)
			}
			if now := takesPlace(t, p, s.UID); now != before {
				t.Errorf("%s, %v: %s, was %s", name, last, now, before)
			}
		}
		ok(t, p.Series.End(ctx, s.ID, core.NewDate(2026, 12, 17)))
		if now := takesPlace(t, p, s.UID); now != "12-04T10:00 12-11T10:00" {
			t.Errorf("%s: %s", name, now)
		}
	}
	s, err := p.Series.Plan(ctx, core.Series{Relationship: c.rel, Start: civil("2026-12-04T10:00"), End: civil("2026-12-04T10:45"), Zone: "Europe/Berlin", Rule: "FREQ=DAILY"})
	ok(t, err)
	ok(t, p.Series.End(ctx, s.ID, core.NewDate(2031, 12, 17)))
	if _, err := p.Invitations.Send(ctx, s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "x.ics")); err != nil {
		t.Error(err)
	}
}

package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// An organizer writes to each guest by themselves, and the messages to several of them come here, each of which names one: they all
// take part, whichever comes first, and again by the next version. Of whom no message came it is not known.
func TestGuestsWhoWereWrittenToEachTakePart(t *testing.T) {
	ctx := t.Context()
	message := func(to string, sequence, rule string) string {
		text := itip("REQUEST", eventText("e", invitesTo("Olga", []string{to}, rule+"SEQUENCE:"+sequence)))
		return strings.ReplaceAll(text, "DTSTAMP:20261101T000000Z", "DTSTAMP:2026110"+sequence+"T000000Z")
	}
	for _, rule := range []string{"", "RRULE:FREQ=WEEKLY;COUNT=3\n"} {
		for _, order := range []string{"Gus1 Bo1", "Bo1 Gus1", "Gus1 Bo1 Gus2 Bo2", "Gus1 Bo1 Bo2 Gus2", "Gus1 Bo1 Gus2 Bo2 Bo1 Gus1"} {
			c := newPanel(t, "Gus")
			for _, to := range strings.Fields(order) {
				ok(t, c.p.CalendarFiles.Import(ctx, readCalendar(t, c.p, message(to[:len(to)-1], to[len(to)-1:], rule), planner.CalendarAsBoth), nil))
				all, err := c.p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 8)})
				ok(t, err)
				if len(all) != 1 {
					t.Fatalf("%q %s: %+v", rule, order, all)
				}
			}
			all, err := c.p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 8)})
			ok(t, err)
			if got := c.unasked(all[0]); got != "" {
				t.Errorf("%q, %s: not named are %s", rule, order, got)
			}
			room, err := c.p.Meetings.Room(ctx, all[0].ID)
			ok(t, err)
			if room.Own == nil {
				t.Errorf("%q, %s: the owner is not asked", rule, order)
			}
			taken(t, c.p, message("Gus", "3", rule), planner.CalendarAsBoth)
			all, err = c.p.Meetings.Between(ctx, core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 8)})
			ok(t, err)
			if got := c.unasked(all[0]); got != "Bo" {
				t.Errorf("%q, %s, a version that names one alone: not named are %q", rule, order, got)
			}
		}
	}
}

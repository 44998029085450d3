package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A calendar that is no message holds all of a series: what was changed on its own in an older one and is not in it any more is
// as all others are again, but for what was changed here, what is over, and what has newer word of its own. A message leaves it.
func TestAChangedOccurrenceGoesBack(t *testing.T) {
	const run = "SEQUENCE:0\nDTSTART;TZID=Africa/Nairobi:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"
	changed := func(more string) string {
		return eventText("run", withAmina+"SEQUENCE:0\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDURATION:PT1H\n"+more)
	}
	moved := changed("DTSTART;TZID=Africa/Nairobi:20261209T150000")
	renamed := changed("DTSTART;TZID=Africa/Nairobi:20261208T100000\nSUMMARY:Salary")
	renamed = strings.Replace(renamed, "SUMMARY:Weekly\r\n", "", 1)
	whole := eventText("run", withAmina+run)
	const plain = "12-01T07:00 planned Weekly, 12-08T07:00 planned Weekly, 12-15T07:00 planned Weekly"
	const stays = "12-01T07:00 planned Weekly, 12-09T12:00 planned Weekly, 12-15T07:00 planned Weekly"
	for _, c := range []struct {
		name, changed, then string
		here                func(*testing.T, *planner.Planner)
		does, want          string
	}{
		{"moved", moved, calendarText(whole), nil, "changed", plain},
		{"renamed", renamed, calendarText(whole), nil, "changed", plain},
		{"published", moved, itip("PUBLISH", whole), nil, "changed", plain},
		{"with an agenda", moved, calendarText(whole), func(t *testing.T, p *planner.Planner) {
			_, err := p.Agendas.Add(t.Context(), occurrence(seriesByUID(t, p, "run"), "2026-12-08T10:00"), core.AgendaItem{Text: "Offer"})
			ok(t, err)
		}, "changed", plain},
		{"renamed here", moved, calendarText(whole), func(t *testing.T, p *planner.Planner) {
			ok(t, p.Meetings.Change(t.Context(), occurrence(seriesByUID(t, p, "run"), "2026-12-08T10:00"), func(m *core.Meeting) error {
				m.Title = "Offer"
				return nil
			}))
		}, "changed", "12-01T07:00 planned Weekly, 12-08T07:00 planned Offer, 12-15T07:00 planned Weekly"},
		{"moved again here", moved, calendarText(whole), func(t *testing.T, p *planner.Planner) {
			ok(t, p.Meetings.Move(t.Context(), occurrence(seriesByUID(t, p, "run"), "2026-12-08T10:00"), civil("2026-12-10T09:00"), core.Civil{}, ""))
		}, "changed", "12-01T07:00 planned Weekly, 12-10T06:00 planned Weekly, 12-15T07:00 planned Weekly"},
		{"newer word of its own", moved, calendarText(whole), func(t *testing.T, p *planner.Planner) {
			take(t, p, itip("REQUEST", strings.Replace(moved, "SEQUENCE:0", "SEQUENCE:1", 1)))
		}, "same", stays},
		{"it is there still", moved, calendarText(whole, moved), nil, "same", stays},
		{"a message", moved, itip("REQUEST", whole), nil, "changed", stays}, // by which the owner is asked to what a calendar told of
		{"of a newer version", moved, itip("REQUEST", strings.Replace(whole, "SEQUENCE:0", "SEQUENCE:1", 1)), nil, "changed", stays},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			first := calendarText(whole, c.changed)
			take(t, p, first)
			if c.here != nil {
				c.here(t, p)
			}
			before := contents(t, p)
			then := restamped(c.then, "20261110")
			plan := readCalendar(t, p, then, planner.CalendarAsBoth)
			if s := plan.Steps[0]; string(s.Does) != c.does || (s.Kept == core.FlawGoesBack) != (c.does == "changed" && c.want != stays) || (s.Kept == core.FlawStaysMoved) != (c.name == "of a newer version") {
				t.Errorf("%s %s", s.Does, s.Kept)
			}
			ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
			if got := meetingsInDecember(t, p, "run"); got != c.want {
				t.Error(got)
			}
			after := contents(t, p)
			for _, text := range []string{then, restamped(c.then, "20261112"), first} {
				if take(t, p, text); contents(t, p) != after && text == then || meetingsInDecember(t, p, "run") != c.want {
					t.Errorf("another import: %s", meetingsInDecember(t, p, "run"))
				}
			}
			feedIsSound(t, p)
			for contents(t, p) != before {
				_, err := p.Undo(t.Context())
				ok(t, err)
			}
		})
	}
}

// What the owner has declined of another's series goes with all others that a newer version does not have any more; one with
// an agenda, or with a reason, stays as it is.
func TestADeclinedOccurrenceGoesWithItsSeries(t *testing.T) {
	for _, c := range []struct{ name, then, agenda, reason, want string }{
		{"it ends before", "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=2", "", "", "12-01T07:00 planned Weekly, 12-08T07:00 planned Weekly"},
		{"left out", "SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Africa/Nairobi:20261215T100000", "", "", "12-01T07:00 planned Weekly, 12-08T07:00 planned Weekly, 12-22T07:00 planned Weekly"},
		{"with an agenda", "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=2", "Offer", "", "12-01T07:00 planned Weekly, 12-08T07:00 planned Weekly, 12-15T07:00 cancelled Weekly"},
		{"with the owner's words", "SEQUENCE:2\nRRULE:FREQ=WEEKLY;COUNT=2", "", "I travel", "12-01T07:00 planned Weekly, 12-08T07:00 planned Weekly, 12-15T07:00 cancelled Weekly"},
		{"it is there still", "SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3", "", "", "12-01T07:00 planned Weekly, 12-08T07:00 planned Weekly, 12-15T07:00 cancelled Weekly"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			id := occurrence(theirs(t, p, "FREQ=WEEKLY;COUNT=4"), "2026-12-15T10:00")
			if c.agenda != "" {
				_, err := p.Agendas.Add(t.Context(), id, core.AgendaItem{Text: c.agenda})
				ok(t, err)
			}
			ok(t, p.Meetings.Cancel(t.Context(), id, c.reason))
			before := contents(t, p)
			then := restamped(itip("REQUEST", runText(c.then)), "20261110")
			take(t, p, then)
			if got := meetingsInDecember(t, p, "run"); got != c.want {
				t.Error(got)
			}
			if got := take(t, p, then); got != "new 0, changed 0, same 1, refused 0" {
				t.Error(got)
			}
			_, err := p.Undo(t.Context())
			if ok(t, err); contents(t, p) != before {
				t.Error("undo does not bring back what was here")
			}
		})
	}
}

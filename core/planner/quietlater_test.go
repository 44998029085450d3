package planner

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// Where the clocks of two zones part in the course of a year, whoever plans a series hears from which day on it comes in somebody's
// quiet hours, or in a night that is only assumed; not what the first meeting says already.
func TestQuietLater(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	quiet := func(from, to int) core.Hours { return core.Hours{From: from, To: to} }
	for name, c := range map[string]struct {
		start   string
		minutes int
		zone    core.Zone
		rule    string
		amina   core.Hours
		kofi    core.Zone // of a second guest; "" for none
		want    string
	}{
		"a night that begins with summer time": {"2026-12-07T06:30", 60, "Europe/Berlin", "FREQ=WEEKLY", core.Hours{}, "", "Amina 2027-03-29T07:30 night"},
		"quiet hours that were named":          {"2026-12-07T16:00", 60, "Europe/Berlin", "FREQ=WEEKLY", quiet(17*60, 18*60), "", "Amina 2027-03-29T17:00 quiet 1"},
		"a meeting that goes on into them":     {"2026-12-07T16:00", 60, "Europe/Berlin", "FREQ=WEEKLY", quiet(17*60+30, 18*60), "", "Amina 2027-03-29T17:00 quiet 2"},
		"that begins in them at last":          {"2026-12-07T16:00", 90, "Europe/Berlin", "FREQ=WEEKLY", quiet(16*60, 19*60), "", ""},
		"from into them to in them":            {"2027-04-05T16:30", 60, "Europe/Berlin", "FREQ=WEEKLY", quiet(18*60, 20*60), "", "Amina 2027-11-01T18:30 quiet 1"},
		"the first is at night already":        {"2026-12-07T04:30", 60, "Europe/Berlin", "FREQ=WEEKLY", core.Hours{}, "", ""},
		"the first was, and is past":           {"2026-11-02T04:30", 60, "Europe/Berlin", "FREQ=WEEKLY", core.Hours{}, "", "Amina 2026-11-30T06:30 night"},
		"over before the clocks change":        {"2026-12-07T06:30", 60, "Europe/Berlin", "FREQ=WEEKLY;COUNT=16", core.Hours{}, "", ""},
		"by their own clock":                   {"2026-12-07T08:30", 60, "Africa/Nairobi", "FREQ=WEEKLY", core.Hours{}, "", ""},
		"behind a year":                        {"2026-12-07T06:30", 60, "Europe/Berlin", "FREQ=YEARLY;BYMONTH=7;BYDAY=1MO;INTERVAL=2", core.Hours{}, "", ""},
		"two of one clock":                     {"2026-12-07T06:30", 60, "Europe/Berlin", "FREQ=WEEKLY", core.Hours{}, "Africa/Kampala", "Amina+Kofi 2027-03-29T07:30 night"},
		"two of two clocks":                    {"2027-04-05T14:30", 60, "Europe/Berlin", "FREQ=WEEKLY", quiet(16*60, 17*60), "Asia/Tokyo", "Amina 2027-11-01T16:30 quiet 1; Kofi 2027-11-01T22:30 night"},
		"whoever lives by the owner's clock":   {"2026-12-07T23:30", 60, "Africa/Nairobi", "FREQ=WEEKLY", quiet(60, 120), "Europe/Paris", ""},
	} {
		t.Run(name, func(t *testing.T) {
			owner, amina, kofi := &core.Person{Name: "Maja"}, &core.Person{Name: "Amina", Zone: "Africa/Nairobi", Quiet: c.amina}, &core.Person{Name: "Kofi", Zone: c.kofi}
			owner.ID, amina.ID, kofi.ID = core.ID{1}, core.ID{2}, core.ID{3}
			rel := &core.Relationship{Participants: []core.Participant{{Person: owner.ID}, {Person: amina.ID}, {Person: kofi.ID}}}
			rel.ID = core.ID{9}
			p := &Planning{Places: &Places{Owner: owner.ID, People: []*core.Person{owner, amina, kofi}, Relationships: []Place{{Relationship: rel}}}, Now: now, Zone: "Europe/Berlin"}
			start, err := core.ParseCivil(c.start)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, q := range p.QuietLater(core.Series{Relationship: rel.ID, Start: start, End: start.AddMinutes(c.minutes), Zone: c.zone, Rule: c.rule}) {
				var names []string
				for _, who := range q.People {
					names = append(names, who.Name)
				}
				said := fmt.Sprintf("quiet %d", q.Quiet)
				if !q.Night.IsZero() {
					said = "night"
				}
				got = append(got, fmt.Sprintf("%s %s %s", strings.Join(names, "+"), q.At, said))
			}
			if said := strings.Join(got, "; "); said != c.want {
				t.Errorf("%q, not %q", said, c.want)
			}
		})
	}
}

package wire

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// lengths gives the minutes that each meeting of a series takes within a period.
func lengths(t *testing.T, p *planner.Planner, series core.ID, from, to core.Date) (out []int) {
	t.Helper()
	all, err := p.Series.Occurrences(t.Context(), series, core.Period{From: from, To: to})
	ok(t, err)
	for _, m := range all {
		out = append(out, m.Length())
	}
	return out
}

// Each meeting of a series takes the minutes that were asked for (RFC 5545 3.8.5.3), also where the clock changes during the
// first of them or during a later one; so they do at their guests', who get the file.
func TestEachMeetingOfASeriesTakesItsMinutes(t *testing.T) {
	for name, c := range map[string]struct{ start, zone string }{
		"the first ends in the hour that comes twice":   {"2027-10-31T01:30", "Europe/Berlin"},
		"the first goes on over the skipped hour":       {"2027-03-28T01:30", "Europe/Berlin"},
		"a later one ends in the hour that comes twice": {"2027-10-21T22:30", "Africa/Cairo"},
		"a later one goes on over that hour":            {"2027-10-24T01:15", "Europe/Berlin"},
	} {
		t.Run(name, func(t *testing.T) {
			p, ctx := open(t), t.Context()
			start := civil(c.start)
			s, err := p.Series.PlanFor(ctx, core.Series{
				Relationship: named(t, p, "Amina").ID, Title: "Nightly", Start: start, Zone: core.Zone(c.zone), Rule: "FREQ=WEEKLY;COUNT=3",
			}, 120)
			ok(t, err)
			same := func(p *planner.Planner, id core.ID) {
				t.Helper()
				got := lengths(t, p, id, start.Date.AddDays(-1), start.Date.AddDays(21))
				if len(got) != 3 || got[0] != 120 || got[1] != 120 || got[2] != 120 {
					t.Errorf("minutes: %v", got)
				}
			}
			same(p, s.ID)
			path := filepath.Join(t.TempDir(), "i.ics")
			_, err = p.Invitations.Send(ctx, s.ID, core.MethodRequest, path)
			ok(t, err)
			data, err := os.ReadFile(path)
			ok(t, err)
			guest := open(t)
			text := strings.NewReplacer("\r\n ", "", s.UID, "theirs").Replace(string(data))
			text = strings.NewReplacer("METHOD:REQUEST", "METHOD:PUBLISH", "\r\nATTENDEE", "\r\nX-A", "\r\nORGANIZER", "\r\nX-O").Replace(text)
			take(t, guest, strings.Replace(text, "SUMMARY", strings.ReplaceAll(withAmina, "\n", "\r\n")+"X-T", 1))
			same(guest, seriesByUID(t, guest, "theirs").ID)
		})
	}
}

// One meeting of a series, moved by hand to end in the hour that comes twice, has its length in the file: a reader takes an end
// in that hour for the first of both (RFC 5545 3.3.5).
func TestAMovedMeetingThatEndsInARepeatedHour(t *testing.T) {
	p, ctx := open(t), t.Context()
	s, err := p.Series.PlanFor(ctx, core.Series{
		Relationship: named(t, p, "Amina").ID, Title: "Evening", Start: civil("2027-10-14T20:00"), Zone: "Africa/Cairo", Rule: "FREQ=WEEKLY;COUNT=4",
	}, 120)
	ok(t, err)
	one := occurrence(s, "2027-10-28T20:00")
	ok(t, p.Meetings.MoveFor(ctx, one, civil("2027-10-28T22:00"), 0, "Africa/Cairo"))
	for name, id := range map[string]core.ID{"alone": one, "with its series": s.ID} {
		path := filepath.Join(t.TempDir(), "i.ics")
		_, err = p.Invitations.Send(ctx, id, core.MethodRequest, path)
		ok(t, err)
		data, err := os.ReadFile(path)
		ok(t, err)
		_, event, _ := strings.Cut(string(data), "DTSTART;TZID=Africa/Cairo:20271028T220000\r\n")
		_, before, _ := strings.Cut(strings.Split(string(data), "DTSTART;TZID=Africa/Cairo:20271028T220000\r\n")[0], "BEGIN:VEVENT")
		event, _, _ = strings.Cut(event, "END:VEVENT")
		before = before[strings.LastIndex(before, "BEGIN:VEVENT")+1:]
		if !strings.Contains(before+event, "DURATION:PT120M") || strings.Contains(before+event, "DTEND") {
			t.Errorf("%s:\n%s", name, data)
		}
	}
}

package schedule

import (
	"testing"
	"time"

	"mentorbook/core"
)

// What is told by another clock comes on the very days on which it does: the rule of a pattern, read on its own clock, has
// the dates that the occurrences have there, as long as the clocks' days do not part.
func TestAPatternHasTheDaysOfItsClock(t *testing.T) {
	apart, mapped := 0, 0
	for _, rule := range []string{
		"FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SU;WKST=SU", "FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=1,15",
		"FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=MONTHLY;BYMONTHDAY=28", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=2TH", "FREQ=MONTHLY;BYDAY=-1TH", "FREQ=YEARLY", "FREQ=WEEKLY;COUNT=20", "FREQ=WEEKLY;UNTIL=20270601",
	} {
		for _, zone := range []core.Zone{"Europe/Moscow", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "Africa/Abidjan", "Pacific/Honolulu", "Pacific/Kiritimati"} {
			for _, hour := range []int{0, 1, 9, 17, 22, 23} {
				for _, day := range []int{1, 7, 14, 28} {
					parsed, err := core.ParseRule(rule)
					if err != nil {
						t.Fatal(err)
					}
					start, found := First(parsed, core.NewDate(2027, time.January, day).At(hour, 30))
					if !found {
						t.Fatal(rule)
					}
					q, err := OfSeries(&core.Series{Start: start, End: start.AddMinutes(60), Zone: "Europe/Berlin", Rule: rule})
					if err != nil {
						t.Fatal(err)
					}
					p := q.By(zone, start.InLocation(q.loc))
					if p.Apart {
						apart++
						if p.Zone != "Europe/Berlin" || p.Start != start {
							t.Errorf("%s, %s: %+v", rule, zone, p)
						}
						continue
					}
					mapped++
					sameDays(t, q, p, rule)
				}
			}
		}
	}
	if apart == 0 || mapped < 5*apart {
		t.Errorf("%d by the other clock, %d by the own", mapped, apart)
	}
}

func sameDays(t *testing.T, q *Recurring, p Pattern, rule string) {
	t.Helper()
	there, err := OfSeries(&core.Series{Start: p.Start, End: p.End, Zone: p.Zone, Rule: p.Rule.String()})
	if err != nil {
		t.Fatal(err)
	}
	want := there.After(p.Start, 40)
	days, i := 0, 0
	for o, err := range q.From(q.At(q.start).Start) {
		if err != nil || i == len(want) {
			break
		}
		at := o.Start.In(there.loc)
		if i == 0 {
			days = daysApart(o, there.loc)
		}
		if daysApart(o, there.loc) != days { // from then on it is on another day, as is said beside
			return
		}
		if core.DateOf(at) != want[i].Date {
			t.Fatalf("%s by %s, from %s: %s, by %s %s", rule, p.Zone, q.start, core.DateOf(at), p.Rule, want[i].Date)
		}
		i++
	}
	if last, ok := q.last(); ok && (p.Last != core.DateOf(last.Start.In(there.loc)) || i != len(want)) {
		t.Errorf("%s by %s: %d of %d, the last on %s", rule, p.Zone, i, len(want), p.Last)
	}
}

// What has begun is told as it is now, and what is over as it was at last.
func TestAPatternIsThatOfNow(t *testing.T) {
	start := core.NewDate(2027, time.January, 4).At(16, 0)
	q, err := OfSeries(&core.Series{Start: start, End: start.AddMinutes(45), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY;COUNT=20"})
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[string]string{
		"2026-12-01T00:00:00Z": "2027-01-04T18:00", "2027-01-04T15:44:00Z": "2027-01-04T18:00", "2027-01-04T15:45:00Z": "2027-01-11T18:00",
		"2027-03-27T00:00:00Z": "2027-03-29T17:00", "2028-01-01T00:00:00Z": "2027-05-17T17:00",
	} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if p := q.By("Africa/Nairobi", now); p.Start.String() != want || p.End.MinutesSince(p.Start) != 45 || p.Last != core.NewDate(2027, 5, 17) {
			t.Errorf("%s: %+v, want %s", at, p, want)
		}
	}
	if p := q.By("", start.InLocation(q.loc)); !p.Apart || p.Zone != "Europe/Berlin" {
		t.Errorf("no zone: %+v", p)
	}
}

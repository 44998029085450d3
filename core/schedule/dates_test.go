package schedule_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// dated is every week from a Tuesday on, with two dates beside the rule, one of them past its end.
func dated(t *testing.T, rule string, except ...core.Civil) *schedule.Recurring {
	t.Helper()
	start := core.NewDate(2026, time.December, 1).At(10, 0)
	q, err := schedule.OfSeries(&core.Series{
		Start: start, End: start.AddMinutes(60), Zone: "Europe/Berlin", Except: except,
		Rule: rule + ";RDATE=20261204T090000,20270105T100000",
	})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func day(month, day int) core.Civil { return core.NewDate(2026, time.Month(month), day).At(10, 0) }

func shown(list []core.Civil) string {
	var out []string
	for _, c := range list {
		out = append(out, c.String()[5:])
	}
	return strings.Join(out, " ")
}

// Dates beside a rule are among its occurrences, each once and in order; the rule's count and end say nothing of them.
func TestDatesBesideARule(t *testing.T) {
	for rule, want := range map[string]string{
		"FREQ=WEEKLY;COUNT=3":                 "12-01T10:00 12-04T09:00 12-08T10:00 12-15T10:00 01-05T10:00",
		"FREQ=WEEKLY;UNTIL=20261208T100000":   "12-01T10:00 12-04T09:00 12-08T10:00 01-05T10:00",
		"FREQ=DAILY;COUNT=1":                  "12-01T10:00 12-04T09:00 01-05T10:00",
		"FREQ=WEEKLY;INTERVAL=5;COUNT=3":      "12-01T10:00 12-04T09:00 01-05T10:00 02-09T10:00", // one is the rule's too
		"FREQ=WEEKLY;INTERVAL=50;COUNT=10000": "12-01T10:00 12-04T09:00 01-05T10:00 11-16T10:00",
	} {
		q := dated(t, rule)
		if got := shown(q.After(day(1, 1), 20)); got != want && !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", rule, got)
		}
		for _, c := range q.After(day(1, 1), 5) {
			if !q.Has(c) || q.Ruled(c) == q.Beside(c) {
				t.Errorf("%s: %s", rule, c)
			}
		}
	}
	q := dated(t, "FREQ=WEEKLY;COUNT=3", core.NewDate(2026, time.December, 4).At(9, 0))
	if got := shown(q.After(day(1, 1), 20)); got != "12-01T10:00 12-08T10:00 12-15T10:00 01-05T10:00" {
		t.Errorf("one left out: %s", got)
	}
	if end, ok := q.Ends(); !ok || end.Before(time.Date(2027, 1, 5, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("ends %s", end)
	}
	if last, _ := q.Last(day(12, 31)); last != day(12, 15) {
		t.Errorf("last %s", last)
	}
	if next, ok := q.NextRuled(day(12, 16)); ok {
		t.Errorf("next %s", next)
	}
}

// What ends before an original start, and what goes on from it, are together what there was.
func TestASeriesWithDatesIsCut(t *testing.T) {
	for _, rule := range []string{"FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;UNTIL=20261215T100000", "FREQ=DAILY;COUNT=1", "FREQ=WEEKLY;COUNT=9"} {
		q := dated(t, rule)
		all := q.After(day(1, 1), 12)
		for i, from := range all {
			if i == 0 {
				continue
			}
			start := all[0]
			cut, err := schedule.OfSeries(&core.Series{Start: start, End: start.AddMinutes(60), Zone: "Europe/Berlin", Rule: q.Before(from).String()})
			if err != nil {
				t.Fatal(err)
			}
			if got := cut.After(day(1, 1), 12); !slices.Equal(got, all[:i]) {
				t.Errorf("%s before %s: %s", rule, from, shown(got))
			}
			if !q.Ruled(from) {
				continue
			}
			rest, err := schedule.OfSeries(&core.Series{Start: from, End: from.AddMinutes(60), Zone: "Europe/Berlin", Rule: q.Rest(from).String()})
			if err != nil {
				t.Fatal(err)
			}
			if got := rest.After(day(1, 1), len(all)-i); !slices.Equal(got, all[i:]) {
				t.Errorf("%s from %s: %s", rule, from, shown(got))
			}
		}
	}
}

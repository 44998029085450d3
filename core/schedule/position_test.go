package schedule_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A week is a whole one also where the start lies within it: BYSETPOS counts what the rule gives in its week, not what
// is left of it after the start (RFC 5545 3.3.10). Wednesday 7 January 2026 is the start of all, 9:00.
func TestPositionsCountTheWholeFirstWeek(t *testing.T) {
	start := core.NewDate(2026, time.January, 7).At(9, 0)
	for _, c := range []struct {
		rule string
		want []string
	}{
		{"FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=2", []string{"2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28"}},
		{"FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", []string{"2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"}},
		{"FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=3", []string{"2026-01-09", "2026-01-16", "2026-01-23", "2026-01-30"}},
		{"FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=-2", []string{"2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28"}},
		{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;BYSETPOS=1", []string{"2026-01-19", "2026-02-02", "2026-02-16", "2026-03-02"}},
		{"FREQ=WEEKLY;WKST=SU;BYDAY=SU,TH;BYSETPOS=2", []string{"2026-01-08", "2026-01-15", "2026-01-22", "2026-01-29"}},
		{"FREQ=WEEKLY;WKST=TH;BYDAY=WE,TH;BYSETPOS=1", []string{"2026-01-08", "2026-01-15", "2026-01-22", "2026-01-29"}},
		{"FREQ=WEEKLY;WKST=WE;BYDAY=TU,WE;BYSETPOS=-1;COUNT=3", []string{"2026-01-13", "2026-01-20", "2026-01-27"}},
	} {
		rule, err := core.ParseRule(c.rule)
		if err != nil {
			t.Fatal(err)
		}
		first, ok := schedule.First(rule, start)
		if !ok || first.Date.String() != c.want[0] {
			t.Errorf("%s begins on %s, want %s", c.rule, first, c.want[0])
			continue
		}
		for _, from := range []int{0, 1} { // read from its first, and from later on
			at := first.Date.At(9, 0)
			begin := time.Date(at.Date.Year, at.Date.Month, at.Date.Day, 9, 0, 0, 0, time.UTC)
			want := c.want[from:]
			var got []string
			for x, err := range schedule.Expand(rule, begin, time.UTC, begin.AddDate(0, 0, from), begin.AddDate(1, 0, 0)) {
				if err != nil {
					t.Fatal(err)
				}
				if got = append(got, x.Format(time.DateOnly)); len(got) == len(want) {
					break
				}
			}
			if len(got) != len(want) {
				t.Fatalf("%s: %v", c.rule, got)
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("%s: %v, want %v", c.rule, got, want)
					break
				}
			}
		}
	}
}

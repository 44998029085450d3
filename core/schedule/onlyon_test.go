package schedule_test

import (
	"testing"

	"mentorbook/core"
)

// A day names its occurrence where there is one, though it is an exception, and none where there are two.
func TestTheOnlyOccurrenceOfADay(t *testing.T) {
	first := core.NewDate(2026, 12, 1)
	for _, c := range []struct {
		rule string
		day  int
		want string
	}{
		{"FREQ=WEEKLY;COUNT=3", 1, "2026-12-01T10:00"},
		{"FREQ=WEEKLY;COUNT=3", 8, "2026-12-08T10:00"},
		{"FREQ=WEEKLY;COUNT=3", 15, "2026-12-15T10:00"},
		{"FREQ=WEEKLY;COUNT=3", 9, ""},
		{"FREQ=WEEKLY;COUNT=3", 22, ""},
		{"FREQ=DAILY;BYHOUR=10,15", 8, ""},
	} {
		run := recurring(t, &core.Series{Start: first.At(10, 0), End: first.At(11, 0), Zone: "Europe/Berlin", Rule: c.rule, Except: []core.Civil{core.NewDate(2026, 12, 8).At(10, 0)}})
		got, only := run.OnlyOn(core.NewDate(2026, 12, c.day))
		if only != (c.want != "") || only && got.String() != c.want {
			t.Errorf("%s on the %d: %s, %v", c.rule, c.day, got, only)
		}
	}
}

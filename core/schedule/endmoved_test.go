package schedule_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// What goes on at other times comes as often as before: a day that was chosen for its end stays where it can, a moment goes along.
func TestTheEndOfWhatIsMoved(t *testing.T) {
	for _, c := range []struct{ rule, was, now, want string }{
		{"FREQ=WEEKLY;UNTIL=20261223", "2026-12-02T10:00", "2026-12-03T10:00", "20261224"},                            // the last one would be lost
		{"FREQ=WEEKLY;UNTIL=20261231", "2026-12-02T10:00", "2026-12-03T10:00", "20261231"},                            // until the end of the year
		{"FREQ=WEEKLY;UNTIL=20261231", "2026-12-02T10:00", "2026-12-04T10:00", "20270101"},                            // over it
		{"FREQ=WEEKLY;UNTIL=20261229", "2026-12-02T10:00", "2026-12-01T10:00", "20261222"},                            // one more would come
		{"FREQ=WEEKLY;UNTIL=20261223", "2026-12-02T10:00", "2026-12-02T23:00", "20261223"},                            // by the hours alone
		{"FREQ=WEEKLY;UNTIL=20261223T235900", "2026-12-02T10:00", "2026-12-02T18:00", "20261223T235900"},              // as the window writes a day
		{"FREQ=WEEKLY;UNTIL=20261223T235900", "2026-12-02T10:00", "2026-12-03T18:00", "20261224T235900"},              // the same a day later
		{"FREQ=WEEKLY;UNTIL=20261223T100000", "2026-12-02T10:00", "2026-12-03T12:00", "20261224T120000"},              // a moment
		{"FREQ=MONTHLY;BYDAY=1WE;UNTIL=20270303", "2026-12-02T10:00", "2026-12-03T10:00", "20270304"},                 // by the month
		{"FREQ=MONTHLY;UNTIL=20270215", "2026-12-10T10:00", "2026-12-31T10:00", "20270331"},                           // where it has the day
		{"FREQ=DAILY;UNTIL=21001231", "2026-12-02T10:00", "2026-12-03T10:00", "21001231"},                             // more than are counted
		{"FREQ=WEEKLY;UNTIL=20261101", "2026-12-02T10:00", "2026-12-03T10:00", "20261101"},                            // it was over
		{"FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261216", "2026-12-02T10:00", "2026-12-03T10:00", "20261217"},                // several a week
		{"FREQ=WEEKLY;INTERVAL=2;UNTIL=20261216T235900Z", "2026-12-02T10:00", "2026-12-02T12:00", "20261217T015900Z"}, // a moment in UTC
	} {
		rule, err := core.ParseRule(c.rule)
		if err != nil {
			t.Fatal(err)
		}
		was, now := civil(c.was), civil(c.now)
		moved, ok := schedule.Moved(rule, was, now)
		if !ok {
			t.Fatalf("%s: not moved", c.rule)
		}
		if got := schedule.EndMoved(rule, was, moved, now).String(); got != c.want {
			t.Errorf("%s from %s to %s: %s, not %s", c.rule, c.was, c.now, got, c.want)
		}
	}
}

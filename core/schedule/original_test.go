package schedule_test

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// An instant names the occurrence that is then, even where the clock skips the start that the rule says.
func TestAnInstantNamesItsOccurrence(t *testing.T) {
	for _, c := range []struct{ name, zone, start, rule, at, want string }{
		{"an ordinary day", "Europe/Berlin", "2027-03-07T02:30", "FREQ=WEEKLY", "2027-03-21T01:30:00Z", "2027-03-21T02:30"},
		{"skipped", "Europe/Berlin", "2027-03-07T02:30", "FREQ=WEEKLY", "2027-03-28T01:30:00Z", "2027-03-28T02:30"},
		{"both are there", "Europe/Berlin", "2027-03-07T02:30", "FREQ=DAILY;BYHOUR=2,3", "2027-03-28T01:30:00Z", "2027-03-28T03:30"},
		{"half an hour is skipped", "Australia/Lord_Howe", "2027-09-26T02:15", "FREQ=WEEKLY", "2027-10-02T15:45:00Z", "2027-10-03T02:15"},
		{"a day is skipped", "Pacific/Apia", "2011-12-28T10:00", "FREQ=DAILY;INTERVAL=2", "2011-12-30T20:00:00Z", "2011-12-30T10:00"},
		{"the first of two", "Europe/Berlin", "2027-10-24T02:30", "FREQ=WEEKLY", "2027-10-31T00:30:00Z", "2027-10-31T02:30"},
		{"none", "Europe/Berlin", "2027-03-07T02:30", "FREQ=WEEKLY", "2027-03-28T01:31:00Z", ""},
	} {
		q, err := schedule.OfSeries(&core.Series{Start: civil(c.start), End: civil(c.start).AddMinutes(45), Zone: core.Zone(c.zone), Rule: c.rule})
		if err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got, has := q.OriginalAt(at); has != (c.want != "") || has && got != civil(c.want) {
			t.Errorf("%s: %v %v, want %s", c.name, got, has, c.want)
		}
	}
}

package schedule_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A rule that is cut ends with the last meeting before the cut: so do the words for it.
func TestARuleEndsWithItsLastMeeting(t *testing.T) {
	s := &core.Series{
		Start: civil("2027-01-04T16:00"), End: civil("2027-01-04T16:45"), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY",
		Except: []core.Civil{civil("2027-02-08T16:00")},
	}
	q, err := schedule.OfSeries(s)
	if err != nil {
		t.Fatal(err)
	}
	for before, want := range map[string]string{"2027-02-15T16:00": "2027-02-08T16:00", "2027-02-15T16:01": "2027-02-15T16:00", "2027-01-04T16:01": "2027-01-04T16:00"} {
		if last, ok := q.Last(civil(before)); !ok || last != civil(want) {
			t.Errorf("before %s: %v %v, not %s", before, last, ok, want)
		}
		if got := q.Before(civil(before)).Until; core.CivilOf(got.Last(nil)) != civil(want) {
			t.Errorf("before %s the rule ends at %v, not %s", before, got, want)
		}
	}
	if last, ok := q.Last(civil("2027-01-04T16:00")); ok {
		t.Errorf("before the first: %v", last)
	}
}

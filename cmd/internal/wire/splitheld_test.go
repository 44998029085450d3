package wire

import (
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// at lets the clock of both show a time in Berlin.
func (c *conversation) at(t *testing.T, s string) {
	t.Helper()
	loc, err := core.Zone("Europe/Berlin").Location()
	ok(t, err)
	c.clock.now = civil(s).InLocation(loc)
}

// held closes meetings of a series by their original starts.
func (c *conversation) held(t *testing.T, s *core.Series, starts ...string) {
	t.Helper()
	for _, at := range starts {
		_, err := c.organizer.Meetings.Close(t.Context(), occurrence(s, at), planner.Closing{Shared: "went well"})
		ok(t, err)
	}
}

// What was held or missed or is over keeps its place, with guests too, wherever a series is changed from: the other times begin
// with the first meeting after it, or there are none.
func TestASeriesIsChangedBehindWhatWasHeld(t *testing.T) {
	for name, c := range map[string]struct {
		now, from, start string
		held             []string
		stays, comes     string
	}{
		"the same day":                  {"2026-12-11T17:30", "2026-12-11T16:00", "2026-12-11T17:00", []string{"2026-12-04T16:00", "2026-12-11T16:00"}, "12-04T16:00 12-11T16:00", "01-01T17:00 01-08T17:00 12-18T17:00 12-25T17:00"},
		"from one before":               {"2026-12-11T17:30", "2026-12-04T16:00", "2026-12-04T18:00", []string{"2026-12-11T16:00"}, "12-04T16:00 12-11T16:00", "01-01T18:00 01-08T18:00 12-18T18:00 12-25T18:00"},
		"to another day":                {"2026-12-19T12:00", "2026-12-11T16:00", "2026-12-12T10:00", []string{"2026-12-11T16:00"}, "12-04T16:00 12-11T16:00 12-18T16:00", "01-02T10:00 01-09T10:00 12-26T10:00"},
		"with the day of the next":      {"2026-12-19T12:00", "2026-12-11T16:00", "2026-12-28T10:00", nil, "12-04T16:00 12-11T16:00 12-18T16:00", "01-04T10:00 01-11T10:00 01-18T10:00 01-25T10:00 12-28T10:00"},
		"to come, before the next":      {"2026-12-12T09:00", "2026-12-11T16:00", "2026-12-13T17:00", nil, "12-04T16:00 12-11T16:00", "01-03T17:00 01-10T17:00 12-13T17:00 12-20T17:00 12-27T17:00"},
		"to come, of one held":          {"2026-12-12T09:00", "2026-12-11T16:00", "2026-12-13T17:00", []string{"2026-12-11T16:00"}, "12-04T16:00 12-11T16:00", "01-03T17:00 01-10T17:00 12-13T17:00 12-20T17:00 12-27T17:00"},
		"to come, of the first":         {"2026-12-05T09:00", "2026-12-04T16:00", "2026-12-06T17:00", nil, "12-04T16:00", "01-03T17:00 01-10T17:00 12-06T17:00 12-13T17:00 12-20T17:00 12-27T17:00"},
		"later on the day of one begun": {"2026-12-11T16:10", "2026-12-11T16:00", "2026-12-11T18:00", nil, "12-04T16:00 12-11T16:00", "01-01T18:00 01-08T18:00 12-11T18:00 12-18T18:00 12-25T18:00"},
		"earlier":                       {"2026-12-11T17:30", "2026-12-11T16:00", "2026-12-11T15:00", []string{"2026-12-11T16:00"}, "12-04T16:00 12-11T16:00", "01-01T15:00 01-08T15:00 12-18T15:00 12-25T15:00"},
	} {
		t.Run(name, func(t *testing.T) {
			h := converse(t)
			s := h.plan(t)
			h.send(t, s.ID, core.MethodRequest)
			h.deliver(t)
			h.at(t, c.now)
			h.held(t, s, c.held...)
			next, err := h.organizer.Series.MoveFrom(t.Context(), s.ID, civil(c.from), planner.SeriesTime{Start: civil(c.start)}, 0)
			ok(t, err)
			if got := takesPlace(t, h.organizer, s.UID); got != c.stays {
				t.Errorf("%s stays", got)
			}
			if got := takesPlace(t, h.organizer, next.UID); got != c.comes {
				t.Errorf("%s comes", got)
			}
			h.send(t, s.ID, core.MethodRequest)
			h.send(t, next.ID, core.MethodRequest)
			h.deliver(t)
			h.agree(t, s.UID, "the former")
			h.agree(t, next.UID, "the later")
			if c.held == nil {
				return
			}
			_, err = h.organizer.Undo(t.Context()) // the later one is called off, for guests have it
			ok(t, err)
			if got := takesPlace(t, h.organizer, s.UID); got == c.stays {
				t.Errorf("not taken back: %s", got)
			}
		})
	}
}

// Where nothing of a series is to come there is nothing to change.
func TestNothingIsChangedOfASeriesThatIsOver(t *testing.T) {
	h := converse(t)
	s := h.plan(t)
	h.at(t, "2027-01-08T20:00")
	for _, from := range []string{"2026-12-04T16:00", "2027-01-08T16:00"} {
		if _, err := h.organizer.Series.MoveFrom(t.Context(), s.ID, civil(from), planner.SeriesTime{Start: civil("2027-02-05T16:00")}, 0); core.CodeOf(err) != core.CodeSeriesPast {
			t.Errorf("%s: %v", from, err)
		}
	}
}

// A series that is to end before meetings that were held ends with the last of them, and without those between.
func TestASeriesEndsBehindWhatWasHeld(t *testing.T) {
	h := converse(t)
	s := h.plan(t)
	h.send(t, s.ID, core.MethodRequest)
	h.deliver(t)
	h.at(t, "2026-12-19T12:00")
	h.held(t, s, "2026-12-04T16:00", "2026-12-18T16:00")
	ok(t, h.organizer.Series.EndBefore(t.Context(), s.ID, civil("2026-12-11T16:00"), ""))
	if got := takesPlace(t, h.organizer, s.UID); got != "12-04T16:00 12-18T16:00" {
		t.Error(got)
	}
	if d := h.send(t, s.ID, core.MethodRequest); d.Rule != "FREQ=WEEKLY;UNTIL=20261218T160000" || len(d.Except) != 1 || d.Except[0] != civil("2026-12-11T16:00") {
		t.Errorf("%s without %v", d.Rule, d.Except)
	}
	h.clock.now = h.clock.now.Add(time.Minute)
	if err := h.organizer.Series.End(t.Context(), s.ID, core.NewDate(2026, 12, 10)); core.CodeOf(err) != core.CodeSeriesPast {
		t.Error(err)
	}
}

package core_test

import (
	"testing"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestOnClock(t *testing.T) {
	for _, c := range []struct{ name, zone, start, end, from, to string }{
		{"an ordinary day", "Europe/Berlin", "2027-03-27T02:30", "2027-03-27T03:15", "2027-03-27T02:30", "2027-03-27T03:15"},
		{"skipped", "Europe/Berlin", "2027-03-28T02:30", "2027-03-28T03:15", "2027-03-28T03:30", "2027-03-28T04:15"},
		{"both skipped", "Europe/Berlin", "2027-03-28T02:00", "2027-03-28T02:45", "2027-03-28T03:00", "2027-03-28T03:45"},
		{"the end alone", "Europe/Berlin", "2027-03-28T01:45", "2027-03-28T02:30", "2027-03-28T01:45", "2027-03-28T03:30"},
		{"half an hour is skipped", "Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T03:00", "2026-10-04T02:45", "2026-10-04T03:30"},
		{"a day is skipped", "Pacific/Apia", "2011-12-30T10:00", "2011-12-30T11:00", "2011-12-31T10:00", "2011-12-31T11:00"},
		{"twice", "Europe/Berlin", "2026-10-25T02:30", "2026-10-25T03:00", "2026-10-25T02:30", "2026-10-25T03:00"},
		{"nowhere", "Mars/Olympus", "2027-03-28T02:30", "2027-03-28T03:15", "2027-03-28T02:30", "2027-03-28T03:15"},
	} {
		from, to := core.OnClock(civil(c.start), civil(c.end), core.Zone(c.zone))
		if from != civil(c.from) || to != civil(c.to) {
			t.Errorf("%s: %v to %v", c.name, from, to)
		}
	}
}

// Whatever time is asked for, a clock shows what comes of it, and asking for that again changes nothing.
func TestOnClockIsOnAClock(t *testing.T) {
	zones := []core.Zone{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Nairobi", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca"}
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		start := core.NewDate(rapid.IntRange(1990, 2030).Draw(t, "year"), 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day")).At(rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
		from, to := core.OnClock(start, start.AddMinutes(rapid.IntRange(1, 600).Draw(t, "minutes")), zone)
		again, end := core.OnClock(from, to, zone)
		if again != from || end != to {
			t.Fatalf("%v to %v, then %v to %v", from, to, again, end)
		}
		m := aMeeting()
		m.Start, m.End, m.Zone = from, to, zone
		if err := m.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestASkippedStartIsNotAWrongEnd(t *testing.T) {
	s := aSeries()
	s.Zone, s.Start, s.End = "Europe/Berlin", civil("2027-03-28T02:30"), civil("2027-03-28T03:15")
	if got := told(s.Validate()); got != "skipped start" {
		t.Error(got)
	}
	s.End = civil("2027-03-28T02:15")
	if got := told(s.Validate()); got != "end_not_after end" {
		t.Error(got)
	}
}

// The end is read after the start: of a time that comes twice as the second, where the first would not be after it.
func TestAnEndIsAfterItsStart(t *testing.T) {
	for _, c := range []struct {
		name, zone, start, end string
		minutes                int
	}{
		{"an ordinary day", "Europe/Berlin", "2027-10-30T02:30", "2027-10-30T03:15", 45},
		{"the end comes the second time", "Europe/Berlin", "2027-10-31T02:30", "2027-10-31T02:15", 45},
		{"an hour", "Europe/Berlin", "2027-10-31T02:30", "2027-10-31T02:30", 60},
		{"both the first time", "Europe/Berlin", "2027-10-31T02:00", "2027-10-31T02:45", 45},
		{"over the change", "Europe/Berlin", "2027-10-31T02:30", "2027-10-31T03:15", 105},
		{"half an hour comes twice", "Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-04T01:45", 30},
		{"not after it on an ordinary day", "Europe/Berlin", "2027-10-30T02:30", "2027-10-30T02:15", -15},
		{"not even the second time", "Europe/Berlin", "2027-10-31T02:30", "2027-10-31T01:45", -45},
		{"no length", "Europe/Berlin", "2027-10-31T03:30", "2027-10-31T03:30", 0},
	} {
		m := aMeeting()
		m.Start, m.End, m.Zone = civil(c.start), civil(c.end), core.Zone(c.zone)
		if got := m.Length(); got != c.minutes {
			t.Errorf("%s: %d minutes, not %d", c.name, got, c.minutes)
		}
		if got := told(m.Validate()); (got == "") != (c.minutes > 0) {
			t.Errorf("%s: %s", c.name, got)
		}
		start, end := m.On("UTC")
		if got := end.MinutesSince(start); got != c.minutes {
			t.Errorf("%s: %v to %v in UTC", c.name, start, end)
		}
		if later := m.Start.Later(c.minutes, m.Zone); later != m.End {
			t.Errorf("%s: %d minutes later it is %v", c.name, c.minutes, later)
		}
	}
}

// However the clock goes meanwhile, a meeting takes the minutes that it is said to take.
func TestAMeetingTakesItsMinutes(t *testing.T) {
	for _, c := range []struct {
		start   string
		minutes int
		want    string
	}{
		{"2027-03-27T01:30", 120, "2027-03-27T01:30 2027-03-27T03:30 Europe/Berlin"},
		{"2027-03-28T01:30", 120, "2027-03-28T01:30 2027-03-28T04:30 Europe/Berlin"},
		{"2027-03-28T02:30", 45, "2027-03-28T03:30 2027-03-28T04:15 Europe/Berlin"},
		{"2027-10-31T01:30", 180, "2027-10-31T01:30 2027-10-31T03:30 Europe/Berlin"},
		{"2027-10-31T02:30", 45, "2027-10-31T02:30 2027-10-31T02:15 Europe/Berlin"},
		{"2027-10-31T01:30", 120, "2027-10-30T23:30 2027-10-31T01:30 UTC"}, // 02:30 would be an hour by the clock there
	} {
		m := aMeeting()
		m.Last(civil(c.start), c.minutes, "Europe/Berlin")
		if got := m.Start.String() + " " + m.End.String() + " " + string(m.Zone); got != c.want || m.Length() != c.minutes {
			t.Errorf("%d minutes from %s: %s, %d", c.minutes, c.start, got, m.Length())
		}
	}
}

func TestAMeetingTakesItsMinutesAnywhere(t *testing.T) {
	zones := []core.Zone{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Nairobi", "Pacific/Apia", "Africa/Casablanca"}
	rapid.Check(t, func(t *rapid.T) {
		start := core.NewDate(rapid.IntRange(1990, 2030).Draw(t, "year"), 1, 1).AddDays(rapid.IntRange(0, 364).Draw(t, "day")).At(rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
		minutes := rapid.IntRange(1, 600).Draw(t, "minutes")
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		m := aMeeting()
		m.Last(start, minutes, zone)
		begins, err := start.In(zone)
		at, wrong := m.StartAt()
		if err != nil || wrong != nil || !at.Equal(begins) || m.Length() != minutes || m.Validate() != nil {
			t.Fatalf("%d minutes from %v in %s: %v to %v in %s, %v", minutes, start, zone, m.Start, m.End, m.Zone, m.Validate())
		}
	})
}

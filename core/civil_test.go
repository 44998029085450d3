package core_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"

	"mentorbook/core"
)

func TestParseCivil(t *testing.T) {
	want := core.Civil{Date: day("2026-11-23"), Hour: 14, Minute: 5}
	if got, err := core.ParseCivil("2026-11-23T14:05"); err != nil || got != want || got.String() != "2026-11-23T14:05" {
		t.Error(got, err)
	}
	for _, s := range []string{
		"", "2026-11-23", "14:05", "2026-11-23 14:05", "2026-11-23T24:00", "2026-11-23T14:60", "2026-11-23T14:05Z", "2026-11-23T14:05:00",
		"0000-01-01T00:00", "2026-02-30T10:00", "2026-11-23T9:05", "2026-11-23T14:5", "nonsense\x1b",
	} {
		got, err := core.ParseCivil(s)
		if told(err) != "bad_time time" || !got.IsZero() {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
}

func TestCivilValid(t *testing.T) {
	d := day("2026-11-23")
	for c, want := range map[core.Civil]bool{
		{}: false, {Date: d}: true, {Date: d, Hour: 23, Minute: 59}: true, {Date: d, Hour: 24}: false, {Date: d, Hour: -1}: false,
		{Date: d, Minute: 60}: false, {Date: d, Minute: -1}: false, {Hour: 12}: false, {Date: core.Date{Year: 2026, Month: 2, Day: 30}}: false,
	} {
		if c.Valid() != want {
			t.Errorf("%#v: %v", c, !want)
		}
	}
}

func TestCivilText(t *testing.T) {
	c := civil("2026-11-23T14:05")
	if err := c.UnmarshalText(nil); err != nil || !c.IsZero() || c.String() != "" {
		t.Error("no time is written as nothing")
	}
	if err := c.UnmarshalText([]byte("nonsense")); core.CodeOf(err) != core.CodeBadTime {
		t.Error(err)
	}
}

func TestCivilProperties(t *testing.T) {
	anyTime := rapid.Custom(func(t *rapid.T) core.Civil {
		return anyDay().Draw(t, "day").At(rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"))
	})
	rapid.Check(t, func(t *rapid.T) {
		c, d := anyTime.Draw(t, "c"), anyTime.Draw(t, "d")
		if got, err := core.ParseCivil(c.String()); err != nil || got != c || !c.Valid() {
			t.Fatalf("%q is read as %v, %v", c, got, err)
		}
		text, err := json.Marshal(c)
		var back core.Civil
		if err != nil || json.Unmarshal(text, &back) != nil || back != c {
			t.Fatalf("%s, %v", text, err)
		}
		n := c.MinutesSince(d)
		if d.AddMinutes(n) != c || d.MinutesSince(c) != -n || c.Compare(d) != cmp.Compare(n, 0) || c.Compare(d) != cmp.Compare(c.String(), d.String()) {
			t.Fatalf("%s is %d min after %s", c, n, d)
		}
		if c.Date == d.Date && n != (c.Hour-d.Hour)*60+c.Minute-d.Minute {
			t.Fatalf("%d min", n)
		}
	})
}

func TestIn(t *testing.T) {
	for _, c := range []struct {
		name, at string
		zone     core.Zone
		want     string
	}{
		{"winter", "2026-01-15T14:00", "Europe/Berlin", "2026-01-15T13:00"},
		{"summer", "2026-07-15T14:00", "Europe/Berlin", "2026-07-15T12:00"},
		{"the last minute before a gap", "2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59"},
		{"in a gap", "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30"}, // 03:30 on the clock
		{"the first of a gap", "2026-03-29T02:00", "Europe/Berlin", "2026-03-29T01:00"},
		{"the first after a gap", "2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00"},
		{"the first of two", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30"},
		{"the first of two, at their beginning", "2026-10-25T02:00", "Europe/Berlin", "2026-10-25T00:00"},
		{"after both", "2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00"},
		{"in a gap in New York", "2026-03-08T02:30", "America/New_York", "2026-03-08T07:30"},
		{"the first of two in New York", "2026-11-01T01:30", "America/New_York", "2026-11-01T05:30"},
		{"in a gap of half an hour", "2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45"}, // 02:45 on the clock
		{"after a gap of half an hour", "2026-10-04T02:30", "Australia/Lord_Howe", "2026-10-03T15:30"},
		{"the first of two of half an hour", "2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45"},
		{"no changes", "2026-03-29T02:30", "Asia/Kolkata", "2026-03-28T21:00"},
		{"in a gap of Newfoundland", "2026-03-08T02:30", "America/St_Johns", "2026-03-08T06:00"},
		{"the first of two of Newfoundland", "2026-11-01T01:30", "America/St_Johns", "2026-11-01T04:00"},
		{"in a day that is skipped", "2011-12-30T10:00", "Pacific/Apia", "2011-12-30T20:00"}, // the 31st on the calendar
		{"before a day that is skipped", "2011-12-29T23:59", "Pacific/Apia", "2011-12-30T09:59"},
		{"after a day that is skipped", "2011-12-31T00:00", "Pacific/Apia", "2011-12-30T10:00"},
		{"in UTC", "2026-03-29T02:30", "UTC", "2026-03-29T02:30"},
	} {
		got, err := civil(c.at).In(c.zone)
		if err != nil || core.CivilOf(got.UTC()) != civil(c.want) {
			t.Errorf("%s: %s in %s is %s UTC, want %s (%v)", c.name, c.at, c.zone, core.CivilOf(got.UTC()), c.want, err)
		}
		if got.Location().String() != string(c.zone) {
			t.Errorf("%s: given in %s", c.name, got.Location())
		}
	}
	if _, err := civil("2026-01-01T00:00").In("Local"); core.CodeOf(err) != core.CodeBadZone {
		t.Error(err)
	}
}

// A brute-force reading: look at the clock of the zone minute by minute, until it shows the time, or has jumped
// over it; then the offset from before the jump counts.
func byLooking(c core.Civil, loc *time.Location) (at time.Time, shown bool) {
	wall := time.Date(c.Date.Year, c.Date.Month, c.Date.Day, c.Hour, c.Minute, 0, 0, time.UTC)
	for u := wall.Add(-27 * time.Hour); ; u = u.Add(time.Minute) {
		switch core.CivilOf(u.In(loc)).Compare(c) {
		case 0:
			return u, true
		case 1:
			_, before := u.Add(-time.Minute).In(loc).Zone()
			return wall.Add(-time.Duration(before) * time.Second), false
		}
	}
}

func lookedAtZones() []core.Zone {
	return []core.Zone{
		"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "UTC", "Africa/Casablanca",
		"Antarctica/Troll", "America/Caracas", "Asia/Pyongyang", "Pacific/Kwajalein", "Pacific/Kiritimati", "Africa/Cairo", "Asia/Tehran",
		"Asia/Gaza", "Europe/Dublin", "Europe/Moscow", "Asia/Kathmandu", "Pacific/Chatham", "America/Sao_Paulo", "Asia/Amman",
	}
}

// looked holds In against the brute-force reading, and tells whether the time lies in a gap, or comes twice.
func looked(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, c core.Civil, zone core.Zone,
) (gap, twice bool) {
	t.Helper()
	loc, err := zone.Location()
	if err != nil {
		t.Fatalf("%v", err)
	}
	want, shown := byLooking(c, loc)
	got, err := c.In(zone)
	if err != nil || !got.Equal(want) {
		t.Fatalf("%s in %s is %s, want %s (%v)", c, zone, got.UTC(), want, err)
	}
	if (core.CivilOf(got) == c) != shown {
		t.Fatalf("%s in %s is shown as %s", c, zone, core.CivilOf(got))
	}
	if !shown && core.CivilOf(got).Compare(c) <= 0 {
		t.Fatalf("%s in %s, which is skipped, is put before the gap", c, zone)
	}
	for _, later := range []time.Duration{30 * time.Minute, time.Hour, 2 * time.Hour, 24 * time.Hour} {
		twice = twice || shown && core.CivilOf(got.Add(later)) == c
	}
	return !shown, twice
}

func TestInByLooking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(lookedAtZones()).Draw(t, "zone")
		loc, err := zone.Location()
		if err != nil {
			t.Fatal(err)
		}
		at := time.Date(1973, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 60*365*24).Draw(t, "hour")) * time.Hour)
		if _, change := at.In(loc).ZoneBounds(); !change.IsZero() && rapid.IntRange(0, 9).Draw(t, "near") > 0 {
			at = change
		}
		looked(t, core.CivilOf(at.In(loc)).AddMinutes(rapid.IntRange(-200, 200).Draw(t, "minutes")), zone)
	})
}

// TestInAroundChanges looks around the next four changes of every clock, where gaps are, and times that come twice.
func TestInAroundChanges(t *testing.T) {
	gaps, twice := 0, 0
	for _, zone := range lookedAtZones() {
		loc, err := zone.Location()
		if err != nil {
			t.Fatal(err)
		}
		at := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC)
		for range 4 {
			_, change := at.In(loc).ZoneBounds()
			if change.IsZero() {
				break
			}
			at = change
			for minutes := -90; minutes <= 90; minutes += 30 {
				gap, again := looked(t, core.CivilOf(at.In(loc)).AddMinutes(minutes), zone)
				if gap {
					gaps++
				}
				if again {
					twice++
				}
			}
		}
	}
	if gaps < 20 || twice < 20 {
		t.Errorf("only %d gaps and %d times that come twice were tried", gaps, twice)
	}
}

func TestZone(t *testing.T) {
	for _, s := range []string{"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+3", "Asia/Kolkata", "GB", "EST5EDT"} {
		z, err := core.ParseZone(s)
		if err != nil || string(z) != s {
			t.Errorf("%q: %q, %v", s, z, err)
		}
		if loc, err := z.Location(); err != nil || loc.String() != s {
			t.Errorf("%q: %v, %v", s, loc, err)
		}
	}
	for _, s := range []string{
		"", "Local", " UTC", "UTC ", "Europe/Berlin\n", "Europe/Nowhere", "Europe", "Berlin", "../../etc/passwd", "/etc/localtime", `Europe\Berlin`,
		"Europe/../Europe/Berlin", "Europe/Berlin\x00", "localtime", "posixrules", "Factory", "posix/Europe/Berlin", "right/Europe/Berlin",
		"zone.tab", "tzdata.zi", "CEST", "+02:00", "W. Europe Standard Time", "\x1b[31m", "Европа/Берлин",
	} {
		z, err := core.ParseZone(s)
		if told(err) != "bad_zone zone" || z != "" {
			t.Errorf("%q is a zone: %q, %v", s, z, err)
		}
		if loc, err := core.Zone(s).Location(); loc != nil || err == nil {
			t.Errorf("%q is %v", s, loc)
		}
	}
}

func TestCity(t *testing.T) {
	for z, want := range map[core.Zone]string{
		"America/New_York": "New York", "America/Argentina/Buenos_Aires": "Buenos Aires", "UTC": "UTC", "": "", "Etc/GMT+3": "UTC−3", "Etc/GMT-10": "UTC+10",
	} {
		if got := z.City(); got != want {
			t.Errorf("%q is %q", z, got)
		}
	}
}

// Dates and times that stand in no calendar are written too, in errors: the quick way writes as the general one does.
func TestAnyFiguresAreWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figure := rapid.OneOf(rapid.IntRange(0, 99), rapid.IntRange(-120, 12_000))
		c := core.Civil{
			Date: core.Date{Year: figure.Draw(t, "year"), Month: time.Month(figure.Draw(t, "month")), Day: figure.Draw(t, "day")},
			Hour: figure.Draw(t, "hour"), Minute: figure.Draw(t, "minute"),
		}
		if rapid.Bool().Draw(t, "no date") {
			c.Date = core.Date{}
		}
		day := fmt.Sprintf("%04d-%02d-%02d", c.Date.Year, int(c.Date.Month), c.Date.Day)
		if c.Date.IsZero() {
			day = ""
		}
		if c.Date.String() != day {
			t.Fatalf("%q, not %q", c.Date, day)
		}
		if want := fmt.Sprintf("%sT%02d:%02d", day, c.Hour, c.Minute); !c.IsZero() && c.String() != want {
			t.Fatalf("%q, not %q", c, want)
		}
	})
}

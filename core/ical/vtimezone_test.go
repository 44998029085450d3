package ical

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"mentorbook/core"
)

// told writes a VTIMEZONE in short: the parts of each observance in a line.
func told(c *ical.Component) string {
	var out []string
	for _, o := range c.Children {
		line := o.Name
		for _, name := range []string{"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE"} {
			if p := o.Props.Get(name); p != nil {
				line += " " + p.Value
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestTimezones(t *testing.T) {
	for zone, want := range map[core.Zone]string{
		"Europe/Berlin":             "STANDARD 20251026T030000 +0200 +0100 CET FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nDAYLIGHT 20250330T020000 +0100 +0200 CEST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
		"America/New_York":          "STANDARD 20251102T020000 -0400 -0500 EST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nDAYLIGHT 20250309T020000 -0500 -0400 EDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
		"Australia/Sydney":          "STANDARD 20250406T030000 +1100 +1000 AEST FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\nDAYLIGHT 20251005T020000 +1000 +1100 AEDT FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
		"Australia/Lord_Howe":       "STANDARD 20250406T020000 +1100 +1030 +1030 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\nDAYLIGHT 20251005T020000 +1030 +1100 +11 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
		"Europe/Dublin":             "STANDARD 20251026T020000 +0100 +0000 GMT FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nDAYLIGHT 20250330T010000 +0000 +0100 IST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
		"Asia/Jerusalem":            "STANDARD 20251026T020000 +0300 +0200 IST FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nDAYLIGHT 20250328T020000 +0200 +0300 IDT FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
		"America/Santiago":          "STANDARD 20250406T000000 -0300 -0400 -04 FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU\nDAYLIGHT 20250907T000000 -0400 -0300 -03 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU",
		"Asia/Kathmandu":            "STANDARD 20250101T000000 +0545 +0545 +0545",
		"Africa/Nairobi":            "STANDARD 20250101T000000 +0300 +0300 EAT",
		"America/St_Johns":          "STANDARD 20251102T020000 -0230 -0330 NST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nDAYLIGHT 20250309T020000 -0330 -0230 NDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
		"America/Argentina/Ushuaia": "STANDARD 20250101T000000 -0300 -0300 -03",
	} {
		loc, err := zone.Location()
		if err != nil {
			t.Fatal(err)
		}
		if got := told(timezoneOf(zone, loc, at("2026-06-01T10:00:00Z"), time.Time{})); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", zone, got, want)
		}
	}
	casablanca, _ := core.Zone("Africa/Casablanca").Location()
	got := told(timezoneOf("Africa/Casablanca", casablanca, at("2026-06-01T10:00:00Z"), time.Time{}))
	if n := strings.Count(got, "\n"); strings.Contains(got, "FREQ") || n < 2*listYears || n > 2*listYears+6 {
		t.Errorf("Casablanca:\n%s", got)
	}
}

// TestListedTimezonesReachAsFarAsTheSeries holds that in zones whose changes follow no yearly rule every occurrence has
// its hour: to the end of a series that has one, and for 25 years of one that has none. The judge reads the VTIMEZONE
// under a name that nobody knows.
func TestListedTimezonesReachAsFarAsTheSeries(t *testing.T) {
	for _, zone := range []core.Zone{"Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "Asia/Hebron", "Africa/Cairo"} {
		for name, years := range map[string]int{"": 25, "FREQ=MONTHLY;COUNT=24": 2, "FREQ=MONTHLY;COUNT=480": 40, "FREQ=WEEKLY;UNTIL=20560301T000000": 29} {
			v := recurringInvitation(zone)
			if name != "" {
				rule, err := core.ParseRule(name)
				if err != nil {
					t.Fatal(err)
				}
				v.Series.Rule = rule
			}
			data, err := Calendar(v)
			if err != nil {
				t.Fatalf("%s: %v", zone, err)
			}
			if len(data) > 20_000 {
				t.Errorf("%s, %q: %d octets", zone, name, len(data))
			}
			data = bytes.ReplaceAll(data, []byte(zone), []byte("Our own time"))
			list, findings, err := Occurrences(t.Context(), bytes.NewReader(data), v.Start, v.Start.AddDate(years, 0, 0))
			if err != nil || len(findings) > 0 || len(list) < 12*years {
				t.Fatalf("%s: %d, %v, %v", zone, len(list), findings, err)
			}
			loc, _ := zone.Location()
			for _, o := range list {
				if c := core.CivilOf(o.Start.In(loc)); c.Hour != 14 || c.Minute != 0 {
					t.Errorf("%s, %q: at %v on %v", zone, name, c, o.Start)
					break
				}
			}
		}
	}
}

// TestTimezonesMeanWhatTheZonesDo reads a series in a zone of a name that nobody knows, so that only the file's own
// VTIMEZONE can say when it takes place.
func TestTimezonesMeanWhatTheZonesDo(t *testing.T) {
	for _, zone := range []core.Zone{
		"Europe/Berlin", "Europe/London", "Europe/Dublin", "Europe/Moscow", "America/New_York", "America/Sao_Paulo", "America/St_Johns", "America/Santiago",
		"Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Jerusalem", "Africa/Casablanca",
		"Africa/Nairobi", "Asia/Tokyo", "Etc/GMT+5",
	} {
		v := recurringInvitation(zone)
		v.Series.Rule = core.Rule{Freq: core.FreqDaily, Count: 3 * 365}
		data, err := Calendar(v)
		if err != nil {
			t.Fatalf("%s: %v", zone, err)
		}
		data = bytes.ReplaceAll(data, []byte(zone), []byte("Our own time"))
		list, findings, err := Occurrences(t.Context(), bytes.NewReader(data), at("2026-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"))
		if err != nil || len(findings) > 0 || len(list) != 3*365 {
			t.Fatalf("%s: %d, %v, %v", zone, len(list), findings, err)
		}
		loc, _ := zone.Location()
		for i, o := range list {
			want := v.Series.Start
			want.Date = want.Date.AddDays(i)
			if !o.Start.Equal(want.InLocation(loc)) {
				t.Errorf("%s: %v, want %v", zone, o.Start, want.InLocation(loc))
				break
			}
		}
	}
}

// recurringInvitation is a series of two hours past noon that all others differ from in one thing.
func recurringInvitation(zone core.Zone) *core.Invitation {
	v := plain()
	loc, err := zone.Location()
	if err != nil {
		panic(err)
	}
	start := core.NewDate(2026, time.March, 4).At(14, 0)
	v.Series = &core.InvitedSeries{Zone: zone, Start: start, End: start.AddMinutes(45), Rule: core.Rule{Freq: core.FreqWeekly, Interval: 2}}
	v.Start, v.End = start.InLocation(loc), start.AddMinutes(45).InLocation(loc)
	return &v
}

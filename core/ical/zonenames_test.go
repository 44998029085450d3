package ical

import (
	"strings"
	"testing"

	"mentorbook/core"
)

// Zones are told by their names in any letters, by what Windows shows of them, and by their distance from UTC; what is unclear
// is nobody's.
func TestNamesOfZones(t *testing.T) {
	for name, want := range map[string]string{
		"europe/berlin": "Europe/Berlin", "EUROPE/BERLIN": "Europe/Berlin", "eUrOpE/bErLiN": "Europe/Berlin", "America/New York": "America/New_York",
		"america/port-au-prince": "America/Port-au-Prince", "AMERICA/ARGENTINA/BUENOS_AIRES": "America/Argentina/Buenos_Aires", "africa/dar_es_salaam": "Africa/Dar_es_Salaam",
		"etc/gmt-3": "Etc/GMT-3", "est5edt": "EST5EDT", "us/eastern": "US/Eastern", "utc": "UTC", "Gmt": "UTC", "local": "", "posix/europe/berlin": "",
		"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna": "Europe/Berlin", "(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna": "Europe/Berlin",
		"(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna": "Europe/Berlin", "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna": "Europe/Berlin",
		`(UTC+01:00) Amsterdam\, Berlin\, Bern\, Rome\, Stockholm\, Vienna`: "Europe/Berlin", "(UTC+01:00) Berlin": "Europe/Berlin", "Berlin": "", "(UTC+05:00) Berlin": "", "(UTC+01:00) Atlantis": "", "(UTC+01:00) Berlin, Paris": "",
		"(GMT-05.00) Eastern Time (US & Canada)": "America/New_York", "(UTC-05:00) Eastern Time (US & Canada)": "America/New_York", "Pacific Time (US & Canada)": "America/Los_Angeles",
		"(GMT-08.00) Pacific Time (US & Canada); Tijuana":               "America/Los_Angeles",
		"(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London": "Europe/London", "(UTC+00:00) Dublin, Edinburgh, Lisbon, London": "Europe/London",
		"(UTC+03:00) Moscow, St. Petersburg": "Europe/Moscow", "(UTC+04:00) Moscow, St. Petersburg, Volgograd": "Europe/Moscow", "(UTC+02:00) Athens, Bucharest, Istanbul": "Europe/Bucharest",
		"(UTC-07:00) La Paz": "America/Mazatlan", "(UTC-04:00) La Paz": "America/La_Paz", "(UTC) Coordinated Universal Time": "UTC", "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi": "Asia/Kolkata",
		"(UTC+13:00) Nuku'alofa": "Pacific/Tongatapu", "Customized Time Zone": "", "Custom 1": "", "tzone://Microsoft/Custom": "", "tzone://Microsoft/Utc": "UTC", "": "",
	} {
		z := byName(name)
		if got := ""; z != nil {
			if got = z.name; got != want {
				t.Errorf("%q is %s, not %q", name, got, want)
			}
		} else if want != "" {
			t.Errorf("%q is unknown, not %s", name, want)
		}
	}
	for name, want := range map[string]int{
		"GMT+0300": 3 * 3600, "UTC+03:00": 3 * 3600, "+0300": 3 * 3600, "-0330": -12600, "GMT-3": -3 * 3600, "UTC+5:45": 20700, "UTC −08:00": -8 * 3600, "(UTC+03:00)": 3 * 3600, "gmt+01.00": 3600,
	} {
		if z := byDistance(name); z == nil || int(z.wall(0)) != want {
			t.Errorf("%q: %v", name, z)
		}
	}
	for _, name := range []string{"", "3", "+", "+25:00", "UTC+15", "GMT-13", "+03:07", "+030", "UTC+03:0", "UTC+3:60", "UTC3", "GMT+0300 (MSK)", "+٣"} {
		if z := byDistance(name); z != nil {
			t.Errorf("%q is a distance", name)
		}
	}
}

// What stands in the table of shown names is a zone of Windows, and no name stands for two.
func TestShownNamesAreOfWindows(t *testing.T) {
	seen := map[string]string{}
	for _, row := range windowsNames {
		if row[0] != "UTC" && windowsZone(row[0]) == "" {
			t.Errorf("%s is no zone of Windows", row[0])
		}
		key := strings.Join(citiesOf(row[1]), ",")
		if had := seen[key]; had != "" {
			t.Errorf("%s stands for %s and %s", row[1], had, row[0])
		}
		seen[key] = row[0]
	}
}

// A clock without a name is that of who reads, where it is the same in the years concerned; one that never changes is none but
// its distance from UTC.
func TestAClockWithoutAName(t *testing.T) {
	fixed := strings.ReplaceAll(noPlace, "+0517", "+0300")
	newYork := strings.NewReplacer("BYDAY=-1SU;BYMONTH=10", "BYDAY=1SU;BYMONTH=11", "BYDAY=-1SU;BYMONTH=3", "BYDAY=2SU;BYMONTH=3", "+0200", "-0400", "+0100", "-0500", "T030000", "T020000").Replace(berlins)
	for _, c := range []struct {
		file, tzid, rule string
		near             []core.Zone
		want             core.Zone
	}{
		{berlins, "Ours", "RRULE:FREQ=WEEKLY\r\n", nil, "Europe/Berlin"},
		{berlins, "Ours", "RRULE:FREQ=WEEKLY\r\n", []core.Zone{"Europe/Moscow", "Europe/Paris", "Europe/Madrid"}, "Europe/Paris"},
		{berlins, "Ours", "", []core.Zone{"Africa/Lagos"}, "Europe/Berlin"},
		{newYork, "Ours", "RRULE:FREQ=WEEKLY\r\n", []core.Zone{"Europe/Moscow"}, "America/New_York"},
		{newYork, "Ours", "RRULE:FREQ=WEEKLY\r\n", []core.Zone{"America/Toronto"}, "America/Toronto"},
		{fixed, "Ours", "RRULE:FREQ=WEEKLY\r\n", nil, "Etc/GMT-3"},
		{fixed, "Ours", "RRULE:FREQ=WEEKLY\r\n", []core.Zone{"Europe/Berlin", "Europe/Moscow"}, "Europe/Moscow"},
		{"", "GMT+0300", "RRULE:FREQ=WEEKLY\r\n", []core.Zone{"Europe/Berlin"}, "Etc/GMT-3"},
		{"", "UTC+03:00", "", []core.Zone{"Europe/Moscow"}, "Europe/Moscow"},
		{"", "+0530", "RRULE:FREQ=WEEKLY\r\n", nil, "Asia/Kolkata"},
		{"", "+0545", "", nil, "Asia/Kathmandu"},
		{"", "-0515", "", nil, "UTC"},                                                                     // it happens once
		{strings.ReplaceAll(berlins, "TZID:Ours", "TZID:GMT+0300"), "GMT+0300", "", nil, "Europe/Berlin"}, // its own rules say more
		{strings.ReplaceAll(fixed, "TZID:Ours", "TZID:Custom 1\r\nX-LIC-LOCATION:asia/baghdad"), "Custom 1", "", []core.Zone{"Europe/Moscow"}, "Asia/Baghdad"},
	} {
		file := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" + c.file + "BEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=\"" + c.tzid +
			"\":20260302T100000\r\nDURATION:PT1H\r\n" + c.rule + "END:VEVENT\r\nEND:VCALENDAR\r\n"
		batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(file), nil, c.near...)
		if err != nil {
			t.Fatal(err)
		}
		got := core.Zone("none")
		for ev := range batch.Events {
			got = ev.Zone
		}
		if got != c.want {
			t.Errorf("%s %v: in %q, not %s: %v", c.tzid, c.near, got, c.want, batch.Findings)
		}
	}
}

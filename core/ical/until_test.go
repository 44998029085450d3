package ical

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

// endCases give series whose rule ends exactly on the last start, or on its day: begun under the one clock of the year and
// ended under the other or the same, at noon and at both ends of the day, in zones of both halves of the Earth.
func endCases() []seriesCase {
	var out []seriesCase
	for _, zone := range []core.Zone{"Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Sydney", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"} {
		for _, begin := range []core.Date{core.NewDate(2026, time.January, 14), core.NewDate(2026, time.July, 8)} {
			for _, clock := range [][2]int{{14, 0}, {23, 45}, {0, 15}} {
				for _, weeks := range []int{20, 48} {
					last := begin.AddDays(7*weeks).At(clock[0], clock[1])
					exact := core.Until{Date: last.Date, Hour: last.Hour, Minute: last.Minute, Timed: true}
					out = append(out, endCase(zone, begin.At(clock[0], clock[1]), weeks, exact), endCase(zone, begin.At(clock[0], clock[1]), weeks, core.Until{Date: last.Date}))
				}
			}
		}
	}
	return out
}

func endCase(zone core.Zone, start core.Civil, weeks int, until core.Until) seriesCase {
	v := ruled(zone, "FREQ=WEEKLY")
	v.Series.Start, v.Series.End, v.Series.Rule.Until = start, start.AddMinutes(45), until
	loc, err := zone.Location()
	if err != nil {
		panic(err)
	}
	v.Start, v.End = v.Series.Start.InLocation(loc), v.Series.End.InLocation(loc)
	var want []core.Civil
	for i := range weeks + 1 {
		want = append(want, start.Date.AddDays(7*i).At(start.Hour, start.Minute))
	}
	return seriesCase{fmt.Sprintf("%s from %v until %s", zone, start, until), v, instants(zone, want...)}
}

// The last day of a series is read back as it was.
func TestTheEndOfASeriesIsReadBack(t *testing.T) {
	for _, c := range endCases() {
		b, err := Calendar(c.give)
		if err != nil {
			t.Fatal(err)
		}
		read, err := Calendars{}.Read(t.Context(), "x.ics", bytes.NewReader(b), nil)
		if err != nil {
			t.Fatal(err)
		}
		for ev := range read.Events {
			rule, err := core.ParseRule(ev.Rule)
			loc, bad := c.give.Series.Zone.Location()
			if err != nil || bad != nil {
				t.Fatal(err, bad)
			}
			if got, want := core.DateOf(rule.Until.Last(loc)), c.give.Series.Rule.Until.Date; got != want {
				t.Errorf("%s: %v, not %v", c.name, got, want)
			}
		}
	}
}

// A rule that ends between two of its starts on one day keeps to that, as far as it can be said to all.
func TestARuleThatEndsWithinADay(t *testing.T) {
	for rule, want := range map[string]string{
		"FREQ=DAILY;UNTIL=20260401T120000;BYHOUR=10,14":   "20260401T090000Z",
		"FREQ=DAILY;UNTIL=20260401T140000;BYHOUR=14,15":   "20260401T120000Z",
		"FREQ=HOURLY;UNTIL=20260401T140000":               "20260401T120000Z",
		"FREQ=DAILY;UNTIL=20260401T140000":                "20260401T215959Z",
		"FREQ=DAILY;UNTIL=20260310":                       "20260310T225959Z",
		"FREQ=DAILY;UNTIL=20260301":                       "20260304T225959Z", // its start is always one
		"FREQ=DAILY;UNTIL=20260401T120000Z":               "20260401T215959Z",
		"FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20260620T000000": "20260620T215959Z",
	} {
		v := ruled("Europe/Berlin", rule)
		if got := newClock("Europe/Berlin").rule(v.Series.Rule, v.Series.Start).Until.String(); got != want {
			t.Errorf("%s: %s, not %s", rule, got, want)
		}
	}
}

func TestLibicalListsTheSameToTheEnd(t *testing.T) {
	judges := icaltest.Start(t)
	all := endCases()
	for i, file := range writtenSeries(t, all) {
		got, err := judges.Starts("20260101", "20290101", file)
		if d := cmp.Diff(utc(all[i].want), startsOf(got, "")); d != "" || err != nil {
			t.Errorf("%s: %v (-asked +libical):\n%s", all[i].name, err, d)
		}
	}
}

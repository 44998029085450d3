package ical

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/schedule"
)

// A rule with two ends is taken with the one that comes first, as it is listed, and that is said; lint refuses it.
func TestOfTwoEndsTheEarlierCounts(t *testing.T) {
	for _, c := range []struct{ start, rule, want string }{
		{";TZID=Europe/Berlin:20261204T160000", "FREQ=WEEKLY;COUNT=5;UNTIL=20261218T150000Z", "FREQ=WEEKLY;UNTIL=20261218T150000Z"},
		{";TZID=Europe/Berlin:20261204T160000", "FREQ=WEEKLY;UNTIL=20261218T150000Z;COUNT=5;BYDAY=FR", "FREQ=WEEKLY;UNTIL=20261218T150000Z;BYDAY=FR"},
		{";TZID=Europe/Berlin:20261204T160000", "FREQ=WEEKLY;COUNT=2;UNTIL=20261218T150000Z", "FREQ=WEEKLY;COUNT=2"},
		{";TZID=Europe/Berlin:20261204T160000", "FREQ=WEEKLY;COUNT=3;UNTIL=20261218T145959Z", ""}, // a second before the third
		{";TZID=Europe/Berlin:20261204T160000", "FREQ=WEEKLY;count=3;until=20261218T150000Z", "FREQ=WEEKLY;COUNT=3"},
		{":20261204T160000Z", "FREQ=DAILY;COUNT=1;UNTIL=20261210T160000Z", "FREQ=DAILY;COUNT=1"},
		{":20261204T160000Z", "FREQ=MONTHLY;BYDAY=FR;COUNT=4;UNTIL=20261217T000000Z", ""},
		{";VALUE=DATE:20261204", "FREQ=DAILY;COUNT=9;UNTIL=20261206", "FREQ=DAILY;UNTIL=20261206"},
		{";VALUE=DATE:20261204", "FREQ=DAILY;COUNT=3;UNTIL=20261206", "FREQ=DAILY;COUNT=3"},
		{":20261204T160000Z", "FREQ=DAILY;COUNT=3;UNTIL=20261101T000000Z", ""}, // it ends before it begins: nothing of it takes place
	} {
		text := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261101T000000Z\r\nDTSTART" + c.start + "\r\nRRULE:" + c.rule + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		listed, _, err := Occurrences(t.Context(), strings.NewReader(text), at("2026-11-01T00:00:00Z"), at("2027-12-01T00:00:00Z"))
		if err != nil {
			t.Fatal(err)
		}
		batch, err := Calendars{}.Read(t.Context(), "a.ics", strings.NewReader(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		all := slices.Collect(batch.Events)
		if len(all) != 1 || all[0].Kept != core.FlawTwoEnds || c.want != "" && all[0].Rule != c.want {
			t.Fatalf("%s: %q, kept %s", c.rule, all[0].Rule, all[0].Kept)
		}
		ev := all[0]
		if ev.Zone == "" {
			ev.Zone = "UTC"
		}
		run, err := schedule.OfSeries(&core.Series{Start: ev.Start, End: ev.End, Zone: ev.Zone, Rule: ev.Rule, Except: ev.Except})
		if err != nil {
			t.Fatalf("%s as %s: %v", c.rule, ev.Rule, err)
		}
		var want, got []time.Time
		for _, o := range listed {
			want = append(want, o.Start)
		}
		for _, original := range run.After(core.Civil{Date: core.NewDate(2026, 11, 1)}, 100) {
			got = append(got, run.At(original).Start)
		}
		if !slices.EqualFunc(got, want, time.Time.Equal) {
			t.Errorf("%s: it is kept with %v, and listed with %v", c.rule, got, want)
		}
		found, err := Lint(t.Context(), strings.NewReader(text))
		if err != nil || !slices.ContainsFunc(found, func(f core.Finding) bool { return f.Flaw == core.FlawExclude }) {
			t.Errorf("%s: lint finds %+v, %v", c.rule, found, err)
		}
	}
}

// A proposal says one end, too: what a guest proposes is shown in words, and can be taken.
func TestAProposalSaysOneEnd(t *testing.T) {
	text := strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:COUNTER\nBEGIN:VEVENT\nUID:u\nDTSTAMP:20260101T000000Z\nATTENDEE:mailto:a@example.org\n"+
		"DTSTART:20260106T100000Z\nDTEND:20260106T110000Z\nRRULE:FREQ=WEEKLY;COUNT=20;UNTIL=20260120T100000Z\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(text), nil)
	if err != nil || len(batch.Answers) != 1 {
		t.Fatal(err)
	}
	if got := batch.Answers[0].Rule; got != "FREQ=WEEKLY;UNTIL=20260120T100000Z" {
		t.Error(got)
	}
}

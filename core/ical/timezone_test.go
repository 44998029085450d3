package ical

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
)

// A zone that is farther from UTC than any clock, or whose distance is none (RFC 5545 3.3.14), is no zone: what needs it
// is named and lost, or read in the zone that somebody says is meant, and never by UTC.
func TestADistanceFromUTCThatIsNone(t *testing.T) {
	file := func(id, from, to string) string {
		return strings.ReplaceAll("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nBEGIN:VTIMEZONE\nTZID:"+id+"\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:"+from+
			"\nTZOFFSETTO:"+to+"\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:u@example.org\nDTSTAMP:20260101T000000Z\nDTSTART;TZID="+id+":20260323T140000\nDURATION:PT1H\nSUMMARY:Talk\nEND:VEVENT\nEND:VCALENDAR\n", "\n", "\r\n")
	}
	at := time.Date(2026, 3, 23, 0, 0, 0, 0, time.UTC)
	flaws := func(all []core.Finding) (out []core.Flaw) {
		for _, f := range all {
			out = append(out, f.Flaw)
		}
		return out
	}
	for _, c := range []struct{ from, to, want string }{
		{"+0100", "+0100", "13:00"},
		{"-1100", "-1200", "02:00"},
		{"+1400", "+1400", "00:00"},
		{"+151342", "+0100", "13:00"}, // as it was in Alaska
		{"+9999", "+9999", ""},
		{"+0100", "+9999", ""},
		{"+9999", "+0100", ""},
		{"+2400", "+0100", ""},
		{"+0100", "+0160", ""},
		{"+1600", "+1600", ""},
		{"-1600", "-1600", ""},
		{"+0100", "0100", ""},
		{"+0100", "+1", ""},
		{"+0100", "", ""},
	} {
		found, findings, err := Occurrences(t.Context(), strings.NewReader(file("Ours", c.from, c.to)), at.AddDate(0, 0, -2), at.AddDate(0, 0, 2))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(found) == 1 {
			got = found[0].Start.UTC().Format("15:04")
		}
		var want []core.Flaw
		if c.want == "" {
			want = []core.Flaw{core.FlawBadOffset, core.FlawBadZone}
		}
		if got != c.want || !slices.Equal(flaws(findings), want) {
			t.Errorf("%s to %s: %q, %+v", c.from, c.to, got, findings)
		}
		if c.want != "" {
			continue
		}
		batch, err := Calendars{}.Read(t.Context(), "x.ics", strings.NewReader(file("Ours", c.from, c.to)), map[string]core.Zone{"Ours": "Asia/Tokyo"})
		if err != nil || batch.Count != 1 {
			t.Fatalf("%s to %s, in the zone that somebody says: %v %+v", c.from, c.to, err, batch)
		}
		for ev := range batch.Events {
			if ev.Zone != "Asia/Tokyo" || ev.Start.Hour != 14 {
				t.Errorf("%s to %s: %v %v", c.from, c.to, ev.Start, ev.Zone)
			}
		}
		if found, findings, err := Occurrences(t.Context(), strings.NewReader(file("Europe/Berlin", c.from, c.to)), at, at.AddDate(0, 0, 1)); err != nil || len(found) != 1 || len(findings) > 0 {
			t.Errorf("a zone that is known by its name: %v %+v %v", found, findings, err)
		}
	}
}

package ical

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mentorbook/core/ical/icaltest"
)

// datesBeside draws the RDATEs of an event by a clock in a zone, in all forms that they may have (RFC 5545 3.8.5.2), and gives the
// lines and one of the starts.
func datesBeside(rng *rand.Rand, zone string, start time.Time, days bool) (lines string, one time.Time) {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		panic(err)
	}
	elsewhere, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		panic(err)
	}
	const form = "20060102T150405"
	kind := rng.IntN(6) // one for all: the judge takes no mixture
	for _, n := range rng.Perm(80)[:1+rng.IntN(6)] {
		at := start.AddDate(0, 0, n-15) // some before the start
		if days {
			lines += "\r\nRDATE;VALUE=DATE:" + at.Format("20060102")
			one = at
			continue
		}
		if onRule(start, at) || onRule(start, at.AddDate(0, 0, 1)) { // the judge has one time alone a day
			continue
		}
		at = at.Add(time.Duration(rng.IntN(20)) * 15 * time.Minute)
		real := time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), 0, 0, loc)
		switch kind {
		case 0:
			lines += "\r\nRDATE:" + real.UTC().Format(form) + "Z"
		case 1:
			lines += "\r\nRDATE;TZID=Asia/Tokyo:" + real.In(elsewhere).Format(form)
		case 2:
			lines += fmt.Sprintf("\r\nRDATE;VALUE=PERIOD;TZID=%s:%s/PT%dM", zone, at.Format(form), 30+rng.IntN(200))
		case 3:
			lines += fmt.Sprintf("\r\nRDATE;VALUE=PERIOD:%sZ/%sZ", real.UTC().Format(form), real.UTC().Add(45*time.Minute).Format(form))
		case 4:
			lines += "\r\nRDATE;VALUE=DATE:" + at.Format("20060102")
			at = at.Truncate(24 * time.Hour)
		default:
			lines += fmt.Sprintf("\r\nRDATE;TZID=%s:%s,%s", zone, at.Format(form), at.AddDate(0, 0, 1).Format(form))
		}
		one = at
	}
	return lines, one
}

// onRule tells whether one of the drawn rules has something on a day.
func onRule(start, at time.Time) bool {
	days := int(at.Sub(start) / (24 * time.Hour))
	return days%7 == 0 || days%9 == 0 || at.Day() == start.Day()
}

// withDatesBeside draws a calendar with one event that has dates beside its rule, or has nothing else.
func withDatesBeside(rng *rand.Rand, i int) string {
	zone := []string{"Europe/Berlin", "America/New_York", "Africa/Nairobi", "Asia/Kathmandu"}[rng.IntN(4)]
	start := time.Date(2026, time.March, 1+rng.IntN(28), 7+rng.IntN(10), 0, 0, 0, time.UTC)
	days := rng.IntN(5) == 0
	at := func(name string, x time.Time) string {
		if days {
			return "\r\n" + name + ";VALUE=DATE:" + x.Format("20060102")
		}
		return "\r\n" + name + ";TZID=" + zone + ":" + x.Format("20060102T150405")
	}
	dates, one := datesBeside(rng, zone, start, days)
	lines := at("DTSTART", start)
	if !days {
		lines += "\r\nDURATION:PT1H"
	}
	if rule := []string{"", "FREQ=WEEKLY;COUNT=5", "FREQ=DAILY;INTERVAL=9;COUNT=7", "FREQ=MONTHLY;COUNT=3"}[rng.IntN(4)]; rule != "" {
		lines += "\r\nRRULE:" + rule
	}
	lines += dates
	if rng.IntN(3) == 0 && !one.IsZero() {
		lines += at("EXDATE", one)
	}
	event := func(lines string) string {
		return fmt.Sprintf("BEGIN:VEVENT\r\nUID:beside-%02d\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Beside%s\r\nEND:VEVENT\r\n", i, lines)
	}
	text := event(lines)
	otherClock := strings.Contains(dates, "RDATE:") || strings.Contains(dates, "Asia/Tokyo") // by which the judge knows no changed one
	if rng.IntN(3) == 0 && !one.IsZero() && !otherClock && !strings.Contains(lines, "EXDATE") {
		text += event(at("DTSTART", one.AddDate(0, 0, 2)) + at("RECURRENCE-ID", one))
	}
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" + text + "END:VCALENDAR\r\n"
}

// startsAlone writes dates with a length of their own as their starts alone: the judge takes none beside a rule.
func startsAlone(text string) string {
	period := regexp.MustCompile(`RDATE;VALUE=PERIOD([^\r]*)/[^/\r]*`)
	return period.ReplaceAllString(text, "RDATE$1")
}

// What is listed of a calendar with dates beside a rule, or with nothing but dates, is what another program lists, in whatever form
// the dates are written: by the clock of the event or another, as days, with a length of their own, before its start.
func TestPythonListsTheSameDatesBesideARule(t *testing.T) {
	judges, dir := icaltest.Start(t), t.TempDir()
	rng := rand.New(rand.NewPCG(6, 16))
	var texts, files []string
	for i := range 150 {
		texts = append(texts, withDatesBeside(rng, i))
		path := filepath.Join(dir, fmt.Sprintf("beside-%02d.ics", i))
		if err := os.WriteFile(path, []byte(startsAlone(texts[i])), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	found, err := judges.Occurrences("2026-01-01", "2027-01-01", files...)
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		got, findings := listedBy(t, []byte(text), "2026-01-01", "2027-01-01")
		if d := cmp.Diff(found[i].Occurrences, got); d != "" || found[i].Refused != "" || len(findings) > 0 {
			t.Errorf("%s\n%s %v (-python +ours):\n%s", text, found[i].Refused, findings, d)
		}
	}
}

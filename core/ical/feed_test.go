package ical

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/ical/icaltest"
)

// aFeed has every situation of a series and of a meeting in one calendar, and a due date.
func aFeed() *core.Feed {
	f := &core.Feed{Name: "Круг; лидеры", Stamp: at("2026-11-20T09:30:00Z"), Organizer: plain().Organizer}
	for _, s := range seriesCases() {
		if s.give.Method != core.MethodCancel && s.give.Series.Original.IsZero() {
			f.Events = append(f.Events, s.give)
		}
	}
	for _, s := range situations() {
		if s.give.Method == core.MethodPublish && s.python {
			f.Events = append(f.Events, &s.give)
		}
	}
	f.Due = []core.FeedDue{{UID: "due@mentorbook.app", On: core.NewDate(2026, 12, 24), Title: "Write the outline, at last (Amina)"}}
	return f
}

func TestAFeedHoldsAllThatIsInIt(t *testing.T) {
	f := aFeed()
	data, err := Feed(f)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(data), "\r\n ", "")
	for want, n := range map[string]int{
		"METHOD:PUBLISH\r\n": 1, "TZID:Europe/Berlin\r\n": 1, "TZID:Asia/Kathmandu\r\n": 1, "\r\nATTENDEE": 0, "X-WR-CALNAME:Круг\\; лидеры\r\n": 1,
		"DTSTART;VALUE=DATE:20261224\r\n": 1, "DTEND;VALUE=DATE:20261225\r\n": 1,
	} {
		if got := strings.Count(text, want); got != n {
			t.Errorf("%q stands %d times", want, got)
		}
	}
	judges := icaltest.Start(t)
	file := filepath.Join(t.TempDir(), "feed.ics")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := judges.Restrict(file); err != nil {
		t.Error(err)
	}
	found, err := judges.Occurrences(judgedFrom, judgedTo, file)
	if err != nil || found[0].Refused != "" {
		t.Fatal(err, found[0].Refused)
	}
	got, findings := listedBy(t, data, judgedFrom, judgedTo)
	if len(findings) > 0 || len(got) != len(found[0].Occurrences) || len(got) < 500 {
		t.Errorf("%d occurrences, python has %d, %v", len(got), len(found[0].Occurrences), findings)
	}
}

func TestAnEmptyFeedIsACalendar(t *testing.T) {
	data, err := Feed(&core.Feed{Stamp: at("2026-11-20T09:30:00Z")})
	if err != nil || !strings.Contains(string(data), "BEGIN:VTIMEZONE") || strings.Contains(string(data), "METHOD") {
		t.Errorf("%v\n%s", err, data)
	}
	bad := aFeed()
	bad.Due[0].On.Day = 32
	bad.Events[0].Title = ""
	if data, err := Feed(bad); len(core.Problems(err)) != 2 || data != nil {
		t.Errorf("%v", err)
	}
}

package wire

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"mentorbook/core"
	"mentorbook/core/ical"
	"mentorbook/core/planner"
)

// What recurs by parts that the standard does not allow beside one another is read by nobody: the list of a file's times and its
// import both name it and have the rest. So is what no workspace keeps: numbers beyond all reason, and parts that are said twice. A BYSETPOS
// alone, which all programs read alike, is in both; so is a rule with blanks or a semicolon too many.
func TestWhatIsListedIsTakenIn(t *testing.T) {
	for rule, reads := range map[string]bool{
		"FREQ=WEEKLY;BYDAY=2MO;COUNT=4": false, "FREQ=DAILY;BYDAY=-1MO;COUNT=4": false, "FREQ=WEEKLY;BYMONTHDAY=4;COUNT=3": false, "FREQ=MONTHLY;BYWEEKNO=50;COUNT=3": false,
		"FREQ=YEARLY;BYWEEKNO=50;BYDAY=2MO;COUNT=3": false, "FREQ=MONTHLY;BYYEARDAY=350;COUNT=3": false, "FREQ=WEEKLY;BYSETPOS=2;COUNT=3": false,
		"FREQ=WEEKLY;BYSETPOS=1;COUNT=3": true, "FREQ=WEEKLY;BYSETPOS=-1;COUNT=3": true, "FREQ=MONTHLY;BYDAY=2MO;COUNT=3": true, "FREQ=YEARLY;BYWEEKNO=50;BYDAY=MO;COUNT=3": true,
		"FREQ=DAILY;INTERVAL=10001": false, "FREQ=DAILY;INTERVAL=10000": true, "FREQ=DAILY;COUNT=1000001": false, "FREQ=DAILY;COUNT=1000000": true,
		"FREQ=MONTHLY;BYDAY=6MO": false, "FREQ=MONTHLY;BYDAY=1TU,-6MO": false, "FREQ=YEARLY;BYMONTH=3;BYDAY=6MO": false, "FREQ=YEARLY;BYDAY=53MO": true,
		"FREQ=DAILY;FREQ=DAILY;COUNT=2": false, "FREQ=DAILY;COUNT=3;COUNT=2": false, "FREQ=DAILY;COUNT=00000000002": false, "FREQ=DAILY;COUNT=0002": true,
		"FREQ=DAILY;COUNT=3;UNTIL=20261220T000000Z": true, "FREQ=DAILY;INTERVAL=10001;COUNT=3;UNTIL=20261220T000000Z": false,
		" freq = daily ;; COUNT= 2;": true, "FREQ=MONTHLY;BYDAY=2 MO, 3TU;COUNT=2": true, "FREQ=DAILY;BYSECOND=60;COUNT=2": true, "FREQ=DAILY;UNTIL=20261220T100060Z": true,
	} {
		text := calendarText(eventText("odd", "DTSTART:20261214T100000Z\nDURATION:PT1H\nSUMMARY:Odd\nRRULE:"+rule), eventText("plain", "DTSTART:20261201T100000Z\nDURATION:PT1H\nSUMMARY:Plain"))
		list, found, err := ical.Occurrences(t.Context(), strings.NewReader(text), time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC))
		ok(t, err)
		has := func(uid string) bool {
			return slices.ContainsFunc(list, func(o ical.Occurrence) bool { return o.UID == uid })
		}
		named := slices.ContainsFunc(found, func(f core.Finding) bool { return f.UID == "odd" && f.Flaw == core.FlawBadRule && f.Lost })
		if has("odd") != reads || named == reads || !has("plain") {
			t.Errorf("%s: listed %v, named %v", rule, has("odd"), named)
		}
		plan, err := open(t).CalendarFiles.Read(t.Context(), "c.ics", bytes.NewReader([]byte(text)), planner.CalendarAsBoth)
		ok(t, err)
		if want := map[bool]int{true: 2, false: 1}[reads]; plan.New != want || plan.Refused != 2-want {
			t.Errorf("%s: %s", rule, sums(plan))
		}
	}
}

// A value of EXDATE or RDATE that is no date is named and left out: the series is there with its other dates.
func TestABadDateSinksNoSeries(t *testing.T) {
	text := calendarText(eventText("run", "DTSTART:20261202T100000Z\nDURATION:PT1H\nSUMMARY:Run\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261209T100000Z,2026121T1\nRDATE:never,20261204T100000Z"))
	list, _, err := ical.Occurrences(t.Context(), strings.NewReader(text), time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC))
	ok(t, err)
	var days []string
	for _, o := range list {
		days = append(days, o.Start.Format("0102"))
	}
	if got := strings.Join(days, " "); got != "1202 1204 1216" {
		t.Errorf("listed on %s", got)
	}
	p := open(t)
	plan, err := p.CalendarFiles.Read(t.Context(), "c.ics", bytes.NewReader([]byte(text)), planner.CalendarAsBoth)
	ok(t, err)
	var values []string
	for _, f := range plan.Findings {
		if f.Flaw == core.FlawBadDate && f.UID == "run" && f.Title == "Run" && !f.Lost {
			values = append(values, f.Value)
		}
	}
	if plan.New != 1 || plan.Refused != 0 || strings.Join(values, " ") != "2026121T1 never" {
		t.Errorf("%s, named %q", sums(plan), values)
	}
	ok(t, p.CalendarFiles.Import(t.Context(), plan, nil))
}

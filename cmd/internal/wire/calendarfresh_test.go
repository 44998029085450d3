package wire

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// runAs is a calendar of a series of Fridays with whatever else it has, said by somebody, as of a day.
type runAs struct{ rule, start, more, one, extra string }

func (r runAs) text(by, guest string, sequence, day int) string {
	who := fmt.Sprintf("ORGANIZER:mailto:%s\nATTENDEE;PARTSTAT=ACCEPTED:mailto:%s\nSEQUENCE:%d\n", by, guest, sequence)
	start := r.start
	if start == "" {
		start = "TZID=Europe/Berlin:20261204T160000"
	}
	whole := who + "SUMMARY:Talk\nDTSTART;" + start + "\nDURATION:PT1H"
	if r.rule != "" {
		whole += "\nRRULE:" + r.rule
	}
	events := []string{eventText("run", whole+r.more)}
	for _, one := range []string{r.one, r.extra} {
		if one != "" {
			id, rest, _ := strings.Cut(one, " ")
			events = append(events, eventText("run", who+"RECURRENCE-ID;TZID=Europe/Berlin:"+id+"\nSUMMARY:Moved\n"+rest))
		}
	}
	return strings.ReplaceAll(calendarText(events...), "DTSTAMP:20261101T000000Z", fmt.Sprintf("DTSTAMP:202611%02dT000000Z", day))
}

// shownMeetings lists the meetings of a UID, and those that are off.
func shownMeetings(t *testing.T, p *planner.Planner) string {
	t.Helper()
	all, err := p.Meetings.Between(t.Context(), core.Period{From: core.NewDate(2026, 11, 1), To: core.NewDate(2027, 6, 1)})
	ok(t, err)
	var out []string
	for _, m := range all {
		if m.Off() {
			continue
		}
		start, end := m.On("Europe/Berlin")
		out = append(out, start.String()+"-"+end.String()[11:]+" "+m.Title)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// What a second import of a calendar leaves is what one of the newer file alone gives, of one's own and of another's series.
func TestANewerCalendarLeavesWhatItAloneWouldGive(t *testing.T) {
	const weekly, moved = "FREQ=WEEKLY;COUNT=6", "20261218T160000 DTSTART;TZID=Europe/Berlin:20261219T100000\nDURATION:PT1H"
	was := runAs{rule: weekly, one: moved}
	for name, now := range map[string]runAs{
		"another rhythm that lacks the changed one": {rule: "FREQ=WEEKLY;INTERVAL=3;COUNT=3", one: moved},
		"another rhythm that has the changed one":   {rule: "FREQ=WEEKLY;INTERVAL=2;COUNT=3", one: moved},
		"another hour":            {rule: weekly, start: "TZID=Europe/Berlin:20261204T170000", one: moved},
		"another day of the week": {rule: weekly, start: "TZID=Europe/Berlin:20261203T160000", one: moved},
		"fewer":                   {rule: "FREQ=WEEKLY;COUNT=2", one: moved},
		"more":                    {rule: "FREQ=WEEKLY;COUNT=9", one: moved},
		"it is as the others":     {rule: weekly},
		"it is as the others, and the hour changes": {rule: weekly, start: "TZID=Europe/Berlin:20261204T170000"},
		"it has moved on":                       {rule: weekly, one: "20261218T160000 DTSTART;TZID=Europe/Berlin:20261220T110000\nDURATION:PT2H"},
		"it has moved on, and the hour changes": {rule: weekly, start: "TZID=Europe/Berlin:20261204T170000", one: "20261218T160000 DTSTART;TZID=Europe/Berlin:20261220T110000\nDURATION:PT2H"},
		"it is left out":                        {rule: weekly, more: "\nEXDATE;TZID=Europe/Berlin:20261218T160000"},
		"another is left out":                   {rule: weekly, more: "\nEXDATE;TZID=Europe/Berlin:20261211T160000", one: moved},
		"another moves too":                     {rule: weekly, one: moved, extra: "20261225T160000 DTSTART;TZID=Europe/Berlin:20261226T090000\nDURATION:PT1H"},
		"another moves too, with another hour":  {rule: weekly, start: "TZID=Europe/Berlin:20261204T170000", one: moved, extra: "20261225T170000 DTSTART;TZID=Europe/Berlin:20261226T090000\nDURATION:PT1H"},
		"it begins later":                       {rule: "FREQ=WEEKLY;COUNT=4", start: "TZID=Europe/Berlin:20261211T160000", one: moved},
		"by another clock at the same instants": {rule: weekly, start: "TZID=Europe/Paris:20261204T160000", one: moved},
		"by another clock":                      {rule: weekly, start: "TZID=Europe/London:20261204T160000", one: moved},
		"single dates":                          {rule: "FREQ=WEEKLY;COUNT=6", more: "\nRDATE;TZID=Europe/Berlin:20261209T160000", one: moved},
	} {
		for _, whose := range []string{"own", "another's"} {
			for _, sequence := range []int{1, 2} {
				t.Run(fmt.Sprint(name, ", ", whose, " ", sequence), func(t *testing.T) {
					by, guest := "olga@org.example", "gus@gst.example"
					side := func() *planner.Planner {
						if c := converse(t); whose == "own" {
							return c.organizer
						} else {
							return c.guest
						}
					}
					fresh, updated := side(), side()
					newer := now.text(by, guest, sequence, 20)
					take(t, fresh, newer)
					take(t, updated, was.text(by, guest, 1, 10))
					did := take(t, updated, newer)
					if want, got := shownMeetings(t, fresh), shownMeetings(t, updated); got != want {
						t.Errorf("%s\nfresh:\n%s\nupdated:\n%s", did, want, got)
					}
					if again := take(t, updated, newer); !strings.Contains(again, "new 0, changed 0") {
						t.Errorf("once more: %s", again)
					}
				})
			}
		}
	}
}

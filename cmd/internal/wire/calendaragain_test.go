package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// restamped gives a text of another day's DTSTAMP.
func restamped(text, day string) string {
	return strings.ReplaceAll(text, "DTSTAMP:20261101", "DTSTAMP:"+day)
}

// answeredRun gives the series as a file has it in which the owner's answer stands.
func answeredRun(partstat, day string) string {
	return restamped(calendarText(strings.ReplaceAll(runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=4"), "ATTENDEE:", "ATTENDEE;PARTSTAT="+partstat+":")), day)
}

// A series that was called off or declined, and takes place again, does so with all of its meetings, also those with
// notes (RFC 5546 2.1.4); what the owner or the organizer called off alone stays off.
func TestASeriesIsReinstated(t *testing.T) {
	run := func(method, sequence, more string) string {
		return itip(method, runText("SEQUENCE:"+sequence+"\nRRULE:FREQ=WEEKLY;COUNT=4"+more))
	}
	one := itip("CANCEL", runText("SEQUENCE:1\nSTATUS:CANCELLED\nRECURRENCE-ID;TZID=Africa/Nairobi:20261222T100000"))
	future := itip("CANCEL", runText("SEQUENCE:2\nSTATUS:CANCELLED\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Africa/Nairobi:20261208T100000"))
	for _, c := range []struct {
		name  string
		texts []string // from the second version on
		want  string
	}{
		{"called off", []string{run("CANCEL", "2", "\nSTATUS:CANCELLED"), run("REQUEST", "3", "")}, "12-01T10:00* 12-08T10:00*a 12-15T10:00*cancelled 12-22T10:00*cancelled"},
		{"called off from one on", []string{future, run("REQUEST", "3", "")}, "12-01T10:00 12-08T10:00*a 12-15T10:00*cancelled 12-22T10:00*cancelled"},
		{"called off in two steps", []string{future, run("CANCEL", "3", "\nSTATUS:CANCELLED"), run("REQUEST", "4", "")}, "12-01T10:00* 12-08T10:00*a 12-15T10:00*cancelled 12-22T10:00*cancelled"},
		{"declined", []string{answeredRun("DECLINED", "20261102"), answeredRun("ACCEPTED", "20261103")}, "12-01T10:00* 12-08T10:00*a 12-15T10:00*cancelled 12-22T10:00*cancelled"},
		{"shorter, renamed, longer", []string{
			strings.ReplaceAll(run("REQUEST", "2", ""), "COUNT=4", "COUNT=1"),
			strings.NewReplacer("COUNT=4", "COUNT=1", "Weekly", "Our week").Replace(run("REQUEST", "3", "")), run("REQUEST", "4", ""),
		}, "12-01T10:00 12-08T10:00*a 12-15T10:00*cancelled 12-22T10:00*cancelled"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, answeredRun("ACCEPTED", "20261101"))
			s := seriesByUID(t, p, "run")
			_, err := p.Agendas.Add(t.Context(), occurrence(s, "2026-12-08T10:00"), core.AgendaItem{Text: "Offer"})
			ok(t, err)
			ok(t, p.Meetings.Cancel(t.Context(), occurrence(s, "2026-12-15T10:00"), "I travel"))
			if got := take(t, p, one); got != changedOne {
				t.Fatalf("one alone: %s", got)
			}
			for _, text := range c.texts[:len(c.texts)-1] {
				if got := take(t, p, text); got != changedOne {
					t.Fatal(got)
				}
			}
			before := contents(t, p)
			last := c.texts[len(c.texts)-1]
			if got := take(t, p, last); got != changedOne {
				t.Errorf("again: %s", got)
			}
			if got := starts(t, p, s.ID); got != c.want {
				t.Errorf("%s\nnot %s", got, c.want)
			}
			m, err := p.Meetings.Get(t.Context(), occurrence(s, "2026-12-15T10:00"))
			if err != nil || m.Reason != "I travel" {
				t.Errorf("%+v, %v", m, err)
			}
			after := contents(t, p)
			if got := take(t, p, last); got != same || contents(t, p) != after {
				t.Errorf("a second time: %s", got)
			}
			if _, err := p.Undo(t.Context()); err != nil || contents(t, p) != before {
				t.Errorf("one undo does not take it back: %v", err)
			}
			if plan := readCalendar(t, p, c.texts[0], planner.CalendarAsBoth); plan.New != 0 {
				t.Errorf("an older copy: %s", sums(plan))
			}
		})
	}
}

package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// What was moved on its own and goes back to the pattern with its series, or takes place no more, is said to do so before it is done,
// and no older message about it moves it again.
func TestWhatGoesBackToThePatternStaysThere(t *testing.T) {
	moved := func(sequence, stamp string) string {
		text := itip("REQUEST", eventText("run", withAmina+"SEQUENCE:"+sequence+"\nRECURRENCE-ID;TZID=Africa/Nairobi:20261208T100000\nDTSTART;TZID=Africa/Nairobi:20261209T120000\nDURATION:PT1H"))
		return strings.ReplaceAll(text, "20261101T000000Z", stamp)
	}
	for name, one := range map[string]struct {
		text string
		says core.Flaw
		want string
	}{
		"a calendar with the same times": {strings.ReplaceAll(calendarText(runText("SEQUENCE:1\nRRULE:FREQ=WEEKLY;COUNT=3")), "20261101T000000Z", "20261110T000000Z"), core.FlawGoesBack, "12-01T10:00 12-08T10:00* 12-15T10:00"},
		"a message with other times":     {strings.ReplaceAll(itip("REQUEST", strings.ReplaceAll(runText("SEQUENCE:4\nRRULE:FREQ=WEEKLY;COUNT=3"), "T10", "T09")), "20261101T000000Z", "20261110T000000Z"), core.FlawGoesBack, "12-01T09:00 12-08T09:00* 12-15T09:00"},
		"a message that ends it before":  {strings.ReplaceAll(itip("REQUEST", runText("SEQUENCE:4\nRRULE:FREQ=WEEKLY;COUNT=1")), "20261101T000000Z", "20261110T000000Z"), core.FlawTakesAway, "12-01T10:00"},
		"other times that end before":    {strings.ReplaceAll(itip("REQUEST", strings.ReplaceAll(runText("SEQUENCE:4\nRRULE:FREQ=WEEKLY;COUNT=1"), "T10", "T09")), "20261101T000000Z", "20261110T000000Z"), core.FlawTakesAway, "12-01T09:00"},
	} {
		p := open(t)
		s := theirs(t, p, "FREQ=WEEKLY;COUNT=3")
		take(t, p, moved("1", "20261103T000000Z"))
		plan := taken(t, p, one.text, planner.CalendarAsBoth)
		if plan.Steps[0].Kept != one.says {
			t.Errorf("%s: nothing is said: %+v", name, plan.Steps[0])
		}
		if got := starts(t, p, s.ID); strings.ReplaceAll(got, "*", "") != strings.ReplaceAll(one.want, "*", "") {
			t.Errorf("%s: %s", name, got)
		}
		before := contents(t, p)
		for _, old := range []string{moved("1", "20261103T000000Z"), moved("1", "20261104T000000Z")} {
			plan := readCalendar(t, p, old, planner.CalendarAsBoth)
			if ok(t, p.CalendarFiles.Import(t.Context(), plan, nil)); core.CodeOf(plan.Steps[0].Err) != core.CodeOlder || contents(t, p) != before {
				t.Errorf("%s: an older message: %s, %v", name, sums(plan), plan.Steps[0].Err)
			}
		}
	}
	p := open(t)
	theirs(t, p, "FREQ=WEEKLY;COUNT=3")
	if plan := readCalendar(t, p, itip("REQUEST", strings.ReplaceAll(runText("SEQUENCE:4\nRRULE:FREQ=WEEKLY;COUNT=3"), "T10", "T09")), planner.CalendarAsBoth); plan.Steps[0].Kept != "" {
		t.Errorf("nothing was moved: %+v", plan.Steps[0])
	}
}

// What another calendar of the owner's says is off is off for its guests by that, also where its message leaves out when it was and
// who is told.
func TestAnOwnCancellationFromElsewhereIsWord(t *testing.T) {
	for name, one := range map[string]string{
		"without its time":             "STATUS:CANCELLED\nATTENDEE:mailto:gus@gst.example\n",
		"without its guests":           "STATUS:CANCELLED\n",
		"without a status":             "ATTENDEE:mailto:olga@org.example\nATTENDEE:mailto:gus@gst.example\n",
		"one date, without its time":   "STATUS:CANCELLED\nATTENDEE:mailto:gus@gst.example\nRECURRENCE-ID;TZID=Europe/Berlin:20261211T160000\n",
		"one date, without its guests": "STATUS:CANCELLED\nRECURRENCE-ID;TZID=Europe/Berlin:20261211T160000\n",
	} {
		for _, recurs := range []bool{false, true} {
			if !recurs && strings.Contains(one, "RECURRENCE") {
				continue
			}
			c, more := converse(t), ""
			if recurs {
				more = "\nRRULE:FREQ=WEEKLY;COUNT=3"
			}
			take(t, c.organizer, ownWith(0, "20261101T000000Z", more, gus))
			plan := taken(t, c.organizer, itip("CANCEL", eventText("own", one+"SEQUENCE:1\nORGANIZER:mailto:olga@org.example")), planner.CalendarAsBoth)
			if plan.Changed != 1 || !plan.Steps[0].Off {
				t.Errorf("%s: %s", name, sums(plan))
			}
			owed, err := c.organizer.Invitations.Owed(t.Context(), []core.Ref{{Kind: core.KindRelationship, ID: c.rel}})
			if ok(t, err); len(owed) > 0 {
				t.Errorf("%s, %v: owed %+v", name, recurs, owed)
			}
		}
	}
}

package wire

import (
	"bytes"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Thunderbird's answer to all of a series holds the meetings that were changed by themselves as well, unanswered: they are no
// answers of their own that could not be read. One that stands alone is still refused with its reason.
func TestAThunderbirdAnswerToAllIsTakenWhole(t *testing.T) {
	c := converse(t)
	s := c.plan(t)
	ok(t, c.organizer.Meetings.Move(t.Context(), occurrence(s, "2026-12-11T16:00"), civil("2026-12-12T10:00"), core.Civil{}, ""))
	c.send(t, s.ID, core.MethodRequest)
	const whole, one = "PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION"
	answer := func(parts ...string) string {
		var b strings.Builder
		b.WriteString("BEGIN:VCALENDAR\r\nPRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\n")
		for _, part := range parts {
			b.WriteString("BEGIN:VEVENT\r\nDTSTAMP:20261123T130000Z\r\nUID:" + s.UID + "\r\nSUMMARY:Weekly\r\nORGANIZER:mailto:olga@org.example\r\n" +
				"ATTENDEE;RSVP=TRUE;CN=Gus;" + part + ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT:mailto:gus@gst.example\r\nSEQUENCE:0\r\n")
			if part == one {
				b.WriteString("RECURRENCE-ID:20261211T150000Z\r\nDTSTART:20261212T090000Z\r\nDTEND:20261212T094500Z\r\n")
			} else {
				b.WriteString("DTSTART:20261204T150000Z\r\nDTEND:20261204T154500Z\r\nRRULE:FREQ=WEEKLY;COUNT=6\r\n")
			}
			b.WriteString("END:VEVENT\r\n")
		}
		return b.String() + "END:VCALENDAR\r\n"
	}
	read := func(text string) *planner.CalendarPlan {
		t.Helper()
		plan, err := c.organizer.CalendarFiles.Read(t.Context(), "answer.ics", bytes.NewReader([]byte(text)), planner.CalendarAsBoth)
		ok(t, err)
		return plan
	}
	if plan := read(answer(one)); len(plan.Replies) != 1 || core.CodeOf(plan.Replies[0].Err) != core.CodeNoAnswer {
		t.Errorf("alone: %+v", plan.Replies)
	}
	plan := read(answer(whole, one))
	if len(plan.Replies) != 1 || plan.Replies[0].Err != nil || plan.Replies[0].Answer != core.AnswerAccepted || plan.Refused != 0 {
		t.Errorf("%+v", plan.Replies)
	}
	ok(t, c.organizer.CalendarFiles.Import(t.Context(), plan, nil))
	for _, original := range []string{"2026-12-11T16:00", "2026-12-18T16:00"} {
		if heard := c.heard(t, s, original); heard != core.AnswerAccepted {
			t.Errorf("%s: heard %s", original, heard)
		}
	}
}

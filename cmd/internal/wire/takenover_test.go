package wire

import (
	"testing"

	"mentorbook/core"
)

// What the owner's other calendar had invited to goes on from here: the count of its messages does, so that no guest's program
// takes them for older ones (RFC 5546 2.1.4), and who was invited there can be told that it is off.
func TestWhatWasInvitedToElsewhereGoesOnFromHere(t *testing.T) {
	const both = "SUMMARY:Coaching\nSEQUENCE:3\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@gst.example\n" +
		"DTSTART;TZID=Europe/Berlin:20261204T160000\nDURATION:PT45M\n"
	for _, c := range []struct {
		name string
		act  func(t *testing.T, c *conversation, s *core.Series) (core.ID, core.Method)
		want int
		has  string
	}{
		{
			"one is moved", func(t *testing.T, c *conversation, s *core.Series) (core.ID, core.Method) {
				id := core.OccurrenceID(s.ID, civil("2026-12-11T16:00"))
				ok(t, c.organizer.Meetings.Move(t.Context(), id, civil("2026-12-12T10:00"), civil("2026-12-12T10:45"), "Europe/Berlin"))
				return id, core.MethodRequest
			}, 4, "12-04T16:00 12-12T10:00 12-18T16:00",
		},
		{
			"one is off", func(t *testing.T, c *conversation, s *core.Series) (core.ID, core.Method) {
				id := core.OccurrenceID(s.ID, civil("2026-12-11T16:00"))
				ok(t, c.organizer.Meetings.Cancel(t.Context(), id, ""))
				return id, core.MethodCancel
			}, 4, "12-04T16:00 12-18T16:00",
		},
		{
			"all are told as they are", func(t *testing.T, c *conversation, s *core.Series) (core.ID, core.Method) {
				return s.ID, core.MethodRequest
			}, 3, "12-04T16:00 12-11T16:00 12-18T16:00",
		},
		{
			"all are off", func(t *testing.T, c *conversation, s *core.Series) (core.ID, core.Method) {
				ok(t, c.organizer.Series.CallOff(t.Context(), s.ID, ""))
				return s.ID, core.MethodCancel
			}, 4, "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			talk := converse(t)
			text := calendarText(eventText("elsewhere", both+"RRULE:FREQ=WEEKLY;COUNT=3"))
			take(t, talk.organizer, text)
			take(t, talk.guest, itip("REQUEST", eventText("elsewhere", both+"RRULE:FREQ=WEEKLY;COUNT=3")))
			all, err := talk.organizer.Series.Of(t.Context(), talk.rel)
			ok(t, err)
			if len(all) != 1 {
				t.Fatalf("%d series", len(all))
			}
			id, method := c.act(t, talk, all[0])
			if d := talk.send(t, id, method); d.Sequence != c.want || len(d.To) != 1 {
				t.Errorf("SEQUENCE %d to %v", d.Sequence, d.To)
			}
			talk.deliver(t)
			if has := takesPlace(t, talk.guest, "elsewhere"); has != c.has {
				t.Errorf("the guest has %q", has)
			}
			talk.agree(t, "elsewhere", c.name)
		})
	}
}

// One that is longer on the clock, since that changes meanwhile, is as it was invited to: the count stays.
func TestAClockChangeIsNoNewVersion(t *testing.T) {
	talk := converse(t)
	const night = "SUMMARY:Night watch\nSEQUENCE:3\nORGANIZER:mailto:olga@org.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@gst.example\n" +
		"DTSTART;TZID=Europe/Berlin:20270320T230000\nDURATION:PT4H30M\nRRULE:FREQ=WEEKLY;COUNT=3"
	take(t, talk.organizer, calendarText(eventText("night", night)))
	all, err := talk.organizer.Series.Of(t.Context(), talk.rel)
	ok(t, err)
	if len(all) != 1 {
		t.Fatalf("%d series", len(all))
	}
	for _, original := range []string{"2027-03-20T23:00", "2027-03-27T23:00"} {
		if d := talk.send(t, occurrence(all[0], original), core.MethodRequest); d.Sequence != 3 {
			t.Errorf("%s: SEQUENCE %d", original, d.Sequence)
		}
	}
}

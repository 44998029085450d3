package wire

import (
	"bytes"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Of two invitations to a series with one SEQUENCE the guest has got the second alone, in which a meeting has another time and a
// SEQUENCE of its own: who accepts all of it accepts that one, whatever program they answer with. Who has got the first alone does
// not.
func TestAnAnswerToAllIsToWhatWasShown(t *testing.T) {
	ctx := t.Context()
	for name, x := range map[string]struct {
		gets    int // which of the two messages
		foreign bool
		want    core.Answer
	}{
		"the second": {1, false, core.AnswerAccepted}, "the first": {0, false, core.AnswerNone},
		"the second, with another program": {1, true, core.AnswerAccepted},
	} {
		t.Run(name, func(t *testing.T) {
			b := &manyTurns{conversation: converse(t)}
			b.series = b.plan(t)
			b.send(t, b.series.ID, core.MethodRequest)
			ok(t, b.organizer.Meetings.Move(ctx, occurrence(b.series, "2026-12-11T16:00"), civil("2026-12-12T10:00"), core.Civil{}, ""))
			if d := b.send(t, b.series.ID, core.MethodRequest); d.Sequence != 0 || len(d.Moved) != 1 || d.Moved[0].Sequence != 1 {
				t.Fatalf("%+v", d)
			}
			b.waiting = b.waiting[x.gets : x.gets+1]
			b.reads(t)
			if x.foreign {
				b.answers = []string{replyText("REPLY", b.series.UID, 0, b.clock.now.UTC().Format("20060102T150405Z"), "ATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@gst.example", "")}
			} else {
				b.says(t, b.mine(t).ID, core.MethodReply, planner.Sending{Answer: core.AnswerAccepted}, "")
				if got, want := strings.Count(b.answers[0], "BEGIN:VEVENT"), 1+x.gets; got != want {
					t.Errorf("%d events, not %d, in\n%s", got, want, b.answers[0])
				}
				if x.gets == 1 && !strings.Contains(b.answers[0], "SEQUENCE:1\r\n") {
					t.Errorf("no SEQUENCE of the one in\n%s", b.answers[0])
				}
			}
			plan, err := b.organizer.CalendarFiles.Read(ctx, "answer.ics", bytes.NewReader([]byte(b.answers[0])), planner.CalendarAsBoth)
			ok(t, err)
			if len(plan.Replies) != 1 || plan.New != 1 || !plan.Replies[0].Whole {
				t.Errorf("it is not one answer: %+v", plan.Replies)
			}
			ok(t, b.organizer.CalendarFiles.Import(ctx, plan, nil))
			for original, want := range map[string]core.Answer{"2026-12-11T16:00": x.want, "2026-12-18T16:00": core.AnswerAccepted} {
				if heard := b.heard(t, b.series, original); heard != want {
					t.Errorf("%s: heard %s, not %s", original, heard, want)
				}
			}
			if x.foreign {
				return
			}
			one, err := b.guest.Series.Occurrence(ctx, b.mine(t).ID, civil("2026-12-11T16:00"))
			ok(t, err)
			if room, err := b.guest.Meetings.Room(ctx, one.ID); err != nil || room.Own.Owed() {
				t.Errorf("the guest owes an answer: %+v, %v", room.Own, err)
			}
		})
	}
}

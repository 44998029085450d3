package wire

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Days off decline another's meeting: it is off here, and its organizer is to be told, unless they know. They never move it.
func TestDaysOffDeclineAnothersMeeting(t *testing.T) {
	p := open(t)
	take(t, p, itip("REQUEST", eventText("one", "DTSTART:20261201T080000Z\nDURATION:PT1H\n"+withAmina)))
	take(t, p, itip("REQUEST", runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY")))
	one, run := meetingByUID(t, p, "one").ID, seriesByUID(t, p, "run")
	off := planner.TimeOff{Period: core.Period{From: core.NewDate(2026, 12, 1), To: core.NewDate(2026, 12, 2)}, Reason: "Leave"}
	for name, id := range map[string]core.ID{"a meeting": one, "one of a series": core.OccurrenceID(run.ID, run.Start)} {
		find := func(off planner.TimeOff) (found planner.Message) {
			t.Helper()
			told, err := p.Meetings.TakeOff(t.Context(), off)
			ok(t, err)
			for _, msg := range told {
				if msg.Meeting.ID == id {
					return msg
				}
			}
			t.Fatalf("%s is not among those to tell of", name)
			return found
		}
		before := contents(t, p)
		if msg := find(off); msg.Method != core.MethodReply || msg.Theirs.Email != "amina.yusuf@kijani.example" || !msg.Meeting.Off() {
			t.Errorf("%s: %+v", name, msg)
		}
		_, err := p.Undo(t.Context())
		ok(t, err)
		if contents(t, p) != before {
			t.Errorf("%s: undo is not identity", name)
		}

		moving := off
		moving.MoveDays = 7
		if msg := find(moving); !msg.Stays || msg.Method != "" || !msg.Meeting.Planned() || msg.Meeting.Start.Date != core.NewDate(2026, 12, 1) {
			t.Errorf("%s, moving: %+v", name, msg)
		}
		_, err = p.Undo(t.Context())
		ok(t, err)

		find(off)
		text := sentText(t, p, id, planner.Sending{Answer: core.AnswerDeclined, Comment: "Leave"})
		if !strings.Contains(text, "METHOD:REPLY") || !strings.Contains(text, "PARTSTAT=DECLINED") || !strings.Contains(text, "COMMENT") {
			t.Errorf("%s:\n%s", name, text)
		}
		_, err = p.Undo(t.Context())
		ok(t, err)
		if msg := find(off); msg.Method != "" || !msg.Meeting.Off() {
			t.Errorf("%s, declined before: %+v", name, msg)
		}
		_, err = p.Undo(t.Context())
		ok(t, err)
	}
}

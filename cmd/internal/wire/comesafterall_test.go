package wire

import (
	"path/filepath"
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A meeting that is off since the owner declined it elsewhere is planned again once they accept it from here: one step,
// which can be taken back. Neither another refusal nor an answer to what the organizer called off does that.
func TestWhoComesAfterAllHasTheMeetingAgain(t *testing.T) {
	p, ctx := open(t), t.Context()
	event := func(part, stamp, more string) string {
		text := eventText("m", "SEQUENCE:1\nDTSTART:20261203T090000Z\nDURATION:PT1H\n"+strings.TrimSpace(withAmina)+more)
		text = strings.Replace(text, "ATTENDEE:", "ATTENDEE;PARTSTAT="+part+":", 1)
		return strings.Replace(text, "DTSTAMP:20261101", "DTSTAMP:"+stamp, 1)
	}
	status := func() core.MeetingStatus { return meetingByUID(t, p, "m").Status }
	answer := func(a core.Answer) {
		t.Helper()
		_, err := p.Invitations.SendAs(ctx, meetingByUID(t, p, "m").ID, core.MethodReply, filepath.Join(t.TempDir(), "a.ics"), planner.Sending{Answer: a})
		ok(t, err)
	}
	take(t, p, itip("REQUEST", event("NEEDS-ACTION", "20261101", "")))
	take(t, p, calendarText(event("DECLINED", "20261110", "")))
	if m := meetingByUID(t, p, "m"); !planner.OffByAnswer(m) {
		t.Fatalf("%s", m.Status)
	}
	if answer(core.AnswerDeclined); status() == core.MeetingPlanned {
		t.Error("planned by a refusal")
	}
	if answer(core.AnswerAccepted); status() != core.MeetingPlanned {
		t.Error("accepted, and not planned")
	}
	if take(t, p, calendarText(event("DECLINED", "20261110", ""))); status() != core.MeetingPlanned {
		t.Error("the former file calls it off again")
	}
	_, err := p.Undo(ctx)
	ok(t, err)
	if status() == core.MeetingPlanned {
		t.Error("not taken back")
	}
	_, err = p.Redo(ctx)
	ok(t, err)
	sent, err := p.Invitations.Sent(ctx, meetingByUID(t, p, "m").ID)
	ok(t, err)
	if len(sent) != 2 || status() != core.MeetingPlanned {
		t.Errorf("%d answers, %s", len(sent), status())
	}
	take(t, p, itip("CANCEL", strings.Replace(event("ACCEPTED", "20261122", ""), "SEQUENCE:1", "SEQUENCE:2\r\nSTATUS:CANCELLED", 1)))
	if status() == core.MeetingPlanned {
		t.Fatal("not called off")
	}
	if answer(core.AnswerAccepted); status() == core.MeetingPlanned {
		t.Error("planned though the organizer called it off")
	}
}

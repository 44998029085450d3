package wire

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A past meeting to which somebody asked the owner, and of which nobody knows whether they came, waits to be closed. It was held
// where they had said that they come, and where it was here as a calendar had it.
func TestAPastInvitationWaitsToBeClosed(t *testing.T) {
	for _, c := range []struct {
		name, method, partstat string
		want                   core.MeetingStatus
	}{
		{"nothing said", "REQUEST", "", core.MeetingPlanned},
		{"needs action", "REQUEST", ";PARTSTAT=NEEDS-ACTION", core.MeetingPlanned},
		{"may come", "REQUEST", ";PARTSTAT=TENTATIVE", core.MeetingPlanned},
		{"comes", "REQUEST", ";PARTSTAT=ACCEPTED", core.MeetingHeld},
		{"a copy", "PUBLISH", ";PARTSTAT=NEEDS-ACTION", core.MeetingHeld},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := open(t)
			take(t, p, itip(c.method, eventText("past", "DTSTART:20261117T100000Z\nDURATION:PT1H\nSUMMARY:Talk\nORGANIZER:mailto:amina.yusuf@kijani.example\n"+
				"ATTENDEE"+c.partstat+":mailto:maja@lindqvist.example")))
			if m := meetingByUID(t, p, "past"); m.Status != c.want || m.Closed.IsZero() != (c.want == core.MeetingPlanned) {
				t.Errorf("%s, closed %v", m.Status, m.Closed)
			}
		})
	}
}

// What its organizer has called off is answered no more, one meeting and all of a series.
func TestWhatIsCalledOffIsNotAnswered(t *testing.T) {
	p := open(t)
	one := eventText("one", "DTSTART:20261201T100000Z\nDURATION:PT1H\n"+withAmina)
	all := runText("SEQUENCE:3\nRRULE:FREQ=WEEKLY;COUNT=3")
	take(t, p, itip("REQUEST", one))
	take(t, p, itip("REQUEST", all))
	m, s := meetingByUID(t, p, "one"), seriesByUID(t, p, "run")
	take(t, p, itip("CANCEL", eventText("one", "SEQUENCE:1\nSTATUS:CANCELLED\nDTSTART:20261201T100000Z\nDURATION:PT1H\n"+withAmina)))
	take(t, p, itip("CANCEL", runText("SEQUENCE:4\nSTATUS:CANCELLED\nRRULE:FREQ=WEEKLY;COUNT=3")))
	for name, id := range map[string]core.ID{"one": m.ID, "all": s.ID} {
		for _, answer := range core.Answers() {
			_, err := p.Invitations.SendAs(t.Context(), id, core.MethodReply, filepath.Join(t.TempDir(), "r.ics"), planner.Sending{Answer: answer})
			if core.CodeOf(err) != core.CodeState {
				t.Errorf("%s, %s: %v", name, answer, err)
			}
		}
	}
}

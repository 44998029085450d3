package wire

import (
	"testing"

	"mentorbook/core"
)

// An answer to all of a series that its guest gave before they had read that one of its meetings has moved, by a message of its own
// or by one about all, is none to that one: both sides know that it is owed, and that the others are answered.
func TestAnAnswerThatCrossesAMoveIsOwedToWhatMoved(t *testing.T) {
	for name, c := range map[string]struct{ declines, alone bool }{
		"declined before, told of all": {true, false}, "declined before, told alone": {true, true}, "told alone": {false, true}, "told of all": {false, false},
	} {
		t.Run(name, func(t *testing.T) {
			talk, s := asked(t)
			if c.declines {
				talk.says(t, s, "2026-12-11T16:00", core.AnswerDeclined)
			}
			id := occurrence(s, "2026-12-11T16:00")
			ok(t, talk.organizer.Meetings.Move(t.Context(), id, civil("2026-12-11T17:00"), core.Civil{}, ""))
			if !c.alone {
				id = s.ID
			}
			talk.send(t, id, core.MethodRequest)
			talk.says(t, s, "", core.AnswerAccepted)
			talk.deliver(t)
			for original, want := range map[string]core.Answer{"2026-12-11T16:00": core.AnswerNone, "2026-12-18T16:00": core.AnswerAccepted} {
				own := talk.own(t, s, original)
				if heard := talk.heard(t, s, original); heard != want || own.Owed() != (want == core.AnswerNone) {
					t.Errorf("%s: the organizer has %s, and the guest is told %+v", original, heard, own)
				}
			}
		})
	}
}

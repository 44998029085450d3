package planner_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// An invitation that nobody has answered asks for care; one answer of several is enough to leave it be, and who was
// only sent a file owes no answer.
func TestAnInvitationWithoutAnyAnswer(t *testing.T) {
	none, yes := planner.GuestAnswer{Answer: core.AnswerNone}, planner.GuestAnswer{Answer: core.AnswerAccepted}
	for want, guests := range map[bool][][]planner.GuestAnswer{
		true:  {{none}, {none, none}},
		false: {nil, {yes}, {none, yes}},
	} {
		for _, g := range guests {
			if planner.Silent(g) != want {
				t.Errorf("%+v: %v", g, !want)
			}
		}
	}
}

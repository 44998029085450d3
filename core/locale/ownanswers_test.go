package locale_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// A meeting that the owner has declined says beside that which time they asked for, or that the organizer keeps theirs.
func TestOwnOutcome(t *testing.T) {
	words, err := locale.New(core.English)
	if err != nil {
		t.Fatal(err)
	}
	day := core.NewDate(2026, 11, 23)
	at := core.NewDate(2026, 12, 4).At(10, 0)
	declined := &core.Meeting{Status: core.MeetingCancelled, Origin: core.Origin{Answer: core.AnswerDeclined}}
	for _, c := range []struct {
		m    *core.Meeting
		own  core.OwnSaid
		says string
	}{
		{declined, core.OwnSaid{Answer: core.AnswerDeclined}, "declined"},
		{declined, core.OwnSaid{Answer: core.AnswerDeclined, Proposed: at}, "declined, proposed: 4 Dec 10:00"},
		{declined, core.OwnSaid{Answer: core.AnswerDeclined, Kept: true}, "declined, time unchanged"},
		{&core.Meeting{Status: core.MeetingHeld}, core.OwnSaid{Answer: core.AnswerAccepted, Proposed: at}, "held"},
	} {
		if got := words.OwnOutcome(c.m, c.own, day); got != c.says {
			t.Errorf("%+v: %q", c.own, got)
		}
	}
}

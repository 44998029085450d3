package calendar

import (
	"strings"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/tone"
)

// The block of a meeting asks for care as the page of the day does, with a sign for each reason: where somebody will not come, asks for
// another time, or has the old one, and not where an answer is waited for. What is on show is explained, and nothing else.
func TestBlocksAskForCare(t *testing.T) {
	x := at(1, someone("Amina", "Europe/Berlin"), day(3, 24).At(15, 0), day(3, 24).At(16, 0), core.MeetingPlanned)
	none, yes, no := planner.GuestAnswer{Answer: core.AnswerNone}, planner.GuestAnswer{Answer: core.AnswerAccepted}, planner.GuestAnswer{Answer: core.AnswerDeclined}
	asks := planner.GuestAnswer{Answer: core.AnswerTentative, Reply: &core.Reply{Start: day(3, 25).At(15, 0)}}
	place := planner.GuestAnswer{Answer: core.AnswerTentative, Reply: &core.Reply{Start: day(3, 25).At(15, 0), Place: "The library"}}
	old, off := planner.GuestAnswer{Answer: core.AnswerAccepted, OldTime: true}, planner.GuestAnswer{Answer: core.AnswerNone, Off: true}
	x.Invited = true
	for i, c := range []struct {
		answers []planner.GuestAnswer
		clash   bool
		want    tone.Sign
		says    string
	}{
		{nil, false, tone.NoSign, ""},
		{[]planner.GuestAnswer{none}, false, tone.NoSign, ""},
		{[]planner.GuestAnswer{none, yes}, false, tone.NoSign, ""},
		{[]planner.GuestAnswer{yes, yes}, false, tone.Agreed, "everybody comes"},
		{[]planner.GuestAnswer{yes, no}, false, tone.Unsettled, "needs attention"},
		{[]planner.GuestAnswer{yes, asks}, false, tone.Proposes, "another time or place is proposed"},
		{[]planner.GuestAnswer{yes, place}, false, tone.Proposes, "another time or place is proposed"},
		{[]planner.GuestAnswer{yes, old}, false, tone.Outdated, "a guest has old details"},
		{[]planner.GuestAnswer{off, asks}, false, tone.Outdated, "a guest has old details"},
		{[]planner.GuestAnswer{old}, true, tone.Clashes, "clash"},
	} {
		if x.Answers, x.Clashes = c.answers, nil; c.clash {
			x.Clashes = []planner.MeetingClash{{Title: "Board review"}}
		}
		m := weekOf(t, x)
		if got, drawn := m.Blocks[0], gridSpec(m).Blocks[0]; got.Sign != c.want || drawn.Sign != c.want {
			t.Errorf("%d: %d on %+v", i, drawn.Sign, got)
		}
		var said []string
		for _, s := range m.Signs() {
			said = append(said, s.Text)
		}
		if got := strings.Join(said, "|"); got != c.says {
			t.Errorf("%d: explained as %q", i, got)
		}
	}
	x.Invited, x.Answers = false, nil
	if b := gridSpec(weekOf(t, x)).Blocks[0]; b.Sign != tone.Clashes || !strings.Contains(b.Aside, "clashes with “Board review”") {
		t.Errorf("a clash: %+v", b)
	}
	x.Invited = true
	x.Meeting.Status, x.Answers = core.MeetingCancelled, []planner.GuestAnswer{none}
	if weekOf(t, x).Blocks[0].Sign.Care() {
		t.Error("what is called off asks for care")
	}
}

package today_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/today"
	"mentorbook/ui/tone"
)

// A row of the week, and the next meeting, say that somebody is not invited yet, though all who were have accepted, and beside what others said.
func TestARowSaysThatSomebodyIsNotInvitedYet(t *testing.T) {
	w := words(t, core.English)
	for want, answer := range map[string]core.Answer{"1 not invited yet": core.AnswerAccepted, "declined, 1 not invited yet": core.AnswerDeclined} {
		d := day()
		for _, row := range []*planner.MeetingRow{&d.Week[1], &d.Next.MeetingRow} {
			row.Clashes, row.Invited, row.Own = nil, true, nil
			row.Others = []*core.Person{
				{Head: core.Head{ID: id(1)}, Emails: []string{"amina@kijani.example"}}, {Head: core.Head{ID: id(2)}, Emails: []string{"noor@late.example"}},
			}
			row.Answers = []planner.GuestAnswer{{Person: id(1), Answer: answer}}
		}
		m := today.NewModel(d, w, false)
		if got := m.Week[0]; got.ChipText != want || got.Chip != tone.Care {
			t.Errorf("%s: %q, %v", answer, got.ChipText, got.Chip)
		}
		if m.Next.Mark != want {
			t.Errorf("%s, the next: %q", answer, m.Next.Mark)
		}
	}
}

// Who is to be invited is named with what they are to be invited to, which the button leads to.
func TestWhoHasJoinedNeedsAnInvitation(t *testing.T) {
	d := day()
	d.Needs = []planner.Need{
		{Kind: planner.NeedJoined, Ref: core.Ref{Kind: core.KindMeeting, ID: id(20)}, Name: "Circle", People: []string{"Noor", "Ben"}, At: d.Date.AddDays(1).At(17, 0)},
		{Kind: planner.NeedJoined, Ref: core.Ref{Kind: core.KindSeries, ID: id(21)}, Name: "Circle", People: []string{"Noor"}, Whole: true},
	}
	m := today.NewModel(d, words(t, core.English), false)
	for i, want := range []today.Need{
		{Invite: id(20), Meeting: id(20), Text: "Circle, tomorrow 17:00: Noor and Ben not invited yet"},
		{Invite: id(21), Text: "Circle: Noor not invited to the series yet"},
	} {
		if n := m.Needs[i]; n.Invite != want.Invite || n.Meeting != want.Meeting || n.Text != want.Text || n.Chip != "not invited" || n.Tell != "Invite…" {
			t.Errorf("%+v", n)
		}
	}
}

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

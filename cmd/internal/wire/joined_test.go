package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// Who joins a circle after its invitation went out is named beside the meeting on Today, until they are invited, too.
func TestWhoJoinsAfterTheInvitationIsNotInvitedYet(t *testing.T) {
	p, ctx := open(t), t.Context()
	circle := named(t, p, "Leadership")
	today, err := p.TodayDate(ctx)
	ok(t, err)
	m, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: circle.ID, Title: "Extra", Start: today.At(23, 0), End: today.At(23, 30), Zone: "Europe/Berlin"})
	ok(t, err)
	uninvited := func() []*core.Person {
		t.Helper()
		day, err := p.Today(ctx)
		ok(t, err)
		for _, row := range day.Week {
			if row.Meeting.ID == m.ID {
				return row.Uninvited()
			}
		}
		t.Fatal("it is not in the week")
		return nil
	}
	if got := uninvited(); len(got) > 0 {
		t.Errorf("where nobody was asked: %v", got)
	}
	invite(t, p, m)
	if got := uninvited(); len(got) > 0 {
		t.Errorf("where all were asked: %v", got)
	}
	join := func(person core.Person) core.ID {
		t.Helper()
		who, err := p.People.Add(ctx, person)
		ok(t, err)
		ok(t, p.Relationships.Change(ctx, circle.ID, func(r *core.Relationship) error {
			r.Participants = append(r.Participants, core.Participant{Person: who.ID, Role: core.RoleMentee})
			return nil
		}))
		return who.ID
	}
	join(core.Person{Name: "Without Address"})
	joined := join(core.Person{Name: "Noor Late", Emails: []string{"noor@late.example"}})
	if got := uninvited(); len(got) != 1 || got[0].ID != joined {
		t.Errorf("after they joined: %v", got)
	}
	ok(t, p.Meetings.Cancel(ctx, m.ID, ""))
	day, err := p.Today(ctx)
	ok(t, err)
	for _, row := range append(day.Week, planner.MeetingRow{Meeting: m}) {
		if row.Meeting.ID == m.ID && len(row.Uninvited()) > 0 {
			t.Error("to what is off nobody is to be invited")
		}
	}
}

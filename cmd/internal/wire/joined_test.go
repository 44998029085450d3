package wire

import (
	"path/filepath"
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
	needs := func() (who []string) {
		t.Helper()
		day, err := p.Today(ctx)
		ok(t, err)
		for _, n := range day.Needs {
			if n.Kind == planner.NeedJoined && n.Ref == core.RefOf(m) && !n.Whole {
				who = append(who, n.People...)
			}
		}
		return who
	}
	join(core.Person{Name: "Without Address"})
	if got := needs(); len(got) > 0 {
		t.Errorf("who has no address: %v", got)
	}
	joined := join(core.Person{Name: "Noor Late", Emails: []string{"noor@late.example"}})
	if got := uninvited(); len(got) != 1 || got[0].ID != joined {
		t.Errorf("after they joined: %v", got)
	}
	if got := needs(); len(got) != 1 || got[0] != "Noor Late" {
		t.Errorf("what needs the owner: %v", got)
	}
	ok(t, p.Meetings.Cancel(ctx, m.ID, ""))
	day, err := p.Today(ctx)
	ok(t, err)
	if got := needs(); len(got) > 0 {
		t.Errorf("what is off: %v", got)
	}
	for _, row := range append(day.Week, planner.MeetingRow{Meeting: m}) {
		if row.Meeting.ID == m.ID && len(row.Uninvited()) > 0 {
			t.Error("to what is off nobody is to be invited")
		}
	}
	s, err := p.Series.Plan(ctx, core.Series{Relationship: circle.ID, Start: today.At(22, 0), End: today.At(22, 30), Zone: "Europe/Berlin", Rule: "FREQ=DAILY;COUNT=3"})
	ok(t, err)
	_, err = p.Invitations.SendAs(ctx, s.ID, core.MethodRequest, filepath.Join(t.TempDir(), "run.ics"), planner.Sending{Together: true})
	ok(t, err)
	join(core.Person{Name: "Ola Later", Emails: []string{"ola@late.example"}})
	day, err = p.Today(ctx)
	ok(t, err)
	whole := 0
	for _, n := range day.Needs {
		if n.Kind == planner.NeedJoined && n.Whole && n.Ref == core.RefOf(s) && len(n.People) == 1 && n.People[0] == "Ola Later" {
			whole++
		}
	}
	if whole != 1 {
		t.Errorf("of a series it is told %d times: %+v", whole, day.Needs)
	}
}

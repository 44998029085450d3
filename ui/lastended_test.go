package ui_test

import (
	"path/filepath"
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Where the only relationship has ended, Today goes on to show what needs the owner, of one who teaches as of one who learns: as much
// as its figure says. What to do first is for where nothing has begun.
func TestTodayGoesOnWhereTheOnlyRelationshipHasEnded(t *testing.T) {
	for _, role := range []core.Role{core.RoleMentor, core.RoleMentee, core.RoleBoth} {
		t.Run(string(role), func(t *testing.T) {
			h := uitest.Open(t, uitest.Options{Empty: true, Role: role})
			rel := invitedOnly(t, h, role)
			if err := h.Planner.Relationships.End(t.Context(), rel, planner.End{CancelMeetings: true}); err != nil {
				t.Fatal(err)
			}
			h.Go(shell.Route{Screen: "people"})
			h.Go(shell.Route{Screen: "today"})
			h.Settle()
			day, err := h.Planner.Today(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			h.Lacks(h.Words.T("first.title"))
			h.Wants("Sara Okafor: a series is cancelled", "Meeting on 21 November 2026: Sara Okafor")
			if n := day.Pressing(role.Learns()); n != 2 {
				t.Errorf("%d things need the owner", n)
			}
			h.Shot("today-ended-" + string(role))
		})
	}
}

// invitedOnly makes the only relationship of a workspace, with a series to which its other side is invited and a meeting that is over.
func invitedOnly(t *testing.T, h *uitest.House, role core.Role) core.ID {
	t.Helper()
	ctx, p := t.Context(), h.Planner
	sara, err := p.People.Add(ctx, core.Person{Name: "Sara Okafor", Emails: []string{"sara@okafor.example"}})
	if err != nil {
		t.Fatal(err)
	}
	owner, err := p.Workspace.Owner(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.People.Change(ctx, owner.ID, func(o *core.Person) error { o.Emails = []string{"me@home.example"}; return nil }); err != nil {
		t.Fatal(err)
	}
	mine, theirs := core.RoleMentor, core.RoleMentee
	if role == core.RoleMentee {
		mine, theirs = theirs, mine
	}
	rel, err := p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationLong, Specialisation: core.SpecCareer,
		Participants: []core.Participant{{Person: owner.ID, Role: mine}, {Person: sara.ID, Role: theirs}},
	})
	if err != nil {
		t.Fatal(err)
	}
	start := core.DateOf(uitest.Now())
	series, err := p.Series.Plan(ctx, core.Series{Relationship: rel.ID, Title: "Mentoring hour", Start: start.AddDays(3).At(10, 0), Zone: "Europe/Berlin", Rule: "FREQ=WEEKLY"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Invitations.Send(ctx, series.ID, core.MethodRequest, filepath.Join(h.Dir, "a.eml")); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Title: "The review", Start: start.AddDays(-2).At(10, 0), Zone: "Europe/Berlin"}); err != nil {
		t.Fatal(err)
	}
	return rel.ID
}

package wire

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
)

// A pause has the day on which it began, whichever way it was made, and loses it with the pause; undo takes either back. What is
// planned stays planned, and is counted; nothing is quiet for too long meanwhile.
func TestAPauseKnowsSinceWhen(t *testing.T) {
	p, ctx := open(t), t.Context()
	today, err := p.TodayDate(ctx)
	ok(t, err)
	owner, err := p.Workspace.Owner(ctx)
	ok(t, err)
	anna, err := p.People.Add(ctx, core.Person{Name: "Anna Berg"})
	ok(t, err)
	rel, err := p.Relationships.Add(ctx, core.Relationship{
		Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecCareer, Since: today.AddDays(-200),
		Participants: []core.Participant{{Person: owner.ID, Role: core.RoleMentor}, {Person: anna.ID, Role: core.RoleMentee}},
	})
	ok(t, err)
	_, err = p.Meetings.Plan(ctx, core.Meeting{Relationship: rel.ID, Start: today.AddDays(2).At(12, 0), Zone: "Europe/Berlin"})
	ok(t, err)
	stands := func(after string, status core.Status, paused core.Date, still int) {
		t.Helper()
		o, err := p.Relationships.Overview(ctx, rel.ID)
		ok(t, err)
		if r := o.Relationship; r.Status != status || r.Paused != paused || o.Still.Meetings != still {
			t.Errorf("%s: %s since %v, %d planned", after, r.Status, r.Paused, o.Still.Meetings)
		}
		day, err := p.Today(ctx)
		ok(t, err)
		for _, row := range day.Sidebar {
			if row.Relationship == rel.ID && (row.Quiet != (status == core.StatusActive) || row.Status != status) {
				t.Errorf("%s: on the side %+v", after, row)
			}
		}
	}
	stands("begun", core.StatusActive, core.Date{}, 0)
	ok(t, p.Relationships.Pause(ctx, rel.ID))
	stands("paused", core.StatusPaused, today, 1)
	if err := p.Relationships.Pause(ctx, rel.ID); core.CodeOf(err) != core.CodeState {
		t.Error("paused twice:", err)
	}
	_, err = p.Undo(ctx)
	ok(t, err)
	stands("undone", core.StatusActive, core.Date{}, 0)
	_, err = p.Redo(ctx)
	ok(t, err)
	stands("redone", core.StatusPaused, today, 1)
	ok(t, p.Relationships.Resume(ctx, rel.ID))
	stands("resumed", core.StatusActive, core.Date{}, 0)
	if err := p.Relationships.Resume(ctx, rel.ID); core.CodeOf(err) != core.CodeState {
		t.Error("resumed twice:", err)
	}
	to := func(status core.Status) error {
		return p.Relationships.Reshape(ctx, rel.ID, nil, func(r *core.Relationship) error { r.Status = status; return nil })
	}
	ok(t, to(core.StatusPaused))
	stands("paused in the form", core.StatusPaused, today, 1)
	ok(t, p.Relationships.Change(ctx, rel.ID, func(r *core.Relationship) error { r.Paused = today.AddDays(-3); return nil }))
	ok(t, to(core.StatusPaused))
	stands("kept in the form", core.StatusPaused, today.AddDays(-3), 1)
	ok(t, to(core.StatusActive))
	stands("resumed in the form", core.StatusActive, core.Date{}, 0)
	ok(t, p.Relationships.End(ctx, rel.ID, planner.End{}))
	stands("ended", core.StatusEnded, core.Date{}, 1)
	ok(t, p.Relationships.Resume(ctx, rel.ID))
	stands("taken up again", core.StatusActive, core.Date{}, 0)
}

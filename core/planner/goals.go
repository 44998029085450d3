package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// Goals is what can be done with goals and their milestones.
type Goals struct{ e *engine }

// Add keeps a new goal of a person.
func (s Goals) Add(ctx context.Context, goal core.Goal) (*core.Goal, error) {
	g := goal
	g.Head = core.Head{}
	if g.Status == "" {
		g.Status = core.GoalDraft
	}
	_, err := s.e.do(ctx, TitleGoalAdded, named(g.Title), func(u *unit) error {
		if _, err := load[core.Person](u, g.Person); err != nil {
			return err
		}
		return putGoal(u, &g)
	})
	return &g, err
}

func putGoal(u *unit, g *core.Goal) error {
	for i := range g.Milestones {
		if g.Milestones[i].ID.IsZero() {
			g.Milestones[i].ID = u.newID()
		}
	}
	if _, err := linked(u, g.Relationships); err != nil {
		return err
	}
	return u.put(g)
}

// Get gives one goal.
func (s Goals) Get(ctx context.Context, id core.ID) (*core.Goal, error) {
	return view(ctx, s.e, func(r Reader) (*core.Goal, error) { return load[core.Goal](r, id) })
}

// Of gives the goals of a relationship, by due date.
func (s Goals) Of(ctx context.Context, rel core.ID) ([]*core.Goal, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Goal, error) {
		return collect(scan[core.Goal](r, Query{Index: GoalsOfRelationship, Of: rel}))
	})
}

// Change edits a goal. Whose it is stays.
func (s Goals) Change(ctx context.Context, id core.ID, edit func(*core.Goal) error) error {
	return s.change(ctx, TitleGoalChanged, id, func(_ *unit, g *core.Goal) error { return edit(g) })
}

func (s Goals) change(ctx context.Context, title Title, id core.ID, edit func(*unit, *core.Goal) error) error {
	return change(ctx, s.e, title, id, func(u *unit, g *core.Goal) (string, error) {
		person := g.Person
		if err := edit(u, g); err != nil {
			return "", err
		}
		g.Person = person
		return g.Title, putGoal(u, g)
	})
}

// Measure notes the figure of a measured goal on a day. A goal without a measure is refused: CodeState.
func (s Goals) Measure(ctx context.Context, id core.ID, on core.Date, value float64) error {
	return s.change(ctx, TitleGoalMeasured, id, func(u *unit, g *core.Goal) error {
		if err := u.happened("on", on); err != nil {
			return err
		}
		if g.Measure == nil {
			return core.Fail(core.CodeState, "state", "no_measure")
		}
		g.Measure.Read(on, value)
		return nil
	})
}

// Reach marks a milestone as done on a day, with its evidence; a zero day takes that back.
func (s Goals) Reach(ctx context.Context, id, milestone core.ID, on core.Date, evidence string) error {
	title := TitleMilestoneDone
	if on.IsZero() {
		title = TitleMilestoneReopened
	}
	return s.change(ctx, title, id, func(u *unit, g *core.Goal) error {
		if err := u.happened("on", on); err != nil {
			return err
		}
		i := slices.IndexFunc(g.Milestones, func(m core.Milestone) bool { return m.ID == milestone })
		if i < 0 {
			return core.Fail(core.CodeNotFound, "kind", "milestone", "id", milestone.String())
		}
		g.Milestones[i].Done = on
		if evidence != "" {
			g.Milestones[i].Evidence = evidence
		}
		return nil
	})
}

// Close marks a goal as reached or dropped today, or opens it again (GoalAgreed, GoalDraft).
func (s Goals) Close(ctx context.Context, id core.ID, status core.GoalStatus) error {
	title := map[core.GoalStatus]Title{core.GoalReached: TitleGoalReached, core.GoalDropped: TitleGoalDropped}[status]
	if title == "" {
		title = TitleGoalChanged
	}
	return s.change(ctx, title, id, func(u *unit, g *core.Goal) error {
		today, err := u.today()
		g.Status, g.Closed = status, today
		if g.Open() {
			g.Closed = core.Date{}
		}
		return err
	})
}

// Delete removes a goal with its notes and releases; actions towards it stay, without the link.
func (s Goals) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleGoalDeleted, args, func(u *unit) error {
		g, err := load[core.Goal](u, id)
		if err != nil {
			return err
		}
		args["name"] = g.Title
		d := newDeletion()
		if err := d.takeGoal(u, id); err != nil {
			return err
		}
		return d.carryOut(u)
	})
	return err
}

package planner

import (
	"context"
	"slices"

	"mentorbook/core"
)

// Actions is what can be done with promises.
type Actions struct{ e *engine }

// Add keeps a new action.
func (s Actions) Add(ctx context.Context, action core.Action) (*core.Action, error) {
	a := action
	_, err := s.e.do(ctx, TitleActionAdded, named(a.Title), func(u *unit) error { return s.add(u, &a) })
	return &a, err
}

// AddEach keeps new actions, such as one for each whom a line names, as one step.
func (s Actions) AddEach(ctx context.Context, actions []core.Action) error {
	if len(actions) == 0 {
		return nil
	}
	_, err := s.e.do(ctx, AddTitle(len(actions)), named(actions[0].Title), func(u *unit) error {
		for _, a := range actions {
			if err := s.add(u, &a); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// AddTitle gives the title of the step in which so many actions are kept.
func AddTitle(n int) Title {
	if n > 1 {
		return TitleActionsAdded
	}
	return TitleActionAdded
}

// AddOf keeps a new action together with its owner, who is new among the people, as one step.
func (s Actions) AddOf(ctx context.Context, owner core.Person, action core.Action) (*core.Action, error) {
	a := action
	_, err := s.e.do(ctx, TitleActionAdded, named(a.Title), func(u *unit) error {
		p := owner
		p.Head = core.Head{}
		if err := u.put(&p); err != nil {
			return err
		}
		a.Owner = p.ID
		return s.add(u, &a)
	})
	return &a, err
}

// add completes and keeps an action that was not there before.
func (s Actions) add(u *unit, a *core.Action) error {
	a.Head = core.Head{}
	if a.Status == "" {
		a.Status = core.ActionOpen
	}
	if !a.Meeting.IsZero() {
		if _, err := u.materialise(core.Ref{Kind: core.KindMeeting, ID: a.Meeting}); err != nil {
			return err
		}
	}
	rels, err := linked(u, a.Relationships)
	if err != nil {
		return err
	}
	if err := refuseStrangers(u, a, rels, "meeting"); err != nil {
		return err
	}
	if a.Readers.Private() && len(rels) > 0 {
		ws, err := workspaceOf(u)
		if err != nil {
			return err
		}
		a.Readers = ActionReaders(rels[0], a.Owner, ws.Owner)
	}
	return u.put(a)
}

// refuseStrangers refuses, at a field, relationships for a promise that was made in a meeting of none of them, where others take
// part: who reads it there would read of a meeting that they were not in. Among the same people it keeps its meeting.
func refuseStrangers(r Reader, a *core.Action, rels []*core.Relationship, field string) error {
	if a.Meeting.IsZero() || len(rels) == 0 {
		return nil
	}
	m, err := load[core.Meeting](r, a.Meeting)
	if err != nil || slices.ContainsFunc(rels, func(rel *core.Relationship) bool { return rel.ID == m.Relationship }) {
		return err
	}
	of, err := load[core.Relationship](r, m.Relationship)
	if err != nil {
		return err
	}
	for _, rel := range rels {
		if !rel.SamePeople(of) {
			return core.FailField(core.CodeElsewhere, field)
		}
	}
	return nil
}

// ActionReaders says who reads a new action of somebody's in a relationship that a writer puts there.
func ActionReaders(rel *core.Relationship, owner, writer core.ID) core.Visibility {
	return rel.DefaultReaders(writer, about(rel, owner, writer))
}

// about tells whom a new item of somebody's is about: them, or the one other side if it is the writer's own.
func about(rel *core.Relationship, owner, writer core.ID) core.ID {
	if owner != writer {
		return owner
	}
	return onlyOther(rel, writer)
}

// linked gives the relationships to which an item is linked. All have to be there.
func linked(r Reader, ids []core.ID) ([]*core.Relationship, error) {
	var rels []*core.Relationship
	for _, id := range ids {
		rel, err := load[core.Relationship](r, id)
		if err != nil {
			return nil, err
		}
		rels = append(rels, rel)
	}
	return rels, nil
}

// Get gives one action.
func (s Actions) Get(ctx context.Context, id core.ID) (*core.Action, error) {
	return view(ctx, s.e, func(r Reader) (*core.Action, error) { return load[core.Action](r, id) })
}

// Of gives all actions of a relationship, by due date.
func (s Actions) Of(ctx context.Context, rel core.ID) ([]*core.Action, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Action, error) {
		return collect(scan[core.Action](r, Query{Index: ActionsOfRelationship, Of: rel}))
	})
}

// OfMeeting gives the actions promised in a meeting, by due date.
func (s Actions) OfMeeting(ctx context.Context, meeting core.ID) ([]*core.Action, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Action, error) {
		return collect(scan[core.Action](r, Query{Index: ActionsOfMeeting, Of: meeting}))
	})
}

// Change edits an action.
func (s Actions) Change(ctx context.Context, id core.ID, edit func(*core.Action) error) error {
	return s.change(ctx, TitleActionChanged, id, func(_ *unit, a *core.Action) error { return edit(a) })
}

// Edit edits an action, and says to which relationships it belongs, none for outside of all. Where these are others, who reads it
// follows the first of them anew. The meeting in which it was promised stays its own: to relationships of other people than that
// meeting's it is not moved, CodeElsewhere.
func (s Actions) Edit(ctx context.Context, id core.ID, within []core.ID, edit func(*core.Action) error) error {
	return s.change(ctx, TitleActionChanged, id, func(u *unit, a *core.Action) error {
		if err := edit(a); err != nil || slices.Equal(within, a.Relationships) {
			return err
		}
		a.Relationships, a.Readers = within, core.Visibility{}
		rels, err := linked(u, within)
		if err != nil || len(rels) == 0 {
			return err
		}
		if err := refuseStrangers(u, a, rels, "relationships"); err != nil {
			return err
		}
		ws, err := workspaceOf(u)
		if err != nil {
			return err
		}
		a.Readers = ActionReaders(rels[0], a.Owner, ws.Owner)
		return nil
	})
}

func (s Actions) change(ctx context.Context, title Title, id core.ID, edit func(*unit, *core.Action) error) error {
	return change(ctx, s.e, title, id, func(u *unit, a *core.Action) (string, error) {
		if err := edit(u, a); err != nil {
			return "", err
		}
		_, err := linked(u, a.Relationships)
		return a.Title, err
	})
}

// Done marks an action as kept today.
func (s Actions) Done(ctx context.Context, id core.ID) error {
	return s.close(ctx, TitleActionDone, id, core.ActionDone)
}

// Drop marks an action as given up today.
func (s Actions) Drop(ctx context.Context, id core.ID) error {
	return s.close(ctx, TitleActionDropped, id, core.ActionDropped)
}

// Reopen makes a kept or dropped action open again.
func (s Actions) Reopen(ctx context.Context, id core.ID) error {
	return s.close(ctx, TitleActionReopened, id, core.ActionOpen)
}

func (s Actions) close(ctx context.Context, title Title, id core.ID, status core.ActionStatus) error {
	return change(ctx, s.e, title, id, func(u *unit, a *core.Action) (string, error) {
		today, err := u.today()
		a.Status, a.Closed = status, today
		if status == core.ActionOpen {
			a.Closed = core.Date{}
		}
		return a.Title, err
	})
}

// Delete removes an action.
func (s Actions) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleActionDeleted, args, func(u *unit) error {
		a, err := load[core.Action](u, id)
		if err != nil {
			return err
		}
		args["name"] = a.Title
		return u.remove(core.RefOf(a))
	})
	return err
}

package planner

import (
	"context"
	"slices"
	"strconv"

	"mentorbook/core"
)

// Checklists is what can be done with templates and their runs.
type Checklists struct{ e *engine }

// Add keeps a new template.
func (s Checklists) Add(ctx context.Context, list core.Checklist) (*core.Checklist, error) {
	c := list
	c.Head = core.Head{}
	_, err := s.e.do(ctx, TitleChecklistAdded, named(c.Title), func(u *unit) error { return putChecklist(u, &c) })
	return &c, err
}

func putChecklist(u *unit, c *core.Checklist) error {
	for i := range c.Items {
		if c.Items[i].ID.IsZero() {
			c.Items[i].ID = u.newID()
		}
	}
	return u.put(c)
}

// Change edits a template. Runs that were started from it stay as they are.
func (s Checklists) Change(ctx context.Context, id core.ID, edit func(*core.Checklist) error) error {
	return change(ctx, s.e, TitleChecklistChanged, id, func(u *unit, c *core.Checklist) (string, error) {
		if err := edit(c); err != nil {
			return "", err
		}
		return c.Title, putChecklist(u, c)
	})
}

// Delete removes a template. Its runs stay, without the link.
func (s Checklists) Delete(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleChecklistDeleted, args, func(u *unit) error {
		c, err := load[core.Checklist](u, id)
		if err != nil {
			return err
		}
		args["name"] = c.Title
		runs, err := collect(scan[core.Run](u, Query{Index: RunsOfChecklist, Of: id}))
		if err != nil {
			return err
		}
		for _, run := range runs {
			run.Checklist = core.ID{}
			if err := u.put(run); err != nil {
				return err
			}
		}
		return u.remove(core.RefOf(c))
	})
	return err
}

// Given says to whom a template is given: a person, and the relationship in which they work through it (zero
// for none).
type Given struct{ Person, Relationship core.ID }

// RunTitle gives the title of the step in which a template is given to so many.
func RunTitle(n int) Title {
	if n > 1 {
		return TitleRunsStarted
	}
	return TitleRunStarted
}

// Start gives one template to one or many, each with a run of their own, from a day; zero is today.
func (s Checklists) Start(ctx context.Context, list core.ID, on core.Date, to ...Given) ([]*core.Run, error) {
	var runs []*core.Run
	args := map[string]string{}
	_, err := s.e.do(ctx, RunTitle(len(to)), args, func(u *unit) error {
		c, err := load[core.Checklist](u, list)
		if err != nil {
			return err
		}
		args["name"] = c.Title
		if len(to) > 1 {
			args["n"] = strconv.Itoa(len(to))
		}
		if on.IsZero() {
			if on, err = u.today(); err != nil {
				return err
			}
		}
		for _, g := range to {
			run, err := startRun(u, c, g, on)
			if err != nil {
				return err
			}
			runs = append(runs, run)
		}
		return nil
	})
	return runs, err
}

func startRun(u *unit, c *core.Checklist, g Given, on core.Date) (*core.Run, error) {
	if _, err := load[core.Person](u, g.Person); err != nil {
		return nil, err
	}
	var rel *core.Relationship
	if !g.Relationship.IsZero() {
		var err error
		if rel, err = load[core.Relationship](u, g.Relationship); err != nil {
			return nil, err
		}
	}
	run := c.Start(u.newID(), g.Person, rel, on, u.newID)
	if rel != nil {
		ws, err := workspaceOf(u)
		if err != nil {
			return nil, err
		}
		run.Readers = rel.DefaultReaders(ws.Owner, about(rel, g.Person, ws.Owner))
	}
	return run, u.put(run)
}

// Tick marks an item of a run as done today, or not.
func (s Checklists) Tick(ctx context.Context, run, item core.ID, done bool) error {
	title := TitleRunItemDone
	if !done {
		title = TitleRunItemReopened
	}
	return change(ctx, s.e, title, run, func(u *unit, r *core.Run) (string, error) {
		i := slices.IndexFunc(r.Items, func(x core.RunItem) bool { return x.ID == item })
		if i < 0 {
			return "", core.Fail(core.CodeNotFound, "kind", "run_item", "id", item.String())
		}
		today, err := u.today()
		if r.Items[i].Done = today; !done {
			r.Items[i].Done = core.Date{}
		}
		return r.Items[i].Text, err
	})
}

// ChangeRun edits a run. Whose it is stays.
func (s Checklists) ChangeRun(ctx context.Context, id core.ID, edit func(*core.Run) error) error {
	return change(ctx, s.e, TitleRunChanged, id, func(u *unit, r *core.Run) (string, error) {
		person := r.Person
		if err := edit(r); err != nil {
			return "", err
		}
		r.Person = person
		for i := range r.Items {
			if r.Items[i].ID.IsZero() {
				r.Items[i].ID = u.newID()
			}
		}
		return r.Title, nil
	})
}

// DeleteRun removes a run.
func (s Checklists) DeleteRun(ctx context.Context, id core.ID) error {
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleRunDeleted, args, func(u *unit) error {
		r, err := load[core.Run](u, id)
		if err != nil {
			return err
		}
		args["name"] = r.Title
		return u.remove(core.RefOf(r))
	})
	return err
}

package planner

import (
	"context"

	"mentorbook/core"
)

// Releases is what can be done with a mentee's word about reports.
type Releases struct{ e *engine }

// Release keeps the word that a goal or a skill may go into reports for an audience. What is left open gets
// its default: said by whom the item belongs to, typed by the owner of the workspace, today.
func (s Releases) Release(ctx context.Context, release core.Release) (*core.Release, error) {
	rel := release
	rel.Head = core.Head{}
	args := map[string]string{}
	_, err := s.e.do(ctx, TitleReleased, args, func(u *unit) error {
		rec, err := u.Get(rel.Item)
		if err != nil {
			return err
		}
		switch item := rec.(type) {
		case *core.Goal:
			rel.Person, args["name"] = item.Person, item.Title
		case *core.Skill:
			rel.Person, args["name"] = item.Person, item.Name
		}
		today, owner, err := s.e.today(u)
		if err != nil {
			return err
		}
		if rel.On.IsZero() {
			rel.On = today
		}
		if err := u.happened("on", rel.On); err != nil {
			return err
		}
		if err := saidAlready(u, &rel); err != nil {
			return err
		}
		if rel.Said.By.IsZero() {
			rel.Said.By = rel.Person
		}
		completeSaid(u, &rel.Said, owner.ID)
		return u.put(&rel)
	})
	return &rel, err
}

// saidAlready refuses a release that another holds already which still stands: withdrawing one of the two would leave the item
// released, with nobody the wiser.
func saidAlready(u *unit, rel *core.Release) error {
	all, err := collect(scan[core.Release](u, Query{Index: ReleasesOfItem, Of: rel.Item.ID}))
	if err != nil {
		return err
	}
	for _, was := range all {
		if was.Withdrawn.IsZero() && was.Audience == rel.Audience && was.Period.Covers(rel.Period) && !was.On.After(rel.On) {
			return core.FailField(core.CodeExists, "audience", "value", was.On)
		}
	}
	return nil
}

// Withdraw takes a release back from today on. What was reported before stays reported.
func (s Releases) Withdraw(ctx context.Context, id core.ID) error {
	return change(ctx, s.e, TitleReleaseWithdrawn, id, func(u *unit, r *core.Release) (string, error) {
		if !r.Withdrawn.IsZero() {
			return "", core.Fail(core.CodeState, "state", "withdrawn")
		}
		today, err := u.today()
		if err != nil {
			return "", err
		}
		r.Withdrawn = today
		return titleOfRef(u, r.Item)
	})
}

// Of gives every release of an item, oldest first.
func (s Releases) Of(ctx context.Context, item core.ID) ([]*core.Release, error) {
	return view(ctx, s.e, func(r Reader) ([]*core.Release, error) {
		return collect(scan[core.Release](r, Query{Index: ReleasesOfItem, Of: item}))
	})
}

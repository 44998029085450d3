package planner

import (
	"context"

	"mentorbook/core"
)

// TitleOf gives what a record itself is called: a goal's title, a question's words, a relationship's name. What has no
// name of its own is called by what it is about.
func (p *Planner) TitleOf(ctx context.Context, rec core.Record) (string, error) {
	return view(ctx, p.engine, func(r Reader) (string, error) { return titleOf(r, rec) })
}

func titleOf(r Reader, rec core.Record) (string, error) {
	switch x := rec.(type) {
	case *core.Goal:
		return x.Title, nil
	case *core.Action:
		return x.Title, nil
	case *core.Skill:
		return x.Name, nil
	case *core.Run:
		return x.Title, nil
	case *core.Checklist:
		return x.Title, nil
	case *core.Dispatch:
		return x.Title, nil
	case *core.Busy:
		return x.Title, nil
	case *core.Question:
		return core.Excerpt(core.CleanLine(x.Text)), nil
	}
	if about, ok := titledBy(rec); ok {
		return titleOfRef(r, about)
	}
	return nameOf(r, rec)
}

// titledBy gives the record by which one without a name of its own is called.
func titledBy(rec core.Record) (core.Ref, bool) {
	switch x := rec.(type) {
	case *core.Workspace:
		return core.Ref{Kind: core.KindPerson, ID: x.Owner}, true
	case *core.Agreement:
		return core.Ref{Kind: core.KindRelationship, ID: x.Relationship}, true
	case *core.Note:
		return x.About, true
	case *core.Assessment:
		return core.Ref{Kind: core.KindSkill, ID: x.Skill}, true
	case *core.Reply:
		return core.Ref{Kind: core.KindPerson, ID: x.Person}, true
	case *core.Release:
		return x.Item, true
	}
	return core.Ref{}, false
}

// titleOfRef is titleOf for what another record names; "" where it is gone.
func titleOfRef(r Reader, ref core.Ref) (string, error) {
	rec, err := get(r, ref)
	if core.CodeOf(err) == core.CodeNotFound {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return titleOf(r, rec)
}

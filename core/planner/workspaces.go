package planner

import (
	"context"

	"mentorbook/core"
)

// Workspaces is what can be done with the workspace's own record and its owner.
type Workspaces struct{ e *engine }

// AsideInfix stands between the name of a workspace's file and when that was kept aside for another in its place.
const AsideInfix = ".before-"

// Start is what a new workspace needs to know.
type Start struct {
	Owner    core.Person // name at least; zone as far as known
	Side     core.Role   // RoleMentor, RoleMentee or RoleBoth
	Language core.Language
}

// Start writes the first records of an empty workspace: its own and its owner's. Its error has CodeExists
// where there is one already.
func (s Workspaces) Start(ctx context.Context, start Start) (*core.Workspace, error) {
	var ws *core.Workspace
	_, err := s.e.doForGood(ctx, TitleWorkspaceMade, nil, func(u *unit) error {
		if n, err := u.Count(core.KindWorkspace); err != nil || n > 0 {
			if err == nil {
				err = core.Fail(core.CodeExists, "value", string(core.KindWorkspace))
			}
			return err
		}
		owner := start.Owner
		owner.ID = u.newID()
		ws = core.NewWorkspace(u.newID(), owner.ID, start.Side, start.Language)
		if err := u.put(&owner); err != nil {
			return err
		}
		return u.put(ws)
	})
	return ws, err
}

// Get gives the workspace's record. Its error has CodeNotFound in a file that was never started.
func (s Workspaces) Get(ctx context.Context) (*core.Workspace, error) {
	return view(ctx, s.e, workspaceOf)
}

// Owner gives whose workspace it is.
func (s Workspaces) Owner(ctx context.Context) (*core.Person, error) {
	return view(ctx, s.e, ownerOf)
}

// Change edits the workspace's record.
func (s Workspaces) Change(ctx context.Context, edit func(*core.Workspace) error) error {
	_, err := s.e.do(ctx, TitleWorkspaceChanged, nil, func(u *unit) error {
		ws, err := workspaceOf(u)
		if err != nil {
			return err
		}
		owner := ws.Owner
		if err := edit(ws); err != nil {
			return err
		}
		ws.Owner = owner
		return u.put(ws)
	})
	return err
}

func workspaceOf(r Reader) (*core.Workspace, error) {
	for ws, err := range every[core.Workspace](r) {
		return ws, err
	}
	return nil, core.Fail(core.CodeNotFound, "kind", string(core.KindWorkspace), "id", "")
}

func ownerOf(r Reader) (*core.Person, error) {
	ws, err := workspaceOf(r)
	if err != nil {
		return nil, err
	}
	return load[core.Person](r, ws.Owner)
}

// today gives the date that it is for the owner: in their zone, else in UTC.
func (e *engine) today(r Reader) (core.Date, *core.Person, error) {
	owner, err := ownerOf(r)
	if err != nil {
		return core.Date{}, nil, err
	}
	return core.DateOf(e.now().In(zoneOf(owner))), owner, nil
}

package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
)

func (w *Window) relationshipScreen() screen {
	return screen{name: screenRelationship, page: func(r shell.Route) shell.Page {
		return relationship.New(r.ID, relationship.Deps{
			Words: w.words, Load: w.loadRelationship, Tick: w.tick, Plan: w.plan, Invite: w.invite, Report: func(m *relationship.Model) { w.openReport(m.ID) },
			Header: func() { w.shell.RefreshHeader() },
		})
	}}
}

func (w *Window) openRelationship(id core.ID) {
	w.shell.Go(shell.Route{Screen: screenRelationship, ID: id})
}

func (w *Window) loadRelationship(id core.ID, done func(*planner.Overview)) {
	work(w, "relationship", func(ctx context.Context) (*planner.Overview, error) {
		return w.cfg.Planner.Relationships.Overview(ctx, id)
	}, done)
}

// tick marks an action as done, or opens it again.
func (w *Window) tick(id core.ID, done bool) {
	do, title := w.cfg.Planner.Actions.Done, planner.TitleActionDone
	if !done {
		do, title = w.cfg.Planner.Actions.Reopen, planner.TitleActionReopened
	}
	w.step("tick", func(ctx context.Context) error { return do(ctx, id) }, title)
}

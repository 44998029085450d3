package main

import (
	"context"
	"fmt"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// moveRefused says of a meeting that somebody else organizes how the time that was asked for is proposed to them; of all other
// errors nothing more.
func (a *app) moveRefused(ctx context.Context, err error, id core.ID, when slot) error {
	ask := when.start
	if when.zone != "" {
		ask += " --zone " + when.zone
	}
	if when.minutes != 0 {
		ask += fmt.Sprint(" --minutes ", when.minutes)
	}
	return a.moveTheirs(ctx, err, id, func(w *locale.Words, name, id string) string {
		return w.T("ctl.move_theirs", "name", name, "id", id, "value", ask)
	})
}

// moveAllRefused does so of a series, for whose first meeting a time is proposed.
func (a *app) moveAllRefused(ctx context.Context, err error, id core.ID) error {
	return a.moveTheirs(ctx, err, id, func(w *locale.Words, name, id string) string {
		return w.T("ctl.move_theirs_all", "name", name, "id", id)
	})
}

func (a *app) moveTheirs(ctx context.Context, err error, id core.ID, say func(w *locale.Words, name, id string) string) error {
	if core.CodeOf(err) != core.CodeMoveTheirs {
		return err
	}
	name, _ := core.Problems(err)[0].Args["name"].(string)
	var rec core.Record
	var unread error
	if rec, unread = a.p.Meetings.Get(ctx, id); core.CodeOf(unread) == core.CodeNotFound {
		rec, unread = a.p.Series.Get(ctx, id)
	}
	if unread != nil {
		return unread
	}
	tails, unread := a.p.TailsOf(ctx, []core.Record{rec})
	if unread != nil {
		return unread
	}
	return wrong(func(w *locale.Words) string { return say(w, name, tails[0]) })
}

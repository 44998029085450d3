package main

import (
	"cmp"
	"context"
	"fmt"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// moveRefused says of a meeting that somebody else organizes how the time that was asked for is proposed to them; of all other
// errors nothing more.
func (a *app) moveRefused(ctx context.Context, err error, id core.ID, when slot) error {
	return a.moveTheirs(ctx, err, id, func(w *locale.Words, name, id string) string {
		return w.T("ctl.move_theirs", "name", name, "id", id, "value", when.asked(when.start))
	})
}

// moveAllRefused does so of a series that was to be moved from the meeting at original on. A time is proposed for its first
// meeting, as far from that as the one that was asked for is from original.
func (a *app) moveAllRefused(ctx context.Context, err error, id core.ID, original, start core.Civil, when slot) error {
	if core.CodeOf(err) != core.CodeMoveTheirs {
		return err
	}
	series, unread := a.p.Series.Get(ctx, id)
	if unread != nil {
		return unread
	}
	first := start
	first.Date = series.Start.Date.AddDays(start.Date.DaysSince(original.Date))
	when.zone = cmp.Or(when.zone, string(series.Zone))
	return a.moveTheirs(ctx, err, id, func(w *locale.Words, name, id string) string {
		return w.T("ctl.move_theirs_all", "name", name, "id", id, "value", when.asked(first.String()))
	})
}

// asked gives the slot as the options that follow --propose, beginning at a start.
func (s slot) asked(start string) string {
	if s.zone != "" {
		start += " --zone " + s.zone
	}
	if s.minutes != 0 {
		start += fmt.Sprint(" --minutes ", s.minutes)
	}
	return start
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

package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/planning"
)

// noteAnswer opens the dialog that keeps what a guest of a meeting said by another way than an answer to the invitation.
func (w *Window) noteAnswer(id core.ID) {
	w.typing(core.Ref{Kind: core.KindMeeting, ID: id}, draftNoted, func(d forms.Draft) {
		replies := w.cfg.Planner.Replies
		work(w, "dialog", func(ctx context.Context) (deps planning.NotedDeps, err error) {
			if deps.Guests, err = replies.To(ctx, id); err != nil {
				return deps, err
			}
			who := make([]core.ID, len(deps.Guests))
			for i, g := range deps.Guests {
				who[i] = g.Person
			}
			if deps.Names, err = w.cfg.Planner.People.Names(ctx, who); err != nil {
				return deps, err
			}
			deps.Meeting = id
			deps.Series, err = w.invitedSeries(ctx, id)
			return deps, err
		}, func(deps planning.NotedDeps) {
			if len(deps.Guests) == 0 {
				w.shell.Toast(w.t("noted.nobody"))
				return
			}
			deps.Words, deps.Dialogs, deps.Draft, deps.Save, deps.Note = w.words(), w.shell.Dialogs, d, w.save, replies.Note
			planning.ShowNoted(deps)
		})
	})
}

// invitedSeries gives the series of a meeting, where guests were invited to all of it; zero for none.
func (w *Window) invitedSeries(ctx context.Context, meeting core.ID) (core.ID, error) {
	m, err := w.cfg.Planner.Meetings.Get(ctx, meeting)
	if err != nil || m.Series.IsZero() {
		return core.ID{}, err
	}
	series, err := w.cfg.Planner.Series.Get(ctx, m.Series)
	if err != nil {
		return core.ID{}, err
	}
	told, err := w.cfg.Planner.Replies.Standings(ctx, []core.Record{series})
	if err != nil || len(told[0]) == 0 {
		return core.ID{}, err
	}
	return series.ID, nil
}

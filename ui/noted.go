package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/meeting"
	"mentorbook/ui/planning"
)

// nobodyInvited tells why no guest's answer can be noted on the page on show; "" where it can.
func (w *Window) nobodyInvited() string {
	switch page, ok := w.shell.Router.Page().(*meeting.Page); {
	case !ok:
		return "plan.no_meeting"
	case !page.Invited():
		return "noted.nobody"
	}
	return ""
}

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
			deps.Names, err = w.cfg.Planner.People.Names(ctx, who)
			return deps, err
		}, func(deps planning.NotedDeps) {
			if len(deps.Guests) == 0 {
				w.shell.Toast(w.t("noted.nobody"))
				return
			}
			deps.Words, deps.Dialogs, deps.Draft, deps.Save = w.words(), w.shell.Dialogs, d, w.save
			deps.Note = func(ctx context.Context, person core.ID, answer core.Answer, how string) error {
				return replies.Note(ctx, id, person, answer, how)
			}
			planning.ShowNoted(deps)
		})
	})
}

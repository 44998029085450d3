package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/daysoff"
	"mentorbook/ui/kit"
)

// newsOf offers to tell guests what is not so any more of what they have on their calendars.
func (w *Window) newsOf(all []planner.Message) kit.ToastSpec {
	spec := kit.ToastSpec{Text: w.news(all), Action: w.words().Tell(all[0].Method.CallsOff(), all[0].Said()), Do: func() { w.inviteTo(all[0].Of) }}
	if all[0].State == planner.VersionOldText {
		spec.Action = w.t("button.tell")
	}
	if all[0].Theirs.Email != "" {
		spec.Action, spec.Do = w.t("button.answer"), func() { w.answerTo(all[0].Of) }
	}
	if len(all) > 1 {
		spec.Action, spec.Do = w.t("button.tell"), func() { w.tellGuests(all) }
	}
	return spec
}

// news says what guests have who are to be told.
func (w *Window) news(all []planner.Message) string {
	for _, m := range all {
		if m.State != all[0].State || m.Method != all[0].Method {
			return w.t("plan.owed_next")
		}
	}
	if all[0].Theirs.Email != "" {
		return w.t("plan.answer_next")
	}
	switch all[0].State {
	case planner.VersionOff:
		return w.t("plan.off_next")
	case planner.VersionStillOn:
		return w.t("plan.still_on_next")
	case planner.VersionLeft:
		return w.t("plan.left_next")
	case planner.VersionOldText:
		return w.t("plan.old_text_next")
	}
	return w.t("plan.moved_next")
}

// tellIn offers to tell guests what is not so any more since a relationship was changed: of those who have left.
func (w *Window) tellIn(id core.ID) {
	work(w, "relating.owed", func(ctx context.Context) ([]planner.Message, error) {
		return w.cfg.Planner.Invitations.Owed(ctx, []core.Ref{relationshipRef(id)})
	}, func(all []planner.Message) {
		if len(all) > 0 {
			w.shell.SayNext(w.newsOf(all))
		}
	})
}

// tellGuests lists what guests are to be told.
func (w *Window) tellGuests(all []planner.Message) {
	work(w, "daysoff.tell", veiled(w, w.cfg.Planner.Places), func(p *planner.Places) {
		daysoff.ShowTell(daysoff.TellDeps{
			Words: w.words(), Dialogs: w.shell.Dialogs, Today: p.Today, Home: p.Person(p.Owner).Home(), Names: relationshipNames(p),
			Invite: w.inviteThen, Answer: w.answerThen, Owed: w.stillOwed,
		}, all)
	})
}

// stillOwed finds which of some meetings and series still owe their guests a message.
func (w *Window) stillOwed(of []core.ID, done func(map[core.ID]bool)) {
	var refs []core.Ref
	for _, id := range of {
		refs = append(refs, core.Ref{Kind: core.KindSeries, ID: id}, core.Ref{Kind: core.KindMeeting, ID: id})
	}
	work(w, "daysoff.owed", func(ctx context.Context) ([]planner.Message, error) {
		return w.cfg.Planner.Invitations.Owed(ctx, refs)
	}, func(all []planner.Message) {
		owed := map[core.ID]bool{}
		for _, m := range all {
			owed[m.Of] = true
		}
		done(owed)
	})
}

package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// typing opens a dialog that belongs to a record, with what was being typed into it when the program last ended. The
// zero Ref is the workspace itself. Somebody who closes it with words that were not kept can have them back: show is
// called again then.
func (w *Window) typing(of core.Ref, field string, show func(forms.Draft)) {
	var key, text string
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		if of.ID.IsZero() {
			ws, err := w.cfg.Planner.Workspace.Get(ctx)
			if err != nil {
				return nil, err
			}
			of = core.RefOf(ws)
		}
		drafts, err := w.cfg.Planner.Drafts.Of(ctx, of)
		key, text = planner.DraftKey(of, field), drafts[field].Text
		return nil, err
	}, func(_ *planner.Step, err error) {
		if err != nil {
			w.shell.Fail(err)
			return
		}
		if text != "" && w.presenting() {
			show(forms.Draft{Keep: func(func() string) {}, GivenUp: func(string) {}, After: w.cfg.After}) // what was typed before may be private: it waits, untouched, until nobody looks
			return
		}
		show(w.draft(key, text, show))
	})
}

// relationshipRef names a relationship; the zero Ref where there is none.
func relationshipRef(id core.ID) core.Ref {
	if id.IsZero() {
		return core.Ref{}
	}
	return core.Ref{Kind: core.KindRelationship, ID: id}
}

func (w *Window) draft(key, text string, show func(forms.Draft)) forms.Draft {
	return forms.Draft{
		Text: text, After: w.cfg.After,
		Keep: func(text func() string) { w.keepDraft(key, text) },
		GivenUp: func(text string) {
			if w.presenting() { // it may be private: it waits until nobody looks, and is offered then
				w.keepDraft(key, func() string { return text })
				w.unsaid = true
				return
			}
			w.shell.Say(kit.ToastSpec{Text: w.t("forms.given_up"), Action: w.t("forms.bring_back"), Do: func() {
				w.keepDraft(key, func() string { return text })
				show(w.draft(key, text, show))
			}})
		},
	}
}

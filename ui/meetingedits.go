package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
)

// editGivenUp offers words again that were typed into a line of a meeting in its place, and given up. Nothing else has them:
// the offer outlives the message of the next step.
func (w *Window) editGivenUp(id core.ID, field, text string) {
	of := core.Ref{Kind: core.KindMeeting, ID: id}
	w.shell.Say(kit.ToastSpec{Text: w.t("meeting.edit_given_up"), For: offerStays, Apart: true, Action: w.t("forms.bring_back"), Do: func() {
		w.whether(of, func() { w.editAgain(of, field, text) }, func() { w.rescue(of, meeting.EditedWords(text), func() {}) })
	}})
}

// editAgain opens a line again with words that were given up; the page comes first where another one is on show. The words
// of a line that is not there any more go to the private note, and wait where the line may only be hidden from those who look.
func (w *Window) editAgain(of core.Ref, field, text string) {
	key := planner.DraftKey(of, field)
	page, ok := w.shell.Router.Page().(*meeting.Page)
	switch {
	case !ok || w.shell.Router.Route().ID != of.ID:
		w.keepDraft(key, func() string { return text })
		w.afterTurn(func() { w.openMeeting(of.ID) })
	case page.EditAgain(field, text):
	case w.presenting():
		w.keepDraft(key, func() string { return text })
		w.offer.unsaid = true
		delete(w.offer.seen, key)
	default:
		w.stepThen(func(ctx context.Context) error {
			_, err := w.cfg.Planner.Notes.Append(ctx, of, meeting.EditedWords(text), core.Visibility{})
			return err
		}, planner.TitleNoteWritten, nil)
	}
}

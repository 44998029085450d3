package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/kit"
)

// keepDraft keeps what is being typed, beside the window and in the order of typing.
func (w *Window) keepDraft(key, text string) {
	w.inTurn(func(ctx context.Context) (*planner.Step, error) {
		return nil, w.cfg.Planner.Drafts.Keep(ctx, key, text)
	},
		func(_ *planner.Step, err error) { w.shell.Fail(err) })
}

// offerDrafts tells what was being typed when the program last ended, and leads there.
func (w *Window) offerDrafts() {
	work(w, "drafts", w.cfg.Planner.Drafts.Unfinished, func(all []planner.Unfinished) {
		if len(all) == 0 {
			return
		}
		last := all[len(all)-1]
		if last.Of.Kind == core.KindWorkspace {
			last.Name = w.words().T("capture.title")
		}
		text := w.words().T("drafts.offer", "count", len(all), "name", last.Name)
		w.shell.Banner("drafts", kit.Info, text, w.words().T("button.open"), func() {
			w.shell.CloseBanner("drafts")
			switch last.Of.Kind {
			case core.KindMeeting:
				w.openMeeting(last.Of.ID)
			case core.KindWorkspace:
				w.capture(capture.Question, core.Ref{})
			default:
				w.resumeNote(last.Of)
			}
		})
	})
}

package ui

import (
	"fyne.io/fyne/v2"

	"mentorbook/core/planner"
	"mentorbook/ui/first"
	"mentorbook/ui/kit"
	"mentorbook/ui/today"
)

// firstSteps says what to do first in a workspace in which nothing has begun yet; nil once something has.
func (w *Window) firstSteps(t *planner.Today) fyne.CanvasObject {
	if !first.Fresh(t) {
		return nil
	}
	box := today.InboxCard(today.NewInbox(t, w.words(), w.presenting()), w.inboxDeps())
	return first.Page(t, first.Deps{Words: w.words(), Below: box, Button: func(id string, kind kit.ButtonKind) *kit.Button {
		if _, ok := w.shell.Commands.Find(id); !ok {
			return nil
		}
		return w.shell.Commands.Button(id, kind)
	}})
}

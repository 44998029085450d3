package ui

import (
	"fyne.io/fyne/v2"

	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/first"
	"mentorbook/ui/kit"
	"mentorbook/ui/today"
)

// firstSteps says what to do first in a workspace in which nothing has begun yet; nil once something has.
func (w *Window) firstSteps(t *planner.Today) fyne.CanvasObject {
	if !t.Fresh() {
		return nil
	}
	deps := w.firstDeps()
	deps.Below = today.InboxCard(today.NewInbox(t, w.words(), w.presenting()), w.inboxDeps())
	return first.Page(t, deps)
}

func (w *Window) firstDeps() first.Deps {
	return first.Deps{Words: w.words(), Button: func(id string, kind kit.ButtonKind) *kit.Button {
		if _, ok := w.shell.Commands.Find(id); !ok {
			return nil
		}
		return w.shell.Commands.Button(id, kind)
	}}
}

// firstInCalendar says what to do first above the days of a calendar in which no time is planned or taken yet, or in the place
// of its list.
func (w *Window) firstInCalendar(at planner.Outset, view calendar.View) fyne.CanvasObject {
	step, hint := first.Turn(at, w.words()), ""
	if view == calendar.Agenda {
		return first.Empty(step, w.firstDeps())
	}
	if plan, ok := w.shell.Commands.Find("meeting.new"); ok && at.Related && view != calendar.Month {
		hint = w.t("calendar.first_drag", "keys", kit.KeyNames(plan.Keys))
	}
	return first.Strip(step, hint, w.firstDeps())
}

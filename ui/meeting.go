package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
	"mentorbook/ui/shell"
)

func (w *Window) meetingScreen() screen {
	return screen{name: screenMeeting, page: func(r shell.Route) shell.Page {
		return meeting.New(r.ID, meeting.Deps{
			Words: w.words, Planner: w.cfg.Planner, Load: w.loadMeeting, Presenting: w.presenting, After: w.cfg.After,
			Now: time.Now, Timer: &w.timer, Header: func() { w.shell.RefreshHeader() }, Buttons: w.meetingButtons, Toast: w.shell.Toast,
			Step: func(title planner.Title, do func(context.Context) error, then func(error)) {
				w.stepThen(do, title, then)
			},
			Try: w.try,
			Draft: func(field, text string) {
				w.keepDraft(planner.DraftKey(core.Ref{Kind: core.KindMeeting, ID: r.ID}, field), text)
			},
		})
	}}
}

func (w *Window) openMeeting(id core.ID) { w.shell.Go(shell.Route{Screen: screenMeeting, ID: id}) }

func (w *Window) loadMeeting(id core.ID, done func(*planner.Room)) {
	work(w, "meeting", func(ctx context.Context) (*planner.Room, error) { return w.cfg.Planner.Meetings.Room(ctx, id) }, done)
}

// meetingButtons makes the buttons of a meeting's header.
func (w *Window) meetingButtons(*meeting.Model) []fyne.CanvasObject {
	b := w.shell.Commands.Button("presenting", kit.Plain)
	if w.presenting() {
		b.SetText(w.words().T("window.presenting_off"))
	}
	return []fyne.CanvasObject{b}
}

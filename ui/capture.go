package ui

import (
	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/capture"
	"mentorbook/ui/forms"
	"mentorbook/ui/meeting"
	"mentorbook/ui/people"
	"mentorbook/ui/shell"
)

// captured is what quick capture offers the next time.
type captured struct {
	kind   capture.Kind
	target core.Ref
	open   *shell.Open // the dialog; nil before there was one
	again  bool        // it is to open again when it has gone
}

func (w *Window) captureCommands() []shell.Command {
	return []shell.Command{
		{ID: "capture", Title: "capture.command", Keys: "Ctrl+Shift+N", InDialogs: true, Run: func() { w.quickCapture() }},
		{ID: "action.new", Title: "capture.new_action", Run: func() { w.capture(capture.Action, core.Ref{}) }},
		{ID: "question.new", Title: "capture.new_question", Run: func() { w.capture(capture.Question, core.Ref{}) }},
		{ID: "note.new", Title: "capture.new_note", Run: func() { w.capture(capture.Note, core.Ref{}) }},
	}
}

// onShow gives what the page on show is about: a relationship or a person; the zero Ref for neither.
func (w *Window) onShow() core.Ref {
	r := w.shell.Router.Route()
	if page, ok := w.shell.Router.Page().(*meeting.Page); ok {
		return core.Ref{Kind: core.KindRelationship, ID: page.Relationship()}
	}
	if page, ok := w.shell.Router.Page().(*people.Page); ok && !page.Person().IsZero() {
		return core.Ref{Kind: core.KindPerson, ID: page.Person()}
	}
	switch {
	case r.ID.IsZero():
	case r.Screen == screenPeople:
		return core.Ref{Kind: core.KindPerson, ID: r.ID}
	case r.Screen == screenRelationship, r.Screen == screenReports:
		return core.Ref{Kind: core.KindRelationship, ID: r.ID}
	}
	return core.Ref{}
}

// quickCapture opens the dialog on what was taken down the last time; what is typed may make it something else. It opens over a
// dialog, too, which is as it was afterwards, but not over itself.
func (w *Window) quickCapture() {
	if open := w.last.open; open != nil && !open.Closed() {
		w.last.again = open.Busy() // who types one line after another asks for the next while the last is being written
		return
	}
	if !w.shell.MakeRoom() {
		return
	}
	w.captureFrom(capture.Start{Kind: w.last.kind, Guess: true}, w.last.target)
}

// keepCaptured remembers what quick capture is to offer the next time. To whom it was put is a matter of the hour, and a
// name has no place outside the workspace.
func (w *Window) keepCaptured(kind capture.Kind) {
	w.last.kind = kind
	if w.last.again {
		w.last.again = false
		w.cfg.Dispatch(func() { w.shell.Commands.ByKey(w.quickCapture) }) // once it has gone
	}
	if w.cfg.Host != nil {
		w.cfg.Host.KeepCaptured(kind.Key())
	}
}

// capture opens the dialog for a kind.
func (w *Window) capture(kind capture.Kind, last core.Ref) {
	w.captureFrom(capture.Start{Kind: kind}, last)
}

// captureFrom opens the dialog, put to whom the page on show is about, else to whom it was the last time, else to the only one there
// is.
func (w *Window) captureFrom(start capture.Start, last core.Ref) {
	w.captureTo(start, w.onShow, last)
}

// captureTo is captureFrom with whom it is put to first.
func (w *Window) captureTo(start capture.Start, first func() core.Ref, last core.Ref) {
	w.typing(core.Ref{}, draftCapture, func(d forms.Draft) {
		work(w, "capture", w.cfg.Planner.Places, func(places *planner.Places) {
			book := capture.NewBook(places, w.words())
			start.Target = book.Target(first())
			if start.Target.IsZero() && !w.presenting() { // else it would name whom the page is not about
				start.Target = book.Target(last)
			}
			if start.Target.IsZero() && !w.presenting() {
				start.Target = book.Only()
			}
			w.last.open = capture.Show(capture.Deps{
				Words: w.words(), Dialogs: w.shell.Dialogs, Planner: w.cfg.Planner, Save: w.save, Draft: d, Hidden: w.presenting, Offer: w.offering,
				Done: w.keepCaptured, Put: func(to capture.Target) { w.last.target = to.Ref },
			}, book, start)
		})
	})
}

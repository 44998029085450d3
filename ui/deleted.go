package ui

import (
	"context"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/deleted"
	"mentorbook/ui/shell"
)

// deletedCommand opens the list of what was deleted of late.
func (w *Window) deletedCommand() shell.Command {
	return shell.Command{ID: "deleted", Title: "deleted.command", Reads: true, Group: "shell.menu", Run: w.showDeleted}
}

func (w *Window) showDeleted() {
	work(w, "deleted.days", w.cfg.Planner.Workspace.Get, func(ws *core.Workspace) {
		deleted.Show(deleted.Deps{
			Words: w.words(), Dialogs: w.shell.Dialogs, Days: ws.JournalDays, Read: w.readDeleted, Back: w.bringBack,
		})
	})
}

func (w *Window) readDeleted(done func([]deleted.Line)) {
	hidden, words := w.presenting(), w.words()
	work(w, "deleted", func(ctx context.Context) ([]deleted.Line, error) {
		owner, err := w.cfg.Planner.Workspace.Owner(ctx)
		if err != nil {
			return nil, err
		}
		all, err := w.cfg.Planner.History.Deleted(ctx)
		home := planner.Home(owner)
		return deleted.Lines(all, home, core.DateOf(w.cfg.Planner.Clock.Now().In(home)), hidden, words), err
	}, done)
}

// bringBack takes one deletion back, and offers to undo that.
func (w *Window) bringBack(set core.ID, done func(bool)) {
	w.stepThen(func(ctx context.Context) error {
		_, err := w.cfg.Planner.History.BringBack(ctx, set)
		return err
	}, planner.TitleBroughtBack, func(err error) { done(err == nil) })
}

package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/calendarfile"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// calendarFiles are the endings of the files that calendars are read from.
func calendarFiles() []string { return append(calendarEndings(), ".eml") }

// calendarEndings are those of calendars alone; of free and busy times there are two (RFC 5545 8.1, and what Outlook writes).
func calendarEndings() []string { return []string{".ics", ".ifb", ".vfb"} }

// calendarImports says what is done with such a file that is dropped onto the window.
func (w *Window) calendarImports() map[string]func(string) {
	out := map[string]func(string){}
	for _, ending := range calendarFiles() {
		out[ending] = w.importCalendar
	}
	return out
}

// calendarFileCommand takes a calendar in.
func (w *Window) calendarFileCommand() shell.Command {
	return shell.Command{ID: "calendar.import", Title: "calfile.import", Group: "window.calendar", Run: func() {
		w.tryFile(w.t("calfile.pick"), calendarFiles(), w.tryCalendar)
	}}
}

// importCalendar reads a calendar file beside the window and shows what taking it in would do.
func (w *Window) importCalendar(path string) { w.tryCalendar(path, w.failed) }

// tryCalendar does the same; taken is told first whether the file can be read.
func (w *Window) tryCalendar(path string, taken func(error)) {
	if !w.refused() {
		w.previewCalendar(path, planner.CalendarWay{}, taken)
	}
}

// previewCalendar shows what taking a file in would do, first in one way; taken is told before whether it can be read.
func (w *Window) previewCalendar(path string, first planner.CalendarWay, taken func(error)) {
	in := func(way planner.CalendarWay) readsCalendar {
		return func(ctx context.Context, name string, in io.Reader) (*planner.CalendarPlan, error) {
			return w.cfg.Planner.CalendarFiles.ReadIn(ctx, name, in, way)
		}
	}
	again := func(way planner.CalendarWay, done func(*planner.CalendarPlan)) {
		w.readCalendar(path, in(way), w.failed, done)
	}
	w.readCalendar(path, in(first), taken, func(plan *planner.CalendarPlan) { w.showCalendarPlan(plan, again) })
}

// readsCalendar plans what taking in a calendar file would do.
type readsCalendar = func(ctx context.Context, name string, in io.Reader) (*planner.CalendarPlan, error)

// importDaysOff asks for a file of somebody's holidays, and shows what taking it in would do.
func (w *Window) importDaysOff(p *core.Person) {
	if w.refused() {
		return
	}
	w.tryFile(w.t("calfile.away", "name", p.Name), calendarEndings(), func(path string, taken func(error)) {
		w.previewCalendar(path, planner.CalendarWay{Away: p.ID}, taken)
	})
}

func (w *Window) showCalendarPlan(plan *planner.CalendarPlan, read func(planner.CalendarWay, func(*planner.CalendarPlan))) {
	var today core.Date
	work(w, "calendar.today", func(ctx context.Context) (owner *core.Person, err error) {
		if today, err = w.cfg.Planner.TodayDate(ctx); err != nil {
			return nil, err
		}
		return w.cfg.Planner.Workspace.Owner(ctx)
	}, func(owner *core.Person) {
		take := func(plan *planner.CalendarPlan, said string) {
			w.takeCalendar(plan, said, func() { w.saySkipped(w.skippedEvents(plan, today, owner.Home())) })
		}
		calendarfile.Show(calendarfile.Deps{
			Words: w.words(), Dialogs: w.shell.Dialogs, Today: today, Home: owner.Home(), Import: take, Read: read, Send: w.inviteTo,
		}, plan)
	})
}

// readCalendar reads a calendar file beside the window. taken is told whether it can be read, and done what it holds.
func (w *Window) readCalendar(path string, read readsCalendar, taken func(error), done func(*planner.CalendarPlan)) {
	shell.Start(w.shell.Runner, "calendar.import", w.t("calfile.reading"), func(ctx context.Context, _ shell.Report) (*planner.CalendarPlan, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, core.Wrap(core.CodeFile, err, "path", path, "reason", err.Error())
		}
		defer f.Close()
		return read(ctx, filepath.Base(path), f)
	}, func(plan *planner.CalendarPlan, err error) {
		if taken(err); err == nil {
			done(plan)
		}
	})
}

// takeCalendar carries an import out, with its progress in the status bar, where it can be cancelled. What was done is said,
// and then by tell what was not.
func (w *Window) takeCalendar(plan *planner.CalendarPlan, said string, tell func()) {
	shell.Start(w.shell.Runner, "calendar.import", w.t("calfile.importing"), func(ctx context.Context, report shell.Report) (*planner.Step, error) {
		return w.cfg.Planner.Did(ctx, func(ctx context.Context) error {
			return w.cfg.Planner.CalendarFiles.Import(ctx, plan, func(done int) { report(done, len(plan.Steps)) })
		})
	}, func(s *planner.Step, err error) {
		if err != nil {
			w.failed(err)
			return
		}
		if len(plan.Steps) == 0 {
			if said == "" || w.presenting() {
				w.sayStep(s, planner.TitleRepliesImported)
				tell()
				return
			}
			if s == nil { // all of it was here
				w.shell.Toast(said)
				return
			}
			w.shell.ToastUndo(said, w.takeBack)
			tell()
			return
		}
		w.sayStep(s, planner.TitleCalendarImported)
		tell()
		if plan.Away().IsZero() {
			w.showImported(plan)
			w.offerAnswer(plan)
		}
	})
}

// showImported shows the calendar where the first of what was taken in stands.
func (w *Window) showImported(plan *planner.CalendarPlan) {
	w.shell.Go(shell.Route{Screen: screenCalendar})
	var today core.Date
	work(w, "calendar.imported", func(ctx context.Context) (owner *core.Person, err error) {
		if today, err = w.cfg.Planner.TodayDate(ctx); err != nil {
			return nil, err
		}
		return w.cfg.Planner.Workspace.Owner(ctx)
	}, func(owner *core.Person) {
		if page, ok := w.shell.Router.Page().(*calendar.Page); ok {
			page.Visit(plan.First(owner.Home(), today))
		}
	})
}

// offerAnswer offers to answer what a calendar has brought in from others.
func (w *Window) offerAnswer(plan *planner.CalendarPlan) {
	type owed struct {
		first core.ID
		count int
	}
	work(w, "calendar.owed", func(ctx context.Context) (out owed, err error) {
		out.first, out.count, err = w.cfg.Planner.CalendarFiles.ToAnswer(ctx, plan)
		return out, err
	}, func(o owed) {
		if o.count > 0 {
			w.shell.SayNext(kit.ToastSpec{Text: w.t("calfile.answer_next", "count", o.count), Action: w.t("button.answer"), Do: func() { w.answerTo(o.first) }})
		}
	})
}

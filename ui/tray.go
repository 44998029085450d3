package ui

import (
	"context"
	"time"

	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// trayState is what the menu of the tray says.
type trayState struct {
	next     *planner.NextMeeting
	reminder *planner.Reminder // that was told last, and can be put off
	stop     func()            // the timer of the end of the next meeting
}

// inTray tells whether there is an icon in the tray.
func (w *Window) inTray() bool {
	return w.cfg.Desktop.Tray != nil && w.cfg.Host != nil && w.cfg.Host.Tray()
}

// showTray brings the menu of the tray up to date, now and when the next meeting has ended.
func (w *Window) showTray() {
	if !w.inTray() {
		return
	}
	work(w, "tray", w.cfg.Planner.NextMeeting, func(next *planner.NextMeeting) {
		wait := remindAgain
		if w.tray.next = next; next != nil {
			wait = min(wait, max(next.Over.Sub(w.cfg.Planner.Clock.Now()), time.Second))
		}
		w.trayAt(wait)
		w.fillTray()
	})
}

// trayAgain is when a tray is looked for again where there was none.
const trayAgain = time.Minute

// trayAt brings the menu up to date after a while.
func (w *Window) trayAt(wait time.Duration) {
	if w.tray.stop != nil {
		w.tray.stop()
	}
	w.tray.stop = w.cfg.After(wait, w.showTray)
}

// trayReminds offers to put off a reminder that is told, until its meeting begins.
func (w *Window) trayReminds(r planner.Reminder) {
	if r.Missed || !w.inTray() {
		return
	}
	w.tray.reminder = &r
	w.fillTray()
}

// fillTray shows the menu. The system may take its time, and a menu that is late is of no use: what can't be shown
// is noted, and no more.
func (w *Window) fillTray() {
	w.putTray(w.trayMenu(true))
}

func (w *Window) putTray(menu []kit.MenuEntry) {
	shell.Start(w.shell.Runner, "tray.menu", "", func(context.Context, shell.Report) (struct{}, error) {
		return struct{}{}, w.cfg.Desktop.Tray(menu)
	}, func(_ struct{}, err error) {
		if err == nil {
			return
		}
		if w.cfg.Log != nil {
			w.cfg.Log(err)
		}
		w.trayAt(trayAgain) // the panel may start after the program
	})
}

// trayMenu makes the lines: of the workspace, where it is open, the next meeting, putting off its reminder where there
// is something to put off, and quick capture; and what is always there. A line without a text is hidden.
func (w *Window) trayMenu(open bool) []kit.MenuEntry {
	host, words := w.cfg.Host, w.words()
	var next, snoozing, capture kit.MenuEntry
	if open {
		next, snoozing, capture = w.trayOwn(host, words)
	}
	return []kit.MenuEntry{
		next, snoozing,
		{Line: true},
		{Text: words.T("tray.open"), Run: host.Raise},
		capture,
		{Line: true},
		{Text: words.T("file.quit"), Run: host.Quit},
	}
}

// trayOwn makes the lines that belong to the workspace.
func (w *Window) trayOwn(host Host, words *locale.Words) (next, snoozing, capture kit.MenuEntry) {
	if n := w.tray.next; n != nil {
		next.Text = n.Name + " · " + words.Moment(n.Local, n.Today)
		if at, err := n.StartAt(); err == nil {
			if theirs := words.TheirClock(at, n.Home, n.Others...); theirs != "" {
				next.Text += " · " + theirs
			}
		}
		next.Run = func() {
			host.Raise()
			w.openMeeting(n.ID)
		}
	}
	if r := w.tray.reminder; r != nil && w.snoozeOf(*r) > 0 {
		away := w.snoozeOf(*r)
		snoozing.Text = words.T("tray.snooze", "name", r.Name, "length", words.Hours(int(away/time.Minute)))
		snoozing.Run = func() {
			w.tray.reminder = nil
			w.putOff(r.Meeting.ID, away)
			w.fillTray()
		}
	}
	return next, snoozing, kit.MenuEntry{Text: words.T("capture.command"), Run: func() {
		host.Raise()
		w.shell.Commands.Run("capture")
	}}
}

// leaveTray takes everything about this workspace from the menu.
func (w *Window) leaveTray() {
	if w.inTray() {
		w.putTray(w.trayMenu(false))
	}
}

// setTray makes the program stay in the tray, or not.
func (w *Window) setTray(on bool) {
	w.cfg.Host.SetTray(on, func(err error) {
		if err != nil {
			w.shell.Fail(err)
		}
		w.showTray()
		w.shell.Refresh()
	})
}

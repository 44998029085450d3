package ui

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// bannerReading is the message that the workspace can only be read.
const bannerReading = "reading"

// readers lists the commands that work on a workspace that can only be read: those that look, and those that lead to
// another one. Those that end in a point stand for all that begin so.
func readers() []string {
	return []string{
		"about", "calendar", "calendar.agenda", "calendar.day", "calendar.month", "calendar.today", "calendar.week", "calendar.year", "checklists", "file.new", "file.open", "file.quit", "meeting.actions",
		"meeting.agenda", "page.close", "people", "people.find", "plans", "presenting", "relationship.", "report.new", "report.verify",
		"reports", "reports.fit", "reports.larger", "reports.smaller", "settings", "shell.", "today", "welcome.back",
	}
}

// writers lists the commands that write though what they begin with is one of readers.
func writers() []string { return []string{"relationship.new"} }

// offForReaders tells why a command is off where the workspace can only be read; "" for on.
func (w *Window) offForReaders(command string) string {
	if w.cfg.Reading == nil {
		return ""
	}
	reads := slices.ContainsFunc(readers(), func(id string) bool {
		return command == id || strings.HasSuffix(id, ".") && strings.HasPrefix(command, id)
	})
	if reads && !slices.Contains(writers(), command) {
		return ""
	}
	return "window.read_only"
}

// refused tells that nothing can be changed here, having said so.
func (w *Window) refused() bool {
	if w.cfg.Reading == nil {
		return false
	}
	w.shell.Fail(core.Fail(core.CodeReadOnly, "path", w.cfg.Path))
	return true
}

// sayReading says above every page that the workspace can only be read, and why, with a way to try again.
func (w *Window) sayReading() {
	if w.cfg.Reading == nil {
		return
	}
	text, action := w.t("window.reading", "reason", w.words().Error(w.cfg.Reading)), ""
	if w.cfg.Host != nil {
		action = w.t("problem.again")
	}
	w.shell.Banner(bannerReading, kit.Warn, text, action, func() { w.cfg.Host.Open(w.cfg.Path) })
}

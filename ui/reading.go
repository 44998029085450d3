package ui

import (
	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// bannerReading is the message that the workspace can only be read.
const bannerReading = "reading"

// offForReaders tells why a command is off where the workspace can only be read; "" for on.
func (w *Window) offForReaders(c shell.Command) string {
	if w.cfg.Reading == nil || c.Reads {
		return ""
	}
	return "window.read_only"
}

// reading tells why nothing can be changed here; "" where it can.
func (w *Window) reading() string {
	if w.cfg.Reading == nil {
		return ""
	}
	return w.t("window.read_only")
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
	w.shell.Banner(bannerReading, shell.Notice{Kind: kit.Warn, Say: func() (text, action string) {
		if w.cfg.Host != nil {
			action = w.t("problem.again")
		}
		return w.t("window.reading", "reason", w.words().Error(w.cfg.Reading)), action
	}, Do: func() { w.cfg.Host.Open(w.cfg.Path) }})
}

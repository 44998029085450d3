package ui

import (
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// presentingCommand turns the state on and off in which others look at the screen.
func (w *Window) presentingCommand() shell.Command {
	return shell.Command{
		ID: "presenting", Title: "window.presenting", Reads: true, Keys: "Ctrl+Shift+P", InDialogs: true,
		Name: func() string {
			if w.presenting() {
				return w.words().T("window.presenting_off")
			}
			return w.words().T("window.presenting")
		},
		Run: func() { w.setPresenting(!w.presenting()) },
	}
}

// presenting tells whether others look at the screen, so that private texts and marks must not be seen.
func (w *Window) presenting() bool { return w.hidden }

func (w *Window) setPresenting(on bool) {
	w.hidden = on
	if w.cfg.Host != nil {
		w.cfg.Host.KeepPresented(on)
	}
	w.showTitle()
	w.showStatus()
	w.showSign()
	w.showSidebar(w.day) // on every page but Today, which reads the day anew, nothing else would
	if on {
		w.offer.unsaid = w.shell.CloseBanner(bannerDrafts) // it names what words were typed about
		w.shell.Cover(w.words().T("window.presenting_covered", "keys", "Ctrl+Shift+P"))
	} else {
		w.shell.Uncover()
		if w.offer.unsaid {
			w.offerDrafts()
		}
	}
	w.shell.Refresh()
}

// showTitle says in the window's title which workspace it shows. While others look at the screen it does not: a file may be
// called after somebody.
func (w *Window) showTitle() {
	title := w.words().T("app.name")
	if !w.presenting() {
		title = w.words().T("window.title", "name", welcome.NameOf(w.cfg.Path))
	}
	w.shell.SetTitle(title)
}

// showSign keeps in view that something is hidden, and how to end it.
func (w *Window) showSign() {
	sign := ""
	if w.presenting() {
		sign = w.words().T("window.presenting_sign", "keys", "Ctrl+Shift+P")
	}
	w.shell.SetSign(sign)
}

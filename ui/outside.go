package ui

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// outside is something that another program is to open. Where none does, what it is about can be copied in its place.
type outside struct {
	kind string       // of what opens it: a key below "outside."
	open func() error // nil where the system is known to have nothing
	text string       // what can be copied
	then func()       // once it is open; nil for nothing
}

// The kinds of what is opened outside.
const (
	outsideFile   = "file"
	outsideFolder = "folder"
	outsideLetter = "letter" // a file that a mail program opens
	outsideLink   = "link"
	outsideMail   = "mail"
)

// openOutside opens something in another program, beside the window: it may take a moment to say that it can't.
func (w *Window) openOutside(o outside) {
	w.opened++ // one must not be dropped for the next
	shell.Start(w.shell.Runner, "outside "+strconv.Itoa(w.opened), "", func(context.Context, shell.Report) (struct{}, error) {
		if o.open == nil {
			return struct{}{}, errors.ErrUnsupported
		}
		return struct{}{}, o.open()
	}, func(_ struct{}, err error) {
		switch {
		case err != nil:
			w.sayUnopened(o, err)
		case o.then != nil:
			o.then()
		}
	})
}

func (w *Window) sayUnopened(o outside, err error) {
	if w.cfg.Log != nil {
		w.cfg.Log(err)
	}
	w.shell.Say(kit.ToastSpec{
		Text: w.t("outside." + o.kind), Danger: true, For: 20 * time.Second,
		Action: w.t("outside." + o.kind + "_copy"), Do: func() { w.copy(o.text) },
	})
}

// openMail opens an e-mail in words alone in the mail program; then is called once it is open, and may be nil.
func (w *Window) openMail(address string, to []string, subject, body string, then func()) {
	w.openOutside(outside{
		kind: outsideMail, open: w.linking(address), then: then,
		text: strings.Join([]string{strings.Join(to, ", "), subject, "", body}, "\n"),
	})
}

// openFileOutside opens a file in the program that it belongs to.
func (w *Window) openFileOutside(path string) {
	w.openOutside(outside{kind: outsideFile, open: pathed(w.cfg.Desktop.Open, path), text: path})
}

// Reveal shows a file in its folder.
func (w *Window) Reveal(path string) {
	w.openOutside(outside{kind: outsideFolder, open: pathed(w.cfg.Desktop.Reveal, path), text: path})
}

func (w *Window) linking(address string) func() error { return pathed(w.cfg.Desktop.Link, address) }

func pathed(open func(string) error, what string) func() error {
	if open == nil {
		return nil
	}
	return func() error { return open(what) }
}

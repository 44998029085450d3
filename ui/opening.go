package ui

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core/locale"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// openingAfter is how long a file is opened before that is said: most are there in less.
const openingAfter = 500 * time.Millisecond

// OpeningConfig is what the frame around a file that is being opened needs.
type OpeningConfig struct {
	Words    *locale.Words
	Path     string
	What     string                 // key of what is being done, with the file's name; "" is opening it
	Share    func() (float64, bool) // how much of it is done, from 0 to 1, false while nobody knows; nil for never
	Cancel   func()                 // asks to leave everything as it was; the frame stays until that is so
	Dispatch shell.Dispatch
	After    kit.After
}

// Opening fills a window with the frame of a workspace whose file is being read: something is to be seen at once, and
// after half a second what it is, how long it takes, and a way to cancel it. The frame is to be closed when the window
// itself takes its place.
func Opening(w fyne.Window, cfg OpeningConfig) *shell.Shell {
	words := cfg.Words
	if cfg.What == "" {
		cfg.What = "opening.open"
	}
	var page *openingPage
	s := shell.New(w, shell.Config{
		Brand: words.T("app.name"), Words: words.T, Open: func(shell.Route) shell.Page { return page }, ErrorIn: words.Error,
		Dispatch: cfg.Dispatch, After: cfg.After,
	})
	if cfg.Path == "" {
		return s // a workspace is being closed, and nothing opened
	}
	s.SetStatus(shell.Status{Workspace: filepath.Base(cfg.Path), Saved: words.T("window.opening")})
	page = newOpeningPage(cfg)
	s.Commands.Add(shell.Command{ID: "opening.cancel", Title: "shell.cancel", Keys: "Escape", Quiet: true, Run: page.cancel})
	cfg.After(openingAfter, func() {
		if s.Open() {
			s.Go(shell.Route{Screen: "opening"})
			w.Canvas().Focus(page.button)
			page.tick(s)
		}
	})
	return s
}

// openingPage says what is being done to a file.
type openingPage struct {
	shell.ScrollPage

	cfg    OpeningConfig
	button *kit.Button
	time   *kit.Text
	passed time.Duration
}

func newOpeningPage(cfg OpeningConfig) *openingPage {
	p := &openingPage{cfg: cfg, time: kit.NewLine("", kit.Muted()), passed: openingAfter}
	p.button = kit.NewButton(cfg.Words.T("shell.cancel"), kit.Plain, p.cancel)
	name := welcome.NameOf(cfg.Path)
	p.ScrollPage = shell.NewScrollPage(kit.Middle(560, kit.Pad(60, 0, 0, 0, kit.NewCard(cfg.Words.T(cfg.What, "name", name), "", kit.Stack(14,
		p.time, kit.Line(8, p.button, kit.Spring()))))))
	return p
}

// Header implements shell.Page.
func (p *openingPage) Header() shell.Header { return shell.Header{Title: p.cfg.Words.T("app.name")} }

// Refresh implements shell.Page: nothing here changes but the time.
func (p *openingPage) Refresh() {}

// cancel asks to stop, once.
func (p *openingPage) cancel() {
	if !p.button.Disabled() {
		p.button.Disable()
		p.time.SetText(p.cfg.Words.T("opening.stopping"))
		p.cfg.Cancel()
	}
}

// tick says how much is done, where that is known, and how long it has taken. It is the sign that something goes on.
func (p *openingPage) tick(s *shell.Shell) {
	if !p.button.Disabled() {
		text := p.cfg.Words.T("opening.seconds", "count", int(p.passed.Round(time.Second)/time.Second))
		if p.cfg.Share != nil {
			if part, known := p.cfg.Share(); known {
				text = p.cfg.Words.Percent(int(part*100)) + " · " + text
			}
		}
		p.time.SetText(text)
	}
	p.cfg.After(time.Second, func() {
		if s.Open() {
			p.passed += time.Second
			p.tick(s)
		}
	})
}

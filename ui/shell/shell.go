package shell

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
)

// Config is what a shell is made of.
type Config struct {
	Brand string                 // the program's name
	Words Words                  // texts in the language of the moment
	Open  func(Route) Page       // makes the page of a route; nil for one that leads nowhere
	Also  func(id string) string // words by which a command is found besides its name; nil for none
	// Called gives words that a command goes by almost as by its own name: what they find stands among what names find; nil for none.
	Called func(id string) string
	// Instead gives what the palette offers in place of a command that is off here; nil for nothing.
	Instead func(id string) []Instead
	// Readings gives the ways in which a query may be meant, the likeliest first; each tells how well a name fits, or else
	// other words for the same, 0 for not at all. nil: the words of a query have to be in a name as they are.
	Readings func(query string) []func(name, others string) float64
	Find     Finder                 // what the palette looks for besides commands; nil for nothing
	Ready    func(context.Context)  // gets Find ready beside the window, when the palette opens; nil: it is always
	Hide     func() bool            // tells whether others look at the screen, so that marked hits are left out; nil for never
	ErrorIn  func(error) string     // an error in words; raw errors only go to Log
	Under    func(Page) Route       // where a page belongs in the sidebar, such as a meeting's under its relationship; zero: where its route leads; may be nil
	Log      func(error)            // where raw errors go
	Dispatch Dispatch               // fyne.Do in the program
	After    kit.After              // a timer whose call comes through Dispatch
	Toolbar  []string               // commands of the top bar, before New
	New      []string               // commands that make something, as a menu under one button
	Menu     func() []kit.MenuEntry // behind the button beside the program's name; nil for none
	Off      func(c Command) string // key of the reason a command is off whatever else it says; nil for none
	Reading  func() string          // why nothing can be changed in the workspace, as text; "" where it can; nil for always
	Sized    func(fyne.Size)        // is told when the window has got another size; nil for nobody
	Bare     bool                   // the page alone, without sidebar and bars: nothing is open yet
}

// Shell is the frame of the window and everything that screens ask of it.
type Shell struct {
	Router   *Router
	Commands *Registry
	Runner   *Runner
	Dialogs  *Dialogs

	cfg    Config
	words  Words
	window fyne.Window
	canvas fyne.Canvas
	frame  *frame
	side   Sidebar
	status Status
	closed bool

	keySheet *Open // nil until it was asked for

	// Settled is told when work beside the window has ended or a dialog has gone; nil for nobody.
	Settled func()

	undo *kit.Toast    // the message that offers to take the last step back
	last kit.ToastSpec // what that message says

	arrival *arrival // nil once the page on show has the focus
	begun   bool     // a page was shown already
}

// New makes a shell for a window and fills the window with it. Nothing is loaded: the window can be shown at
// once, and Go then opens the first page.
func New(w fyne.Window, cfg Config) *Shell {
	s := &Shell{cfg: cfg, words: cfg.Words, window: w, canvas: w.Canvas()}
	s.SetTitle(cfg.Brand)
	s.Commands = NewRegistry(cfg.Words, s.sayOff)
	s.Commands.gate = cfg.Off
	s.Runner = NewRunner(cfg.Dispatch, cfg.After, s.setBusy)
	s.Dialogs = NewDialogs(s.canvas, cfg.After)
	s.Router = NewRouter(cfg.Open, s.shown)
	s.Runner.around, s.Commands.around = s.keepFocus, s.keepFocus
	s.Runner.ended, s.Dialogs.closed = s.settled, s.settled
	s.Dialogs.again = s.refocus
	s.Dialogs.place = s.focusPlace
	s.Router.mark = s.focusPlace
	s.Router.unmark = s.arrive
	s.frame = newFrame(s, cfg.Brand, cfg.After)
	s.Dialogs.held = func() func() {
		keys := s.frame.hold.take()
		return func() { s.frame.hold.give(keys) }
	}
	s.addOwnCommands()
	w.SetPadded(false)
	w.SetContent(s.frame)
	s.Commands.Attach(s.canvas)
	return s
}

// SetTitle says in the window's title what it shows; it is the program's name until then.
func (s *Shell) SetTitle(text string) { s.window.SetTitle(text) }

func (s *Shell) settled() {
	if s.Runner.Idle() {
		s.frame.hold.letGo() // what was awaited opens nothing
	}
	if s.Settled != nil {
		s.Settled()
	}
}

// Free tells whether nothing lies over the page and no work goes on beside the window.
func (s *Shell) Free() bool { return s.canvas.Overlays().Top() == nil && s.Runner.Idle() }

func (s *Shell) addOwnCommands() {
	s.Commands.Add(
		Command{ID: paletteID, Title: wordPalette, Reads: true, Group: wordGeneral, Keys: "Ctrl+K", Run: s.OpenPalette, InDialogs: true},
		Command{ID: "shell.keys", Steers: true, Title: wordKeys, Reads: true, Group: wordGeneral, Keys: "F1", InDialogs: true, Run: s.OpenKeySheet},
		Command{ID: "shell.back", Steers: true, Title: wordBack, Reads: true, Group: wordGeneral, Keys: "Alt+Left", Run: func() { s.Router.Back() }},
		Command{ID: "shell.forward", Steers: true, Title: wordForward, Reads: true, Group: wordGeneral, Keys: "Alt+Right", Run: func() { s.Router.Forward() }},
		Command{ID: "shell.sidebar", Steers: true, Title: wordSidebar, Reads: true, Group: wordGeneral, Keys: "F5", Run: s.focusSidebar},
		Command{ID: "shell.menu", Steers: true, Title: wordMenu, Reads: true, Group: wordGeneral, Keys: "Alt+F", Run: s.openMenu, Quiet: s.cfg.Menu == nil},
		Command{ID: "shell.page", Steers: true, Title: wordPageFocus, Reads: true, Group: wordGeneral, Keys: "F6", Run: func() { kit.FocusIn(s.frame.body) }},
		Command{ID: "shell.message", Steers: true, Title: wordMessage, Reads: true, Group: wordGeneral, Keys: "F8", InDialogs: true, Run: s.focusMessage, Why: s.whyNoMessage},
	)
}

// focusSidebar goes to the entry of the page on show, or to the first.
func (s *Shell) focusSidebar() {
	for _, item := range s.frame.sidebar.items {
		if item.Selected() {
			s.canvas.Focus(item)
			return
		}
	}
	kit.FocusIn(s.frame.sidebar.all)
}

// Canvas gives what the window is drawn on, for menus and for the focus.
func (s *Shell) Canvas() fyne.Canvas { return s.canvas }

// Go opens a route; it tells whether that leads anywhere. Whoever is there already gets its beginning.
func (s *Shell) Go(to Route) bool {
	before := s.Router.Page()
	ok := s.Router.Go(to)
	if before != nil && s.Router.Page() == before && s.Commands.pressing {
		s.toTop()
	}
	return ok
}

// choose is Go for who has pointed at a place in the sidebar: the page that one is on already goes to its top.
func (s *Shell) choose(to Route) {
	before := s.Router.Page()
	if s.Go(to); before != nil && s.Router.Page() == before {
		s.toTop()
	}
}

// toTop begins the visit to the page on show anew, at its top.
func (s *Shell) toTop() {
	if p, ok := s.Router.Page().(Topper); ok {
		p.Top()
	}
	s.arrive(nil)
}

// shown puts a page into the window.
func (s *Shell) shown(_ Route, p Page) {
	var own []Command
	if c, ok := p.(Commander); ok {
		own = c.Commands()
	}
	s.Commands.SetPage(own)
	kit.HideTips(s.canvas)
	s.frame.show(p)
	s.frame.sidebar.markHere()
}

// SetSidebar shows other entries and figures.
func (s *Shell) SetSidebar(b Sidebar) {
	s.side = b
	s.frame.sidebar.set(b)
}

// SetStatus shows other texts in the status bar.
func (s *Shell) SetStatus(st Status) {
	s.status = st
	s.frame.status.set(st)
	s.frame.makeWay()
}

// SetSign shows a state of the window that must not be forgotten at the beginning of the status bar; "" for none.
func (s *Shell) SetSign(text string) {
	s.frame.status.setSign(text)
	s.frame.makeWay()
}

// Refresh shows changed data: the page asks for its own, and its header is read again. The focus stays where
// it was, also on a page that makes its widgets anew.
func (s *Shell) Refresh() {
	if p := s.Router.Page(); p != nil {
		s.keepFocus(func() {
			p.Refresh()
			s.RefreshHeader()
		})
	}
}

// RefreshHeader reads the header of the page on show again.
func (s *Shell) RefreshHeader() {
	if p := s.Router.Page(); p != nil {
		s.keepFocus(func() {
			s.frame.topbar.set(p.Header())
			s.frame.sidebar.markHere()
			s.frame.all.Refresh()
		})
	}
}

// Relabel shows everything in another theme or size.
func (s *Shell) Relabel() {
	s.frame.floats.DismissToasts()
	if p := s.Router.Page(); p != nil {
		s.keepFocus(func() {
			p.Refresh()
			s.shown(s.Router.Route(), p)
		})
	}
	s.frame.Refresh()
	s.frame.Relayout()
}

// Reword shows everything in another language: the page is made anew, as somebody left it who comes back to it, so that no
// page has to know which of its widgets say something. Sidebar and status come from outside and are set anew there.
func (s *Shell) Reword() {
	s.frame.floats.DismissToasts()
	s.Router.Reopen()
	s.keepFocus(s.rewordBanners)
	s.frame.Refresh()
	s.frame.Relayout()
}

// toolbar makes the general buttons of the top bar, the last of them of a kind.
func (s *Shell) toolbar(last kit.ButtonKind) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, id := range s.cfg.Toolbar {
		if _, ok := s.Commands.Find(id); ok {
			out = append(out, s.Commands.Button(id, kit.Plain))
		}
	}
	if len(s.cfg.New) > 0 {
		b := kit.NewButton("+ "+s.words(wordNew), last, nil)
		b.OnTap(func() { kit.ShowMenuUnder(b, s.Commands.Menu(s.cfg.New...)) })
		out = append(out, b)
	}
	return out
}

// pictures makes the same buttons as pictures, for where there is little room.
func (s *Shell) pictures() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, id := range s.cfg.Toolbar {
		switch c, ok := s.Commands.Find(id); {
		case !ok:
		case c.Icon == "":
			out = append(out, s.Commands.Button(id, kit.Plain))
		default:
			out = append(out, s.Commands.Picture(id))
		}
	}
	if len(s.cfg.New) > 0 {
		b := kit.NewIconButton("plus", kit.Tip{Text: s.words(wordNew)}, nil)
		b.OnTap(func() { kit.ShowMenuUnder(b, s.Commands.Menu(s.cfg.New...)) })
		out = append(out, b)
	}
	return out
}

// floats gives the layer on top: that of an open dialog, or the window's.
func (s *Shell) floats() *kit.Floats {
	if f, ok := s.canvas.Overlays().Top().(kit.Floating); ok {
		return f.Floats()
	}
	return s.frame.floats
}

// Toast shows a message for a moment.
func (s *Shell) Toast(text string) { s.Say(kit.ToastSpec{Text: text}) }

// Say shows a message with whatever it offers.
func (s *Shell) Say(spec kit.ToastSpec) { s.say(spec) }

// Stand is Say for a message that is kept true while it stands.
func (s *Shell) Stand(spec kit.ToastSpec) *kit.Toast { return s.say(spec) }

func (s *Shell) say(spec kit.ToastSpec) *kit.Toast {
	spec.Close = s.words(wordClose)
	return s.floats().Toast(spec)
}

// SayNext offers what comes after the last step, in one message with the way to take that back. It goes with it: once
// something else was done, its button would do it for something that nobody thinks of any more. It gives the message.
func (s *Shell) SayNext(spec kit.ToastSpec) *kit.Toast {
	if s.undo != nil {
		spec.Text = s.last.Text + " · " + spec.Text
		spec.Second, spec.DoSecond, spec.For = s.last.Action, s.last.Do, s.last.For
		s.undo.Dismiss()
	}
	s.undo = s.say(spec)
	return s.undo
}

// ToastUndo shows what was done, with a button that takes it back. The message about the step before goes: its
// button would take back the wrong one.
func (s *Shell) ToastUndo(text string, undo func()) {
	s.DropUndo()
	s.last = kit.ToastSpec{Text: text, Action: s.words(wordUndo), Do: undo, For: 10 * time.Second}
	s.undo = s.say(s.last)
}

// AddToUndo adds to the message about the last step what came of it; "" for nothing.
func (s *Shell) AddToUndo(text string) {
	if s.undo == nil || text == "" {
		return
	}
	s.undo.Dismiss()
	s.last.Text += " · " + text
	s.undo = s.say(s.last)
}

// TellMore adds to the message about the last step what came of it besides, with a button that leads there. Where there is no
// such message, it is one by itself.
func (s *Shell) TellMore(text, action string, do func()) {
	if s.undo == nil {
		s.Say(kit.ToastSpec{Text: text, Action: action, Do: do})
		return
	}
	s.last.Second, s.last.DoSecond, s.last.For = action, do, 20*time.Second
	s.AddToUndo(text)
}

// DropUndo takes the message about the last step away, because something else was done since.
func (s *Shell) DropUndo() {
	if s.undo != nil {
		s.undo.Dismiss()
		s.undo = nil
	}
}

// Fail shows an error in words and logs it raw. A nil error is nothing.
func (s *Shell) Fail(err error) {
	if err == nil {
		return
	}
	s.Refuse(err, func(why string) string { return why })
}

// Refuse is Fail with more to say than the words of the error.
func (s *Shell) Refuse(err error, text func(why string) string) {
	s.say(kit.ToastSpec{Text: text(s.errorText(err)), Danger: true, For: 15 * time.Second})
}

func (s *Shell) errorText(err error) string {
	if s.cfg.Log != nil {
		s.cfg.Log(err)
	}
	return s.cfg.ErrorIn(err)
}

func (s *Shell) sayOff(command, reason string) {
	s.say(kit.ToastSpec{Text: s.words(wordOff, "command", command, "reason", reason)})
}

func (s *Shell) setBusy(jobs []Busy) {
	s.frame.status.setBusy(jobs)
	s.frame.makeWay()
}

// Open tells whether the shell still fills its window.
func (s *Shell) Open() bool { return !s.closed }

// Close ends background work and lets the page finish: the window is closing, or gets other content. The canvas is
// left without keys and overlays of this shell.
func (s *Shell) Close() {
	if s.closed {
		return
	}
	s.closed = true
	s.Router.Reset()
	s.Runner.Stop()
	s.Commands.detach()
	for top := s.canvas.Overlays().Top(); top != nil; top = s.canvas.Overlays().Top() {
		s.canvas.Unfocus()
		s.canvas.Overlays().Remove(top)
	}
	s.canvas.Unfocus() // a field that is not told so blinks for ever, unseen, and the whole window is drawn with each blink
}

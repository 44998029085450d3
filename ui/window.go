package ui

import (
	"fmt"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/draw"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/calendar"
	"mentorbook/ui/capture"
	"mentorbook/ui/kit"
	"mentorbook/ui/meeting"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// Config is what a window is made of.
type Config struct {
	Planner  *planner.Planner
	Words    *locale.Words
	Path     string                                          // of the workspace
	Pages    func(*core.ReportFacts) (*draw.Document, error) // lays reports out as they are written
	Reading  error                                           // why the workspace can only be read; nil where it can be written
	Cut      time.Time                                       // when a window began that had the workspace open before and never said its farewell; zero for none
	First    shell.Route                                     // where to begin; zero, or one that leads nowhere, is Today
	Desktop  Desktop
	Host     Host   // the program around the window; nil where there is none, as in tests of screens
	Notes    []Note // what is to be said once the window is open
	Dispatch shell.Dispatch
	After    kit.After
	Log      func(error)
	LogFile  string // where the log lies; "" for nowhere
}

// Window is the window of one open workspace.
type Window struct {
	cfg          Config
	shell        *shell.Shell
	screens      []screen
	stop         func()
	steps        undoState
	whole        *wholeStep     // what was done to the whole file; nil once something was done in the window
	day          *planner.Today // that the sidebar was last filled from; nil until it was read
	drawn        settings.Look  // how everything is drawn; the zero one before that was asked
	hidden       bool           // others look at the screen
	learning     bool           // of an owner who is both, Today shows the day of the mentee
	fresh        justPlanned    // to which the message on show offers to invite
	offer        draftOffer     // of words that were typed before and never kept
	folder       string         // that files were last chosen from
	turn         chan struct{}  // closed when the last write that was asked for has ended
	turns        int
	late         *lateDraft // the last draft that was asked for
	timer        meeting.Timer
	editing      string // what is being written on a page, and saved when that is done; "" for nothing
	closed       meeting.Closed
	last         captured
	runFor       planner.Place // that waits for the template which is about to be made; zero for none
	outbox       []string      // folders of messages that a mail program was given
	recent       []welcome.Recent
	search       *planner.Search
	wordsIn      map[core.Language]func() *locale.Words // for names of commands in other languages than the window's
	fonts        *kit.DrawnFonts                        // read when the first drawing is shown
	home         *time.Location                         // where the owner lives; nil until it was read
	backupFailed error                                  // why the last backup that was asked for could not be made
	unsaved      error                                  // why the last write failed
	order        []core.ID                              // of the relationships in the sidebar, as they stood first
	backOffers   map[string]*kit.Toast                  // messages that bring back what was typed into a form that was closed without keeping it, by the key of its draft
	refusedTexts map[refusedText]string                 // names of texts that are not kept
	lookedAt     *calendar.Page                         // the page that another way to look at the same days goes on from; nil but at that moment
	opened       int                                    // how many things were given to other programs to open
	places       []planner.Place                        // relationships, for fields in which they are found by name
	stopFeed     func()                                 // the timer of the published calendar
	stopReminder func()                                 // stops the timer of the next reminder
	standing     map[core.ID]*standing                  // the reminders on show, by their meetings
	missed       missed                                 // the message about what began while the window was closed, and is over
	begun        missed                                 // and about what is on now
	snoozed      []func()                               // stop those of reminders that were put off
	tray         trayState
	dropped      dropped
	watching     map[*watched]bool // the open forms that are about a record
	veils        veils
	opening      shell.Route // of the page that is being made; zero but at that moment
}

// Note is something that a person is to be told when the window opens.
type Note struct {
	Say func(w *locale.Words) (text, action string) // the action is the label of its button; "" for none
	Do  func()
}

// New fills a window with the workspace's first screen. It reads nothing before Open.
func New(w fyne.Window, cfg Config) *Window {
	win := &Window{cfg: cfg, wordsIn: everyLanguage(), watching: map[*watched]bool{}, refusedTexts: map[refusedText]string{}, backOffers: map[string]*kit.Toast{}, standing: map[core.ID]*standing{}}
	win.offer = draftOffer{seen: map[string]bool{}, cut: cfg.Cut}
	cfg.Planner.Speak(cfg.Words.Language()) // the window may have been asked for in another than the workspace's
	win.search = cfg.Planner.NewSearch(win.calledMeeting()...)
	if cfg.Host != nil {
		win.folder, win.hidden = cfg.Host.Folder(), cfg.Host.Presented()
		win.last.kind = capture.KindOf(cfg.Host.Captured())
	}
	win.screens = slices.DeleteFunc(win.allScreens(), func(s screen) bool { return s.name == "" })
	look := shell.Config{
		Brand: cfg.Words.T("app.name"), Words: win.t, Open: win.page, ErrorIn: win.errorIn, Under: win.under, Log: cfg.Log,
		Dispatch: cfg.Dispatch, After: cfg.After, Toolbar: []string{"undo"}, New: newCommands(),
		Also: win.also, Called: win.calledBy, Instead: win.instead, Readings: readings, Find: win.find, Ready: win.readyToFind, Hide: win.presenting, Off: win.offForReaders, Reading: win.reading, Sized: win.sized,
	}
	if cfg.Host != nil {
		look.Menu = win.mainMenu
	}
	win.shell = shell.New(w, look)
	win.shell.Dialogs.Refuse = win.refused
	win.shell.Settled = win.settledDrop
	win.shell.Commands.Add(win.fileCommands()...)
	win.shell.Commands.Add(append(win.undoCommands(), win.presentingCommand(), win.deletedCommand())...)
	win.shell.Commands.Add(win.captureCommands()...)
	win.shell.Commands.Add(win.meetingCommands()...)
	win.shell.Commands.Add(append(win.nextCommands(), win.closeWaiting())...)
	for _, s := range win.screens {
		win.shell.Commands.Add(s.commands...)
	}
	win.showStatus()
	win.showTitle()
	return win
}

// Open shows the first screen, and follows every change of the workspace from then on.
func (w *Window) Open() {
	w.stop = w.cfg.Planner.Listen(func(ev planner.Event) {
		w.cfg.Dispatch(func() {
			w.changed(ev)
			w.followLanguage(ev)
		})
	})
	if !w.shell.Go(w.cfg.First) {
		w.shell.Go(shell.Route{Screen: screenToday})
	} else if w.cfg.First.Screen != screenToday {
		w.loadToday(func(*planner.Today) {}) // for the sidebar
	}
	w.loadSteps()
	if w.cfg.Reading == nil {
		w.offerDrafts()
	}
	w.sayReading()
	w.remind()
	w.remindPutOff()
	w.showTray()
	w.loadRecent()
	if w.cfg.Reading == nil {
		w.feedSoon() // it may have been changed meanwhile, by the command line or from a backup
	}
	if w.hidden { // as it was left
		w.setPresenting(true)
	}
	for i, n := range w.cfg.Notes {
		w.say(fmt.Sprint("note", i), n)
	}
}

// say shows a note above the page. It goes when it was answered, and by itself after a while: it is told once.
func (w *Window) say(key string, n Note) {
	w.shell.Banner(key, shell.Notice{Kind: kit.Warn, Say: func() (string, string) { return n.Say(w.words()) }, Do: func() {
		w.shell.CloseBanner(key)
		if n.Do != nil {
			n.Do()
		}
	}})
	w.cfg.After(noteStays, func() { w.shell.CloseBanner(key) })
}

// noteStays is how long a note stays that nobody answers.
const noteStays = 2 * time.Minute

// changed shows what a step changed: on the page, and in the sidebar, which Today brings along by itself.
func (w *Window) changed(ev planner.Event) {
	w.loadSteps()
	if movesReminders(ev.Refs) {
		w.remind()
	}
	w.renewReminders()
	w.renewMissed()
	w.showTray()
	w.feedSoon()
	w.lookAfterForms()
	if w.unsaved != nil {
		w.unsaved = nil // this step was kept
		w.showStatus()
	}
	w.shell.Refresh()
	if w.shell.Router.Route().Screen != screenToday {
		w.loadToday(func(*planner.Today) {})
	}
}

// Close ends the window's work.
func (w *Window) Close() {
	w.feedAtLast()
	for _, stop := range append(w.snoozed, w.stop, w.stopReminder, w.tray.stop) {
		if stop != nil {
			stop()
		}
	}
	w.leaveTray()
	w.search.Close()
	w.shell.Dialogs.Leave()
	w.shell.Close()
	if err := w.shell.Runner.Wait(closeWait); err != nil && w.cfg.Log != nil {
		w.cfg.Log(err)
	}
	w.clearOutbox()
}

// closeWait is how long the end of the window waits for what is being written.
const closeWait = 10 * time.Second

// Visit goes to a place that was asked for outside the window; one that there is none of, and the zero one, are nothing. A dialog
// stays with what is typed in it, and it is said what was asked.
func (w *Window) Visit(to shell.Route) {
	if !w.has(to.Screen) {
		return
	}
	if c := w.shell.Canvas(); c.Overlays().Top() != nil && !kit.CloseMenu(c) {
		w.shell.Toast(w.t("window.visit_later"))
		return
	}
	w.shell.Go(to)
}

// Shell gives the window's frame: routes, commands, background work.
func (w *Window) Shell() *shell.Shell { return w.shell }

func (w *Window) words() *locale.Words { return w.cfg.Words }

func (w *Window) t(key string, args ...any) string { return w.cfg.Words.T(key, args...) }

// under gives where a page belongs in the sidebar: that of a meeting to its relationship.
func (w *Window) under(p shell.Page) shell.Route {
	if m, ok := p.(*meeting.Page); ok && !m.Relationship().IsZero() {
		return shell.Route{Screen: screenRelationship, ID: m.Relationship()}
	}
	return shell.Route{}
}

// errorIn puts an error into words; one that leaves changes unsaved is also kept in view.
func (w *Window) errorIn(err error) string {
	w.unsavedBy(err)
	return errorIn(w.cfg.Words, err, w.cfg.LogFile)
}

// errorIn puts an error into words. Of a fault of the program they say where its details are.
func errorIn(words *locale.Words, err error, log string) string {
	if log != "" && core.CodeOf(err) == core.CodeInternal {
		return words.T("window.internal", "file", log)
	}
	return words.Error(err)
}

// page makes the page of a route; nil for a route that leads nowhere.
func (w *Window) page(r shell.Route) shell.Page {
	if s, ok := w.screen(r.Screen); ok {
		w.onPage(r)
		if r.Screen == screenMeeting {
			w.dropReminder(r.ID)
			w.seenTo(r.ID)
		}
		w.lookFor(r)
		w.opening = r // a page may begin to read before it is the one on show
		defer func() { w.opening = shell.Route{} }()
		return s.page(r)
	}
	return nil
}

// drawnFonts gives the faces of drawings, read once.
func (w *Window) drawnFonts() *kit.DrawnFonts {
	if w.fonts == nil {
		w.fonts = kit.NewDrawnFonts()
	}
	return w.fonts
}

// Package program is what stands around the window: which file is open, what this machine remembers, who is called
// when the same file is opened twice, and what is kept of a fault. It knows the window's toolkit, but not the
// driver that shows it.
package program

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/cmd/internal/wire"
	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/storage"
	"mentorbook/storage/machine"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// Config is what a program is made of.
type Config struct {
	Window   fyne.Window
	Settings *machine.Settings
	Keep     string // where the settings lie
	Sockets  string // the folder of the sockets by which second starts are noticed
	Clock    planner.Clock
	Language core.Language          // that was asked for, and counts more than a workspace's own; "" for none
	System   core.Language          // what the system speaks
	Path     string                 // the file that was asked for; "" for the one that was open last
	Default  string                 // where a workspace lies unless another place is chosen
	Samples  func(core.Role) string // where the samples to try lie
	Sample   core.Role              // fill a missing file with the sample for this side; "" for none
	First    shell.Route
	Desktop  ui.Desktop
	Tray     Tray   // the system's; nil where there is none
	Report   string // the newest report of a fault; "" for none
	Theme    string // asked for at the start, for this run; "" for the one that is kept
	SetLook  func(settings.Look)
	About    func() settings.About
	Dispatch shell.Dispatch
	After    kit.After
	Log      func(error)
	LogFile  string // where it lies; "" for nowhere
}

// Program runs one window. All its methods are called on the window's goroutine, except where they say so.
type Program struct {
	cfg       Config
	words     *locale.Words
	begin     *ui.Begin    // before a workspace is open
	frame     *shell.Shell // while one is being opened
	window    *ui.Window   // of the open workspace
	beacon    *beacon
	path      string // of the open workspace
	form      *welcome.Form
	busy      bool   // a file is being opened or closed
	former    former // what was open before
	returning bool   // to it, after an opening was cancelled
	what      string // key of what is being done instead of opening; "" for that
	share     *share // how much of it is done, where that can be known; nil where not

	work    sync.WaitGroup // what goes on beside the window
	mu      sync.Mutex
	open    *opened
	ended   bool
	arrived *opened // opened, but not yet taken over by the window's goroutine
	backed  time.Time
	greet   func()     // what the window is to say once it is open
	saving  sync.Mutex // one after another writes the settings
}

var _ ui.Host = (*Program)(nil)

// New makes a program. Nothing is read or opened before Begin.
func New(cfg Config) *Program { return &Program{cfg: cfg} }

// language is what was asked for, else the workspace's own, else the machine's, else the system's.
func (p *Program) language(own core.Language) core.Language {
	for _, lang := range []core.Language{p.cfg.Language, own, p.cfg.Settings.Language} {
		if lang != "" {
			return lang
		}
	}
	return p.cfg.System
}

// Target is the file that a start opens: the one that was asked for, else the one that was open last, else the one
// at the usual place. It is "" where there is none to be opened. made tells whether it is there.
func Target(asked, usual string, s *machine.Settings) (path string, made bool) {
	there := func(path string) bool {
		_, err := os.Stat(path)
		return err == nil
	}
	switch {
	case asked != "":
		return asked, there(asked)
	case len(s.Recent) > 0:
		if there(s.Recent[0]) {
			return s.Recent[0], true
		}
	case there(usual):
		return usual, true
	}
	return "", false
}

// Begin shows something at once, and then opens the file that is to be opened.
func (p *Program) Begin() {
	words, err := locale.New(p.language(""))
	if err != nil {
		panic(err) // the words built into the program are broken: a test's business
	}
	p.setWords(words)
	path, made := Target(p.cfg.Path, p.cfg.Default, p.cfg.Settings)
	switch {
	case path != "" && p.cfg.Sample != "":
		p.become(path, func(ctx context.Context) (*opened, error) { return p.opener().sample(ctx, path, p.cfg.Sample) }, nil)
	case made:
		p.Open(path)
	default:
		p.welcome(path)
	}
}

func (p *Program) opener() opener {
	return opener{clock: p.cfg.Clock, device: p.cfg.Settings.Device, language: p.words.Language()}
}

// Open implements ui.Host.
func (p *Program) Open(path string) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	p.become(path, func(ctx context.Context) (*opened, error) { return p.opener().file(ctx, path) }, nil)
}

// Start implements ui.Host.
func (p *Program) Start(path string, start planner.Start, failed func(error)) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	p.become(path, func(ctx context.Context) (*opened, error) {
		w, err := p.opener().start(ctx, path, start)
		if err == nil {
			p.greetWith(func() { p.form = nil }) // it has served
		}
		return w, err
	}, failed)
}

// Sample implements ui.Host.
func (p *Program) Sample(as core.Role) {
	path := p.SamplePath(as)
	p.become(path, func(ctx context.Context) (*opened, error) { return p.opener().sample(ctx, path, as) }, nil)
}

// SamplePath implements ui.Host.
func (p *Program) SamplePath(as core.Role) string { return p.cfg.Samples(as) }

// Restore implements ui.Host.
func (p *Program) Restore(backup, path string) { p.restore(backup, path, "problem.restored") }

// restore puts a file in a workspace's place, and says what happened with words of that key: a backup came, or what such a
// one had taken the place of came back. Either way can be taken back by the other, from the file that is kept aside.
func (p *Program) restore(backup, path, said string) {
	copied := &share{}
	p.what, p.share = "opening.restore", copied
	// No backup is made at the end of what is open: it is kept aside whole, and a new backup of the day would thin out
	// the one that is wanted.
	p.becomeAfter(p.drop, path, func(ctx context.Context) (*opened, error) {
		w, aside, err := p.opener().restored(ctx, backup, path, copied.at)
		if err == nil && aside == "" && w.since.Unknown {
			p.greetWith(func() { p.window.Shell().Toast(strings.Join(wire.TellSentSince(p.words, w.since, aside), ". ")) })
		}
		if err == nil && aside != "" {
			p.greetWith(func() {
				other, way := "problem.taken_back", "undo"
				if said == other {
					other, way = "problem.restored", "redo"
				}
				back := func() { p.restore(aside, path, other) }
				p.window.DidWhole(way, p.words.T("problem.restoring"), back)
				lines := append([]string{p.words.T(said, "file", filepath.Base(aside))}, wire.TellSentSince(p.words, w.since, aside)...)
				p.window.Shell().ToastUndo(strings.Join(lines, ". "), back)
			})
		}
		return w, err
	}, nil)
}

// Import implements ui.Host.
func (p *Program) Import(from, path string) {
	read := &share{}
	p.what, p.share = "opening.import", read
	p.become(path, func(ctx context.Context) (*opened, error) { return p.opener().imported(ctx, from, path, read) }, nil)
}

// Compact implements ui.Host.
func (p *Program) Compact() {
	path := p.path
	p.what = "opening.compact"
	p.become(path, func(ctx context.Context) (*opened, error) {
		w, before, after, err := p.opener().compacted(ctx, path)
		if err == nil {
			p.greetWith(func() {
				p.window.Shell().Commands.Run("settings") // where it was asked for
				p.window.Shell().Toast(p.words.T("settings.compacted", "before", p.words.Bytes(before), "after", p.words.Bytes(after)))
			})
		}
		return w, err
	}, nil)
}

// greetWith says something once the window is open.
func (p *Program) greetWith(greet func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.greet = greet
}

// Dropped takes files that were dropped onto the window.
func (p *Program) Dropped(paths []string) {
	switch {
	case p.window != nil:
		p.window.Dropped(paths)
	case p.begin == nil || len(paths) != 1 || p.busy || p.begin.Refuses(paths[0]):
	case strings.EqualFold(filepath.Ext(paths[0]), ".json"):
		name := strings.TrimSuffix(filepath.Base(paths[0]), filepath.Ext(paths[0])) + welcome.Extension
		p.Import(paths[0], unusedName(filepath.Join(filepath.Dir(p.cfg.Default), name)))
	default:
		p.Open(paths[0])
	}
}

// Welcome implements ui.Host.
func (p *Program) Welcome() {
	if p.busy {
		return
	}
	p.replace("", p.finish, func(context.Context) error { return nil }, func(error) { p.welcome("") })
}

// Quit implements ui.Host.
func (p *Program) Quit() {
	p.Resized()
	p.end()
	p.cfg.Window.Close()
}

// become ends the use of what is open and opens something else. Where that fails, failed is told, or the screen
// about problems says it.
func (p *Program) become(path string, get func(context.Context) (*opened, error), failed func(error)) {
	p.becomeAfter(p.finish, path, get, failed)
}

// becomeAfter is become with another way to end the use of what is open.
func (p *Program) becomeAfter(finish func(*opened, *ui.Window) error, path string, get func(context.Context) (*opened, error), failed func(error)) {
	var problem *welcome.Problem
	load := func(ctx context.Context) error {
		w, err := get(ctx)
		p.keep(w)
		if err != nil && failed == nil {
			problem = problemOf(path, err)
		}
		return err
	}
	done := func(err error) {
		switch w := p.take(); {
		case w != nil:
			p.show(path, w)
		case err != nil && failed != nil:
			p.cfg.Log(err)
			failed(err)
		case core.CodeOf(err) == core.CodeCancelled:
			p.goBack()
		case err != nil:
			p.failed(problem)
		}
	}
	if p.busy {
		return // it was pressed twice
	}
	if failed != nil { // a form stays as it is until it is known to work
		p.away(context.Background(), load, done)
		return
	}
	p.replace(path, finish, load, done)
}

// replace ends the use of the workspace that is open, as finish says, then does something beside the window, and
// then calls done. Meanwhile the window shows an empty frame, and soon what is being done, with a way to cancel it.
func (p *Program) replace(path string, finish func(*opened, *ui.Window) error, do func(context.Context) error, done func(error)) {
	w, window, was := p.current(), p.window, p.path
	if w != nil {
		p.former = former{was, window.Shell().Router.Route()}
	}
	p.clear()
	p.beacon.putOut()
	p.setOpen(nil)
	p.beacon, p.path = nil, ""
	ctx, cancel := context.WithCancel(context.Background())
	p.frame = ui.Opening(p.cfg.Window, ui.OpeningConfig{
		Words: p.words, Path: path, What: p.what, Share: p.share.told(), Cancel: cancel, Dispatch: p.cfg.Dispatch, After: p.cfg.After,
	})
	p.what, p.share = "", nil
	p.away(ctx, func(ctx context.Context) error {
		if w != nil {
			if err := finish(w, window); err != nil {
				p.cfg.Log(err) // what follows does not depend on it
			}
			p.farewell(was)
		}
		return do(ctx)
	}, func(err error) {
		cancel()
		done(err)
	})
}

// away does something beside the window that nothing else may be started over.
func (p *Program) away(ctx context.Context, do func(context.Context) error, done func(error)) {
	p.busy = true
	p.beside(func() {
		err := do(ctx)
		p.cfg.Dispatch(func() {
			p.busy = false
			if !p.over() { // there is no window any more to show anything in
				done(err)
			}
		})
	})
}

// end keeps what still comes from filling the window: it is about to go, or has gone.
func (p *Program) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
}

func (p *Program) over() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ended
}

func (p *Program) current() *opened {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.open
}

func (p *Program) setOpen(w *opened) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open = w
}

// beside does something beside the window.
func (p *Program) beside(do func()) {
	p.work.Add(1)
	go func() {
		defer p.work.Done()
		do()
	}()
}

// keep holds an open workspace until the window takes it over, so that it is closed well in any case.
func (p *Program) keep(w *opened) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.arrived = w
}

func (p *Program) take() *opened {
	p.mu.Lock()
	defer p.mu.Unlock()
	w := p.arrived
	p.arrived = nil
	return w
}

// show puts the window of a workspace in place.
func (p *Program) show(path string, w *opened) {
	p.clear()
	p.setOpen(w)
	p.path, p.former, p.returning = path, former{}, false
	p.setBacked(w.backup)
	cut := p.began(path, w)
	if lang := p.language(w.workspace.Language); lang != p.words.Language() {
		if words, err := locale.New(lang); err == nil {
			p.setWords(words)
		}
	}
	var err error
	if p.beacon, err = light(p.cfg.Sockets, path, func(to shell.Route) { p.cfg.Dispatch(func() { p.called(to) }) }); err != nil {
		p.cfg.Log(err) // a second start will say that the file is open, and where
	}
	p.window = ui.New(p.cfg.Window, ui.Config{
		Planner: w.planner, Pages: wire.Pages(), Words: p.words, Path: path, Reading: w.reading, Cut: cut, First: p.cfg.First, Desktop: p.cfg.Desktop, Host: p, Notes: p.notes(),
		Dispatch: p.cfg.Dispatch, After: p.cfg.After, Log: p.cfg.Log, LogFile: p.cfg.LogFile,
	})
	p.cfg.First = shell.Route{}
	p.window.Open()
	p.mu.Lock()
	greet := p.greet
	p.greet = nil
	p.mu.Unlock()
	if greet != nil {
		greet()
	}
	p.upkeep(w)
}

// called answers a second start: the window comes to front, and shows what that was to show.
func (p *Program) called(to shell.Route) {
	p.raise()
	if p.window != nil {
		p.window.Visit(to)
	}
}

// raise brings the window to front, out of an icon too.
func (p *Program) raise() {
	p.cfg.Window.Show()
	p.cfg.Window.RequestFocus()
}

// problemOf gathers what there is to be said about a file that can't be opened. It may look through whole backups.
func problemOf(path string, err error) *welcome.Problem {
	problem := &welcome.Problem{Path: path, Err: err}
	if list, err := storage.Backups(path); err == nil && len(list) > 0 {
		problem.Backup = storage.LastGoodBackup(path)
		for _, b := range list {
			if b.Path == problem.Backup {
				problem.Made = b.At
			}
		}
	}
	return problem
}

// failed tells why a file could not be opened.
func (p *Program) failed(problem *welcome.Problem) {
	p.cfg.Log(problem.Err)
	switch {
	case core.CodeOf(problem.Err) == core.CodeWorkspaceOpen && Raise(p.cfg.Sockets, problem.Path, p.cfg.First):
		p.Quit()
	case unstarted(problem.Err):
		p.welcome(problem.Path)
	default:
		p.clear()
		p.begin = ui.NewBegin(p.cfg.Window, p.beginConfig(problem, ""))
	}
}

// welcome shows the welcome screen, with the path of a file to make where one was asked for.
func (p *Program) welcome(path string) {
	p.clear()
	p.returning = false
	p.begin = ui.NewBegin(p.cfg.Window, p.beginConfig(nil, path))
}

func (p *Program) beginConfig(problem *welcome.Problem, path string) ui.BeginConfig {
	if path == "" {
		path = unusedName(p.cfg.Default)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	typed := p.form // stays until it has served: whoever opens something else meanwhile, or goes back, comes back to it
	p.form = &welcome.Form{
		Side: core.RoleMentor, Zone: string(wire.SystemZone()), Language: p.words.Language(), Path: welcome.Short(path, home), Home: home,
	}
	if typed != nil {
		p.form.Side, p.form.Name, p.form.Email, p.form.Zone = typed.Side, typed.Name, typed.Email, typed.Zone
	}
	var back func()
	if p.former.path != "" {
		back = p.back
	}
	return ui.BeginConfig{
		Back: back, Former: p.former.path,
		Words: p.words, Desktop: p.cfg.Desktop, Host: p, Now: p.cfg.Clock.Now, Problem: problem,
		Form:     p.form,
		Dispatch: p.cfg.Dispatch, After: p.cfg.After, Log: p.cfg.Log, LogFile: p.cfg.LogFile,
	}
}

// clear takes away what fills the window.
func (p *Program) clear() {
	if p.begin != nil {
		p.begin.Close()
	}
	if p.frame != nil {
		p.frame.Close()
	}
	if p.window != nil {
		p.window.Close()
	}
	p.begin, p.frame, p.window = nil, nil, nil
}

// atMost is how long work beside the window is waited for when its workspace is closed.
const atMost = 20 * time.Second

func (p *Program) finish(w *opened, window *ui.Window) error {
	err := window.Shell().Runner.Wait(atMost)
	return errors.Join(err, w.close(context.Background(), p.cfg.Clock.Now()))
}

// drop is finish without a backup.
func (p *Program) drop(w *opened, window *ui.Window) error {
	err := window.Shell().Runner.Wait(atMost)
	return errors.Join(err, w.store.Close())
}

// Close ends everything when the window has closed. It may take as long as a backup does.
func (p *Program) Close() error {
	w, window, path := p.current(), p.window, p.path
	p.clear()
	p.beacon.putOut()
	p.end()
	var err error
	if w != nil {
		err = p.finish(w, window)
		p.farewell(path)
	}
	p.work.Wait()
	if p.arrived != nil {
		err = errors.Join(err, p.arrived.close(context.Background(), p.cfg.Clock.Now()))
	}
	return err
}

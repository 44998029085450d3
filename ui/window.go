package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/relationship"
	"mentorbook/ui/shell"
	"mentorbook/ui/today"
)

// Screens of the window.
const (
	screenToday        = "today"
	screenRelationship = "relationship"
)

// Config is what a window is made of.
type Config struct {
	Planner  *planner.Planner
	Words    *locale.Words
	Path     string // of the workspace
	Exports  string // the folder that exports are written to
	Dispatch shell.Dispatch
	After    kit.After
	Log      func(error)
}

// Window is the window of one open workspace.
type Window struct {
	cfg   Config
	shell *shell.Shell
	stop  func()
}

// New fills a window with the workspace's first screen. It reads nothing before Open.
func New(w fyne.Window, cfg Config) *Window {
	win := &Window{cfg: cfg}
	win.shell = shell.New(w, shell.Config{
		Brand: cfg.Words.T("app.name"), Words: cfg.Words.T, Open: win.page, ErrorIn: cfg.Words.Error, Log: cfg.Log,
		Dispatch: cfg.Dispatch, After: cfg.After, Toolbar: []string{"undo"},
	})
	win.shell.Commands.Add(
		shell.Command{ID: "today", Title: "window.today", Keys: "Ctrl+1", Run: func() { win.shell.Go(shell.Route{Screen: screenToday}) }},
		shell.Command{ID: "undo", Title: "window.undo", Keys: "Ctrl+Z", Run: func() { win.reverse(cfg.Planner.Undo) }},
		shell.Command{ID: "redo", Title: "window.redo", Keys: "Ctrl+Shift+Z", Run: func() { win.reverse(cfg.Planner.Redo) }},
	)
	win.shell.SetStatus(shell.Status{Workspace: filepath.Base(cfg.Path), Saved: cfg.Words.T("window.saved")})
	return win
}

// Open shows Today, and follows every change of the workspace from then on.
func (w *Window) Open() {
	w.stop = w.cfg.Planner.Listen(func(planner.Event) { w.cfg.Dispatch(w.shell.Refresh) })
	w.shell.Go(shell.Route{Screen: screenToday})
}

// Close ends the window's work.
func (w *Window) Close() {
	if w.stop != nil {
		w.stop()
	}
	w.shell.Close()
}

func (w *Window) words() *locale.Words { return w.cfg.Words }

func (w *Window) page(r shell.Route) shell.Page {
	switch r.Screen {
	case screenToday:
		return today.New(today.Deps{Words: w.words, Load: w.loadToday, Open: w.openRelationship, Tick: func(id core.ID) { w.tick(id, true) }})
	case screenRelationship:
		return relationship.New(r.ID, relationship.Deps{
			Words: w.words, Load: w.loadRelationship, Tick: w.tick, Plan: w.plan, Invite: w.invite, Report: w.report,
			Header: func() { w.shell.RefreshHeader() },
		})
	}
	return nil
}

func (w *Window) openRelationship(id core.ID) {
	w.shell.Go(shell.Route{Screen: screenRelationship, ID: id})
}

// work runs something beside the window and hands its result over there; an error is shown.
func work[T any](w *Window, key string, do func(context.Context) (T, error), done func(T)) {
	shell.Start(w.shell.Runner, key, "", func(ctx context.Context, _ shell.Report) (T, error) { return do(ctx) },
		func(result T, err error) {
			if err != nil {
				w.shell.Fail(err)
				return
			}
			done(result)
		})
}

func (w *Window) loadToday(done func(*planner.Today)) {
	work(w, "today", w.cfg.Planner.Today, func(t *planner.Today) {
		w.showSidebar(t)
		done(t)
	})
}

func (w *Window) showSidebar(t *planner.Today) {
	s := shell.Sidebar{Heading: w.words().T("window.relationships")}
	s.Main = []shell.NavEntry{{Route: shell.Route{Screen: screenToday}, Text: w.words().T("window.today"), Badge: badge(len(t.Needs)+t.More, false, w.words())}}
	for i, row := range t.Sidebar {
		if i == 40 {
			break
		}
		s.List = append(s.List, shell.NavEntry{
			Route: shell.Route{Screen: screenRelationship, ID: row.Relationship}, Text: row.Name, Badge: badge(row.Waiting, row.Quiet, w.words()),
		})
	}
	w.shell.SetSidebar(s)
}

func badge(n int, quiet bool, w *locale.Words) string {
	switch {
	case n > 0:
		return w.Number(float64(n))
	case quiet:
		return "!"
	}
	return ""
}

func (w *Window) loadRelationship(id core.ID, done func(*planner.Overview)) {
	work(w, "relationship", func(ctx context.Context) (*planner.Overview, error) {
		return w.cfg.Planner.Relationships.Overview(ctx, id)
	}, done)
}

func (w *Window) tick(id core.ID, done bool) {
	do := w.cfg.Planner.Actions.Done
	if !done {
		do = w.cfg.Planner.Actions.Reopen
	}
	w.step("tick", func(ctx context.Context) error { return do(ctx, id) }, planner.TitleActionDone)
}

// step does one use-case and offers to take it back.
func (w *Window) step(key string, do func(context.Context) error, title planner.Title) {
	work(w, key, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(struct{}) {
		w.shell.ToastUndo(w.words().Title(string(title), nil), func() { w.reverse(w.cfg.Planner.Undo) })
	})
}

func (w *Window) reverse(do func(context.Context) (*planner.Step, error)) {
	work(w, "undo", do, func(s *planner.Step) {
		w.shell.Toast(w.words().T("window.undone", "title", w.words().Title(string(s.Title), s.Args)))
	})
}

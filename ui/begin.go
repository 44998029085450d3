package ui

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/locale"
	"mentorbook/core/planner"
	"mentorbook/ui/files"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// Names of the screens before a workspace is open.
const (
	screenWelcome = "welcome"
	screenProblem = "problem"
)

// BeginConfig is what the window needs before a workspace is open.
type BeginConfig struct {
	Words    *locale.Words
	Desktop  Desktop
	Host     Host
	Now      func() time.Time
	Form     *welcome.Form // what is known of a workspace to make
	Problem  *welcome.Problem
	Former   string // path of the workspace that was open before
	Back     func() // leads back to it; nil where there is none
	Dispatch shell.Dispatch
	After    kit.After
	Log      func(error)
	LogFile  string // where the log lies; "" for nowhere
}

// Begin is the window before a workspace is open: the welcome screen, or what is wrong with a file.
type Begin struct {
	cfg   BeginConfig
	shell *shell.Shell
}

// NewBegin fills a window with the screen about a problem, or with the welcome screen where there is none.
func NewBegin(w fyne.Window, cfg BeginConfig) *Begin {
	b := &Begin{cfg: cfg}
	b.shell = shell.New(w, shell.Config{
		Brand: cfg.Words.T("app.name"), Words: b.t, Open: b.page, Log: cfg.Log, Bare: true,
		ErrorIn: func(err error) string { return errorIn(b.cfg.Words, err, cfg.LogFile) }, Dispatch: cfg.Dispatch, After: cfg.After,
	})
	b.shell.Commands.Add(
		shell.Command{ID: "file.open", Title: "file.open", Keys: "Ctrl+O", Run: b.browse},
		shell.Command{ID: "file.quit", Title: "file.quit", Keys: "Ctrl+Q", InDialogs: true, Leaves: true, Run: cfg.Host.Quit},
	)
	if cfg.Back != nil {
		b.shell.Commands.Add(shell.Command{ID: "welcome.back", Title: "welcome.back", Keys: "Escape", Run: cfg.Back, Quiet: true})
	}
	first := screenWelcome
	if cfg.Problem != nil {
		first = screenProblem
	}
	b.shell.Go(shell.Route{Screen: first})
	return b
}

func (b *Begin) t(key string, args ...any) string { return b.cfg.Words.T(key, args...) }

func (b *Begin) words() *locale.Words { return b.cfg.Words }

// Shell gives the window's frame.
func (b *Begin) Shell() *shell.Shell { return b.shell }

// Close ends its work: another content takes its place.
func (b *Begin) Close() { b.shell.Close() }

func (b *Begin) page(r shell.Route) shell.Page {
	if r.Screen == screenProblem {
		return welcome.NewProblem(b.cfg.Problem, welcome.ProblemDeps{
			Words: b.words, Now: b.cfg.Now, Restore: b.cfg.Host.Restore, Again: b.cfg.Host.Open, Browse: b.browse,
			Fresh: b.cfg.Host.Welcome, Quit: b.cfg.Host.Quit, Former: b.cfg.Former, Back: b.cfg.Back,
		})
	}
	return welcome.New(b.cfg.Form, welcome.Deps{
		Words: b.words, Now: b.cfg.Now, Recent: b.recent, Start: b.start, Open: b.cfg.Host.Open, Browse: b.browse, Place: b.place,
		Sample: b.cfg.Host.Sample, Samples: b.cfg.Host.SamplePath, Speak: b.speak, Forget: b.cfg.Host.Forget,
		Former: b.cfg.Former, Back: b.cfg.Back, Missing: b.missing,
	})
}

// missing tells which folder of a path is not there.
func (b *Begin) missing(path string, done func(string)) {
	shell.Start(b.shell.Runner, "welcome.folder", "", func(context.Context, shell.Report) (string, error) {
		return welcome.MissingFolder(path), nil
	}, func(dir string, err error) {
		if err == nil {
			done(dir)
		}
	})
}

func (b *Begin) recent(done func([]welcome.Recent)) {
	shell.Start(b.shell.Runner, "recent", "", func(ctx context.Context, _ shell.Report) ([]welcome.Recent, error) {
		return b.cfg.Host.Recent(ctx), nil
	}, func(list []welcome.Recent, err error) {
		if err == nil {
			done(list)
		}
	})
}

func (b *Begin) start(path string, start planner.Start, failed func(error)) {
	b.cfg.Host.Start(path, start, failed)
}

// speak shows everything in another language.
func (b *Begin) speak(lang core.Language) {
	w, err := b.cfg.Host.Speak(lang)
	if err != nil {
		b.shell.Fail(err)
		return
	}
	b.cfg.Words = w
	b.shell.Reword()
}

func (b *Begin) browse() {
	files.Show(chooser(b.words, b.shell, b.cfg.Desktop, b.cfg.Host, ""), files.Ask{
		Title: b.t("file.open_title"), Extensions: []string{welcome.Extension}, Done: b.cfg.Host.Open,
	})
}

// Refuses tells whether a file that was dropped is one that can be taken in once a workspace is open, and says so: the screen stays as
// it is.
func (b *Begin) Refuses(path string) bool {
	later := slices.Contains(slices.Concat(contactFiles(), calendarFiles()), strings.ToLower(filepath.Ext(path)))
	if later {
		b.shell.Toast(b.t("drop.later", "file", filepath.Base(path)))
	}
	return later
}

func (b *Begin) place(name string, done func(string)) {
	files.Show(chooser(b.words, b.shell, b.cfg.Desktop, b.cfg.Host, filepath.Dir(name)), files.Ask{
		Title: b.t("welcome.place"), Save: true, Name: filepath.Base(name), Done: done,
	})
}

// chooser makes what file dialogs need. They begin in a folder, or where a file was last chosen.
func chooser(words func() *locale.Words, s *shell.Shell, desktop Desktop, host Host, begin string) files.Deps {
	return files.Deps{
		Words: words, Shell: s, Places: desktop.Places, Keep: host.KeepFolder,
		Start: func() string {
			if begin == "" {
				return cmp.Or(append([]string{host.Folder()}, desktop.Places...)...)
			}
			return begin
		},
	}
}

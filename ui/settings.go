package ui

import (
	"context"
	"os"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/files"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
	"mentorbook/ui/settings"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// settingsScreen is there only in a window with a program around it: most of it is about the file and the machine.
func (w *Window) settingsScreen() screen {
	if w.cfg.Host == nil {
		return screen{}
	}
	return screen{
		name: screenSettings, nav: "settings.title", bottom: true,
		page: func(r shell.Route) shell.Page { return settings.New(w.settingsDeps(), r.Tab) },
		commands: append(append(w.lookCommands(), w.sectionCommands()...), []shell.Command{
			{ID: "settings", Title: "settings.title", Reads: true, Group: "shell.menu", Keys: "Ctrl+,", Run: func() { w.shell.Go(shell.Route{Screen: screenSettings}) }},
			{ID: "about", Title: "about.command", Reads: true, Group: "shell.menu", Run: w.about},
		}...),
	}
}

func (w *Window) settingsDeps() settings.Deps {
	host := w.cfg.Host
	deps := settings.Deps{
		Words: w.words, Load: w.loadSettings, Profile: w.editPerson, Work: w.editWork, SetSide: w.setSide, Feed: w.chooseFeed, Unfeed: func() { w.setFeed("") }, Rules: w.setRules,
		Typing: func(show func(forms.Draft)) { w.typing(core.Ref{}, draftRules, show) }, Unkept: w.rulesUnkept, Wrong: w.rulesWrong, After: w.cfg.After,
		Look: host.Look, SetLook: w.setLook, Fits: w.fits, Speak: w.speak,
		BackUp: w.backUp, Unbacked: w.unbacked, Deleted: w.showDeleted, Restore: func(b settings.Backup) { host.Restore(b.Path, w.cfg.Path) }, Check: w.checkFile, Compact: w.compact,
		Tray: host.Tray, SetTray: w.setTray, HasTray: w.cfg.Desktop.Tray != nil, Export: w.exportAll, About: w.about,
	}
	if w.cfg.Desktop.Reveal != nil {
		deps.Reveal = func() { w.Reveal(w.cfg.Path) }
	}
	return deps
}

func (w *Window) loadSettings(done func(*settings.Facts)) {
	work(w, "settings", func(ctx context.Context) (*settings.Facts, error) {
		f := &settings.Facts{Path: w.cfg.Path}
		var err error
		if f.Workspace, err = w.cfg.Planner.Workspace.Get(ctx); err != nil {
			return nil, err
		}
		if f.Owner, err = w.cfg.Planner.Workspace.Owner(ctx); err != nil {
			return nil, err
		}
		f.Now = w.cfg.Planner.Clock.Now().In(planner.Home(f.Owner))
		if info, err := os.Stat(w.cfg.Path); err == nil {
			f.Size = info.Size()
		}
		f.Backups, err = w.cfg.Host.Backups(ctx)
		return f, err
	}, done)
}

// setRules changes how the owner works.
func (w *Window) setRules(r settings.Rules, drop forms.Drop, done func(error)) {
	w.try(drop.After(func(ctx context.Context) error { return w.cfg.Planner.Workspace.Change(ctx, r.Apply) }), done)
}

// setSide changes what the owner mostly is. Where that can't be, the screen shows again what is kept.
func (w *Window) setSide(side core.Role) {
	w.try(func(ctx context.Context) error {
		return w.cfg.Planner.Workspace.Change(ctx, func(ws *core.Workspace) error {
			ws.Side = side
			return nil
		})
	}, func(err error) {
		w.shell.Fail(err)
		if err != nil {
			w.shell.Refresh()
		}
	})
}

// rulesWrong says beside the file's name that what is typed into the rules is not kept, for it can't be as it stands.
func (w *Window) rulesWrong(on bool) {
	what := ""
	if on {
		what = w.t("settings.rules")
	}
	w.leftUnsaved(core.ID{}, draftRules, what)
}

// rulesUnkept says why figures that were typed could not be kept, and leads back to them.
func (w *Window) rulesUnkept(err error) {
	if w.cfg.Log != nil {
		w.cfg.Log(err)
	}
	w.shell.Say(kit.ToastSpec{
		Text: w.t("settings.unkept", "reason", w.words().Error(err)), Danger: true, For: 15 * time.Second,
		Action: w.t("settings.correct"), Do: func() { w.shell.Go(shell.Route{Screen: screenSettings}) },
	})
}

func (w *Window) setLook(l settings.Look) {
	w.cfg.Host.SetLook(l)
	if drawn := w.drawnLook(); drawn != l {
		w.cfg.Host.Draw(drawn)
	}
	w.shell.Relabel()
}

// speak shows everything in another language, and makes it the workspace's own.
func (w *Window) speak(lang core.Language) {
	w.setWords(lang)
	w.step("language", func(ctx context.Context) error {
		return w.cfg.Planner.Workspace.Change(ctx, func(ws *core.Workspace) error {
			ws.Language = lang
			return nil
		})
	}, planner.TitleWorkspaceChanged)
}

// setWords shows everything in a language.
func (w *Window) setWords(lang core.Language) {
	words, err := w.cfg.Host.Speak(lang)
	if err != nil {
		w.shell.Fail(err)
		return
	}
	w.cfg.Words = words
	w.cfg.Planner.Speak(words.Language())
	w.showStatus()
	w.showTitle()
	w.showSign()
	w.showTray()
	w.rewordReminders(w.shell.Reword)
	if w.shell.Router.Route().Screen != screenToday {
		w.loadToday(func(*planner.Today) {}) // for the sidebar, which Today brings along by itself
	}
}

// followLanguage shows everything in the workspace's language again, when its change was taken back.
func (w *Window) followLanguage(ev planner.Event) {
	about := func(r core.Ref) bool { return r.Kind == core.KindWorkspace }
	if w.cfg.Host == nil || !ev.Undo || !slices.ContainsFunc(ev.Refs, about) {
		return
	}
	work(w, "language", w.cfg.Planner.Workspace.Get, func(ws *core.Workspace) {
		if ws.Language != w.words().Language() {
			w.setWords(ws.Language)
		}
	})
}

// checkFile looks at every byte of a copy of the file, and says what it found.
func (w *Window) checkFile() {
	shell.Start(w.shell.Runner, "check", w.t("settings.checking"), func(ctx context.Context, report shell.Report) (settings.Checked, error) {
		return w.cfg.Host.Check(ctx, report)
	}, func(c settings.Checked, err error) {
		switch {
		case err != nil:
			w.shell.Fail(err)
		case len(c.Findings) > 0:
			w.shell.Banner("check", shell.Notice{Kind: kit.Alarm, Say: func() (string, string) { return w.t("settings.unsound", "count", len(c.Findings)), "" }})
		default:
			w.shell.Toast(w.t("settings.sound", "count", c.Records))
		}
	})
}

// exportAll writes the whole workspace as JSON that other programs can read, and says before that this is private text too.
func (w *Window) exportAll() {
	name := files.Name(welcome.NameOf(w.cfg.Path), ".json")
	ask := files.Ask{Title: w.t("settings.export"), Save: true, Name: name, Note: w.t("settings.export_private")}
	ask.Try = w.logged(func(path string, written func(error)) {
		shell.Start(w.shell.Runner, "export", w.t("settings.exporting"), func(ctx context.Context, report shell.Report) (struct{}, error) {
			return struct{}{}, w.cfg.Planner.Exchange.WriteFile(ctx, path, report)
		}, func(_ struct{}, err error) {
			if written(err); err == nil {
				w.written(path)
			}
		})
	})
	files.Show(w.chooserDeps(""), ask)
}

// about says what the program is, and what it is made of.
func (w *Window) about() {
	w.shell.Dialogs.Show(shell.Dialog{
		Title: w.t("app.name"), Width: 620, Cancel: w.t("shell.close"), Content: settings.AboutView(w.cfg.Host.About(), w.t),
	})
}

// compact writes the file anew, where it can be written.
func (w *Window) compact() {
	if !w.refused() {
		w.cfg.Host.Compact()
	}
}

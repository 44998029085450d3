package ui

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// maxRecent is how many recent files the menu lists.
const maxRecent = 6

// fileCommands are those about the file itself. There are none in a window without a program around it.
func (w *Window) fileCommands() []shell.Command {
	host := w.cfg.Host
	if host == nil {
		return nil
	}
	return []shell.Command{
		{ID: "file.new", Title: "file.new", Reads: true, Group: "shell.menu", Keys: "Ctrl+Shift+W", Run: host.Welcome},
		{ID: "file.open", Title: "file.open", Reads: true, Group: "shell.menu", Keys: "Ctrl+O", Run: func() {
			w.openFile(w.words().T("file.open_title"), []string{welcome.Extension}, host.Open)
		}},
		{ID: "file.backup", Title: "file.backup", Group: "shell.menu", Run: w.backUp},
		{ID: "file.export", Title: "file.export", Reads: true, Group: "shell.menu", Run: w.exportAll},
		{ID: "file.import", Title: "file.import", Reads: true, Group: "shell.menu", Run: func() {
			w.openFile(w.words().T("file.import_title"), []string{".json"}, w.importAll)
		}},
		{ID: "file.check", Title: "file.check", Reads: true, Group: "shell.menu", Run: w.checkFile},
		{ID: "file.compact", Title: "file.compact", Group: "shell.menu", Run: w.compact},
		{ID: "file.quit", Title: "file.quit", Reads: true, Group: "shell.menu", Keys: "Ctrl+Q", InDialogs: true, Leaves: true, Run: host.Quit},
	}
}

// mainMenu is the menu beside the program's name.
func (w *Window) mainMenu() []kit.MenuEntry {
	out := w.shell.Commands.Menu("file.new", "file.open")
	for i, r := range w.recent {
		if i == 0 {
			out = append(out, kit.MenuEntry{Line: true})
		}
		entry := kit.MenuEntry{Text: welcome.NameOf(r.Path), Run: func() { w.cfg.Host.Open(r.Path) }}
		if r.Missing {
			entry.Reason = w.words().T("welcome.missing")
		}
		out = append(out, entry)
	}
	out = append(out, kit.MenuEntry{Line: true})
	if taking := w.shell.Commands.Menu("people.import", "calendar.import", "table.import", "file.import"); len(taking) > 0 {
		out = append(append(out, taking...), kit.MenuEntry{Line: true})
	}
	return append(out, w.shell.Commands.Menu("file.backup", "deleted", "settings", "about", "shell.keys", "", "file.quit")...)
}

// loadRecent reads which other files were open before, for the menu.
func (w *Window) loadRecent() {
	if w.cfg.Host == nil {
		return
	}
	work(w, "recent", func(ctx context.Context) ([]welcome.Recent, error) { return w.cfg.Host.Recent(ctx), nil }, func(all []welcome.Recent) {
		w.recent = nil
		for _, r := range all {
			if r.Path != w.cfg.Path && len(w.recent) < maxRecent {
				w.recent = append(w.recent, r)
			}
		}
	})
}

// backUp makes a backup now and says so.
func (w *Window) backUp() {
	type backup struct {
		at   time.Time
		made bool
	}
	shell.Start(w.shell.Runner, "backup", w.t("file.backup"), func(ctx context.Context, report shell.Report) (b backup, err error) {
		b.at, b.made, err = w.cfg.Host.BackUp(ctx, report)
		return b, err
	}, func(b backup, err error) {
		if w.backupFailed = err; err != nil && w.shell.Router.Route().Screen == screenSettings {
			if w.cfg.Log != nil {
				w.cfg.Log(err)
			}
			w.showBackup() // where it was asked for
			return
		}
		if err != nil {
			w.shell.Fail(err)
			return
		}
		said := "file.backup_same"
		if b.made {
			said = "file.backup_done"
		}
		w.shell.Toast(w.words().T(said, "when", w.moment(b.at)))
		w.showBackup()
	})
}

// unbacked says why the backup that was asked for last could not be made; "" where it was.
func (w *Window) unbacked() string {
	if w.backupFailed == nil {
		return ""
	}
	return w.errorIn(w.backupFailed)
}

// Upkeep does what the workspace needs from time to time, and shows when it was last backed up.
func (w *Window) Upkeep() {
	work(w, "upkeep", w.cfg.Host.Upkeep, func(time.Time) { w.showBackup() })
}

// showBackup shows a new backup wherever backups are on show.
func (w *Window) showBackup() {
	w.showStatus()
	if w.shell.Router.Route().Screen == screenSettings {
		w.shell.Refresh()
	}
}

// showStatus says at the window's foot which file this is, which others who look at the screen need not know, and when it was
// last backed up.
func (w *Window) showStatus() {
	st := shell.Status{Saved: w.words().T("window.saved")}
	if !w.presenting() {
		st.Workspace = filepath.Base(w.cfg.Path)
	}
	if host := w.cfg.Host; host != nil && !host.Backed().IsZero() && w.home != nil {
		st.Backup = w.words().T("window.backup", "when", w.moment(host.Backed()))
	}
	if w.editing != "" {
		st.Saved = w.t("forms.unkept", "text", w.editing)
	}
	if w.cfg.Reading != nil {
		st.Saved, st.Alarm = w.words().T("window.read_only"), true
	}
	if w.unsaved != nil {
		st.Saved, st.Alarm = w.words().T("window.unsaved"), true
	}
	if w.unsaved == nil && len(w.refusedTexts) > 0 {
		st.Saved, st.Alarm = w.t("window.unsaved_text", "what", w.words().List(slices.Compact(slices.Sorted(maps.Values(w.refusedTexts))))), true
	}
	w.shell.SetStatus(st)
}

// notYetSaved says there what is being written on a page and is saved when that is done; "" once it is.
func (w *Window) notYetSaved(what string) {
	if w.editing != what {
		w.editing = what
		w.showStatus()
	}
}

// leftUnsaved says beside the file's name that a text of a record is not kept, such as because nobody who reads it is
// chosen; what is "" once it is.
func (w *Window) leftUnsaved(of core.ID, field, what string) {
	at := refusedText{of, field}
	if what != "" {
		what = w.words().Quote(what)
	}
	if w.refusedTexts[at] == what {
		return
	}
	if w.refusedTexts[at] = what; what == "" {
		delete(w.refusedTexts, at)
	}
	w.showStatus()
}

// refusedText is a text that could not be kept and waits as a draft.
type refusedText struct {
	of    core.ID
	field string
}

// moment says when something was, on the owner's clock; "" as long as that is not known.
func (w *Window) moment(at time.Time) string {
	if w.home == nil {
		return ""
	}
	return w.words().Moment(core.CivilOf(at.In(w.home)), core.DateOf(w.cfg.Planner.Clock.Now().In(w.home)))
}

// liveIn tells times of the workspace's file on the clock of its owner from now on.
func (w *Window) liveIn(home *time.Location) {
	if w.home == nil || w.home.String() != home.String() {
		w.home = home
		w.showStatus()
	}
}

// unsavedBy remembers that a write failed in a way that the next one may too: the disk is full or gone.
func (w *Window) unsavedBy(err error) {
	if w.cfg.Reading != nil {
		return // nothing was ever to be saved
	}
	switch core.CodeOf(err) {
	case core.CodeDiskFull, core.CodeReadOnly, core.CodeFile, core.CodeDamaged:
		if path, _ := core.Problems(err)[0].Args["path"].(string); path == w.cfg.Path {
			w.unsaved = err
			w.showStatus()
		}
	}
}

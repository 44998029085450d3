package ui

import (
	"context"
	"path/filepath"

	"mentorbook/core"
	"mentorbook/ui/kit"
)

// reportMenu is what can be done with a report that was written.
func (w *Window) reportMenu(id core.ID) []kit.MenuEntry {
	return []kit.MenuEntry{
		{Text: w.t("export.open"), Keys: "Enter", Run: func() { w.openWritten(id) }},
		{Text: w.t("export.show"), Run: func() { w.withWritten(id, w.Reveal) }},
		{Text: w.t("outside.file_copy"), Run: func() { w.withWritten(id, w.copy) }},
	}
}

// openWritten opens a report that was written in the program that shows such files.
func (w *Window) openWritten(id core.ID) { w.withWritten(id, w.openFileOutside) }

// withWritten looks for the file of a report in the folders that were used last, and does something with its path. The
// workspace knows its name and its hash, and no folder of this machine; where no file is the one, somebody can choose it.
func (w *Window) withWritten(id core.ID, do func(path string)) {
	type found struct{ name, path string }
	work(w, "report.find", func(ctx context.Context) (found, error) {
		rec, err := w.cfg.Planner.Record(ctx, core.Ref{Kind: core.KindReport, ID: id})
		if err != nil {
			return found{}, err
		}
		r, ok := rec.(*core.Report)
		if !ok {
			return found{}, core.Fail(core.CodeNotFound, "kind", string(core.KindReport), "id", id.String())
		}
		return found{r.File, w.fileOf(r)}, nil
	}, func(f found) {
		if f.path != "" {
			do(f.path)
			return
		}
		w.shell.Say(kit.ToastSpec{
			Text: w.t("reports.not_there", "file", f.name), Action: w.t("reports.look_for"),
			Do: func() { w.openFile(w.t("reports.look_for_title", "file", f.name), []string{filepath.Ext(f.name)}, do) },
		})
	})
}

// fileOf gives the path of a report's file, unchanged since it was written; "" where it is in none of the folders. One
// folder that can't be read, or holds something else by that name, must not hide the file in the next.
func (w *Window) fileOf(r *core.Report) string {
	dirs := append([]string{w.folder, filepath.Dir(w.cfg.Path), w.cfg.Desktop.Downloads}, w.cfg.Desktop.Places...)
	if w.cfg.Host != nil {
		dirs = append(dirs, w.cfg.Host.Folder())
	}
	for _, dir := range dirs {
		if dir == "" {
			continue
		}
		path := filepath.Join(dir, filepath.Base(r.File))
		if sum, err := hashOf(path); err == nil && sum == r.Hash {
			return path
		}
	}
	return ""
}

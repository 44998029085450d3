package ui

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/files"
	"mentorbook/ui/shell"
	"mentorbook/ui/welcome"
)

// importers gives what each kind of file that is dropped onto the window, or opened by the import command, leads to.
// Screens bring theirs; two for one kind are a mistake in the program.
func (w *Window) importers() map[string]func(path string) {
	all := map[string]func(string){}
	if w.cfg.Host != nil {
		all[welcome.Extension] = w.cfg.Host.Open
		all[".json"] = w.importAll
	}
	for _, s := range w.screens {
		for ext, do := range s.imports {
			if all[ext] != nil {
				panic("two screens take " + ext + " files")
			}
			all[ext] = do
		}
	}
	return all
}

// importAll makes a workspace of an export of a whole one, in a file of its own. It looks into the whole export before it
// asks for anything: what can't be taken leaves everything as it is.
func (w *Window) importAll(path string) {
	shell.Start(w.shell.Runner, "import.check", w.t("drop.checking", "file", filepath.Base(path)), func(ctx context.Context, _ shell.Report) (struct{}, error) {
		return struct{}{}, checkExport(ctx, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.failed(err)
			return
		}
		w.askImport(path)
	})
}

func checkExport(ctx context.Context, path string) error {
	in, err := os.Open(path)
	if err != nil {
		return core.Wrap(core.CodeFile, err, "path", path)
	}
	err = planner.CheckExport(ctx, in)
	if closed := in.Close(); err == nil {
		err = core.Wrap(core.CodeFile, closed, "path", path)
	}
	var coded *core.Error
	if errors.As(err, &coded) && coded.Args["path"] == "" { // the reader knows no name
		named := *coded
		named.Args = maps.Clone(coded.Args)
		named.Args["path"] = filepath.Base(path)
		return &named
	}
	return err
}

// askImport asks where the workspace of an export is to lie, and makes it.
func (w *Window) askImport(path string) {
	name := files.Name(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), welcome.Extension)
	w.saveFile(w.t("drop.import_title"), name, func(to string, written func(error)) {
		shell.Start(w.shell.Runner, "import.place", "", func(context.Context, shell.Report) (struct{}, error) {
			return struct{}{}, placeFor(w.cfg.Planner.Files, to)
		}, func(_ struct{}, err error) {
			if written(err); err == nil {
				w.cfg.Host.Import(path, to)
			}
		})
	})
}

// placeFor tells why no workspace can be made under a path: one is never written over, and its folder has to take files.
func placeFor(in planner.Files, path string) error {
	if _, err := os.Stat(path); err == nil {
		return core.Fail(core.CodeExists, "value", filepath.Base(path))
	}
	if err := in.WriteFile(path, nil); err != nil {
		return err
	}
	return core.Wrap(core.CodeFile, os.Remove(path), "path", path)
}

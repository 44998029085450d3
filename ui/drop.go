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
	w.nameFile(w.t("drop.import_title"), name, func(to string) { w.cfg.Host.Import(path, to) })
}

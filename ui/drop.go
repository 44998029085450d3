package ui

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"mentorbook/ui/files"
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

// Dropped takes a file that was dropped onto the window. One of another kind is answered with what is taken.
func (w *Window) Dropped(paths []string) {
	if len(paths) == 0 || w.shell.Canvas().Overlays().Top() != nil {
		return
	}
	all := w.importers()
	path := paths[0]
	do, ok := all[strings.ToLower(filepath.Ext(path))]
	switch {
	case len(paths) > 1:
		w.shell.Toast(w.t("drop.one"))
	case ok:
		do(path)
	default:
		w.shell.Toast(w.t("drop.unknown", "file", filepath.Base(path), "types", w.words().List(slices.Sorted(maps.Keys(all)))))
	}
}

// importAll makes a workspace of an export of a whole one, in a file of its own.
func (w *Window) importAll(path string) {
	name := files.Name(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), welcome.Extension)
	w.saveFile(w.t("drop.import_title"), name, func(to string) { w.cfg.Host.Import(path, to) })
}

package ui

import (
	"cmp"
	"os"
	"path/filepath"
	"time"

	"mentorbook/ui/files"
	"mentorbook/ui/kit"
)

// Desktop is what the window asks of the system around it. Any part may be nil where the system has none.
type Desktop struct {
	Open      func(path string) error // a file, in the program that it belongs to
	Reveal    func(path string) error // a file, in its folder
	Link      func(link string) error // an address of the web, or a letter that is begun (mailto)
	Places    []string                // folders that people keep things in
	Downloads string                  // where files that come from elsewhere lie; "" for nowhere

	// Notify shows a message of the desktop's own, with what can be done from it, where the desktop knows such buttons: a click on
	// the message does what the first one does. It gives what takes the message away again, and waits for nothing.
	Notify func(title, body string, buttons []kit.MenuEntry) (end func())

	// Tray shows the menu of the program's icon in the system's tray, or changes it: always as many lines, of which
	// those without a text are hidden. It may wait for the system.
	Tray func([]kit.MenuEntry) error
}

// saveFile asks for a name to write under, and has write write there: the dialog stays until written is told, and says what
// is wrong where nothing could be written. What lies there already was asked about. The extension of the proposed name is
// kept.
func (w *Window) saveFile(title, name string, write func(path string, written func(error))) {
	files.Show(w.chooserDeps(""), files.Ask{Title: title, Save: true, Name: name, Try: w.logged(write)})
}

// logged writes what went wrong into the log, too: the dialog says it in other words.
func (w *Window) logged(write func(path string, written func(error))) func(string, func(error)) {
	return func(path string, written func(error)) {
		write(path, func(err error) {
			if err != nil && w.cfg.Log != nil {
				w.cfg.Log(err)
			}
			written(err)
		})
	}
}

// openFile asks for a file that is there and ends in one of the extensions, such as ".csv", and calls done with its
// whole path. No extensions means any file.
func (w *Window) openFile(title string, extensions []string, done func(path string)) {
	files.Show(w.chooserDeps(w.cfg.Desktop.Downloads), files.Ask{Title: title, Extensions: extensions, Done: done})
}

// tryFile is openFile for a file that may be refused: try looks into it, and the dialog says what is wrong with it.
func (w *Window) tryFile(title string, extensions []string, try func(path string, taken func(error))) {
	files.Show(w.chooserDeps(w.cfg.Desktop.Downloads), files.Ask{Title: title, Extensions: extensions, Try: try})
}

// chooserDeps makes what file dialogs need. They begin where a file was last chosen; before that in the folder that is
// given, in the first of those that people keep things in, or at home: never where the workspace lies, among its backups.
func (w *Window) chooserDeps(first string) files.Deps {
	return files.Deps{
		Words: w.words, Shell: w.shell, Places: w.cfg.Desktop.Places,
		Start: func() string {
			home, _ := os.UserHomeDir() // without one, the dialog begins at the root
			return cmp.Or(append(append([]string{w.folder, first}, w.cfg.Desktop.Places...), home)...)
		},
		Keep: func(dir string) {
			w.folder = dir
			if w.cfg.Host != nil {
				w.cfg.Host.KeepFolder(dir)
			}
		},
	}
}

// written says where an export went, and offers to open it or to show it among other files.
func (w *Window) written(path string) { w.writtenTo(path, "") }

// writtenTo says besides what is to be done with the file, where nothing here can open it; "" for nothing.
func (w *Window) writtenTo(path, hint string) {
	spec := kit.ToastSpec{Text: w.words().T("export.written", "file", filepath.Base(path), "folder", filepath.Dir(path))}
	if hint != "" {
		spec.Text, spec.For = spec.Text+". "+hint, 20*time.Second
	}
	spec.Action, spec.Do = w.t("outside.file_copy"), func() { w.copy(path) } // where nothing opens files, there is still where it is
	if w.cfg.Desktop.Open != nil {
		spec.Action, spec.Do = w.words().T("export.open"), func() { w.openFileOutside(path) }
	}
	if w.cfg.Desktop.Reveal != nil {
		spec.Second, spec.DoSecond = w.words().T("export.show"), func() { w.Reveal(path) }
	}
	w.shell.Say(spec)
}

package uitest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// elsewhere are the dialogs to which nothing leads here: they want a file that is taken in, an invitation or an answer to it,
// days off with meetings in them, an import that left something out, or the settings of a machine. The tests of their own rooms open them.
func elsewhere() []string {
	return []string{
		"calendarfile/view.go", "people/viewimport.go", "tables/view.go",
		"planning/viewanswer.go", "planning/viewnoted.go", "daysoff/viewtell.go",
		"settings.go", "settings/viewwork.go", "skipped.go",
	}
}

// ways lead to dialogs that no command, button or menu of a page says to ask for something.
func (w *dialogWalk) ways() {
	amina := w.Relationship("Amina Yusuf").ID
	for _, way := range []struct {
		to          shell.Route
		row, choose string // an entry of the menu of a row; or the command without a row
	}{
		{shell.Route{Screen: "calendar", Tab: "week"}, "", "calendar.free"},
		{shell.Route{Screen: "relationship", ID: amina}, "Give two external talks", "plans.release_again"},
		{shell.Route{Screen: "relationship", ID: amina}, "Influence", "rel.rate"},
	} {
		w.Go(way.to)
		w.try(way.choose, way.to, func() {
			if way.row == "" {
				w.Run(way.choose)
				return
			}
			w.Menu(way.row)
			w.Tap(w.Words.T(way.choose))
		})
	}
}

// Every dialog fits the smallest usual window, and the smallest of all at scale 2, as it opens: nothing in it is cut or lies
// on something else. Which there are is read from the sources: one that nothing here leads to has to be named above.
func TestEveryDialogFits(t *testing.T) {
	met := map[string]bool{}
	for _, lang := range []core.Language{core.English, core.Russian} {
		w := &dialogWalk{House: uitest.Open(t, uitest.Options{Language: lang}), met: met, judged: map[string]bool{}}
		w.Shell.Dialogs.Opened = func(shell.Dialog) { w.at = opener() }
		for _, v := range []view{{900, 600, 1}, {640, 400, 2}} {
			w.view = v
			w.Window.Canvas().(test.WindowlessCanvas).SetScale(v.scale)
			w.Window.Resize(fyne.NewSize(v.width, v.height))
			for name, to := range routes(w.House) {
				w.everything(name, to)
			}
			w.ways()
		}
	}
	for _, file := range dialogSources(t) {
		if apart := slices.Contains(elsewhere(), file); met[file] == apart {
			t.Errorf("%s: met %v, named as apart %v", file, met[file], apart)
		}
	}
}

// dialogWalk opens what can be opened and judges it.
type dialogWalk struct {
	*uitest.House

	view   view
	at     string          // the source of the dialog that was opened last
	met    map[string]bool // those sources
	judged map[string]bool // what was looked at already, at a size
}

// everything tries what asks before it does something on a page: the commands, the buttons, and what is in its menu.
func (w *dialogWalk) everything(name string, to shell.Route) {
	w.Go(to)
	for _, c := range w.Shell.Commands.All() {
		if asks(w.Shell.Commands.Title(c)) && w.Shell.Commands.WhyNot(c.ID) == "" && w.first("command "+c.ID) {
			w.try(name+": "+c.ID, to, func() { w.Run(c.ID) })
		}
	}
	for _, text := range w.askingTexts() {
		if w.first("button " + text) {
			w.try(name+": "+text, to, func() { w.Tap(text) })
		}
	}
	more := w.Words.T("shell.more")
	if !w.CanClick(more) {
		return
	}
	w.Tap(more)
	entries := w.askingTexts()
	w.close()
	for _, text := range entries {
		if w.first("entry " + text) {
			w.try(name+": "+more+" "+text, to, func() {
				w.Tap(more)
				w.Tap(text)
			})
		}
	}
}

// first tells whether something is tried for the first time at the present size.
func (w *dialogWalk) first(what string) bool {
	key := fmt.Sprint(w.view, what)
	was := w.judged[key]
	w.judged[key] = true
	return !was
}

// asks tells whether a label says that something is asked for first.
func asks(label string) bool { return strings.HasSuffix(label, "…") }

// askingTexts gives the labels of that kind that can be pressed in what is on top.
func (w *dialogWalk) askingTexts() (out []string) {
	kit.Walk(w.Root(), func(o fyne.CanvasObject) bool {
		if _, ok := o.(fyne.Tappable); ok && o != w.Root() {
			if texts := kit.Texts(o); len(texts) > 0 && asks(texts[0]) && !slices.Contains(out, texts[0]) {
				out = append(out, texts[0])
			}
		}
		return true
	})
	return out
}

func (w *dialogWalk) try(what string, to shell.Route, open func()) {
	w.T.Helper()
	w.at = ""
	open()
	if top, ok := w.Canvas().Overlays().Top().(*shell.Open); ok && w.at != "" {
		w.met[w.at] = true
		w.judge(what, top)
		if w.view.scale == 1 && w.Words.Language() == core.English {
			w.finds(what, top)
		}
	}
	w.close()
	if w.Shell.Router.Route() != to {
		w.Go(to)
	}
}

// finds looks whether the palette opens over a dialog by its keys, and leaves it as it was.
func (w *dialogWalk) finds(what string, top fyne.CanvasObject) {
	w.T.Helper()
	focused := w.Canvas().Focused()
	w.Keys("Ctrl+K")
	if w.Canvas().Overlays().Top() == top {
		w.T.Errorf("%s: nothing can be looked for over it (%s)", what, w.at)
		return
	}
	if w.Keys("Escape"); w.Canvas().Overlays().Top() != top || w.Canvas().Focused() != focused {
		w.T.Errorf("%s: it is not as it was before something was looked for (%s)", what, w.at)
	}
}

func (w *dialogWalk) judge(what string, top fyne.CanvasObject) {
	w.T.Helper()
	faults, texts := uitest.Faults(top)
	for _, c := range uitest.Cuts(top, w.Theirs()) {
		faults = append(faults, fmt.Sprintf("%q is cut", c))
	}
	if texts < 3 {
		faults = append(faults, fmt.Sprintf("it shows %d texts", texts))
	}
	for _, f := range faults[:min(len(faults), 3)] {
		w.T.Errorf("%s at %v: %s (%s): %s", w.Words.Language(), w.view, what, w.at, f)
	}
	if len(faults) > 0 {
		w.Shot(strings.NewReplacer("/", "-", " ", "-").Replace(fmt.Sprintf("dialog-%s-%s-%.0f", w.Words.Language(), w.at, w.view.width)))
	}
}

// close takes away whatever lies over the page.
func (w *dialogWalk) close() {
	for range 5 {
		if w.Canvas().Overlays().Top() == nil {
			return
		}
		w.Keys("Escape")
	}
	w.T.Fatalf("%s: it does not go by Escape", w.at)
}

// dialogSources gives the files of the window's folders that make a dialog, such as plans/viewgoal.go.
func dialogSources(t *testing.T) (out []string) {
	t.Helper()
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("../*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, own...) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "shell.Dialog{") && !strings.HasSuffix(file, "_test.go") {
			out = append(out, strings.TrimPrefix(filepath.ToSlash(file), "../"))
		}
	}
	if len(out) < 20 {
		t.Fatalf("only %q make dialogs", out)
	}
	return out
}

// opener gives the file that makes the dialog which is just being opened: the nearest caller that is not the host of all.
func opener() string {
	callers := make([]uintptr, 40)
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers)])
	for {
		frame, more := frames.Next()
		_, file, ok := strings.Cut(filepath.ToSlash(frame.File), "/ui/")
		if ok && file != "shell/dialog.go" && file != "forms/show.go" && !strings.HasPrefix(file, "uitest/") {
			return file
		}
		if !more {
			return ""
		}
	}
}

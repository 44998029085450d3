package ui

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mentorbook/ui/files"
	"mentorbook/ui/kit"
	"mentorbook/ui/welcome"
)

// dropped are the files that were dropped together and are taken one after the other.
type dropped struct {
	now   string   // the one whose turn it is; "" for none
	more  []string // those that wait behind it
	alone bool     // it was dropped alone
	told  bool     // that there are more
	say   []string // of files that are not taken, to be said where it is seen: over the next preview, or at the end
}

// Dropped takes files that were dropped onto the window: one after the other, each with its own preview. Those of another
// kind are answered with what is taken; of those that open another workspace one is, and comes last.
func (w *Window) Dropped(paths []string) {
	if len(paths) == 0 {
		return
	}
	if w.shell.Canvas().Overlays().Top() != nil && w.dropped.now == "" {
		w.shell.Toast(w.t("drop.busy", "file", filepath.Base(paths[0])))
		return
	}
	all := w.importers()
	var take, leave, unknown []string
	for _, path := range paths {
		switch ext := files.Extension(path); {
		case all[ext] == nil:
			unknown = append(unknown, path)
		case ext == welcome.Extension || ext == ".json":
			leave = append(leave, path)
		default:
			take = append(take, path)
		}
	}
	if len(take) > 0 && w.refused() {
		take = nil
	}
	w.sayUnknown(unknown, slices.Sorted(maps.Keys(all)))
	if len(leave) > 1 || len(leave) > 0 && w.dropped.now != "" {
		w.notTaken(w.t("drop.alone", "files", w.names(leave[min(1, len(leave)-1):])))
		leave = leave[:min(1, len(leave)-1)]
	}
	w.dropped.more, w.dropped.told = append(w.dropped.more, append(take, leave...)...), false
	w.dropped.alone = len(paths) == 1 && w.dropped.now == ""
	w.takeDropped()
}

// maxNamed is how many files are named in one message.
const maxNamed = 5

func (w *Window) names(paths []string) string {
	var names []string
	for _, path := range paths {
		if len(names) == maxNamed {
			names = append(names, "…")
			break
		}
		names = append(names, filepath.Base(path))
	}
	return w.words().List(names)
}

func (w *Window) sayUnknown(paths, kinds []string) {
	switch types := w.words().List(kinds); len(paths) {
	case 0:
	case 1:
		w.notTaken(w.t("drop.unknown", "file", filepath.Base(paths[0]), "types", types))
	default:
		w.notTaken(w.t("drop.unknown_some", "files", w.names(paths), "types", types))
	}
}

// notTaken remembers what is to be said.
func (w *Window) notTaken(text string) { w.dropped.say = append(w.dropped.say, text) }

// sayNotTaken says it.
func (w *Window) sayNotTaken() {
	if text := strings.Join(w.dropped.say, "\n"); text != "" {
		w.shell.Say(kit.ToastSpec{Text: text, Danger: true, For: 20 * time.Second})
	}
	w.dropped.say = nil
}

// takeDropped goes on to the next of the dropped files once the one before is done with: nothing lies over the page, and
// nothing is being read or taken in any more.
func (w *Window) takeDropped() {
	d := &w.dropped
	switch {
	case !w.shell.Runner.Idle():
	case !w.shell.Free(): // the preview is on show
		w.sayNotTaken()
		if len(d.more) > 0 && !d.told {
			d.told = true
			w.shell.Say(kit.ToastSpec{
				Text:   w.t("drop.more", "count", len(d.more), "files", w.names(d.more)),
				Action: w.t("drop.leave"), Do: func() { d.more = nil }, For: time.Minute,
			})
		}
	case len(d.more) == 0:
		d.now = ""
		w.sayNotTaken()
	default:
		d.now, d.more, d.told = d.more[0], d.more[1:], false
		w.importers()[files.Extension(d.now)](d.now)
		w.cfg.Dispatch(w.takeDropped)
	}
}

// settledDrop looks for the next dropped file when something has ended.
func (w *Window) settledDrop() {
	if d := w.dropped; d.now != "" || len(d.more)+len(d.say) > 0 {
		w.cfg.Dispatch(w.takeDropped)
	}
}

// failedDrop takes an error about one of several files that were dropped, to name the file when it is said; false where
// there are not several.
func (w *Window) failedDrop(err error) bool {
	if w.dropped.now == "" || w.dropped.alone {
		return false
	}
	if w.cfg.Log != nil {
		w.cfg.Log(err)
	}
	name, text := filepath.Base(w.dropped.now), w.errorIn(err)
	if !strings.Contains(text, name) {
		text = w.t("drop.failed", "file", name, "error", text)
	}
	w.notTaken(text)
	return true
}

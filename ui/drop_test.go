package ui_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mentorbook/core"
	"mentorbook/ui"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// A file that is no whole export is refused where it was dropped, before anything is asked: everything stays as it is.
func TestAnExportIsLookedIntoBeforeAnythingIsAsked(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
		var whole bytes.Buffer
		if err := h.Planner.Exchange.Export(t.Context(), &whole); err != nil {
			t.Fatal(err)
		}
		twice := bytes.Replace(whole.Bytes(), []byte("},\n"), []byte("},\n"+firstLine(whole.Bytes())+"\n"), 1)
		for name, c := range map[string]struct {
			text []byte
			good bool
		}{
			"shopping.json": {text: []byte(`{"milk": 2}`)},
			"cut.json":      {text: whole.Bytes()[:whole.Len()/2]},
			"twice.json":    {text: twice},
			"whole.json":    {text: whole.Bytes(), good: true},
		} {
			path := filepath.Join(h.Dir, name)
			if err := os.WriteFile(path, c.text, 0o600); err != nil {
				t.Fatal(err)
			}
			h.UI.Dropped([]string{path})
			h.Settle()
			if asks := h.Sees(h.Words.T("drop.import_title")); asks != c.good {
				t.Errorf("%s: it asks where to keep it: %v", name, asks)
			}
			if !c.good && len(h.Errors) == 0 {
				t.Errorf("%s: nothing is said to be wrong", name)
			}
			h.Errors = nil
			h.Keys("Escape")
		}
	}
}

// firstLine gives the first record of an export, with the comma after it.
func firstLine(export []byte) string {
	_, rest, _ := bytes.Cut(export, []byte("\n"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return string(line)
}

// A file that is dropped over a dialog is answered: nothing is silent.
func TestAFileDroppedOverADialogIsAnswered(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	h.Run("person.new")
	h.UI.Dropped([]string{filepath.Join(h.Dir, "work.ics")})
	h.Settle()
	if said := h.Root().(kit.Floating).Floats().Toasts(); !slices.Contains(said, h.Words.T("drop.busy", "file", "work.ics")) {
		t.Errorf("of a file that was dropped over a dialog is said %q", said)
	}
}

package ui_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// Files that are dropped together are taken one after the other, each with its own preview; what can't be is named, and
// holds nothing up.
func TestSeveralFilesAreTakenInTurn(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Change: func(cfg *ui.Config) { cfg.Host = machine{} }})
		var whole bytes.Buffer
		if err := h.Planner.Exchange.Export(t.Context(), &whole); err != nil {
			t.Fatal(err)
		}
		card := func(name string) []byte {
			return []byte("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:" + name + "\r\nEND:VCARD\r\n")
		}
		const busy = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:a@x.example\r\nDTSTAMP:20261101T080000Z\r\n" +
			"DTSTART:20261126T080000Z\r\nDTEND:20261126T090000Z\r\nSUMMARY:Board review\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
		var paths []string
		for _, f := range []struct {
			name string
			text []byte
		}{
			{"all.json", whole.Bytes()},
			{"ana.vcf", card("Ana Costa")},
			{"broken.ics", []byte("no calendar")},
			{"talk.png", []byte("x")},
			{"work.ics", []byte(busy)},
			{"bea.vcf", card("Bea Lund")},
			{"notes.doc", []byte("x")},
		} {
			path := filepath.Join(h.Dir, f.name)
			if err := os.WriteFile(path, f.text, 0o600); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
		says := func(names ...string) {
			t.Helper()
			said := strings.Join(h.Root().(kit.Floating).Floats().Toasts(), "\n")
			for _, name := range names {
				if !strings.Contains(said, name) {
					t.Errorf("%s: nothing is said of %s in %q", lang, name, said)
				}
			}
		}
		w := h.Words
		h.UI.Dropped(paths)
		h.Settle()
		h.Wants("Ana Costa")
		says("talk.png", "notes.doc", "work.ics")
		h.Shot("drop-several-" + string(lang))
		h.Keys("Enter")
		h.Wants("work.ics") // the one has its preview, the other is told of
		says("broken.ics")
		h.Lacks(w.T("drop.import_title"))
		h.Keys("Escape") // this one not
		h.Wants("Bea Lund")
		h.Keys("Enter")
		h.Wants(w.T("drop.import_title")) // what opens another workspace comes last
		h.Keys("Escape")
		for name, want := range map[string]bool{"Ana Costa": true, "Bea Lund": true} {
			all, err := h.Planner.People.All(t.Context())
			if err != nil || slices.ContainsFunc(all, func(p *core.Person) bool { return p.Name == name }) != want {
				t.Errorf("%s: %v", name, err)
			}
		}
		h.Errors = nil
		h.UI.Dropped(paths[1:2]) // alone again
		h.Settle()
		h.Wants("Ana Costa")
		h.Keys("Escape")
		h.UI.Dropped([]string{paths[1], paths[5], paths[4]})
		h.Settle()
		h.Wants("Ana Costa")
		says("bea.vcf", "work.ics")
		h.Keys("F8", "Enter") // leave the rest
		h.Keys("Escape")
		if h.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: the rest is not left: %q", lang, kit.Texts(h.Root()))
		}
	}
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

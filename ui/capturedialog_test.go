package ui_test

import (
	"testing"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// Something is taken down from within a dialog by the keys of quick capture: it opens over the dialog once, also from the
// palette there, and the dialog has its typed words and the focus back, whether something was kept or not.
func TestQuickCaptureOpensOverADialog(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Route: shell.Route{Screen: "people"}})
		h.Run("person.new")
		h.Type(zebra)
		before := questions(h)
		dialog := h.Canvas().Overlays().Top()
		h.Keys("Ctrl+Shift+N")
		h.Wants(h.Words.T("capture.title"))
		if h.Canvas().Overlays().Top() == dialog {
			t.Fatal("it opens below the dialog")
		}
		h.Keys("Ctrl+Shift+N")
		if n := len(h.Canvas().Overlays().List()); n != 2 {
			t.Errorf("%s: %d dialogs lie over each other", lang, n)
		}
		h.Type("x?")
		h.Shot("capture-over-" + string(lang))
		h.Keys("Enter")
		if h.Canvas().Overlays().Top() != dialog || !holds(h, zebra) {
			t.Fatalf("%s: the dialog is gone, or its words: %q", lang, kit.Texts(h.Canvas().Overlays().Top()))
		}
		if now := questions(h); now != before+1 {
			t.Errorf("%s: %d questions, %d before", lang, now, before)
		}
		h.Type("e")
		if !holds(h, zebra+"e") {
			t.Errorf("%s: the focus has not come back", lang)
		}
		h.Keys("Ctrl+K")
		h.Keys("Ctrl+Shift+N")
		h.Wants(h.Words.T("capture.title"))
		h.Keys("Escape")
		if h.Canvas().Overlays().Top() != dialog || !holds(h, zebra+"e") {
			t.Errorf("%s: from the palette: the dialog is gone, or its words", lang)
		}
		h.Keys("Escape")
	}
}

func questions(h *uitest.House) (n int) {
	h.T.Helper()
	err := h.Planner.Store.View(h.T.Context(), func(r planner.Reader) (err error) {
		n, err = r.Count(core.KindQuestion)
		return err
	})
	if err != nil {
		h.T.Fatal(err)
	}
	return n
}

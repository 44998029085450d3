package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// typesIntoATemplate opens the first template, types into it, and takes the template away behind the window's back.
func typesIntoATemplate(t *testing.T, lang core.Language) (*uitest.House, planner.TemplateRow) {
	t.Helper()
	h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(900, 600)})
	h.Go(shell.Route{Screen: "checklists", Tab: "templates"})
	row := board(h).Templates[0]
	focusText(h, row.Title)
	h.Type(" by autumn")
	h.Lacks(h.Words.T("checklists.gone"))
	if err := h.Planner.Checklists.Delete(t.Context(), row.ID); err != nil {
		t.Fatal(err)
	}
	h.Settle()
	h.Wants(h.Words.T("checklists.gone"))
	h.Shot("template-gone-" + string(lang))
	return h, row
}

// focusText gives the focus to the field that says something.
func focusText(h *uitest.House, text string) {
	h.T.Helper()
	stopped := !kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		f, ok := o.(*kit.TextField)
		if ok && f.Text() == text {
			h.Canvas().Focus(f.Focusable())
		}
		return !ok || f.Text() != text
	})
	if !stopped {
		h.T.Fatalf("no field says %q", text)
	}
}

func titled(h *uitest.House, title string) (n int) {
	for _, row := range board(h).Templates {
		if row.Title == title {
			n++
		}
	}
	return n
}

// A template that goes while somebody types into it says so, and comes back with what was typed.
func TestATemplateThatGoesSaysSoAndComesBack(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h, row := typesIntoATemplate(t, lang)
		h.Keys("Ctrl+S")
		h.Wants(h.Words.T("checklists.gone"))
		if n := titled(h, row.Title) + titled(h, row.Title+" by autumn"); n != 0 {
			t.Errorf("%s: %d templates are called so", lang, n)
		}
		h.Tap(h.Words.T("forms.gone_back"))
		h.Lacks(h.Words.T("checklists.gone"))
		h.Keys("Ctrl+S")
		if titled(h, row.Title) != 0 || titled(h, row.Title+" by autumn") != 1 {
			t.Errorf("%s: %d as before, %d as typed", lang, titled(h, row.Title), titled(h, row.Title+" by autumn"))
		}
		if len(h.Errors) > 0 {
			t.Errorf("%s: %v", lang, h.Errors)
		}
	}
}

// Or it is kept as a new one; and whoever goes elsewhere meanwhile loses nothing that comes back with the template.
func TestATemplateThatWentIsKeptAnew(t *testing.T) {
	h, row := typesIntoATemplate(t, core.Russian)
	h.Tap(h.Words.T("checklists.gone_new"))
	h.Lacks(h.Words.T("checklists.gone"))
	if titled(h, row.Title+" by autumn") != 1 {
		t.Fatal("it is not kept")
	}
	for _, kept := range board(h).Templates {
		if kept.Title == row.Title+" by autumn" && (kept.ID == row.ID || len(kept.Items) != len(row.Items)) {
			t.Errorf("%d items of %d, and its id is %v", len(kept.Items), len(row.Items), kept.ID)
		}
	}
	if len(h.Errors) > 0 {
		t.Error(h.Errors)
	}

	h, row = typesIntoATemplate(t, core.English)
	h.Go(shell.Route{Screen: "today"})
	h.Go(shell.Route{Screen: "checklists", Tab: "templates"})
	h.Lacks(h.Words.T("checklists.gone"))
	h.Run("undo")
	h.Go(shell.Route{Screen: "today"})
	h.Go(shell.Route{Screen: "checklists", Tab: "templates", ID: row.ID})
	h.Keys("Ctrl+S")
	if titled(h, row.Title+" by autumn") != 1 || len(h.Errors) > 0 {
		t.Errorf("%d are called as typed; %v", titled(h, row.Title+" by autumn"), h.Errors)
	}
}

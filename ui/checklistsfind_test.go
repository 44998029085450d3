package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/core/planner"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// typedInField gives what stands in the field that the page finds by.
func typedInField(h *uitest.House) string {
	h.T.Helper()
	text, found := "", false
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if f, ok := o.(*kit.SearchField); ok {
			text, found = f.Text(), true
		}
		return true
	})
	if !found {
		h.T.Fatal("there is no field to find by")
	}
	return text
}

// clearField takes back what is typed into the field that has the focus, as a person would.
func clearField(h *uitest.House) {
	h.Keys("Escape")
	if text := typedInField(h); text != "" {
		h.T.Errorf("Escape leaves %q", text)
	}
}

// Ctrl+F finds among the checklists in use by a line, and shows what it found beside the list; where nothing is found, that is
// said, and a button lists all again. Who comes back finds what was typed.
func TestChecklistsAreFound(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(900, 600), fyne.NewSize(1280, 800)} {
		for lang, want := range map[core.Language][3]string{
			core.English: {"friends", "Preparing a talk", "Rehearsal with a friend"}, core.Russian: {"аттестацией отзыв", "Подготовка к аттестации", "Попросить отзывы"},
		} {
			typed, name := want[0], fmt.Sprintf("checklists-%v-%s-", size.Width, lang)
			h := uitest.Open(t, uitest.Options{Language: lang, Size: size})
			h.Go(shell.Route{Screen: "checklists"})
			was := board(h).Runs
			h.Keys("Ctrl+F")
			h.Shot(name + "find")
			h.Type("xyzzy")
			h.Wants(h.Words.T("plans.none_found"), was[0].Items[0].Text)
			h.Shot(name + "none")
			h.Tap(h.Words.T("find.clear"))
			h.Lacks(h.Words.T("plans.none_found"))
			h.Type(typed)
			h.Lacks(h.Words.T("plans.none_found"))
			h.Wants(want[1:]...)
			h.Shot(name + "found")
			h.Go(shell.Route{Screen: "today"})
			h.Keys("Alt+Left")
			if got := typedInField(h); got != typed {
				t.Errorf("who comes back finds %q", got)
			}
			h.Keys("Ctrl+F")
			clearField(h)
		}
	}
}

// A checklist that is done is found, and shown at the press of a button.
func TestADoneChecklistIsFound(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	run := board(h).Runs[0]
	err := h.Planner.Checklists.ChangeRun(t.Context(), run.ID, func(r *core.Run) error {
		r.Title = "Quarter of the lighthouse"
		for i := range r.Items {
			r.Items[i].Done = core.DateOf(uitest.Now())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "checklists"})
	h.Keys("Ctrl+F")
	h.Type("lighthouse")
	h.Wants("Found only among the finished ones")
	h.Lacks(run.Items[0].Text)
	h.Shot("checklists-found-done")
	h.Keys("Tab", "Tab", "Space")
	h.Lacks("Found only among the finished ones")
	h.Wants("Quarter of the lighthouse", run.Items[0].Text)
}

// Templates are found by a line too, and the keys go on into what is found. A template that somebody is writing stays open.
func TestTemplatesAreFound(t *testing.T) {
	h := uitest.Open(t, uitest.Options{Before: func(p *planner.Planner) {
		for _, title := range []string{"Aardvark", "Zebra"} {
			items := []core.TemplateItem{{Text: "Stroke the " + title}}
			if _, err := p.Checklists.Add(t.Context(), core.Checklist{Title: title, Items: items}); err != nil {
				t.Fatal(err)
			}
		}
	}})
	h.Go(shell.Route{Screen: "checklists", Tab: "templates"})
	h.Keys("Ctrl+F")
	h.Type("strok")
	h.Wants("Aardvark", "Zebra")
	if at := h.Shell.Router.Route(); at.ID != idOf(h, "Aardvark") {
		t.Errorf("%v is open", at)
	}
	h.Keys("Down")
	if at := h.Shell.Router.Route(); at.ID != idOf(h, "Zebra") || typedInField(h) != "strok" {
		t.Errorf("%v is open", at)
	}
	clearField(h)
	focusText(h, "Stroke the Zebra")
	h.Type(" again")
	h.Keys("Ctrl+F")
	h.Type("aardvark")
	if at := h.Shell.Router.Route(); at.ID != idOf(h, "Zebra") {
		t.Errorf("what is being written gave way to %v", at)
	}
	h.Wants("Aardvark")
	h.Keys("Down") // there is one row, which is not open
	h.Keys("Ctrl+S")
	for _, row := range board(h).Templates {
		if row.Title == "Zebra" && row.Items[0].Text != "Stroke the Zebra again" {
			t.Errorf("what was written is lost: %q", row.Items[0].Text)
		}
	}
}

func idOf(h *uitest.House, title string) core.ID {
	for _, row := range board(h).Templates {
		if row.Title == title {
			return row.ID
		}
	}
	return core.ID{}
}

// While others look, what is private is not found, and it is not denied that there is more.
func TestPrivateChecklistsAreNotFoundWhileOthersLook(t *testing.T) {
	h := uitest.Open(t, uitest.Options{})
	private := board(h).Runs[0]
	if err := h.Planner.Checklists.ChangeRun(t.Context(), private.ID, func(r *core.Run) error {
		r.Readers = core.Visibility{}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	h.Go(shell.Route{Screen: "checklists"})
	h.Run("presenting")
	h.Keys("Ctrl+F")
	h.Type(private.Items[0].Text)
	h.Lacks(private.Title, h.Words.T("checklists.none_found_hint"), h.Words.T("checklists.found_done"))
	h.Wants(h.Words.T("find.none_shown"), h.Words.T("find.clear"))
	h.Shot("checklists-presenting")
}

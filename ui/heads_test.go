package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
	"mentorbook/ui/uitest"
)

// The menu beside the program's name takes in all that the program can take in.
func TestTheMenuTakesIn(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang})
		for _, key := range []string{"people.import", "calfile.import", "tables.command"} {
			i := slices.IndexFunc(h.UI.MainMenu(), func(e kit.MenuEntry) bool { return e.Text == h.Words.T(key) })
			if i < 0 {
				t.Fatalf("%s: the menu has no %q", lang, h.Words.T(key))
			}
			h.UI.MainMenu()[i].Run()
			h.Settle()
			if len(h.Canvas().Overlays().List()) == 0 {
				t.Errorf("%s: %q opens nothing", lang, h.Words.T(key))
			}
			h.Keys("Escape")
		}
	}
}

// The general buttons stand at the same place on every page that has room for them: what makes something, and the search.
func TestEveryHeadHasTheGeneralButtons(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Size: fyne.NewSize(1440, 900)})
		places := map[fyne.Position]string{}
		rel := h.Relationship("Amina Yusuf").ID
		for _, to := range []shell.Route{
			{Screen: "today"},
			{Screen: "people"},
			{Screen: "calendar", Tab: "week"},
			{Screen: "plans"},
			{Screen: "checklists"},
			{Screen: "reports", ID: rel},
			{Screen: "relationship", ID: rel},
		} {
			h.Go(to)
			found := false
			kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
				if b, ok := o.(*kit.Button); ok && b.Text() == "+ "+h.Words.T("shell.new") {
					at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
					at.Y, found = 0, true // a head of two lines is a little taller
					places[at] = to.Screen
				}
				return true
			})
			if !found {
				t.Errorf("%s: %v has no button that makes something", lang, to)
			}
		}
		if len(places) != 1 {
			t.Errorf("%s: the button stands at %v", lang, places)
		}
	}
}

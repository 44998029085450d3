package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/core"
	"mentorbook/ui"
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

// However narrow the window and long the name: what everybody looks for stays in the head, what the page is there for stays
// beside it, and what has gone is in the menu. The other things never stand on a line of their own at the usual size.
func TestTheSearchAndUndoGiveWayLast(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(900, 600)} {
			h := uitest.Open(t, uitest.Options{Language: lang, Size: size})
			rel, invited := h.Relationship("Amina Yusuf").ID, invitedTo(t, h.Planner)
			h.Settle()
			meeting := firstMeeting(t, h)
			for _, to := range []shell.Route{{Screen: "people"}, {Screen: "plans"}, {Screen: "checklists"}, {Screen: "relationship", ID: rel}, {Screen: "meeting", ID: meeting}, {Screen: "meeting", ID: invited.ID}} {
				h.Go(to)
				for _, key := range []string{"shell.search", "window.undo", "shell.new"} {
					if !headSays(h, h.Words.T(key)) {
						t.Errorf("%s, %v, %s: %q is not to be seen", lang, size, to.Screen, h.Words.T(key))
					}
				}
			}
		}
	}
}

// headSays tells whether a button says something, or its tooltip does.
func headSays(h *uitest.House, text string) (found bool) {
	kit.Walk(h.Canvas().Content(), func(o fyne.CanvasObject) bool {
		tip, _ := o.(interface{ TipText() string })
		label, _ := o.(interface{ Text() string })
		found = found || tip != nil && strings.HasPrefix(tip.TipText(), text) || label != nil && strings.TrimPrefix(label.Text(), "+ ") == text
		return !found
	})
	return found
}

// firstMeeting gives the next meeting with Amina.
func firstMeeting(t *testing.T, h *uitest.House) core.ID {
	t.Helper()
	o, err := h.Planner.Relationships.Overview(t.Context(), h.Relationship("Amina Yusuf").ID)
	if err != nil || o.Next == nil {
		t.Fatalf("no meeting: %v", err)
	}
	return o.Next.ID
}

// Where the program has files of its own, its menu has every import: of people, of a calendar, of a table and of a whole workspace.
func TestEveryImportIsInTheMenu(t *testing.T) {
	for _, lang := range []core.Language{core.English, core.Russian} {
		h := uitest.Open(t, uitest.Options{Language: lang, Change: func(c *ui.Config) { c.Host = machine{} }})
		var at []int
		for _, key := range []string{"people.import", "calfile.import", "tables.command", "file.import"} {
			at = append(at, slices.IndexFunc(h.UI.MainMenu(), func(e kit.MenuEntry) bool { return e.Text == h.Words.T(key) }))
		}
		if at[0] < 0 || !slices.Equal(at, []int{at[0], at[0] + 1, at[0] + 2, at[0] + 3}) {
			t.Errorf("%s: the imports are at %d", lang, at)
		}
	}
}

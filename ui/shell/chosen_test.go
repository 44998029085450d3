package shell_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"mentorbook/ui/kit"
	"mentorbook/ui/shell"
)

// What the menu of the chosen row has stands in the palette, with why it is off; a command that says the same stands there
// once, and gives way where it is off.
func TestThePaletteHasTheMenuOfWhatIsChosen(t *testing.T) {
	w := newWorld(t, fyne.NewSize(1280, 800))
	run := func(what string) func() { return func() { w.ran = append(w.ran, what) } }
	menu := func(at fyne.Position) {
		kit.ShowMenu(w.Canvas(), at, []kit.MenuEntry{
			{Text: "Archive", Keys: "F9", Run: run("archive")},
			{Line: true},
			{Text: "Merge", Reason: "nobody else is here", Run: run("merge")},
			{Text: "Meeting", Run: run("meeting of the row")},
			{Text: "Person", Run: run("person of the row")},
		})
	}
	row := kit.NewRow(kit.RowSpec{Content: kit.NewText("Amina Yusuf", kit.Body()), Menu: menu})
	p := w.page()
	p.content = kit.NewCard("", "", kit.Stack(0, kit.NewTextField("Name", "", nil), kit.Rows(row)))
	p.Refresh()
	if slices.Contains(w.Shell.Listed(), "Archive") {
		t.Error("nothing is chosen, and its menu is listed")
	}
	w.Canvas().Focus(row.Focusable())
	w.Press("Ctrl+K")
	if w.Canvas().Overlays().Top() == nil || !w.Sees("Archive") || !w.Sees("Archive: Amina Yusuf") {
		t.Fatalf("sees %q", kit.Texts(w.Root()))
	}
	w.Type("arch")
	w.Press("Enter")
	w.Queue.Until(t, "the search", w.Shell.Runner.Idle)
	for _, c := range []struct{ typed, ran, said string }{
		{"merge", "", "nobody else is here"},
		{"amina archive", "archive", ""},
		{"meeting", "new meeting", ""}, // a command that is on
		{"person", "person of the row", ""},
	} {
		w.ran = nil
		w.Canvas().Focus(row.Focusable())
		w.Press("Ctrl+K")
		w.Type(c.typed)
		w.Press("Enter")
		w.Queue.Until(t, "the search", w.Shell.Runner.Idle)
		if got := w.done(); got != c.ran || c.said != "" && !w.Sees(c.said) {
			t.Errorf("%q ran %q", c.typed, got)
		}
	}
	w.Shell.Go(shell.Route{Screen: "people"})
	if slices.Contains(w.Shell.Listed(), "Archive") {
		t.Error("the row has gone, and its menu is listed")
	}
}

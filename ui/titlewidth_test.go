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

// The title of a goal that nothing measures has the room in which bar and figure of others stand: it is whole in the smallest window.
func TestATitleHasTheRoomOfWhatIsNotMeasured(t *testing.T) {
	const title = "Стать старшим инженером"
	h := uitest.Open(t, uitest.Options{Language: core.Russian, Size: fyne.NewSize(900, 600), Before: func(p *planner.Planner) {
		owner, err := p.Workspace.Owner(t.Context())
		if err == nil {
			_, err = p.Goals.Add(t.Context(), core.Goal{Person: owner.ID, Title: title})
		}
		if err != nil {
			t.Fatal(err)
		}
	}, Route: shell.Route{Screen: "plans"}})
	h.Shot("plans-title")
	seen := false
	kit.Walk(h.Root(), func(o fyne.CanvasObject) bool {
		if text, ok := o.(*kit.Text); ok && text.Text() == title {
			if seen = true; text.Cut() {
				t.Errorf("it is cut at %v", text.Size().Width)
			}
		}
		return true
	})
	if !seen {
		t.Error("the goal is not to be seen")
	}
}

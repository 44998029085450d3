package calendar_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mentorbook/core"
	"mentorbook/ui/kit"
	"mentorbook/ui/uitest"
)

// A meeting that is moved says on its way which cap on hours it exceeds there, as it says clashes, and says so again when it is put
// down; one within the caps does not.
func TestCapsAreSaidWhileMoving(t *testing.T) {
	for lang, over := range map[core.Language]string{core.English: "over 1 h a week: ", core.Russian: "больше 1 ч в неделю: "} {
		for hours, said := range map[int]bool{1: true, 100: false} {
			h := open(t, "week", uitest.Options{Language: lang})
			if err := h.Planner.Workspace.Change(t.Context(), func(w *core.Workspace) error { w.WeeklyHours, w.MonthlyHours = hours, 0; return nil }); err != nil {
				t.Fatal(err)
			}
			h.Settle()
			grid := find[*kit.TimeGrid](t, h)
			if !grid.Select("meeting:" + next(t, h).ID.String()) {
				t.Fatal("the meeting is not there")
			}
			h.Canvas().Focus(grid.Focusable())
			grid.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierControl})
			for _, when := range []string{"on its way", "put down"} {
				if got := h.Sees(over); got != said {
					t.Errorf("%s, %d h, %s: it is said: %v", lang, hours, when, got)
				}
				h.Keys("Enter")
			}
		}
	}
}
